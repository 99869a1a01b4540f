/** What the user may have done about payments that do not agree. Without the schemas, which the pages need not load. */
import type { PaymentAction, PaymentState } from './payment.ts';

/** May the user have Teamleader's payments of the invoice removed? */
export const canRemovePayments = (payment: PaymentState | null): boolean =>
  payment?.state === 'paidBack' || (payment?.state === 'attention' && payment.cause.type === 'registeredTwice');

/** May the user have the rest set as paid, though no money came for it? */
export const canSettle = (payment: PaymentState | null): boolean =>
  payment?.state === 'attention' &&
  (payment.cause.type === 'writtenOff' ||
    payment.cause.type === 'discountTaken' ||
    payment.cause.type === 'settledOtherwise');

export const canAskFor = (action: PaymentAction, payment: PaymentState | null): boolean =>
  action === 'remove' ? canRemovePayments(payment) : canSettle(payment);

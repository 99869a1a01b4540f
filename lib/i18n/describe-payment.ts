import type { PaymentCause, PaymentState } from '../payment.ts';
import type { Described } from './describe.ts';
import { fill, formatDate, formatMoney, type Texts } from './index.ts';

/** Does the user have to do something about it? */
export const isPaymentToCheck = (payment: PaymentState | null): boolean => payment?.state === 'attention';

/** In a word or two, as on a badge; null where nothing was paid. */
export function namePayment(payment: PaymentState | null, { payments }: Texts): string | null {
  return payment === null || payment.state === 'open' ? null : payments.badge[payment.state];
}

/** In one sentence or two; null where the payments were not looked at. */
export function describePayment(
  payment: PaymentState | null,
  currency: string,
  texts: Texts,
  language: string,
): string | null {
  const { told } = texts.payments;
  const money = (amount: string): string => formatMoney(amount, currency, language);
  switch (payment?.state) {
    case undefined:
      return null;
    case 'open':
    case 'credited':
      return told[payment.state];
    case 'partlyPaid':
      return fill(told.partlyPaid, { paid: money(payment.paid) });
    case 'paid':
      return fill(told.paid, { date: formatDate(payment.on, language) });
    case 'paidBack':
      return fill(told.paidBack, { open: money(payment.open) });
    case 'attention': {
      const { text, fix } = describePaymentCause(payment.cause, texts, language);
      return `${text} ${fix}`;
    }
  }
}

export function describePaymentCause(cause: PaymentCause, texts: Texts, language: string): Described {
  const [text, fix] = texts.paymentCause[cause.type];
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(cause)) {
    const isAmount = 'currency' in cause && (name === 'amount' || name === 'teamleader' || name === 'exact');
    values[name] = isAmount ? formatMoney(value, cause.currency, language) : value;
  }
  return { text: fill(text ?? '', values), fix: fill(fix ?? '', values) };
}

/** From what Exact received and what Teamleader has: which payments are to be registered, and how the invoice stands. */
import type Big from 'big.js';
import type { CalendarDate } from './facts.ts';
import { sum, ZERO } from './money.ts';
import { type Instalment, receivedOf, type Settlement } from './settlement.ts';

/** An invoice's payments as Teamleader has them, in its own currency. */
export interface InvoicePayments {
  readonly currency: string;
  readonly gross: Big;
  /** Still to be paid: less payments and credit notes. */
  readonly due: Big;
  readonly payments: readonly Instalment[];
}

export type PaymentTrouble =
  | { readonly type: 'writtenOff' | 'discountTaken' | 'settledOtherwise' | 'registeredTwice'; readonly amount: Big }
  | { readonly type: 'paidInOtherCurrency' }
  | { readonly type: 'amountsDiffer'; readonly teamleader: Big; readonly exact: Big };

/** How the invoice stands once all that is to be registered is. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'partlyPaid'; readonly paid: Big }
  | { readonly kind: 'paid'; readonly on: CalendarDate }
  | { readonly kind: 'credited' }
  | { readonly kind: 'paidBack'; readonly open: Big }
  | { readonly kind: 'trouble'; readonly trouble: PaymentTrouble; readonly paid: Big };

export interface PaymentPlan {
  /** In the order of their days. */
  readonly register: readonly Instalment[];
  readonly standing: Standing;
}

const least = (a: Big, b: Big): Big => (a.lt(b) ? a : b);
const atLeastNothing = (amount: Big): Big => (amount.lt(0) ? ZERO : amount);

/**
 * Nothing is registered beyond what Exact received, nor beyond what Teamleader still asks for; nothing that is there
 * already, whoever registered it. Features E1 to E4.
 * @param before how much of it Exact was last known to have received
 */
export function planPayments(settlement: Settlement, invoice: InvoicePayments, before: Big): PaymentPlan {
  const { currency, total, open, settled } = settlement;
  const paid = sum(invoice.payments.map(({ amount }) => amount));
  if (settled.eq(0) && before.eq(0)) return { register: [], standing: { kind: 'open' } };
  const trouble = (one: PaymentTrouble): PaymentPlan => ({
    register: [],
    standing: { kind: 'trouble', trouble: one, paid },
  });
  if (!invoice.gross.eq(total) || invoice.currency !== currency) {
    return trouble({ type: 'amountsDiffer', teamleader: invoice.gross, exact: total });
  }
  const credited = atLeastNothing(invoice.gross.minus(invoice.due).minus(paid));
  // Of rows in another currency's stead nobody tells which the credit note settled.
  const isUnclear = settlement.isUnclear || (settlement.isConverted && credited.gt(0) && open.gt(0));
  if (isUnclear && invoice.due.gt(0)) return trouble({ type: 'paidInOtherCurrency' });
  const { instalments } = settlement;
  const received = receivedOf({ instalments });

  const excess = paid.minus(received);
  const twice = excess.gt(0) ? doubled(invoice.payments, instalments) : null;
  if (twice !== null) return trouble({ type: 'registeredTwice', amount: twice });
  if (before.gt(received) && excess.gt(0) && open.gt(0)) return { register: [], standing: { kind: 'paidBack', open } };

  const register = remainder(instalments, invoice.payments, atLeastNothing(invoice.due));
  const registered = sum(register.map(({ amount }) => amount));
  const unexplained = atLeastNothing(settled.minus(received).minus(credited));
  // What Teamleader has beyond Exact's money may be the user's own answer to it.
  const rest = least(unexplained, atLeastNothing(invoice.due.minus(registered)));
  if (rest.gt(0)) {
    const standing = { kind: 'trouble', trouble: troubleOf(rest, settlement), paid: paid.plus(registered) } as const;
    return { register, standing };
  }
  return { register, standing: standingOf(settlement, invoice, instalments) };
}

function standingOf(
  { open, settledOn }: Settlement,
  { payments }: InvoicePayments,
  instalments: readonly Instalment[],
): Standing {
  const on = [...instalments, ...payments]
    .map(({ date }) => date)
    .toSorted()
    .at(-1);
  const received = receivedOf({ instalments });
  if (open.lte(0)) {
    if (on === undefined) return { kind: 'credited' };
    return { kind: 'paid', on: instalments.at(-1)?.date ?? settledOn ?? on };
  }
  return received.gt(0) ? { kind: 'partlyPaid', paid: received } : { kind: 'open' };
}

function troubleOf(amount: Big, { discount, hasCorrection }: Settlement): PaymentTrouble {
  if (discount.gt(0) && amount.eq(discount)) return { type: 'discountTaken', amount };
  return { type: hasCorrection ? 'writtenOff' : 'settledOtherwise', amount };
}

const isSame = (a: Instalment, b: Instalment): boolean => a.date === b.date && a.amount.eq(b.amount);

/** How much stands there twice, though Exact received it once; null where nothing does. */
function doubled(payments: readonly Instalment[], instalments: readonly Instalment[]): Big | null {
  const counted = (list: readonly Instalment[], one: Instalment): number =>
    list.filter((other) => isSame(other, one)).length;
  const twice = payments.find(
    (one) => counted(instalments, one) > 0 && counted(payments, one) > counted(instalments, one),
  );
  return twice?.amount ?? null;
}

/** What of the instalments is not among the payments: first those that are the same, then those of one amount, then in time. */
function remainder(instalments: readonly Instalment[], payments: readonly Instalment[], most: Big): Instalment[] {
  let [rest, others] = matched(instalments, payments, isSame);
  [rest, others] = matched(rest, others, (a, b) => a.amount.eq(b.amount));
  let covered = sum(others.map(({ amount }) => amount));
  let left = most;
  return rest.flatMap(({ date, amount }) => {
    const known = least(covered, amount);
    covered = covered.minus(known);
    const wanted = least(amount.minus(known), left);
    left = left.minus(atLeastNothing(wanted));
    return wanted.gt(0) ? [{ date, amount: wanted }] : [];
  });
}

/** Both lists without the pairs that agree. */
function matched(
  instalments: readonly Instalment[],
  payments: readonly Instalment[],
  agree: (a: Instalment, b: Instalment) => boolean,
): [Instalment[], Instalment[]] {
  const left = [...payments];
  const rest = instalments.filter((instalment) => {
    const at = left.findIndex((payment) => agree(instalment, payment));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return [rest, left];
}

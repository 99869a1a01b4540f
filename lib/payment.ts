/** How a booked invoice stands with its payments, as Exact has them, and why that needs the user: two closed unions. */
import { z } from 'zod';

const amount = z.string();

/** Why the payments of an invoice need the user. Amounts are in the invoice's currency. */
export const paymentCauseSchema = z.discriminatedUnion('type', [
  /** Exact has written a difference off; Teamleader knows nothing of the kind and still asks for it. */
  z.object({ type: z.literal('writtenOff'), amount, currency: z.string() }),
  /** The customer took the discount for paying early. */
  z.object({ type: z.literal('discountTaken'), amount, currency: z.string() }),
  /** Settled in Exact by something that is no payment, and no credit note of this invoice in Teamleader. */
  z.object({ type: z.literal('settledOtherwise'), amount, currency: z.string() }),
  /** The same payment stands twice in Teamleader. */
  z.object({ type: z.literal('registeredTwice'), amount, currency: z.string() }),
  /** Paid in another currency, in a way that does not tell how much of this one. */
  z.object({ type: z.literal('paidInOtherCurrency'), currency: z.string() }),
  /** The invoice asks for another amount than its entry. */
  z.object({ type: z.literal('amountsDiffer'), teamleader: amount, exact: amount, currency: z.string() }),
  /** Teamleader did not take the payment. */
  z.object({ type: z.literal('paymentRefused'), text: z.string() }),
]);
export type PaymentCause = z.infer<typeof paymentCauseSchema>;

export const paymentStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('partlyPaid'), paid: amount }),
  /** `on`: the day of the last payment; `since`: when it was seen here, in epoch milliseconds; `byUs`: we registered it. */
  z.object({ state: z.literal('paid'), on: z.string(), since: z.number(), byUs: z.boolean() }),
  /** Settled by credit notes alone. */
  z.object({ state: z.literal('credited') }),
  /** Exact had it as paid and has not any more; Teamleader still has. */
  z.object({ state: z.literal('paidBack'), open: amount }),
  z.object({ state: z.literal('attention'), cause: paymentCauseSchema, paid: amount }),
]);
export type PaymentState = z.infer<typeof paymentStateSchema>;

/** What the user may have done about them: all are removed, or the rest is set as paid. */
export const paymentActionSchema = z.enum(['remove', 'settle']);
export type PaymentAction = z.infer<typeof paymentActionSchema>;

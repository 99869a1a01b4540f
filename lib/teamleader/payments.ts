import type { z } from 'zod';
import type { CalendarDate } from '../accounting/facts.ts';
import type { InvoicePayments } from '../accounting/payments.ts';
import type { Instalment } from '../accounting/settlement.ts';
import type { Failure } from '../http/failure.ts';
import { err, ok, type Result } from '../result.ts';
import { invoicePaymentsSchema } from './schemas.ts';

/** What was paid of an invoice. Teamleader 4.3. */
export interface TeamleaderPayments {
  /** One call. */
  payments(invoiceId: string): Promise<Result<InvoicePayments, Failure>>;
  /** One call, never repeated: a payment has no id by which a second one would be known. */
  registerPayment(invoiceId: string, payment: Instalment, currency: string): Promise<Result<null, Failure>>;
  /** Removes all of the invoice's: there is no removing of one. One call. */
  removePayments(invoiceId: string): Promise<Result<null, Failure>>;
}

type Body = Readonly<Record<string, unknown>>;

interface Calls {
  readonly call: <T>(method: string, body: Body, data: z.ZodType<T>) => Promise<Result<T, Failure>>;
  readonly act: (method: string, body: Body) => Promise<Result<unknown, Failure>>;
}

export function paymentsOver({ call, act }: Calls): TeamleaderPayments {
  return {
    async payments(id) {
      const read = await call('invoices.info', { id }, invoicePaymentsSchema);
      if (!read.ok) return read;
      if (read.value.id !== id) return err({ kind: 'notUnderstood', detail: 'id: another document' });
      const { total, payments } = read.value;
      const { amount: gross, currency } = total.tax_inclusive;
      const paid = payments ?? [];
      if (total.due.currency !== currency || paid.some(({ payment }) => payment.currency !== currency))
        return err({ kind: 'notUnderstood', detail: 'payments: currency' });
      return ok({
        currency,
        gross,
        due: total.due.amount,
        payments: paid.map(({ paid_at, payment }) => ({ date: dayOf(paid_at), amount: payment.amount })),
      });
    },

    async registerPayment(id, { date, amount }, currency) {
      const done = await act('invoices.registerPayment', {
        id,
        payment: { amount, currency },
        paid_at: momentOf(date),
      });
      return done.ok ? ok(null) : done;
    },

    async removePayments(id) {
      const done = await act('invoices.removePayments', { id });
      return done.ok ? ok(null) : done;
    },
  };
}

/** A payment has a moment in Teamleader; noon by the clock of the meridian is the same day all over Europe. */
const momentOf = (date: CalendarDate): string => `${date}T12:00:00+00:00`;

/** Where the books are kept: a payment registered by hand bears a moment of the day there. */
const ZONE = 'Europe/Brussels';
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

export const dayOf = (moment: string): CalendarDate => DAY.format(Date.parse(moment));

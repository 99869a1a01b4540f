/** Invoices of a world and what was paid of them, as the ledgers have it. */
import Big from 'big.js';
import type { Cause } from '../../../lib/outcome.ts';
import type { PaymentAction, PaymentState } from '../../../lib/payment.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { carryOutWishes, noteWish } from '../../../lib/sync/payment-actions.ts';
import type { World } from './world.ts';

export const MINUTE = 60_000;
export const DAY = '2026-11-18';
export const LATER = '2026-11-19';

export interface Invoice {
  readonly id: string;
  readonly entryId: string;
  readonly gross: Big;
  readonly currency: string;
}

/** An invoice of ours of which nothing is paid or credited in Teamleader, the nth of its currency. */
export function unpaid(
  { sandbox }: World,
  nth = 0,
  isWanted: (currency: string) => boolean = (one) => one === 'EUR',
): Invoice {
  const { invoices, dueOf } = sandbox.teamleader.ledger;
  const found = [...sandbox.exact.ledger.entries.values()].flatMap((entry) => {
    const id = entry.link?.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)?.[0];
    const invoice = id === undefined ? undefined : invoices.get(id);
    if (invoice === undefined || !isWanted(invoice.currency) || Number(invoice.totals.gross) < 10) return [];
    if (!dueOf(invoice).eq(invoice.totals.gross)) return [];
    return [{ id: invoice.id, entryId: entry.id, gross: new Big(invoice.totals.gross), currency: invoice.currency }];
  });
  const one = found.toSorted((a, b) => a.id.localeCompare(b.id))[nth];
  if (one === undefined) throw new Error('The business has no such invoice.');
  return one;
}

export const paymentsOf = ({ sandbox }: World, { id }: Invoice) =>
  (sandbox.teamleader.ledger.payments.get(id) ?? []).map(({ paidAt, amount }) => [paidAt.slice(0, 10), amount]);

export async function stateOf(
  { context }: World,
  { id }: Invoice,
  by: SyncContext = context,
): Promise<PaymentState | null> {
  const records = await by.database.documents(by.connection.id);
  return records.find((record) => record.id === id)?.payment ?? null;
}

/** As the user asks for it while no run is at the invoice. @returns why it was not done */
export async function askFor(action: PaymentAction, context: SyncContext, id: string): Promise<Cause | null> {
  const { database, connection, now } = context;
  await noteWish(database, { connectionId: connection.id, id }, action, now());
  return (await carryOutWishes(context)).get(id) ?? null;
}

/** What the user has done about an invoice's payments in Teamleader. Feature E3. */

import type { Cause } from '../outcome.ts';
import { canRemovePayments, canSettle } from '../payment-choices.ts';
import { err, ok, type Result } from '../result.ts';
import type { DocumentRecord } from '../store/records.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isInDoubt, writeOutcomeOf } from './failed.ts';
import { PaymentKeeper } from './payment-keeper.ts';

async function invoiceOf({ connection, database }: SyncContext, id: string): Promise<DocumentRecord | null> {
  const records = await database.documents(connection.id);
  return records.find((record) => record.kind === 'invoice' && record.id === id) ?? null;
}

/** All of them: Teamleader removes no single one. What Exact has received is registered again by the next run. */
export async function removePayments(context: SyncContext, id: string): Promise<Result<null, Cause>> {
  const { connection, database, teamleader, now } = context;
  const record = await invoiceOf(context, id);
  if (record === null || !canRemovePayments(record.payment)) return ok(null);
  // A payment that is still to come to stand there would not be removed with the others.
  const known = await new PaymentKeeper(context, await database.intents(connection.id)).lookUp(record);
  if (!known.ok) return known;
  const write = { connectionId: connection.id, written: 'paymentRemoval', subject: id } as const;
  await database.beginWrite({ ...write, name: record.number, madeFor: null, at: now(), exactId: null }, null);
  const removed = await teamleader.removePayments(id);
  await database.endWrite({ ...write, outcome: removed.ok ? { state: 'done' } : writeOutcomeOf(removed.error) }, null);
  if (!removed.ok && !isInDoubt(removed.error)) return err(causeOf(removed.error, 'teamleader'));
  // Whether it was done is seen by the next look, which registers nothing that is there.
  const payment = removed.ok ? ({ state: 'open' } as const) : record.payment;
  await database.endFollowing([{ record, payment, follow: { ...record.follow, isDue: true }, endsIntent: true }]);
  return removed.ok ? ok(null) : err(causeOf(removed.error, 'teamleader'));
}

/** The rest is set as paid, though no money came for it: the user says so. */
export async function settlePayments(context: SyncContext, id: string): Promise<Result<null, Cause>> {
  const { connection, database } = context;
  const record = await invoiceOf(context, id);
  if (record === null || !canSettle(record.payment)) return ok(null);
  return new PaymentKeeper(context, await database.intents(connection.id)).settle(record);
}

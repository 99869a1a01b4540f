/**
 * What the user has done about an invoice's payments in Teamleader. It is noted before anything is waited for, and done as
 * soon as nobody else is at the invoice: by whoever asked, or by the next run. Feature E3.
 */
import Big from 'big.js';
import type { Cause } from '../outcome.ts';
import type { PaymentAction } from '../payment.ts';
import { canAskFor } from '../payment-choices.ts';
import { err, ok, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import type { DocumentRecord, Intent, PaymentWish } from '../store/records.ts';
import { causeOf, waitOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isInDoubt, writeOutcomeOf } from './failed.ts';
import { isFresh } from './fresh.ts';
import { PaymentKeeper } from './payment-keeper.ts';

/** What could not be done for a while is not tried at once again. */
const TRY_AGAIN_AFTER_MS = 15 * 60_000;

async function invoiceOf(database: Database, connectionId: string, id: string): Promise<DocumentRecord | null> {
  const records = await database.documents(connectionId);
  return records.find((record) => record.kind === 'invoice' && record.id === id) ?? null;
}

const isWish = (intent: Intent): intent is PaymentWish => intent.type === 'paymentWish';

/** @returns whether it may be asked for: else somebody else has done it, or it agrees by now */
export async function noteWish(
  database: Database,
  { connectionId, id }: { readonly connectionId: string; readonly id: string },
  action: PaymentAction,
  now: number,
): Promise<boolean> {
  const record = await invoiceOf(database, connectionId, id);
  if (record === null || !canAskFor(action, record.payment)) return false;
  const due = record.due === null ? null : new Big(record.due);
  await database.putIntent({
    type: 'paymentWish',
    connectionId,
    subject: id,
    sentAt: now,
    action,
    due,
    triedAt: null,
  });
  return true;
}

/** When a wish is tried by itself, in epoch milliseconds. */
export const wishDueAt = ({ sentAt, triedAt }: PaymentWish): number =>
  triedAt === null ? sentAt : triedAt + TRY_AGAIN_AFTER_MS;

/**
 * Does what the user wants of the connection's invoices, while nobody else is at them. What cannot be done for a while
 * stays noted.
 * @returns by the invoice's id, why it was not done
 */
export async function carryOutWishes(context: SyncContext): Promise<ReadonlyMap<string, Cause>> {
  const { connection, database, now } = context;
  const failed = new Map<string, Cause>();
  for (const wish of (await database.intents(connection.id)).filter(isWish)) {
    if (wish.triedAt !== null && isFresh(wish.triedAt, now(), TRY_AGAIN_AFTER_MS)) continue;
    const done = await carryOut(context, wish);
    if (!done.ok) failed.set(wish.subject, done.error);
    if (!done.ok && waitOf(done.error) !== null) await database.putIntent({ ...wish, triedAt: now() });
    else await database.closeIntent(wish);
  }
  return failed;
}

/** What agrees by now is left alone: it was done before the worker died, or is past. */
async function carryOut(context: SyncContext, { subject, action, due }: PaymentWish): Promise<Result<null, Cause>> {
  const { connection, database } = context;
  const record = await invoiceOf(database, connection.id, subject);
  if (record === null || !canAskFor(action, record.payment)) return ok(null);
  const keeper = new PaymentKeeper(context, await database.intents(connection.id));
  return action === 'remove' ? remove(context, keeper, record, due) : keeper.settle(record, due);
}

/** All of them: Teamleader removes no single one. What Exact has received is registered again by the next run. */
async function remove(
  { connection, database, teamleader, now }: SyncContext,
  keeper: PaymentKeeper,
  record: DocumentRecord,
  due: Big | null,
): Promise<Result<null, Cause>> {
  // A payment that is still to come to stand there would not be removed with the others.
  const known = await keeper.lookUp(record);
  if (!known.ok) return known;
  const invoice = await teamleader.payments(record.id);
  if (!invoice.ok) return err(causeOf(invoice.error, 'teamleader'));
  const follow = { ...record.follow, isDue: true };
  // Of what was paid since he was asked he has said nothing.
  if (due !== null && invoice.value.due.lt(due)) {
    await database.endFollowing([{ record, payment: record.payment, follow, endsIntent: true }]);
    return ok(null);
  }
  if (invoice.value.payments.length > 0) {
    const write = { connectionId: connection.id, written: 'paymentRemoval', subject: record.id } as const;
    await database.beginWrite({ ...write, name: record.number, madeFor: null, at: now(), exactId: null }, null);
    const removed = await teamleader.removePayments(record.id);
    const outcome = removed.ok ? ({ state: 'done' } as const) : writeOutcomeOf(removed.error);
    await database.endWrite({ ...write, outcome }, null);
    if (!removed.ok) {
      // Whether it was done is seen by the next look.
      if (isInDoubt(removed.error)) {
        await database.endFollowing([{ record, payment: record.payment, follow, endsIntent: true }]);
      }
      return err(causeOf(removed.error, 'teamleader'));
    }
  }
  await database.endFollowing([{ record, payment: { state: 'open' }, follow, endsIntent: true }]);
  return ok(null);
}

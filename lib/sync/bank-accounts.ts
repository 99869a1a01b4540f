import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { BankAccountIntent } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';

/**
 * Gives new accounts the bank account that Teamleader tells of their customer, once: one call each. It follows on booking
 * and never holds a document back; what cannot be sent now is sent by a later run. Feature D1.
 */
export async function addBankAccounts(context: SyncContext): Promise<Result<null, Cause>> {
  const { connection, database } = context;
  for (const intent of await database.intents(connection.id)) {
    if (intent.type !== 'bankAccount') continue;
    const added = await add(context, intent);
    // Refused: Exact does not take this number, and would not the next time. Anything else concerns the others too.
    if (!added.ok && added.error.type !== 'refused') return added;
    if (!added.ok || added.value === 'done') await database.closeIntent(intent);
  }
  return ok(null);
}

async function add(context: SyncContext, intent: BankAccountIntent): Promise<Result<'done' | 'later', Cause>> {
  const { database, exact, now } = context;
  if (intent.isSent) {
    if (now() < intent.sentAt + ANSWER_LOST_WAIT_MS) return ok('later');
    const known = await exact.bankAccounts(intent.accountId);
    if (!known.ok) return err(causeOf(known.error, 'exact'));
    if (known.value.includes(intent.iban)) return ok('done');
  }
  await database.putIntent({ ...intent, isSent: true, sentAt: now() });
  const created = await exact.createBankAccount(intent.accountId, { iban: intent.iban, bic: intent.bic });
  return created.ok ? ok('done') : err(causeOf(created.error, 'exact'));
}

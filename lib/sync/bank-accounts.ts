import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { BankAccountIntent } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { writeOutcomeOf } from './failed.ts';
import { RepeatedRefusals } from './repeated-refusals.ts';

/**
 * Gives new accounts the bank account that Teamleader tells of their customer, once: one call each. It follows on booking
 * and never holds a document back; what cannot be sent now is sent by a later run. Feature D1.
 * @param isStopped asked before each: the user wants no more done
 */
export async function addBankAccounts(context: SyncContext, isStopped: () => boolean): Promise<Result<null, Cause>> {
  const { connection, database } = context;
  const repeated = new RepeatedRefusals();
  for (const intent of await database.intents(connection.id)) {
    if (intent.type !== 'bankAccount') continue;
    if (isStopped()) return err({ type: 'stoppedByUser' });
    const added = await add(context, intent, repeated);
    if (!added.ok) return added;
  }
  return ok(null);
}

/** Gives what keeps the others from being added too. */
async function add(
  context: SyncContext,
  intent: BankAccountIntent,
  repeated: RepeatedRefusals,
): Promise<Result<null, Cause>> {
  const { database, exact, now } = context;
  const { connectionId, subject } = intent;
  const write = { connectionId, subject, written: 'bankAccount' } as const;
  if (intent.isSent) {
    if (now() < intent.sentAt + ANSWER_LOST_WAIT_MS) return ok(null);
    const known = await exact.bankAccounts(intent.accountId);
    if (!known.ok) return err(causeOf(known.error, 'exact'));
    if (known.value.includes(intent.iban)) {
      await database.endWrite({ ...write, outcome: { state: 'found' } }, { close: intent });
      return ok(null);
    }
  }
  const sent = { ...intent, isSent: true, sentAt: now() };
  await database.beginWrite(
    { ...write, name: intent.iban, madeFor: null, at: sent.sentAt, exactId: intent.accountId },
    { put: sent },
  );
  const created = await exact.createBankAccount(intent.accountId, { iban: intent.iban, bic: intent.bic });
  if (created.ok) {
    await database.endWrite({ ...write, outcome: { state: 'done' } }, { close: intent });
    return ok(null);
  }
  const { error } = created;
  const ended = { ...write, outcome: writeOutcomeOf(error) };
  const isRefused = error.kind === 'refused';
  if (isRefused && !repeated.isRepeated(error.text, [intent.iban])) {
    // Exact does not take this number, and would not the next time.
    await database.endWrite(ended, { close: intent });
    return ok(null);
  }
  await database.endWrite(ended, isRefused ? { put: { ...intent, isSent: false } } : null);
  return err(causeOf(error, 'exact'));
}

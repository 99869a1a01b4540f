import type { DocumentKind } from '../accounting/facts.ts';
import { actionsFor } from '../document-action.ts';
import { type Cause, isSettled, type Outcome, type SettledOutcome } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { accepted, withDocument, withEntry } from '../standing.ts';
import type { Database } from '../store/database.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { documentFigures, entryFigures } from './figures.ts';

interface Reference {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** The user leaves it as it is. Feature D9. */
export const acceptDrift = (database: Database, connectionId: string, { kind, id }: Reference): Promise<boolean> =>
  database.changeOutcome(connectionId, kind, id, (outcome) =>
    isSettled(outcome) && outcome.standing !== undefined && actionsFor(outcome).includes('accept')
      ? { ...outcome, standing: accepted(outcome.standing) }
      : null,
  );

/**
 * The entry is gone, and the user wants it booked again: in one step, so that he who asks a second time finds it asked
 * for already. The run that follows reads Exact anew before it books.
 */
export const orderAgain = (database: Database, connectionId: string, { kind, id }: Reference): Promise<boolean> =>
  database.changeOutcome(connectionId, kind, id, (outcome) =>
    isSettled(outcome) && actionsFor(outcome).includes('bookAgain')
      ? { state: 'waiting', cause: { type: 'toBookAgain', entryId: outcome.entry.id }, until: null }
      : null,
  );

/** Asks both sides for one booked document and its entry, wherever it stands. Two calls. */
export async function lookAgain(
  { connection, database, teamleader, exact }: SyncContext,
  { kind, id }: Reference,
): Promise<Result<null, Cause>> {
  const record = (await database.documents(connection.id)).find((one) => one.kind === kind && one.id === id);
  if (record === undefined || !isSettled(record.outcome)) return ok(null);
  const { entry: reference } = record.outcome;
  const entries = await exact.salesEntriesByIds([reference.id]);
  if (!entries.ok) return err(causeOf(entries.error, 'exact'));
  const documents = await teamleader.documentsByIds(kind, [id]);
  if (!documents.ok) return err(causeOf(documents.error, 'teamleader'));
  const [entry] = entries.value;
  const [document] = documents.value.headers;
  const seen = (outcome: SettledOutcome): Outcome | null => {
    if (outcome.standing === undefined) return null;
    const withSide = withEntry(outcome.standing, entry === undefined ? 'removed' : entryFigures(entry, kind));
    return {
      ...outcome,
      standing: document === undefined ? withSide : withDocument(withSide, documentFigures(document)),
    };
  };
  await database.changeOutcome(connection.id, kind, id, (outcome) =>
    isSettled(outcome) && outcome.entry.id === reference.id ? seen(outcome) : null,
  );
  return ok(null);
}

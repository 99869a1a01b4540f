import type { BookedEntry, DocumentHeader, DocumentKind } from '../accounting/facts.ts';
import { actionsFor } from '../document-action.ts';
import { type Cause, isSettled, type Look } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { accepted, type Standing, withDocument, withEntry } from '../standing.ts';
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

/**
 * Asks both sides for one booked document and its entry, wherever it stands, and notes that it did, or why it could not:
 * where nothing differs, nothing else would tell. Two calls.
 */
export async function lookAgain(context: SyncContext, { kind, id }: Reference): Promise<void> {
  const { connection, database, now } = context;
  const record = (await database.documents(connection.id)).find((one) => one.kind === kind && one.id === id);
  if (record === undefined || !isSettled(record.outcome)) return;
  const { entry: reference } = record.outcome;
  const sides = await readBoth(context, kind, id, reference.id);
  const look: Look = { at: now(), problem: sides.ok ? null : sides.error };
  await database.changeOutcome(connection.id, kind, id, (outcome) => {
    if (!isSettled(outcome) || outcome.entry.id !== reference.id || outcome.standing === undefined) return null;
    return { ...outcome, standing: sides.ok ? withBoth(outcome.standing, sides.value, kind) : outcome.standing, look };
  });
}

/** What was asked for; undefined: not there. */
interface Sides {
  readonly entry: BookedEntry | undefined;
  readonly document: DocumentHeader | undefined;
}

async function readBoth(
  { teamleader, exact }: SyncContext,
  kind: DocumentKind,
  id: string,
  entryId: string,
): Promise<Result<Sides, Cause>> {
  const entries = await exact.salesEntriesByIds([entryId]);
  if (!entries.ok) return err(causeOf(entries.error, 'exact'));
  const documents = await teamleader.documentsByIds(kind, [id]);
  if (!documents.ok) return err(causeOf(documents.error, 'teamleader'));
  return ok({ entry: entries.value[0], document: documents.value.headers[0] });
}

function withBoth(standing: Standing, { entry, document }: Sides, kind: DocumentKind): Standing {
  const withSide = withEntry(standing, entry === undefined ? 'removed' : entryFigures(entry, kind));
  return document === undefined ? withSide : withDocument(withSide, documentFigures(document));
}

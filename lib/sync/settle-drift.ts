import type { DocumentKind } from '../accounting/facts.ts';
import { actionsFor } from '../document-action.ts';
import { isSettled } from '../outcome.ts';
import { accepted, type Standing, withDocument, withEntry } from '../standing.ts';
import type { Database } from '../store/database.ts';
import type { SyncContext } from './context.ts';
import { documentFigures, entryFigures } from './figures.ts';
import { forgetEntry } from './look.ts';

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
 * Asks both sides for one booked document and its entry, wherever it stands, and notes that it did, or which of them told
 * nothing: where nothing differs, nothing else would tell. Two calls.
 */
export async function lookAgain(context: SyncContext, { kind, id }: Reference): Promise<void> {
  const { connection, database, now } = context;
  const record = (await database.documents(connection.id)).find((one) => one.kind === kind && one.id === id);
  if (record === undefined || !isSettled(record.outcome)) return;
  const { entry: reference } = record.outcome;
  const { seen, silent, isRemoved } = await readBoth(context, kind, id, reference.id);
  if (isRemoved) await forgetEntry(context, reference.id);
  await database.changeOutcome(connection.id, kind, id, (outcome) => {
    if (!isSettled(outcome) || outcome.entry.id !== reference.id || outcome.standing === undefined) return null;
    return { ...outcome, standing: { ...seen(outcome.standing), look: { at: now(), silent } } };
  });
}

/** What both sides say now, and which of them said nothing: then all is told as it was. */
async function readBoth({ teamleader, exact }: SyncContext, kind: DocumentKind, id: string, entryId: string) {
  const asItWas = (standing: Standing): Standing => standing;
  const entries = await exact.salesEntriesByIds([entryId]);
  if (!entries.ok) return { seen: asItWas, silent: 'exact', isRemoved: false } as const;
  const documents = await teamleader.documentsByIds(kind, [id]);
  const document = documents.ok ? documents.value.headers[0] : undefined;
  const [entry] = entries.value;
  const isRemoved = entry === undefined;
  const figures = isRemoved ? 'removed' : entryFigures(entry, kind);
  const withSide = (standing: Standing): Standing => withEntry(standing, figures);
  if (document === undefined) return { seen: withSide, silent: 'teamleader', isRemoved } as const;
  const seen = (standing: Standing): Standing => withDocument(withSide(standing), documentFigures(document));
  return { seen, silent: null, isRemoved } as const;
}

import type { Connection } from '../connection.ts';
import { entryNumberOf, mentionsNumber } from './entry-number.ts';
import type { BookedEntry, DocumentHeader } from './facts.ts';

/** What stands in a connection's journals, ready to be searched. */
export interface EntryIndex {
  readonly byLinkedId: ReadonlyMap<string, readonly BookedEntry[]>;
  /** By journal, currency and absolute gross. */
  readonly byAmount: ReadonlyMap<string, readonly BookedEntry[]>;
  /** By journal and entry number. */
  readonly byEntryNumber: ReadonlyMap<string, readonly BookedEntry[]>;
}

export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly entry: BookedEntry }
  | { readonly kind: 'several'; readonly entries: readonly BookedEntry[] }
  /** The number that the document would get belongs to an entry that is not the document's. */
  | { readonly kind: 'numberTaken'; readonly entry: BookedEntry };

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

const linkedIds = (entry: BookedEntry): string[] => (entry.link?.match(UUID) ?? []).map((id) => id.toLowerCase());

export function indexEntries(entries: readonly BookedEntry[]): EntryIndex {
  const byLinkedId = new Map<string, BookedEntry[]>();
  const byAmount = new Map<string, BookedEntry[]>();
  const byEntryNumber = new Map<string, BookedEntry[]>();
  const add = (index: Map<string, BookedEntry[]>, key: string, entry: BookedEntry) => {
    const there = index.get(key);
    if (there === undefined) index.set(key, [entry]);
    else there.push(entry);
  };
  for (const entry of entries) {
    for (const id of linkedIds(entry)) add(byLinkedId, id, entry);
    add(byAmount, `${entry.journal}/${entry.currency}/${entry.gross.abs().toFixed()}`, entry);
    add(byEntryNumber, `${entry.journal}/${entry.entryNumber}`, entry);
  }
  return { byLinkedId, byAmount, byEntryNumber };
}

/**
 * Looks a document up among the entries: by the link that we give each entry, else by its number together with amount and
 * currency, as somebody booking by hand would have written it. Feature D7.
 */
export function findBooked(document: DocumentHeader, index: EntryIndex, connection: Connection): Found {
  const { invoices, creditNotes } = connection.journals;
  const journal = document.kind === 'invoice' ? invoices : creditNotes;
  const linked = index.byLinkedId.get(document.id.toLowerCase()) ?? [];
  const entryNumber = entryNumberOf(document.number);
  const alike = (index.byAmount.get(`${journal}/${document.currency}/${document.gross.abs().toFixed()}`) ?? []).filter(
    (entry) =>
      linkedIds(entry).length === 0 &&
      (entry.entryNumber === entryNumber ||
        mentionsNumber(entry.yourRef, document.number) ||
        mentionsNumber(entry.description, document.number)),
  );
  const found = [...linked, ...alike];
  const [first, second] = found;
  if (first !== undefined)
    return second === undefined ? { kind: 'one', entry: first } : { kind: 'several', entries: found };
  // Numbers begin anew with each book year in some administrations: only the document's own year can be in the way.
  const taken = (index.byEntryNumber.get(`${journal}/${entryNumber}`) ?? []).find(
    (entry) => entry.date.slice(0, 4) === document.date.slice(0, 4),
  );
  return taken === undefined ? { kind: 'none' } : { kind: 'numberTaken', entry: taken };
}

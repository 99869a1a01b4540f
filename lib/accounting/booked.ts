import type { Connection } from '../connection.ts';
import { entryNumberOf, mentionsNumber, sameNumber } from './entry-number.ts';
import type { BookedEntry, DocumentHeader } from './facts.ts';
import { idsIn, type Lookup, lookup } from './lookup.ts';

/** What stands in a connection's journals, ready to be searched. */
export interface EntryIndex {
  readonly byDocumentId: Lookup<BookedEntry>;
  /** By currency and absolute gross. */
  readonly byAmount: Lookup<BookedEntry>;
  /** By journal and entry number. */
  readonly byEntryNumber: Lookup<BookedEntry>;
  /** By journal and date. */
  readonly byDate: Lookup<BookedEntry>;
}

export type Found =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly entry: BookedEntry }
  | { readonly kind: 'several'; readonly entries: readonly BookedEntry[] }
  /** The number that the document would get belongs to an entry that is not the document's. */
  | { readonly kind: 'numberTaken'; readonly entry: BookedEntry };

export const indexEntries = (entries: readonly BookedEntry[]): EntryIndex => ({
  byDocumentId: lookup(entries, (entry) => idsIn(entry.link)),
  byAmount: lookup(entries, (entry) => [amountKey(entry)]),
  byEntryNumber: lookup(entries, (entry) => [`${entry.journal}/${entry.entryNumber}`]),
  byDate: lookup(entries, (entry) => [`${entry.journal}/${entry.date}`]),
});

const amountKey = ({ currency, gross }: Pick<BookedEntry, 'currency' | 'gross'>): string =>
  `${currency}/${gross.abs().toFixed()}`;

/**
 * Looks a document up among the entries: by the link that we give each entry, else by its number together with amount and
 * currency, as somebody booking by hand would have written it. Feature D7.
 * @returns an entry's amount may differ from the document's: the caller compares
 */
export function findBooked(document: DocumentHeader, index: EntryIndex, connection: Connection): Found {
  const { invoices, creditNotes } = connection.journals;
  const journal = document.kind === 'invoice' ? invoices : creditNotes;
  const linked = index.byDocumentId.get(document.id.toLowerCase()) ?? [];
  const entries = [...linked, ...bookedByHand(document, journal, index, connection)];
  const [entry, second] = entries;
  if (second !== undefined) return { kind: 'several', entries };
  if (entry !== undefined) return { kind: 'one', entry };

  const entryNumber = entryNumberOf(document.number, document.date, connection.entrySeries);
  const [taken] = entryNumber === null ? [] : (index.byEntryNumber.get(`${journal}/${entryNumber}`) ?? []);
  return taken === undefined ? { kind: 'none' } : { kind: 'numberTaken', entry: taken };
}

/** Entries without a link to any document that name this one. */
function bookedByHand(
  document: DocumentHeader,
  journal: string,
  index: EntryIndex,
  connection: Connection,
): readonly BookedEntry[] {
  const { number, date } = document;
  const isNamed = (entry: BookedEntry): boolean =>
    mentionsNumber(entry.yourRef, number) || mentionsNumber(entry.description, number);
  const isNumbered = (entry: BookedEntry): boolean =>
    entry.entryNumber === entryNumberOf(number, date, connection.entrySeries);
  const isThere = (entry: BookedEntry): boolean =>
    entry.journal === journal
      ? isNamed(entry) || isNumbered(entry)
      : isNamed(entry) && entry.date === date && isElsewhere(entry, document, connection);
  // Typed with another amount it is the document all the same, when it bears its very number and date.
  const isTyped = (entry: BookedEntry): boolean =>
    entry.currency === document.currency && entry.yourRef !== null && sameNumber(entry.yourRef, number);
  const named = (index.byAmount.get(amountKey(document)) ?? []).filter(isThere);
  const typed = (index.byDate.get(`${journal}/${date}`) ?? []).filter(isTyped);
  const byHand = [...new Set([...named, ...typed])].filter((entry) => idsIn(entry.link).length === 0);
  const booking = byHand.filter((entry) => !takesBack(entry, document));
  return booking.length > 0 ? booking : byHand;
}

/** Another integration may have booked in a journal of its own; the connection's two hold no strangers. */
const isElsewhere = (entry: BookedEntry, { kind, gross }: DocumentHeader, { journals }: Connection): boolean =>
  !Object.values(journals).includes(entry.journal) && entry.gross.times(gross).lt(0) === (kind === 'creditNote');

/** In the journal of invoices, an entry of the other sign corrects the invoice that it names: it does not book it. */
export const takesBack = (entry: BookedEntry, { kind, gross }: DocumentHeader): boolean =>
  kind === 'invoice' && entry.gross.times(gross).lt(0);

import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import { findBooked, indexEntries } from './booked.ts';
import type { BookedEntry, CalendarDate, DocumentHeader } from './facts.ts';
import { idsIn } from './lookup.ts';
import { isAsInvoiced } from './postings-by-rate.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const isWithin = (date: CalendarDate, { from, to }: Period): boolean => from <= date && date <= to;

/** What a document and the books say of each other. Each document and each entry of a period is in exactly one. */
export type Comparison =
  | {
      /** `otherPeriod`: one of the two is dated outside the period, whatever it says. */
      readonly verdict: 'equal' | 'differs' | 'otherPeriod';
      readonly document: DocumentHeader;
      readonly entries: readonly [BookedEntry];
    }
  | { readonly verdict: 'missing'; readonly document: DocumentHeader; readonly entries: readonly [] }
  | {
      readonly verdict: 'twice';
      readonly document: DocumentHeader;
      readonly entries: readonly [BookedEntry, BookedEntry, ...BookedEntry[]];
    }
  /** It stands in the connection's journals, and no document is known that it books. */
  | { readonly verdict: 'withoutDocument'; readonly document: null; readonly entries: readonly [BookedEntry] };
export type Verdict = Comparison['verdict'];

/** As much of both sides as concerns a period; what is dated outside may be among it, where it belongs to what is inside. */
export interface BothBooks {
  readonly documents: readonly DocumentHeader[];
  readonly entries: readonly BookedEntry[];
  /** By VAT code, as fractions. */
  readonly rates: ReadonlyMap<string, Big>;
  readonly connection: Connection;
}

/** Compares what was invoiced in a period with what was booked in it. Feature G3. */
export function reconcile(period: Period, { documents, entries, rates, connection }: BothBooks): readonly Comparison[] {
  const index = indexEntries(entries);
  const claimed = new Set<string>();
  const compared = linkedFirst(documents, entries).flatMap((document): readonly Comparison[] => {
    const found = entriesIn(findBooked(document, index, connection)).filter(({ id }) => !claimed.has(id));
    const isOfPeriod = [document, ...found].some(({ date }) => isWithin(date, period));
    if (!isOfPeriod) return [];
    for (const { id } of found) claimed.add(id);
    const [entry, second, ...others] = found;
    if (entry === undefined) return [{ verdict: 'missing', document, entries: [] }];
    if (second !== undefined) return [{ verdict: 'twice', document, entries: [entry, second, ...others] }];
    const isInBoth = isWithin(document.date, period) && isWithin(entry.date, period);
    const verdict = isInBoth ? (isAsInvoiced(document, entry, rates) ? 'equal' : 'differs') : 'otherPeriod';
    return [{ verdict, document, entries: [entry] }];
  });
  const journals = Object.values(connection.journals);
  const left = entries.filter(
    ({ id, journal, date }) => !claimed.has(id) && journals.includes(journal) && isWithin(date, period),
  );
  return [
    ...compared,
    ...left.map((entry): Comparison => ({ verdict: 'withoutDocument', document: null, entries: [entry] })),
  ];
}

/** An entry that bears a document's link is no other's, however alike they are. */
function linkedFirst(documents: readonly DocumentHeader[], entries: readonly BookedEntry[]): readonly DocumentHeader[] {
  const linked = new Set(entries.flatMap(({ link }) => idsIn(link)));
  const isLinked = ({ id }: DocumentHeader): boolean => linked.has(id.toLowerCase());
  return [...documents.filter(isLinked), ...documents.filter((one) => !isLinked(one))];
}

/** Those that book the document, or say that they do. */
export function entriesIn(found: ReturnType<typeof findBooked>): readonly BookedEntry[] {
  switch (found.kind) {
    case 'one':
      return [found.entry];
    case 'several':
      return found.entries;
    case 'none':
    case 'numberTaken':
      return [];
  }
}

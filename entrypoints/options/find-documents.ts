import type { DocumentView } from '../../lib/messages.ts';

type Told = Pick<DocumentView, 'outcome' | 'drift' | 'payment'>;

/** What was changed since it was booked, or whose payments do not agree, needs the user and is booked all the same. */
const FILTERS = {
  attention: ({ outcome, drift, payment }: Told) =>
    outcome.state === 'blocked' || drift !== null || payment?.state === 'attention',
  waiting: ({ outcome }: Told) => outcome.state === 'waiting',
  booked: ({ outcome }: Told) => outcome.state === 'booked' || outcome.state === 'adopted',
} as const;

export type DocumentFilter = keyof typeof FILTERS;

export const isFilter = (value: string): value is DocumentFilter => Object.hasOwn(FILTERS, value);

/** What needs the user first, then what waits, then the newest. */
const rankOf = (document: Told): number => (FILTERS.attention(document) ? 0 : FILTERS.waiting(document) ? 1 : 2);

/**
 * The documents that match, in the order of showing.
 * @param search part of a number (blanks do not matter) or of a customer's name
 * @param filter null for all
 * @param connectionId null for all
 */
export function findDocuments(
  documents: readonly DocumentView[],
  search: string,
  filter: DocumentFilter | null,
  connectionId: string | null = null,
): readonly DocumentView[] {
  const wanted = compact(search);
  return documents
    .filter((document) => connectionId === null || document.connectionId === connectionId)
    .filter((document) => filter === null || FILTERS[filter](document))
    .filter(({ number, customer }) => [number, customer].some((text) => compact(text).includes(wanted)))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.date.localeCompare(a.date));
}

const compact = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

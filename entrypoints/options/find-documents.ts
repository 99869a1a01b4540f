import type { DocumentView } from '../../lib/messages.ts';
import type { Outcome } from '../../lib/outcome.ts';

const STATES = {
  attention: ['blocked'],
  waiting: ['waiting'],
  booked: ['booked', 'adopted'],
} as const satisfies Record<string, readonly Outcome['state'][]>;

export type DocumentFilter = keyof typeof STATES;

export const isFilter = (value: string): value is DocumentFilter => Object.hasOwn(STATES, value);

/** What needs the user first, then what waits, then the newest. */
const RANK: Readonly<Record<Outcome['state'], number>> = { blocked: 0, waiting: 1, booked: 2, adopted: 2 };

const rankOf = ({ outcome, payment }: DocumentView): number =>
  payment?.state === 'attention' ? RANK.blocked : RANK[outcome.state];

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
  const states: readonly Outcome['state'][] | null = filter === null ? null : STATES[filter];
  return documents
    .filter((document) => connectionId === null || document.connectionId === connectionId)
    .filter(
      ({ outcome, payment }) =>
        states === null || states.includes(outcome.state) || (filter === 'attention' && payment?.state === 'attention'),
    )
    .filter(({ number, customer }) => [number, customer].some((text) => compact(text).includes(wanted)))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || b.date.localeCompare(a.date));
}

const compact = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

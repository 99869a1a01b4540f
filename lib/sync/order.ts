import type { DocumentHeader } from '../accounting/facts.ts';

export const keyOf = ({ kind, id }: Pick<DocumentHeader, 'kind' | 'id'>): string => `${kind}/${id}`;

/**
 * The order in which documents are booked: from the oldest on, or from the newest back. What Exact refused before comes
 * last: it may be refused again, which can end a run, so it must not stand before all others. Feature F2.
 */
export function inOrder(
  documents: readonly DocumentHeader[],
  refused: ReadonlySet<string>,
  from: 'oldest' | 'newest',
): DocumentHeader[] {
  const sorted = documents.toSorted(byDateThenNumber);
  if (from === 'newest') sorted.reverse();
  const wasRefused = (document: DocumentHeader): boolean => refused.has(keyOf(document));
  return [...sorted.filter((document) => !wasRefused(document)), ...sorted.filter(wasRefused)];
}

const byDateThenNumber = (a: DocumentHeader, b: DocumentHeader): number =>
  a.date.localeCompare(b.date) || a.number.localeCompare(b.number, 'en', { numeric: true });

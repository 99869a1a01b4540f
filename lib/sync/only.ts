import type { DocumentHeader } from '../accounting/facts.ts';
import type { Shown } from '../preview.ts';
import type { Only } from '../store/records.ts';
import { keyOf } from './order.ts';

/** Those of the documents that a run is about. @param only null: all */
export function restrictedTo<T extends Pick<DocumentHeader, 'kind' | 'id'>>(
  only: Only | null,
  documents: readonly T[],
): readonly T[] {
  if (only === null) return documents;
  const wanted = new Set(only.map(keyOf));
  return documents.filter((document) => wanted.has(keyOf(document)));
}

/** What the user was shown of each document, by `kind/id`. */
export const shownIn = (only: Only | null): ReadonlyMap<string, Shown> =>
  new Map((only ?? []).flatMap((one) => (one.shown === null ? [] : [[keyOf(one), one.shown]])));

/** Of the documents that are to be booked again, those that it is about. */
export const againAmong = (
  documents: readonly DocumentHeader[],
  again: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> =>
  new Map(
    documents.flatMap((document) => {
      const entryId = again.get(keyOf(document));
      return entryId === undefined ? [] : [[keyOf(document), entryId] as const];
    }),
  );

/** What either asks for. Of a document that both name, the later request says what was shown. */
export function joined(earlier: Only | null, later: Only | null): Only | null {
  if (earlier === null || later === null) return null;
  return [...new Map([...earlier, ...later].map((one) => [keyOf(one), one])).values()];
}

import { sameNumber } from '../accounting/entry-number.ts';
import type { DocumentHeader } from '../accounting/facts.ts';
import type { Shown } from '../preview.ts';
import type { Only } from '../store/records.ts';
import { keyOf } from './order.ts';

type Named = Pick<DocumentHeader, 'kind' | 'id' | 'number'>;
type About = Only[number];

/** By its id where that is known: a number alone may be written otherwise. */
const isAbout = (one: About, { kind, id, number }: Named): boolean =>
  one.kind === kind && (one.id === null ? one.number !== undefined && sameNumber(one.number, number) : one.id === id);

const keyOfOne = ({ kind, id, number = '' }: About): string =>
  id === null ? `${kind}#${number}` : keyOf({ kind, id });

/** With the ids of those that were asked for by their number; what is none of the documents is left out. */
export function withIds(only: Only | null, documents: readonly Named[]): Only | null {
  if (only === null || only.every(({ id }) => id !== null)) return only;
  return only.flatMap((one) => {
    if (one.id !== null) return [one];
    return documents.filter((document) => isAbout(one, document)).map(({ id }) => ({ ...one, id }));
  });
}

/** Those of the documents that a run is about. @param only null: all */
export function restrictedTo<T extends Named>(only: Only | null, documents: readonly T[]): readonly T[] {
  if (only === null) return documents;
  const wanted = new Set(only.map(keyOfOne));
  const byNumber = only.filter(({ id }) => id === null);
  return documents.filter((document) => wanted.has(keyOf(document)) || byNumber.some((one) => isAbout(one, document)));
}

/** Those that a run was about and that are among the keys, `kind/id`. */
export const amongKeys = (only: Only | null, isAmong: (key: string) => boolean): Only | null =>
  only?.filter((one) => isAmong(keyOfOne(one))) ?? null;

/** What the user was shown of each document, by `kind/id`. */
export const shownIn = (only: Only | null): ReadonlyMap<string, Shown> =>
  new Map((only ?? []).flatMap((one) => (one.shown === null ? [] : [[keyOfOne(one), one.shown]])));

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
  return [...new Map([...earlier, ...later].map((one) => [keyOfOne(one), one])).values()];
}

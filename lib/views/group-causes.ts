import type { Cause, Outcome } from '../outcome.ts';

/** Documents that are held for one and the same cause, and mended together. */
export interface CauseGroup<Document> {
  /** Of the earliest of them, where it names a day. */
  readonly cause: Cause;
  /** The last of the days that their causes name; null where they name no more than one. */
  readonly lastDate: string | null;
  readonly documents: readonly [Document, ...Document[]];
}

/** What is held, by connection and cause; the cause that holds most comes first. */
export function groupCauses<Document extends { readonly connectionId: string; readonly outcome: Outcome }>(
  documents: readonly Document[],
): readonly CauseGroup<Document>[] {
  const groups = new Map<string, CauseGroup<Document>>();
  for (const document of documents) {
    if (document.outcome.state !== 'blocked') continue;
    const { cause } = document.outcome;
    const key = `${document.connectionId}/${keyOf(cause)}`;
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined
        ? { cause, lastDate: null, documents: [document] }
        : { ...withDayOf(cause, group), documents: [...group.documents, document] },
    );
  }
  return [...groups.values()].toSorted((a, b) => b.documents.length - a.documents.length);
}

/** The causes of a group differ in nothing but their days. */
function withDayOf(
  other: Cause,
  { cause, lastDate }: Pick<CauseGroup<unknown>, 'cause' | 'lastDate'>,
): Pick<CauseGroup<unknown>, 'cause' | 'lastDate'> {
  if (!('date' in cause) || !('date' in other)) return { cause, lastDate };
  const latest = lastDate ?? cause.date;
  if (other.date < cause.date) return { cause: other, lastDate: latest };
  return { cause, lastDate: other.date > latest ? other.date : lastDate };
}

/** A period that is opened, or a year that is made, helps all documents in it. */
function keyOf(cause: Cause): string {
  switch (cause.type) {
    case 'periodClosed':
      return `${cause.type}/${cause.date.slice(0, 7)}`;
    case 'financialYearMissing':
      return `${cause.type}/${cause.date.slice(0, 4)}`;
    default:
      return JSON.stringify(cause);
  }
}

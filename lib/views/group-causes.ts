import type { Cause, Outcome } from '../outcome.ts';

/** Documents that are held for one and the same cause, and mended together. */
export interface CauseGroup<Document> {
  /** Of the first of them. */
  readonly cause: Cause;
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
    groups.set(key, { cause: group?.cause ?? cause, documents: group ? [...group.documents, document] : [document] });
  }
  return [...groups.values()].toSorted((a, b) => b.documents.length - a.documents.length);
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

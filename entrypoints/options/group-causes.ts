import type { DocumentView } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';

/** Documents that are held for one and the same cause, and mended together. */
export interface CauseGroup {
  readonly cause: Cause;
  readonly documents: readonly [DocumentView, ...DocumentView[]];
}

/** What is held, by cause; the cause that holds most comes first. */
export function groupCauses(documents: readonly DocumentView[]): readonly CauseGroup[] {
  const groups = new Map<string, CauseGroup>();
  for (const document of documents) {
    if (document.outcome.state !== 'blocked') continue;
    const { cause } = document.outcome;
    const key = JSON.stringify(cause);
    const group = groups.get(key);
    groups.set(key, { cause, documents: group ? [...group.documents, document] : [document] });
  }
  return [...groups.values()].toSorted((a, b) => b.documents.length - a.documents.length);
}

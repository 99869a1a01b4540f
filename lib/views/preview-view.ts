import type { PreviewView } from '../messages.ts';
import type { PreviewDocument, PreviewHead } from '../preview.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';
import { asOne } from '../store/round.ts';
import { viewRun } from './history-view.ts';

export interface PreviewFacts {
  readonly head: PreviewHead | null;
  readonly page: number;
  readonly documents: readonly PreviewDocument[];
  readonly records: readonly DocumentRecord[];
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  /** By connection; none where one name says nothing. */
  readonly names: ReadonlyMap<string, string>;
}

/** A page of the preview; once it was booked, with how each document ended. */
export function viewPreview({ head, page, documents, records, runs, names }: PreviewFacts): PreviewView {
  const bookedAt = head?.bookedAt ?? null;
  const outcomes = new Map(
    bookedAt === null
      ? []
      : records.map(({ connectionId, kind, id, outcome }) => [`${connectionId}/${kind}/${id}`, outcome]),
  );
  const round = runs.filter(
    ({ trigger, startedAt }) => bookedAt !== null && trigger === 'preview' && startedAt >= bookedAt,
  );
  const run = asOne(round);
  return {
    head,
    page,
    documents: documents.map((document) => {
      const outcome = outcomes.get(`${document.connectionId}/${document.kind}/${document.id}`) ?? null;
      return { ...document, outcome };
    }),
    connections: Object.fromEntries(names),
    run: run === null ? null : viewRun(run),
  };
}

import type { PreviewView, TrustedRequest } from '../../lib/messages.ts';
import type { DocumentRecord, Only, RunRecord } from '../../lib/store/records.ts';
import type { Previewer } from '../../lib/sync/previewer.ts';
import type { Runner } from '../../lib/sync/runner.ts';
import { viewPreview } from '../../lib/views/preview-view.ts';

export type PreviewRequest = Extract<TrustedRequest, { type: `preview/${string}` }>;

interface Surroundings {
  readonly previewer: Previewer;
  readonly runner: Runner;
  readonly records: () => Promise<readonly DocumentRecord[]>;
  readonly runs: () => Promise<readonly RunRecord[]>;
  /** By connection; none where one name says nothing. */
  readonly names: () => Promise<ReadonlyMap<string, string>>;
}

/** Answers what the page of the preview asks. */
export async function answerPreview(request: PreviewRequest, surroundings: Surroundings): Promise<PreviewView> {
  const { previewer, runner, records, runs, names } = surroundings;
  if (request.type === 'preview/start') await previewer.start(aboutOf(request.documents));
  if (request.type === 'preview/stop') await previewer.stop();
  if (request.type === 'preview/book') {
    const taken = await previewer.take(request.id);
    const isStarted = await runner.start('preview', {
      isWanted: ({ connection }) => taken.has(connection.id),
      onlyOf: ({ connection }) => taken.get(connection.id) ?? [],
    });
    if (taken.size > 0 && !isStarted) await previewer.giveBack(request.id);
  }
  const page = request.type === 'preview/start' ? 0 : request.page;
  const [head, documents] = await Promise.all([previewer.head(), previewer.page(page)]);
  return viewPreview({ head, page, documents, records: await records(), runs: await runs(), names: await names() });
}

const aboutOf = (documents: Extract<PreviewRequest, { documents: unknown }>['documents']): Only | null =>
  documents?.map((one) => ({ ...one, shown: null })) ?? null;

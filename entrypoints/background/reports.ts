import type { ReportView, TrustedRequest } from '../../lib/messages.ts';
import type { Reporter } from '../../lib/sync/reporter.ts';

type ReportRequest = Extract<TrustedRequest, { type: `report/${string}` }>;

/** Answers what the options page asks of reports. */
export async function answerReport(request: ReportRequest, reporter: Reporter): Promise<ReportView> {
  if (request.type === 'report/start') await reporter.start(request.connectionId, request);
  if (request.type === 'report/stop') await reporter.stop();
  const head = await reporter.head();
  return { head, content: head?.state.is === 'done' ? await reporter.content(head) : null };
}

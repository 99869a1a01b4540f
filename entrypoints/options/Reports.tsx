import { CauseText } from '../../components/cause-text.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SETUP_PAGE } from '../../components/fix-links.tsx';
import { Button, Link, Notice, Progress } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { exactAddress } from '../../lib/addresses.ts';
import { fill, formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { DocumentView, ReportView, SetupView } from '../../lib/messages.ts';
import type { ReportHead } from '../../lib/report.ts';
import { Doubles } from './Doubles.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportResult } from './ReportResult.tsx';
import { useReport } from './use-report.ts';

const { reports, options } = texts;

interface ReportsProps {
  readonly view: SetupView;
  readonly documents: readonly DocumentView[];
}

/** What was invoiced in a period beside what is booked, and what stands there twice. Features G3 and G4. */
export function Reports({ view, documents }: ReportsProps) {
  const report = useReport();
  const { connections } = view;
  return (
    <>
      <section aria-labelledby="reports">
        <h2 id="reports">{reports.title}</h2>
        <p className="prose no-print">{reports.text}</p>
        {connections.length === 0 ? (
          <p className="soft">
            {options.noConnection} <Link href={SETUP_PAGE}>{options.openSetup}</Link>
          </p>
        ) : (
          report.view !== null && (
            <ReportForm
              last={report.view.head}
              connections={connections}
              isWorking={report.view.head?.state.is === 'working'}
              onMake={(connectionId, days) => report.ask({ type: 'report/start', connectionId, ...days })}
            />
          )
        )}
        {report.failure !== null && (
          <FailureNotice failure={report.failure} onTryAgain={() => report.ask({ type: 'report/view' })} />
        )}
        {report.view === null && report.failure === null && <p className="soft">{texts.setup.loading}</p>}
        {report.view?.head === null && connections.length > 0 && <p className="soft">{reports.none}</p>}
        {report.view?.head && (
          <Head head={report.view.head} view={view} onStop={() => report.ask({ type: 'report/stop' })} />
        )}
      </section>
      {report.view !== null && <Content report={report.view} view={view} documents={documents} />}
    </>
  );
}

const connectionIn = ({ connections }: SetupView, { connectionId }: ReportHead) =>
  connections.find(({ connection }) => connection.id === connectionId);

interface HeadProps {
  readonly head: ReportHead;
  readonly view: SetupView;
  readonly onStop: () => void;
}

/** Which period it is about, and how far it is. */
function Head({ head, view, onStop }: HeadProps) {
  const { from, to, state, startedAt, done, total } = head;
  const one = connectionIn(view, head);
  const startDate = one?.connection.startDate ?? '';
  const period = fill(reports.of, { from: formatDate(from, language), to: formatDate(to, language) });
  return (
    <div className="report-head" aria-live="polite">
      <h3>{[period, one?.name].filter(Boolean).join(' · ')}</h3>
      {state.is === 'working' ? (
        <>
          <p className="soft">
            {reports.phase[state.phase]} · {reports.leave}
          </p>
          <Progress label={reports.phase[state.phase]} done={done} total={total} />
          <div>
            <Button onClick={onStop}>{texts.preview.stop}</Button>
          </div>
        </>
      ) : (
        <p className="soft">{fill(reports.made, { time: formatTime(startedAt, language) })}</p>
      )}
      {state.is === 'stopped' && <Notice tone="neutral">{reports.stopped}</Notice>}
      {state.is === 'failed' && (
        <Notice tone="attention">
          <CauseText cause={state.problem} connectionId={head.connectionId} />
        </Notice>
      )}
      {state.is === 'done' && from < startDate && (
        <p className="soft">{fill(reports.fromStart, { date: formatDate(startDate, language) })}</p>
      )}
    </div>
  );
}

function Content({ report: { head, content }, view, documents }: ReportsProps & { readonly report: ReportView }) {
  if (head === null || content === null) return null;
  const exact = exactAddress(view.region, connectionIn(view, head)?.connection.division.code ?? null);
  return (
    <>
      <ReportResult content={content} documents={documents} exact={exact} period={head} />
      <Doubles content={content} exact={exact} />
    </>
  );
}

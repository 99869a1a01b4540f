import { lazy, Suspense, useState } from 'react';
import { NEW_PREVIEW, useListAddress } from '../../components/fix-links.tsx';
import { Brand, Button, Link, Progress, StatusDot } from '../../components/parts.tsx';
import { RunSummary } from '../../components/run-summary.tsx';
import { ServiceNotices } from '../../components/service-notices.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { SyncButton } from '../../components/sync-button.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatDate, formatSpan, formatTime } from '../../lib/i18n/index.ts';
import type { ConnectionView, RunView, SetupView } from '../../lib/messages.ts';
import { AttentionCard } from './AttentionCard.tsx';
import { AutomaticFields } from './AutomaticFields.tsx';
import { type List, loadList } from './load-list.ts';

const LazyList = lazy(() => loadList().then((list) => ({ default: list })));

const { home, setup } = texts;

interface HomeProps {
  readonly view: SetupView;
  /** Of several connections, where it was needed from the beginning; null: it is loaded once it is. */
  readonly list: List | null;
  /** The set-up was saved a moment ago. */
  readonly wasSaved: boolean;
  readonly onChange: () => void;
}

/** At a glance: connected to whom, what was done last, and what needs attention. */
export function Home({ view, list, wasSaved, onChange }: HomeProps) {
  const ConnectionList = list ?? LazyList;
  const { ask } = useSetup();
  const { run } = view.sync;
  const invoices = useListAddress();
  const isRunning = run !== null && run.endedAt === null;
  const only = view.connections.length + view.unsaved.length === 1 ? view.connections[0] : undefined;
  const change = () =>
    (only === undefined ? Promise.resolve() : ask({ type: 'setup/edit', key: only.connection.id })).then(onChange);
  return (
    <>
      <header className="head">
        <Brand />
        <Button look="plain" onClick={() => void change()}>
          {home.change}
        </Button>
      </header>
      <ServiceNotices service="teamleader" view={view.services.teamleader} />
      <ServiceNotices service="exact" view={view.services.exact} />
      {only === undefined ? (
        <Suspense>
          <ConnectionList view={view} onChange={onChange} />
        </Suspense>
      ) : (
        <Route view={view} told={only} />
      )}
      {/* Above all that grows with a sync: the button stays under the hand that pressed it. */}
      <div className="actions">
        <SyncButton look="primary">{home.syncNow}</SyncButton>
        <Link look="button" href={invoices}>
          {home.openList}
        </Link>
      </div>
      <section className="card" aria-label={home.lastRun} aria-live="polite" data-of-today={run !== null || undefined}>
        {run === null ? (
          <p className="soft">{wasSaved ? home.saved : home.never}</p>
        ) : isRunning ? (
          <Running run={run} />
        ) : (
          <Ended run={run} />
        )}
      </section>
      <AttentionCard sync={view.sync} />
      {only !== undefined && (
        <section className="card" aria-label={setup.steps.automatic}>
          <AutomaticFields connection={only.connection} />
        </section>
      )}
      <nav className="links">
        <Link href={NEW_PREVIEW}>{texts.preview.open}</Link>
        <Link href="/options.html#history">{home.options}</Link>
      </nav>
    </>
  );
}

interface RouteProps {
  readonly view: SetupView;
  readonly told: ConnectionView;
}

/** What is booked into what. */
function Route({ view, told: { connection, isHeld } }: RouteProps) {
  return (
    <section className="card" aria-label={home.connection}>
      <p className="route">
        <StatusDot tone={isHeld ? 'attention' : 'good'} />
        <span>
          {connection.companyEntity.name} → {connection.division.name}
        </span>
      </p>
      <p className="soft">{fill(home.users, usersIn(view))}</p>
      <p className="soft">{fill(home.since, { date: formatDate(connection.startDate, language) })}</p>
    </section>
  );
}

const usersIn = ({ services: { teamleader, exact } }: SetupView) => ({
  teamleader: teamleader.user ?? '',
  exact: exact.user ?? '',
});

function Running({ run }: { readonly run: RunView }) {
  const { ask } = useSetup();
  const [isStopping, setStopping] = useState(false);
  const phase = texts.phase[run.phase];
  const stop = () => {
    setStopping(true);
    void ask({ type: 'sync/stop' });
  };
  return (
    <>
      <p className="between">
        <span>{phase}</span>
        {run.total > 0 && <span className="amount">{`${run.done} / ${run.total}`}</span>}
      </p>
      <Progress label={phase} done={run.done} total={run.total} />
      <p className="between">
        <span className="soft">
          {run.secondsLeft !== null && fill(home.timeLeft, { time: formatSpan(run.secondsLeft, language) })}
        </span>
        <Button look="plain" isBusy={isStopping} onClick={stop}>
          {isStopping ? home.stopping : home.stop}
        </Button>
      </p>
    </>
  );
}

function Ended({ run }: { readonly run: RunView }) {
  // This page is shown to who is logged in at both services: it goes on by itself, or once another user is confirmed.
  const isLoggedInAgain = run.problem?.type === 'loginNeeded';
  return (
    <>
      <p className="soft">
        {home.lastRun} {formatTime(run.endedAt ?? run.startedAt, language)}
      </p>
      <RunSummary run={run} mended={isLoggedInAgain ? home.loggedInAgain : null} />
    </>
  );
}

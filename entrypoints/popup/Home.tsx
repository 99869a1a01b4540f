import { browser } from 'wxt/browser';
import { Button, Progress } from '../../components/parts.tsx';
import { RunSummary } from '../../components/run-summary.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import type { Connection } from '../../lib/connection.ts';
import { fill, formatDate, formatTime } from '../../lib/i18n/index.ts';
import type { RunView, SetupView } from '../../lib/messages.ts';

const { home } = texts;

interface HomeProps {
  readonly view: SetupView;
  readonly connection: Connection;
  readonly onChange: () => void;
}

/** At a glance: connected to whom, what was done last, and what needs attention. */
export function Home({ view, connection, onChange }: HomeProps) {
  const ask = useSetup((state) => state.ask);
  const { run, attention } = view.sync;
  const isRunning = run !== null && run.endedAt === null;
  return (
    <>
      <header className="head">
        <h1>Boekbrug</h1>
        <Button look="plain" onClick={onChange}>
          {home.change}
        </Button>
      </header>
      <section className="card" aria-label={home.connection}>
        <p className="route">
          {connection.companyEntity.name} → {connection.division.name}
        </p>
        <p className="soft">{fill(home.since, { date: formatDate(connection.startDate, language) })}</p>
      </section>
      <Attention count={attention} />
      <section className="card" aria-label={home.lastRun} aria-live="polite">
        {run === null ? <p className="soft">{home.never}</p> : isRunning ? <Running run={run} /> : <Ended run={run} />}
      </section>
      <Button look="primary" isBusy={isRunning} onClick={() => void ask({ type: 'sync/start' })}>
        {isRunning ? texts.button.starting : home.syncNow}
      </Button>
      <div className="row">
        <a className="button is-plain" href="https://focus.teamleader.eu/" target="_blank" rel="noreferrer">
          {home.openList}
        </a>
        <Button look="plain" onClick={() => void browser.runtime.openOptionsPage()}>
          {home.options}
        </Button>
      </div>
    </>
  );
}

function Attention({ count }: { readonly count: number }) {
  if (count === 0) {
    return (
      <p className="row">
        <span className="dot is-good" /> {home.allGood}
      </p>
    );
  }
  return (
    <p className="row">
      <span className="dot is-attention" />
      <span>{count === 1 ? home.needsAttentionOne : fill(home.needsAttention, { count })}</span>
      <Button look="plain" onClick={() => void browser.runtime.openOptionsPage()}>
        {home.show}
      </Button>
    </p>
  );
}

function Running({ run }: { readonly run: RunView }) {
  const phase = texts.phase[run.phase];
  return (
    <>
      <p>
        {phase} {run.total > 0 && <span className="soft">{`${run.done} / ${run.total}`}</span>}
      </p>
      <Progress label={phase} done={run.done} total={run.total} />
    </>
  );
}

function Ended({ run }: { readonly run: RunView }) {
  return (
    <>
      <p className="soft">
        {home.lastRun} {formatTime(run.endedAt ?? run.startedAt, language)}
      </p>
      <RunSummary run={run} />
    </>
  );
}

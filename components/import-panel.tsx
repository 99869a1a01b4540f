import { fill, formatSpan } from '../lib/i18n/index.ts';
import type { ImportCounts, ImportView } from '../lib/import-messages.ts';
import { ChoiceField } from './choice-field.tsx';
import { ImportCause } from './import-cause.tsx';
import { Button, Notice, Progress } from './parts.tsx';
import { language, texts } from './texts.ts';
import type { ImportState } from './use-import.ts';

const { imports } = texts;

interface ImportPanelProps {
  readonly division: number;
  readonly state: ImportState;
}

/** What an import would do, does or has done, and the next step. Features B4 and B5. */
export function ImportPanel({ division, state: { view, isBusy, ask } }: ImportPanelProps) {
  if (view === null) return <p className="soft">{texts.setup.loading}</p>;
  const plan = (label: string, look?: 'primary' | 'plain') => (
    <Button look={look} isBusy={isBusy} onClick={() => void ask({ type: 'import/plan', division })}>
      {label}
    </Button>
  );
  const start = (label: string) => (
    <Button look="primary" isBusy={isBusy} onClick={() => void ask({ type: 'import/start', division })}>
      {label}
    </Button>
  );
  const pause = (
    <Button isBusy={isBusy} onClick={() => void ask({ type: 'import/pause', division })}>
      {imports.pause}
    </Button>
  );
  // An import begins with a look at both sides: how much there is to create is known after it.
  const isReading = view.state === 'reading' || (view.state === 'running' && view.total === 0);
  return (
    <div className="import" aria-live="polite">
      {view.problem !== null && (
        <Notice tone={view.state === 'waiting' ? 'neutral' : 'attention'}>
          <ImportCause cause={view.problem} />
        </Notice>
      )}
      {isReading && (
        <>
          <p>{imports.reading}</p>
          <Progress label={imports.reading} done={0} total={0} />
          <p className="soft">{imports.readingHint}</p>
        </>
      )}
      {(view.state === 'running' || view.state === 'waiting') && view.total > 0 && <Running view={view} />}
      {view.counts !== null && <Counts counts={view.counts} />}
      {view.counts !== null && view.counts.unnumbered > 0 && (
        <ChoiceField
          question={fill(imports.unnumbered, { count: view.counts.unnumbered })}
          choices={(['contact', 'company'] as const).map((value) => ({ value, label: imports.unnumberedAs[value] }))}
          value={view.unnumberedAs}
          onChange={(as) => void ask({ type: 'import/unnumbered', division, as })}
        />
      )}
      {(view.state === 'pausing' || view.state === 'paused') && <p>{imports[view.state]}</p>}
      {view.state === 'done' && view.counts?.ask === 0 && <p>{imports.done}</p>}
      <div className="row">
        {view.state === 'unplanned' && plan(imports.plan, 'primary')}
        {view.state === 'planned' && start(imports.start)}
        {(view.state === 'pausing' || view.state === 'paused') && start(imports.goOn)}
        {view.state === 'running' && pause}
        {view.state === 'waiting' && start(imports.goOn)}
        {view.state === 'waiting' && pause}
        {view.counts !== null && plan(imports.planAgain, 'plain')}
      </div>
    </div>
  );
}

function Running({ view: { done, total, failed, secondsLeft } }: { readonly view: ImportView }) {
  return (
    <>
      <p className="between">
        <span>{imports.running}</span>
        <span className="amount">{`${done} / ${total}`}</span>
      </p>
      <Progress label={imports.running} done={done} total={total} />
      {secondsLeft !== null && (
        <p className="soft">{fill(texts.home.timeLeft, { time: formatSpan(secondsLeft, language) })}</p>
      )}
      {failed > 0 && <p>{fill(imports.failedSoFar, { count: failed })}</p>}
    </>
  );
}

const COUNTS = ['made', 'known', 'left', 'ask', 'failed', 'twice'] as const;

function Counts({ counts }: { readonly counts: ImportCounts }) {
  const { companies, contacts } = counts;
  const told = COUNTS.filter((name) => counts[name] > 0);
  return (
    <>
      <p>
        <strong>
          {companies + contacts === 0 ? imports.nothingToCreate : fill(imports.toCreate, { companies, contacts })}
        </strong>
      </p>
      {told.length > 0 && (
        <ul className="counts">
          {told.map((name) => (
            <li key={name}>{fill(imports.counts[name], { count: counts[name] })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

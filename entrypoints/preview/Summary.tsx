import { CauseText } from '../../components/cause-text.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Button, Notice, Progress } from '../../components/parts.tsx';
import { RunSummary } from '../../components/run-summary.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatMoney, formatPercent, formatTime } from '../../lib/i18n/index.ts';
import type { RunView } from '../../lib/messages.ts';
import type { PreviewHead, PreviewTotals } from '../../lib/preview.ts';

const { preview } = texts;

const COUNTS = ['book', 'adopt', 'waiting', 'blocked', 'unchanged'] as const;

type Counted = keyof PreviewHead['counts'];

/** What it would do bears the name that a sync gives it. */
function countName(counted: Counted, count: number): string {
  if (counted === 'book') return preview.toBook;
  const name = counted === 'adopt' ? 'adopted' : counted;
  return count === 1 ? texts.countOne[name] : texts.count[name];
}

interface SummaryProps {
  readonly head: PreviewHead;
  /** What books it, or has. */
  readonly run: RunView | null;
  readonly connections: Readonly<Record<string, string>>;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onBook: (id: string) => void;
}

export function Summary({ head, run, connections, onStart, onStop, onBook }: SummaryProps) {
  const isWorking = head.state.is === 'working';
  const { book } = head.counts;
  const action = book === 1 ? preview.bookOne : fill(preview.bookMany, { count: book });
  return (
    <>
      {/* It says that nothing was sent. */}
      {head.bookedAt === null && <p className="prose">{head.isWhole ? preview.intro : preview.introSome}</p>}
      <div aria-live="polite" className="state">
        <State head={head} run={run} />
      </div>
      {/* What became of it is counted by what booked it. */}
      {head.bookedAt === null && <Counts counts={head.counts} />}
      {head.totals.length > 0 && <TotalsTable totals={head.totals} connections={connections} />}
      <div className="row no-print">
        {isWorking ? (
          <Button onClick={onStop}>{preview.stop}</Button>
        ) : (
          <>
            {book > 0 && head.bookedAt === null && (
              <Confirm
                action={action}
                title={preview.bookTitle}
                text={preview.bookText}
                onConfirm={() => onBook(head.id)}
              />
            )}
            <Button onClick={onStart}>{preview.again}</Button>
            <Button look="plain" onClick={() => print()}>
              {preview.print}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

function Counts({ counts }: Pick<PreviewHead, 'counts'>) {
  return (
    <ul className="counts">
      {COUNTS.filter((count) => counts[count] > 0).map((count) => (
        <li key={count}>
          <strong>{counts[count]}</strong> {countName(count, counts[count])}
        </li>
      ))}
    </ul>
  );
}

function State({ head, run }: Pick<SummaryProps, 'head' | 'run'>) {
  const { state, done, total, startedAt, bookedAt } = head;
  if (state.is === 'working') {
    const phase = texts.phase[state.phase];
    return (
      <>
        <p className="soft">{total > 0 ? `${phase} · ${fill(preview.progress, { done, total })}` : phase}</p>
        <Progress label={phase} done={done} total={total} />
      </>
    );
  }
  return (
    <>
      <p className="soft">{fill(preview.made, { time: formatTime(startedAt, language) })}</p>
      {state.is === 'stopped' && <Notice tone="neutral">{preview.stopped}</Notice>}
      {state.is === 'failed' && (
        <Notice tone="attention">
          <CauseText cause={state.problem} />
        </Notice>
      )}
      {state.is === 'done' && total === 0 && <p>{preview.nothing}</p>}
      {bookedAt !== null && (
        <Notice tone={run?.problem ? 'attention' : 'neutral'}>
          <p>
            {run !== null && run.endedAt === null
              ? preview.booking
              : fill(preview.wasBooked, { time: formatTime(bookedAt, language) })}
          </p>
          {run !== null && run.endedAt !== null && <RunSummary run={run} />}
        </Notice>
      )}
    </>
  );
}

/** Of what would be booked, by VAT rate. */
function TotalsTable({
  totals,
  connections,
}: { readonly totals: readonly PreviewTotals[] } & Pick<SummaryProps, 'connections'>) {
  return (
    <div className="scroll">
      <table>
        <caption>{preview.totals}</caption>
        <thead>
          <tr>
            <th scope="col">{preview.rate}</th>
            <th scope="col" className="amount">
              {preview.net}
            </th>
            <th scope="col" className="amount">
              {preview.vat}
            </th>
            <th scope="col" className="amount">
              {preview.gross}
            </th>
          </tr>
        </thead>
        {totals.map((one) => (
          <TotalsOf key={`${one.connectionId}/${one.currency}`} totals={one} name={connections[one.connectionId]} />
        ))}
      </table>
    </div>
  );
}

function TotalsOf({ totals, name }: { readonly totals: PreviewTotals; readonly name: string | undefined }) {
  const { currency, rates, net, vat, gross } = totals;
  const money = (amount: string): string => formatMoney(amount, currency, language);
  return (
    <tbody>
      {rates.map((one) => (
        <tr key={one.rate}>
          <th scope="row">{formatPercent(one.rate, language)}</th>
          <td className="amount">{money(one.net)}</td>
          <td className="amount">{money(one.vat)}</td>
          <td />
        </tr>
      ))}
      <tr className="sum">
        <th scope="row">{[preview.total, currency, name].filter(Boolean).join(' · ')}</th>
        <td className="amount">{money(net)}</td>
        <td className="amount">{money(vat)}</td>
        <td className="amount">{money(gross)}</td>
      </tr>
    </tbody>
  );
}

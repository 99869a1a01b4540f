import { Progress } from '../../components/parts.tsx';
import { RunSummary } from '../../components/run-summary.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatTime } from '../../lib/i18n/index.ts';
import type { RunView } from '../../lib/messages.ts';
import { useConnectionNames } from './connection-names.ts';
import { NotYet } from './NotYet.tsx';

const { connections, options } = texts;

/** The last runs, newest first. */
export function Runs({ runs }: { readonly runs: readonly RunView[] }) {
  const names = useConnectionNames();
  const isOfSeveral = Object.keys(names).length > 0;
  return (
    <section aria-labelledby="runs">
      <h2 id="runs">{options.runs}</h2>
      {runs.length === 0 ? (
        <NotYet>{options.noRuns}</NotYet>
      ) : (
        <div className="scroll">
          <table aria-labelledby="runs">
            <thead>
              <tr>
                <th scope="col">{options.started}</th>
                {isOfSeveral && <th scope="col">{connections.which}</th>}
                <th scope="col">{options.how}</th>
                <th scope="col">{options.result}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td className="number">{formatTime(run.startedAt, language)}</td>
                  {isOfSeveral && <td>{names[run.connectionId]}</td>}
                  <td>{options.triggers[run.trigger]}</td>
                  <td>{run.endedAt === null ? <Running run={run} /> : <RunSummary run={run} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Running({ run: { phase, done, total } }: { readonly run: RunView }) {
  const label = fill(options.running, { phase: texts.phase[phase] });
  return (
    <>
      <p className="between">
        {label}
        {total > 0 && <span className="amount">{`${done} / ${total}`}</span>}
      </p>
      <Progress label={label} done={done} total={total} />
    </>
  );
}

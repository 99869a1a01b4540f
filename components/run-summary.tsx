import { describeCause } from '../lib/i18n/describe.ts';
import type { RunView } from '../lib/messages.ts';
import { language, texts } from './texts.ts';

const COUNTS = ['booked', 'adopted', 'unchanged', 'waiting', 'blocked'] as const;

/** What a run did, in a few words. */
export function RunSummary({ run }: { readonly run: RunView }) {
  const told = COUNTS.filter((count) => run.counts[count] > 0).map(
    (count) => `${run.counts[count]} ${texts.count[count]}`,
  );
  const problem = run.problem === null ? null : describeCause(run.problem, texts, language);
  return (
    <>
      <span>{told.length === 0 ? texts.panel.nothing : told.join(' · ')}</span>
      {problem !== null && (
        <p className="soft">
          {problem.text} {problem.fix}
        </p>
      )}
    </>
  );
}

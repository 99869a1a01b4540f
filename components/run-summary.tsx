import type { RunView } from '../lib/messages.ts';
import { CauseText } from './cause-text.tsx';
import { texts } from './texts.ts';

const COUNTS = ['booked', 'adopted', 'unchanged', 'waiting', 'blocked'] as const;

/** No line ends within what is counted. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

interface RunSummaryProps {
  readonly run: RunView;
  /** What is told in place of what ended it, where that holds no more. */
  readonly mended?: string | null;
}

/** What a run did, in a few words. */
export function RunSummary({ run: { counts, problem, paid, paymentsProblem }, mended = null }: RunSummaryProps) {
  const told = COUNTS.filter((count) => counts[count] > 0).map((count) => {
    const text = counts[count] === 1 ? texts.countOne[count] : texts.count[count];
    return unbroken(`${counts[count]} ${text}`);
  });
  if (paid > 0) told.push(unbroken(`${paid} ${paid === 1 ? texts.payments.setAsPaidOne : texts.payments.setAsPaid}`));
  return (
    <>
      {(problem === null || told.length > 0) && <p>{told.length === 0 ? texts.panel.nothing : told.join(' · ')}</p>}
      {problem !== null && (mended === null ? <CauseText cause={problem} /> : <p>{mended}</p>)}
      {problem === null && paymentsProblem !== null && (
        <>
          <p>{texts.payments.failed}</p>
          <CauseText cause={paymentsProblem} />
        </>
      )}
    </>
  );
}

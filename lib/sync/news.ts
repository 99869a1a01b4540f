import { automaticAfter } from '../automatic.ts';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import type { RunRecord } from '../store/records.ts';

/** A service that does not answer so many times in a row, a quarter of an hour apart, is told of. */
const GIVEN_UP_AFTER = 4;

/**
 * Is the run's end worth a notification? What the user started always is; of what goes on by itself he hears when
 * something was booked, when more needs him than before, or when it came to a halt. What is tried again by itself is no
 * news until it has been in vain for long.
 * @param earlier the connection's runs before it, the newest first
 */
export function isNews(run: RunRecord, earlier: readonly RunRecord[]): boolean {
  const { trigger, counts, problem, paymentsProblem } = run;
  const [before] = earlier;
  if (trigger !== 'automatic' && trigger !== 'resume') return true;
  if (counts.booked + counts.adopted > 0 || counts.blocked > blockedBefore(run, earlier)) return true;
  if (paymentsProblem !== null && paymentsProblem.type !== before?.paymentsProblem?.type) return true;
  if (problem === null || 'until' in problem) return false;
  if (problem.type === 'unreachable') return unreachableTimes([run, ...earlier]) === GIVEN_UP_AFTER;
  return problem.type !== before?.problem?.type;
}

/** A run of some documents counts those alone: it says nothing of the others, nor the others' count of them. */
function blockedBefore({ only }: RunRecord, earlier: readonly RunRecord[]): number {
  if (only !== null) return 0;
  return earlier.find((one) => one.only === null)?.counts.blocked ?? 0;
}

const isUnreachable = (problem: Cause | null): boolean => problem?.type === 'unreachable';

function unreachableTimes(runs: readonly RunRecord[]): number {
  const first = runs.findIndex(({ problem }) => !isUnreachable(problem));
  return first === -1 ? runs.length : first;
}

/** Does the connection stand still until somebody sees to it? @param runs of the connection, the newest first */
export function standsStill(runs: readonly RunRecord[]): boolean {
  const problem = runs[0]?.problem ?? null;
  if (problem === null || 'until' in problem) return false;
  return !isUnreachable(problem) || unreachableTimes(runs) >= GIVEN_UP_AFTER;
}

/** Later than it was due by more than this, a run catches up. */
const CATCHES_UP_AFTER_MS = 60 * 60_000;

/** Since when a run by itself had to catch up, in epoch milliseconds; null where it came in time. */
export function caughtUpSince(
  run: RunRecord,
  before: RunRecord | null,
  { automaticEvery, automaticHours }: Pick<Connection, 'automaticEvery' | 'automaticHours'>,
): number | null {
  if (run.trigger !== 'automatic' || automaticEvery === null || before === null || before.endedAt === null) return null;
  const dueAt = automaticAfter(before.endedAt, automaticEvery, automaticHours);
  return run.startedAt - dueAt > CATCHES_UP_AFTER_MS ? before.endedAt : null;
}

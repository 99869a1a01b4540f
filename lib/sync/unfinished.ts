import type { Cause } from '../outcome.ts';
import type { DocumentRecord, RunRecord } from '../store/records.ts';
import { restrictedTo } from './only.ts';

/** A service that did not answer is tried again by itself. */
const AFTER_UNREACHABLE_MS = 15 * 60_000;

/** What goes away, by itself or with a log-in: a run that it halted is gone on with then. */
const isPassing = (problem: Cause | null): boolean =>
  problem !== null && ('until' in problem || problem.type === 'unreachable' || problem.type === 'loginNeeded');

/**
 * The runs that were halted by what goes away, and with which none has gone on since; the newest first. To go on belongs to
 * what is left, whatever the user had done meanwhile: only a run of all documents, or one that goes on by itself, takes
 * along what was left before it.
 * @param runs of the connection, the newest first
 * @param records of its documents
 */
export function unfinishedAmong(runs: readonly RunRecord[], records: readonly DocumentRecord[]): readonly RunRecord[] {
  // One that could not begin, or that died without a log-in to go on with, has gone on with nothing.
  const covering = runs.findIndex(
    ({ only, trigger, phase }) => phase === 'ended' && (only === null || trigger === 'resume'),
  );
  const since = covering === -1 ? runs : runs.slice(0, covering + 1);
  return since.filter((run, place) => isPassing(run.problem) && (place === 0 || isAnyLeft(run, records)));
}

/** One that was asked for by its number was not found yet. */
function isAnyLeft({ only }: RunRecord, records: readonly DocumentRecord[]): boolean {
  if (only === null || only.some(({ id }) => id === null)) return true;
  return restrictedTo(only, records).some(({ outcome }) => outcome.state === 'waiting');
}

/** When it is to be gone on with, in epoch milliseconds; null: after a log-in. */
export function goesOnAt({ problem, endedAt }: RunRecord): number | null {
  if (problem === null || problem.type === 'loginNeeded') return null;
  return 'until' in problem ? problem.until : (endedAt ?? 0) + AFTER_UNREACHABLE_MS;
}

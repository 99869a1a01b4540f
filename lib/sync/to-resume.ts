/** What a run is about that goes on by itself. */
import type { DocumentRecord, Only, RunRecord } from '../store/records.ts';
import { joined, shownIn } from './only.ts';
import { keyOf } from './order.ts';

/** What any of the runs left to do, the newest first; all where there is none. */
export const aboutAll = (runs: readonly RunRecord[]): Only | null =>
  runs.length === 0 ? null : runs.toReversed().reduce<Only | null>((all, run) => joined(all, leftOf(run)), []);

/** Nothing where the user stopped it, or where all was gone through: what is new since is for who asks, or for the clock. */
function leftOf({ only, problem, phase }: RunRecord): Only | null {
  if (phase === 'ended' && problem === null && only === null) return [];
  return problem?.type === 'stoppedByUser' ? [] : only;
}

/**
 * What goes on by itself is what was left, and what an earlier run has promised to go on with: what the user was shown then
 * still is what may be booked.
 * @param runs of the connection, the newest first
 */
export function withPromised(
  only: Only | null,
  records: readonly DocumentRecord[],
  runs: readonly RunRecord[],
): Only | null {
  if (only === null) return null;
  const shown = shownIn(runs.toReversed().flatMap((run) => run.only ?? []));
  const promised = records.flatMap(({ kind, id, outcome }) =>
    outcome.state === 'waiting' && outcome.until !== null
      ? [{ kind, id, shown: shown.get(keyOf({ kind, id })) ?? null }]
      : [],
  );
  return joined(promised, only);
}

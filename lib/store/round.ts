import type { RunRecord } from './records.ts';

/** The newest run of each connection among those that were started together with it, itself first. */
export function roundOf(run: RunRecord, runs: readonly RunRecord[]): readonly RunRecord[] {
  const together = runs.filter(({ round }) => run.round !== null && round === run.round);
  const newest = new Map(together.toReversed().map((one) => [one.connectionId, one]));
  newest.delete(run.connectionId);
  return [run, ...newest.values()];
}

/** The round that works, else the one that began last. @param runs newest first */
export function newestRound(runs: readonly RunRecord[]): readonly RunRecord[] {
  const run = workingOf(runs) ?? runs[0];
  return run === undefined ? [] : roundOf(run, runs);
}

/** What has its turn comes before what waits for it. */
const workingOf = (runs: readonly RunRecord[]): RunRecord | undefined => {
  const underWay = runs.filter(({ endedAt }) => endedAt === null);
  return underWay.find(({ phase }) => phase !== 'queued') ?? underWay[0];
};

/** A round as if it were one run: while it works, as far as the one is that has its turn. */
export function asOne(round: readonly RunRecord[]): RunRecord | null {
  const latest = round.toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0))[0];
  const told = workingOf(round) ?? latest;
  if (told === undefined) return null;
  const sum = (count: (run: RunRecord) => number): number => round.reduce((total, run) => total + count(run), 0);
  const counts = {
    booked: sum((run) => run.counts.booked),
    adopted: sum((run) => run.counts.adopted),
    unchanged: sum((run) => run.counts.unchanged),
    waiting: sum((run) => run.counts.waiting),
    blocked: sum((run) => run.counts.blocked),
  };
  const paid = sum((run) => run.paid);
  if (told.endedAt === null) return { ...told, counts, paid };
  return {
    ...told,
    startedAt: Math.min(...round.map(({ startedAt }) => startedAt)),
    done: sum((run) => run.done),
    total: sum((run) => run.total),
    counts,
    paid,
    paymentsProblem: round.find(({ paymentsProblem }) => paymentsProblem !== null)?.paymentsProblem ?? null,
    problem: round.find(({ problem }) => problem !== null)?.problem ?? null,
  };
}

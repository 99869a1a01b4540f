/** The real worker in Chromium, killed by the DevTools protocol at the points where its run awaits the world outside. */
import { joined } from './deaths.ts';
import { type Halt, halted, lay, pointsOf } from './halting.ts';
import { onStage, type Stage } from './kill-stage.ts';
import { isQuotaReached } from './ledger-check.ts';
import { killsInARenewal } from './renewal-kills.ts';
import type { Part, PartOptions } from './report.ts';

/** With a browser of its own for so many, no token runs out. */
const KILLS_A_BROWSER = 60;
const QUICK_KILLS = 12;
/** Calls that are made side by side come in another order each time, so that some points are met by fewer runs. */
const LEAST_SHARE = 0.9;
/** Any run that goes on comes to so many points. */
const FEWEST_POINTS = 8;

interface Kill {
  readonly first: Halt;
  /** Where the run that goes on by itself is killed too. */
  readonly second: Halt | null;
}

/** The names of the points of a run in which nobody dies. */
const pointsOfARun = (): Promise<readonly string[]> =>
  onStage(async (stage) => {
    const worker = await stage.worker();
    await lay(worker, { at: null, when: 'after' });
    await stage.click();
    await stage.rest();
    return pointsOf(worker);
  });

async function survive(stage: Stage, { first, second }: Kill): Promise<Part> {
  await stage.startAnew();
  // Where it dies before the run is on its way, the click is not answered: who sees that nothing has begun clicks again.
  const names = [await killed(stage, first, () => void stage.click().catch(() => null))];
  if ((await stage.history()).runs.length === 0) await stage.click();
  // From here on nobody starts anything: the worker goes on when it wakes.
  if (names[0] !== null && second !== null) names.push(await killed(stage, second, () => undefined));
  if (names.includes(null)) return { figures: {}, failures: [] };
  const { runs } = await stage.rest();
  const isLeft = runs.length === 1 && runs.some(({ phase }) => phase !== 'ended');
  const figures = await stage.figures(await stage.settle());
  const name = `killed ${first.when} ${first.at} (${names.join(', then ')})`;
  const isRight = Object.values(figures).every((figure) => figure === 0);
  const defects = stage.newDefects();
  const errorQuotaReached = defects.filter(isQuotaReached).length;
  return {
    figures: { ...figures, errorQuotaReached, ...(second === null ? { crashPoints: 1 } : { doubleKills: 1 }) },
    failures: [
      ...defects.map((defect) => `${name}: ${defect}`),
      ...(isRight ? [] : [`${name}: ${JSON.stringify(figures)}`]),
      ...(isLeft ? [`${name}: no run went on`] : []),
    ],
  };
}

/** Something that was waited for never came: told with what the worker says of its runs. */
export async function stalled(stage: Stage, { first, second }: Kill, error: unknown): Promise<Part> {
  const name = `killed ${first.when} ${first.at}${second === null ? '' : ' and again'}`;
  const { runs } = await stage.history();
  return { figures: {}, failures: [`${name}: ${error}; runs: ${JSON.stringify(runs)}`] };
}

/** Kills the worker at the point; null where it did not come there. */
export async function killed(stage: Stage, halt: Halt, begin: () => void): Promise<string | null> {
  const worker = await stage.worker();
  await lay(worker, halt);
  const reached = halted(worker);
  begin();
  const name = await Promise.race([reached, stage.rest().then(() => null)]);
  reached.catch(() => null);
  await stage.kill();
  return name;
}

/** Killed at its first entry, and then nobody asks anything of it: its own alarm wakes it. */
async function survivesAlone(stage: Stage, at: number): Promise<Part> {
  await stage.startAnew();
  const name = await killed(stage, { at, when: 'after' }, () => void stage.click().catch(() => null));
  const before = stage.booked();
  await stage.untilAllBooked();
  const failures = before < stage.toBook() ? [] : [`killed after ${at} (${name}): nothing was left to go on with`];
  return { figures: { crashPoints: 1 }, failures };
}

const isEntry = (point: string): boolean => /^POST .*\/SalesEntries$/.test(point);
const isCall = (point: string): boolean => /^[A-Z]/.test(point);

/**
 * Every point after it was passed, and every call before it is made too: a write that is not made is the point before.
 * Each once alone, and once with a second death: of the run that goes on, at its first write to Exact or before it.
 */
const killsOf = (points: readonly string[]): Kill[] =>
  points.flatMap((point, at) => {
    const after: Halt = { at, when: 'after' };
    const second: Halt = { at: at % 2 === 0 ? 'firstWrite' : at % FEWEST_POINTS, when: 'after' };
    return [
      { first: after, second: null },
      { first: after, second },
      ...(isCall(point) ? [{ first: { at, when: 'before' } as const, second: null }] : []),
    ];
  });

export async function kills({ quick, share }: PartOptions): Promise<Part> {
  const points = await pointsOfARun();
  const all = killsOf(points);
  const step = quick ? Math.ceil(all.length / QUICK_KILLS) : share.of;
  const chosen = all.filter((_, index) => index % step === share.index % step);
  const parts: Part[] = [];
  for (let from = 0; from < chosen.length; from += KILLS_A_BROWSER) {
    await onStage(async (stage) => {
      for (const kill of chosen.slice(from, from + KILLS_A_BROWSER)) {
        parts.push(await survive(stage, kill).catch((error: unknown) => stalled(stage, kill, error)));
      }
    });
  }
  if (!quick && share.index === 0) {
    parts.push(await onStage((stage) => survivesAlone(stage, points.findIndex(isEntry))));
    parts.push(await killsInARenewal());
  }
  const { figures, failures } = joined(parts);
  const reached = (figures.crashPoints ?? 0) + (figures.doubleKills ?? 0);
  const missed =
    reached < chosen.length * LEAST_SHARE ? [`only ${reached} of ${chosen.length} points were come to`] : [];
  return { figures, failures: [...missed, ...failures], told: `${points.length} points were found in a run` };
}

/** A browser whose clock is an hour off, or jumps by an hour at any call of a run. */
import { run, startWorld } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { checkedAlone } from './ledger-check.ts';
import type { Part } from './report.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUICK_POINTS = 3;
const WAITS_MIN = [7, 61, 61];

interface Jump {
  /** After so many calls. */
  readonly at: number;
  readonly by: number;
}

async function withstand({ at, by }: Jump): Promise<Part> {
  let from = Number.POSITIVE_INFINITY;
  const world = await startWorld(
    { documents: 12 },
    { nowIn: (sandbox) => () => sandbox.clock.now() + (sandbox.log.calls.length - from >= at ? by : 0) },
  );
  try {
    from = world.sandbox.log.calls.length;
    await run(world.context);
    for (const minutes of WAITS_MIN) {
      world.sandbox.clock.advance(minutes * MINUTE);
      const { problem } = await run(world.context);
      // Whoever is asked to log in again does so; the browser goes on with what it knows.
      if (problem?.type !== 'loginNeeded') continue;
      const { database } = world.context;
      await run({ ...(await world.anotherBrowser()), database });
    }
    const part = await checkedAlone(`the clock ${by / HOUR} h off after ${at} calls`, world);
    return { figures: { ...part.figures, faults: 1 }, failures: part.failures };
  } finally {
    await world.sandbox.close();
  }
}

async function callsOfARun(): Promise<number> {
  const world = await startWorld({ documents: 12 });
  try {
    const before = world.sandbox.log.calls.length;
    await run(world.context);
    return world.sandbox.log.calls.length - before;
  } finally {
    await world.sandbox.close();
  }
}

export async function clocks({ quick }: { readonly quick: boolean }): Promise<Part> {
  const calls = await callsOfARun();
  const step = quick ? Math.ceil(calls / QUICK_POINTS) : 1;
  const parts: Part[] = [];
  for (let at = 0; at < calls; at += step) {
    for (const by of [HOUR, -HOUR]) parts.push(await withstand({ at, by }));
  }
  return joined(parts);
}

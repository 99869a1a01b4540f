/** Two colleagues who click at the same moment, round after round. */
import { run, startWorld } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { checked } from './ledger-check.ts';
import type { Part } from './report.ts';

const ROUNDS = 20;
const QUICK_ROUNDS = 3;
const MINUTE = 60_000;

export async function twoBrowsers({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  for (let seed = 1; seed <= (quick ? QUICK_ROUNDS : ROUNDS); seed += 1) parts.push(await round(seed));
  return joined(parts);
}

async function round(seed: number): Promise<Part> {
  const world = await startWorld({ documents: 50, seed });
  try {
    const other = await world.anotherBrowser();
    await Promise.all([run(world.context), run(other)]);
    for (const minutes of [2, 7, 61]) {
      world.sandbox.clock.advance(minutes * MINUTE);
      await run(world.context);
      await run(other);
    }
    const mine = await checked(`round ${seed}, the first browser`, world);
    const theirs = await checked(`round ${seed}, the second browser`, world, other);
    const failures = [...mine.failures, ...theirs.failures];
    // Both look at one ledger: what stands there twice is counted once.
    const { openIntents = 0 } = theirs.figures;
    const figures = { ...mine.figures, openIntents: (mine.figures.openIntents ?? 0) + openIntents };
    return { figures: { ...figures, twoBrowserRounds: 1 }, failures };
  } finally {
    await world.sandbox.close();
  }
}

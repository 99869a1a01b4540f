/** How many calls a run makes, and an automatic one for which there is nothing to do. Counts do not spread: one run tells. */
import { expect } from '@playwright/test';
import { historyOf } from '../chaos/profile.ts';
import { wakeLater } from '../run/wake-later.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type Calls, floorOf, standingIn } from './floor.ts';
import type { Stage } from './stage.ts';

const PATIENCE = 15 * 60_000;

export interface RunCalls extends Calls {
  readonly floorExact: number;
  readonly floorTeamleader: number;
}

/** Booked from first to last. The set-up's own calls are not the run's. */
export async function callsOfRun({ sandbox, keeper }: Stage): Promise<RunCalls> {
  const before = standingIn(sandbox);
  const from = sandbox.log.calls.length;
  await keeper.evaluate("chrome.runtime.sendMessage({ type: 'sync/start' })");
  await expect
    .poll(async () => (await runsIn(keeper)).map(({ endedAt }) => endedAt !== null), { timeout: PATIENCE })
    .toEqual([true]);
  const [run] = await runsIn(keeper);
  if (run?.problem !== null) throw new Error(`The run was stopped: ${JSON.stringify(run?.problem)}`);
  const floor = floorOf(sandbox, before);
  return { ...callsSince(sandbox, from), floorExact: floor.exact, floorTeamleader: floor.teamleader };
}

const runsIn = async (keeper: Stage['keeper']) => (await historyOf(keeper)).runs;

function callsSince({ log }: Sandbox, from: number): Calls {
  const count = (service: 'exact' | 'teamleader'): number =>
    Object.values(log.counts(service, from)).reduce((sum, calls) => sum + calls, 0);
  return { exact: count('exact'), teamleader: count('teamleader') };
}

/** Calls of an automatic round in which nothing is new, after a run that has ended. */
export async function callsOfIdleRound({ sandbox, context, keeper }: Stage): Promise<Calls> {
  await keeper.evaluate(`(async () => {
    const ask = (request) => chrome.runtime.sendMessage(request);
    await ask({ type: 'setup/change', draft: { otherIntegration: 'off' } });
    await ask({ type: 'setup/save' });
    await ask({ type: 'setup/automatic', every: 5 });
  })()`);
  let from = 0;
  // The first such round may still find what the run itself has changed.
  for (let round = 2; round <= 3; round += 1) {
    from = sandbox.log.calls.length;
    await wakeLater(context, keeper);
    await expect
      .poll(async () => (await runsIn(keeper)).map(({ endedAt }) => endedAt !== null), { timeout: PATIENCE })
      .toEqual(Array.from({ length: round }, () => true));
  }
  return callsSince(sandbox, from);
}

/** What the set-up reads for its choices, over real HTTP from the stand-ins. */
import { afterEach, expect, it } from 'vitest';
import { draftOf } from '../../../lib/connection.ts';
import { err, ok } from '../../../lib/result.ts';
import { readSetupFacts, type SetupSources } from '../../../lib/setup/choices.ts';
import { startWorld, type World } from '../sync/world.ts';

const DAY = 24 * 60 * 60_000;

let world: World;

afterEach(async () => {
  await world.sandbox.close();
  expect(world.sandbox.defects).toEqual([]);
});

it('finds what is in the journals and which tax rates are in use, however late the first day is that is to be booked', async () => {
  world = await startWorld();
  const { sandbox, context } = world;
  const { connection, database, now, teamleader } = context;
  const newest = sandbox.business.bookedByHand
    .filter(({ journal }) => journal === '70' || journal === '71')
    .map(({ date }) => date)
    .sort()
    .at(-1);
  sandbox.clock.advance(Date.parse(`${newest}T12:00:00Z`) + 10 * DAY - now());
  const exact = {
    me: async () => err({ kind: 'loginNeeded' } as const),
    divisions: async () => ok([connection.division]),
    inDivision: () => context.exact,
  };
  const sources: SetupSources = { database, now, teamleader, exact, region: 'be' };
  const factsFrom = (startDate: string) => readSetupFacts(sources, { ...draftOf(connection), startDate }, false);
  const { othersEntries, rateUse } = await factsFrom('2020-01-01');
  expect(othersEntries).toMatchObject({ newest });
  // So is which tax rates are in use: nothing is dated in what is still to come.
  expect(rateUse?.invoices).toBeGreaterThan(0);
  expect(await factsFrom('2099-01-01')).toMatchObject({ othersEntries, rateUse });
});

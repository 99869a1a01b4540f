/** Several pages look at the set-up at once: what Exact refuses is rationed, so each list is read once. */
import { expect, it } from 'vitest';
import { draftOf } from '../../../lib/connection.ts';
import { ok } from '../../../lib/result.ts';
import { readSetupFacts } from '../../../lib/setup/choices.ts';
import { startWorld } from '../sync/world.ts';

it('asks for a right that lacks once, however many ask for it at the same time', async () => {
  const world = await startWorld();
  const { sandbox, context } = world;
  try {
    sandbox.exact.removeRight('manageAccounts');
    const { connection, database, now, teamleader } = context;
    const me = async () => ok({ id: 'user', name: 'user', currentDivision: 1 });
    const exact = { me, divisions: async () => ok([]), inDivision: () => context.exact };
    const sources = { database, now, teamleader, exact, region: 'be' } as const;
    const before = sandbox.log.calls.length;
    const [first, second] = await Promise.all([1, 2, 3].map(() => readSetupFacts(sources, draftOf(connection), false)));
    expect(second).toEqual(first);
    expect(first?.rights).toContainEqual({ right: 'manageAccounts', isGranted: false });
    expect(sandbox.log.counts('exact', before)['GET crm/Accounts']).toBe(1);
  } finally {
    await sandbox.close();
  }
});

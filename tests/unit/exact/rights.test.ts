import { afterEach, describe, expect, it } from 'vitest';
import { EXACT_RIGHTS } from '../../../lib/rights.ts';
import { startWorld, type World } from '../sync/world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

describe('the rights of a user in Exact', () => {
  it('are all there, each told by one call', async () => {
    world = await startWorld();
    const before = world.sandbox.log.calls.length;
    for (const right of EXACT_RIGHTS)
      expect(await world.context.exact.hasRight(right)).toEqual({ ok: true, value: true });
    expect(world.sandbox.log.calls.length - before).toBe(EXACT_RIGHTS.length);
  });

  it.each(EXACT_RIGHTS)('are told one by one: %s', async (missing) => {
    world = await startWorld();
    world.sandbox.exact.removeRight(missing);
    for (const right of EXACT_RIGHTS) {
      expect(await world.context.exact.hasRight(right)).toEqual({ ok: true, value: right !== missing });
    }
  });

  it('are not told by a service that does not answer', async () => {
    world = await startWorld();
    world.sandbox.faults.order({
      service: 'exact',
      times: 9,
      fault: { kind: 'status', status: 503, when: 'before' },
    });
    expect(await world.context.exact.hasRight('masterData')).toMatchObject({ ok: false, error: { kind: 'noAnswer' } });
  });
});

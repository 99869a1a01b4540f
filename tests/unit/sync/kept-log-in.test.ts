/** A log-in outlives all that a service may do but refuse it: feature A3. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Service } from '../../../lib/outcome.ts';
import { sleepIn } from '../../chaos/simulated-time.ts';
import type { Fault } from '../../sandbox/core/faults.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

const MINUTE = 60_000;
/** Longer than any token lives. */
const A_WHILE_MS = 61 * MINUTE;
/** Each after as many minutes as a run by itself waits, or at once by a click. */
const WAITS_AWAY_MIN = [0, 1, 15, 15, 15, 15, 0, 24 * 60, 15];
const FOR_GOOD = 10_000;

const FAULTS = {
  'a 503': (when) => ({ kind: 'status', status: 503, headers: {}, body: 'Service unavailable', when }),
  'a line that is cut': (when) => ({ kind: 'cut', when }),
} satisfies Record<string, (when: 'before' | 'after') => Fault>;

const CASES = (['exact', 'teamleader'] as const).flatMap((service) =>
  Object.entries(FAULTS).map(([name, fault]) => [service, name, fault] as const),
);

let world: World;

afterEach(async () => {
  await world.sandbox.close();
  expect(world.sandbox.defects).toEqual([]);
});

/** As it stands when all tokens have run out. */
async function start(): Promise<void> {
  world = await startWorld({ documents: 12 }, { sleepIn, withSecrets: true });
  world.sandbox.clock.advance(A_WHILE_MS);
}

const renewals = (service: Service, from = 0): number[] =>
  world.sandbox.log.calls
    .slice(from)
    .flatMap((call) => (call.service === service && call.name === 'token' ? [call.status] : []));

/** Runs while the service is away, each in a worker that knows only what is stored. */
async function problemsWhileAway(): Promise<unknown[]> {
  const problems: unknown[] = [];
  for (const minutes of WAITS_AWAY_MIN) {
    world.sandbox.clock.advance(minutes * MINUTE);
    problems.push((await run(world.reopened())).problem);
  }
  return problems;
}

const unreachable = (service: Service) => Array(WAITS_AWAY_MIN.length).fill({ type: 'unreachable', service });

async function expectWhole(): Promise<void> {
  const { duplicates, missing, totals } = await tallyOf(world, world.context);
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(totals.exact).toEqual(totals.teamleader);
}

describe.each(CASES)('at %s, by %s', (service, _, fault) => {
  it('it is there when the service is: no renewal reached it meanwhile', async () => {
    await start();
    world.sandbox.faults.order({ service, times: FOR_GOOD, fault: fault('before') });
    const from = world.sandbox.log.calls.length;
    expect(await problemsWhileAway()).toEqual(unreachable(service));
    // Of the two hundred tokens that Exact gives a day.
    expect(renewals(service, from).length).toBeLessThanOrEqual(2 * WAITS_AWAY_MIN.length);

    world.sandbox.faults.clear();
    world.sandbox.clock.advance(15 * MINUTE);
    const back = world.sandbox.log.calls.length;
    expect((await run(world.reopened())).problem).toBeNull();
    expect(new Set(renewals(service, back))).toEqual(new Set([200]));
    await expectWhole();
  });

  it('it is asked for once, by the service’s own word, where new tokens were given and lost on their way', async () => {
    await start();
    const from = world.sandbox.log.calls.length;
    world.sandbox.faults.order({ service, call: 'token', fault: fault('after') });
    world.sandbox.faults.order({ service, call: 'token', times: FOR_GOOD, fault: fault('before') });
    expect(await problemsWhileAway()).toEqual(unreachable(service));

    world.sandbox.faults.clear();
    world.sandbox.clock.advance(15 * MINUTE);
    const back = world.sandbox.log.calls.length;
    for (let n = 0; n < 3; n += 1) {
      expect((await run(world.reopened())).problem).toEqual({ type: 'loginNeeded', service });
    }
    expect(renewals(service, back)).toEqual([400]);
    expect(renewals(service, from).filter((status) => status === 400)).toEqual([400]);
    const waiting = await world.context.database.documents(world.context.connection.id);
    expect(waiting.filter(({ outcome }) => outcome.state === 'blocked')).toEqual([]);

    expect((await run(await world.loggedInAnew())).problem).toBeNull();
    await expectWhole();
  });
});

it('what is to be written is not in doubt where there was no token to send it with', async () => {
  await start();
  const { sandbox, context } = world;
  // The tokens run out between what is read and what is written.
  const { createSalesEntry } = context.exact;
  const exact = {
    ...context.exact,
    createSalesEntry: (...entry: Parameters<typeof createSalesEntry>) => {
      sandbox.clock.advance(A_WHILE_MS);
      sandbox.faults.order({ service: 'exact', call: 'token', times: FOR_GOOD, fault: FAULTS['a 503']('before') });
      return createSalesEntry(...entry);
    },
  };
  expect((await run({ ...context, exact })).problem).toEqual({ type: 'unreachable', service: 'exact' });
  const { database, connection } = context;
  expect(await database.intents(connection.id)).toEqual([]);
  expect((await database.writes()).filter(({ written }) => written === 'salesEntry')).toEqual([]);

  sandbox.faults.clear();
  sandbox.clock.advance(MINUTE);
  expect((await run(world.reopened())).problem).toBeNull();
  await expectWhole();
});

/** Of refusals Exact rations the number: what was held back for that goes on by itself. Feature F4. */
import { afterEach, expect, it } from 'vitest';
import type { Cause } from '../../../lib/outcome.ts';
import { Browser } from '../../chaos/browser.ts';
import { sleepIn } from '../../chaos/simulated-time.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BOOK = 'POST salesentry/SalesEntries';
const WORDS = ['Mandatory: Cost center', 'Mandatory: Cost unit', 'Mandatory: Project', 'Mandatory: Asset'];

let world: World;

afterEach(async () => {
  await world.sandbox.close();
  expect(world.sandbox.defects).toEqual([]);
});

it('after four refusals of their own cause the run says how many there were, and goes on an hour later', async () => {
  world = await startWorld({ documents: 20 }, { sleepIn });
  const { sandbox, context } = world;
  for (const value of WORDS) {
    const body = JSON.stringify({ error: { message: { value } } });
    sandbox.faults.order({
      service: 'exact',
      call: BOOK,
      fault: { kind: 'status', status: 400, body, when: 'before' },
    });
  }
  const from = sandbox.clock.now();
  const browser = new Browser(context);
  await browser.click();

  const problem = browser.told.at(-1)?.problem;
  expect(problem).toEqual({ type: 'tooManyErrors', errors: 4, until: browser.alarm });
  expect(browser.alarm).toBeGreaterThanOrEqual(from + HOUR);
  const causes = (await context.database.documents(context.connection.id)).flatMap(({ outcome }) =>
    outcome.state === 'waiting' ? [outcome.cause?.type] : [],
  );
  expect(new Set(causes)).toEqual(new Set(['tooManyErrors']));

  sandbox.clock.advance((browser.alarm ?? 0) - sandbox.clock.now());
  await browser.wake();
  expect(browser.told.at(-1)).toMatchObject({ phase: 'ended', problem: null, trigger: 'resume' });
  const { duplicates, blocked } = await tallyOf(world, context);
  expect({ duplicates, waiting: blocked['tooManyErrors'] }).toEqual({ duplicates: 0, waiting: undefined });
});

it('a clock that was put forward costs one renewal that was asked too early, and holds nothing back', async () => {
  let ahead = 0;
  const surroundings = { sleepIn, withSecrets: true, nowIn: (of: Sandbox) => () => of.clock.now() + ahead };
  world = await startWorld({ documents: 12, speed: 1 }, surroundings);
  const { sandbox } = world;
  const from = sandbox.log.calls.length;
  ahead = 11 * MINUTE;
  const problems: (Cause | null)[] = [];
  // Each in a worker that knows only what is stored.
  for (let minute = 0; minute < 15; minute += 1) {
    problems.push((await run(world.reopened())).problem);
    sandbox.clock.advance(MINUTE);
  }
  expect(problems).toEqual(Array(15).fill(null));
  const renewals = sandbox.log.calls
    .slice(from)
    .flatMap(({ service, name, status }) => (service === 'exact' && name === 'token' ? [status] : []));
  expect(renewals).toEqual([400, 200]);
  const { duplicates, missing } = await tallyOf(world, world.context);
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
});

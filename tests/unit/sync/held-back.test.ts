/** Of refusals Exact rations the number: what was held back for that goes on by itself. Feature F4. */
import { afterEach, expect, it } from 'vitest';
import { Browser } from '../../chaos/browser.ts';
import { sleepIn } from '../../chaos/simulated-time.ts';
import { startWorld, tallyOf, type World } from './world.ts';

const HOUR = 60 * 60_000;
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

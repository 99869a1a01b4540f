/** How often keys are tested: a test of them is refused by design, and Exact counts refusals. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { describeCause } from '../../../lib/i18n/describe.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import { causeSchema } from '../../../lib/outcome.ts';
import { type NodeBackground, startBackgroundInNode } from '../../chaos/background-in-node.ts';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const viewSchema = z.object({
  services: z.object({ exact: z.looseObject({ keyTest: z.union([z.string(), causeSchema]) }) }),
});

/** The background is loaded for the first time. */
const PATIENCE = 60_000;
const HOUR = 60 * 60_000;

let sandbox: Sandbox;
let background: NodeBackground;

beforeEach(async () => {
  sandbox = await startSandbox({ documents: 5 });
  background = await startBackgroundInNode(sandbox);
  await background.ask({ type: 'setup/region', region: 'be' });
  const { clientId, clientSecret } = EXACT_APP;
  await background.ask({ type: 'setup/saveKeys', service: 'exact', clientId, clientSecret });
}, PATIENCE);

afterEach(async () => {
  await sandbox.close();
  expect(sandbox.defects).toEqual([]);
});

async function testKeys() {
  const view = await background.ask({ type: 'setup/testKeys', service: 'exact' });
  return viewSchema.parse(view).services.exact.keyTest;
}

it('Exact is told to be out of reach for as long as it does not answer, and then the keys are tested', async () => {
  sandbox.faults.order({ service: 'exact', times: 1_000, fault: { kind: 'status', status: 503, when: 'before' } });
  for (let n = 0; n < 12; n += 1) expect(await testKeys()).toEqual({ type: 'unreachable', service: 'exact' });
  sandbox.faults.clear();
  expect(await testKeys()).toBe('right');
});

it('a test whose answer is lost is counted too: Exact has counted it', async () => {
  sandbox.faults.order({ service: 'exact', call: 'token', times: 1_000, fault: { kind: 'cut', when: 'after' } });
  for (let n = 0; n < 4; n += 1) expect(await testKeys()).toEqual({ type: 'unreachable', service: 'exact' });
  expect(await testKeys()).toMatchObject({ type: 'tooManyErrors', errors: 4 });
  expect(sandbox.log.calls.filter(({ name }) => name === 'token')).toHaveLength(4);
});

it('after four tests in an hour it is told how many there were, and until when there is none', async () => {
  const before = Date.now();
  for (let n = 0; n < 4; n += 1) expect(await testKeys()).toBe('right');
  const told = causeSchema.parse(await testKeys());
  expect(told).toEqual({ type: 'tooManyErrors', errors: 4, until: expect.any(Number) });
  expect('until' in told && told.until - before - HOUR).toBeLessThan(PATIENCE);
  const { text, fix } = describeCause(told, textsFor('en'), 'en');
  expect(text).toContain('has refused 4 calls within an hour');
  expect(fix).toMatch(/waits until \d/);
});

/** Somebody else logs in while a run is under way. Feature C3. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type NodeBackground, setUpInNode, startBackgroundInNode } from '../../chaos/background-in-node.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

/** The background is loaded for the first time. */
const PATIENCE = 60_000;
const DOCUMENTS = 30;

let sandbox: Sandbox;
let background: NodeBackground;

beforeEach(async () => {
  sandbox = await startSandbox({ documents: DOCUMENTS });
  background = await startBackgroundInNode(sandbox);
  await setUpInNode(background, sandbox);
}, PATIENCE);

afterEach(async () => {
  await sandbox.close();
  expect(sandbox.defects).toEqual([]);
});

const booked = (): number => sandbox.log.counts('exact')['POST salesentry/SalesEntries'] ?? 0;

it('goes on for nobody, but for the call that was on its way', { timeout: PATIENCE }, async () => {
  await background.ask({ type: 'sync/start' });
  await vi.waitFor(() => expect(booked()).toBeGreaterThan(0), { timeout: PATIENCE, interval: 5 });
  Object.assign(sandbox.business.users.exact, { id: crypto.randomUUID(), name: 'Lotte Claes' });
  await background.ask({ type: 'setup/logIn', service: 'exact' });
  const before = booked();
  await background.idle();
  expect(before).toBeLessThan(DOCUMENTS / 2);
  expect(booked()).toBeLessThanOrEqual(before + 1);
});

/** What becomes of a log-in when a policy of the company comes, changes or goes, in the whole background: feature A1. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { z } from 'zod';
import { type NodeBackground, setUpInNode, startBackgroundInNode } from '../../chaos/background-in-node.ts';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

const viewSchema = z.object({
  region: z.string(),
  services: z.object({
    exact: z.looseObject({ state: z.string(), clientId: z.string().nullable(), problem: z.unknown() }),
    teamleader: z.looseObject({ state: z.string() }),
  }),
  choices: z.looseObject({ divisions: z.array(z.unknown()), journals: z.array(z.unknown()) }),
});

/** The background is loaded for the first time. */
const PATIENCE = 60_000;

const SECRET = { exactClientSecret: EXACT_APP.clientSecret };
const KEYS = { exactClientId: EXACT_APP.clientId, ...SECRET };

let sandbox: Sandbox;
let background: NodeBackground;

beforeEach(async () => {
  sandbox = await startSandbox({ documents: 20, speed: 1000 });
  background = await startBackgroundInNode(sandbox);
}, PATIENCE);

afterEach(async () => {
  await preset({});
  await sandbox.close();
  expect(sandbox.defects).toEqual([]);
});

/** What the toolbar's icon bears. */
let badge = '';

/** Puts a connection where it may sync by itself, and does. */
async function syncByItself(): Promise<void> {
  const { settings } = await background.stored();
  const { connections, ...others } = z.looseObject({ connections: z.array(z.looseObject({})) }).parse(settings);
  const automatic = { firstSyncAt: 1, otherIntegration: 'off', automaticEvery: 1440 };
  await background.store({
    settings: { ...others, connections: connections.map((one) => ({ ...one, ...automatic })) },
  });
}

/** As the browser does when it has read the company's policies. */
async function preset(values: Readonly<Record<string, string>>): Promise<void> {
  await fakeBrowser.storage.managed.clear();
  await fakeBrowser.storage.managed.set(values);
  await fakeBrowser.storage.managed.onChanged.trigger({});
}

const look = async () => viewSchema.parse(await background.ask({ type: 'setup/view', reload: false }));

const WAYS: Readonly<Record<string, (region: 'be' | 'nl') => Promise<unknown>>> = {
  'that the user chooses': (region) => background.ask({ type: 'setup/region', region }),
  'that a policy presets': (region) => preset(region === 'be' ? {} : { exactRegion: region }),
};

it.each(Object.entries(WAYS))('another country %s has a log-in and lists of its own', async (_, change) => {
  await setUpInNode(background, sandbox);
  const before = await look();
  expect(before.services.exact).toMatchObject({ state: 'connected', problem: null });
  expect(before.choices.divisions).not.toEqual([]);

  await change('nl');
  const abroad = await look();
  expect(abroad.region).toBe('nl');
  expect(abroad.services.exact).toMatchObject({ state: 'loggedOut', problem: { type: 'loginNeeded' } });
  expect(abroad.services.teamleader.state).toBe('connected');
  expect(abroad.choices).toMatchObject({ divisions: [], journals: [] });

  await change('be');
  expect(await look()).toEqual(before);
});

it('keys that the company withdraws are gone, which is said, and with them what was logged in with them', async () => {
  await preset(KEYS);
  await setUpInNode(background, sandbox);
  const before = await look();
  expect(before.services.exact).toMatchObject({ state: 'connected', clientId: EXACT_APP.clientId });
  expect(JSON.stringify((await background.stored())['settings'])).not.toContain(EXACT_APP.clientSecret);

  await preset({});
  const without = { state: 'noKeys', clientId: null, problem: { type: 'keysWithdrawn' } };
  expect((await look()).services.exact).toMatchObject(without);
  await background.ask({ type: 'sync/start' });
  expect(await background.ask({ type: 'history/view' })).toMatchObject({ runs: [] });

  // For a moment only, as when the policy is written anew.
  await preset(KEYS);
  expect(await look()).toEqual(before);
});

it('automatic sync that stands still without them is seen at the toolbar’s icon', async () => {
  Object.assign(fakeBrowser.action, {
    setBadgeBackgroundColor: async () => undefined,
    setBadgeText: async ({ text }: { readonly text: string }) => {
      badge = text;
    },
  });
  await preset(KEYS);
  await setUpInNode(background, sandbox);
  await syncByItself();
  await preset({});
  await vi.waitFor(() => expect(badge).toBe('!'));
  await preset(KEYS);
  await vi.waitFor(() => expect(badge).toBe(''));
  await background.ask({ type: 'setup/logOut', service: 'teamleader' });
  await vi.waitFor(() => expect(badge).toBe('!'));
});

it('keys that the user had entered before the company preset others hold again, and so does his log-in', async () => {
  await setUpInNode(background, sandbox);
  const before = await look();
  await preset({ exactClientId: 'company', exactClientSecret: 'hidden' });
  const preseted = { state: 'loggedOut', clientId: 'company', problem: { type: 'loginNeeded' } };
  expect((await look()).services.exact).toMatchObject(preseted);
  await preset({});
  expect(await look()).toEqual(before);
});

it('who disconnects is not told that keys were withdrawn', async () => {
  await setUpInNode(background, sandbox);
  await background.ask({ type: 'setup/logOut', service: 'exact' });
  expect((await look()).services.exact).toMatchObject({ state: 'noKeys', problem: null });
});

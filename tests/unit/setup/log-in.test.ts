import { expect, it, vi } from 'vitest';
import type { Tokens } from '../../../lib/http/oauth.ts';
import { ok } from '../../../lib/result.ts';
import { type ServiceAccess, Setup } from '../../../lib/setup/setup.ts';
import { storedLogin } from '../../../lib/setup/stored-login.ts';
import { Database } from '../../../lib/store/database.ts';
import { EMPTY_SETTINGS, type Settings, storedSettings, type User } from '../../../lib/store/settings.ts';

const KEYS = { clientId: 'mine', clientSecret: 'secret' };
const MADE_WITH = { clientId: 'mine', region: 'be' } as const;
const ANNE: User = { id: 'anne', name: 'Anne' };
const BART: User = { id: 'bart', name: 'Bart' };
const tokensOf = (accessToken: string): Tokens => ({ accessToken, expiresAt: 2, refreshToken: 'r', obtainedAt: 1 });

/** Anne is logged in, and Bart logs in when the test lets him: or tries to, if the worker dies at one of its writes. */
async function bartLogsIn(diesAt = Number.POSITIVE_INFINITY) {
  const items: Record<string, unknown> = {
    settings: {
      ...EMPTY_SETTINGS,
      region: 'be',
      keys: { teamleader: KEYS, exact: KEYS },
      users: { teamleader: null, exact: ANNE },
    } satisfies Settings,
  };
  let left = Number.POSITIVE_INFINITY;
  const write = async (make: () => void) => {
    left -= 1;
    if (left < 0) return new Promise<void>(() => undefined);
    return make();
  };
  const area = {
    get: async (key: string) => structuredClone({ [key]: items[key] }),
    set: (changed: Record<string, unknown>) => write(() => Object.assign(items, changed)),
    remove: (key: string) => write(() => delete items[key]),
  };
  const settings = storedSettings(area, (_name, task) => task());
  const login = storedLogin(area, (_name, task) => task(), 'exact', settings);
  await login.begin(tokensOf('of Anne'), MADE_WITH);
  const asked = vi.fn();
  const page = Promise.withResolvers<void>();
  const access: ServiceAccess<never> = {
    redirectUrl: 'https://id.chromiumapp.org/',
    client: async () => null,
    logIn: async () => {
      asked();
      await page.promise;
      return ok({ user: BART, begin: () => login.begin(tokensOf('of Bart'), MADE_WITH) });
    },
    logOut: login.forget,
    testKeys: async () => ok('unknown'),
  };
  const setup = new Setup({
    settings,
    database: new Database(),
    services: { teamleader: access, exact: access },
    now: Date.now,
    newId: () => 'id',
    presets: async () => ({}),
    viewSync: async () => ({ all: { run: null, attention: 0, held: [] }, each: new Map() }),
    whileIdle: async (_connectionId, task) => task(),
  });
  const loggingIn = setup.answer({ type: 'setup/logIn', service: 'exact' });
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  left = diesAt;
  return { setup, settings, login, loggingIn, goOn: page.resolve };
}

it('keeps nothing of a log-in that comes to its end after the user has disconnected', async () => {
  const { setup, settings, login, loggingIn, goOn } = await bartLogsIn();
  await setup.answer({ type: 'setup/logOut', service: 'exact' });
  goOn();
  expect((await loggingIn).services.exact).toMatchObject({ state: 'noKeys', problem: null });
  await settings.change((all) => ({ ...all, keys: { ...all.keys, exact: KEYS } }));
  expect(await login.read()).toBeNull();
});

it('tells nothing of a log-in that failed once there are other keys', async () => {
  const { setup, settings, loggingIn, goOn } = await bartLogsIn();
  await settings.change((all) => ({ ...all, keys: { ...all.keys, exact: null } }));
  goOn();
  await loggingIn;
  const ask = { type: 'setup/logIn', service: 'exact' } as const;
  expect((await setup.answer(ask)).services.exact.problem).toEqual({ type: 'notConnected', service: 'exact' });
  const saved = await setup.answer({ type: 'setup/saveKeys', service: 'exact', clientId: 'other', clientSecret: 's' });
  expect(saved.services.exact.problem).toBeNull();
});

it.each([0, 1, 2, 3, 4])('is of the user who is noted, wherever the worker dies (%i)', async (diesAt) => {
  const { settings, login, loggingIn, goOn } = await bartLogsIn(diesAt);
  goOn();
  await Promise.race([loggingIn, new Promise((resolve) => setTimeout(resolve, 50))]);
  const { users } = await settings.read();
  expect([undefined, `of ${users.exact?.name}`]).toContain((await login.read())?.accessToken);
});

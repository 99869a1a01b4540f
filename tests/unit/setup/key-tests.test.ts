import { expect, it, vi } from 'vitest';
import type { KeyVerdict } from '../../../lib/key-verdict.ts';
import { err, ok } from '../../../lib/result.ts';
import { type Presets, presetSettings } from '../../../lib/setup/presets.ts';
import { type ServiceAccess, Setup } from '../../../lib/setup/setup.ts';
import { Database } from '../../../lib/store/database.ts';
import { EMPTY_SETTINGS, type Settings, storedSettings } from '../../../lib/store/settings.ts';

const KEYS = { clientId: 'mine', clientSecret: 'secret' };
const STORED: Settings = { ...EMPTY_SETTINGS, region: 'be', keys: { teamleader: KEYS, exact: KEYS } };

/** A set-up whose services tell of the keys when the test says so. */
function createSetup() {
  const items: Record<string, unknown> = { settings: STORED };
  const area = {
    get: async (key: string) => ({ [key]: items[key] }),
    set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
    remove: async (key: string) => void delete items[key],
  };
  let presets: Presets = {};
  const asked = vi.fn();
  const verdict = Promise.withResolvers<KeyVerdict>();
  const access: ServiceAccess<never> = {
    redirectUrl: 'https://id.chromiumapp.org/',
    client: async () => null,
    logIn: async () => err({ type: 'loginCancelled' }),
    logOut: async () => undefined,
    testKeys: async () => {
      asked();
      return ok(await verdict.promise);
    },
  };
  const setup = new Setup({
    settings: presetSettings(
      storedSettings(area, (_name, task) => task()),
      async () => presets,
    ),
    database: new Database(),
    services: { teamleader: access, exact: access },
    now: Date.now,
    newId: () => 'id',
    presets: async () => presets,
    viewSync: async () => ({ all: { run: null, attention: 0, held: [] }, each: new Map() }),
    whileIdle: async (_connectionId, task) => task(),
  });
  const preset = (given: Presets) => {
    presets = given;
  };
  return { setup, asked, preset, tell: verdict.resolve };
}

it('tells nothing of keys in a country that was chosen while they were tested in another', async () => {
  const { setup, asked, tell } = createSetup();
  const testing = setup.answer({ type: 'setup/testKeys', service: 'exact' });
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  await setup.answer({ type: 'setup/region', region: 'nl' });
  tell('clientIdWrong');
  const { region, services } = await testing;
  expect(region).toBe('nl');
  expect(services.exact.keyTest).toBeNull();
});

it('tells nothing of keys in a country that a policy presets after they were tested in another', async () => {
  const { setup, preset, tell } = createSetup();
  tell('clientIdWrong');
  await setup.answer({ type: 'setup/testKeys', service: 'teamleader' });
  const { services } = await setup.answer({ type: 'setup/testKeys', service: 'exact' });
  expect(services.exact.keyTest).toBe('clientIdWrong');

  preset({ exactRegion: 'nl' });
  const after = await setup.view(false);
  expect(after.region).toBe('nl');
  expect(after.services.exact.keyTest).toBeNull();
  // Teamleader is the same in every country.
  expect(after.services.teamleader.keyTest).toBe('clientIdWrong');
});

it('tells of a log-in that failed or of the keys that were tested, whichever came last', async () => {
  const { setup, tell } = createSetup();
  tell('secretWrong');
  const test = { type: 'setup/testKeys', service: 'exact' } as const;
  const logIn = { type: 'setup/logIn', service: 'exact' } as const;
  const tellsTest = { keyTest: 'secretWrong', problem: null };
  const tellsLogIn = { keyTest: null, problem: { type: 'loginCancelled' } };
  for (const [request, told] of [
    [test, tellsTest],
    [logIn, tellsLogIn],
    [test, tellsTest],
  ] as const) {
    expect((await setup.answer(request)).services.exact).toMatchObject(told);
  }
});

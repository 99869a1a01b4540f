import { describe, expect, it } from 'vitest';
import type { Tokens } from '../../../lib/http/oauth.ts';
import type { Service } from '../../../lib/outcome.ts';
import { storedLogin } from '../../../lib/setup/stored-login.ts';
import { EMPTY_SETTINGS, type Settings, storedSettings } from '../../../lib/store/settings.ts';

const TOKENS: Tokens = { accessToken: 'a', expiresAt: 2, refreshToken: 'r', obtainedAt: 1 };
const RENEWED: Tokens = { ...TOKENS, accessToken: 'b' };
const MADE_WITH = { clientId: 'mine', region: 'be' } as const;
const KEYS = { clientId: 'mine', clientSecret: 'secret' };
const STORED: Settings = { ...EMPTY_SETTINGS, region: 'be', keys: { teamleader: KEYS, exact: KEYS } };

function loginAt(service: Service, tokens: unknown = null) {
  const items: Record<string, unknown> = { settings: STORED, [`tokens/${service}`]: tokens };
  const area = {
    get: async (key: string) => ({ [key]: items[key] }),
    set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
    remove: async (key: string) => void delete items[key],
  };
  const settings = storedSettings(area, (_name, task) => task());
  const set = (change: Partial<Settings>) => settings.change((all) => ({ ...all, ...change }));
  return { login: storedLogin(area, (_name, task) => task(), service, settings), set };
}

describe.each(['teamleader', 'exact'] as const)('a log-in at %s', (service) => {
  it('holds with its app alone, and holds again when that comes back', async () => {
    const { login, set } = loginAt(service);
    await login.begin(TOKENS, MADE_WITH);
    expect(await login.read()).toEqual(TOKENS);
    for (const keys of [null, { ...KEYS, clientId: 'another' }]) {
      await set({ keys: { ...STORED.keys, [service]: keys } });
      expect(await login.read()).toBeNull();
    }
    await set({ keys: { ...STORED.keys, [service]: { ...KEYS, clientSecret: 'renewed' } } });
    expect(await login.read()).toEqual(TOKENS);
  });

  it('stays what it is while its tokens are renewed, whatever is set meanwhile', async () => {
    const { login, set } = loginAt(service);
    await login.begin(TOKENS, MADE_WITH);
    await set({ keys: { ...STORED.keys, [service]: { ...KEYS, clientId: 'another' } } });
    await login.renew('a', RENEWED);
    expect(await login.read()).toBeNull();
    await set({ keys: STORED.keys });
    expect(await login.read()).toEqual(RENEWED);
    await login.renew('b', null);
    expect(await login.read()).toBeNull();
  });

  it('is not touched by what comes of another one before it', async () => {
    const { login } = loginAt(service);
    await login.begin(RENEWED, MADE_WITH);
    await login.renew('a', null);
    await login.renew('a', TOKENS);
    await login.setAside('a', 'secret');
    expect(await login.read()).toEqual(RENEWED);
    await login.forget();
    await login.renew('b', TOKENS);
    expect(await login.read()).toBeNull();
  });

  it('is as if not there with a secret that the service refuses, and there with another', async () => {
    const { login, set } = loginAt(service);
    const setSecret = (clientSecret: string | null) =>
      set({ keys: { ...STORED.keys, [service]: { ...KEYS, clientSecret } } });
    await login.begin(TOKENS, MADE_WITH);
    await setSecret('secr');
    await login.setAside('a', 'secr');
    expect(await login.read()).toBeNull();
    await setSecret('secret');
    expect(await login.read()).toEqual(TOKENS);
    await login.renew('a', RENEWED);
    await setSecret('secr');
    expect(await login.read()).toEqual(RENEWED);
  });

  it('of an earlier version belongs to what holds when it is renewed', async () => {
    const { login, set } = loginAt(service, TOKENS);
    expect(await login.read()).toEqual(TOKENS);
    await login.renew('a', RENEWED);
    expect(await login.read()).toEqual(RENEWED);
    await set({ keys: { ...STORED.keys, [service]: { ...KEYS, clientId: 'another' } } });
    expect(await login.read()).toBeNull();
  });

  it('is forgotten where what is stored is not understood, or the user disconnects', async () => {
    expect(await loginAt(service, { accessToken: '' }).login.read()).toBeNull();
    const { login } = loginAt(service);
    await login.begin(TOKENS, MADE_WITH);
    await login.forget();
    expect(await login.read()).toBeNull();
  });
});

it('holds in its country alone at Exact, and everywhere at Teamleader', async () => {
  for (const [service, elsewhere] of [
    ['exact', null],
    ['teamleader', TOKENS],
  ] as const) {
    const { login, set } = loginAt(service);
    await login.begin(TOKENS, MADE_WITH);
    await set({ region: 'fr' });
    expect(await login.read()).toEqual(elsewhere);
    await set({ region: 'be' });
    expect(await login.read()).toEqual(TOKENS);
  }
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Presets, presetOf, presetSettings, presetsSchema } from '../../../lib/setup/presets.ts';
import { EMPTY_SETTINGS, type Settings, storedSettings } from '../../../lib/store/settings.ts';

function settingsWith(presets: Presets, stored: Settings = EMPTY_SETTINGS) {
  const items: Record<string, unknown> = { settings: stored };
  const area = {
    get: async (key: string) => ({ [key]: items[key] }),
    set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
    remove: async (key: string) => void delete items[key],
  };
  let given = presets;
  const settings = presetSettings(
    storedSettings(area, (_name, task) => task()),
    async () => given,
  );
  const preset = (next: Presets) => {
    given = next;
  };
  return { ...settings, preset, items };
}

const PRESET: Presets = { exactClientId: 'company', exactClientSecret: 'hidden', exactRegion: 'be' };

describe('what the company presets', () => {
  it('holds, whatever is stored or changed', async () => {
    const settings = settingsWith(PRESET);
    expect(await settings.read()).toMatchObject({ region: 'be', keys: { exact: { clientId: 'company' } } });
    const changed = await settings.change((all) => ({ ...all, region: 'fr', keys: { ...all.keys, exact: null } }));
    expect(changed.region).toBe('be');
    expect(changed.keys.exact).toEqual({ clientId: 'company', clientSecret: 'hidden' });
    expect(changed.keys.teamleader).toBeNull();
  });

  it('is never stored, and once it is withdrawn what the user had entered holds again', async () => {
    const keys = { teamleader: null, exact: { clientId: 'mine', clientSecret: 'typed' } };
    const settings = settingsWith(PRESET, { ...EMPTY_SETTINGS, region: 'fr', keys });
    await settings.change((all) => ({ ...all, notify: 'problems' }));
    await settings.change((all) => ({ ...all, region: 'nl', keys: { ...all.keys, exact: null } }));
    expect(JSON.stringify(settings.items)).not.toMatch(/company|hidden/);
    settings.preset({});
    expect(await settings.read()).toEqual({ ...EMPTY_SETTINGS, region: 'fr', keys, notify: 'problems' });
  });

  it('that is withdrawn is forgotten where the user had entered nothing', async () => {
    const settings = settingsWith(PRESET);
    await settings.change((all) => ({ ...all, notify: 'problems' }));
    settings.preset({});
    expect(await settings.read()).toEqual({ ...EMPTY_SETTINGS, notify: 'problems' });
  });

  it('leaves the user’s own keys alone when he types a secret for its id, and keeps that secret for it', async () => {
    const keys = { teamleader: null, exact: { clientId: 'mine', clientSecret: 'my own' } };
    const settings = settingsWith({ exactClientId: 'company' }, { ...EMPTY_SETTINGS, keys });
    const type = (clientSecret: string | null) =>
      settings.change((all) => ({ ...all, keys: { ...all.keys, exact: { clientId: 'company', clientSecret } } }));
    expect((await type('typed')).keys.exact).toEqual({ clientId: 'company', clientSecret: 'typed' });
    settings.preset({ exactClientId: 'another' });
    expect((await settings.change((all) => all)).keys.exact).toEqual({ clientId: 'another', clientSecret: null });
    settings.preset({});
    expect((await settings.change((all) => all)).keys.exact).toEqual(keys.exact);
    settings.preset({ exactClientId: 'company' });
    expect((await settings.read()).keys.exact).toEqual({ clientId: 'company', clientSecret: 'typed' });
    expect((await type(null)).keys.exact).toEqual({ clientId: 'company', clientSecret: null });
    await type('typed');
    const disconnected = await settings.change((all) => ({ ...all, keys: { ...all.keys, exact: null } }));
    expect(disconnected.keys.exact).toEqual({ clientId: 'company', clientSecret: null });
    settings.preset({});
    expect((await settings.read()).keys.exact).toEqual(keys.exact);
  });

  it('that names the id which the user had entered takes his secret, which he may still change', async () => {
    const keys = { teamleader: null, exact: { clientId: 'company', clientSecret: 'typed' } };
    const settings = settingsWith({ exactClientId: 'company' }, { ...EMPTY_SETTINGS, keys });
    expect((await settings.read()).keys.exact).toEqual(keys.exact);
    const without = { clientId: 'company', clientSecret: null };
    const changed = await settings.change((all) => ({ ...all, keys: { ...all.keys, exact: without } }));
    expect(changed.keys.exact).toEqual(without);
    settings.preset({});
    expect((await settings.read()).keys.exact).toEqual(without);
  });

  it('takes a typed secret for its own id only', async () => {
    const keys = { teamleader: { clientId: 'mine', clientSecret: 'typed' }, exact: null };
    const other = settingsWith({ teamleaderClientId: 'company' }, { ...EMPTY_SETTINGS, keys });
    expect((await other.read()).keys.teamleader).toEqual({ clientId: 'company', clientSecret: null });
    const same = settingsWith({ teamleaderClientId: 'mine' }, { ...EMPTY_SETTINGS, keys });
    expect((await same.read()).keys.teamleader).toEqual({ clientId: 'mine', clientSecret: 'typed' });
  });

  it('leaves to the user what it does not name', async () => {
    expect(await settingsWith({}).read()).toEqual(EMPTY_SETTINGS);
    expect(presetOf('exact', PRESET)).toBe('keys');
    expect(presetOf('exact', { exactClientId: 'company' })).toBe('clientId');
    expect(presetOf('teamleader', PRESET)).toBe('nothing');
  });

  it('is as if it were not there where it is not understood', () => {
    expect(
      presetsSchema.parse({ exactClientId: 7, exactRegion: 'us', teamleaderClientId: ' x ', other: true }),
    ).toEqual({
      exactClientId: undefined,
      exactRegion: undefined,
      teamleaderClientId: 'x',
    });
  });

  it('is named alike in the schema that Chrome reads', () => {
    const path = join(import.meta.dirname, '../../../public/managed-schema.json');
    const { properties } = JSON.parse(readFileSync(path, 'utf8'));
    expect(Object.keys(properties)).toEqual(Object.keys(presetsSchema.shape));
  });
});

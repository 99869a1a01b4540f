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
  return presetSettings(
    storedSettings(area, (_name, task) => task()),
    async () => presets,
  );
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

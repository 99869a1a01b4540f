import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, settingsFile, withSettingsFile } from '../../../lib/setup/settings-file.ts';
import { EMPTY_SETTINGS, type Settings, storedSettings } from '../../../lib/store/settings.ts';

const stored: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../store/earlier/settings/7-notify.json'), 'utf8'),
);
const area = { get: async () => ({ settings: stored }), set: async () => undefined, remove: async () => undefined };
const read = await storedSettings(area, (_name, task) => task()).read();
const SETTINGS: Settings = {
  ...read,
  keys: {
    teamleader: { clientId: 'tl', clientSecret: null },
    exact: { clientId: 'ex', clientSecret: 'the-secret-of-exact' },
  },
};
const file = settingsFile(SETTINGS);
const changed = (change: object): string => JSON.stringify({ ...JSON.parse(file), ...change });

function taken(text: string) {
  const result = readSettingsFile(text);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

describe('a settings file', () => {
  it('brings the mapping and the client ids into another browser, and nothing else', () => {
    const there = withSettingsFile(EMPTY_SETTINGS, taken(file));
    expect(there).toEqual({
      ...EMPTY_SETTINGS,
      draft: { ...SETTINGS.draft, otherIntegration: null },
      keys: { teamleader: { clientId: 'tl', clientSecret: null }, exact: { clientId: 'ex', clientSecret: null } },
    });
  });

  it('leaves keys that stand, and what is booked, as they are', () => {
    const there = withSettingsFile(SETTINGS, taken(changed({ clientIds: { teamleader: 'new', exact: null } })));
    expect(there.keys).toEqual(SETTINGS.keys);
    expect(there.connections).toEqual(SETTINGS.connections);
  });

  it('holds no secret and nobody’s name or id', () => {
    for (const secret of ['the-secret-of-exact', 'An Peeters', 'exact-user', SETTINGS.connections[0]?.id ?? '?']) {
      expect(file).not.toContain(secret);
    }
  });

  it.each([
    ['no file of settings at all', 'Invoice;Amount', { type: 'notJson' }],
    ['a file that was cut short', file.slice(0, 100), { type: 'notJson' }],
    ['another product’s file', '{"product":"Other"}', { type: 'notOurs' }],
    ['a list', '[]', { type: 'notOurs' }],
    ['a later version’s file', changed({ version: 2 }), { type: 'newer' }],
    ['an unknown country', changed({ region: 'us' }), { type: 'wrongField', field: 'region' }],
    ['a field too many', changed({ tokens: 'x' }), { type: 'wrongField', field: 'tokens' }],
    [
      'a date that is none',
      changed({ mapping: { ...JSON.parse(file).mapping, startDate: '2026-13-01' } }),
      { type: 'wrongField', field: 'mapping.startDate' },
    ],
    ['no mapping', changed({ mapping: undefined }), { type: 'wrongField', field: 'mapping' }],
  ])('is refused where it is %s, with what is wrong', (_what, text, problem) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, error: problem });
  });
});

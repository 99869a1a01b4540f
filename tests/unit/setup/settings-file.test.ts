import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, settingsFile, withSettingsFile } from '../../../lib/setup/settings-file.ts';
import { draftIn, EMPTY_SETTINGS, type Settings, storedSettings, unsavedKeys } from '../../../lib/store/settings.ts';

const stored: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../store/earlier/settings/8-connections.json'), 'utf8'),
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

const keysOf = (settings: Settings): string[] => [
  ...settings.connections.map(({ id }) => id),
  ...unsavedKeys(settings),
];

/** Gives key-1, key-2 and so on. */
function newKey(): () => string {
  let keys = 0;
  return () => {
    keys += 1;
    return `key-${keys}`;
  };
}

function taken(text: string) {
  const result = readSettingsFile(text);
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

describe('a settings file', () => {
  it('brings the mapping and the client ids into another browser, and nothing else', () => {
    const there = withSettingsFile(EMPTY_SETTINGS, taken(file), newKey());
    const mappings = keysOf(SETTINGS).map((key) => ({ ...draftIn(SETTINGS, key), otherIntegration: null }));
    expect(mappings).toHaveLength(3);
    expect(there).toEqual({
      ...EMPTY_SETTINGS,
      drafts: { new: mappings[0], 'key-1': mappings[1], 'key-2': mappings[2] },
      keys: { teamleader: { clientId: 'tl', clientSecret: null }, exact: { clientId: 'ex', clientSecret: null } },
    });
  });

  it('leaves keys that stand, and what is booked, as they are', () => {
    const there = withSettingsFile(
      SETTINGS,
      taken(changed({ clientIds: { teamleader: 'new', exact: null } })),
      newKey(),
    );
    expect(there.keys).toEqual(SETTINGS.keys);
    expect(there.connections).toEqual(SETTINGS.connections);
  });

  it('gives each connection that stands its own draft, also when it is taken twice', () => {
    const once = withSettingsFile(SETTINGS, taken(file), newKey());
    expect(Object.keys(once.drafts).toSorted()).toEqual(keysOf(SETTINGS).toSorted());
    expect(withSettingsFile(once, taken(file), newKey())).toEqual(once);
  });

  it('of the first version, with its one mapping, is read', () => {
    const { mappings, ...rest } = JSON.parse(file);
    const first = JSON.stringify({ ...rest, version: 1, mapping: mappings[0] });
    const there = withSettingsFile(EMPTY_SETTINGS, taken(first), newKey());
    expect(there.drafts).toEqual({ new: { ...mappings[0], otherIntegration: null } });
    expect(readSettingsFile(first.replace('"startDate":"', '"startDate":"x'))).toEqual({
      ok: false,
      error: { type: 'wrongField', field: 'mapping.startDate' },
    });
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
    ['a later version’s file', changed({ version: 3 }), { type: 'newer' }],
    ['an unknown country', changed({ region: 'us' }), { type: 'wrongField', field: 'region' }],
    ['a field too many', changed({ tokens: 'x' }), { type: 'wrongField', field: 'tokens' }],
    [
      'a date that is none',
      changed({ mappings: [{ ...JSON.parse(file).mappings[0], startDate: '2026-13-01' }] }),
      { type: 'wrongField', field: 'mappings.0.startDate' },
    ],
    ['no mapping', changed({ mappings: undefined }), { type: 'wrongField', field: 'mappings' }],
  ])('is refused where it is %s, with what is wrong', (_what, text, problem) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, error: problem });
  });
});

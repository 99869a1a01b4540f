import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { draftOf } from '../../../lib/connection.ts';
import { withDiscarded } from '../../../lib/setup/connections.ts';
import { draftIn, storedSettings } from '../../../lib/store/settings.ts';

/** Of a draft that no connection has come of yet. */
const NEW = 'new';

const stored: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../store/earlier/settings/8-connections.json'), 'utf8'),
);
const area = { get: async () => ({ settings: stored }), set: async () => undefined, remove: async () => undefined };
const settings = await storedSettings(area, (_name, task) => task()).read();

it('changes of a connection go, and its draft says again what was saved', () => {
  const [connection] = settings.connections;
  if (connection === undefined) throw new Error('The example has no connection.');
  const changed = {
    ...settings,
    drafts: { ...settings.drafts, [connection.id]: { ...draftOf(connection), invoiceJournal: '99' } },
  };
  expect(draftIn(changed, connection.id).invoiceJournal).toBe('99');
  expect(draftIn(withDiscarded(changed, connection.id), connection.id)).toEqual(draftOf(connection));
});

it('a draft that was never saved has nothing to go back to, and stays', () => {
  const fresh = { ...settings, drafts: { [NEW]: { ...draftIn(settings, NEW), startDate: '2026-01-01' } } };
  expect(withDiscarded(fresh, NEW)).toBe(fresh);
});

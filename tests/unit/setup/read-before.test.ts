/** What the codes of another connection than the one in the set-up are called: of the lists that were read before. */
import { expect, it } from 'vitest';
import { readBefore } from '../../../lib/setup/choices.ts';
import { viewNames } from '../../../lib/setup/view-choices.ts';
import { Database } from '../../../lib/store/database.ts';
import { booksCacheSchema } from '../../../lib/store/records.ts';
import { CONNECTION, REFERENCE } from '../accounting/builders.ts';

const { journals, vatCodes, glAccounts } = booksCacheSchema.shape;

it('names the codes that a connection books by, and no others, and asks nobody', async () => {
  const database = new Database();
  await database.cache('setup/exact/be/journals/1', journals, [...REFERENCE.journals], 0);
  await database.cache('setup/exact/be/vatCodes/1', vatCodes, [...REFERENCE.vatCodes], 0);
  await database.cache('setup/exact/be/glAccounts/1', glAccounts, [...REFERENCE.glAccounts], 0);
  const sources = { database, now: Date.now, teamleader: null, exact: null } as const;
  const names = viewNames(await readBefore({ ...sources, region: 'be' }, 1), CONNECTION);
  expect(Object.keys(names.journals)).toEqual(['70', '71']);
  expect(Object.keys(names.glAccounts)).toEqual(['700000', '706000', '708000']);
  expect(names.vatCodes['4S']).toBe('4S · Diensten 21%');
  const elsewhere = viewNames(await readBefore({ ...sources, region: 'nl' }, 1), CONNECTION);
  expect(elsewhere).toEqual({ journals: {}, vatCodes: {}, glAccounts: {} });
});

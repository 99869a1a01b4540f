import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../../../lib/standing.ts';
import { Database } from '../../../lib/store/database.ts';
import { type DocumentRecord, NOT_FOLLOWED } from '../../../lib/store/records.ts';
import { attentionOf } from '../../../lib/views/page-view.ts';

const FIGURES = {
  number: '2026 / 1',
  date: '2026-03-14',
  customer: 'company/1',
  customerName: 'Peeters',
  currency: 'EUR',
  net: '100.00',
  vat: '21.00',
  gross: '121.00',
  taxes: [],
};
const ENTRY = { id: 'e', entryNumber: 1, journal: '70', date: '2026-03-14', division: 1 };
const STANDS = { ...ENTRY, accountId: 'a', currency: 'EUR', vat: '21.00', gross: '121.00', taxes: null };
const standing: Standing = {
  document: { booked: FIGURES, now: null },
  entry: { booked: STANDS, now: null },
  isFinal: null,
};
const bookedAs = (change: Partial<Standing>) =>
  ({ state: 'booked', entry: ENTRY, standing: { ...standing, ...change } }) as const;

const record = (id: string, change: Partial<DocumentRecord>): DocumentRecord => ({
  ...NOT_FOLLOWED,
  connectionId: 'c',
  kind: 'invoice',
  id,
  number: `2026 / ${id.length}`,
  date: '2026-03-14',
  customer: 'Peeters',
  currency: 'EUR',
  net: '100.00',
  vat: '21.00',
  gross: '121.00',
  webUrl: null,
  updatedAt: '2026-03-14T09:00:00+00:00',
  outcome: bookedAs({}),
  ...change,
});

const TO_SEE_TO = [
  record('blocked', { outcome: { state: 'blocked', cause: { type: 'noLines' }, entry: null } }),
  record('paid?', {
    payment: { state: 'attention', cause: { type: 'discountTaken', amount: '1.00', currency: 'EUR' }, paid: '1.00' },
  }),
  record('changed', {
    outcome: bookedAs({ document: { booked: FIGURES, now: { ...FIGURES, gross: '242.00' } } }),
  }),
  record('moved', { outcome: bookedAs({ entry: { booked: STANDS, now: { ...STANDS, gross: '120.00' } } }) }),
  record('gone', { outcome: bookedAs({ entry: { booked: STANDS, now: 'removed' } }) }),
];
const AT_REST = [
  record('booked', {}),
  record('plain', { outcome: { state: 'adopted', entry: ENTRY } }),
  record('waits', { outcome: { state: 'waiting', cause: null, until: null } }),
  record('is paid', { payment: { state: 'paid', on: '2026-04-01', since: 1, byUs: true } }),
];
const ALL = [...TO_SEE_TO, ...AT_REST];
const idsOf = (records: readonly DocumentRecord[]) => records.map(({ id }) => id).toSorted();

let databases = 0;
async function filled(records: readonly DocumentRecord[] = ALL): Promise<Database> {
  databases += 1;
  const database = new Database(`indexes-${databases}`);
  await database.putCollected(
    [...records],
    [],
    'cursor/c',
    { invoice: null, creditNote: null, fullAt: 0 },
    1,
    (one) => one,
  );
  return database;
}

describe('documents that need the user', () => {
  it('are found without the others', async () => {
    const database = await filled([...ALL, record('blocked', { ...TO_SEE_TO[0], connectionId: 'other' })]);
    expect(idsOf(await database.documentsToSeeTo('c'))).toEqual(idsOf(TO_SEE_TO));
    expect(attentionOf(await database.documentsToSeeTo('c'))).toBe(attentionOf(await database.documents('c')));
    expect(attentionOf(TO_SEE_TO)).toBe(TO_SEE_TO.length);
  });

  it('are found once, however many reasons there are', async () => {
    const entry = { booked: STANDS, now: 'removed' } as const;
    const document = { booked: FIGURES, now: { ...FIGURES, gross: '242.00' } };
    const database = await filled([record('both', { outcome: bookedAs({ entry, document }) })]);
    expect(idsOf(await database.documentsToSeeTo('c'))).toEqual(['both']);
  });

  it('are no longer, once they are settled', async () => {
    const database = await filled();
    await database.endDocument('c', 'invoice', 'blocked', bookedAs({}), false, 2);
    expect(idsOf(await database.documentsToSeeTo('c'))).not.toContain('blocked');
  });

  it('are found among what an earlier version has stored', async () => {
    databases += 1;
    const name = `indexes-${databases}`;
    const earlier = await openDB(name, 3, {
      upgrade: (database) => {
        for (const store of ['documents', 'intents']) {
          database
            .createObjectStore(store, { keyPath: ['connectionId', 'kind', 'id'] })
            .createIndex('connection', 'connectionId');
        }
        database.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
        database.createObjectStore('cache');
        database.createObjectStore('writes', { keyPath: 'id' }).createIndex('subject', 'subject');
        database.createObjectStore('imports', { keyPath: 'division' });
        database.createObjectStore('importRows', { keyPath: 'id' }).createIndex('division', 'division');
      },
    });
    for (const one of ALL) await earlier.put('documents', one);
    earlier.close();
    expect(idsOf(await new Database(name).documentsToSeeTo('c'))).toEqual(idsOf(TO_SEE_TO));
  });
});

describe('documents that a page names', () => {
  it.each([
    ['by id', { id: 'booked', number: null }, ['booked']],
    ['by number', { id: null, number: '2026 / 4' }, ['gone']],
    ['by number, written closely', { id: null, number: '2026/4' }, ['gone']],
    ['by both', { id: 'gone', number: '2026 / 4' }, ['gone', 'gone']],
    ['not at all', { id: 'nobody', number: '2026 / 99' }, []],
  ])('are found %s', async (_, sought, found) => {
    const database = await filled();
    expect(idsOf(await database.documentsNamed('c', [{ kind: 'invoice', ...sought }]))).toEqual(found);
    expect(await database.documentsNamed('c', [{ kind: 'creditNote', ...sought }])).toEqual([]);
    expect(await database.documentsNamed('other', [{ kind: 'invoice', ...sought }])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createPageHandler, type KnownFacts, selectionOf } from '../../../entrypoints/background/page.ts';
import { NO_PAGES, type PageMemory } from '../../../entrypoints/background/page-memory.ts';
import type { PageRequest, Reading, RowReference, Taught } from '../../../lib/messages.ts';
import type { Standing } from '../../../lib/standing.ts';
import { Database } from '../../../lib/store/database.ts';
import { type DocumentRecord, NOT_FOLLOWED, type Only } from '../../../lib/store/records.ts';

const ID = '7f461798-031c-479a-b3b5-05925935f7f3';
const ROW: RowReference = { key: 'k', kind: 'invoice', id: ID, number: '2026 / 27' };
const READING: Reading = { page: 'list', kind: 'invoice', strategy: 'links', rows: 1 };
const TAUGHT: Taught = { kind: 'invoice', rows: ['main'], cell: [], form: '9/9' };

const RECORD: DocumentRecord = {
  ...NOT_FOLLOWED,
  connectionId: 'c',
  kind: 'invoice',
  id: ID,
  number: '2026 / 27',
  date: '2026-03-14',
  customer: 'Peeters Media BV',
  currency: 'EUR',
  net: '100.00',
  vat: '21.00',
  gross: '121.00',
  webUrl: null,
  updatedAt: '2026-03-14T09:00:00+00:00',
  outcome: { state: 'blocked', cause: { type: 'periodClosed', date: '2026-01-06' }, entry: null },
};
const FACTS: KnownFacts = {
  isSetUp: true,
  isOurList: true,
  records: [RECORD],
  runs: [],
  names: new Map(),
  divisions: new Map(),
  region: 'be',
};

const REMOVED: Standing = {
  document: {
    booked: {
      number: '2026 / 27',
      date: '2026-03-14',
      customer: 'company/1',
      customerName: 'Peeters Media BV',
      currency: 'EUR',
      net: '100.00',
      vat: '21.00',
      gross: '121.00',
      taxes: [],
    },
    now: null,
  },
  entry: { booked: null, now: 'removed' },
  isFinal: null,
};

/** A handler whose every deed is noted. */
function world(facts: KnownFacts = FACTS) {
  const done: unknown[] = [];
  let memory: PageMemory = NO_PAGES;
  const handle = createPageHandler({
    database: new Database(crypto.randomUUID()),
    start: async (only: Only | null) => void done.push(['sync', only]),
    preview: async (only: Only) => void done.push(['preview', only]),
    memory: {
      read: async () => memory,
      change: async (edit) => {
        memory = edit(memory);
        return memory;
      },
      forget: async () => undefined,
    },
    readFacts: async () => facts,
    teamleader: async () => null,
    languageOr: async (other) => other,
    onDocument: async ({ id }, action) => void done.push([action, id]),
    showSetup: async () => void done.push('openSetup'),
    showOptions: async (explained) => void done.push(['explain', explained]),
    now: () => 1,
  });
  const act = (action: string, strategy: Reading['strategy'] = 'links') =>
    handle({ type: 'page/act', language: 'en', row: ROW, reading: { ...READING, strategy }, action });
  return { handle, act, done, memory: () => memory };
}

describe('what a page asks to have done', () => {
  it('is done where the document’s detail offers it, for that document alone', async () => {
    const { act, done } = world();
    await act('sync');
    await act('explain');
    expect(done).toEqual([
      ['sync', [{ kind: 'invoice', id: ID, shown: null }]],
      ['explain', 'periodClosed'],
    ]);
  });

  it('is shown beforehand, also where no sync has met it yet', async () => {
    const byNumber = { ...ROW, id: null };
    const preview = (row: RowReference): PageRequest => ({
      type: 'page/act',
      language: 'en',
      row,
      reading: READING,
      action: 'preview',
    });
    const known = world();
    await known.handle(preview(byNumber));
    expect(known.done).toEqual([['preview', [{ kind: 'invoice', id: ID, shown: null }]]]);
    const unknown = world({ ...FACTS, records: [] });
    await unknown.handle(preview(ROW));
    await unknown.handle(preview(byNumber));
    expect(unknown.done).toEqual([
      ['preview', [{ kind: 'invoice', id: ID, shown: null }]],
      ['preview', [{ kind: 'invoice', id: null, number: ROW.number, shown: null }]],
    ]);
  });

  it('opens a page of the extension', async () => {
    const { handle, done } = world();
    await handle({ type: 'page/open', what: 'setup' });
    await handle({ type: 'page/open', what: 'options' });
    expect(done).toEqual(['openSetup', ['explain', null]]);
  });

  it.each([
    'openSetup',
    'forget',
    'accept',
    'accept/confirmed',
    'bookAgain/confirmed',
    'cache/reset',
    '__proto__',
    'constructor',
    '',
  ])('is not done where it does not: %s', async (action) => {
    const { act, done } = world();
    await act(action);
    expect(done).toEqual([]);
  });

  it('is not done before the user has said so twice, where it is not undone easily', async () => {
    const entry = { id: 'e', entryNumber: 1, journal: '70', date: '2026-03-15', division: 1 };
    const outcome = { state: 'booked', entry, standing: REMOVED } as const;
    const { act, done } = world({ ...FACTS, records: [{ ...RECORD, outcome }] });
    for (const action of ['bookAgain', 'accept'] as const) {
      const question = await act(action);
      expect(done.splice(0)).toEqual([]);
      expect(question).toMatchObject({ actions: [{ id: `${action}/confirmed` }, { id: 'back' }] });
      await act('back');
      expect(done.splice(0)).toEqual([]);
      await act(`${action}/confirmed`);
      expect(done.splice(0)).toEqual([[action, ID]]);
    }
    await act('lookAgain');
    expect(done).toEqual([['lookAgain', ID]]);
  });

  it('is not done before anything is set up', async () => {
    const { act, done } = world({ ...FACTS, isSetUp: false, isOurList: false });
    expect(await act('sync')).toBeNull();
    expect(done).toEqual([]);
  });
});

describe('a sync from a page', () => {
  const sync = (only: RowReference[] | null): PageRequest => ({
    type: 'page/sync',
    language: 'en',
    rows: [ROW],
    reading: READING,
    only,
  });

  it('takes everything, or the rows that are ticked', async () => {
    const { handle, done } = world();
    await handle(sync(null));
    await handle(sync([ROW]));
    expect(done).toEqual([
      ['sync', null],
      ['sync', [{ kind: 'invoice', id: ID, shown: null }]],
    ]);
  });

  it('never takes everything because what is ticked cannot be told', async () => {
    const { handle, done } = world();
    await handle(sync([{ ...ROW, id: '1000001', number: null }]));
    expect(done).toEqual([]);
  });

  it('knows a row by its id, the new one of an old one, or its number', () => {
    const rows = [ROW, { ...ROW, id: '1000001' }, { ...ROW, id: null }, { ...ROW, id: 'x', number: null }];
    expect(selectionOf(rows, new Map([['1000001', ID]]))).toEqual([
      { kind: 'invoice', id: ID, shown: null },
      { kind: 'invoice', id: ID, shown: null },
      { kind: 'invoice', id: null, number: '2026 / 27', shown: null },
    ]);
  });
});

describe('what the user shows of a page', () => {
  it('is told back to a page that nothing reads, and forgotten on demand', async () => {
    const { handle, act, memory } = world();
    await handle({ type: 'page/teach', kind: 'invoice', taught: TAUGHT });
    const reading: Reading = { ...READING, strategy: null };
    expect(await handle({ type: 'page/view', language: 'en', rows: [], reading })).toMatchObject({ taught: TAUGHT });
    await act('forget', 'taught');
    expect(memory().taught).toEqual([]);
  });

  it('is not taken for another kind than it was shown for', async () => {
    const { handle, memory } = world();
    await handle({ type: 'page/teach', kind: 'creditNote', taught: TAUGHT });
    expect(memory().taught).toEqual([]);
  });
});

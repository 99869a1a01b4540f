import { describe, expect, it } from 'vitest';
import type { RowReference } from '../../../lib/messages.ts';
import type { Outcome } from '../../../lib/outcome.ts';
import { accepted, type Standing, withEntry } from '../../../lib/standing.ts';
import { type DocumentRecord, NOT_FOLLOWED, type RunRecord } from '../../../lib/store/records.ts';
import { viewDetail, viewQuestion } from '../../../lib/views/detail-view.ts';
import type { PageFacts } from '../../../lib/views/page-view.ts';

const ID = '7f461798-031c-479a-b3b5-05925935f7f3';
const ROW: RowReference = { key: 'k', kind: 'invoice', id: ID, number: '2026 / 27' };
const ENTRY = { id: 'e', entryNumber: 26000027, journal: '70', date: '2026-03-15', division: 17 };

const STANDS = {
  entryNumber: 26000027,
  journal: '70',
  date: '2026-03-15',
  accountId: 'a',
  currency: 'EUR',
  vat: '21.00',
  gross: '121.00',
  taxes: null,
  lines: [{ account: '700000', description: 'Consultancy', vatCode: '4', net: '100.00' }],
};

const record = (outcome: Outcome): DocumentRecord => ({
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
  webUrl: `https://focus.teamleader.eu/invoice_detail.php?id=${ID}`,
  updatedAt: '2026-03-14T09:00:00+00:00',
  outcome,
});

const RUNNING: RunRecord = {
  id: 'r',
  connectionId: 'c',
  startedAt: 1,
  endedAt: null,
  trigger: 'click',
  round: null,
  phase: 'booking',
  done: 0,
  total: 1,
  secondsLeft: null,
  counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  problem: null,
  paid: 0,
  paymentsProblem: null,
  only: null,
};

const facts = (outcome: Outcome | null, change: Partial<PageFacts> = {}): PageFacts => ({
  isSetUp: true,
  isOurList: true,
  records: outcome === null ? [] : [record(outcome)],
  runs: [],
  names: new Map(),
  migrated: new Map(),
  taught: null,
  divisions: new Map([['c', 17]]),
  region: 'be',
  ...change,
});

const detailOf = (given: PageFacts, strategy: 'links' | 'taught' = 'links') =>
  viewDetail(ROW, { strategy }, given, 'en');
const actionsOf = (given: PageFacts, strategy: 'links' | 'taught' = 'links') =>
  detailOf(given, strategy)?.actions.map(({ id }) => id);

describe('a document’s detail', () => {
  it('tells of what is booked, with a way to Exact and Teamleader’s totals', () => {
    const detail = detailOf(facts({ state: 'booked', entry: ENTRY }));
    expect(detail).toMatchObject({ title: 'Invoice 2026 / 27', quotes: [], actions: [] });
    expect(detail?.facts).toContainEqual({
      name: 'Entry in Exact',
      text: '26000027',
      href: 'https://start.exactonline.be/docs/MenuPortal.aspx?_Division_=17',
      tone: '',
    });
    expect(detail?.tables[0]?.rows).toEqual([
      ['Net', '€100.00'],
      ['VAT', '€21.00'],
      ['Total', '€121.00'],
    ]);
  });

  it('leads to where the payments of one that was paid back can be removed', () => {
    const booked = record({ state: 'booked', entry: ENTRY });
    const paidBack = { ...booked, payment: { state: 'paidBack', open: '121.00' } } as const;
    expect(detailOf(facts(null, { records: [paidBack] }))?.actions).toEqual([
      { id: 'explain', label: 'Open the options page', tone: '' },
    ]);
  });

  it('tells the cause, and the way to where it is mended', () => {
    const closed = facts({ state: 'blocked', cause: { type: 'periodClosed', date: '2026-01-06' }, entry: null });
    expect(detailOf(closed)?.quotes[0]?.text).toContain('closed in Exact');
    expect(detailOf(closed)?.facts.map(({ href }) => href)).toContain(
      'https://start.exactonline.be/docs/MenuPortal.aspx?_Division_=17',
    );
    expect(actionsOf(closed)).toEqual(['sync', 'preview', 'explain']);
    const unlinked = { type: 'taxRateNotLinked', taxRate: '21%' } as const;
    expect(actionsOf(facts({ state: 'blocked', cause: unlinked, entry: null }))).toEqual([
      'sync',
      'openSetup',
      'preview',
      'explain',
    ]);
  });

  it('offers to sync what is not settled, but not while a run works, which would not keep to it', () => {
    const waiting: Outcome = { state: 'waiting', cause: null, until: null };
    expect(actionsOf(facts(waiting))).toEqual(['sync', 'preview']);
    // One that no sync has met yet, too.
    expect(actionsOf(facts(null))).toEqual(['sync', 'preview']);
    expect(actionsOf(facts(waiting, { runs: [RUNNING] }))).toEqual(['preview']);
    expect(viewDetail({ ...ROW, number: null }, { strategy: 'links' }, facts(null), 'en')?.actions).toEqual([]);
  });

  it('offers to forget what the user has shown, where that is what reads the list', () => {
    expect(actionsOf(facts({ state: 'booked', entry: ENTRY }), 'taught')).toEqual(['forget']);
  });

  it('shows side by side what differs since it was booked, and how it was paid', () => {
    const figures = {
      number: '2026 / 27',
      date: '2026-03-14',
      customer: 'company/c',
      customerName: 'Peeters Media BV',
      currency: 'EUR',
      net: '100.00',
      vat: '21.00',
      gross: '121.00',
      taxes: [],
    };
    const standing = {
      document: { booked: figures, now: { ...figures, gross: '242.00' } },
      entry: { booked: STANDS, now: null },
      isFinal: false,
    };
    const drifted = facts({ state: 'booked', entry: ENTRY, standing });
    expect(detailOf(drifted)?.tables[0]?.rows).toEqual([['Teamleader', 'Total incl. VAT', '€121.00', '€242.00']]);
    expect(actionsOf(drifted)).toEqual(['lookAgain', 'accept', 'explain']);
    expect(actionsOf({ ...drifted, runs: [RUNNING] })).toEqual(['explain']);
    const look = { at: Date.now(), silent: null };
    const notesOf = (now: Standing) =>
      detailOf(facts({ state: 'booked', entry: ENTRY, standing: now }))?.notes.map(({ text }) => text);
    expect(notesOf({ ...standing, look })?.at(-1)).toMatch(/^Looked again .*as shown here/);
    const same = { ...standing, document: { booked: figures, now: null } };
    expect(actionsOf(facts({ state: 'booked', entry: ENTRY, standing: same }))).toEqual(['lookAgain']);
    expect(notesOf({ ...same, look })?.at(-1)).toMatch(/nothing differs/);
    expect(notesOf({ ...same, look: { ...look, silent: 'exact' } })?.at(-1)).toMatch(/^Could not look .*Exact Online/);
    // What is known since then says more.
    expect(notesOf(withEntry({ ...same, look }, STANDS))).toEqual(notesOf(same));
    expect(notesOf(accepted({ ...standing, look }))).toEqual(notesOf(same));
    const paid = { state: 'paid', on: '2026-04-01', since: 1, byUs: true } as const;
    const records = [{ ...record({ state: 'booked', entry: ENTRY }), payment: paid }];
    expect(
      detailOf(facts(null, { records }))
        ?.notes.map(({ text }) => text)
        .join(' '),
    ).toContain('2026');
  });

  it('shows the lines of the entry, as long as it stands in Exact', () => {
    const figures = { ...STANDS, number: '', customer: '', customerName: '', net: '100.00', taxes: [] };
    const standing = { document: { booked: figures, now: null }, entry: { booked: STANDS, now: null }, isFinal: null };
    const tablesOf = (one: Standing) => detailOf(facts({ state: 'booked', entry: ENTRY, standing: one }))?.tables;
    expect(tablesOf(standing)?.[0]).toEqual({
      heading: 'Lines',
      columns: ['Account', 'Description', 'VAT code', 'Net'],
      rows: [['700000', 'Consultancy', '4', '€100.00']],
    });
    expect(tablesOf({ ...standing, entry: { ...standing.entry, now: 'removed' } })?.[0]?.heading).toBe('Totals');
  });

  it('asks before what is not undone easily is done', () => {
    const question = viewQuestion(ROW, 'accept', '2026 / 27', 'en');
    expect(question.notes[0]?.text).toBe('Leave 2026 / 27 as it is?');
    expect(question.actions.map(({ id }) => id)).toEqual(['accept/confirmed', 'back']);
  });

  it('names the connection where there are several', () => {
    const names = new Map([['c', 'North → Books']]);
    expect(detailOf(facts({ state: 'booked', entry: ENTRY }, { names }))?.notes).toContainEqual({
      text: 'North → Books',
      tone: 'neutral',
    });
  });

  it('is not there before anything is set up', () => {
    expect(detailOf(facts(null, { isSetUp: false, isOurList: false }))).toBeNull();
  });

  it('says, while nothing can be synced, what has to be done first, and offers only that', () => {
    const held = facts({ state: 'waiting', cause: null, until: null }, { isSetUp: false });
    expect(detailOf(held)?.notes).toContainEqual({ text: expect.stringContaining('log-in'), tone: 'attention' });
    expect(actionsOf(held)).toEqual(['openSetup']);
  });
});

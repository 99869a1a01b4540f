import { describe, expect, it } from 'vitest';
import type { RowReference } from '../../../lib/messages.ts';
import type { Outcome } from '../../../lib/outcome.ts';
import { type DocumentRecord, NOT_FOLLOWED, type RunRecord } from '../../../lib/store/records.ts';
import { type PageFacts, viewPage, viewTrouble } from '../../../lib/views/page-view.ts';

const ID = '7f461798-031c-479a-b3b5-05925935f7f3';

const record = (outcome: Outcome): DocumentRecord => ({
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
  ...NOT_FOLLOWED,
  outcome,
});
const BOOKED: Outcome = {
  state: 'booked',
  entry: { id: 'e', entryNumber: 26000027, journal: '70', date: '2026-03-14', division: 1 },
};
const FIGURES = {
  number: '2026 / 27',
  date: '2026-03-14',
  customer: 'company/1',
  customerName: 'Peeters Media BV',
  currency: 'EUR',
  net: '100.00',
  vat: '21.00',
  gross: '121.00',
  taxes: [],
};
const BLOCKED: Outcome = { state: 'blocked', cause: { type: 'periodClosed', date: '2026-01-06' }, entry: null };
const PAYMENT_TO_CHECK = {
  outcome: BOOKED,
  payment: { state: 'attention', cause: { type: 'writtenOff', amount: '1.00', currency: 'EUR' }, paid: '120.00' },
} as const;
const WAITING: Outcome = { state: 'waiting', cause: null, until: null };

const run = (change: Partial<RunRecord> = {}): RunRecord => ({
  id: 'r',
  connectionId: 'c',
  startedAt: 1,
  endedAt: 2,
  trigger: 'click',
  round: null,
  only: null,
  phase: 'ended',
  done: 1,
  total: 1,
  secondsLeft: null,
  counts: { booked: 1, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  paid: 0,
  paymentsProblem: null,
  problem: null,
  ...change,
});
const facts = (change: Partial<PageFacts> = {}): PageFacts => ({
  isSetUp: true,
  isOurList: true,
  records: [],
  runs: [],
  names: new Map(),
  migrated: new Map(),
  taught: null,
  divisions: new Map(),
  region: 'be',
  ...change,
});
const row = (change: Partial<RowReference> = {}): RowReference => ({
  key: 'k',
  kind: 'invoice',
  id: ID,
  number: '2026 / 27',
  ...change,
});
const badgeOf = (given: PageFacts, reference = row(), language = 'en') =>
  viewPage([reference], given, language).badges[0];

describe('a badge', () => {
  it('tells entry number, journal and date of what is booked', () => {
    expect(badgeOf(facts({ records: [record(BOOKED)], runs: [run()] }))).toMatchObject({
      icon: 'booked',
      tone: 'good',
      text: 'Booked',
      title: 'Entry 26000027 in journal 70, 14/03/2026',
    });
  });

  it.each([
    ['its id', row({ number: null })],
    ['its number, written without blanks', row({ id: null, number: '2026/27' })],
    ['a number of the old API', row({ id: '1000001', number: null })],
  ])('finds the document by %s', (_, reference) => {
    const given = facts({ records: [record(BOOKED)], runs: [run()], migrated: new Map([['1000001', ID]]) });
    expect(badgeOf(given, reference)?.icon).toBe('booked');
  });

  it('does not take a credit note for the invoice of the same number', () => {
    expect(
      badgeOf(facts({ records: [record(BOOKED)], runs: [run()] }), row({ kind: 'creditNote', id: null }))?.icon,
    ).toBe('outOfScope');
  });

  it('tells the cause and the fix in the page’s language', () => {
    expect(badgeOf(facts({ records: [record(BLOCKED)], runs: [run()] }), row(), 'nl-BE')).toMatchObject({
      tone: 'attention',
      text: 'Vraagt aandacht',
      title: expect.stringMatching(/afgesloten in Exact.*Open de periode/),
    });
  });

  it('shows what a run is about to book, and only while it runs', () => {
    const running = run({ endedAt: null, phase: 'booking' });
    expect(badgeOf(facts({ records: [record(WAITING)], runs: [running] }))?.icon).toBe('booking');
    expect(badgeOf(facts({ records: [record(WAITING)], runs: [run()] }))?.icon).toBe('waiting');
  });

  it('calls unknown documents unread before the first run and out of scope after it; drafts always the latter', () => {
    expect(badgeOf(facts())?.icon).toBe('waiting');
    expect(badgeOf(facts({ runs: [run()] }))?.icon).toBe('outOfScope');
    expect(badgeOf(facts(), row({ number: null }))?.icon).toBe('outOfScope');
  });
});

describe('badges while nothing can be synced', () => {
  const held = facts({ isSetUp: false, records: [record(BOOKED)], runs: [run()], divisions: new Map([['c', 1]]) });

  it('show what was read last, and nothing of what was never read', () => {
    const unread = row({ key: 'unread', id: null, number: '2026 / 99' });
    expect(viewPage([row(), unread], held, 'en').badges).toMatchObject([{ key: 'k', text: 'Booked' }]);
  });

  it('do not say that what waits goes on by itself', () => {
    const waiting = { ...held, records: [record({ state: 'waiting', cause: null, until: 9 })] };
    expect(badgeOf(waiting)?.title).toMatch(/^Not booked in Exact yet/);
    expect(badgeOf({ ...waiting, isSetUp: true })?.title).toMatch(/^Goes on by itself/);
  });

  it('are not there where the list may be that of another account', () => {
    expect(badgeOf({ ...held, isOurList: false })).toBeUndefined();
  });
});

describe('the button', () => {
  const buttonOf = (given: PageFacts) => viewPage([], given, 'en').button;

  it.each([
    ['notSetUp', facts({ isSetUp: false })],
    ['idle', facts()],
    ['working', facts({ runs: [run({ endedAt: null, done: 3, total: 9 })] })],
    ['attention', facts({ runs: [run()], records: [record(BLOCKED)] })],
    ['done', facts({ runs: [run()], records: [record(BOOKED)] })],
    ['idle', facts({ runs: [run({ problem: { type: 'unreachable', service: 'exact' } })] })],
  ])('is %s', (state, given) => {
    expect(buttonOf(given).state).toBe(state);
  });

  it('says of a connection that cannot sync that it stands still', () => {
    expect(buttonOf(facts({ isSetUp: false })).label).toBe('Set up Boekbrug');
    expect(buttonOf(facts({ isSetUp: false, divisions: new Map([['c', 1]]) })).label).toBe('Boekbrug is on hold');
  });

  it('counts while it works', () => {
    expect(buttonOf(facts({ runs: [run({ endedAt: null, done: 3, total: 9 })] }))).toMatchObject({
      label: 'Syncing 3 of 9',
      progress: { done: 3, total: 9 },
    });
  });
});

describe('the panel', () => {
  it('lists what is held back with cause and fix, and how much more there is', () => {
    const records = Array.from({ length: 11 }, (_, index) => ({
      ...record(BLOCKED),
      id: String(index),
      number: `2026 / ${index}`,
      webUrl: `https://focus.teamleader.eu/invoice_detail.php?id=${index}`,
    }));
    const { result } = viewPage([], facts({ runs: [run()], records }), 'en');
    expect(result?.quotes).toHaveLength(8);
    expect(result?.notes[0]?.text).toBe('The first 8 of 11. The options page has them all.');
    expect(result?.quotes[0]).toMatchObject({
      title: 'Invoice 2026 / 0 · Peeters Media BV',
      href: 'https://focus.teamleader.eu/invoice_detail.php?id=0',
      text: 'The period of 06/01/2026 is closed in Exact.',
    });
  });

  it('lists, of a run of certain documents, those that it tried, and leads to all', () => {
    const records = [
      { ...record(BLOCKED), id: 'before', number: '2026 / 1', triedAt: 4 },
      { ...record(BLOCKED), id: 'now', number: '2026 / 2', triedAt: 6 },
    ];
    const ofSome = run({ startedAt: 5, endedAt: 7, only: [] });
    const { result } = viewPage([], facts({ runs: [ofSome], records }), 'en');
    expect(result?.quotes.map(({ title }) => title)).toEqual(['Invoice 2026 / 2 · Peeters Media BV']);
    expect(result?.facts).toContainEqual(expect.objectContaining({ text: '1', tone: 'attention' }));
    expect(result?.actions).toEqual([{ id: 'options', label: 'Open the options page', tone: '' }]);
    expect(viewPage([], facts({ runs: [{ ...ofSome, only: null }], records }), 'en').result?.quotes).toHaveLength(2);
    expect(viewPage([], facts({ runs: [ofSome], records: [] }), 'en').result?.actions).toEqual([]);
  });

  it.each<[string, Partial<DocumentRecord>, Partial<RunRecord>, number]>([
    ['a payment that it looked at', { ...PAYMENT_TO_CHECK, follow: { ...NOT_FOLLOWED.follow, at: 6 } }, {}, 1],
    ['a payment that it did not look at', PAYMENT_TO_CHECK, {}, 0],
    [
      'what it held back by a clock that was put back',
      { triedAt: 4 },
      { counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 1 } },
      1,
    ],
    ['what another connection held back once', { connectionId: 'd', triedAt: 6 }, {}, 0],
  ])('tells, of a run of certain documents: %s', (_, change, ran, told) => {
    const ofSome = run({ startedAt: 5, endedAt: 7, only: [], ...ran });
    const { result } = viewPage([], facts({ runs: [ofSome], records: [{ ...record(BLOCKED), ...change }] }), 'en');
    expect(result?.quotes).toHaveLength(told);
  });

  it('tells of all that the button counts, the newest first', () => {
    const drifted: Outcome = {
      ...BOOKED,
      standing: { document: { booked: FIGURES, now: null }, entry: { booked: null, now: 'removed' }, isFinal: null },
    };
    const records = [
      { ...record(BLOCKED), id: '1', number: '2026 / 1', date: '2026-01-01' },
      { ...record(drifted), id: '3', number: '2026 / 3', date: '2026-03-01' },
      { ...record(BOOKED), id: '2', number: '2026 / 2', date: '2026-02-01', payment: PAYMENT_TO_CHECK.payment },
    ];
    const { button, result } = viewPage([], facts({ runs: [run()], records }), 'en');
    expect(button.label).toBe('3 need attention');
    expect(result).toMatchObject({ title: 'Some documents need attention', tone: 'attention' });
    expect(result?.facts.at(-1)).toMatchObject({ name: 'need attention', text: '3' });
    expect(result?.quotes.map(({ text }) => text)).toEqual([
      'Its entry was removed in Exact.',
      expect.stringContaining('written off'),
      expect.stringContaining('closed'),
    ]);
  });

  it('speaks of one as of one', () => {
    const { result } = viewPage([], facts({ runs: [run()], records: [record(BLOCKED)] }), 'en');
    expect(result?.facts.at(-1)).toMatchObject({ name: 'needs attention', text: '1' });
    const paid = viewPage([], facts({ runs: [run({ paid: 1 })] }), 'fr').result;
    expect(paid?.facts.at(-1)).toMatchObject({ name: 'marquée comme payée', text: '1' });
  });

  it('says why a run stopped', () => {
    const { result } = viewPage(
      [],
      facts({ runs: [run({ problem: { type: 'loginNeeded', service: 'teamleader' } })] }),
      'en',
    );
    expect(result).toMatchObject({ title: 'The sync stopped', tone: 'attention' });
    expect(result?.quotes[0]?.text).toContain('Teamleader');
  });

  it('is not there while a run works', () => {
    expect(viewPage([], facts({ runs: [run({ endedAt: null })] }), 'en').result).toBeNull();
  });
});

describe('a page whose background is in trouble', () => {
  it('says why and what to do, where the symbol stands', () => {
    const { button, badges, result } = viewTrouble({ type: 'storageFull' }, 'en');
    expect(button).toMatchObject({ state: 'attention', progress: null });
    expect(button.title).toMatch(/no room left .* Free some disk space/);
    expect({ badges, result }).toEqual({ badges: [], result: null });
  });
});

describe('a page of several connections', () => {
  const names = new Map([
    ['c', 'North → Books'],
    ['d', 'South → Books'],
  ]);
  const other = (outcome: Outcome, change: Partial<DocumentRecord> = {}) => ({
    ...record(outcome),
    connectionId: 'd',
    ...change,
  });
  const runs = (...changes: Partial<RunRecord>[]) => changes.map((change) => run({ round: 'together', ...change }));

  it('tells who works, and only then is the other’s document being booked', () => {
    const given = facts({
      names,
      records: [record(WAITING), other(WAITING, { id: 'theirs', number: '2026 / 9' })],
      runs: runs(
        { id: '1', endedAt: null, phase: 'booking', done: 2, total: 5, secondsLeft: 100 },
        { id: '2', connectionId: 'd', endedAt: 2 },
      ),
    });
    const theirs = row({ key: 'other', id: 'theirs' });
    const view = viewPage([row(), theirs], given, 'en');
    const title = 'North → Books · Booking · About 2 minutes left';
    expect(view.button).toMatchObject({ state: 'working', label: 'Syncing 2 of 5', title });
    expect(view.badges.map(({ icon }) => icon)).toEqual(['booking', 'waiting']);
    expect(view.result).toBeNull();
  });

  it('shows the one that has its turn before those that wait for it', () => {
    const given = facts({
      names,
      runs: runs(
        { id: '2', connectionId: 'd', endedAt: null, phase: 'queued' },
        { id: '1', endedAt: null, phase: 'looking' },
      ),
    });
    expect(viewPage([], given, 'en').button.title).toBe('North → Books · Looking in Exact');
  });

  it('adds up what was done, and names each problem and failure with its connection', () => {
    const given = facts({
      names,
      records: [record(BOOKED), other(BLOCKED, { id: 'theirs' })],
      runs: [
        ...runs(
          { id: '2', connectionId: 'd', endedAt: 9, problem: { type: 'loginNeeded', service: 'exact' } },
          { id: '1', counts: { booked: 4, adopted: 1, unchanged: 0, waiting: 0, blocked: 0 } },
        ),
        run({ id: '0', round: 'before', counts: { booked: 100, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 } }),
      ],
    });
    const { result } = viewPage([], given, 'en');
    expect(result).toMatchObject({
      runId: '2',
      title: 'The sync stopped',
      facts: [{ text: '5' }, { text: '1' }, { text: '1' }],
    });
    expect(result?.quotes.map(({ title, text }) => title || text)).toEqual([
      expect.stringMatching(/^South → Books · .*Exact/),
      'Invoice 2026 / 27 · Peeters Media BV · South → Books',
    ]);
  });

  it('tells of a document in two divisions as it stands worst', () => {
    const given = facts({ names, records: [record(BLOCKED), other(BOOKED)], runs: [run()] });
    expect(badgeOf(given)?.icon).toBe('attention');
  });
});

import Big from 'big.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ReportContent } from '../../../lib/report.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { Reporter } from '../../../lib/sync/reporter.ts';
import { slicesOf } from '../../../lib/sync/slices.ts';
import { putTwoAccounts } from '../../e2e/two-accounts.ts';
import { run, startWorld, type World } from './world.ts';

let world: World | null = null;

afterEach(async () => {
  const defects = world?.sandbox.defects ?? [];
  await world?.sandbox.close();
  world = null;
  expect(defects).toEqual([]);
});

const reporterOf = (context: SyncContext): Reporter =>
  new Reporter({
    database: context.database,
    now: context.now,
    newId: () => crypto.randomUUID(),
    sleep: async () => undefined,
    contextOf: async () => ({ ok: true, value: context }),
    stayAlive: (task) => task(),
    onChange: () => undefined,
  });

const READING = /^(GET |invoices\.list$|creditNotes\.list$|taxRates\.list$|productCategories\.list$)/;

/** Makes a report, and sees that nothing was written for it. */
async function report(
  { sandbox, context }: Pick<World, 'sandbox' | 'context'>,
  from = '2000-01-01',
  to = '2099-12-31',
) {
  const before = sandbox.log.calls.length;
  const reporter = reporterOf(context);
  await reporter.start(context.connection.id, { from, to });
  await vi.waitFor(async () => expect((await reporter.head())?.state.is).not.toBe('working'), { timeout: 30_000 });
  const head = await reporter.head();
  expect(head?.state).toEqual({ is: 'done' });
  const content = head && (await reporter.content(head));
  if (content === null) throw new Error('There is no report.');
  const calls = sandbox.log.calls.slice(before).filter(({ isApi }) => isApi);
  expect(calls.filter(({ name }) => !READING.test(name))).toEqual([]);
  expect(calls.filter(({ status }) => status !== 200)).toEqual([]);
  return { content, calls };
}

const amount = (rows: readonly { readonly gross: string }[]): string =>
  rows.reduce((sum, { gross }) => sum.plus(gross), new Big(0)).toFixed(2);

const withVerdict = ({ rows }: ReportContent, verdict: string) => rows.filter((row) => row.verdict === verdict);

/** The first invoice of ours that stands in Exact. */
function bookedIn({ sandbox }: World) {
  const entry = [...sandbox.exact.ledger.entries.values()].find(
    ({ link, currency }) => link?.includes('invoice_detail') && currency === 'EUR',
  );
  const invoice = [...sandbox.teamleader.ledger.invoices.values()].find(({ id }) => entry?.link?.includes(id));
  if (entry === undefined || invoice === undefined) throw new Error('Nothing is booked.');
  return { entry, invoice };
}

const dayFrom = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

describe('a report on a period', () => {
  it('before anything is booked says of each document that Exact lacks it', async () => {
    world = await startWorld();
    const { content } = await report(world);
    const inScope = world.sandbox.business.documents.filter(({ expected }) => expected !== 'notInScope');
    const told = content.rows.filter(({ document }) => document !== null).length + content.equal;
    expect(told).toBe(inScope.length);
    expect(withVerdict(content, 'missing').length).toBeGreaterThan(30);
  });

  it('after a sync says of each document what the ledgers say of it', async () => {
    world = await startWorld();
    await run(world.context);
    const { content } = await report(world);
    const { expected, strange } = expectedIn(world);
    expect(content.equal).toBe(expected);
    expect(withVerdict(content, 'withoutDocument').map(({ entries }) => entries[0]?.yourRef)).toEqual(strange);
    for (const total of content.totals) {
      const rows = content.rows.flatMap(({ counts }) => counts.filter(({ currency }) => currency === total.currency));
      expect(amount(rows.map(({ difference }) => difference))).toBe(new Big(total.all.difference.gross).toFixed(2));
    }
  });

  it('finds what was changed, moved, removed and doubled in Exact since', async () => {
    world = await startWorld();
    await run(world.context);
    const { entry, invoice } = bookedIn(world);
    const { ledger } = world.sandbox.exact;
    const month = { from: `${entry.date.slice(0, 7)}-01`, to: `${entry.date.slice(0, 7)}-28` };
    const rowOf = async () => {
      if (world === null) throw new Error('No world.');
      const { content } = await report(world, entry.date, entry.date);
      return content.rows.find(({ document }) => document?.id === invoice.id);
    };
    expect(await rowOf()).toBeUndefined();
    ledger.entries.set(entry.id, { ...entry, date: '2031-01-01' });
    expect(await rowOf()).toMatchObject({ verdict: 'otherPeriod', entries: [{ date: '2031-01-01', isOurs: true }] });
    ledger.entries.delete(entry.id);
    expect(await rowOf()).toMatchObject({ verdict: 'missing', entries: [] });
    ledger.entries.set(entry.id, entry);
    const double = { ...entry, id: crypto.randomUUID(), entryNumber: entry.entryNumber + 500_000, link: null };
    ledger.entries.set(double.id, double);
    const { content } = await report(world, month.from, entry.date);
    const row = content.rows.find(({ document }) => document?.id === invoice.id);
    expect(row).toMatchObject({ verdict: 'twice', entries: [{ isOurs: true }, { isOurs: false }] });
    expect(content.doubleEntries).toMatchObject([{ by: 'document', document: { id: invoice.id } }]);
  });

  it('takes in an entry of the period whose document is of another', async () => {
    world = await startWorld();
    await run(world.context);
    const { entry, invoice } = bookedIn(world);
    world.sandbox.exact.ledger.entries.set(entry.id, { ...entry, date: '2031-02-03' });
    const { content, calls } = await report(world, '2031-02-01', '2031-02-28');
    expect(content.rows).toMatchObject([{ verdict: 'otherPeriod', document: { id: invoice.id } }]);
    expect(content.totals[0]?.all.counts).toEqual({ invoiced: 0, booked: 1 });
    const reads = Object.groupBy(calls, ({ name }) => name);
    expect(reads['GET salesentry/SalesEntries']?.length).toBe(1);
  });

  it('leaves out what another connection has in the same journals, also where somebody typed it', async () => {
    world = await startWorld({ documents: 120 });
    const { sandbox } = world;
    const { id, name } = sandbox.business.otherCompanyEntity;
    const second = world.beside({ companyEntity: { id, name }, entrySeries: 1 });
    const first = { ...world.context, siblings: [second.connection.id] };
    await run(second);
    const theirs = [...sandbox.exact.ledger.entries.values()].filter(({ entryNumber }) => entryNumber > 126_000_000);
    expect(theirs.length).toBeGreaterThan(3);
    for (const entry of theirs.slice(0, 2)) sandbox.exact.ledger.entries.set(entry.id, { ...entry, link: null });
    const { content } = await report({ sandbox, context: first });
    const told = content.rows.flatMap(({ entries }) => entries.map((entry) => entry.id));
    expect(theirs.map((entry) => entry.id).filter((entryId) => told.includes(entryId))).toEqual([]);
  });

  it.each(['invoice', 'creditNote'] as const)('has the first and the last day in it: %s', async (kind) => {
    world = await startWorld();
    const made = world;
    const document = made.sandbox.business.documents.find((one) => one.kind === kind && one.expected === 'booked');
    const date = document?.date ?? '';
    const told = async (from: string, to: string) => {
      const { content } = await report(made, from, to);
      return content.rows.some((row) => row.document?.id === document?.id);
    };
    expect(await told(date, date)).toBe(true);
    expect(await told(dayFrom(date, 1), dayFrom(date, 20))).toBe(false);
    expect(await told(dayFrom(date, -20), dayFrom(date, -1))).toBe(false);
  });

  it('tells of accounts that share a VAT number', async () => {
    world = await startWorld();
    const customer = putTwoAccounts(world.sandbox);
    const { content } = await report(world);
    expect(content.doubleAccounts).toContainEqual(
      expect.objectContaining({
        by: 'vatNumber',
        accounts: expect.arrayContaining([expect.objectContaining({ name: customer.name })]),
      }),
    );
  });

  it('costs a few calls for a month, and leaves what is older than the start date alone', async () => {
    world = await startWorld();
    const { startDate } = world.sandbox.business;
    await run(world.context);
    const { calls } = await report(world, startDate, startDate);
    expect(calls.length).toBeLessThanOrEqual(5);
    const older = await report(world, '2001-01-01', '2001-12-31');
    expect(older.content).toMatchObject({ totals: [], rows: [], equal: 0 });
  });

  it('is kept for the next worker, and one whose worker died is told as stopped', async () => {
    world = await startWorld();
    const { context } = world;
    await report(world);
    const next = reporterOf(context);
    const head = await next.head();
    expect(head?.state).toEqual({ is: 'done' });
    expect(head && (await next.content(head))).not.toBeNull();
    const never = { ...context.teamleader, documents: () => new Promise<never>(() => undefined) };
    await reporterOf({ ...context, teamleader: never }).start(context.connection.id, {
      from: '2026-01-01',
      to: '2026-01-31',
    });
    expect((await reporterOf(context).head())?.state).toEqual({ is: 'stopped' });
  });

  it('says why it could not be made', async () => {
    world = await startWorld();
    const { context } = world;
    const refused = {
      ...context.exact,
      salesEntries: async () => ({ ok: false, error: { kind: 'loginNeeded' } }) as const,
    };
    const reporter = reporterOf({ ...context, exact: refused });
    await reporter.start(context.connection.id, { from: '2026-01-01', to: '2026-01-31' });
    await vi.waitFor(async () => expect((await reporter.head())?.state.is).toBe('failed'));
    expect((await reporter.head())?.state).toEqual({
      is: 'failed',
      problem: { type: 'loginNeeded', service: 'exact' },
    });
  });
});

/** By the ledgers alone: how many documents stand in Exact with their amount, and which entries are nobody's. */
function expectedIn({ sandbox }: World): { readonly expected: number; readonly strange: readonly string[] } {
  const { business } = sandbox;
  const expected = business.documents.filter(
    (one) => one.number !== null && (one.expected === 'booked' || one.expected === 'adopted'),
  ).length;
  const strange = [...sandbox.exact.ledger.entries.values()].flatMap(({ yourRef }) =>
    yourRef === 'Afrekening voorschot' ? [yourRef] : [],
  );
  return { expected, strange };
}

describe('a long period', () => {
  it('is read in a few parts of whole months, without a gap', () => {
    expect(slicesOf({ from: '2026-01-15', to: '2026-12-31' })).toEqual([
      { from: '2026-01-15', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-06-30' },
      { from: '2026-07-01', to: '2026-09-30' },
      { from: '2026-10-01', to: '2026-12-31' },
    ]);
    expect(slicesOf({ from: '2026-02-01', to: '2026-02-28' })).toEqual([{ from: '2026-02-01', to: '2026-02-28' }]);
    expect(slicesOf({ from: '2026-02-02', to: '2026-02-01' })).toEqual([]);
    expect(slicesOf({ from: '1990-01-01', to: '2089-12-31' })).toHaveLength(8);
  });
});

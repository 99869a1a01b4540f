/** A preview is the plan of a run, and what is booked from it is what was shown, against the stand-ins over real HTTP. */
import Big from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { PreviewDocument } from '../../../lib/preview.ts';
import type { Only } from '../../../lib/store/records.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { type PreviewProgress, preview } from '../../../lib/sync/preview.ts';
import { grossOf, type LedgerEntry, vatOf } from '../../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

let world: World | null = null;

async function start(options: SandboxOptions = {}): Promise<World> {
  world = await startWorld(options);
  return world;
}

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

const MINUTE = 60_000;

interface Previewed {
  readonly documents: readonly PreviewDocument[];
  readonly last: PreviewProgress;
  readonly steps: readonly PreviewProgress[];
}

async function previewOf(context: SyncContext, only: Only | null = null): Promise<Previewed> {
  const documents: PreviewDocument[] = [];
  const steps: PreviewProgress[] = [];
  const made = await preview(context, only, {
    onStep: async (progress, gone) => {
      steps.push(progress);
      documents.push(...gone);
    },
    isStopped: () => false,
    sleep: async () => undefined,
  });
  expect(made).toEqual({ ok: true, value: null });
  const last = steps.at(-1);
  if (last === undefined) throw new Error('The preview took no step.');
  return { documents, last, steps };
}

const toBook = (documents: readonly PreviewDocument[]) =>
  documents.flatMap((document) => (document.plan.do === 'book' ? [{ ...document, plan: document.plan }] : []));

/** Without those that only Exact knows to be unbookable. */
const bookable = ({ sandbox }: World, documents: readonly PreviewDocument[]) => {
  const stories = new Map(sandbox.business.documents.map(({ id, expected }) => [id, expected]));
  return toBook(documents).filter(({ id }) => stories.get(id) === 'booked');
};

/** As the screen would ask for it. */
const asShown = (documents: readonly PreviewDocument[]): Only =>
  toBook(documents).map(({ kind, id, plan }) => ({ kind, id, shown: plan.shown }));

const entryOf = ({ sandbox }: World, id: string): LedgerEntry | undefined =>
  [...sandbox.exact.ledger.entries.values()].find(({ link }) => link?.includes(id));

const outcomeOf = async ({ database, connection }: SyncContext, id: string) =>
  (await database.documents(connection.id)).find((record) => record.id === id)?.outcome;

const writes = ({ sandbox }: World) => [
  ...Object.keys(sandbox.log.counts('exact')).filter((call) => !call.startsWith('GET ')),
  ...Object.keys(sandbox.log.counts('teamleader')).filter((call) => !/\.(list|info|me)$/.test(call)),
];

describe('a preview', () => {
  it('writes nothing anywhere, and says of each document what a run then does', async () => {
    const made = await start();
    const { documents, last } = await previewOf(made.context);
    expect(writes(made)).toEqual([]);
    const { database, connection } = made.context;
    expect(await database.intents(connection.id)).toEqual([]);
    expect(await database.documents(connection.id)).toEqual([]);

    const { counts } = await run(made.context);
    // One document is known to be refused only by Exact: its period is closed.
    const { book, adopt, blocked, waiting } = last.counts;
    expect({ adopt, waiting, together: book + blocked }).toEqual({
      adopt: counts.adopted,
      waiting: 0,
      together: counts.booked + counts.blocked,
    });
    expect(counts.booked).toBeGreaterThan(book - 3);
    for (const { id, plan } of documents) {
      const outcome = await outcomeOf(made.context, id);
      if (plan.do === 'end') expect(outcome).toEqual(plan.outcome);
    }
  });

  it('shows each entry to the cent as it then stands in Exact, by names and codes', async () => {
    const made = await start({ documents: 200 });
    const shown = toBook((await previewOf(made.context)).documents);
    await run(made.context);
    const { ledger } = made.sandbox.exact;
    let compared = 0;
    for (const { id, plan } of shown) {
      const stands = entryOf(made, id);
      if (stands === undefined) continue;
      compared += 1;
      const { entry, account } = plan;
      expect(entry).toMatchObject({
        journal: { code: stands.journal },
        entryNumber: stands.entryNumber,
        date: stands.date,
        yourRef: stands.yourRef,
        description: stands.description,
        paymentReference: stands.paymentReference,
        currency: stands.currency,
      });
      if (entry.dueDate !== null) expect(entry.dueDate).toBe(stands.dueDate);
      if (entry.paymentCondition !== null) expect(entry.paymentCondition.code).toBe(stands.paymentCondition);
      expect(entry.rate === null ? new Big(1) : new Big(entry.rate)).toEqual(stands.rate);
      expect([new Big(entry.gross), new Big(entry.vat)]).toEqual([grossOf(stands), vatOf(stands)]);
      expect(entry.lines.map(({ glAccount, vatCode, net, vat }) => [glAccount.code, vatCode.code, net, vat])).toEqual(
        stands.lines.map(({ glAccount, vatCode, net, vat }) => [
          ledger.books.glAccounts.find((one) => one.id === glAccount)?.code,
          vatCode,
          net.toFixed(entry.currency === 'JPY' ? 0 : 2),
          vat.toFixed(entry.currency === 'JPY' ? 0 : 2),
        ]),
      );
      expect(entry.journal.name).not.toBe('');
      expect(account.name).toBe(ledger.accounts.get(stands.customer)?.fields['Name']);
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('adds up what would be booked, by currency and VAT percentage', async () => {
    const made = await start();
    const { documents, last } = await previewOf(made.context);
    const euro = toBook(documents).filter(({ plan }) => plan.entry.currency === 'EUR');
    const sumOf = (figure: 'net' | 'vat' | 'gross') =>
      euro.reduce((sum, { plan }) => sum.plus(plan.entry[figure]), new Big(0)).toFixed(2);
    const totals = last.totals.find(({ currency }) => currency === 'EUR');
    expect(totals).toMatchObject({ net: sumOf('net'), vat: sumOf('vat'), gross: sumOf('gross') });
    expect(totals?.rates.map(({ rate }) => rate)).toEqual(
      ['0.21', '0.12', '0.06', '0'].filter((one) => totals?.rates.some(({ rate }) => rate === one)),
    );
    const perRate = totals?.rates.reduce((sum, { vat }) => sum.plus(vat), new Big(0)).toFixed(2);
    expect(perRate).toBe(sumOf('vat'));
  });

  it('tells what is made and what is changed at customers, detail by detail', async () => {
    const made = await start();
    await run(made.context);
    const [changed] = made.sandbox.business.documents.filter(
      ({ expected, kind }) => expected === 'booked' && kind === 'invoice',
    );
    if (changed === undefined) throw new Error('The business has no invoice.');
    made.sandbox.clock.advance(MINUTE);
    made.sandbox.teamleader.ledger.updateCustomer(changed.customerId, {
      emails: [{ type: 'primary', email: 'new@address.example' }],
    });
    const other = await made.anotherBrowser();
    made.sandbox.exact.ledger.removeEntry(entryOf(made, changed.id)?.id ?? '');
    const [again] = toBook((await previewOf(other, [{ kind: changed.kind, id: changed.id, shown: null }])).documents);
    expect(again?.plan.account).toMatchObject({
      do: 'change',
      details: [{ field: 'email', to: 'new@address.example' }],
    });
    expect(again?.plan.account.details[0]?.from).not.toBe('new@address.example');
  });

  it('of some documents is about them alone', async () => {
    const made = await start();
    const all = await previewOf(made.context);
    const [first] = toBook(all.documents);
    if (first === undefined) throw new Error('Nothing is to be booked.');
    const one = await previewOf(made.context, [{ kind: first.kind, id: first.id, shown: null }]);
    expect(one.documents).toEqual([first]);
    expect(one.last).toMatchObject({ total: 1, done: 1 });
  });

  it('tells how far it is, portion by portion', async () => {
    const made = await start({ documents: 200 });
    const { steps, last } = await previewOf(made.context);
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(last.done).toBe(last.total);
  });

  it('waits for a ration that opens again within a minute, and asks again', async () => {
    const made = await start();
    let isFirst = true;
    const waits: number[] = [];
    const context: SyncContext = {
      ...made.context,
      teamleader: {
        ...made.context.teamleader,
        documents: async (query) => {
          if (!isFirst) return made.context.teamleader.documents(query);
          isFirst = false;
          return { ok: false, error: { kind: 'limited', until: made.context.now() + MINUTE } };
        },
      },
    };
    const ended = await preview(context, null, {
      onStep: async () => undefined,
      isStopped: () => false,
      sleep: async (ms) => void waits.push(ms),
    });
    expect(ended.ok).toBe(true);
    // The clock goes on between the answer and the wait.
    expect(waits).toHaveLength(1);
    expect(Math.round((waits[0] ?? 0) / MINUTE)).toBe(1);
  });
});

describe('booking what was shown', () => {
  it('books exactly that', async () => {
    const made = await start();
    const { documents } = await previewOf(made.context);
    const only = asShown(bookable(made, documents)).slice(0, 7);
    const { counts, total } = await run(made.context, only);
    expect({ total, booked: counts.booked }).toEqual({ total: 7, booked: 7 });
    const linked = [...made.sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null);
    expect(linked).toHaveLength(7);
    for (const { id } of only) expect(entryOf(made, id ?? '')).toBeDefined();
  });

  it('holds back what was changed in Teamleader meanwhile, and books the others', async () => {
    const made = await start();
    const shown = bookable(made, (await previewOf(made.context)).documents).filter(({ kind }) => kind === 'invoice');
    const [changed, ...others] = shown.slice(0, 4);
    if (changed === undefined) throw new Error('Nothing is to be booked.');
    made.sandbox.teamleader.ledger.updateInvoice(changed.id, { paymentReference: '+++084/2613/66074+++' });
    await run(made.context, asShown([changed, ...others]));
    expect(await outcomeOf(made.context, changed.id)).toMatchObject({
      state: 'blocked',
      cause: { type: 'changedSincePreview' },
    });
    expect(entryOf(made, changed.id)).toBeUndefined();
    for (const { id } of others) expect(await outcomeOf(made.context, id)).toMatchObject({ state: 'booked' });
    // Shown anew, it is booked as it is now.
    const again = await previewOf(made.context, [{ kind: changed.kind, id: changed.id, shown: null }]);
    await run(made.context, asShown(again.documents));
    expect(entryOf(made, changed.id)?.paymentReference).toBe('+++084/2613/66074+++');
  });

  it('holds back what would change a customer otherwise than was shown', async () => {
    const made = await start();
    const shown = bookable(made, (await previewOf(made.context)).documents);
    const created = shown.find(({ plan }) => plan.account.do === 'create');
    const document = made.sandbox.business.documents.find(({ id }) => id === created?.id);
    if (created === undefined || document === undefined) throw new Error('No account is to be made.');
    made.sandbox.teamleader.ledger.updateCustomer(document.customerId, {
      emails: [{ type: 'primary', email: 'other@address.example' }],
    });
    await run(made.context, asShown([created]));
    expect(await outcomeOf(made.context, created.id)).toMatchObject({ cause: { type: 'changedSincePreview' } });
    expect(made.sandbox.log.counts('exact')['POST crm/Accounts']).toBeUndefined();
  });

  it('adopts what a bookkeeper has booked in Exact meanwhile, and books the others', async () => {
    const made = await start();
    const other = await made.anotherBrowser();
    const only = asShown(bookable(made, (await previewOf(made.context)).documents)).slice(0, 5);
    const [first] = only;
    if (first === undefined) throw new Error('Nothing is to be booked.');
    await run(other, [{ ...first, shown: null }]);
    const { counts } = await run(made.context, only);
    expect(counts).toMatchObject({ adopted: 1, booked: 4 });
  });

  it('goes on after a death of the worker with what was shown and nothing else, though a customer is made by then', async () => {
    const made = await start();
    const all = bookable(made, (await previewOf(made.context)).documents);
    // Two documents of one customer that is to be made: the second one finds it made.
    const customers = new Map(made.sandbox.business.documents.map(({ id, customerId }) => [id, customerId]));
    const created = all.filter(({ plan }) => plan.account.do === 'create');
    const pair = created.filter(
      ({ id }) => created.filter((one) => customers.get(one.id) === customers.get(id)).length > 1,
    );
    expect(pair.length).toBeGreaterThan(1);
    const only = asShown(pair);
    const { exact } = made.context;
    let calls = 0;
    const dying: SyncContext = {
      ...made.context,
      exact: {
        ...exact,
        createSalesEntry: async (entry, accountId) => {
          const answer = await exact.createSalesEntry(entry, accountId);
          calls += 1;
          if (calls === 1) throw new Error('dead');
          return answer;
        },
      },
    };
    await expect(run(dying, only)).rejects.toThrow('dead');
    const [left] = await made.context.database.runs(1);
    expect(left).toMatchObject({ endedAt: null, only });
    const resumed = await run(made.context, left?.only ?? null);
    expect(resumed.counts).toMatchObject({ booked: only.length, blocked: 0, waiting: 0 });
    expect(resumed.only).toEqual([]);
    const linked = [...made.sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null);
    expect(linked).toHaveLength(only.length);
  });

  it('keeps of a run that has ended the documents that it left waiting', async () => {
    const made = await start();
    const only = asShown(bookable(made, (await previewOf(made.context)).documents)).slice(0, 3);
    made.sandbox.faults.order({
      service: 'exact',
      call: 'POST salesentry/SalesEntries',
      fault: { kind: 'cut', when: 'before' },
    });
    const ended = await run(made.context, only);
    expect(ended.only).toHaveLength(1);
    made.sandbox.clock.advance(7 * MINUTE);
    const later = await run(made.context, ended.only);
    expect(later.counts.booked).toBe(1);
    expect(later.only).toEqual([]);
    const { duplicates } = await tallyOf(made, made.context);
    expect(duplicates).toBe(0);
  });

  it('in a journal that gives its own numbers is no change by that', async () => {
    const made = await start({ switches: { entryNumberPostable: false } });
    const { documents } = await previewOf(made.context);
    const only = asShown(documents);
    const { counts } = await run(made.context, only);
    expect(counts.booked).toBeGreaterThan(only.length - 3);
  });
});

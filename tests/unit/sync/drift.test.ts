/** What is changed on either side after it was booked: told, never acted on by itself. Against the stand-ins over HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import { actionsFor } from '../../../lib/document-action.ts';
import { driftIn, type Outcome } from '../../../lib/outcome.ts';
import { err } from '../../../lib/result.ts';
import type { Drift } from '../../../lib/standing.ts';
import type { DocumentRecord } from '../../../lib/store/records.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { preview } from '../../../lib/sync/preview.ts';
import { runSync } from '../../../lib/sync/run.ts';
import { acceptDrift, lookAgain, orderAgain } from '../../../lib/sync/settle-drift.ts';
import type { LedgerEntry } from '../../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { booksCalls, run, startWorld, tallyOf, type World } from './world.ts';

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

const REFERENCE = { id: 'e', entryNumber: 1, journal: '70', date: '2026-01-01', division: 1 };
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

const records = ({ database, connection }: SyncContext): Promise<DocumentRecord[]> => database.documents(connection.id);

async function outcomeOf(context: SyncContext, id: string): Promise<Outcome> {
  const outcome = (await records(context)).find((record) => record.id === id)?.outcome;
  if (outcome === undefined) throw new Error(`Nothing is known of ${id}.`);
  return outcome;
}
const driftsIn = async (context: SyncContext): Promise<[string, Drift][]> =>
  (await records(context)).flatMap(({ id, outcome }) => {
    const drift = driftIn(outcome);
    return drift === null ? [] : [[id, drift] as [string, Drift]];
  });

/** An invoice in euro that a first run has booked in an open period, and its entry. */
async function booked(made: World): Promise<{ id: string; entry: LedgerEntry }> {
  await run(made.context);
  const { business, exact } = made.sandbox;
  for (const { id, kind, expected, currency } of business.documents) {
    const entry = [...exact.ledger.entries.values()].find(({ link }) => link?.includes(id));
    if (kind === 'invoice' && expected === 'booked' && currency === 'EUR' && entry !== undefined) return { id, entry };
  }
  throw new Error('No invoice was booked.');
}

/** As a bookkeeper would. */
function change({ sandbox }: World, entry: LedgerEntry, changes: Partial<LedgerEntry>): void {
  sandbox.clock.advance(1000);
  sandbox.exact.ledger.putEntry({ ...entry, ...changes, modified: sandbox.clock.now() });
}

/** The browser, whose user decides while a run waits for Teamleader's list. */
function decidingMeanwhile(context: SyncContext, decide: () => Promise<boolean>): SyncContext {
  const { teamleader } = context;
  let isDecided = false;
  const documents: typeof teamleader.documents = async (query) => {
    if (!isDecided) expect(await decide()).toBe(true);
    isDecided = true;
    return teamleader.documents(query);
  };
  return { ...context, teamleader: { ...teamleader, documents } };
}

function changeTotals({ sandbox }: World, id: string): void {
  const invoice = sandbox.teamleader.ledger.invoices.get(id);
  if (invoice === undefined) throw new Error(`There is no invoice ${id}.`);
  const { totals } = invoice;
  const taxes = totals.taxes.map((tax) => ({ ...tax, base: '5000.00', vat: '1050.00' }));
  sandbox.clock.advance(1000);
  sandbox.teamleader.ledger.updateInvoice(id, {
    totals: { ...totals, net: '5000.00', vat: '1050.00', gross: '6050.00', taxes },
  });
}

describe('a document that is changed in Teamleader after it was booked', () => {
  it('is told with what differs, stays booked, and is not sent again', async () => {
    const made = await start();
    const { id } = await booked(made);
    const calls = booksCalls(made);
    changeTotals(made, id);
    const { counts } = await run(made.context);
    expect(await driftsIn(made.context)).toMatchObject([[id, { kind: 'changed', isFinal: false }]]);
    const [[, drift] = []] = await driftsIn(made.context);
    const told = drift?.kind === 'changed' ? drift.differences : [];
    expect(told).toContainEqual(
      expect.objectContaining({ side: 'teamleader', field: 'gross', of: null, now: '6050.00' }),
    );
    expect(counts.booked).toBe(0);
    // Only what is refused for its closed period is tried again.
    expect(booksCalls(made)).toBe(calls + 1);
    expect((await outcomeOf(made.context, id)).state).toBe('booked');
  });

  it('is not told of for a payment, nor for anything else that the books do not know', async () => {
    const made = await start();
    await booked(made);
    for (const { id, kind, status } of made.sandbox.business.documents) {
      if (kind !== 'invoice' || status === 'draft') continue;
      const invoice = made.sandbox.teamleader.ledger.invoices.get(id);
      if (invoice === undefined || made.sandbox.teamleader.ledger.dueOf(invoice).lte(0)) continue;
      made.sandbox.teamleader.ledger.addPayment({
        invoiceId: id,
        paidAt: '2026-11-01T10:00:00+00:00',
        amount: made.sandbox.teamleader.ledger.dueOf(invoice).toString(),
        currency: invoice.currency,
        methodId: null,
      });
      made.sandbox.teamleader.ledger.updateInvoice(id, { purchaseOrderNumber: 'PO 7' });
    }
    await run(made.context);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
  });

  it('that was sent over Peppol is told to be final', async () => {
    const made = await start();
    const { id } = await booked(made);
    made.sandbox.teamleader.ledger.updateInvoice(id, { peppolStatus: 'receiver_accepted' });
    changeTotals(made, id);
    await run(made.context);
    expect(await driftsIn(made.context)).toMatchObject([[id, { isFinal: true }]]);
  });

  it('and is accepted, is told of again only when it changes again', async () => {
    const made = await start();
    const { id } = await booked(made);
    changeTotals(made, id);
    await run(made.context);
    const { database, connection } = made.context;
    expect(await acceptDrift(database, connection.id, { kind: 'invoice', id })).toBe(true);
    expect(await acceptDrift(database, connection.id, { kind: 'invoice', id })).toBe(false);
    await run(made.context);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
    made.sandbox.teamleader.ledger.updateInvoice(id, { date: '2026-11-02' });
    await run(made.context);
    expect(await driftsIn(made.context)).toMatchObject([
      [id, { kind: 'changed', differences: [{ side: 'teamleader', field: 'date', now: '2026-11-02' }] }],
    ]);
  });

  it('is accepted while a run collects: that stays, and what changes at the same moment is told', async () => {
    const made = await start();
    const { id } = await booked(made);
    changeTotals(made, id);
    await run(made.context);
    const { database, connection } = made.context;
    const deciding = decidingMeanwhile(made.context, async () => {
      const isAccepted = await acceptDrift(database, connection.id, { kind: 'invoice', id });
      made.sandbox.teamleader.ledger.updateInvoice(id, { date: '2026-11-02' });
      return isAccepted;
    });
    await run(deciding, null, 'automatic');
    expect(await driftsIn(made.context)).toMatchObject([
      [id, { kind: 'changed', differences: [{ side: 'teamleader', field: 'date', now: '2026-11-02' }] }],
    ]);
  });

  it('and changed back, is as it was', async () => {
    const made = await start();
    const { id } = await booked(made);
    const before = made.sandbox.teamleader.ledger.invoices.get(id);
    if (before === undefined) throw new Error('It is gone.');
    changeTotals(made, id);
    await run(made.context);
    made.sandbox.clock.advance(1000);
    made.sandbox.teamleader.ledger.updateInvoice(id, { totals: before.totals });
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
  });
});

describe('an entry that is changed in Exact', () => {
  it('is told with what differs', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    change(made, entry, { date: '2026-11-20' });
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([
      [
        id,
        {
          kind: 'changed',
          isFinal: false,
          differences: [{ side: 'exact', field: 'date', of: null, booked: entry.date, now: '2026-11-20' }],
        },
      ],
    ]);
  });

  it('is not told of when it is paid, or described otherwise', async () => {
    const made = await start();
    const { entry } = await booked(made);
    change(made, entry, { description: 'As the bookkeeper likes it' });
    made.sandbox.exact.bookkeeper.reconcile(entry.id, '2026-11-20');
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
  });

  it('that is moved before the start date is told as moved, not as removed', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    change(made, entry, { date: '2024-12-31' });
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toMatchObject([
      [id, { kind: 'changed', differences: [{ field: 'date', now: '2024-12-31' }] }],
    ]);
  });

  it('until it says what the document in Teamleader says by now', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.clock.advance(1000);
    made.sandbox.teamleader.ledger.updateInvoice(id, { date: '2026-11-20' });
    await run(made.context);
    expect(await driftsIn(made.context)).toHaveLength(1);
    change(made, entry, { date: '2026-11-20' });
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
  });
});

describe('an entry that is removed in Exact', () => {
  async function removed(made: World): Promise<{ id: string; entry: LedgerEntry }> {
    const first = await booked(made);
    made.sandbox.exact.ledger.removeEntry(first.entry.id);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[first.id, { kind: 'removed' }]]);
    return first;
  }

  it('is noticed once all is read, is not missed before, and is not booked again by itself', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    // A look at what changed shows no entry but the changed ones: none of the others is taken for removed.
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
    expect([...made.sandbox.exact.ledger.entries.values()].filter(({ link }) => link?.includes(id))).toEqual([]);
    expect(actionsFor(await outcomeOf(made.context, id))).toEqual(['bookAgain', 'lookAgain', 'accept']);
  });

  it.each(['reads what stands there', 'has read it'])(
    'stays noticed where a run %s while the user looks',
    async (when) => {
      const made = await start();
      const { id, entry } = await booked(made);
      made.sandbox.clock.advance(HOUR);
      const { exact } = made.context;
      const look = async () => {
        made.sandbox.exact.ledger.removeEntry(entry.id);
        await lookAgain(made.context, { kind: 'invoice', id });
      };
      const salesEntries: typeof exact.salesEntries = async (query) => {
        if (when === 'reads what stands there') await look();
        const read = await exact.salesEntries(query);
        if (when === 'has read it') await look();
        return read;
      };
      await run({ ...made.context, exact: { ...exact, salesEntries } });
      expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
      await run(made.context);
      expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
    },
  );

  it('is noticed at once where the user looks', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    const before = made.sandbox.log.calls.length;
    await lookAgain(made.context, { kind: 'invoice', id });
    expect(made.sandbox.log.counts('exact', before)).toEqual({ 'GET salesentry/SalesEntries': 1 });
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
    expect(await outcomeOf(made.context, id)).toMatchObject({ standing: { look: { silent: null } } });
    // Neither what was read before nor a list of what changed since says otherwise.
    await run(made.context);
    made.sandbox.clock.advance(HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
  });

  it('is told to be unknown where a side does not answer, as it stood before', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    const fault = { kind: 'status', status: 503, when: 'before' } as const;
    made.sandbox.faults.order({ service: 'exact', call: 'GET salesentry/SalesEntries', times: 9, fault });
    await lookAgain(made.context, { kind: 'invoice', id });
    expect(await driftsIn(made.context)).toEqual([]);
    expect(await outcomeOf(made.context, id)).toMatchObject({ standing: { look: { silent: 'exact' } } });
    // What a run sees later says more.
    made.sandbox.faults.clear();
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
    expect(await outcomeOf(made.context, id)).not.toMatchObject({ standing: { look: {} } });
  });

  it('is left alone once the user has accepted it', async () => {
    const made = await start();
    const { id } = await removed(made);
    const { database, connection } = made.context;
    await acceptDrift(database, connection.id, { kind: 'invoice', id });
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([]);
    expect(actionsFor(await outcomeOf(made.context, id))).toEqual(['bookAgain', 'lookAgain']);
  });

  it('is booked again on request, once, though it is asked for in two tabs', async () => {
    const made = await start();
    const { id } = await removed(made);
    const { database, connection } = made.context;
    const asked = await Promise.all([1, 2].map(() => orderAgain(database, connection.id, { kind: 'invoice', id })));
    expect(asked.filter(Boolean)).toHaveLength(1);
    const { counts } = await run(made.context, [{ kind: 'invoice', id, shown: null }]);
    expect(counts.booked).toBe(1);
    await run(made.context);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
    expect(await driftsIn(made.context)).toEqual([]);
  });

  it('is ordered again while a run collects: the order stays, and the next run books it', async () => {
    const made = await start();
    const { id } = await removed(made);
    const { database, connection } = made.context;
    // Once a day all of Teamleader is read: what is settled too is told of.
    made.sandbox.clock.advance(DAY + HOUR);
    const deciding = decidingMeanwhile(made.context, () =>
      orderAgain(database, connection.id, { kind: 'invoice', id }),
    );
    const calls = booksCalls(made);
    await run(deciding, null, 'automatic');
    expect(await outcomeOf(made.context, id)).toMatchObject({ state: 'waiting', cause: { type: 'toBookAgain' } });
    const { counts } = await run(made.context, [{ kind: 'invoice', id, shown: null }]);
    expect(counts.booked).toBe(1);
    // The other is what is refused for its closed period.
    expect(booksCalls(made) - calls).toBe(2);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  });

  it('is noticed by the run that follows a preview, which has read all before', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    made.sandbox.clock.advance(DAY + HOUR);
    await preview(made.context, null, {
      onStep: async () => undefined,
      isStopped: () => false,
      sleep: async () => undefined,
    });
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
  });

  it('is noticed by the run after one that could not ask for it; that one books all the same, and says why', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    made.sandbox.clock.advance(DAY + HOUR);
    // What was held back for its closed period can be booked now.
    made.sandbox.exact.order({ order: 'closePeriodsBefore', date: '2025-01-01' });
    const exact: SyncContext['exact'] = {
      ...made.context.exact,
      salesEntriesByIds: async () => err({ kind: 'refused', status: 400, text: 'No.' }),
    };
    const connection = { ...made.context.connection, attachPdf: true };
    const failed = await run({ ...made.context, connection, exact });
    expect(failed).toMatchObject({ problem: { type: 'refused', text: 'No.' }, counts: { booked: 2, waiting: 0 } });
    // Their PDFs do not wait either.
    expect(await made.context.database.intents(connection.id)).toEqual([]);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
  });

  it.each([true, false])(
    'is booked again once by two browsers (numbers given by us: %s)',
    async (entryNumberPostable) => {
      const made = await start({ switches: { entryNumberPostable } });
      const other = await made.anotherBrowser();
      await run(other);
      const { id } = await removed(made);
      made.sandbox.clock.advance(DAY + HOUR);
      await run(other);
      const only = [{ kind: 'invoice', id, shown: null } as const];
      for (const { database, connection } of [made.context, other])
        expect(await orderAgain(database, connection.id, { kind: 'invoice', id })).toBe(true);
      await run(made.context, only);
      await run(other, only);
      const { duplicates, missing } = await tallyOf(made, made.context);
      expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
    },
  );

  it('is not booked again where a fresh look shows that it stands after all', async () => {
    const made = await start();
    const { id, entry } = await removed(made);
    const { database, connection } = made.context;
    // Restored by the bookkeeper in another period, out of a look's reach, and without its link.
    made.sandbox.exact.ledger.putEntry({ ...entry, date: '2024-12-31', link: null, yourRef: null });
    await orderAgain(database, connection.id, { kind: 'invoice', id });
    const calls = booksCalls(made);
    const { counts } = await run(made.context, [{ kind: 'invoice', id, shown: null }]);
    expect({ counts, calls: booksCalls(made) }).toMatchObject({ counts: { booked: 0, adopted: 1 }, calls });
    expect(await outcomeOf(made.context, id)).toMatchObject({ state: 'adopted', entry: { id: entry.id } });
  });

  it('is looked for anew by the next run where this one could not', async () => {
    const made = await start();
    const { id, entry } = await removed(made);
    const { database, connection } = made.context;
    made.sandbox.exact.ledger.putEntry({ ...entry, date: '2024-12-31', link: null, yourRef: null });
    await orderAgain(database, connection.id, { kind: 'invoice', id });
    made.sandbox.faults.order({
      service: 'exact',
      call: 'GET salesentry/SalesEntries',
      times: 9,
      fault: { kind: 'status', status: 503, when: 'before' },
    });
    const only = [{ kind: 'invoice', id, shown: null } as const];
    const failed = await run(made.context, only);
    expect(failed).toMatchObject({ problem: { type: 'unreachable' }, only });
    made.sandbox.faults.clear();
    const calls = booksCalls(made);
    await run(made.context, only);
    expect({ calls: booksCalls(made), state: (await outcomeOf(made.context, id)).state }).toEqual({
      calls,
      state: 'adopted',
    });
  });

  it('goes on after a death of the worker: one entry', async () => {
    const made = await start();
    const { id } = await removed(made);
    const { database, connection, exact } = made.context;
    await orderAgain(database, connection.id, { kind: 'invoice', id });
    const dying: SyncContext = {
      ...made.context,
      exact: {
        ...exact,
        createSalesEntry: async (entry, accountId) => {
          await exact.createSalesEntry(entry, accountId);
          throw new Error('dead');
        },
      },
    };
    const only = [{ kind: 'invoice', id, shown: null } as const];
    await expect(run(dying, only)).rejects.toThrow('dead');
    await run(made.context, only);
    expect((await outcomeOf(made.context, id)).state).toBe('booked');
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  });

  it('costs a call a day for twenty of them, and none in between', async () => {
    const made = await start();
    await removed(made);
    const before = made.sandbox.log.calls.length;
    await run(made.context);
    expect(made.sandbox.log.counts('exact', before)['GET salesentry/SalesEntries']).toBe(1);
  });
});

describe('a run by itself that has nothing to book', () => {
  it('looks in Exact once an hour at most, and the user’s own whenever he starts it', async () => {
    const made = await start();
    const { entry } = await booked(made);
    const { database, connection } = made.context;
    for (const { kind, id } of await records(made.context)) {
      await database.changeOutcome(connection.id, kind, id, (outcome) =>
        outcome.state === 'blocked' ? { state: 'adopted', entry: { ...REFERENCE, id: entry.id } } : null,
      );
    }
    const looks = async (trigger: 'automatic' | 'click'): Promise<number> => {
      const before = made.sandbox.log.calls.length;
      await runSync(made.context, { id: crypto.randomUUID(), trigger, only: null }, () => undefined);
      return made.sandbox.log.counts('exact', before)['GET salesentry/SalesEntries'] ?? 0;
    };
    expect([await looks('automatic'), await looks('click')]).toEqual([0, 1]);
    made.sandbox.clock.advance(HOUR + 1000);
    expect([await looks('automatic'), await looks('automatic')]).toEqual([1, 0]);
  });
});

describe('records of an earlier version, which has not kept what was booked', () => {
  async function forgetful(made: World): Promise<void> {
    const { database, connection } = made.context;
    for (const { kind, id } of await records(made.context)) {
      await database.changeOutcome(connection.id, kind, id, (outcome) =>
        outcome.state === 'booked' || outcome.state === 'adopted'
          ? { state: outcome.state, entry: outcome.entry }
          : null,
      );
    }
  }

  it('are compared with the entry that stands in the books', async () => {
    const made = await start();
    const { id } = await booked(made);
    await forgetful(made);
    changeTotals(made, id);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toMatchObject([[id, { kind: 'changed' }]]);
    expect((await records(made.context)).every(({ outcome }) => !('standing' in outcome) || outcome.standing)).toBe(
      true,
    );
  });

  it('whose entry is gone by now are told so', async () => {
    const made = await start();
    const { id, entry } = await booked(made);
    await forgetful(made);
    made.sandbox.exact.ledger.removeEntry(entry.id);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    expect(await driftsIn(made.context)).toEqual([[id, { kind: 'removed' }]]);
  });
});

/** What could book a document a second time or lose it, against the stand-ins over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../lib/connection.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
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

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const linked = ({ sandbox }: World): LedgerEntry[] =>
  [...sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null);

const withConnection = (context: SyncContext, change: Partial<Connection>): SyncContext => ({
  ...context,
  connection: { ...context.connection, ...change },
});

async function expectOnce(made: World, context: SyncContext = made.context): Promise<void> {
  const { duplicates, missing } = await tallyOf(made, context);
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
}

describe('another set-up', () => {
  // A blocked journal: what is not recognised is held back and seen in the counts.
  const journals = { invoices: '69', creditNotes: '71' };

  it('that books in other journals finds what stands in the first one’s, by us or by hand', async () => {
    const made = await start();
    const { counts } = await run(made.context);
    const other = withConnection(await made.anotherBrowser(), { id: crypto.randomUUID(), journals });
    const second = await run(other);
    expect(second.counts.adopted).toBe(counts.booked + counts.adopted);
  });

  it('with its journals changed finds it too, even after its memory was wiped', async () => {
    const made = await start();
    const { counts } = await run(made.context);
    const changed = withConnection(made.context, { journals });
    await run(changed);
    await made.context.database.reset();
    const wiped = await run(changed);
    expect(wiped.counts.adopted).toBe(counts.booked + counts.adopted);
    // From then on only what changed is read, wherever entries of ours stand.
    const before = made.sandbox.log.calls.length;
    await run(changed);
    expect(made.sandbox.log.counts('exact', before)['GET salesentry/SalesEntries']).toBe(1);
  });
});

describe('journals in which Exact gives the numbers', () => {
  it('two browsers one after the other book each document once, and only the first attempt is refused', async () => {
    const made = await start({ switches: { entryNumberPostable: false } });
    const other = await made.anotherBrowser();
    await run(made.context);
    const calls = booksCalls(made);
    const entries = linked(made).length;
    await run(made.context);
    await run(other);
    await expectOnce(made);
    await expectOnce(made, other);
    // What is refused for its closed period is tried once by each run; the number, by the browser that does not know yet.
    expect(booksCalls(made) - calls).toBeLessThanOrEqual(3);
    expect(linked(made)).toHaveLength(entries);
  });

  it('a colleague’s entry that came between planning and sending is seen', async () => {
    const made = await start({ switches: { entryNumberPostable: false } });
    const other = await made.anotherBrowser();
    let isFirst = true;
    const overtaken: SyncContext = {
      ...made.context,
      exact: {
        ...made.context.exact,
        accounts: async (timestamp) => {
          // The books have been looked at; before anything is sent, the colleague's run does it all.
          if (isFirst) {
            isFirst = false;
            await run(other);
          }
          return made.context.exact.accounts(timestamp);
        },
      },
    };
    await run(overtaken);
    await expectOnce(made);
    expect(linked(made).length).toBe(new Set(linked(made).map(({ link }) => link)).size);
  });
});

describe('a document that Exact never answers', () => {
  it('waits twice as long each time, and the others are booked', async () => {
    const made = await start();
    const refusing = refusingFirst(made);
    await run(refusing);
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const [waiting] = (await waitingUntil(made)).values();
      const wait = (waiting ?? 0) - made.sandbox.clock.now();
      waits.push(Math.round(wait / MINUTE));
      made.sandbox.clock.advance(wait + 1000);
      await run(refusing);
    }
    expect(waits).toEqual([6, 12, 24, 48]);
    expect((await waitingUntil(made)).size).toBe(1);
    made.sandbox.clock.advance(2 * HOUR);
    await run(made.context);
    await expectOnce(made);
    expect((await waitingUntil(made)).size).toBe(0);
  });

  /** Every attempt for the first document ends without an answer. */
  function refusingFirst(made: World): SyncContext {
    let first: string | null = null;
    const { exact } = made.context;
    return {
      ...made.context,
      exact: {
        ...exact,
        createSalesEntry: async (entry, accountId) => {
          first ??= entry.documentId;
          if (entry.documentId !== first) return exact.createSalesEntry(entry, accountId);
          return { ok: false, error: { kind: 'noAnswer', detail: 'cut' } };
        },
      },
    };
  }

  async function waitingUntil({ context }: World): Promise<Map<string, number>> {
    const records = await context.database.documents(context.connection.id);
    return new Map(
      records.flatMap(({ id, outcome }) =>
        outcome.state === 'waiting' && outcome.until !== null ? [[id, outcome.until]] : [],
      ),
    );
  }
});

describe('what Teamleader’s lists leave out for once', () => {
  it('comes back', async () => {
    const made = await start();
    made.sandbox.exact.order({ order: 'removeRight', right: 'manageAccounts' });
    await run(made.context);
    made.sandbox.exact.order({ order: 'grantRight', right: 'manageAccounts' });
    const { teamleader } = made.context;
    const forgetful: SyncContext = {
      ...made.context,
      teamleader: {
        ...teamleader,
        documents: async () => ({ ok: true, value: { headers: [], unreadable: [] } }),
        documentsByIds: async () => ({ ok: true, value: { headers: [], unreadable: [] } }),
      },
    };
    await run(forgetful);
    const records = await made.context.database.documents(made.context.connection.id);
    expect(records.filter(({ outcome }) => outcome.state !== 'adopted')).toEqual([]);
    await run(made.context);
    await expectOnce(made);
  });

  it('a document that a list of changes missed is found within a day', async () => {
    const made = await start();
    const { teamleader } = made.context;
    const [missed] = made.sandbox.business.documents.filter(({ expected }) => expected === 'booked');
    const withGap: SyncContext = {
      ...made.context,
      teamleader: {
        ...teamleader,
        documents: async (query) => {
          const all = await teamleader.documents(query);
          if (!all.ok) return all;
          const headers = all.value.headers.filter(({ id }) => id !== missed?.id);
          return { ok: true, value: { ...all.value, headers } };
        },
      },
    };
    await run(withGap);
    expect((await tallyOf(made, made.context)).missing).toBe(1);
    made.sandbox.clock.advance(DAY + HOUR);
    await run(made.context);
    await expectOnce(made);
  });
});

describe('a run that cannot go on', () => {
  it('keeps what is in doubt as such, with its time', async () => {
    const made = await start();
    made.sandbox.faults.order({
      service: 'exact',
      call: 'POST salesentry/SalesEntries',
      fault: { kind: 'cut', when: 'before' },
    });
    await run(made.context);
    made.sandbox.faults.order({
      service: 'exact',
      call: 'GET salesentry/SalesEntries',
      times: 9,
      fault: { kind: 'status', status: 503, when: 'before' },
    });
    const { problem } = await run(made.context);
    expect(problem).toEqual({ type: 'unreachable', service: 'exact' });
    const records = await made.context.database.documents(made.context.connection.id);
    const inDoubt = records.filter(
      ({ outcome }) => outcome.state === 'waiting' && outcome.cause?.type === 'answerLost',
    );
    expect(inDoubt).toHaveLength(1);
  });
});

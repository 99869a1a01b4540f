/** A browser whose storage gives trouble: full, deleted, of another version, held by another tab. Never twice, never lost. */
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../lib/store/database.ts';
import { NewerVersionError, StorageHeldError, troubleOf } from '../../../lib/store/trouble.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { run, startWorld, tallyOf, type World } from '../sync/world.ts';

const MINUTE = 60_000;

let world: World | null = null;
let names = 0;

async function start(): Promise<{ made: World; context: SyncContext; name: string }> {
  const made = await startWorld({ documents: 20 });
  world = made;
  names += 1;
  const name = `trouble-${names}`;
  return { made, context: { ...made.context, database: new Database(name) }, name };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await world?.sandbox.close();
  expect(world?.sandbox.defects ?? []).toEqual([]);
  world = null;
});

/** Runs until nothing waits any more, as the alarms would. */
async function expectWhole(made: World, context: SyncContext): Promise<void> {
  await run(context);
  made.sandbox.clock.advance(7 * MINUTE);
  await run(context);
  const { duplicates, missing, totals } = await tallyOf(made, context);
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(totals.exact).toEqual(totals.teamleader);
  expect(await context.database.intents(context.connection.id)).toEqual([]);
}

/**
 * From its nth write on the browser has no room left: told at once, or when the transaction is to be completed.
 * @returns how many writes were tried
 */
function fullFrom(nth: number, told: 'at once' | 'at the end' = 'at once'): () => number {
  let writes = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    writes += 1;
    if (writes >= nth && told === 'at once') throw new DOMException('no room', 'QuotaExceededError');
    const request = key === undefined ? put.call(this, value) : put.call(this, value, key);
    if (writes >= nth) request.addEventListener('success', () => this.transaction.abort());
    return request;
  });
  return () => writes;
}

/** A test of many runs takes longer than others. */
const MANY_RUNS_MS = 120_000;

describe('a database that is full', () => {
  it.each(['at once', 'at the end'] as const)(
    'from any write on, told %s: the next run makes everything whole',
    async (told) => {
      const counted = await start();
      const writes = fullFrom(Number.POSITIVE_INFINITY);
      await run(counted.context);
      const all = writes();
      expect(all).toBeGreaterThan(40);
      vi.restoreAllMocks();
      await counted.made.sandbox.close();

      for (let nth = 1; nth <= all; nth += 17) {
        const { made, context } = await start();
        fullFrom(nth, told);
        await expect(run(context)).rejects.toBeInstanceOf(DOMException);
        vi.restoreAllMocks();
        await expectWhole(made, context);
        await made.sandbox.close();
      }
    },
    MANY_RUNS_MS,
  );
});

describe('a database that is deleted while in use', () => {
  it.each([1, 5])('at booking %i: what was written is found in the books', async (nth) => {
    const { made, context, name } = await start();
    let bookings = 0;
    const { createSalesEntry } = context.exact;
    const deleting: SyncContext = {
      ...context,
      exact: {
        ...context.exact,
        createSalesEntry: async (entry, accountId) => {
          bookings += 1;
          const answer = await createSalesEntry(entry, accountId);
          if (bookings === nth) await deleteDB(name);
          return answer;
        },
      },
    };
    await run(deleting);
    await expectWhole(made, context);
  });
});

describe('a database of a version to come', () => {
  it('is used as it is', async () => {
    const { made, context, name } = await start();
    await run(context);
    // The upgrade takes hold while this version has it open.
    const upgraded = await openDB(name, 7, {
      upgrade: (database) => {
        database.createObjectStore('payments');
      },
    });
    upgraded.close();
    await expectWhole(made, context);
    expect(await context.database.documents(context.connection.id)).not.toEqual([]);
    expect((await indexedDB.databases()).find((one) => one.name === name)?.version).toBe(7);
  });

  it('that keeps its intents elsewhere: nothing is sent', async () => {
    const { made, context, name } = await start();
    const upgraded = await openDB(name, 7, {
      upgrade: (database) => {
        for (const store of ['documents', 'runs', 'cache', 'writes']) database.createObjectStore(store);
      },
    });
    upgraded.close();
    await expect(run(context)).rejects.toBeInstanceOf(NewerVersionError);
    expect(Object.keys(made.sandbox.log.counts('exact')).filter((call) => call.startsWith('POST'))).toEqual([]);
  });
});

describe('a database that another tab holds', () => {
  it('is given way to by who has it open, and read again afterwards', async () => {
    const database = new Database('held');
    const other = new Database('held');
    const intent = { type: 'account', connectionId: 'c', subject: 'company/1', sentAt: 1 } as const;
    await database.putIntent(intent);
    expect(await other.intents('c')).toEqual([intent]);
    const upgraded = await openDB('held', 7);
    upgraded.close();
    expect(await database.intents('c')).toEqual([intent]);
    expect(await other.intents('c')).toEqual([intent]);
  });

  it('who does not give way is told of in time, and nothing is lost when he does', async () => {
    const name = 'held-on-to';
    const intent = { type: 'account', connectionId: 'c', subject: 'company/1', sentAt: 1 } as const;
    await new Database(name).putIntent(intent);
    const holder = await openDB(name);
    const upgrading = openDB(name, 7);
    const database = new Database(name, 10);
    await expect(database.intents('c')).rejects.toBeInstanceOf(StorageHeldError);
    await expect(database.putIntent(intent)).rejects.toBeInstanceOf(StorageHeldError);
    holder.close();
    (await upgrading).close();
    expect(await database.intents('c')).toEqual([intent]);
  });
});

describe('trouble with the storage', () => {
  it.each([
    [new DOMException('no room', 'QuotaExceededError'), { type: 'storageFull' }],
    [new NewerVersionError(), { type: 'newerVersion' }],
    [new StorageHeldError(), { type: 'storageHeld' }],
    [new DOMException('gone', 'NotFoundError'), { type: 'unexpected', detail: 'NotFoundError: gone' }],
    ['thrown', { type: 'unexpected', detail: 'unknown' }],
  ])('%s has a cause', (error, cause) => {
    expect(troubleOf(error)).toEqual(cause);
  });
});

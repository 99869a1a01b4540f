/** Intents of another version: what may stand behind them is never booked twice, and holds nothing else back. */
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { Database } from '../../../lib/store/database.ts';
import type { DocumentRecord } from '../../../lib/store/records.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { booksCalls, run, startWorld, tallyOf, type World } from '../sync/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let names = 0;
const freshName = (): string => {
  names += 1;
  return `unreadable-${names}`;
};

/** Writes what another version might have. */
async function store(name: string, intent: Readonly<Record<string, unknown>>): Promise<void> {
  const raw = await openDB(name);
  await raw.put('intents', intent);
  raw.close();
}

describe('the database', () => {
  it('keeps apart what it cannot read, and remembers since when', async () => {
    const name = freshName();
    const database = new Database(name);
    await database.putIntent({ type: 'account', connectionId: 'c', subject: 'company/1', sentAt: 5 });
    await store(name, { type: 'salesEntry', connectionId: 'c', subject: 'a', format: 2 });
    await store(name, { type: 'account', connectionId: 'c', subject: 'company/2', sentAt: 'today' });
    await store(name, { type: 'pdf', connectionId: 'c', subject: 'a', format: 2 });
    await store(name, { type: 'payment', connectionId: 'c', subject: 'a' });
    await store(name, { type: 'salesEntry', connectionId: 'other', subject: 'b', format: 2 });

    expect((await database.intents('c')).map(({ subject }) => subject)).toEqual(['company/1']);
    const met = [
      { type: 'account', subject: 'company/2', unreadSince: 100 },
      { type: 'salesEntry', subject: 'a', unreadSince: 100 },
    ];
    expect(await database.unreadableIntents('c', 100)).toEqual(met);
    expect(await database.unreadableIntents('c', 900)).toEqual(met);
    // The clock was ahead when it was met.
    expect((await database.unreadableIntents('c', 50)).map(({ unreadSince }) => unreadSince)).toEqual([50, 50]);
  });
});

describe('a run', () => {
  let world: World | null = null;
  afterEach(async () => {
    await world?.sandbox.close();
    expect(world?.sandbox.defects).toEqual([]);
    world = null;
  });

  async function start(): Promise<{ made: World; context: SyncContext; name: string }> {
    const made = await startWorld();
    world = made;
    const name = freshName();
    return { made, context: { ...made.context, database: new Database(name) }, name };
  }

  const toBeBooked = ({ sandbox }: World) =>
    sandbox.business.documents.filter(({ expected, kind }) => expected === 'booked' && kind === 'invoice');

  const unreadable = ({ connection }: SyncContext, type: 'salesEntry' | 'account', subject: string) => ({
    type,
    connectionId: connection.id,
    subject,
    format: 2,
  });

  async function recordOf({ database, connection }: SyncContext, id: string): Promise<DocumentRecord | undefined> {
    return (await database.documents(connection.id)).find((record) => record.id === id);
  }

  it('holds back that one document for a day, told why, and then books it', async () => {
    const { made, context, name } = await start();
    const [held] = toBeBooked(made);
    await context.database.intents('');
    await store(name, unreadable(context, 'salesEntry', held?.id ?? ''));
    const { counts } = await run(context);
    const until = (await recordOf(context, held?.id ?? ''))?.outcome;
    expect(until).toMatchObject({ state: 'waiting', cause: { type: 'answerLost' } });
    expect(counts).toMatchObject({ waiting: 1 });
    expect(counts.booked).toBeGreaterThan(10);

    made.sandbox.clock.advance(DAY - 5 * MINUTE);
    expect((await run(context)).counts.waiting).toBe(1);
    made.sandbox.clock.advance(10 * MINUTE);
    expect((await run(context)).counts).toMatchObject({ booked: 1, waiting: 0 });
    expect(await tallyOf(made, context)).toMatchObject({ duplicates: 0, missing: 0 });
    expect(await context.database.unreadableIntents(context.connection.id, 0)).toEqual([]);
  });

  it('ends as soon as the books show the entry, and does not book it again', async () => {
    const { made, context, name } = await start();
    const [held] = toBeBooked(made);
    await run(made.context);
    const calls = booksCalls(made);
    await context.database.intents('');
    await store(name, unreadable(context, 'salesEntry', held?.id ?? ''));
    await run(context);
    expect((await recordOf(context, held?.id ?? ''))?.outcome.state).toBe('adopted');
    // Only the document in a closed period is tried again.
    expect(booksCalls(made)).toBe(calls + 1);
    expect(await context.database.unreadableIntents(context.connection.id, 0)).toEqual([]);
  });

  it('makes the account that may be on its way only once it is sure that it is not', async () => {
    const { made, context, name } = await start();
    const customers = made.sandbox.business.customers.map(({ type, id }) => `${type}/${id}`);
    await context.database.intents('');
    for (const customer of customers) await store(name, unreadable(context, 'account', customer));
    expect((await run(context)).counts.waiting).toBeGreaterThan(0);
    expect(made.sandbox.log.counts('exact')['POST crm/Accounts'] ?? 0).toBe(0);
    made.sandbox.clock.advance(7 * MINUTE);
    expect((await run(context)).counts.waiting).toBe(0);
    expect(await tallyOf(made, context)).toMatchObject({ duplicates: 0, missing: 0 });
    const marks = [...made.sandbox.exact.ledger.accounts.values()].flatMap(({ fields }) => fields['Remarks'] ?? []);
    expect(new Set(marks).size).toBe(marks.length);
  });
});

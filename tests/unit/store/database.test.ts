import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Database } from '../../../lib/store/database.ts';
import {
  type Cursor,
  type DocumentRecord,
  type Intent,
  NOT_FOLLOWED,
  type RunRecord,
} from '../../../lib/store/records.ts';

let names = 0;
const fresh = () => {
  names += 1;
  return new Database(`store-${names}`);
};

const record = (id: string): DocumentRecord => ({
  connectionId: 'c',
  kind: 'invoice',
  id,
  number: '2026 / 1',
  date: '2026-01-01',
  customer: 'A',
  currency: 'EUR',
  net: '1.00',
  vat: '0.21',
  gross: '1.21',
  webUrl: null,
  updatedAt: '2026-01-01T00:00:00+00:00',
  ...NOT_FOLLOWED,
  outcome: { state: 'waiting', cause: null, until: null },
});
const intent = (subject: string): Intent => ({ type: 'account', connectionId: 'c', subject, sentAt: 1 });
const asRead = (one: DocumentRecord): DocumentRecord => one;
const CURSOR: Cursor = { invoice: null, creditNote: null, fullAt: 1 };
const ended = (id: string, startedAt: number): RunRecord => ({ ...runOf(id, startedAt), endedAt: startedAt });

const runOf = (id: string, startedAt: number): RunRecord => ({
  id,
  connectionId: 'c',
  startedAt,
  endedAt: null,
  trigger: 'click',
  round: null,
  only: null,
  phase: 'collecting',
  done: 0,
  total: 0,
  secondsLeft: null,
  counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  paid: 0,
  paymentsProblem: null,
  problem: null,
});

describe('the database', () => {
  it('keeps records and cursor together, and forgets what is gone', async () => {
    const database = fresh();
    await database.putCollected([record('a'), record('b')], [], 'cursor/c', CURSOR, 1, asRead);
    await database.putCollected([], [record('a')], 'cursor/c', { ...CURSOR, fullAt: 2 }, 2, asRead);
    expect((await database.documents('c')).map(({ id }) => id)).toEqual(['b']);
    expect(await database.documents('other')).toEqual([]);
  });

  it('ends a document and its intent in one step, unless a write is still in doubt', async () => {
    const database = fresh();
    await database.putCollected([record('a')], [], 'cursor/c', CURSOR, 1, asRead);
    await database.endDocument(
      'c',
      'invoice',
      'a',
      { state: 'blocked', cause: { type: 'noLines' }, entry: null },
      false,
      1,
    );
    expect((await database.documents('c'))[0]?.outcome.state).toBe('blocked');
    await database.endDocument('c', 'invoice', 'unknown', { state: 'waiting', cause: null, until: null }, false, 1);
    expect(await database.documents('c')).toHaveLength(1);
  });

  it('keeps open intents when it is reset: a write may stand behind them', async () => {
    const database = fresh();
    await database.putIntent(intent('company/1'));
    await database.putCollected([record('a')], [], 'cursor/c', CURSOR, 1, asRead);
    await database.reset();
    expect(await database.documents('c')).toEqual([]);
    expect(await database.intents('c')).toHaveLength(1);
    await database.closeIntent(intent('company/1'));
    expect(await database.intents('c')).toEqual([]);
  });

  it('ends what a dead worker left in the step in which a run begins', async () => {
    const database = fresh();
    await database.putRun(runOf('left', 1));
    await database.startRuns([runOf('new', 2)], [{ ...runOf('left', 1), endedAt: 2 }]);
    expect(await database.runs()).toMatchObject([
      { id: 'new', endedAt: null },
      { id: 'left', endedAt: 2, phase: 'collecting' },
    ]);
  });

  it('gives runs newest first, and keeps the last fifty whatever their age', async () => {
    const database = fresh();
    for (let index = 0; index < 55; index += 1) await database.putRun(ended(`r${index}`, index));
    await database.forgetHistory(1000);
    const runs = await database.runs(100);
    expect(runs).toHaveLength(50);
    expect(runs[0]?.id).toBe('r54');
  });

  it('keeps of the runs before them those that did something and are not too old', async () => {
    const database = fresh();
    const counts = { booked: 1, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 };
    await database.putRun({ ...ended('old', 1), counts });
    await database.putRun({ ...ended('busy', 2), counts });
    await database.putRun({ ...ended('halted', 3), problem: { type: 'loginNeeded', service: 'exact' } });
    await database.putRun(ended('idle', 4));
    await database.putRun(runOf('under way', 5));
    for (let index = 0; index < 50; index += 1) await database.putRun(ended(`r${index}`, 10 + index));
    await database.forgetHistory(2);
    expect((await database.runs()).slice(50).map(({ id }) => id)).toEqual(['under way', 'halted', 'busy']);
    await database.forgetHistory(null);
    expect(await database.runs()).toHaveLength(53);
  });

  it('leaves out what another version has cached', async () => {
    const database = fresh();
    await database.cache('key', z.object({ old: z.string() }), { old: 'x' }, 1);
    expect(await database.cached('key', z.object({ fresh: z.string() }))).toBeNull();
    expect(await database.cached('key', z.object({ old: z.string() }))).toEqual({ at: 1, value: { old: 'x' } });
    await database.forgetCached('ke');
    expect(await database.cached('key', z.object({ old: z.string() }))).toBeNull();
  });

  it('notes a call in one step with its intent, and how the last one of a subject ended', async () => {
    const database = fresh();
    const write = { connectionId: 'c', written: 'account', subject: 'company/1' } as const;
    const begun = { ...write, name: 'A', madeFor: null, at: 1, exactId: null };
    await database.beginWrite(begun, { put: intent('company/1') });
    expect(await database.intents('c')).toHaveLength(1);
    await database.endWrite({ ...write, outcome: { state: 'lost' } }, null);
    await database.beginWrite({ ...begun, at: 2 }, null);
    await database.endWrite({ ...write, outcome: { state: 'done' }, exactId: 'a' }, { close: intent('company/1') });
    expect(await database.intents('c')).toEqual([]);
    // What is known to have been done is not made less of by what is learnt later.
    await database.endWrite({ ...write, outcome: { state: 'found' } }, null);
    const ended = (await database.writes('c')).map(({ at, outcome, exactId }) => [at, outcome.state, exactId]);
    expect(ended).toEqual([
      [2, 'done', 'a'],
      [1, 'lost', null],
    ]);
    await database.beginWrite({ ...begun, at: 3 }, null);
    await database.endWrite({ ...write, outcome: null }, null);
    expect(await database.writes('c')).toHaveLength(2);
    expect(await database.writes('other')).toEqual([]);
  });

  it('forgets calls that are too old, but for those with an open intent, and keeps all when the cache is reset', async () => {
    const database = fresh();
    const write = { connectionId: 'c', written: 'account', name: 'A', madeFor: null, exactId: null } as const;
    const noted = async () => (await database.writes()).map(({ at }) => at);
    await database.beginWrite({ ...write, subject: 'company/1', at: 1 }, { put: intent('company/1') });
    for (const at of [2, 3, 4]) await database.beginWrite({ ...write, subject: 'company/2', at }, null);
    await database.forgetHistory(null);
    expect(await noted()).toEqual([4, 3, 2, 1]);
    await database.forgetHistory(3);
    await database.reset();
    expect(await noted()).toEqual([4, 3, 1]);
    expect(await database.intents('c')).toHaveLength(1);
    await database.closeIntent(intent('company/1'));
    await database.forgetHistory(3);
    expect(await noted()).toEqual([4, 3]);
  });
});

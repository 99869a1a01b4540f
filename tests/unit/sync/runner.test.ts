import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../lib/store/database.ts';
import type { RunRecord } from '../../../lib/store/records.ts';
import { CONNECTION } from '../accounting/builders.ts';
import { MINUTE, NOW, put, runRecord, waiting, world, worldOf } from './runner-world.ts';

describe('after a start of the worker', () => {
  it('a run that a dead worker left goes on as a new one', async () => {
    const { database, runner, ended, over } = world();
    await database.putRun(runRecord());
    await runner.goOn();
    await over;
    expect(ended).toMatchObject([{ trigger: 'click', problem: { type: 'unreachable' } }]);
    expect((await database.runs()).every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  it('it is told as ended where nobody is logged in any more', async () => {
    const { database, runner, ended } = world({ hasContext: false });
    await database.putRun(runRecord());
    await runner.goOn();
    expect(ended).toEqual([]);
    expect(await database.runs()).toMatchObject([{ id: 'left', endedAt: NOW }]);
  });

  it('what waits is woken for at its time, the earliest first', async () => {
    const { database, runner, woken, ended } = world();
    await database.putRun(runRecord({ endedAt: NOW, phase: 'ended' }));
    await put(database, [waiting(NOW + 9 * MINUTE), waiting(NOW + 3 * MINUTE)]);
    await runner.goOn();
    expect(woken).toEqual([NOW + 3 * MINUTE]);
    expect(ended).toEqual([]);
  });

  it('what has waited long enough goes on at once', async () => {
    const { database, runner, ended, over } = world();
    await database.putRun(runRecord({ endedAt: NOW - MINUTE, phase: 'ended' }));
    await put(database, [waiting(NOW - 1)]);
    await runner.goOn();
    await over;
    expect(ended).toHaveLength(1);
  });

  it('a bank account or a PDF whose answer was lost is looked for by itself, and not again at once', async () => {
    const subject = { connectionId: CONNECTION.id, subject: 'company/1' };
    const { database, runner, woken } = world();
    await database.putIntent({
      ...{ ...subject, type: 'bankAccount', accountId: 'a', iban: 'BE82244101893968', bic: null },
      isSent: true,
      sentAt: NOW,
    });
    await database.putIntent({
      ...{ ...subject, type: 'pdf', kind: 'invoice', number: '2026 / 1', date: '2026-01-01', entryId: 'e' },
      ...{ step: { at: 'documentSent' }, sentAt: NOW - MINUTE, notBefore: 0 },
    });
    await database.putRun(runRecord({ endedAt: NOW, phase: 'ended' }));
    await runner.goOn();
    await database.putRun(runRecord({ endedAt: NOW + 6 * MINUTE, phase: 'ended' }));
    await runner.goOn();
    expect(woken).toEqual([NOW + 5 * MINUTE, NOW + 66 * MINUTE]);
  });

  it('nothing is woken for where nothing waits', async () => {
    const { database, runner, woken } = world();
    await runner.goOn();
    await database.putRun(runRecord({ endedAt: NOW, phase: 'ended' }));
    await runner.goOn();
    expect(woken).toEqual([null, null]);
  });
});

describe('a run that found a service out of reach', () => {
  it('is followed by another in a quarter of an hour', async () => {
    const { runner, woken, over } = world();
    await runner.start('click');
    await over;
    expect(woken).toEqual([NOW + 15 * MINUTE]);
  });

  it('though something waits for less, not sooner than in five minutes', async () => {
    const { database, runner, woken, over } = world();
    await put(database, [waiting(NOW + MINUTE)]);
    await runner.start('click');
    await over;
    expect(woken).toEqual([NOW + 5 * MINUTE]);
  });
});

describe('a run that was told when it may go on', () => {
  it('is followed by another then, though something waits for less', async () => {
    const { database, runner, woken, over } = world({ failure: { kind: 'limited', until: NOW + 60 * MINUTE } });
    await put(database, [waiting(NOW - MINUTE)]);
    await runner.start('click');
    await over;
    expect(woken).toEqual([NOW + 60 * MINUTE]);
  });
});

describe('after a log-in', () => {
  it('a run that ended for want of it is followed by another', async () => {
    const { database, runner, ended, over } = world();
    await database.putRun(
      runRecord({ endedAt: NOW, phase: 'ended', problem: { type: 'loginNeeded', service: 'exact' } }),
    );
    await runner.goOnAfterLogin();
    await over;
    expect(ended).toMatchObject([{ trigger: 'resume' }]);
  });

  it('nothing is started where none was, or where the last one needed no log-in', async () => {
    const { database, runner } = world();
    await runner.goOnAfterLogin();
    await database.putRun(runRecord({ endedAt: NOW, phase: 'ended' }));
    await runner.goOnAfterLogin();
    expect(await database.runs()).toHaveLength(1);
  });
});

describe('automatic sync', () => {
  const proved = { firstSyncAt: NOW - 60 * MINUTE, otherIntegration: 'off', automaticEvery: 15 } as const;
  const ended = (minutesAgo: number) => runRecord({ endedAt: NOW - minutesAgo * MINUTE, phase: 'ended' });

  it('wakes for the next run, so long after the last', async () => {
    const { database, runner, woken } = world({ connection: proved });
    await database.putRun(ended(10));
    await runner.goOn();
    expect(woken).toEqual([NOW + 5 * MINUTE]);
  });

  it('syncs when it is time', async () => {
    const { database, runner, ended: over, over: isOver } = world({ connection: proved });
    await database.putRun(ended(15));
    await runner.goOn();
    await isOver;
    expect(over).toMatchObject([{ trigger: 'automatic' }]);
  });

  it('lets what waits for less go on sooner, but nothing go on while a service keeps it waiting', async () => {
    const { database, runner, woken } = world({ connection: proved });
    await database.putRun(ended(10));
    await put(database, [waiting(NOW + 2 * MINUTE)]);
    await runner.goOn();
    const until = NOW + 60 * MINUTE;
    await database.putRun({
      ...ended(9),
      startedAt: NOW,
      id: 'kept waiting',
      problem: { type: 'limitReached', service: 'exact', until },
    });
    await runner.goOn();
    expect(woken).toEqual([NOW + 2 * MINUTE, until]);
  });

  it('waits its time where the clock stood ahead at the last run', async () => {
    const { database, runner, woken } = world({ connection: proved });
    await database.putRun(ended(-24 * 60));
    await runner.goOn();
    expect(woken).toEqual([NOW + 15 * MINUTE]);
  });

  it.each([
    ['before the first sync', { firstSyncAt: null }],
    ['while the other integration is on', { otherIntegration: 'active' as const }],
    ['while nobody has said that it is off', { otherIntegration: null }],
    ['where it is switched off', { automaticEvery: null }],
  ])('does nothing %s', async (_, change) => {
    const { database, runner, woken } = world({ connection: { ...proved, ...change } });
    await database.putRun(ended(24 * 60));
    await runner.goOn();
    expect(woken).toEqual([null]);
  });
});

describe('a run that broke', () => {
  const breaking = async () => {
    const made = world();
    await made.database.putRun(runRecord({ id: 'before', endedAt: NOW, phase: 'ended' }));
    const noRoom = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    vi.spyOn(made.database, 'putCollected').mockImplementation(noRoom);
    vi.spyOn(made.database, 'documents').mockImplementationOnce(noRoom);
    return { ...made, noRoom };
  };

  it('is told with its cause', async () => {
    const { database, runner, over } = await breaking();
    await runner.start('click');
    await over;
    expect((await database.runs())[0]).toMatchObject({ phase: 'ended', problem: { type: 'storageFull' } });
  });

  it('is not told as under way for ever where not even its end can be stored', async () => {
    const { database, runner, ended, over, noRoom } = await breaking();
    const { putRun } = database;
    vi.spyOn(database, 'putRun').mockImplementation((run) =>
      run.endedAt === null ? putRun.call(database, run) : noRoom(),
    );
    await runner.start('click');
    await over;
    expect(ended).toMatchObject([{ problem: { type: 'storageFull' } }]);
    expect(await database.runs()).toMatchObject([{ id: 'before' }]);
  });
});

/** Counts how many runs have their turn at once, whenever one has begun; gives the most there were. */
function mostAtOnce(database: Database): () => number {
  let most = 0;
  const { putRun } = database;
  vi.spyOn(database, 'putRun').mockImplementation(async (run) => {
    await putRun.call(database, run);
    const now = (await database.runs()).filter(({ endedAt, phase }) => endedAt === null && phase !== 'queued');
    most = Math.max(most, now.length);
  });
  return () => most;
}

describe('several connections', () => {
  const [first, second, third] = ['a', 'b', 'c'].map((name) => ({
    ...CONNECTION,
    id: name,
    companyEntity: { id: `entity-${name}`, name },
  }));
  if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
  const all = [first, second, third];
  /** The second is shut out; the others find nothing to do but a service out of reach. */
  const broken = () =>
    worldOf(all, (entity) =>
      entity === second.companyEntity.id ? { kind: 'limited', until: NOW + 90 * MINUTE } : undefined,
    );

  it('are synced one after another, and the broken one stops no other', async () => {
    const { database, runner, ended, rounds, woken, over } = broken();
    const most = mostAtOnce(database);
    await runner.start('click');
    expect((await database.runs()).map(({ connectionId }) => connectionId).toSorted()).toEqual(['a', 'b', 'c']);
    await over;
    expect(Object.fromEntries(ended.map(({ connectionId, problem }) => [connectionId, problem?.type]))).toEqual({
      a: 'unreachable',
      b: 'limitReached',
      c: 'unreachable',
    });
    expect(most()).toBe(1);
    // They are told of once, together.
    expect(rounds.map(({ length }) => length)).toEqual([0, 0, 3]);
    expect(new Set(ended.map(({ round }) => round)).size).toBe(1);
    // A quarter of an hour for those that could not reach a service; the other's time is later.
    expect(woken.at(-1)).toBe(NOW + 15 * MINUTE);
  });

  it('are stopped together: neither what waits for its turn nor what was to follow begins', async () => {
    const held = Promise.withResolvers<void>();
    const { database, runner, ended, over } = worldOf(all, () => undefined, held.promise);
    await runner.start('automatic');
    await runner.start('click');
    await runner.stop();
    held.resolve();
    await over;
    const problems = ended.map(({ connectionId, problem }) => [connectionId, problem?.type]);
    expect(problems.filter(([, problem]) => problem === 'stoppedByUser').map(([id]) => id)).toEqual(
      expect.arrayContaining(['b', 'c']),
    );
    expect((await database.runs()).filter(({ endedAt }) => endedAt === null)).toEqual([]);
    // Nothing of it is left for the next time.
    const before = new Set((await database.runs()).map(({ id }) => id));
    await runner.start('click');
    await vi.waitFor(async () => {
      const since = (await database.runs()).filter(({ id }) => !before.has(id));
      expect(since.map(({ problem }) => problem?.type)).toEqual(['unreachable', 'unreachable', 'unreachable']);
    });
  });

  it('are stopped also where the worker died before it could', async () => {
    const { database, runner, ended, over } = broken();
    await database.cache('stopping', z.array(z.string()), ['died'], NOW);
    await database.putRun(runRecord({ id: 'died', connectionId: 'b', phase: 'booking' }));
    await runner.goOn();
    await over;
    expect(ended.map(({ connectionId, problem }) => [connectionId, problem?.type])).toEqual([['b', 'stoppedByUser']]);
    expect((await database.cached('stopping', z.array(z.string())))?.value).toEqual([]);
  });

  it('are gone on with each for itself after a death, also the one whose turn had not come', async () => {
    const { database, runner, ended, over } = broken();
    await database.putRun(runRecord({ id: 'done', connectionId: 'a', round: 'r', phase: 'ended', endedAt: NOW }));
    await database.putRun(runRecord({ id: 'died', connectionId: 'b', round: 'r', phase: 'booking' }));
    await database.putRun(runRecord({ id: 'waited', connectionId: 'c', round: 'r', phase: 'queued' }));
    await runner.goOn();
    await over;
    expect(ended.map(({ connectionId, trigger, round }) => [connectionId, trigger, round])).toEqual([
      ['c', 'click', 'r'],
      ['b', 'click', 'r'],
      ['a', 'click', 'r'],
    ]);
    const left = (await database.runs()).filter(({ endedAt }) => endedAt === null);
    expect(left).toEqual([]);
  });

  it('join what is under way, and only that', async () => {
    const { database, runner, over } = broken();
    await Promise.all([runner.start('click'), runner.start('popup')]);
    await over;
    expect(await database.runs()).toHaveLength(3);
  });

  it('take turns also when each was started by itself', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { database, runner, rounds } = worldOf(all, () => undefined, held);
    const most = mostAtOnce(database);
    await runner.start('click', { isWanted: ({ connection }) => connection.id === 'a' });
    await runner.start('popup', { isWanted: ({ connection }) => connection.id === 'c' });
    await vi.waitFor(async () => expect((await database.runs()).map(({ phase }) => phase)).toContain('collecting'));
    letGo();
    await vi.waitFor(() => expect(rounds.map(({ length }) => length)).toEqual([1, 1]));
    expect(most()).toBe(1);
  });

  it('go on though one broke so that not even its end could be stored', async () => {
    const { database, runner, rounds } = broken();
    const noRoom = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    const { putRun } = database;
    vi.spyOn(database, 'forgetRun').mockImplementation(noRoom);
    vi.spyOn(database, 'putRun').mockImplementation((run) =>
      run.connectionId === 'b' ? noRoom() : putRun.call(database, run),
    );
    await runner.start('click');
    await vi.waitFor(async () => {
      const runs = await database.runs();
      expect(runs.find(({ connectionId }) => connectionId === 'c')).toMatchObject({ phase: 'ended' });
    });
    expect(rounds).toHaveLength(2);
  });

  it('have each its own time, of which the earliest wakes', async () => {
    const { database, runner, woken } = broken();
    for (const { id } of all) await database.putRun(runRecord({ id, connectionId: id, endedAt: NOW, phase: 'ended' }));
    await put(database, [waiting(NOW + 9 * MINUTE, 'a'), waiting(NOW + 4 * MINUTE, 'c')]);
    await runner.goOn();
    expect(woken).toEqual([NOW + 4 * MINUTE]);
  });

  it('leave what was removed meanwhile alone, and tell its run as ended', async () => {
    const { connections, database, runner, ended, over } = broken();
    await runner.start('click');
    connections.splice(1, 1);
    await over;
    expect(ended.map(({ connectionId }) => connectionId).toSorted()).toEqual(['a', 'c']);
    const removed = (await database.runs()).find(({ connectionId }) => connectionId === 'b');
    expect(removed).toMatchObject({ phase: 'queued', endedAt: NOW });
  });

  it('leave none under way that could not begin, though its end cannot be stored', async () => {
    const { connections, database, runner, over } = broken();
    const { putRun } = database;
    vi.spyOn(database, 'putRun').mockImplementation((run) =>
      run.connectionId === 'b'
        ? Promise.reject(new DOMException('no room', 'QuotaExceededError'))
        : putRun.call(database, run),
    );
    await runner.start('click');
    connections.splice(1, 1);
    await over;
    expect((await database.runs()).filter(({ endedAt }) => endedAt === null)).toEqual([]);
  });
});

describe('a run of some documents', () => {
  const only = (id: string) => ({ kind: 'invoice' as const, id, shown: null });
  const asked = (ids: readonly string[]) => ({ onlyOf: () => ids.map(only) });
  /** What each run was about, in their order. */
  const aboutIn = (ended: readonly RunRecord[]): unknown[] => ended.map(({ total, trigger }) => [trigger, total]);

  it('that a dead worker left goes on about them alone', async () => {
    const { database, runner, ended, over } = world();
    await database.putRun(runRecord({ only: [only('a')] }));
    await runner.goOn();
    await over;
    expect(ended).toMatchObject([{ trigger: 'click', only: [only('a')] }]);
  });

  it('goes on by itself also with what an earlier run has promised to go on with', async () => {
    const { database, runner, over } = world();
    const started = vi.spyOn(database, 'startRuns');
    await put(database, [
      waiting(NOW - 1),
      { ...waiting(NOW - 2), outcome: { state: 'waiting', cause: null, until: null } },
    ]);
    await database.putRun(runRecord({ endedAt: NOW - 9 * MINUTE, phase: 'ended', only: [only('a')] }));
    await runner.goOn();
    await over;
    expect(started.mock.calls[0]?.[0]).toMatchObject([
      { trigger: 'resume', only: [only(`document-${NOW - 1}`), only('a')] },
    ]);
  });

  it('is followed by what is asked for meanwhile, all of it at once', async () => {
    const { database, runner, ended } = world();
    const noted = vi.spyOn(database, 'putRun');
    await runner.start('preview', asked(['a']));
    await runner.start('click', asked(['b']));
    await runner.start('popup', asked(['c', 'b']));
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    const queued = noted.mock.calls.flatMap(([run]) => (run.phase === 'queued' ? [run.only] : []));
    expect(queued).toEqual([[only('b')], [only('b'), only('c')]]);
    expect(aboutIn(ended)).toEqual([
      ['preview', 0],
      ['click', 0],
    ]);
    expect((await database.runs()).every(({ endedAt }) => endedAt !== null)).toBe(true);
  });

  it('is not begun again by an alarm that comes while it works', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { database, runner, ended } = worldOf([CONNECTION], () => undefined, held);
    await runner.start('click', asked(['a']));
    for (let alarm = 0; alarm < 3; alarm += 1) await runner.goOn();
    letGo();
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(await database.runs()).toHaveLength(1);
  });

  it('takes along what a dead worker left, whoever is first', async () => {
    const { database, runner, ended, over } = world();
    const started = vi.spyOn(database, 'startRuns');
    await database.putRun(runRecord());
    await runner.start('popup', asked(['a']));
    await over;
    expect(started.mock.calls[0]?.[0]).toMatchObject([{ only: null, trigger: 'popup' }]);
    expect(ended).toHaveLength(1);
  });

  it('keeps to what was shown, when it goes on after another one', async () => {
    const { database, runner, over } = world();
    const started = vi.spyOn(database, 'startRuns');
    await put(database, [waiting(NOW - 1)]);
    const shown = { entry: 'e', account: 'a', accountId: null };
    const earlier = [{ kind: 'invoice' as const, id: `document-${NOW - 1}`, shown }];
    await database.putRun(runRecord({ id: 'first', startedAt: 1, endedAt: 2, phase: 'ended', only: earlier }));
    await database.putRun(runRecord({ endedAt: NOW - 9 * MINUTE, phase: 'ended', only: [only('a')] }));
    await runner.goOn();
    await over;
    expect(started.mock.calls[0]?.[0]).toMatchObject([{ only: [...earlier, only('a')] }]);
  });

  it('of all, by itself, is followed by what the user asks for meanwhile', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const { runner, ended } = worldOf([CONNECTION], () => undefined, held);
    await runner.start('automatic');
    await runner.start('click');
    letGo();
    await vi.waitFor(() => expect(ended.map(({ trigger }) => trigger)).toEqual(['automatic', 'click']));
  });

  it('that cannot be noted keeps nobody from asking again', async () => {
    const { database, runner, ended, over } = world();
    vi.spyOn(database, 'runs').mockRejectedValueOnce(new DOMException('held', 'AbortError'));
    await expect(runner.start('click')).rejects.toBeInstanceOf(DOMException);
    await runner.start('click');
    await over;
    expect(ended).toHaveLength(1);
  });

  it('waits while something else is done for its connection', async () => {
    const { database, runner, taken, woken } = world();
    taken.add(`run/${CONNECTION.id}`);
    await runner.start('click', asked(['a']));
    expect(await database.runs()).toMatchObject([{ trigger: 'click', only: [only('a')], endedAt: null }]);
    expect(woken).toEqual([NOW + MINUTE / 2]);
    taken.clear();
    await runner.goOn();
    await vi.waitFor(async () => expect((await database.runs()).every(({ endedAt }) => endedAt !== null)).toBe(true));
  });

  it('is not asked for anew by a run of all documents that goes on', async () => {
    const { database, runner, ended, over } = world();
    const started = vi.spyOn(database, 'startRuns');
    await runner.start('click');
    await runner.start('preview', asked(['a']));
    await over;
    const queued = started.mock.calls.flatMap(([runs]) => runs.filter(({ phase }) => phase === 'queued'));
    expect(queued).toHaveLength(1);
    expect(ended).toHaveLength(1);
  });
});

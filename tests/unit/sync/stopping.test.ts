/** A stop is about what was under way when it was said: it is never lost, and stops nothing that was asked for after it. */
import Big from 'big.js';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../lib/store/database.ts';
import type { RunRecord, SalesEntryIntent } from '../../../lib/store/records.ts';
import { CONNECTION } from '../accounting/builders.ts';
import { MINUTE, NOW, put, runRecord, waiting, world, worldOf } from './runner-world.ts';

const only = (id: string) => ({ kind: 'invoice' as const, id, shown: null });
const asked = (...ids: string[]) => ({ onlyOf: () => ids.map(only) });
const stopped = { type: 'stoppedByUser' } as const;

/** The worker died after the stop was noted for these runs. */
const noteStopping = (database: Database, ...ids: string[]): Promise<void> =>
  database.cache('stopping', z.array(z.string()), ids, NOW);

const open = async (database: Database): Promise<RunRecord[]> =>
  (await database.runs()).filter(({ endedAt }) => endedAt === null);

describe('a stop', () => {
  it('is heard by a run that waits while something else is done for its connection', async () => {
    const { database, runner, taken, ended, over } = world();
    taken.add(`run/${CONNECTION.id}`);
    await runner.start('click');
    await runner.stop();
    taken.clear();
    await runner.goOn();
    await over;
    expect(ended).toMatchObject([{ problem: stopped }]);
    expect(await open(database)).toEqual([]);
  });

  it('is heard by a run that a dead worker left, though nobody has gone on with it yet', async () => {
    const { database, runner, ended, over } = world();
    await database.putRun(runRecord());
    await runner.stop();
    await runner.goOn();
    await over;
    expect(ended).toMatchObject([{ problem: stopped }]);
    expect(await open(database)).toEqual([]);
  });

  it('of a run that ended before it could be forgotten stops none that begins later', async () => {
    const { database, runner, ended, over } = world();
    await noteStopping(database, 'left', CONNECTION.id);
    await database.putRun(runRecord({ endedAt: NOW, phase: 'ended', problem: stopped }));
    await runner.goOn();
    await runner.start('click');
    await over;
    expect(ended).toMatchObject([{ problem: { type: 'unreachable' } }]);
  });

  it('that comes when a run has just ended stops none that begins later', async () => {
    const { runner, rounds, taken, ended } = world();
    let isStopped: Promise<void> | null = null;
    vi.spyOn(rounds, 'push').mockImplementationOnce(() => {
      isStopped = runner.stop();
      return 0;
    });
    await runner.start('click');
    await vi.waitFor(() => expect(isStopped).not.toBeNull());
    await isStopped;
    await vi.waitFor(() => expect(taken.size).toBe(0));
    await runner.start('click', asked('b'));
    await vi.waitFor(() => expect(ended).toHaveLength(2));
    expect(ended[1]).toMatchObject({ only: [only('b')], problem: { type: 'unreachable' } });
  });

  it('stops nothing that the user asks for after it, though the worker died: nor is what was stopped taken along', async () => {
    const { database, runner, ended } = world();
    await noteStopping(database, 'left');
    await database.putRun(runRecord({ only: [only('a')] }));
    await runner.start('click', asked('b'));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(await open(database)).toEqual([]);
    expect(ended.map(({ only: about, problem }) => [about, problem?.type])).toEqual([[[only('b')], 'unreachable']]);
    expect((await database.runs()).find(({ id }) => id === 'left')).toMatchObject({ phase: 'ended', problem: stopped });
  });

  it('leaves what was asked for after it to be gone on with after a death', async () => {
    const { database, runner, ended } = world();
    await noteStopping(database, 'left');
    await database.putRun(runRecord({ only: [only('a')] }));
    await database.putRun(runRecord({ id: 'after', phase: 'queued', startedAt: NOW, only: [only('b')] }));
    await runner.goOn();
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(await open(database)).toEqual([]);
    expect(ended.map(({ only: about, problem }) => [about, problem?.type])).toEqual([[[only('b')], 'unreachable']]);
  });

  it('keeps with what was asked for after it what may have been sent: that is looked for', async () => {
    const { database, runner, ended } = world();
    await noteStopping(database, 'left');
    await database.putRun(runRecord({ only: [only('a'), only('sent')] }));
    await database.putIntent(sent('sent'));
    await runner.start('click', asked('b'));
    await vi.waitFor(() => expect(ended).toHaveLength(1));
    expect(await open(database)).toEqual([]);
    expect(ended.map(({ only: about }) => about)).toEqual([[only('sent'), only('b')]]);
  });

  it('holds though two wake at once', async () => {
    const { database, runner } = world();
    await noteStopping(database, 'left');
    await database.putRun(runRecord());
    await Promise.all([runner.goOn(), runner.goOn()]);
    await vi.waitFor(async () => expect(await open(database)).toEqual([]));
    const problems = (await database.runs()).flatMap(({ problem }) => problem?.type ?? []);
    expect(new Set(problems)).toEqual(new Set(['stoppedByUser']));
  });

  it('holds though what was sent is looked for by itself: nothing else is gone on with', async () => {
    const { database, runner, over } = world();
    const started = vi.spyOn(database, 'startRuns');
    await put(database, [
      waiting(NOW - 1),
      { ...waiting(0), id: 'left', outcome: { state: 'waiting', cause: stopped, until: null } },
    ]);
    await database.putRun(runRecord({ endedAt: NOW - 9 * MINUTE, phase: 'ended', problem: stopped }));
    await runner.goOn();
    await over;
    expect(started.mock.calls[0]?.[0]).toMatchObject([{ trigger: 'resume', only: [only(`document-${NOW - 1}`)] }]);
  });
});

describe('what is to follow a run', () => {
  it('is told as still to come while that one begins and works, so that a death does not lose it', async () => {
    const held = Promise.withResolvers<void>();
    const { database, runner, ended } = worldOf([CONNECTION], () => undefined, held.promise);
    await Promise.all([runner.start('preview', asked('a')), runner.start('click', asked('b'))]);
    await vi.waitFor(async () => expect((await database.runs()).map(({ phase }) => phase)).toContain('collecting'));
    expect((await open(database)).map(({ only: about }) => about)).toEqual(
      expect.arrayContaining([[only('a')], [only('b')]]),
    );
    held.resolve();
    await vi.waitFor(() => expect(ended).toHaveLength(2));
  });
});

const sent = (subject: string): SalesEntryIntent => ({
  type: 'salesEntry',
  connectionId: CONNECTION.id,
  subject,
  sentAt: NOW,
  losses: 1,
  answer: null,
  accountId: 'account',
  entry: {
    kind: 'invoice',
    documentId: subject,
    journal: '70',
    entryNumber: 1,
    date: '2026-01-01',
    dueDate: null,
    yourRef: '2026 / 1',
    description: '',
    paymentReference: null,
    paymentCondition: null,
    currency: 'EUR',
    rate: null,
    rateUse: 'times',
    link: null,
    lines: [],
    net: new Big(0),
    vat: new Big(0),
    gross: new Big(0),
  },
});

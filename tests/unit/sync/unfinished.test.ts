/** What was halted is gone on with, whatever the user had done meanwhile; what was sent and not answered is looked for. */
import Big from 'big.js';
import { describe, expect, it, vi } from 'vitest';
import { AUTOMATIC_EVERY } from '../../../lib/automatic.ts';
import type { Connection } from '../../../lib/connection.ts';
import type { DocumentRecord, PaymentIntent, PdfIntent, RunRecord } from '../../../lib/store/records.ts';
import { nextWake } from '../../../lib/sync/wake.ts';
import { CONNECTION } from '../accounting/builders.ts';
import { MINUTE, NOW, put, runRecord, waiting, world } from './runner-world.ts';

const unreachable = { type: 'unreachable', service: 'exact' } as const;
const loginNeeded = { type: 'loginNeeded', service: 'exact' } as const;
const shown = { entry: 'e', account: 'a', accountId: null };
const only = (id: string) => ({ kind: 'invoice' as const, id, shown: null });

/** One that has ended so many minutes ago. */
const ended = (minutesAgo: number, change: Partial<RunRecord> = {}): RunRecord => {
  const at = NOW - minutesAgo * MINUTE;
  return runRecord({ id: `ended-${minutesAgo}`, startedAt: at, endedAt: at, phase: 'ended', ...change });
};

/** A runner that finds these runs, and what it begins with them. */
const having = (...runs: readonly RunRecord[]) => havingFor({}, ...runs);

async function havingFor(connection: Partial<Connection>, ...runs: readonly RunRecord[]) {
  const made = world({ connection });
  for (const run of runs) await made.database.putRun(run);
  const started = vi.spyOn(made.database, 'startRuns');
  return { ...made, begun: () => started.mock.calls.flatMap(([begun]) => begun) };
}

describe('a run of all documents that was halted, and after it one of some that went well', () => {
  it('is gone on with a quarter of an hour after it', async () => {
    const { runner, woken, begun } = await having(ended(10, { problem: unreachable }), ended(1, { only: [] }));
    await runner.goOn();
    expect(woken).toEqual([NOW + 5 * MINUTE]);
    expect(begun()).toEqual([]);
  });

  it('is gone on with as a whole', async () => {
    const { runner, begun, over } = await having(ended(20, { problem: unreachable }), ended(1, { only: [] }));
    await runner.goOn();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume', only: null });
  });

  it('is gone on with at once when it is online again', async () => {
    const { runner, begun, over } = await having(ended(2, { problem: unreachable }), ended(1, { only: [] }));
    await runner.goOnOnline();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume', only: null });
  });

  it('is gone on with after the log-in that it lacked', async () => {
    const { runner, begun, over } = await having(ended(2, { problem: loginNeeded }), ended(1, { only: [] }));
    await runner.goOnAfterLogin();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume', only: null });
  });

  it('is gone on with when its service said, though it had read no document yet', async () => {
    const problem = { type: 'limitReached', service: 'exact', until: NOW + 7 * MINUTE } as const;
    const { runner, woken } = await having(ended(2, { problem }), ended(1, { only: [] }));
    await runner.goOn();
    expect(woken).toEqual([NOW + 7 * MINUTE]);
  });

  it('waits where the last one was told until when, also online again', async () => {
    const problem = { type: 'colleagueBooking', write: 'booking', until: NOW + MINUTE } as const;
    const { runner, woken, begun } = await having(ended(20, { problem: unreachable }), ended(1, { only: [], problem }));
    await runner.goOnOnline();
    expect(woken).toEqual([NOW + MINUTE]);
    expect(begun()).toEqual([]);
  });

  it.each([null, [only('left')]])(
    'is gone on with after the log-in, though a worker died with it: %j',
    async (about) => {
      const { connections, database, runner, begun } = await having();
      await database.putRun(runRecord({ id: 'dead', startedAt: NOW - 2 * MINUTE, only: about }));
      const kept = connections.splice(0);
      await runner.goOn();
      expect(await database.runs()).toMatchObject([{ phase: 'ended', endedAt: NOW, problem: loginNeeded }]);
      connections.push(...kept);
      await runner.goOnAfterLogin();
      await vi.waitFor(() => expect(begun()[0]).toMatchObject({ trigger: 'resume', only: about }));
    },
  );

  it('is gone on with after the log-in, though a run died meanwhile that had no log-in to go on with', async () => {
    const { connections, database, runner, begun } = await having(ended(20, { problem: loginNeeded }));
    await database.putRun(runRecord({ id: 'dead', startedAt: NOW - 2 * MINUTE }));
    const kept = connections.splice(0);
    await runner.goOn();
    connections.push(...kept);
    await runner.goOnAfterLogin();
    await vi.waitFor(() => expect(begun()[0]).toMatchObject({ trigger: 'resume', only: null }));
  });

  it('and was gone on with is over', async () => {
    const { runner, woken, begun } = await having(
      ended(20, { problem: unreachable }),
      ended(2, { trigger: 'resume' }),
      ended(1, { only: [] }),
    );
    await runner.goOnOnline();
    expect(woken).toEqual([null]);
    expect(begun()).toEqual([]);
  });
});

describe('what follows on the booking of all documents', () => {
  const pdf: PdfIntent = {
    type: 'pdf',
    connectionId: CONNECTION.id,
    subject: 'a',
    kind: 'invoice',
    number: '2026 / 1',
    date: '2026-01-01',
    entryId: 'e',
    step: { at: 'wanted' },
    sentAt: NOW,
    notBefore: NOW + 60 * MINUTE,
  };

  it('is gone on with when it may be tried again, and nothing else with it', async () => {
    const { database, runner, woken, begun, over } = await havingFor({ attachPdf: true }, ended(0));
    await database.addIntent(pdf);
    await runner.goOn();
    expect(woken).toEqual([NOW + 60 * MINUTE]);
    await database.changePdfIntent(pdf, { notBefore: NOW - 60 * MINUTE });
    await database.putRun(ended(0, { endedAt: NOW - 70 * MINUTE }));
    await runner.goOn();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume', only: [] });
  });

  it.each<[string, Partial<RunRecord>, Partial<PdfIntent>, boolean]>([
    ['it was not tried yet', {}, { notBefore: 0 }, true],
    ['the user has stopped it', { problem: { type: 'stoppedByUser' } }, {}, true],
    ['the run that was to try it again was kept from all of them', {}, { notBefore: NOW }, true],
    ['it was turned off', {}, {}, false],
  ])('wakes nobody where %s', async (_, last, change, attachPdf) => {
    const { database, runner, woken } = await havingFor({ attachPdf }, ended(0, last));
    await database.addIntent({ ...pdf, ...change });
    await runner.goOn();
    expect(woken).toEqual([null]);
  });

  it('does not put off what is due for all', async () => {
    const connection = { ...CONNECTION, attachPdf: true, firstSyncAt: 1, otherIntegration: 'off' } as const;
    for (const every of AUTOMATIC_EVERY) {
      const { database } = world();
      await database.addIntent(pdf);
      let runs = [ended(0)];
      let now = NOW;
      let ofAll = 0;
      for (const hour = 60 * MINUTE; now < NOW + 7 * 24 * hour; ) {
        const next = await nextWake(database, { ...connection, automaticEvery: every }, runs, now);
        now = Math.max(now, next?.at ?? Number.POSITIVE_INFINITY);
        const only = next?.trigger === 'resume' ? [] : null;
        if (only === null) ofAll += 1;
        // It cannot be had this time either.
        const [stored] = await database.intents(CONNECTION.id);
        if (stored?.type === 'pdf' && stored.notBefore <= now)
          await database.changePdfIntent(pdf, { notBefore: now + hour });
        runs = [ended(0, { id: `at-${now}`, startedAt: now, endedAt: now + 5_000, only }), ...runs].slice(0, 20);
      }
      expect(ofAll).toBeGreaterThan((6 * 24 * 60) / every);
    }
  });
});

describe('a run of some documents that was halted, and after it one of others', () => {
  const left = { ...waiting(0), id: 'left', outcome: { state: 'waiting', cause: unreachable, until: null } } as const;

  it('is gone on with, as they were shown', async () => {
    const about = [{ ...only('left'), shown }];
    const { database, runner, begun, over } = await having(
      ended(20, { problem: unreachable, only: about }),
      ended(1, { only: [only('other')] }),
    );
    await put(database, [left]);
    await runner.goOn();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume', only: [...about, only('other')] });
  });

  it('is over where they were brought to an end meanwhile', async () => {
    const { database, runner, woken, begun } = await having(
      ended(20, { problem: unreachable, only: [only('left')] }),
      ended(1, { only: [] }),
    );
    await put(database, [{ ...left, outcome: { state: 'blocked', cause: { type: 'noLines' }, entry: null } }]);
    await runner.goOn();
    expect(woken).toEqual([null]);
    expect(begun()).toEqual([]);
  });

  it('is gone on with also where it had read nothing, and knew their numbers alone', async () => {
    const { database, runner, over, begun } = await having();
    const asked = [{ kind: 'invoice' as const, id: null, number: '2026 / 7', shown: null }];
    await runner.start('click', { onlyOf: () => asked });
    await over;
    expect(await database.runs()).toMatchObject([{ only: asked, problem: { type: 'unreachable' } }]);
    await database.putRun(ended(-1, { only: [] }));
    await runner.goOnOnline();
    await vi.waitFor(() => expect(begun().at(-1)).toMatchObject({ trigger: 'resume', only: asked }));
  });
});

const NOT_BOOKED = { state: 'blocked', cause: { type: 'noLines' }, entry: null } as const;

describe('a payment whose answer was lost', () => {
  const entry = { id: 'e', division: 1, entryNumber: 1, journal: '70', date: '2026-01-01' };
  const adopted: DocumentRecord = { ...waiting(0), id: 'a', outcome: { state: 'adopted', entry } };
  const payment: PaymentIntent = {
    type: 'payment',
    connectionId: CONNECTION.id,
    subject: 'a',
    sentAt: NOW,
    losses: 1,
    date: '2026-01-01',
    amount: new Big(1),
    currency: 'EUR',
    paidBefore: new Big(0),
  };

  it('is looked for by itself when it may be believed that it was not done, and not again at once', async () => {
    const { database, runner, woken } = await having(ended(0));
    await put(database, [adopted]);
    await database.putIntent(payment);
    await runner.goOn();
    await database.putIntent({ ...payment, losses: 2 });
    await runner.goOn();
    await database.putRun(ended(-12));
    await runner.goOn();
    expect(woken).toEqual([NOW + 6 * MINUTE, NOW + 12 * MINUTE, NOW + 72 * MINUTE]);
  });

  it.each([
    ['whose invoice is none of the connection’s any more', []],
    ['whose invoice is booked no more', [{ ...waiting(0), id: 'a', outcome: NOT_BOOKED }]],
  ])('%s wakes nobody, hour after hour', async (_, records) => {
    const { database, runner, woken } = await having(ended(0));
    await put(database, records);
    await database.putIntent(payment);
    await runner.goOn();
    expect(woken).toEqual([null]);
  });
});

describe('what the user wants done about payments', () => {
  it('is done at once after a death, and, tried in vain, again in a quarter of an hour', async () => {
    const { database, runner, woken, begun, over } = await having(ended(0));
    const wish = { type: 'paymentWish', connectionId: CONNECTION.id, subject: 'a', sentAt: NOW, due: null } as const;
    await database.putIntent({ ...wish, action: 'remove', triedAt: NOW });
    await runner.goOn();
    expect(woken).toEqual([NOW + 15 * MINUTE]);
    await database.putIntent({ ...wish, action: 'remove', triedAt: null });
    await runner.goOn();
    await over;
    expect(begun()[0]).toMatchObject({ trigger: 'resume' });
  });
});

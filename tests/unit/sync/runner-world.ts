/** A runner whose services never answer, and what it asks of its surroundings. */
import type { Connection } from '../../../lib/connection.ts';
import { createExact } from '../../../lib/exact/client.ts';
import type { Failure } from '../../../lib/http/failure.ts';
import type { Requester } from '../../../lib/http/request.ts';
import { err } from '../../../lib/result.ts';
import { Database } from '../../../lib/store/database.ts';
import { type DocumentRecord, NOT_FOLLOWED, type RunRecord } from '../../../lib/store/records.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { Runner } from '../../../lib/sync/runner.ts';
import { createTeamleader } from '../../../lib/teamleader/client.ts';
import { CONNECTION } from '../accounting/builders.ts';

export const NOW = 1_000_000_000;
export const MINUTE = 60_000;

let databases = 0;

interface Change {
  readonly hasContext?: boolean;
  readonly failure?: Failure;
  readonly connection?: Partial<Connection>;
}

/** A runner whose contexts can do nothing; what it asks of its surroundings is kept. */
export function world({ hasContext = true, failure, connection }: Change = {}) {
  return worldOf(hasContext ? [{ ...CONNECTION, ...connection }] : [], () => failure);
}

/**
 * @param failureOf what each call for the company entity meets
 * @param held calls wait for it
 */
export function worldOf(
  connections: Connection[],
  failureOf: (companyEntityId: string) => Failure | undefined,
  held: Promise<void> = Promise.resolve(),
) {
  databases += 1;
  const database = new Database(`runner-${databases}`);
  const woken: (number | null)[] = [];
  const ended: RunRecord[] = [];
  const rounds: (readonly RunRecord[])[] = [];
  const over = Promise.withResolvers<void>();
  const contextOf = (connection: Connection): SyncContext => {
    const failing: Requester = {
      send: async () => {
        await held;
        return err(failureOf(connection.companyEntity.id) ?? { kind: 'noAnswer', detail: 'cut' });
      },
    };
    return {
      connection,
      siblings: [],
      database,
      teamleader: createTeamleader(failing),
      exact: createExact(failing, 'be').inDivision(1),
      fetchFile: async () => err('unavailable'),
      standApart: async () => undefined,
      random: () => 0,
      now: () => NOW,
    };
  };
  const taken = new Set<string>();
  const inOrder = new Map<string, Promise<void>>();
  let runs = 0;
  const runner = new Runner({
    database,
    now: () => NOW,
    newId: () => {
      runs += 1;
      return `id-${runs}`;
    },
    contexts: async () => connections.map(contextOf),
    missingLogin: async () => (connections.length === 0 ? { type: 'loginNeeded', service: 'exact' } : null),
    lockIfFree: async (name, task) => {
      if (taken.has(name)) return false;
      taken.add(name);
      await task().finally(() => taken.delete(name));
      return true;
    },
    lock: (name, task) => {
      const turn = (inOrder.get(name) ?? Promise.resolve()).then(task);
      inOrder.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
    stayAwake: (task) => task(),
    wakeAt: async (at) => void woken.push(at),
    onChange: () => undefined,
    onEnd: async (round) => {
      rounds.push(round);
      if (round.length === 0) return;
      ended.push(...round);
      over.resolve();
    },
  });
  return { connections, database, runner, woken, taken, ended, rounds, over: over.promise };
}

export const runRecord = (change: Partial<RunRecord> = {}): RunRecord => ({
  id: 'left',
  connectionId: CONNECTION.id,
  startedAt: NOW - MINUTE,
  endedAt: null,
  trigger: 'click',
  round: null,
  only: null,
  phase: 'booking',
  done: 0,
  total: 2,
  secondsLeft: null,
  counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  paid: 0,
  paymentsProblem: null,
  problem: null,
  ...change,
});

export const waiting = (until: number, connectionId = CONNECTION.id): DocumentRecord => ({
  connectionId,
  kind: 'invoice',
  id: `document-${until}`,
  number: '2026 / 1',
  date: '2026-01-01',
  customer: 'Peeters BV',
  currency: 'EUR',
  net: '1.00',
  vat: '0.21',
  gross: '1.21',
  webUrl: null,
  updatedAt: '2026-01-01T00:00:00+00:00',
  ...NOT_FOLLOWED,
  outcome: { state: 'waiting', cause: { type: 'answerLost', write: 'booking', until }, until },
});

export const put = (database: Database, records: readonly DocumentRecord[]): Promise<void> =>
  database.putCollected(records, [], 'cursor', { invoice: null, creditNote: null, fullAt: 0 }, NOW, (record) => record);

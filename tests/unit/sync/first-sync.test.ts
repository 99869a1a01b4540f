import { expect, it } from 'vitest';
import type { RunRecord } from '../../../lib/store/records.ts';
import { withFirstSync } from '../../../lib/sync/first-sync.ts';
import { CONNECTION } from '../accounting/builders.ts';

const run = (change: Partial<RunRecord> = {}): RunRecord => ({
  id: 'run',
  connectionId: CONNECTION.id,
  startedAt: 1,
  endedAt: 2,
  trigger: 'click',
  round: null,
  only: null,
  phase: 'ended',
  done: 1,
  total: 1,
  secondsLeft: null,
  counts: { booked: 1, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  problem: null,
  paid: 0,
  paymentsProblem: null,
  ...change,
});
const NOT_YET: readonly [string, Partial<RunRecord>][] = [
  ['of another connection', { connectionId: 'other' }],
  ['that is under way', { phase: 'booking', endedAt: null }],
  ['that could not go on', { problem: { type: 'unreachable', service: 'exact' } }],
  ['that started by itself', { trigger: 'automatic' }],
  ['of some documents only', { only: [{ kind: 'invoice', id: 'i', shown: null }] }],
];

it.each(NOT_YET)('a run %s is no first sync', (_, change) => {
  expect(withFirstSync([run(change)])(CONNECTION)).toBe(CONNECTION);
});

it('the first sync is the run that the user started for all documents, and that ended well', () => {
  const runs = [...NOT_YET.map(([, change]) => run(change)), run({ endedAt: 7 }), run({ endedAt: 9 })];
  expect(withFirstSync(runs)(CONNECTION)).toEqual({ ...CONNECTION, firstSyncAt: 7 });
});

it('a later one does not take its place', () => {
  const synced = { ...CONNECTION, firstSyncAt: 5 };
  expect(withFirstSync([run({ endedAt: 9 })])(synced)).toBe(synced);
});

import { expect, it } from 'vitest';
import type { RunRecord } from '../../../lib/store/records.ts';
import { caughtUpSince, isNews, standsStill } from '../../../lib/sync/news.ts';

const NONE = { booked: 0, adopted: 0, unchanged: 9, waiting: 0, blocked: 2 };
const run = (change: Partial<RunRecord> = {}): RunRecord => ({
  id: 'run',
  connectionId: 'connection',
  startedAt: 0,
  endedAt: 1,
  trigger: 'automatic',
  round: null,
  only: null,
  phase: 'ended',
  done: 11,
  total: 11,
  secondsLeft: null,
  counts: NONE,
  problem: null,
  paid: 0,
  paymentsProblem: null,
  ...change,
});
const loginNeeded = { type: 'loginNeeded', service: 'exact' } as const;

const unreachable = { type: 'unreachable', service: 'exact' } as const;
const rightMissing = { type: 'rightMissing', service: 'exact', endpoint: 'x' } as const;

it.each<[string, RunRecord, RunRecord | null, boolean]>([
  ['it went on by itself, and nothing happened', run({ trigger: 'resume' }), run(), false],
  ['payments cannot be followed', run({ paymentsProblem: rightMissing }), run(), true],
  [
    'payments still cannot be followed',
    run({ paymentsProblem: rightMissing }),
    run({ paymentsProblem: rightMissing }),
    false,
  ],
  ['the user started it', run({ trigger: 'click' }), run(), true],
  ['what was shown in a preview was booked', run({ trigger: 'preview', problem: unreachable }), run(), true],
  [
    'what a run of some documents had to leave is held back now',
    run({ trigger: 'resume', only: [], counts: { ...NONE, blocked: 1 } }),
    run(),
    true,
  ],
  ['nothing happened', run(), run(), false],
  ['something was booked', run({ counts: { ...NONE, booked: 1 } }), run(), true],
  ['an entry was found', run({ counts: { ...NONE, adopted: 1 } }), run(), true],
  ['more is held back', run({ counts: { ...NONE, blocked: 3 } }), run(), true],
  ['less is held back', run({ counts: { ...NONE, blocked: 1 } }), run(), false],
  ['something is held back in the first run', run(), null, true],
  ['it came to a halt', run({ problem: loginNeeded }), run(), true],
  ['it stands still as before', run({ problem: loginNeeded }), run({ problem: loginNeeded }), false],
  ['it goes on by itself later', run({ problem: { type: 'limitReached', service: 'exact', until: 5 } }), run(), false],
  ['a service is out of reach', run({ problem: { type: 'unreachable', service: 'exact' } }), run(), false],
])('news or not: %s', (_, now, before, expected) => {
  expect(isNews(now, before === null ? [] : [before])).toBe(expected);
});

it('what a run of some documents in between has counted is not compared with', () => {
  const some = run({ trigger: 'click', only: [], counts: { ...NONE, blocked: 0 } });
  expect(isNews(run(), [some, run()])).toBe(false);
  expect(isNews(run({ counts: { ...NONE, blocked: 3 } }), [some, run()])).toBe(true);
});

it('a service that stays out of reach is told of once, after an hour', () => {
  const lost = run({ problem: unreachable });
  const told = [0, 1, 2, 3, 4, 5].map((times) => isNews(lost, [...Array.from({ length: times }, () => lost), run()]));
  expect(told).toEqual([false, false, false, true, false, false]);
});

it.each<[string, readonly RunRecord[], boolean]>([
  ['nothing ran yet', [], false],
  ['it went well', [run()], false],
  ['it came to a halt', [run({ problem: loginNeeded })], true],
  ['it goes on by itself', [run({ problem: { type: 'limitReached', service: 'exact', until: 5 } })], false],
  ['it is tried again', [run({ problem: unreachable }), run()], false],
  ['it was tried for long', Array.from({ length: 4 }, () => run({ problem: unreachable })), true],
])('stands still or not: %s', (_, runs, expected) => {
  expect(standsStill(runs)).toBe(expected);
});

const HOUR = 60 * 60_000;
it.each<[string, RunRecord, RunRecord | null, number | null]>([
  ['in time', run({ startedAt: HOUR }), run({ endedAt: 1 }), null],
  ['after a night', run({ startedAt: 12 * HOUR }), run({ endedAt: 7 }), 7],
  ['started by the user', run({ startedAt: 12 * HOUR, trigger: 'click' }), run({ endedAt: 7 }), null],
  ['the first', run({ startedAt: 12 * HOUR }), null, null],
])('catches up or not: %s', (_, now, before, expected) => {
  expect(caughtUpSince(now, before, { automaticEvery: 15, automaticHours: 'always' })).toBe(expected);
});

import { expect, it } from 'vitest';
import type { RunRecord } from '../../../lib/store/records.ts';
import { isNews } from '../../../lib/sync/news.ts';

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
  counts: NONE,
  problem: null,
  ...change,
});
const loginNeeded = { type: 'loginNeeded', service: 'exact' } as const;

it.each<[string, RunRecord, RunRecord | null, boolean]>([
  ['the user started it', run({ trigger: 'click' }), run(), true],
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
  expect(isNews(now, before)).toBe(expected);
});

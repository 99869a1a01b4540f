import { describe, expect, it } from 'vitest';
import { withinHours } from '../../../lib/automatic.ts';
import { Database } from '../../../lib/store/database.ts';
import { caughtUpSince } from '../../../lib/sync/news.ts';
import { nextWake } from '../../../lib/sync/wake.ts';
import { CONNECTION } from '../accounting/builders.ts';
import { runRecord } from './runner-world.ts';

/** By the clock of this machine, whatever its zone. */
const at = (day: number, hour: number, minute = 0): number => new Date(2026, 10, day, hour, minute).getTime();

describe('working hours', () => {
  // The 27th of November 2026 is a Friday.
  it.each([
    ['on a workday', at(27, 11, 30), at(27, 11, 30)],
    ['before it begins', at(27, 6, 59), at(27, 7)],
    ['when it begins', at(27, 7), at(27, 7)],
    ['after it ended', at(26, 19), at(27, 7)],
    ['after the last of the week', at(27, 19, 1), at(30, 7)],
    ['at the weekend', at(28, 12), at(30, 7)],
    ['on Sunday night', at(29, 23, 59), at(30, 7)],
  ])('%s', (_, time, expected) => {
    expect(withinHours(time, 'working')).toBe(expected);
    expect(withinHours(time, 'always')).toBe(time);
  });

  const proved = { firstSyncAt: 1, otherIntegration: 'off', automaticEvery: 15, automaticHours: 'working' } as const;
  const connection = { ...CONNECTION, ...proved };
  const endedAt = (time: number) => runRecord({ endedAt: time, phase: 'ended', trigger: 'automatic' });

  it('are kept to: after the last run of Friday the next comes on Monday, also where the browser is opened before', async () => {
    const database = new Database('working-hours');
    const last = [endedAt(at(27, 18, 50))];
    const monday = { at: at(30, 7), trigger: 'automatic' };
    expect(await nextWake(database, connection, last, at(27, 18, 50))).toEqual(monday);
    expect(await nextWake(database, connection, last, at(28, 10))).toEqual(monday);
    expect(await nextWake(database, connection, last, at(30, 9, 30))).toEqual({ ...monday, at: at(30, 9, 30) });
  });

  it('outside of them nothing was missed: only what comes late within them is told as caught up with', () => {
    const before = endedAt(at(27, 18, 50));
    const startedOn = (time: number) => runRecord({ startedAt: time, trigger: 'automatic' });
    expect(caughtUpSince(startedOn(at(30, 7, 30)), before, connection)).toBeNull();
    expect(caughtUpSince(startedOn(at(30, 8, 30)), before, connection)).toBe(before.endedAt);
  });
});

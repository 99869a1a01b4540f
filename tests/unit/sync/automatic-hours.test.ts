import { describe, expect, it } from 'vitest';
import { withinHours } from '../../../lib/automatic.ts';

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
});

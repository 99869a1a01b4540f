import { describe, expect, it } from 'vitest';
import { readTeamleaderRates } from '../../../lib/teamleader/rates.ts';

describe("Teamleader's ration", () => {
  it.each([
    ['2021-06-15T10:51:23.035+0100', Date.UTC(2021, 5, 15, 9, 51, 23, 35)],
    ['2026-02-08T11:09:08+00:00', Date.UTC(2026, 1, 8, 11, 9, 8)],
  ])('is read with a reset such as %s', (reset, resetAt) => {
    const headers = new Headers({
      'X-RateLimit-Limit': '200',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': reset,
    });
    expect(readTeamleaderRates(headers)).toEqual([{ window: 'minute', limit: 200, remaining: 0, resetAt }]);
  });

  it('is unknown where a header is missing or odd', () => {
    expect(readTeamleaderRates(new Headers())).toEqual([]);
    expect(readTeamleaderRates(new Headers({ 'X-RateLimit-Limit': '200', 'X-RateLimit-Remaining': '1' }))).toEqual([]);
  });
});

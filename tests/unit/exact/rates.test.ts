import { describe, expect, it } from 'vitest';
import { readExactRates } from '../../../lib/exact/rates.ts';

const MINUTE = {
  'X-RateLimit-Minutely-Limit': '60',
  'X-RateLimit-Minutely-Remaining': '12',
  'X-RateLimit-Minutely-Reset': '1780315200000',
};
const DAY = { 'X-RateLimit-Limit': '5000', 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': '1780358400000' };

describe("Exact's rations", () => {
  it('are a minute and a day', () => {
    expect(readExactRates(new Headers({ ...MINUTE, ...DAY }))).toEqual([
      { window: 'minute', limit: 60, remaining: 12, resetAt: 1_780_315_200_000 },
      { window: 'day', limit: 5000, remaining: 0, resetAt: 1_780_358_400_000 },
    ]);
  });

  it('are each known by themselves', () => {
    expect(readExactRates(new Headers(DAY)).map(({ window }) => window)).toEqual(['day']);
    expect(readExactRates(new Headers())).toEqual([]);
  });
});

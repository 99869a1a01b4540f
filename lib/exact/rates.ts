import type { RateReading } from '../http/rate-windows.ts';

const PREFIXES = { minute: 'x-ratelimit-minutely', day: 'x-ratelimit' } as const;
const WINDOWS = ['minute', 'day'] as const;

/** Exact counts a minute and a day; resets are in epoch milliseconds. */
export const readExactRates = (headers: Headers): readonly RateReading[] =>
  WINDOWS.flatMap((window) => {
    const figure = (name: string) => Number(headers.get(`${PREFIXES[window]}-${name}`) ?? Number.NaN);
    const [limit, remaining, resetAt] = [figure('limit'), figure('remaining'), figure('reset')];
    return [limit, remaining, resetAt].every(Number.isFinite) ? [{ window, limit, remaining, resetAt }] : [];
  });

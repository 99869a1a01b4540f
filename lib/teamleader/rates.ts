import type { RateReading } from '../http/rate-windows.ts';

/** Teamleader counts one sliding minute, whose reset is a date-time, with or without a colon in its offset. */
export function readTeamleaderRates(headers: Headers): readonly RateReading[] {
  const limit = Number(headers.get('x-ratelimit-limit') ?? Number.NaN);
  const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN);
  const reset = headers.get('x-ratelimit-reset') ?? '';
  const resetAt = Date.parse(reset.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return [limit, remaining, resetAt].every(Number.isFinite) ? [{ window: 'minute', limit, remaining, resetAt }] : [];
}

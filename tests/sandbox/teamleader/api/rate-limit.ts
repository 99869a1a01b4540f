import type { SandboxClock, Switches } from '../../contract.ts';
import { instant, instantWithoutColon } from '../instants.ts';

const LIMIT = 200;
const MINUTE = 60_000;

export interface RateLimit {
  /** Counts a request of the client, or refuses to; a refused one does not count. */
  admit(clientId: string): boolean;
  headers(clientId: string): Readonly<Record<string, string>>;
}

/** 200 requests per sliding minute and client; the minute is `speed` times shorter. */
export function createRateLimit(clock: SandboxClock, speed: number, switches: Switches): RateLimit {
  const window = MINUTE / speed;
  const admitted = new Map<string, readonly number[]>();
  const counting = (clientId: string): readonly number[] =>
    (admitted.get(clientId) ?? []).filter((time) => time + window > clock.now());

  return {
    admit: (clientId) => {
      const times = counting(clientId);
      if (times.length >= LIMIT) return false;
      admitted.set(clientId, [...times, clock.now()]);
      return true;
    },
    headers: (clientId) => {
      const times = counting(clientId);
      const reset = (times[0] ?? clock.now()) + window;
      return {
        'x-ratelimit-limit': String(LIMIT),
        'x-ratelimit-remaining': String(LIMIT - times.length),
        'x-ratelimit-reset': resetText(reset, switches.rateLimitResetForm),
      };
    },
  };
}

/** The form without fractions is rounded up: before that moment a request would still be refused. */
function resetText(milliseconds: number, form: Switches['rateLimitResetForm']): string {
  return form === 'offset-without-colon'
    ? instantWithoutColon(milliseconds)
    : instant(Math.ceil(milliseconds / 1000) * 1000);
}

import type { SandboxClock } from '../contract.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const CALLS_A_MINUTE = 60;
export const CALLS_A_DAY = 5_000;
const ERRORS_AN_HOUR = 10;

interface Window {
  start: number;
  used: number;
}

/** Exact's quotas, of calls and of errors; `speed` shortens every window. */
export class Rations {
  readonly #clock: SandboxClock;
  readonly #speed: number;
  readonly #minute: Window = { start: 0, used: 0 };
  readonly #day: Window = { start: 0, used: 0 };
  readonly #errors = new Map<string, number[]>();
  readonly #blocked = new Map<string, number>();

  constructor(clock: SandboxClock, speed: number) {
    this.#clock = clock;
    this.#speed = speed;
  }

  /** Counts a call; false when it is over the limit. */
  take(): boolean {
    const minute = this.#current(this.#minute, MINUTE);
    const day = this.#current(this.#day, DAY);
    if (minute.used >= CALLS_A_MINUTE || day.used >= CALLS_A_DAY) return false;
    minute.used += 1;
    day.used += 1;
    return true;
  }

  headers(): Record<string, string> {
    const minute = this.#current(this.#minute, MINUTE);
    const day = this.#current(this.#day, DAY);
    return {
      'X-RateLimit-Limit': String(CALLS_A_DAY),
      'X-RateLimit-Remaining': String(CALLS_A_DAY - day.used),
      'X-RateLimit-Reset': String(Math.ceil(day.start + DAY / this.#speed)),
      'X-RateLimit-Minutely-Limit': String(CALLS_A_MINUTE),
      'X-RateLimit-Minutely-Remaining': String(CALLS_A_MINUTE - minute.used),
      'X-RateLimit-Minutely-Reset': String(Math.ceil(minute.start + MINUTE / this.#speed)),
    };
  }

  /** A refusal on an endpoint; true when it was one too many and the endpoint is blocked from now on. */
  noteError(endpoint: string): boolean {
    const now = this.#clock.now();
    const recent = (this.#errors.get(endpoint) ?? []).filter((at) => at > now - HOUR / this.#speed);
    recent.push(now);
    this.#errors.set(endpoint, recent);
    if (recent.length < ERRORS_AN_HOUR) return false;
    this.#blocked.set(endpoint, now + HOUR / this.#speed);
    return true;
  }

  isBlocked(endpoint: string): boolean {
    return (this.#blocked.get(endpoint) ?? 0) > this.#clock.now();
  }

  /** Fixed windows that begin with their first call. */
  #current(window: Window, length: number): Window {
    const now = this.#clock.now();
    if (now >= window.start + length / this.#speed) {
      window.start = now;
      window.used = 0;
    }
    return window;
  }
}

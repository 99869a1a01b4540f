/** One ration as an answer tells it. */
export interface RateReading {
  readonly window: 'minute' | 'day';
  readonly remaining: number;
  readonly limit: number;
  /** Epoch milliseconds by the service's clock: when more calls are free. */
  readonly resetAt: number;
}

type Window = RateReading['window'];

/** No reset is further away; if it looks so, a clock is wrong. */
const LONGEST_MS: Readonly<Record<Window, number>> = { minute: 60_000, day: 24 * 60 * 60_000 };
/** Two readings of one window may differ by so much, since services round to seconds. */
const JITTER_MS = 2_000;
const LONGEST_SPREAD_MS = 10_000;

/**
 * What is known of a service's rations. Answers may come in another order than their calls were counted, and
 * a window may slide, so that its reset frees only some calls: after a reset one call goes ahead and its
 * answer tells the rest.
 */
export class RateWindows {
  readonly #known = new Map<Window, RateReading>();
  /** Has an answer told where things stand? */
  #isTold = false;
  #lastStart = Number.NEGATIVE_INFINITY;

  start(now: number): void {
    this.#lastStart = now;
  }

  /**
   * @param readings null when a call brought no answer: it may have been counted all the same
   * @param now epoch milliseconds, as everywhere here
   */
  learn(readings: readonly RateReading[] | null, now: number): void {
    if (readings === null) {
      for (const known of this.#known.values()) {
        this.#known.set(known.window, { ...known, remaining: known.remaining - 1 });
      }
      return;
    }
    this.#isTold = true;
    for (const reading of readings) this.#merge(reading, now);
  }

  #merge(told: RateReading, now: number): void {
    const { window } = told;
    const reading = { ...told, resetAt: Math.min(told.resetAt, now + LONGEST_MS[window]) };
    const known = this.#known.get(window);
    if (known === undefined || reading.resetAt > known.resetAt + JITTER_MS) this.#known.set(window, reading);
    else if (reading.resetAt >= known.resetAt - JITTER_MS) {
      this.#known.set(window, { ...known, remaining: Math.min(known.remaining, reading.remaining) });
    }
  }

  /**
   * When the next call may start (epoch milliseconds; infinite: once one that is under way is answered).
   * While plenty is left that is at once. When under half of a minute's ration is left the rest is spread
   * over the rest of it, so that nobody waits long; a day's ration is used until it is gone.
   */
  nextTurn(now: number, underWay: number): number {
    this.#forgetPast(now);
    if (!this.#isTold) return underWay === 0 ? now : Number.POSITIVE_INFINITY;
    return Math.max(now, ...[...this.#known.values()].map((reading) => this.#turnIn(reading, now, underWay)));
  }

  #turnIn({ window, remaining, limit, resetAt }: RateReading, now: number, underWay: number): number {
    const left = remaining - underWay;
    if (left <= 0) return resetAt;
    if (window === 'day' || left * 2 >= limit) return now;
    return this.#lastStart + Math.min(Math.ceil((resetAt - now) / left), LONGEST_SPREAD_MS);
  }

  #forgetPast(now: number): void {
    for (const { window, resetAt } of [...this.#known.values()]) {
      if (now < resetAt) continue;
      this.#known.delete(window);
      this.#isTold = false;
    }
  }

  /** Until when a ration is used up (epoch milliseconds), or null if none is. */
  usedUpUntil(now: number, window?: Window): number | null {
    this.#forgetPast(now);
    const usedUp = [...this.#known.values()].filter(
      (reading) => reading.remaining <= 0 && (window === undefined || reading.window === window),
    );
    return usedUp.length === 0 ? null : Math.max(...usedUp.map((reading) => reading.resetAt));
  }
}

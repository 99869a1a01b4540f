import type { SandboxClock } from '../../contract.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const CALLS_A_MINUTE = 60;
const CALLS_A_DAY = 5_000;
const ERRORS_AN_HOUR = 10;

/** Counts what happens in windows that follow each other by the clock, whenever the first call comes. */
export class WindowCount {
  readonly limit: number;
  readonly #length: number;
  readonly #clock: SandboxClock;
  #window = -1;
  #used = 0;

  /** @param length of a window, in milliseconds */
  constructor(limit: number, length: number, clock: SandboxClock) {
    this.limit = limit;
    this.#length = length;
    this.#clock = clock;
  }

  get left(): number {
    this.#turnPage();
    return this.limit - this.#used;
  }

  /** Epoch milliseconds. */
  get resetAt(): number {
    this.#turnPage();
    return Math.ceil((this.#window + 1) * this.#length);
  }

  use(times = 1): void {
    this.#turnPage();
    this.#used += times;
  }

  #turnPage(): void {
    const window = Math.floor(this.#clock.now() / this.#length);
    if (window === this.#window) return;
    this.#window = window;
    this.#used = 0;
  }
}

export const dailyCount = (limit: number, clock: SandboxClock, speed: number): WindowCount =>
  new WindowCount(limit, DAY_MS / speed, clock);

/** How often a division may be called: 60 times a minute and 5,000 times a day. */
export class Rations {
  readonly #clock: SandboxClock;
  readonly #speed: number;
  readonly #divisions = new Map<number, { readonly minute: WindowCount; readonly day: WindowCount }>();

  /** @param speed makes all windows so many times shorter */
  constructor(clock: SandboxClock, speed: number) {
    this.#clock = clock;
    this.#speed = speed;
  }

  /** Counts a call; false when it is over a limit. */
  take(division: number): boolean {
    const { minute, day } = this.#of(division);
    if (minute.left <= 0 || day.left <= 0) return false;
    minute.use();
    day.use();
    return true;
  }

  /** Another program of the same app has made so many calls today. */
  spend(division: number, calls: number): void {
    this.#of(division).day.use(calls);
  }

  headers(division: number): Readonly<Record<string, string>> {
    const { minute, day } = this.#of(division);
    return {
      'X-RateLimit-Limit': String(day.limit),
      'X-RateLimit-Remaining': String(day.left),
      'X-RateLimit-Reset': String(day.resetAt),
      'X-RateLimit-Minutely-Limit': String(minute.limit),
      'X-RateLimit-Minutely-Remaining': String(minute.left),
      'X-RateLimit-Minutely-Reset': String(minute.resetAt),
    };
  }

  #of(division: number) {
    const known = this.#divisions.get(division);
    if (known !== undefined) return known;
    const counts = {
      minute: new WindowCount(CALLS_A_MINUTE, MINUTE_MS / this.#speed, this.#clock),
      day: dailyCount(CALLS_A_DAY, this.#clock, this.#speed),
    };
    this.#divisions.set(division, counts);
    return counts;
  }
}

const COUNTED: ReadonlySet<number> = new Set([400, 401, 403, 404]);

/** How often calls may be refused: ten times in an hour at one place, which is then blocked for an hour. */
export class ErrorQuota {
  readonly #clock: SandboxClock;
  readonly #hour: number;
  readonly #errors = new Map<string, readonly number[]>();
  readonly #blockedUntil = new Map<string, number>();

  constructor(clock: SandboxClock, speed: number) {
    this.#clock = clock;
    this.#hour = HOUR_MS / speed;
  }

  /** @returns whether the place is blocked from now on */
  note(place: string, status: number): boolean {
    if (!COUNTED.has(status)) return false;
    const now = this.#clock.now();
    const recent = (this.#errors.get(place) ?? []).filter((at) => at > now - this.#hour);
    this.#errors.set(place, [...recent, now]);
    if (recent.length + 1 < ERRORS_AN_HOUR) return false;
    this.#blockedUntil.set(place, now + this.#hour);
    return true;
  }

  isBlocked(place: string): boolean {
    return (this.#blockedUntil.get(place) ?? 0) > this.#clock.now();
  }
}

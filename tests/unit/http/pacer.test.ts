import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPacer, type Pacer, type PacerState, type Urgency } from '../../../lib/http/pacer.ts';
import type { RateReading } from '../../../lib/http/rate-windows.ts';

const MINUTE = 60_000;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 1, 12) });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Service {
  /** Answers after some milliseconds; counts when the call arrives. */
  answer(): Promise<{ status: number; headers: Headers }>;
  readonly arrivals: readonly number[];
  refused(): number;
}

/** Counts as a service does, in fixed windows or in a sliding one. */
function countingService(kind: 'fixed' | 'sliding', limit: number, latency: () => number): Service {
  const arrivals: number[] = [];
  let counted: number[] = [];
  let refused = 0;
  const windowStart = (now: number) => now - (now % MINUTE);
  return {
    arrivals,
    refused: () => refused,
    async answer() {
      const now = Date.now();
      arrivals.push(now);
      counted = counted.filter((time) => (kind === 'fixed' ? time >= windowStart(now) : time > now - MINUTE));
      const isAdmitted = counted.length < limit;
      if (isAdmitted) counted.push(now);
      else refused += 1;
      const resetAt = (kind === 'fixed' ? windowStart(now) : (counted[0] ?? now)) + MINUTE;
      const remaining = limit - counted.length;
      await sleep(latency());
      const headers = new Headers({ limit: String(limit), remaining: String(remaining), reset: String(resetAt) });
      return { status: isAdmitted ? 200 : 429, headers };
    },
  };
}

function readRates(headers: Headers): readonly RateReading[] {
  const reset = headers.get('reset');
  const window = headers.get('window') === 'day' ? 'day' : 'minute';
  const figure = (name: string) => Number(headers.get(name));
  return reset === null
    ? []
    : [{ window, limit: figure('limit'), remaining: figure('remaining'), resetAt: Number(reset) }];
}

function pacerWith(options: { parallel?: number; stored?: PacerState | null } = {}) {
  const saved: PacerState[] = [];
  const pacer = createPacer({
    now: Date.now,
    sleep,
    load: async () => options.stored ?? null,
    save: async (state) => {
      saved.push(state);
    },
    readRates,
    parallel: options.parallel ?? 3,
  });
  return { pacer, saved };
}

async function call(pacer: Pacer, service: Service, urgency: Urgency = 'user'): Promise<boolean> {
  const turn = await pacer.enter(urgency);
  if (!turn.ok) return false;
  await pacer.leave(await service.answer());
  return true;
}

/** Real figures of a service: how many calls at most in any minute of the clock, or in any sixty seconds. */
function busiest(arrivals: readonly number[], kind: 'fixed' | 'sliding'): number {
  if (kind === 'sliding') {
    return Math.max(...arrivals.map((start) => arrivals.filter((at) => at >= start && at < start + MINUTE).length));
  }
  const perMinute = new Map<number, number>();
  for (const at of arrivals) {
    const minute = Math.floor(at / MINUTE);
    perMinute.set(minute, (perMinute.get(minute) ?? 0) + 1);
  }
  return Math.max(...perMinute.values());
}

describe('a thousand calls', () => {
  it.each([
    { kind: 'fixed', limit: 60, parallel: 3, latency: 150 },
    { kind: 'fixed', limit: 60, parallel: 3, latency: 1500 },
    { kind: 'sliding', limit: 60, parallel: 3, latency: 150 },
    { kind: 'sliding', limit: 200, parallel: 6, latency: 80 },
  ] as const)(
    'keep to $limit a minute ($kind, $parallel at once, $latency ms)',
    async ({ kind, limit, parallel, latency }) => {
      let tick = 0;
      const service = countingService(kind, limit, () => latency + ((tick++ * 37) % 50));
      const { pacer } = pacerWith({ parallel });
      const start = Date.now();
      const calls = Promise.all(Array.from({ length: 1000 }, () => call(pacer, service)));
      await vi.runAllTimersAsync();
      expect((await calls).every(Boolean)).toBe(true);

      expect(service.refused()).toBe(0);
      expect(busiest(service.arrivals, kind)).toBeLessThanOrEqual(limit);
      // The last window is spread like the others, so it counts in full.
      expect(Date.now() - start).toBeLessThan((1000 / limit) * MINUTE * 1.05);
    },
  );

  it('leave nobody waiting long once the ration gets short', async () => {
    const service = countingService('sliding', 60, () => 100);
    const { pacer } = pacerWith();
    const calls = Promise.all(Array.from({ length: 300 }, () => call(pacer, service)));
    await vi.runAllTimersAsync();
    await calls;
    const gaps = service.arrivals.slice(1).map((at, index) => at - (service.arrivals[index] ?? at));
    expect(Math.max(...gaps)).toBeLessThan(5_000);
  });
});

describe('a turn', () => {
  const plenty = { limit: '60', remaining: '59', reset: String(Date.UTC(2026, 5, 1, 12, 1)) };
  const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });

  it('goes to the user before the background', async () => {
    const { pacer } = pacerWith({ parallel: 1 });
    const order: string[] = [];
    const take = (name: string, urgency: Urgency) => pacer.enter(urgency).then(() => order.push(name));
    await pacer.enter('user');
    const taken = [take('background', 'background'), take('first', 'user'), take('second', 'user')];
    await vi.advanceTimersByTimeAsync(0);
    for (const one of taken.keys()) {
      await pacer.leave(answer(200, plenty));
      await vi.advanceTimersByTimeAsync(0);
      expect(order).toHaveLength(one + 1);
    }
    expect(order).toEqual(['first', 'second', 'background']);
  });

  it('comes though what a 429 tells finds no room in the storage', async () => {
    const pacer = createPacer({
      now: Date.now,
      sleep,
      load: async () => null,
      save: () => Promise.reject(new Error('quota exceeded')),
      readRates,
      parallel: 1,
    });
    await pacer.enter('user');
    let told: unknown = null;
    void pacer.enter('user').then((turn) => (told = turn));
    await vi.advanceTimersByTimeAsync(0);
    await expect(pacer.leave(answer(429))).rejects.toThrow('quota exceeded');
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toMatchObject({ error: { kind: 'limited' } });
  });

  it('waits for the first answer before others go along with it', async () => {
    const { pacer } = pacerWith({ parallel: 3 });
    let entered = 0;
    for (let n = 0; n < 5; n += 1) void pacer.enter('user').then(() => (entered += 1));
    await vi.advanceTimersByTimeAsync(0);
    expect(entered).toBe(1);
    await pacer.leave(answer(200, plenty));
    await vi.advanceTimersByTimeAsync(0);
    expect(entered).toBe(4);
  });

  it('is not slept for when the ration is used up for long', async () => {
    const { pacer } = pacerWith();
    const reset = Date.now() + 45_000;
    await pacer.enter('user');
    await pacer.leave(answer(429, { limit: '60', remaining: '0', reset: String(reset) }));
    expect(await pacer.enter('user')).toEqual({ ok: false, error: { kind: 'limited', until: reset } });
  });

  it('is slept for when the wait is short', async () => {
    const { pacer } = pacerWith();
    await pacer.enter('user');
    await pacer.leave(answer(429, { limit: '60', remaining: '0', reset: String(Date.now() + 15_000) }));
    const start = Date.now();
    const turn = pacer.enter('user');
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await turn).toEqual({ ok: true, value: null });
    expect(Date.now() - start).toBe(15_000);
  });

  it('comes later and later after refusals that say nothing, or say that calls are left', async () => {
    const { pacer } = pacerWith();
    const waits: number[] = [];
    for (const headers of [{}, { limit: '60', remaining: '49', reset: String(Date.now() + 30_000) }, {}]) {
      await pacer.enter('user');
      await pacer.leave(answer(429, headers));
      waits.push(pacer.blockedUntil() - Date.now());
      await vi.advanceTimersByTimeAsync(pacer.blockedUntil() - Date.now());
    }
    expect(waits).toEqual([60_000, 120_000, 240_000]);
    await pacer.enter('user');
    await pacer.leave(answer(200));
    await pacer.enter('user');
    await pacer.leave(answer(429));
    expect(pacer.blockedUntil() - Date.now()).toBe(60_000);
  });

  it('counts calls that were turned away together once', async () => {
    const { pacer } = pacerWith();
    await pacer.enter('user');
    await pacer.leave(answer(200, plenty));
    for (let n = 0; n < 3; n += 1) await pacer.enter('user');
    for (let n = 0; n < 3; n += 1) await pacer.leave(answer(429));
    expect(pacer.blockedUntil() - Date.now()).toBe(60_000);
  });

  it('is not given before the day is over once its ration is gone, nor after a restart', async () => {
    const midnight = Date.UTC(2026, 5, 2);
    const { pacer, saved } = pacerWith();
    await pacer.enter('user');
    await pacer.leave(answer(200, { window: 'day', limit: '5000', remaining: '0', reset: String(midnight) }));
    expect(await pacer.enter('user')).toEqual({ ok: false, error: { kind: 'limited', until: midnight } });

    const restarted = pacerWith({ stored: saved.at(-1) ?? null });
    expect(await restarted.pacer.enter('user')).toEqual({ ok: false, error: { kind: 'limited', until: midnight } });
  });

  it('is reckoned by the clock here when the service has another', async () => {
    const { pacer } = pacerWith();
    const hour = 60 * MINUTE;
    const date = new Date(Date.now() + hour).toUTCString();
    await pacer.enter('user');
    await pacer.leave(answer(429, { date, limit: '60', remaining: '0', reset: String(Date.now() + hour + 40_000) }));
    expect(pacer.blockedUntil() - Date.now()).toBe(40_000);
  });
});

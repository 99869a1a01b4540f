/** Time in which nobody really waits, for code that takes it from what is global. */
import { setImmediate } from 'node:timers/promises';

const ROOT = new URL('../../', import.meta.url).href;
const PRODUCT = ['entrypoints/', 'lib/'].map((folder) => `${ROOT}${folder}`);
/** An answer is given up after so long, where the product would wait for more than a second: also on a busy machine. */
export const TIMEOUT_MS = 2_000;
/** Storage in memory, whose turns these are, is far quicker than what the product has patience for. */
const TURNS_OF_A_WAIT = 200;

export interface HurriedTime {
  /** @param ms how far the clock is moved on */
  advance(ms: number): void;
  stop(): void;
}

/** Does the product's own code wait, rather than what it is run with? */
function isProductWaiting(): boolean {
  const [, , , caller = ''] = new Error().stack?.split('\n') ?? [];
  return PRODUCT.some((folder) => caller.includes(folder));
}

export function hurryTime(): HurriedTime {
  const { setTimeout: realSetTimeout, clearTimeout: realClearTimeout } = globalThis;
  const { now: realNow } = Date;
  const { timeout: realTimeout } = AbortSignal;
  const waiting = new Set<unknown>();
  let ahead = 0;
  const now = (): number => realNow() + ahead;

  async function pass(until: number, timer: unknown, callback: () => void): Promise<void> {
    for (let turn = 0; turn < TURNS_OF_A_WAIT; turn += 1) await setImmediate();
    if (!waiting.delete(timer)) return;
    ahead += Math.max(0, until - now());
    callback();
  }

  Object.assign(globalThis, {
    setTimeout: (callback: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) => {
      if (!isProductWaiting()) return realSetTimeout(callback, ms, ...values);
      const timer = {};
      waiting.add(timer);
      void pass(now() + ms, timer, () => callback(...values));
      return timer;
    },
    clearTimeout: (timer: Parameters<typeof clearTimeout>[0]) => {
      if (!waiting.delete(timer)) realClearTimeout(timer);
    },
  });
  Object.assign(Date, { now });
  Object.assign(AbortSignal, { timeout: (ms: number) => realTimeout(ms < 1_000 ? ms : TIMEOUT_MS) });
  return {
    advance: (ms) => {
      ahead += ms;
    },
    stop: () => {
      Object.assign(globalThis, { setTimeout: realSetTimeout, clearTimeout: realClearTimeout });
      Object.assign(Date, { now: realNow });
      Object.assign(AbortSignal, { timeout: realTimeout });
    },
  };
}

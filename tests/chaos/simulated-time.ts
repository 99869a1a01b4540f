import { setImmediate } from 'node:timers/promises';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Whoever waits is there at once, and so it is later for all. */
export const sleepIn =
  ({ clock }: Sandbox) =>
  async (ms: number): Promise<void> => {
    const until = clock.now() + ms;
    await setImmediate();
    clock.advance(Math.max(0, until - clock.now()));
  };

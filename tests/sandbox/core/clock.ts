import type { SandboxClock } from '../contract.ts';

/** The real time, moved ahead by as much as was ordered. */
export class MovableClock implements SandboxClock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** @param ms how far to move on, in milliseconds */
  advance(ms: number): void {
    this.#ahead += ms;
  }
}

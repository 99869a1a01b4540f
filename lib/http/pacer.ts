import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
import { type RateReading, RateWindows } from './rate-windows.ts';

/** A user's click goes before background work. */
export type Urgency = 'user' | 'background';

/** What a restart must know. Times in epoch milliseconds. */
export const pacerStateSchema = z.object({ blockedUntil: z.number(), backOffs: z.number().int() });
export type PacerState = z.infer<typeof pacerStateSchema>;

/** Reads a service's rations off the headers of an answer. */
export type ReadRates = (headers: Headers) => readonly RateReading[];

/** Spreads one service's calls over its rations, as the answers tell them. */
export interface Pacer {
  /** Waits for a turn; fails as limited where that would take long. Every turn is given back by `leave`. */
  enter(urgency: Urgency): Promise<Result<null, Failure>>;
  /** Tells the answer to the call, or null where none came. */
  leave(answer: { readonly status: number; readonly headers: Headers } | null): Promise<void>;
  /** Until when nothing is let through, in epoch milliseconds. */
  blockedUntil(): number;
}

export interface PacerOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly load: () => Promise<PacerState | null>;
  readonly save: (state: PacerState) => Promise<void>;
  readonly readRates: ReadRates;
  /** So many calls may be under way at once. */
  readonly parallel: number;
}

/** A longer wait is not slept through: the worker would not live that long. */
const LONGEST_SLEEP_MS = 20_000;
const BACK_OFF_MS = 60_000;
/** No ration lasts longer than a day. */
const LONGEST_BLOCK_MS = 24 * 60 * 60_000;
const MOST_DOUBLINGS = 6;
/** The Date of an answer is in whole seconds, and the answer was on its way for a while. */
const LARGEST_LAG_MS = 5_000;
const TOO_MANY_REQUESTS = 429;

type Waiter = (turn: Result<null, Failure>) => void;

export function createPacer(options: PacerOptions): Pacer {
  const { now, sleep, readRates, parallel } = options;
  const windows = new RateWindows();
  const queues: Readonly<Record<Urgency, Waiter[]>> = { user: [], background: [] };
  let state: PacerState = { blockedUntil: 0, backOffs: 0 };
  let loaded: Promise<void> | null = null;
  let underWay = 0;
  let wakesAt = Number.POSITIVE_INFINITY;

  const load = (): Promise<void> => {
    loaded ??= options.load().then((stored) => {
      if (stored === null) return;
      // A time that a wrong clock had stored must not keep everything waiting.
      state = { ...stored, blockedUntil: Math.min(stored.blockedUntil, now() + LONGEST_BLOCK_MS) };
    });
    return loaded;
  };

  const next = (): Waiter | undefined => queues.user.shift() ?? queues.background.shift();
  const isAnybodyWaiting = (): boolean => queues.user.length + queues.background.length > 0;

  /** Lets in whoever's turn has come, and sees to it that the others are looked at in time. */
  function letIn(): void {
    while (isAnybodyWaiting() && underWay < parallel) {
      const turnAt = Math.max(state.blockedUntil, windows.nextTurn(now(), underWay));
      const wait = turnAt - now();
      if (wait > LONGEST_SLEEP_MS) {
        // The answers that are still under way may tell better.
        if (underWay === 0) sendAway(turnAt);
        return;
      }
      if (wait > 0) {
        wakeAt(turnAt);
        return;
      }
      underWay += 1;
      windows.start(now());
      next()?.(ok(null));
    }
  }

  function sendAway(until: number): void {
    for (let waiter = next(); waiter !== undefined; waiter = next()) waiter(err({ kind: 'limited', until }));
  }

  function wakeAt(time: number): void {
    if (time >= wakesAt) return;
    wakesAt = time;
    void sleep(time - now()).then(() => {
      if (wakesAt === time) wakesAt = Number.POSITIVE_INFINITY;
      letIn();
    });
  }

  /** By the service's own word, else by a wait that doubles: headers are missing, or say that calls are left. */
  async function holdBack(): Promise<void> {
    const told = windows.usedUpUntil(now());
    if (told !== null) return change({ ...state, blockedUntil: Math.max(told, state.blockedUntil) });
    // Several calls under way are turned away together: that counts once.
    if (now() < state.blockedUntil) return;
    const wait = BACK_OFF_MS * 2 ** Math.min(state.backOffs, MOST_DOUBLINGS);
    return change({ blockedUntil: now() + wait, backOffs: state.backOffs + 1 });
  }

  async function change(changed: PacerState): Promise<void> {
    state = changed;
    await options.save(state);
  }

  /** By the clock here: the service's may be wrong, or ours. */
  function readingsOf(headers: Headers): readonly RateReading[] {
    const ahead = Date.parse(headers.get('date') ?? '') - now();
    const skew = Math.abs(ahead) > LARGEST_LAG_MS ? ahead : 0;
    return readRates(headers).map((reading) => ({ ...reading, resetAt: reading.resetAt - skew }));
  }

  return {
    async enter(urgency) {
      await load();
      return new Promise((resolve) => {
        queues[urgency].push(resolve);
        letIn();
      });
    },

    async leave(answer) {
      underWay -= 1;
      windows.learn(answer === null ? null : readingsOf(answer.headers), now());
      try {
        if (answer?.status === TOO_MANY_REQUESTS) await holdBack();
        else if (answer !== null && state.backOffs > 0) await change({ ...state, backOffs: 0 });
        const dayUsedUp = windows.usedUpUntil(now(), 'day');
        if (dayUsedUp !== null && dayUsedUp > state.blockedUntil) await change({ ...state, blockedUntil: dayUsedUp });
      } finally {
        // Whoever waits is seen to, though what was told find no room in the storage.
        letIn();
      }
    },

    blockedUntil: () => Math.max(state.blockedUntil, now()),
  };
}

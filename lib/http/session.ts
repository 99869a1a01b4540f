import { err, ok, type Result } from '../result.ts';
import type { Failure, HeldBack } from './failure.ts';
import type { TokenProblem, Tokens } from './oauth.ts';

/** One log-in at one service, shared by everybody who calls it. */
export interface Session {
  /** A token that holds; a new one where the old one has run out. */
  accessToken(): Promise<Result<string, Failure>>;
  /** The service turned the token away (401): it is not used again. */
  invalidate(accessToken: string): Promise<void>;
}

export interface SessionOptions {
  readonly load: () => Promise<Tokens | null>;
  /**
   * Puts tokens in the place of those with this access token, whose log-in null forgets; in one step, and only if these
   * are stored still.
   */
  readonly replace: (accessToken: string, tokens: Tokens | null) => Promise<void>;
  /** Runs its task while no other context renews the same tokens (Web Locks). */
  readonly lock: <T>(task: () => Promise<T>) => Promise<T>;
  /** Asks for new tokens. Where there is a refresh token, its success spends it. */
  readonly renew: (tokens: Tokens) => Promise<Result<Tokens, TokenProblem | HeldBack>>;
  /** False when it is plain that nothing can be sent: then no refresh token is risked. */
  readonly isOnline: () => boolean;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const MARGIN_MS = 30_000;
const MARGIN_SHARE = 0.05;

/**
 * After a renewal that brought no answer it is asked again only after a while, in milliseconds: soon where that was the
 * first, since a service gives so many tokens a day, and many may want this one at the same moment. Never so late that
 * who clicks again is told of an answer that was long ago.
 */
const ASK_AGAIN_AFTER_MS = { first: 1_000, later: 10_000 } as const;

/**
 * So long it waits where its token was turned away before the service gives another. Exact does within nine and a half
 * minutes: that is three more questions, below its ration of errors.
 */
const NOT_NOW_LASTS_MS = 200_000;

/** Instead of the time at which it would run out. */
const TURNED_AWAY = 0;

interface Silence {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lastsMs: number;
  readonly failure: Failure;
}

/** A clock that was put back ends it too. */
const isWithin = ({ at, lastsMs }: Silence, now: number): boolean => now >= at && now < at + lastsMs;

/**
 * One refresher for all: take the lock, read the stored token again, renew only if it is still needed, store.
 * A refresh token works once, and nobody but the service knows whether it has: it is kept until the service answers,
 * whatever became of the question or of the worker that asked. Where only the answer was lost the service refuses it the
 * next time: that ends in one log-in by the user, and never in a loop of refusals.
 * What becomes of a log-in is what the service says to its refresh token, whatever the clock here says of its age.
 */
export function createSession(options: SessionOptions): Session {
  const { load, replace, lock, renew, isOnline, now } = options;
  let silence: Silence | null = null;
  /** What was given and found no room in the storage, and the access token whose place it takes. */
  let unstored: { readonly instead: string; readonly tokens: Tokens } | null = null;

  async function renewed(tokens: Tokens): Promise<Result<string, Failure>> {
    if (!isOnline()) return err({ kind: 'noToken', detail: 'offline' });
    if (silence !== null && isWithin(silence, now())) return err(silence.failure);
    const fresh = unstored?.instead === tokens.accessToken ? ok(unstored.tokens) : await renew(tokens);
    silence = fresh.ok ? null : silenceAfter(fresh.error, tokens);
    // New tokens are kept also where the keys have been taken away meanwhile: the old ones are spent.
    if (fresh.ok) await keep(fresh.value, tokens.accessToken);
    else if (fresh.error.kind === 'refused') await replace(tokens.accessToken, null);
    // Asked by a clock that was put forward: the old token holds still.
    else if (isTooEarly(fresh.error, tokens)) await replace(tokens.accessToken, asIfNew(tokens, now()));
    const stored = await load();
    if (stored === null) return err({ kind: 'loginNeeded' });
    // Renewed; or meanwhile the user has logged in anew: that holds.
    if (fresh.ok || stored.accessToken !== tokens.accessToken) return ok(stored.accessToken);
    return isTooEarly(fresh.error, tokens) ? ok(stored.accessToken) : err(failureOf(fresh.error, now()));
  }

  async function keep(tokens: Tokens, instead: string): Promise<void> {
    unstored = { instead, tokens };
    await replace(instead, tokens);
    unstored = null;
  }

  function silenceAfter(problem: TokenProblem | HeldBack, tokens: Tokens): Silence | null {
    const silenceOf = (lastsMs: number) => ({ at: now(), lastsMs, failure: failureOf(problem, now()) });
    if (problem.kind === 'noAnswer') return silenceOf(ASK_AGAIN_AFTER_MS[silence === null ? 'first' : 'later']);
    return problem.kind === 'notNow' && !isTooEarly(problem, tokens) ? silenceOf(NOT_NOW_LASTS_MS) : null;
  }

  return {
    async accessToken() {
      const stored = await load();
      if (stored !== null && isFresh(stored, now())) return ok(stored.accessToken);
      return lock(async () => {
        const tokens = await load();
        if (tokens === null) return err({ kind: 'loginNeeded' });
        return isFresh(tokens, now()) ? ok(tokens.accessToken) : renewed(tokens);
      });
    },
    invalidate: (accessToken) =>
      lock(async () => {
        const tokens = await load();
        // Where it is another one, somebody has seen to it already.
        if (tokens?.accessToken === accessToken) await replace(accessToken, { ...tokens, expiresAt: TURNED_AWAY });
      }),
  };
}

const isTooEarly = ({ kind }: TokenProblem | HeldBack, { expiresAt }: Tokens): boolean =>
  kind === 'notNow' && expiresAt !== TURNED_AWAY;

/** How old they are is known to the service alone, which turns them away once they are too old. */
const asIfNew = (tokens: Tokens, now: number): Tokens => ({
  ...tokens,
  obtainedAt: now,
  expiresAt: now + tokens.expiresAt - tokens.obtainedAt,
});

function failureOf(problem: TokenProblem | HeldBack, now: number): Failure {
  switch (problem.kind) {
    case 'noAnswer':
      return { kind: 'noToken', detail: problem.detail };
    case 'notNow':
      return { kind: 'limited', until: now + NOT_NOW_LASTS_MS };
    case 'heldBack':
      return problem;
    case 'refused':
    case 'wrongKeys':
      return { kind: 'loginNeeded' };
  }
}

/** The margin keeps a token from running out on its way; a short-lived one gets a shorter one. */
function isFresh({ expiresAt, obtainedAt }: Tokens, now: number): boolean {
  const margin = Math.min(MARGIN_MS, (expiresAt - obtainedAt) * MARGIN_SHARE);
  return now < expiresAt - margin;
}

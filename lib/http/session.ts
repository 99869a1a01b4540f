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
  /** Before this time (epoch milliseconds) the service gives no new token. */
  readonly earliestRenewal: (tokens: Tokens) => number;
}

const MARGIN_MS = 30_000;
const MARGIN_SHARE = 0.05;

/**
 * After a renewal that brought no answer it is asked again only after a while, in milliseconds: soon where that was the
 * first, since a service gives so many tokens a day, and many may want this one at the same moment. Never so late that
 * who clicks again is told of an answer that was long ago.
 */
const ASK_AGAIN_AFTER_MS = { first: 1_000, later: 10_000 } as const;

interface Silence {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly lastsMs: number;
  readonly detail: string;
}

/** A clock that was put back ends it too. */
const isWithin = ({ at, lastsMs }: Silence, now: number): boolean => now >= at && now < at + lastsMs;

/**
 * One refresher for all: take the lock, read the stored token again, renew only if it is still needed, store.
 * A refresh token works once, and nobody but the service knows whether it has: it is kept until the service answers,
 * whatever became of the question or of the worker that asked. Where only the answer was lost the service refuses it the
 * next time: that ends in one log-in by the user, and never in a loop of refusals.
 */
export function createSession(options: SessionOptions): Session {
  const { load, replace, lock, renew, isOnline, now, earliestRenewal } = options;
  let silence: Silence | null = null;

  async function renewed(tokens: Tokens): Promise<Result<string, Failure>> {
    if (!isOnline()) return err({ kind: 'noToken', detail: 'offline' });
    if (silence !== null && isWithin(silence, now())) return err({ kind: 'noToken', detail: silence.detail });
    const fresh = await renew(tokens);
    silence = silenceAfter(fresh);
    // New tokens are kept also where the keys have been taken away meanwhile: the old ones are spent.
    if (fresh.ok) await replace(tokens.accessToken, fresh.value);
    else if (fresh.error.kind === 'refused') await replace(tokens.accessToken, null);
    const stored = await load();
    if (stored === null) return err({ kind: 'loginNeeded' });
    // Renewed; or meanwhile the user has logged in anew: that holds.
    if (fresh.ok || stored.accessToken !== tokens.accessToken) return ok(stored.accessToken);
    return err(failureOf(fresh.error));
  }

  function silenceAfter(fresh: Result<Tokens, TokenProblem | HeldBack>): Silence | null {
    if (fresh.ok || fresh.error.kind !== 'noAnswer') return null;
    const lastsMs = ASK_AGAIN_AFTER_MS[silence === null ? 'first' : 'later'];
    return { at: now(), lastsMs, detail: fresh.error.detail };
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
        // Somebody has seen to it already.
        if (tokens?.accessToken !== accessToken) return;
        const isRevoked = now() < earliestRenewal(tokens);
        await replace(accessToken, isRevoked ? null : { ...tokens, expiresAt: 0 });
      }),
  };
}

function failureOf(problem: TokenProblem | HeldBack): Failure {
  switch (problem.kind) {
    case 'noAnswer':
      return { kind: 'noToken', detail: problem.detail };
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

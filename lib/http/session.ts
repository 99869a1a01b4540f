import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
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
  /** Null forgets. */
  readonly save: (tokens: Tokens | null) => Promise<void>;
  /** Runs its task while no other context renews the same tokens (Web Locks). */
  readonly lock: <T>(task: () => Promise<T>) => Promise<T>;
  /** Asks for new tokens. Where there is a refresh token, it is spent by this. */
  readonly renew: (tokens: Tokens) => Promise<Result<Tokens, TokenProblem>>;
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
 * One refresher for all: take the lock, read the stored token again, renew only if it is still needed, store.
 * A refresh token works once, so it is put away as spent before it is sent; should the answer be lost or the
 * worker die, that ends in one log-in by the user and never in a loop of refusals.
 */
export function createSession(options: SessionOptions): Session {
  const { load, save, lock, renew, isOnline, now, earliestRenewal } = options;

  async function renewed(tokens: Tokens): Promise<Result<string, Failure>> {
    if (!isOnline()) return err({ kind: 'noAnswer', detail: 'offline' });
    const isSpent = tokens.refreshToken !== null;
    if (isSpent) await save({ ...tokens, refreshToken: null });
    const fresh = await renew(tokens);
    const stored = await load();
    // Meanwhile the user has logged out, or in anew: that holds.
    if (stored?.accessToken !== tokens.accessToken) {
      return stored === null ? err({ kind: 'loginNeeded' }) : ok(stored.accessToken);
    }
    if (fresh.ok) {
      await save(fresh.value);
      return ok(fresh.value.accessToken);
    }
    if (fresh.error.kind === 'noAnswer' && !isSpent) return err(fresh.error);
    await save(null);
    return err({ kind: 'loginNeeded' });
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
        await save(isRevoked ? null : { ...tokens, expiresAt: 0 });
      }),
  };
}

/** The margin keeps a token from running out on its way; a short-lived one gets a shorter one. */
function isFresh({ expiresAt, obtainedAt }: Tokens, now: number): boolean {
  const margin = Math.min(MARGIN_MS, (expiresAt - obtainedAt) * MARGIN_SHARE);
  return now < expiresAt - margin;
}

import { randomUUID } from 'node:crypto';
import type { SandboxClock } from '../../contract.ts';

const LIFE_S = 600;
/** Of that life, this much must have passed before another token is given: 570 seconds. */
const SHARE_BEFORE_RENEWAL = 0.95;
const CODE_LIFE_MS = 3 * 60_000;
const REFRESH_LIFE_MS = 30 * 24 * 60 * 60_000;

/** A token as it is handed out. */
export interface Issued {
  readonly access_token: string;
  readonly token_type: 'bearer';
  /** Seconds, as a string. */
  readonly expires_in: string;
  readonly refresh_token?: string;
}

export type RenewalProblem = 'unknown' | 'used' | 'tooEarly';

interface RefreshToken {
  /** Epoch milliseconds, as everywhere here. */
  readonly issuedAt: number;
  readonly isUsed: boolean;
}

/** Codes and tokens. Grants do not end one another: each log-in has its own row of refresh tokens. */
export class Grants {
  readonly #clock: SandboxClock;
  /** Seconds. */
  readonly #life: number;
  /** Each with the moment of its end. */
  readonly #codes = new Map<string, number>();
  readonly #accessTokens = new Map<string, number>();
  readonly #refreshTokens = new Map<string, RefreshToken>();

  /** @param speed makes the life of access tokens so many times shorter */
  constructor(clock: SandboxClock, speed: number) {
    this.#clock = clock;
    this.#life = Math.max(1, Math.floor(LIFE_S / speed));
  }

  /** Good for one use within three minutes; it has signs that must be encoded in an address. */
  newCode(): string {
    const code = `stamp01.${randomUUID()}!IAAA+/=`;
    this.#codes.set(code, this.#clock.now() + CODE_LIFE_MS);
    return code;
  }

  /** Uses up the code; null where it is not good. */
  redeem(code: string): Issued | null {
    const until = this.#codes.get(code) ?? 0;
    this.#codes.delete(code);
    return until > this.#clock.now() ? this.#withRefreshToken() : null;
  }

  renew(refreshToken: string): Issued | RenewalProblem {
    const now = this.#clock.now();
    const known = this.#refreshTokens.get(refreshToken);
    if (known === undefined || now >= known.issuedAt + REFRESH_LIFE_MS) return 'unknown';
    if (known.isUsed) return 'used';
    if (now < known.issuedAt + this.#life * 1000 * SHARE_BEFORE_RENEWAL) return 'tooEarly';
    this.#refreshTokens.set(refreshToken, { ...known, isUsed: true });
    return this.#withRefreshToken();
  }

  #withRefreshToken(): Issued {
    const refreshToken = `refresh-${randomUUID()}`;
    this.#refreshTokens.set(refreshToken, { issuedAt: this.#clock.now(), isUsed: false });
    return { ...this.issue(), refresh_token: refreshToken };
  }

  /** An access token alone, as the implicit grant gives. */
  issue(): Issued {
    const token = `access-${randomUUID()}`;
    this.#accessTokens.set(token, this.#clock.now() + this.#life * 1000);
    return { access_token: token, token_type: 'bearer', expires_in: String(this.#life) };
  }

  isGood(accessToken: string): boolean {
    return (this.#accessTokens.get(accessToken) ?? 0) > this.#clock.now();
  }

  revokeAll(): void {
    this.#codes.clear();
    this.#accessTokens.clear();
    this.#refreshTokens.clear();
  }
}

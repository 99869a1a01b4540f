import type { SandboxClock } from '../../contract.ts';
import { newSecret } from '../ids.ts';

const CODE_LIFE = 10 * 60_000;

/** Who a token speaks for, and through which app. */
export interface Holder {
  readonly clientId: string;
  readonly userId: string;
}

export interface AccessToken {
  readonly token: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export interface Tokens {
  issueCode(holder: Holder, redirectUri: string): string;
  /** The holder, or why the code is refused. A code is used up by the first try. */
  takeCode(code: string, clientId: string, redirectUri: string): Holder | Refused;
  /** @param expiresIn Life in seconds. */
  issueAccess(holder: Holder, expiresIn: number): AccessToken;
  holderOf(accessToken: string): Holder | null;
  issueRefresh(holder: Holder): string;
  /** The holder, or why the token is refused. A refresh token is used up by the first use. */
  takeRefresh(refreshToken: string, clientId: string): Holder | Refused;
  /** As when the user removes the integration: nothing that was handed out holds any more. */
  revokeAll(): void;
}

export interface Refused {
  readonly hint: string;
}

export function createTokens(clock: SandboxClock): Tokens {
  const codes = new Map<string, { holder: Holder; redirectUri: string; expiresAt: number }>();
  const access = new Map<string, { holder: Holder; expiresAt: number }>();
  const refresh = new Map<string, Holder>();
  const usedUp = new Set<string>();

  return {
    issueCode: (holder, redirectUri) => {
      const code = newSecret();
      codes.set(code, { holder, redirectUri, expiresAt: clock.now() + CODE_LIFE });
      return code;
    },
    takeCode: (code, clientId, redirectUri) => {
      const issued = codes.get(code);
      if (issued === undefined || issued.holder.clientId !== clientId) return refuseUnknown(code, usedUp, 'code');
      codes.delete(code);
      usedUp.add(code);
      if (issued.redirectUri !== redirectUri) return { hint: 'Invalid redirect URI' };
      if (issued.expiresAt <= clock.now()) return { hint: 'Authorization code has expired' };
      return issued.holder;
    },
    issueAccess: (holder, expiresIn) => {
      const token = newSecret();
      access.set(token, { holder, expiresAt: clock.now() + expiresIn * 1000 });
      return { token, expiresIn };
    },
    holderOf: (token) => {
      const issued = access.get(token);
      return issued !== undefined && clock.now() < issued.expiresAt ? issued.holder : null;
    },
    issueRefresh: (holder) => {
      const token = newSecret();
      refresh.set(token, holder);
      return token;
    },
    takeRefresh: (token, clientId) => {
      const holder = refresh.get(token);
      if (holder === undefined || holder.clientId !== clientId) return refuseUnknown(token, usedUp, 'token');
      refresh.delete(token);
      usedUp.add(token);
      return holder;
    },
    revokeAll: () => {
      for (const token of [...codes.keys(), ...refresh.keys()]) usedUp.add(token);
      codes.clear();
      access.clear();
      refresh.clear();
    },
  };
}

function refuseUnknown(secret: string, usedUp: ReadonlySet<string>, kind: 'code' | 'token'): Refused {
  if (!usedUp.has(secret)) return { hint: kind === 'code' ? 'Cannot decrypt the code' : 'Cannot decrypt the token' };
  return { hint: kind === 'code' ? 'Authorization code has been revoked' : 'Token has been revoked' };
}

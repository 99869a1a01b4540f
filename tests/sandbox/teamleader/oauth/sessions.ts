import type { Business, BusinessUser } from '../../business/business.ts';
import type { SandboxRequest } from '../../contract.ts';
import { newSecret } from '../ids.ts';

const COOKIE = 'focus_session';

/** The browser sessions of the web app. */
export interface Sessions {
  /** The `set-cookie` value of a new session, or null if address and password do not belong together. */
  signIn(email: string, password: string): string | null;
  userOf(request: SandboxRequest): BusinessUser | null;
  end(request: SandboxRequest): void;
  endAll(): void;
}

export function createSessions(business: Business): Sessions {
  const sessions = new Map<string, BusinessUser>();
  return {
    signIn: (email, password) => {
      const user = business.users.teamleader;
      if (email.trim().toLowerCase() !== user.email.toLowerCase() || password !== user.password) return null;
      const id = newSecret();
      sessions.set(id, user);
      return `${COOKIE}=${id}; Path=/; Secure; HttpOnly; SameSite=Lax`;
    },
    userOf: (request) => sessions.get(sessionId(request)) ?? null,
    end: (request) => {
      sessions.delete(sessionId(request));
    },
    endAll: () => sessions.clear(),
  };
}

function sessionId({ headers }: SandboxRequest): string {
  const cookies = (headers['cookie'] ?? '').split(';').map((cookie) => cookie.trim().split('='));
  return cookies.find(([name]) => name === COOKIE)?.[1] ?? '';
}

import { randomUUID } from 'node:crypto';
import type { BusinessUser } from '../../business/business.ts';
import type { SandboxAnswer, SandboxRequest } from '../../contract.ts';
import { loginPage } from './pages.ts';

/** Lets the one user in whom Exact knows, and keeps everybody else out. */
export interface Door {
  readonly user: BusinessUser;
  /**
   * The page or redirect that a browser gets instead of what it asked for, or null when its user is logged in.
   * @param again asks for the password even then
   */
  stop(request: SandboxRequest, again?: boolean): SandboxAnswer | null;
  /** Every session ends. */
  signOut(): void;
}

const COOKIE = 'exact_session';

/** @param home the host of the user's country: he is not known at the others */
export function createDoor(user: BusinessUser, home: string): Door {
  const sessions = new Set<string>();

  function signIn(request: SandboxRequest, form: URLSearchParams): SandboxAnswer {
    const name = form.get('UserName') ?? '';
    if (request.url.hostname !== home) {
      return loginPage({ user, name, problem: `This user is not known here. Log in at ${home}.` });
    }
    if (name !== user.email || form.get('Password') !== user.password) {
      return loginPage({ user, name, problem: 'The user name or the password is not correct.' });
    }
    const session = randomUUID();
    sessions.add(session);
    const back = new URL(request.url);
    back.searchParams.delete('force_login');
    return redirect(`${back.pathname}${back.search}`, {
      'Set-Cookie': `${COOKIE}=${session}; Path=/; Secure; HttpOnly; SameSite=Lax`,
    });
  }

  return {
    user,
    stop: (request, again = false) => {
      const form = new URLSearchParams(request.method === 'POST' ? request.body : '');
      if (form.has('UserName')) return signIn(request, form);
      const session = sessionIn(request);
      const isSignedIn = session !== undefined && sessions.has(session) && !again;
      return isSignedIn ? null : loginPage({ user, name: '', problem: null });
    },
    signOut: () => sessions.clear(),
  };
}

const sessionIn = ({ headers }: SandboxRequest): string | undefined =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(headers['cookie'] ?? '')?.[1];

export const redirect = (to: string, headers: Readonly<Record<string, string>> = {}): SandboxAnswer => ({
  status: 302,
  headers: { Location: to, 'Cache-Control': 'no-store', ...headers },
});

import { createExact, EXACT_HEADERS } from '../../lib/exact/client.ts';
import { exactErrorText } from '../../lib/exact/odata.ts';
import type { Failure } from '../../lib/http/failure.ts';
import type { TokenProblem, Tokens } from '../../lib/http/oauth.ts';
import type { Pacer } from '../../lib/http/pacer.ts';
import { createRequester, type Requester } from '../../lib/http/request.ts';
import type { Service } from '../../lib/outcome.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import type { Settings, User } from '../../lib/store/settings.ts';
import { createTeamleader, TEAMLEADER_HEADERS } from '../../lib/teamleader/client.ts';
import { teamleaderErrorText } from '../../lib/teamleader/error-text.ts';

/** Whose token it is: asked with the token itself, before anybody works with it. */
export async function identify(
  service: Service,
  accessToken: string,
  region: Settings['region'],
): Promise<Result<User, Failure>> {
  const me =
    service === 'teamleader'
      ? await createTeamleader(requesterWith(accessToken, TEAMLEADER_HEADERS, teamleaderErrorText)).me()
      : await createExact(requesterWith(accessToken, EXACT_HEADERS, exactErrorText), region).me();
  return me.ok ? ok({ id: me.value.id, name: me.value.name }) : me;
}

/**
 * Without a secret, a token is renewed for whoever is logged in at the service in this browser by then: one of somebody
 * else is not taken over in silence.
 */
export async function ofSameUser(
  fresh: Tokens,
  user: User | null,
  whose: (accessToken: string) => Promise<Result<User, Failure>>,
): Promise<Result<Tokens, TokenProblem>> {
  if (user === null || user.id === null) return ok(fresh);
  const found = await whose(fresh.accessToken);
  if (!found.ok) return err({ kind: 'noAnswer', detail: found.error.kind });
  return found.value.id === user.id ? ok(fresh) : err({ kind: 'refused', text: 'another user' });
}

/** One call, made while others wait for its outcome: it takes no turn among them. */
const AT_ONCE: Pacer = {
  enter: async () => ok(null),
  leave: async () => undefined,
  blockedUntil: Date.now,
};

const requesterWith = (
  accessToken: string,
  headers: Readonly<Record<string, string>>,
  errorText: (body: string) => string,
): Requester =>
  createRequester({
    fetch: (...request) => fetch(...request),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    session: { accessToken: async () => ok(accessToken), invalidate: async () => undefined },
    pacer: AT_ONCE,
    headers,
    errorText,
  });

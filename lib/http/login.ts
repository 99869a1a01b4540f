import type { KeyVerdict } from '../key-verdict.ts';
import type { LoginProblem } from '../messages.ts';
import { err, ok, type Result } from '../result.ts';
import type { Failure, HeldBack } from './failure.ts';
import { testKeys } from './key-test.ts';
import {
  authorizeUrl,
  exchange,
  type Grant,
  readRedirect,
  refresh,
  type TokenClient,
  type TokenProblem,
  type Tokens,
  tokensOfGrant,
} from './oauth.ts';
import { type RefusalGuard, TRIES_OF_KEYS } from './refusals.ts';

/** The user's own app at a service. Without a secret the implicit grant is used. */
export interface LoginKeys {
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** Where a service logs its users in. */
export interface LoginEndpoints {
  readonly authorize: string;
  readonly token: string;
}

export interface LoginTools {
  readonly fetch: typeof fetch;
  /** Opens the log-in page, visibly only if `interactive`, and gives the address that it leads back to. */
  readonly openLogin: (url: string, interactive: boolean) => Promise<Result<string, LoginProblem>>;
  readonly redirectUri: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A text that nobody can guess. */
  readonly randomState: () => string;
  /** Where the service rations them: renewals, log-ins and tests of keys are kept below that. */
  readonly refusals?: RefusalGuard | undefined;
}

export interface Login {
  /** Lets the user log in. */
  logIn(keys: LoginKeys): Promise<Result<Tokens, LoginProblem | HeldBack>>;
  /** Gets new tokens without the user: by the refresh token, else by his session at the service. */
  renew(keys: LoginKeys, tokens: Tokens): Promise<Result<Tokens, TokenProblem | HeldBack>>;
  /** Which of the keys is wrong, as far as the service tells without a log-in. */
  test(keys: LoginKeys): Promise<Result<KeyVerdict, Failure>>;
}

export function createLogin({ authorize, token }: LoginEndpoints, tools: LoginTools): Login {
  const { fetch, openLogin, redirectUri, now, randomState, refusals } = tools;

  async function askForGrant(
    clientId: string,
    responseType: 'code' | 'token',
    interactive: boolean,
  ): Promise<Result<Grant, LoginProblem>> {
    const state = randomState();
    const url = authorizeUrl({ endpoint: authorize, clientId, redirectUri, state, responseType });
    const redirect = await openLogin(url, interactive);
    return redirect.ok ? readRedirect(redirect.value, state) : redirect;
  }

  async function implicit(clientId: string, interactive: boolean): Promise<Result<Tokens, LoginProblem>> {
    const grant = await askForGrant(clientId, 'token', interactive);
    if (!grant.ok) return grant;
    return grant.value.type === 'token' ? ok(tokensOfGrant(grant.value, now())) : err(WRONG_GRANT);
  }

  async function byCode(client: TokenClient): Promise<Result<Tokens, LoginProblem | HeldBack>> {
    // Whoever has tested keys as often as he may can log in with them all the same.
    const allowed = (await refusals?.check(TRIES_OF_KEYS, 1)) ?? ok(null);
    if (!allowed.ok) return allowed;
    const grant = await askForGrant(client.clientId, 'code', true);
    if (!grant.ok) return grant;
    if (grant.value.type !== 'code') return err(WRONG_GRANT);
    const tokens = await exchange(client, grant.value.code, redirectUri, async () => refusals?.note(TRIES_OF_KEYS));
    return tokens.ok ? tokens : err(loginProblemOf(tokens.error));
  }

  const clientOf = (clientId: string, clientSecret: string): TokenClient => ({
    fetch,
    endpoint: token,
    clientId,
    clientSecret,
    now,
  });

  return {
    logIn: ({ clientId, clientSecret }) =>
      clientSecret === null ? implicit(clientId, true) : byCode(clientOf(clientId, clientSecret)),

    async renew({ clientId, clientSecret }, { refreshToken }) {
      if (clientSecret === null) {
        const tokens = await implicit(clientId, false);
        return tokens.ok ? tokens : err(tokenProblemOf(tokens.error));
      }
      if (refreshToken === null) return err({ kind: 'refused', text: 'no refresh token is left' });
      return refresh(clientOf(clientId, clientSecret), refreshToken, refusals);
    },

    test: (keys) => testKeys({ ...keys, fetch, authorize, token, redirectUri, now, refusals }),
  };
}

const WRONG_GRANT: LoginProblem = { type: 'loginPageFailed', text: 'grant' };

const loginProblemOf = (problem: TokenProblem): LoginProblem =>
  'detail' in problem ? { type: 'loginPageFailed', text: problem.detail } : { type: 'wrongKeys', text: problem.text };

/** A page that did not open says nothing of the log-in; whatever else went wrong needs the user. */
const tokenProblemOf = (problem: LoginProblem): TokenProblem =>
  problem.type === 'loginPageFailed'
    ? { kind: 'noAnswer', detail: problem.text }
    : { kind: 'refused', text: problem.type };

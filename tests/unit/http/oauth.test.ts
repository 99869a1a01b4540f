import { describe, expect, it } from 'vitest';
import { createLogin, type LoginTools } from '../../../lib/http/login.ts';
import { authorizeUrl, exchange, readRedirect, refresh, type TokenClient } from '../../../lib/http/oauth.ts';
import { createRefusalGuard, type Refusals } from '../../../lib/http/refusals.ts';
import { err, ok } from '../../../lib/result.ts';

const REDIRECT = 'https://abc.chromiumapp.org/service';
const NOW = Date.UTC(2026, 5, 1, 12);

describe('the address of the log-in page', () => {
  it('carries what the service asks for', () => {
    const url = new URL(
      authorizeUrl({
        endpoint: 'https://login.example/auth',
        clientId: 'id & co',
        redirectUri: REDIRECT,
        state: 's+1',
        responseType: 'code',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://login.example/auth');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'id & co',
      redirect_uri: REDIRECT,
      response_type: 'code',
      state: 's+1',
    });
  });
});

describe('the way back', () => {
  it.each([
    ['?code=a%2Fb&state=mine', ok({ type: 'code', code: 'a/b' })],
    [
      '#token_type=Bearer&expires_in=900&access_token=T&state=mine',
      ok({ type: 'token', accessToken: 'T', expiresInSeconds: 900 }),
    ],
    ['?error=access_denied', err({ type: 'loginRefused' })],
    ['#error=access_denied&state=mine', err({ type: 'loginRefused' })],
    ['?error=invalid_client&error_description=Unknown+client', err({ type: 'wrongKeys', text: 'Unknown client' })],
    ['?error=temporarily_unavailable&state=mine', err({ type: 'loginPageFailed', text: 'temporarily_unavailable' })],
    ['#error=server_error&state=mine', err({ type: 'loginPageFailed', text: 'server_error' })],
    ['?code=a&state=another', err({ type: 'loginPageFailed', text: 'state' })],
    ['?code=a', err({ type: 'loginPageFailed', text: 'state' })],
    ['#access_token=T&state=mine', err({ type: 'loginPageFailed', text: 'token' })],
  ])('%s', (tail, expected) => {
    expect(readRedirect(`${REDIRECT}${tail}`, 'mine')).toEqual(expected);
  });
});

type Answer = { readonly status: number; readonly body: string };

function tokenEndpoint(answer: Answer | 'cut') {
  const asked: Record<string, string>[] = [];
  const fetch: typeof globalThis.fetch = async (_url, init) => {
    asked.push(Object.fromEntries(new URLSearchParams(String(init?.body))));
    if (answer === 'cut') throw new TypeError('Failed to fetch');
    return new Response(answer.body, { status: answer.status });
  };
  const client: TokenClient = {
    fetch,
    endpoint: 'https://login.example/token',
    clientId: 'id',
    clientSecret: 'secret',
    now: () => NOW,
  };
  return { client, asked };
}

describe('tokens', () => {
  const body = '{"access_token":"A","token_type":"Bearer","expires_in":"600","refresh_token":"R"}';

  it('are given for a code', async () => {
    const { client, asked } = tokenEndpoint({ status: 200, body });
    expect(await exchange(client, 'code', REDIRECT)).toEqual(
      ok({ accessToken: 'A', refreshToken: 'R', obtainedAt: NOW, expiresAt: NOW + 600_000 }),
    );
    expect(asked).toEqual([
      {
        grant_type: 'authorization_code',
        code: 'code',
        redirect_uri: REDIRECT,
        client_id: 'id',
        client_secret: 'secret',
      },
    ]);
  });

  it('are given for a refresh token', async () => {
    const { client, asked } = tokenEndpoint({ status: 200, body: body.replace('"600"', '3600') });
    expect(await refresh(client, 'R')).toEqual(
      ok({ accessToken: 'A', refreshToken: 'R', obtainedAt: NOW, expiresAt: NOW + 3_600_000 }),
    );
    expect(asked).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'R', client_id: 'id', client_secret: 'secret' },
    ]);
  });

  it.each<[string, Answer | 'cut', unknown]>([
    [
      'refused in the form of OAuth',
      { status: 400, body: '{"error":"invalid_grant","error_description":"Old refresh token used."}' },
      { kind: 'refused', text: 'Old refresh token used.', code: 'invalid_grant' },
    ],
    [
      'refused with a list of errors',
      { status: 401, body: '{"errors":[{"title":"Invalid token","meta":{}}]}' },
      { kind: 'refused', text: 'Invalid token', code: 'Invalid token' },
    ],
    [
      'refused in words that repeat what was sent',
      { status: 400, body: '{"error":"no R for secret"}' },
      { kind: 'refused', text: 'no … for …', code: 'no … for …' },
    ],
    [
      'refused to the app in the form of OAuth',
      { status: 400, body: '{"error":"invalid_client","error_description":"Client authentication failed."}' },
      { kind: 'wrongKeys', text: 'Client authentication failed.', code: 'invalid_client' },
    ],
    [
      'refused to the app with a list of errors',
      { status: 401, body: '{"errors":[{"title":"Client authentication failed"}]}' },
      { kind: 'wrongKeys', text: 'Client authentication failed', code: 'Client authentication failed' },
    ],
    ['refused in no form', { status: 400, body: '<html>' }, { kind: 'refused', text: '400', code: '400' }],
    ['turned away by whoever stands between', { status: 403, body: '<html>' }, { kind: 'noAnswer', detail: '403' }],
    ['not in time', { status: 408, body: '' }, { kind: 'noAnswer', detail: '408' }],
    [
      'asked for too early',
      {
        status: 400,
        body: '{"error":"access_denied","error_description":"rate limit exceeded: access_token not expired"}',
      },
      { kind: 'notNow', detail: 'rate limit exceeded: access_token not expired' },
    ],
    ['too many calls', { status: 429, body: '' }, { kind: 'noAnswer', detail: '429' }],
    [
      'too many calls, in the form of OAuth',
      { status: 429, body: '{"error":"quota_exceeded","error_description":"Try again in 30 seconds."}' },
      { kind: 'noAnswer', detail: '429' },
    ],
    [
      'too many calls, with a list of errors',
      { status: 429, body: '{"errors":[{"title":"Slow down"}]}' },
      { kind: 'noAnswer', detail: '429' },
    ],
    ['not allowed', { status: 403, body: '{"error":"Forbidden"}' }, { kind: 'noAnswer', detail: '403' }],
    ['not found', { status: 404, body: '{"error":"Not Found"}' }, { kind: 'noAnswer', detail: '404' }],
    ['the service is down', { status: 503, body: '' }, { kind: 'noAnswer', detail: '503' }],
    ['not understood', { status: 200, body: '{}' }, { kind: 'noAnswer', detail: '200' }],
    ['cut', 'cut', { kind: 'noAnswer', detail: 'TypeError' }],
  ])('are not given: %s', async (_name, answer, problem) => {
    expect(await refresh(tokenEndpoint(answer).client, 'R')).toEqual(err(problem));
  });
});

describe('a log-in', () => {
  const endpoints = { authorize: 'https://login.example/auth', token: 'https://login.example/token' };
  const keys = { clientId: 'id', clientSecret: null };

  function tools(change: Partial<LoginTools>) {
    const opened: { url: URL; interactive: boolean }[] = [];
    const all: LoginTools = {
      fetch: async () => new Response('{"access_token":"A","expires_in":600,"refresh_token":"R"}'),
      openLogin: async (url, interactive) => {
        const asked = new URL(url);
        opened.push({ url: asked, interactive });
        const state = asked.searchParams.get('state');
        return asked.searchParams.get('response_type') === 'code'
          ? ok(`${REDIRECT}?code=C&state=${state}`)
          : ok(`${REDIRECT}#access_token=T&expires_in=900&state=${state}`);
      },
      redirectUri: REDIRECT,
      now: () => NOW,
      randomState: () => 'random',
      ...change,
    };
    return { login: createLogin(endpoints, all), opened };
  }

  const implicitTokens = { accessToken: 'T', refreshToken: null, obtainedAt: NOW, expiresAt: NOW + 900_000 };

  it('takes the implicit grant without a secret, and renews it without the user', async () => {
    const { login, opened } = tools({});
    expect(await login.logIn(keys)).toEqual(ok(implicitTokens));
    expect(await login.renew(keys, implicitTokens)).toEqual(ok(implicitTokens));
    expect(opened.map(({ url, interactive }) => [url.searchParams.get('response_type'), interactive])).toEqual([
      ['token', true],
      ['token', false],
    ]);
  });

  it('takes the code grant with a secret, and renews it by the refresh token', async () => {
    const { login, opened } = tools({});
    const withSecret = { clientId: 'id', clientSecret: 'secret' };
    const tokens = await login.logIn(withSecret);
    expect(tokens).toEqual(ok({ accessToken: 'A', refreshToken: 'R', obtainedAt: NOW, expiresAt: NOW + 600_000 }));
    if (tokens.ok) expect(await login.renew(withSecret, tokens.value)).toEqual(tokens);
    expect(opened).toHaveLength(1);
  });

  it('asks for the user once its refresh token is spent', async () => {
    const { login } = tools({});
    const renewed = await login.renew(
      { clientId: 'id', clientSecret: 'secret' },
      { ...implicitTokens, refreshToken: null },
    );
    expect(renewed.ok ? null : renewed.error.kind).toBe('refused');
  });

  it('is not renewed once the ration of refusals is used up, whatever they were, until an hour has passed', async () => {
    const answers = [400, 429, 503, 403, 401];
    const kept: { now: number; asked: number[]; refusals: Refusals } = { now: NOW, asked: [], refusals: {} };
    /** In a worker that knows only what is stored. */
    const renew = () => {
      const refusals = createRefusalGuard({
        now: () => kept.now,
        load: async () => kept.refusals,
        save: async (saved) => {
          kept.refusals = saved;
        },
      });
      const fetch = async () => {
        const status = answers[kept.asked.length] ?? 400;
        kept.asked.push(status);
        return new Response('{"error":"invalid_grant"}', { status });
      };
      const { login } = tools({ fetch, refusals });
      return login.renew({ clientId: 'id', clientSecret: 'secret' }, { ...implicitTokens, refreshToken: 'R' });
    };
    for (const status of answers) {
      expect(await renew()).toMatchObject({ error: { kind: status < 402 ? 'refused' : 'noAnswer' } });
      kept.now += 1_000;
    }
    expect(await renew()).toEqual(err({ kind: 'heldBack', errors: 4, until: NOW + 60 * 60_000 }));
    expect(kept.asked).toEqual(answers);
    kept.now = NOW + 60 * 60_000;
    expect(await renew()).toMatchObject({ error: { kind: 'refused' } });
  });

  it('is not fooled by a redirect of another log-in', async () => {
    const { login } = tools({ openLogin: async () => ok(`${REDIRECT}#access_token=T&expires_in=900&state=other`) });
    expect(await login.logIn(keys)).toEqual(err({ type: 'loginPageFailed', text: 'state' }));
  });

  it('is kept where the log-in page cannot renew it just now', async () => {
    const { login } = tools({ openLogin: async () => ok(`${REDIRECT}#error=temporarily_unavailable&state=random`) });
    expect(await login.renew(keys, implicitTokens)).toEqual(
      err({ kind: 'noAnswer', detail: 'temporarily_unavailable' }),
    );
  });

  it('tells a page that does not open from one that wants the user', async () => {
    const failed = tools({ openLogin: async () => err({ type: 'loginPageFailed', text: 'no network' }) });
    expect(await failed.login.renew(keys, implicitTokens)).toEqual(err({ kind: 'noAnswer', detail: 'no network' }));
    const cancelled = tools({ openLogin: async () => err({ type: 'loginCancelled' }) });
    expect(await cancelled.login.renew(keys, implicitTokens)).toEqual(err({ kind: 'refused', text: 'loginCancelled' }));
  });

  it('tells wrong keys by the words of the service', async () => {
    const { login } = tools({
      fetch: async () => new Response('{"error":"invalid_client"}', { status: 401 }),
    });
    expect(await login.logIn({ clientId: 'id', clientSecret: 'wrong' })).toEqual(
      err({ type: 'wrongKeys', text: 'invalid_client' }),
    );
  });
});

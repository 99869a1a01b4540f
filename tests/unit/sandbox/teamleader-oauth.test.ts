import { describe, expect, onTestFinished, test } from 'vitest';
import { TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import {
  API,
  authorizeAddress,
  fragmentOf,
  locationOf,
  logIn,
  postForm,
  readAnswer,
  WEB,
  type World,
  worldForTest,
} from './teamleader-world.ts';

const app = { client_id: TEAMLEADER_APP.clientId, client_secret: TEAMLEADER_APP.clientSecret };

async function codeFrom({ page }: World): Promise<string> {
  return new URL(locationOf(await page(authorizeAddress('code')))).searchParams.get('code') ?? '';
}

async function exchange({ fetch }: World, fields: Record<string, string>) {
  const answer = await postForm(fetch, '/oauth2/access_token', { ...app, ...fields });
  const body: Record<string, unknown> = JSON.parse(await answer.text());
  return { status: answer.status, body };
}

const codeGrant = (code: string) => ({
  grant_type: 'authorization_code',
  code,
  redirect_uri: TEAMLEADER_APP.redirectUri,
});
const refreshGrant = (token: unknown) => ({ grant_type: 'refresh_token', refresh_token: String(token) });

describe('authorize', () => {
  test('asks who has no session to log in, and leads back', async () => {
    const world = await worldForTest();
    const address = authorizeAddress('code');
    const answer = await world.fetch(`${WEB}${address}`, { redirect: 'manual' });
    const logInAddress = new URL(locationOf(answer), WEB);
    expect(logInAddress.pathname).toBe('/login');
    expect(logInAddress.searchParams.get('return')).toBe(address);

    const form = await (await world.fetch(logInAddress)).text();
    expect(form).toContain('name="email"');
    expect(form).toContain('name="password"');
    const { email, password } = world.business.users.teamleader;
    const loggedIn = await postForm(world.fetch, '/login', { email, password, return: address });
    expect(locationOf(loggedIn)).toBe(address);
    expect(loggedIn.headers.get('set-cookie')).toMatch(/; Secure/);
  });

  test('shows the form again for a wrong password, without a cookie', async () => {
    const world = await worldForTest();
    const { email } = world.business.users.teamleader;
    const answer = await postForm(world.fetch, '/login', { email, password: 'wrong', return: '/' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.text()).toContain('role="alert"');
  });

  test('goes back to nowhere but this host', async () => {
    const world = await worldForTest();
    const { email, password } = world.business.users.teamleader;
    for (const elsewhere of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      const answer = await postForm(world.fetch, '/login', { email, password, return: elsewhere });
      expect(locationOf(answer)).toBe('/');
    }
  });

  test('asks for consent until it is given, then answers at once', async () => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const cookie = await logIn(sandbox);
    const ask = () => sandbox.fetch(`${WEB}${authorizeAddress('token')}`, { headers: { cookie }, redirect: 'manual' });
    const decide = (decision: string) => postForm(sandbox.fetch, authorizeAddress('code'), { decision }, { cookie });

    expect(await (await ask()).text()).toContain('value="allow"');
    const refused = `${TEAMLEADER_APP.redirectUri}?error=access_denied&state=the-state`;
    expect(locationOf(await decide('deny'))).toBe(refused);
    expect((await ask()).status).toBe(200);
    expect(locationOf(await decide('allow'))).toMatch(/\?code=[\w-]+&state=the-state$/);
    expect(locationOf(await ask())).toMatch(/#token_type=Bearer&/);
  });

  test('asks for a log-in again when the session has ended', async () => {
    const world = await worldForTest();
    world.teamleader.signOut();
    expect(locationOf(await world.page(authorizeAddress('token')))).toMatch(/^\/login/);
    const cookie = await logIn(world);
    const answer = await world.fetch(`${WEB}${authorizeAddress('token')}`, { headers: { cookie }, redirect: 'manual' });
    expect(fragmentOf(answer).get('access_token')).not.toBeNull();
  });

  test.each([
    ['client', { client_id: 'unknown' }],
    ['redirect address', { redirect_uri: 'https://elsewhere.example/' }],
    ['response type', { response_type: 'id_token' }],
  ])('shows an error page for an unknown %s, and redirects nowhere', async (_, changes) => {
    const world = await worldForTest();
    const answer = await world.page(authorizeAddress('code', changes));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });
});

describe('the implicit grant', () => {
  test.each([
    [1, '900'],
    [20, '45'],
    [100, '20'],
  ])('at speed %d announces %s seconds in the fragment', async (speed, expiresIn) => {
    const world = await worldForTest({ speed });
    const answer = await world.page(authorizeAddress('token'));
    const fragment = fragmentOf(answer);
    expect([...fragment.keys()].sort()).toEqual(['access_token', 'expires_in', 'state', 'token_type']);
    expect(fragment.get('expires_in')).toBe(expiresIn);
    expect(fragment.get('state')).toBe('the-state');
    expect(new URL(locationOf(answer)).search).toBe('');
  });

  test('gives a token that ends when it was announced to', async () => {
    const world = await worldForTest();
    world.clock.advance(890_000);
    expect((await world.call('users.me')).status).toBe(200);
    world.clock.advance(11_000);
    expect((await world.call('users.me')).status).toBe(401);
  });
});

describe('the code grant', () => {
  test('gives a pair for a code, by form and by JSON', async () => {
    const world = await worldForTest({ speed: 20 });
    const { status, body } = await exchange(world, codeGrant(await codeFrom(world)));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'refresh_token', 'token_type']);
    expect(body['expires_in']).toBe(180);

    const byJson = await world.fetch(`${WEB}/oauth2/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...app, ...refreshGrant(body['refresh_token']) }),
    });
    expect(byJson.status).toBe(200);
  });

  test('takes a code once, and within ten minutes', async () => {
    const world = await worldForTest();
    const code = await codeFrom(world);
    expect((await exchange(world, codeGrant(code))).status).toBe(200);
    const again = await exchange(world, codeGrant(code));
    expect(again).toMatchObject({
      status: 400,
      body: { errors: [{ title: 'invalid_grant', meta: { hint: 'Authorization code has been revoked' } }] },
    });
    const late = await codeFrom(world);
    world.clock.advance(600_000);
    expect(await exchange(world, codeGrant(late))).toMatchObject({
      status: 400,
      body: { errors: [{ meta: { hint: 'Authorization code has expired' } }] },
    });
  });

  test('refuses a wrong secret, another redirect address and a missing field', async () => {
    const world = await worldForTest();
    const code = await codeFrom(world);
    expect((await exchange(world, { ...codeGrant(code), client_secret: 'wrong' })).status).toBe(401);
    expect((await exchange(world, { ...codeGrant(code), redirect_uri: 'https://elsewhere.example' })).status).toBe(400);
    expect(await exchange(world, { grant_type: 'authorization_code' })).toMatchObject({
      status: 400,
      body: { errors: [{ meta: { hint: 'Check the `code` parameter' } }] },
    });
  });

  test('takes a refresh token once; it has no end in time', async () => {
    const world = await worldForTest();
    const first = await exchange(world, codeGrant(await codeFrom(world)));
    world.clock.advance(400 * 86_400_000);
    const second = await exchange(world, refreshGrant(first.body['refresh_token']));
    expect(second.status).toBe(200);
    expect(second.body['refresh_token']).not.toBe(first.body['refresh_token']);
    expect(await exchange(world, refreshGrant(first.body['refresh_token']))).toMatchObject({
      status: 400,
      body: { errors: [{ meta: { hint: 'Token has been revoked' } }] },
    });
    expect((await exchange(world, refreshGrant(second.body['refresh_token']))).status).toBe(200);
  });

  test('ends every token when they are revoked', async () => {
    const world = await worldForTest();
    const { body } = await exchange(world, codeGrant(await codeFrom(world)));
    world.teamleader.revokeTokens();
    expect((await world.call('users.me')).status).toBe(401);
    expect((await exchange(world, refreshGrant(body['refresh_token']))).status).toBe(400);
  });
});

test('a call without a token that holds gets 401 in the error envelope, never a redirect', async () => {
  const world = await worldForTest();
  for (const headers of [{}, { authorization: 'Bearer nonsense' }]) {
    const answer = await world.fetch(`${API}/users.me`, { method: 'POST', headers, redirect: 'manual' });
    expect(answer.status).toBe(401);
    expect((await readAnswer(answer)).errors).toEqual([{ title: 'Unauthorized', status: 401 }]);
  }
});

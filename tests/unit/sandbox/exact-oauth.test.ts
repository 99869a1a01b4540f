import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import {
  type Answer,
  authorizeAddress,
  beginWindow,
  browserOf,
  DAY_MS,
  fragmentOf,
  homeHost,
  readAnswer,
} from './exact-world.ts';

let sandbox: Sandbox;
let logIn: (address: string) => Promise<URL>;

async function start(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startSandbox(options);
  logIn = browserOf(sandbox);
}

beforeEach(() => start());
afterEach(() => sandbox.close());

async function restart(options: SandboxOptions): Promise<void> {
  await sandbox.close();
  await start(options);
}

const APP = { client_id: EXACT_APP.clientId, client_secret: EXACT_APP.clientSecret };
const tokenAddress = () => `https://${homeHost(sandbox)}/api/oauth2/token`;

async function askToken(fields: Readonly<Record<string, string>>): Promise<Answer> {
  return readAnswer(
    await sandbox.fetch(tokenAddress(), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...APP, ...fields }),
    }),
  );
}

const newCode = async (): Promise<string> =>
  (await logIn(authorizeAddress(homeHost(sandbox), 'code'))).searchParams.get('code') ?? '';
const redeem = (code: string, changes: Readonly<Record<string, string>> = {}) =>
  askToken({ grant_type: 'authorization_code', code, redirect_uri: EXACT_APP.redirectUri, ...changes });
const renew = (token: string) => askToken({ grant_type: 'refresh_token', refresh_token: token });

function tokensIn(answer: Answer): { readonly access: string; readonly refresh: string } {
  expect(answer).toMatchObject({ status: 200, json: { access_token: expect.any(String), token_type: 'bearer' } });
  const json: Record<string, string> = JSON.parse(answer.text);
  return { access: json['access_token'] ?? '', refresh: json['refresh_token'] ?? '' };
}

async function statusOfMe(token: string): Promise<number> {
  const answer = await sandbox.fetch(`https://${homeHost(sandbox)}/api/v1/current/Me`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
  });
  return answer.status;
}

/** Gets or posts to the authorize address as a browser does, without following where it leads. */
async function authorize(
  changes: Readonly<Record<string, string>> = {},
  form: Readonly<Record<string, string>> | null = null,
  cookie = '',
  host = homeHost(sandbox),
): Promise<Response> {
  return sandbox.fetch(authorizeAddress(host, 'code', changes), {
    redirect: 'manual',
    method: form === null ? 'GET' : 'POST',
    headers: { cookie, ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(form === null ? {} : { body: new URLSearchParams(form) }),
  });
}

const credentials = () => ({
  UserName: sandbox.business.users.exact.email,
  Password: sandbox.business.users.exact.password,
});

async function sessionCookie(): Promise<string> {
  const answer = await authorize({}, credentials());
  expect(answer.status).toBe(302);
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

describe('the log-in', () => {
  test.each([
    ['client', { client_id: 'unknown' }],
    ['redirect address', { redirect_uri: 'https://elsewhere.example/' }],
    ['response type', { response_type: 'id_token' }],
  ])('shows an error page for an unknown %s, and leads nowhere', async (_, changes) => {
    const answer = await authorize(changes);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain('role="alert"');
  });

  test('asks for name and password, says when they are wrong, and leads back to where one was going', async () => {
    const page = await (await authorize()).text();
    expect(page).toContain('Exact Online <span>(sandbox)</span>');
    expect(page).toContain('name="UserName"');
    expect(page).toContain('name="Password"');
    const refused = await authorize({}, { ...credentials(), Password: 'wrong' });
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect(await refused.text()).toContain('role="alert"');
    const led = await authorize({ force_login: '1' }, credentials());
    expect(led.headers.get('set-cookie')).toMatch(/; Secure; HttpOnly/);
    expect(led.headers.get('location')).toMatch(/^\/api\/oauth2\/auth\?.*state=the-state/);
    expect(led.headers.get('location')).not.toContain('force_login');
  });

  test('asks for consent until it is given, and then leads back at once', async () => {
    const cookie = await sessionCookie();
    expect(await (await authorize({}, null, cookie)).text()).toContain('value="yes"');
    const refused = await authorize({}, { consent: 'no' }, cookie);
    expect(refused.headers.get('location')).toBe(`${EXACT_APP.redirectUri}?error=access_denied&state=the-state`);
    expect((await authorize({}, null, cookie)).status).toBe(200);
    const given = await authorize({}, { consent: 'yes' }, cookie);
    expect(given.headers.get('location')).toMatch(/\?code=[^&!+/]+%21[^&!+/]+&state=the-state$/);
    expect((await authorize({}, null, cookie)).headers.get('location')).toContain('?code=');
  });

  test('asks again in spite of a session when that is forced, or when the session has ended', async () => {
    const cookie = await sessionCookie();
    await authorize({}, { consent: 'yes' }, cookie);
    expect((await authorize({ force_login: '0' }, null, cookie)).status).toBe(302);
    expect(await (await authorize({ force_login: '1' }, null, cookie)).text()).toContain('name="Password"');
    sandbox.exact.signOut();
    expect(await (await authorize({}, null, cookie)).text()).toContain('name="Password"');
  });

  test.each([
    ['BE', 'nl'],
    ['NL', 'be'],
    ['NL', 'com'],
  ] as const)('does not know a user of %s at .%s', async (country, elsewhere) => {
    await restart({ country });
    const host = `start.exactonline.${elsewhere}`;
    const refused = await authorize({}, credentials(), '', host);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect(await refused.text()).toContain(`Log in at ${homeHost(sandbox)}`);
    const { access } = tokensIn(await redeem(await newCode()));
    const headers = { authorization: `Bearer ${access}`, accept: 'application/json' };
    expect((await sandbox.fetch(`https://${host}/api/v1/current/Me`, { headers })).status).toBe(401);
    const form = {
      ...APP,
      grant_type: 'authorization_code',
      code: await newCode(),
      redirect_uri: EXACT_APP.redirectUri,
    };
    const answer = await sandbox.fetch(`https://${host}/api/oauth2/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form),
    });
    expect(answer.status).toBe(401);
  });
});

describe('the implicit grant', () => {
  test('gives a token in the fragment and none to renew it with', async () => {
    const back = await logIn(authorizeAddress(homeHost(sandbox), 'token'));
    expect(back.search).toBe('');
    expect([...fragmentOf(back).keys()].sort()).toEqual(['access_token', 'expires_in', 'state', 'token_type']);
    expect(await statusOfMe(fragmentOf(back).get('access_token') ?? '')).toBe(200);
  });

  test('can be switched off', async () => {
    await restart({ switches: { exactImplicitGrant: false } });
    expect((await authorize({ response_type: 'token' })).status).toBe(400);
    expect((await authorize()).status).toBe(200);
  });
});

describe('the code grant', () => {
  test.each([
    [1, '600'],
    [20, '30'],
    [1000, '1'],
  ])('at speed %d announces a life of %s seconds, as a string', async (speed, life) => {
    await restart({ speed });
    const answer = await redeem(await newCode());
    expect(answer.json).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
      expires_in: life,
      refresh_token: expect.any(String),
    });
  });

  test('takes a code once', async () => {
    const code = await newCode();
    tokensIn(await redeem(code));
    expect(await redeem(code)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  test('takes a code within three minutes', async () => {
    const code = await newCode();
    sandbox.clock.advance(3 * 60_000);
    expect(await redeem(code)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 'invalid_client'],
    ['an unknown client', { client_id: 'wrong' }, 'invalid_client'],
    ['another redirect address', { redirect_uri: 'https://elsewhere.example/' }, 'invalid_grant'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('refuses %s', async (_, changes, error) => {
    expect(await redeem(await newCode(), changes)).toMatchObject({ status: 400, json: { error } });
  });

  test('takes a posted form only', async () => {
    const fields = {
      ...APP,
      grant_type: 'authorization_code',
      code: await newCode(),
      redirect_uri: EXACT_APP.redirectUri,
    };
    const byJson = await sandbox.fetch(tokenAddress(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    const byAddress = await sandbox.fetch(`${tokenAddress()}?${new URLSearchParams(fields)}`);
    expect([byJson.status, byAddress.status]).toEqual([400, 400]);
    tokensIn(await redeem(fields.code));
  });

  test('gives a token that ends after ten minutes', async () => {
    const { access } = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(595_000);
    expect(await statusOfMe(access)).toBe(200);
    sandbox.clock.advance(5_000);
    expect(await statusOfMe(access)).toBe(401);
    expect(await statusOfMe('nonsense')).toBe(401);
  });
});

describe('a renewal', () => {
  test('is refused before 570 seconds have passed, and takes nothing away', async () => {
    const { refresh } = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(560_000);
    expect(await renew(refresh)).toMatchObject({
      status: 400,
      json: { error: 'access_denied', error_description: expect.stringContaining('Rate limit') },
    });
    sandbox.clock.advance(10_000);
    const second = tokensIn(await renew(refresh));
    expect(await statusOfMe(second.access)).toBe(200);
    expect((await renew(second.refresh)).status).toBe(400);
  });

  test('waits so many times shorter at a higher speed', async () => {
    await restart({ speed: 20 });
    const { refresh } = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(27_000);
    expect((await renew(refresh)).status).toBe(400);
    sandbox.clock.advance(1_500);
    expect((await renew(refresh)).status).toBe(200);
  });

  test('uses up its refresh token', async () => {
    const { refresh } = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(600_000);
    const next = tokensIn(await renew(refresh));
    expect(await renew(refresh)).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', error_description: 'Old refresh token used.' },
    });
    sandbox.clock.advance(600_000);
    tokensIn(await renew(next.refresh));
  });

  test('is possible for thirty days', async () => {
    const { refresh } = tokensIn(await redeem(await newCode()));
    const other = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(29 * DAY_MS);
    expect((await renew(refresh)).status).toBe(200);
    sandbox.clock.advance(DAY_MS);
    expect(await renew(other.refresh)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  test('is refused after all tokens were revoked', async () => {
    const { access, refresh } = tokensIn(await redeem(await newCode()));
    sandbox.clock.advance(580_000);
    sandbox.exact.revokeTokens();
    expect(await statusOfMe(access)).toBe(401);
    expect(await renew(refresh)).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });
});

describe('the ration of token calls', () => {
  test('is two hundred a day', async () => {
    beginWindow(sandbox, DAY_MS);
    for (let call = 0; call < 200; call += 1) tokensIn(await redeem(await newCode()));
    const refused = await redeem(await newCode());
    expect(refused).toMatchObject({ status: 400, json: { error_description: 'Too many token requests today.' } });
    beginWindow(sandbox, DAY_MS);
    tokensIn(await redeem(await newCode()));
  });

  test('of errors is ten an hour', async () => {
    const { refresh } = tokensIn(await redeem(await newCode()));
    for (let call = 0; call < 10; call += 1) expect((await renew(refresh)).status).toBe(400);
    expect(sandbox.defects).toEqual(['exact: error quota reached on token']);
    sandbox.clock.advance(3_500_000);
    expect((await renew(refresh)).status).toBe(429);
    sandbox.clock.advance(100_000);
    expect((await renew(refresh)).status).toBe(200);
  });
});

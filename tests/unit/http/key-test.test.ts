import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createExactLogin } from '../../../lib/exact/login.ts';
import { verdictOf } from '../../../lib/http/key-test.ts';
import type { LoginTools } from '../../../lib/http/login.ts';
import { createTeamleaderLogin } from '../../../lib/teamleader/login.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';

describe('which key is wrong', () => {
  it.each([
    ['accepted', 'noObjection', true, 'right'],
    ['untold', 'noObjection', true, 'right'],
    ['accepted', 'noObjection', false, 'redirectUrlUnknown'],
    ['untold', 'noObjection', false, 'unknown'],
    ['refused', 'noObjection', true, 'secretWrong'],
    ['refused', 'noObjection', false, 'idOrSecretWrong'],
    ['accepted', 'refused', true, 'redirectUrlWrong'],
    ['refused', 'refused', true, 'clientIdWrong'],
    ['untold', 'refused', true, 'idOrRedirectUrlWrong'],
    ['untold', 'redirectUrlRefused', true, 'redirectUrlWrong'],
    ['untold', 'clientIdRefused', true, 'clientIdWrong'],
  ] as const)('the pair %s, the page %s (it checks: %s): %s', (pair, page, doesPageCheck, verdict) => {
    expect(verdictOf({ pair, page, doesPageCheck })).toBe(verdict);
  });
});

describe.each([
  ['Exact', EXACT_APP, (tools: LoginTools) => createExactLogin('be', tools)],
  ['Teamleader', TEAMLEADER_APP, createTeamleaderLogin],
] as const)('%s', (_name, { clientId, clientSecret, redirectUri }, createLogin) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ documents: 5 });
  });
  afterAll(async () => {
    await sandbox.close();
    expect(sandbox.defects).toEqual([]);
  });

  const test = (redirect: string, keys: { readonly clientId: string; readonly clientSecret: string | null }) =>
    createLogin({
      fetch: sandbox.fetch,
      openLogin: () => Promise.reject(new Error('Nobody is to log in.')),
      redirectUri: redirect,
      now: Date.now,
      randomState: () => 'state',
    }).test(keys);

  it.each([
    ['right', redirectUri, { clientId, clientSecret }],
    ['right', redirectUri, { clientId, clientSecret: null }],
    ['secretWrong', redirectUri, { clientId, clientSecret: 'wrong' }],
    ['clientIdWrong', redirectUri, { clientId: 'wrong', clientSecret }],
    ['clientIdWrong', redirectUri, { clientId: 'wrong', clientSecret: null }],
    ['redirectUrlWrong', 'https://elsewhere.chromiumapp.org/', { clientId, clientSecret }],
  ] as const)('tells %s', async (verdict, redirect, keys) => {
    expect(await test(redirect, keys)).toEqual({ ok: true, value: verdict });
  });

  it('is told to be out of reach where it gives no answer', async () => {
    const login = createLogin({
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
      openLogin: () => Promise.reject(new Error('Nobody is to log in.')),
      redirectUri,
      now: Date.now,
      randomState: () => 'state',
    });
    expect((await login.test({ clientId, clientSecret })).ok).toBe(false);
  });
});

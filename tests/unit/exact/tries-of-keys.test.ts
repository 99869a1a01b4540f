import { expect, it } from 'vitest';
import { createExactLogin } from '../../../lib/exact/login.ts';
import { createRefusalGuard } from '../../../lib/http/refusals.ts';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { personLoggingIn } from '../http/world.ts';
import { world } from './world.ts';

const HOUR_MS = 60 * 60_000;

it('keys that are tried again and again stay below Exact’s ration of errors, and are accepted once they are right', async () => {
  const { sandbox } = await world();
  const { email, password } = sandbox.business.users.exact;
  const now = () => sandbox.clock.now();
  const login = createExactLogin(sandbox.business.country === 'BE' ? 'be' : 'nl', {
    fetch: sandbox.fetch,
    openLogin: personLoggingIn(sandbox, { UserName: email, Password: password, consent: 'yes' }),
    redirectUri: EXACT_APP.redirectUri,
    now,
    randomState: () => crypto.randomUUID(),
    refusals: createRefusalGuard({ now, load: async () => ({}), save: async () => undefined }),
  });
  const wrong = { clientId: EXACT_APP.clientId, clientSecret: 'wrong' };
  for (let tests = 0; tests < 4; tests += 1) expect((await login.test(wrong)).ok).toBe(true);
  expect(await login.test(wrong)).toMatchObject({ error: { kind: 'heldBack' } });
  // The tests do not keep from logging in.
  expect(await login.logIn(wrong)).toMatchObject({ error: { type: 'wrongKeys' } });
  for (let tries = 0; tries < 6; tries += 1) {
    expect(await login.logIn(wrong)).toMatchObject({ error: { kind: 'heldBack', errors: 5 } });
  }
  sandbox.clock.advance(HOUR_MS);
  expect((await login.logIn({ ...wrong, clientSecret: EXACT_APP.clientSecret })).ok).toBe(true);
});

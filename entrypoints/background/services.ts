import { browser } from 'wxt/browser';
import { createExact, EXACT_HEADERS, type Exact } from '../../lib/exact/client.ts';
import { createExactLogin, earliestExactRenewal } from '../../lib/exact/login.ts';
import { exactErrorText } from '../../lib/exact/odata.ts';
import { readExactRates } from '../../lib/exact/rates.ts';
import type { Login } from '../../lib/http/login.ts';
import { type Tokens, tokensSchema } from '../../lib/http/oauth.ts';
import { createPacer, type PacerState, pacerStateSchema } from '../../lib/http/pacer.ts';
import { createRefusalGuard, type RefusalGuard, type Refusals, refusalsSchema } from '../../lib/http/refusals.ts';
import { createRequester, type RequesterOptions } from '../../lib/http/request.ts';
import { createSession } from '../../lib/http/session.ts';
import type { Service } from '../../lib/outcome.ts';
import { err } from '../../lib/result.ts';
import type { ServiceAccess, ServiceAccesses } from '../../lib/setup/setup.ts';
import type { Item, Settings } from '../../lib/store/settings.ts';
import { storedItem } from '../../lib/store/settings.ts';
import { causeOf } from '../../lib/sync/causes.ts';
import { createTeamleader, TEAMLEADER_HEADERS, type Teamleader } from '../../lib/teamleader/client.ts';
import { teamleaderErrorText } from '../../lib/teamleader/error-text.ts';
import { createTeamleaderLogin, earliestTeamleaderRenewal } from '../../lib/teamleader/login.ts';
import { readTeamleaderRates } from '../../lib/teamleader/rates.ts';
import { lock } from './awake.ts';
import { identify, ofSameUser } from './identify.ts';
import { openLogin } from './open-login.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Both services as the rest of the extension knows them: who is logged in, and a client that calls them. */
export function createServices(settings: Item<Settings>): ServiceAccesses {
  // One for each service: it keeps in mind what it has counted.
  const guards = { teamleader: refusalGuard('teamleader'), exact: refusalGuard('exact') };
  const teamleaderTokens = storedTokens('teamleader');
  const teamleader = createRequester(
    requesterOptions('teamleader', teamleaderTokens, settings, guards, async () => teamleaderLogin()),
  );
  const exactTokens = storedTokens('exact');
  const exact = createRequester(
    requesterOptions('exact', exactTokens, settings, guards, async () => exactLogin((await settings.read()).region)),
  );
  return {
    teamleader: access<Teamleader>(
      'teamleader',
      teamleaderTokens,
      settings,
      guards,
      async () => createTeamleader(teamleader),
      async () => teamleaderLogin(),
    ),
    exact: access<Exact>(
      'exact',
      exactTokens,
      settings,
      guards,
      async () => createExact(exact, (await settings.read()).region),
      async () => exactLogin((await settings.read()).region),
    ),
  };
}

const loginTools = (service: Service) => ({
  fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
  openLogin,
  redirectUri: browser.identity.getRedirectURL(service),
  now: Date.now,
  randomState: () => crypto.randomUUID(),
});
const teamleaderLogin = (): Login => createTeamleaderLogin(loginTools('teamleader'));
const exactLogin = (region: Settings['region']): Login => createExactLogin(region, loginTools('exact'));

// Of what another version wrote and this one cannot read, nothing is kept but the settings: it is learnt anew.

const storedTokens = (service: Service): Item<Tokens | null> =>
  storedItem(browser.storage.local, lock, `tokens/${service}`, tokensSchema.nullable().catch(null), null);

const WAYS = {
  teamleader: {
    headers: TEAMLEADER_HEADERS,
    errorText: teamleaderErrorText,
    readRates: readTeamleaderRates,
    parallel: 6,
    earliestRenewal: earliestTeamleaderRenewal,
  },
  exact: {
    headers: EXACT_HEADERS,
    errorText: exactErrorText,
    readRates: readExactRates,
    parallel: 4,
    earliestRenewal: earliestExactRenewal,
  },
} as const;

function requesterOptions(
  service: Service,
  tokens: Item<Tokens | null>,
  settings: Item<Settings>,
  guards: Guards,
  loginNow: () => Promise<Login>,
): RequesterOptions {
  const way = WAYS[service];
  const pacing = storedItem<PacerState | null>(
    browser.storage.local,
    lock,
    `pacing/${service}`,
    pacerStateSchema.nullable().catch(null),
    null,
  );
  return {
    fetch: (...request) => fetch(...request),
    sleep,
    headers: way.headers,
    errorText: way.errorText,
    pacer: createPacer({
      now: Date.now,
      sleep,
      load: pacing.read,
      save: async (state) => void (await pacing.change(() => state)),
      readRates: way.readRates,
      parallel: way.parallel,
    }),
    session: createSession({
      load: tokens.read,
      save: async (fresh) => void (await tokens.change(() => fresh)),
      lock: (task) => lock(`session/${service}`, task),
      renew: async (old) => {
        const { keys, users, region } = await settings.read();
        const appKeys = keys[service];
        if (appKeys === null) return err({ kind: 'refused', text: 'no keys' });
        const fresh = await (await loginNow()).renew(appKeys, old);
        return fresh.ok && appKeys.clientSecret === null
          ? ofSameUser(fresh.value, users[service], (token) => identify(service, token, region))
          : fresh;
      },
      isOnline: () => navigator.onLine,
      now: Date.now,
      earliestRenewal: way.earliestRenewal,
    }),
    // Only Exact rations refusals.
    ...(service === 'exact'
      ? {
          refusals: guards[service],
        }
      : {}),
  };
}

type Guards = Readonly<Record<Service, RefusalGuard>>;

/** A test of keys is refused by design, and the service counts it. */
const KEY_TEST = 'https://boekbrug/key-test';

function refusalGuard(service: Service): RefusalGuard {
  const refusals = storedItem<Refusals>(
    browser.storage.local,
    lock,
    `refusals/${service}`,
    refusalsSchema.catch({}),
    {},
  );
  return createRefusalGuard({
    now: Date.now,
    load: refusals.read,
    save: async (all) => void (await refusals.change(() => all)),
  });
}

function access<Client>(
  service: Service,
  tokens: Item<Tokens | null>,
  settings: Item<Settings>,
  guards: Guards,
  client: () => Promise<Client>,
  loginNow: () => Promise<Login>,
): ServiceAccess<Client> {
  const guard = guards[service];
  return {
    redirectUrl: browser.identity.getRedirectURL(service),
    client: async () => ((await tokens.read()) === null ? null : client()),
    logIn: async (keys) => {
      const fresh = await (await loginNow()).logIn(keys);
      if (!fresh.ok) return fresh;
      const user = await identify(service, fresh.value.accessToken, (await settings.read()).region);
      if (!user.ok) return err(causeOf(user.error, service));
      await tokens.change(() => fresh.value);
      return user;
    },
    testKeys: async (keys) => {
      const login = await loginNow();
      const allowed = await guard.check(KEY_TEST);
      if (!allowed.ok) return err(causeOf(allowed.error, service));
      await guard.note(KEY_TEST);
      const verdict = await login.test(keys);
      return verdict.ok ? verdict : err({ type: 'unreachable', service });
    },
    logOut: async () => {
      await tokens.forget();
    },
  };
}

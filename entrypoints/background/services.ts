import { browser } from 'wxt/browser';
import { createExact, EXACT_HEADERS } from '../../lib/exact/client.ts';
import { createExactLogin } from '../../lib/exact/login.ts';
import { exactErrorText } from '../../lib/exact/odata.ts';
import { readExactRates } from '../../lib/exact/rates.ts';
import type { Login } from '../../lib/http/login.ts';
import { createPacer, type PacerState, pacerStateSchema } from '../../lib/http/pacer.ts';
import { createRefusalGuard, type RefusalGuard, type Refusals, refusalsSchema } from '../../lib/http/refusals.ts';
import { createRequester, type RequesterOptions } from '../../lib/http/request.ts';
import { createSession, type Session } from '../../lib/http/session.ts';
import type { Service } from '../../lib/outcome.ts';
import { err, ok } from '../../lib/result.ts';
import type { ServiceAccess, ServiceAccesses } from '../../lib/setup/setup.ts';
import { type StoredLogin, storedLogin } from '../../lib/setup/stored-login.ts';
import type { Item, Settings, User } from '../../lib/store/settings.ts';
import { isSomebodyElse, storedItem } from '../../lib/store/settings.ts';
import { causeOf } from '../../lib/sync/causes.ts';
import { createTeamleader, TEAMLEADER_HEADERS } from '../../lib/teamleader/client.ts';
import { teamleaderErrorText } from '../../lib/teamleader/error-text.ts';
import { createTeamleaderLogin } from '../../lib/teamleader/login.ts';
import { readTeamleaderRates } from '../../lib/teamleader/rates.ts';
import { lock } from './awake.ts';
import { identify, ofSameUser } from './identify.ts';
import { openLogin } from './open-login.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Both services as the rest of the extension knows them: who is logged in, and a client that calls them. */
export function createServices(settings: Item<Settings>): ServiceAccesses {
  // Only Exact rations refusals. One for all who call it: it keeps in mind what it has counted.
  const guard = refusalGuard();
  const ways = {
    teamleader: () => createTeamleaderLogin(loginTools('teamleader')),
    exact: (region: Settings['region']) => createExactLogin(region, { ...loginTools('exact'), refusals: guard }),
  };
  const logins = { teamleader: loginAt('teamleader', settings), exact: loginAt('exact', settings) };
  const options = {
    teamleader: requesterOptions('teamleader', logins.teamleader, settings, ways.teamleader),
    exact: { ...requesterOptions('exact', logins.exact, settings, ways.exact), refusals: guard },
  };
  const requester = (service: Service, user: User | null) =>
    createRequester({ ...options[service], session: ofUser(user, service, settings, options[service].session) });
  return {
    teamleader: access('teamleader', logins.teamleader, settings, ways.teamleader, (_, user) =>
      createTeamleader(requester('teamleader', user)),
    ),
    exact: access('exact', logins.exact, settings, ways.exact, (region, user) =>
      createExact(requester('exact', user), region),
    ),
  };
}

/** What has begun with one user's log-in goes on with nobody else's: who has logged in since is asked first. */
const ofUser = (user: User | null, service: Service, settings: Item<Settings>, session: Session): Session => ({
  ...session,
  accessToken: async () => {
    const token = await session.accessToken();
    // Whose it is was noted before it was stored.
    const now = (await settings.read()).users[service];
    return isSomebodyElse(user?.id ?? null, now?.id ?? null) ? err({ kind: 'loginNeeded' }) : token;
  },
});

/** How its users log in. The region matters only to Exact. */
type LoginWay = (region: Settings['region']) => Login;

const loginTools = (service: Service) => ({
  fetch: (...request: Parameters<typeof fetch>) => fetch(...request),
  openLogin,
  redirectUri: browser.identity.getRedirectURL(service),
  now: Date.now,
  randomState: () => crypto.randomUUID(),
});

const loginAt = (service: Service, settings: Item<Settings>): StoredLogin =>
  storedLogin(browser.storage.local, lock, service, settings);

const WAYS = {
  teamleader: {
    headers: TEAMLEADER_HEADERS,
    errorText: teamleaderErrorText,
    readRates: readTeamleaderRates,
    parallel: 6,
  },
  exact: {
    headers: EXACT_HEADERS,
    errorText: exactErrorText,
    readRates: readExactRates,
    parallel: 4,
  },
} as const;

function requesterOptions(
  service: Service,
  login: StoredLogin,
  settings: Item<Settings>,
  loginWay: LoginWay,
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
      load: login.read,
      replace: login.renew,
      lock: (task) => lock(`session/${service}`, task),
      renew: async (old) => {
        const { keys, users, region } = await settings.read();
        const appKeys = keys[service];
        // Taken away or changed since they were read: the log-in is of other keys, and nobody is asked.
        if (appKeys === null || (await login.read())?.accessToken !== old.accessToken) {
          return err({ kind: 'wrongKeys', text: 'other keys' });
        }
        const fresh = await loginWay(region).renew(appKeys, old);
        if (appKeys.clientSecret === null) {
          return fresh.ok
            ? ofSameUser(fresh.value, users[service], (token) => identify(service, token, region))
            : fresh;
        }
        if (!fresh.ok && fresh.error.kind === 'wrongKeys') await login.setAside(old.accessToken, appKeys.clientSecret);
        return fresh;
      },
      isOnline: () => navigator.onLine,
      now: Date.now,
    }),
  };
}

function refusalGuard(): RefusalGuard {
  const refusals = storedItem<Refusals>(browser.storage.local, lock, 'refusals/exact', refusalsSchema.catch({}), {});
  return createRefusalGuard({
    now: Date.now,
    load: refusals.read,
    save: async (all) => void (await refusals.change(() => all)),
  });
}

function access<Client>(
  service: Service,
  login: StoredLogin,
  settings: Item<Settings>,
  loginWay: LoginWay,
  client: (region: Settings['region'], user: User | null) => Client,
): ServiceAccess<Client> {
  const regionNow = async () => (await settings.read()).region;
  return {
    redirectUrl: browser.identity.getRedirectURL(service),
    client: async () => {
      const { region, users } = await settings.read();
      return (await login.read()) === null ? null : client(region, users[service]);
    },
    logIn: async (keys) => {
      const region = await regionNow();
      const fresh = await loginWay(region).logIn(keys);
      if (!fresh.ok) return err('kind' in fresh.error ? causeOf(fresh.error, service) : fresh.error);
      const user = await identify(service, fresh.value.accessToken, region);
      if (!user.ok) return err(causeOf(user.error, service));
      const begin = () => login.begin(fresh.value, { clientId: keys.clientId, region });
      return ok({ user: user.value, begin });
    },
    testKeys: async (keys) => {
      const verdict = await loginWay(await regionNow()).test(keys);
      return verdict.ok ? verdict : err(causeOf(verdict.error, service));
    },
    logOut: login.forget,
  };
}

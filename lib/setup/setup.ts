import { type AutomaticEvery, automaticLocks } from '../automatic.ts';
import { type Connection, type ConnectionDraft, EMPTY_DRAFT } from '../connection.ts';
import type { Exact } from '../exact/client.ts';
import type { KeyVerdict } from '../key-verdict.ts';
import type {
  LoginProblem,
  ServiceView,
  SettingsFileProblem,
  SetupView,
  SyncView,
  TrustedRequest,
} from '../messages.ts';
import type { Cause, Service } from '../outcome.ts';
import type { Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import type { AppKeys, Item, Settings, User } from '../store/settings.ts';
import { referenceKey } from '../sync/reference.ts';
import type { Teamleader } from '../teamleader/client.ts';
import { CACHE_PREFIX, readSetupFacts, type SetupFacts } from './choices.ts';
import { connectionFrom, isSameAs, type Kept, withProposals } from './draft.ts';
import { type Presets, presetOf } from './presets.ts';
import { readSettingsFile, withSettingsFile } from './settings-file.ts';
import { viewChoices } from './view-choices.ts';

/** One service, as the set-up deals with it. */
export interface ServiceAccess<Client> {
  readonly redirectUrl: string;
  /** Null while nobody is logged in. */
  client(): Promise<Client | null>;
  /** Tells who it is; one who cannot be told is not logged in. */
  logIn(keys: AppKeys): Promise<Result<User, LoginProblem | Cause>>;
  logOut(): Promise<void>;
  /** Which of the keys is wrong, or why that cannot be told now. */
  testKeys(keys: AppKeys): Promise<Result<KeyVerdict, Cause>>;
}

export interface ServiceAccesses {
  readonly teamleader: ServiceAccess<Teamleader>;
  readonly exact: ServiceAccess<Exact>;
}

export interface SetupEnvironment {
  readonly settings: Item<Settings>;
  readonly database: Database;
  readonly services: ServiceAccesses;
  readonly now: () => number;
  readonly newId: () => string;
  readonly presets: () => Promise<Presets>;
  readonly viewSync: () => Promise<SyncView>;
}

type SetupRequest = Extract<TrustedRequest, { type: `setup/${string}` }>;

/** What the popup asks for. Every answer is the whole view, so a popup that was closed has missed nothing. */
export class Setup {
  readonly #environment: SetupEnvironment;
  /** What the last test of keys found; told until they change. */
  readonly #keyTests = new Map<Service, KeyVerdict | Cause>();
  /** Why the last log-in did not succeed; told until the next try. */
  readonly #loginProblems = new Map<Service, LoginProblem | Cause>();

  constructor(environment: SetupEnvironment) {
    this.#environment = environment;
  }

  async answer(request: SetupRequest): Promise<SetupView> {
    const { settings } = this.#environment;
    switch (request.type) {
      case 'setup/view':
        return this.view(request.reload);
      case 'setup/saveKeys':
        await this.#saveKeys(request.service, request.clientId, request.clientSecret);
        return this.view(false);
      case 'setup/region':
        await this.#changeRegion(request.region);
        return this.view(false);
      case 'setup/testKeys':
        await this.#testKeys(request.service);
        return this.view(false);
      case 'setup/logIn':
        await this.#logIn(request.service);
        return this.view(true);
      case 'setup/logOut':
        await this.#logOut(request.service);
        return this.view(false);
      case 'setup/acceptUser':
        await this.#acceptUser(request.service);
        return this.view(false);
      case 'setup/change':
        await settings.change((all) => ({ ...all, draft: changed(all.draft, request.draft) }));
        return this.view(false);
      case 'setup/save':
        await this.#save();
        return this.view(false);
      case 'setup/automatic':
        await this.#setAutomatic(request.every);
        return this.view(false);
      case 'setup/notify':
        await settings.change((all) => ({ ...all, notify: request.notify }));
        return this.view(false);
    }
  }

  /** @param anew reads the choices from the services again */
  async view(anew: boolean): Promise<SetupView> {
    const { settings, services, presets, viewSync } = this.#environment;
    const preset = await presets();
    const facts = await this.#facts(anew);
    const all = await settings.change((stored) => {
      const draft = withProposals(stored.draft, facts);
      return JSON.stringify(draft) === JSON.stringify(stored.draft) ? stored : { ...stored, draft };
    });
    // A proposal may be what further choices hang on: the only division, the only company entity.
    const complete = isAhead(all.draft, facts) ? await this.#facts(false) : facts;
    const draft =
      complete === facts
        ? all.draft
        : (await settings.change((stored) => ({ ...stored, draft: withProposals(stored.draft, complete) }))).draft;
    const connection = all.connections[0] ?? null;
    const drafted = connectionFrom(
      draft,
      complete,
      keptFor(all, () => ''),
    );
    const views = {
      teamleader: await this.#viewService('teamleader', all, services.teamleader, preset),
      exact: await this.#viewService('exact', all, services.exact, preset),
    };
    return {
      services: views,
      region: all.region,
      isRegionPreset: preset.exactRegion !== undefined,
      draft,
      choices: viewChoices(complete, draft),
      rights: complete.rights,
      othersEntries: complete.othersEntries,
      choicesProblem: complete.problem,
      problems: [
        ...(views.teamleader.state === 'connected' ? [] : ['teamleaderNotConnected' as const]),
        ...(views.exact.state === 'connected' ? [] : ['exactNotConnected' as const]),
        ...(drafted.ok ? [] : drafted.error),
      ],
      connection,
      isSaved: isSameAs(connection, draft, complete),
      automaticLocks: automaticLocks(connection),
      notify: all.notify,
      sync: await viewSync(),
    };
  }

  async #facts(anew: boolean): Promise<SetupFacts> {
    const { settings, database, services, now } = this.#environment;
    const { draft } = await settings.read();
    const [teamleader, exact] = await Promise.all([services.teamleader.client(), services.exact.client()]);
    return readSetupFacts({ database, now, teamleader, exact }, draft, anew);
  }

  async #viewService(
    service: Service,
    { keys, users, connections }: Settings,
    access: ServiceAccess<unknown>,
    preset: Presets,
  ): Promise<ServiceView> {
    const isLoggedIn = (await access.client()) !== null;
    const state = keys[service] === null ? 'noKeys' : isLoggedIn ? 'connected' : 'loggedOut';
    // The log-in of a connection that books has run out: said with the same words as by the run that met it.
    const isMissed = state === 'loggedOut' && connections.length > 0;
    return {
      state,
      user: isLoggedIn ? (users[service]?.name ?? null) : null,
      isAnotherUser: isLoggedIn && connections.some((connection) => isAnotherUser(connection, users, service)),
      clientId: keys[service]?.clientId ?? null,
      hasSecret: keys[service] !== null && keys[service].clientSecret !== null,
      preset: presetOf(service, preset),
      redirectUrl: access.redirectUrl,
      keyTest: this.#keyTests.get(service) ?? null,
      problem: this.#loginProblems.get(service) ?? (isMissed ? { type: 'loginNeeded', service } : null),
    };
  }

  async #saveKeys(service: Service, clientId: string, clientSecret: string | null): Promise<void> {
    this.#keyTests.delete(service);
    await this.#environment.settings.change((all) => {
      const secret = clientSecret === null ? (all.keys[service]?.clientSecret ?? null) : clientSecret || null;
      return { ...all, keys: { ...all.keys, [service]: clientId === '' ? null : { clientId, clientSecret: secret } } };
    });
  }

  async #testKeys(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    // Through the lock, so that keys which were typed just before are not overtaken.
    const keys = (await settings.change((all) => all)).keys[service];
    if (keys === null) {
      this.#keyTests.set(service, { type: 'notConnected', service });
      return;
    }
    const tested = await services[service].testKeys(keys);
    this.#keyTests.set(service, tested.ok ? tested.value : tested.error);
  }

  /** Another country is another Exact: nothing that was read there holds here. */
  async #changeRegion(region: Settings['region']): Promise<void> {
    const { region: before } = await this.#environment.settings.read();
    if (region === before) return;
    this.#keyTests.delete('exact');
    await this.#environment.services.exact.logOut();
    await this.#environment.settings.change((all) => ({ ...all, region, users: { ...all.users, exact: null } }));
    await this.#environment.database.forgetCached(CACHE_PREFIX);
  }

  async #logIn(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    // Through the lock, so that keys which were typed just before are not overtaken.
    const keys = (await settings.change((all) => all)).keys[service];
    this.#loginProblems.delete(service);
    if (keys === null) {
      this.#loginProblems.set(service, { type: 'notConnected', service });
      return;
    }
    const loggedIn = await services[service].logIn(keys);
    if (!loggedIn.ok) {
      this.#loginProblems.set(service, loggedIn.error);
      return;
    }
    await settings.change((all) => ({ ...all, users: { ...all.users, [service]: loggedIn.value } }));
  }

  /** The connection goes on with another user, who must see what it books. */
  async #acceptUser(service: Service): Promise<void> {
    const { settings } = this.#environment;
    this.#loginProblems.delete(service);
    const facts = await this.#facts(true);
    const { users, connections } = await settings.read();
    for (const { companyEntity, division } of connections) {
      const isSeen =
        service === 'teamleader'
          ? facts.companyEntities.some(({ id }) => id === companyEntity.id)
          : facts.divisions.some(({ code }) => code === division.code);
      if (isSeen) continue;
      const { name } = service === 'teamleader' ? companyEntity : division;
      this.#loginProblems.set(service, facts.problem ?? { type: 'notAmongYours', name });
      return;
    }
    const accepted = users[service]?.id ?? null;
    await settings.change((all) => ({
      ...all,
      connections: all.connections.map((one) => ({ ...one, users: { ...one.users, [service]: accepted } })),
    }));
  }

  /** Forgets tokens and keys; what was set up and read stays. */
  async #logOut(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    this.#loginProblems.delete(service);
    await services[service].logOut();
    await settings.change((all) => ({
      ...all,
      keys: { ...all.keys, [service]: null },
      users: { ...all.users, [service]: null },
    }));
  }

  /** What locks it counts here, whatever a page shows. */
  async #setAutomatic(automaticEvery: AutomaticEvery | null): Promise<void> {
    await this.#environment.settings.change((all) => ({
      ...all,
      connections: all.connections.map((connection) =>
        automaticEvery === null || automaticLocks(connection).length === 0
          ? { ...connection, automaticEvery }
          : connection,
      ),
    }));
  }

  /** Nothing is booked by what the file says before the user has seen and saved it. Feature B13. */
  async takeFile(text: string): Promise<SettingsFileProblem | null> {
    const file = readSettingsFile(text);
    if (!file.ok) return file.error;
    await this.#changeRegion(file.value.region);
    await this.#environment.settings.change((all) => withSettingsFile(all, file.value));
    return null;
  }

  /** Safe to press any number of times: it stores what the draft says and starts nothing. Feature B5. */
  async #save(): Promise<void> {
    const { settings, database, newId } = this.#environment;
    const facts = await this.#facts(false);
    const saved = await settings.change((all) => {
      const drafted = connectionFrom(all.draft, facts, keptFor(all, newId));
      return drafted.ok ? { ...all, connections: [drafted.value] } : all;
    });
    for (const connection of saved.connections) await database.forgetCached(referenceKey(connection.id));
  }
}

/** What was booked belongs to an entity and a division: with another one, a new connection begins. */
function keptFor({ draft, connections: [connection], users }: Settings, newId: () => string): Kept {
  const isKept =
    connection !== undefined &&
    connection.companyEntity.id === draft.companyEntityId &&
    connection.division.code === draft.divisionCode;
  const now = { teamleader: users.teamleader?.id ?? null, exact: users.exact?.id ?? null };
  if (!isKept) return { id: newId(), users: now, accountChoices: {}, firstSyncAt: null, automaticEvery: null };
  const { teamleader, exact } = connection.users;
  return { ...connection, users: { teamleader: teamleader ?? now.teamleader, exact: exact ?? now.exact } };
}

/** Is somebody else logged in than who used the connection so far? */
export function isAnotherUser({ users }: Connection, loggedIn: Settings['users'], service: Service): boolean {
  const [known, now] = [users[service], loggedIn[service]?.id ?? null];
  return known !== null && now !== null && known !== now;
}

/** Choices that hang on another one go when that one changes. */
function changed(
  draft: ConnectionDraft,
  change: { readonly [K in keyof ConnectionDraft]?: ConnectionDraft[K] | undefined },
): ConnectionDraft {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next: ConnectionDraft = { ...draft, ...given };
  if (next.divisionCode !== draft.divisionCode) {
    return {
      ...EMPTY_DRAFT,
      companyEntityId: next.companyEntityId,
      startDate: next.startDate,
      divisionCode: next.divisionCode,
    };
  }
  return next.companyEntityId === draft.companyEntityId
    ? next
    : { ...next, vatLinks: {}, accountPerTaxRate: {}, otherIntegration: null };
}

/** Was something proposed of which the facts do not know the consequences yet? */
const isAhead = (draft: ConnectionDraft, facts: SetupFacts): boolean =>
  (draft.companyEntityId !== null && facts.companyEntities.length > 0 && facts.taxRates.length === 0) ||
  (draft.divisionCode !== null && facts.divisions.length > 0 && facts.journals.length === 0);

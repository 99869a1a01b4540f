import { type AutomaticEvery, automaticLocks } from '../automatic.ts';
import { type Connection, type ConnectionDraft, nameOf } from '../connection.ts';
import type { Exact } from '../exact/client.ts';
import { keptSince } from '../history-kept.ts';
import type { KeyVerdict } from '../key-verdict.ts';
import type {
  ConnectionView,
  LoginProblem,
  ServiceView,
  SettingsFileProblem,
  SetupView,
  SyncView,
  TrustedRequest,
} from '../messages.ts';
import type { Cause, Service } from '../outcome.ts';
import { err, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import { isImportDone } from '../store/import-records.ts';
import {
  type AppKeys,
  draftIn,
  type Item,
  isSomebodyElse,
  type Settings,
  type User,
  unsavedKeys,
} from '../store/settings.ts';
import { forgetReference } from '../sync/reference.ts';
import type { Teamleader } from '../teamleader/client.ts';
import { readBefore, readSetupFacts, readTaxRates, type SetupFacts, type SetupSources } from './choices.ts';
import {
  draftName,
  isKnown,
  keptFor,
  othersThan,
  withChange,
  withDiscarded,
  withProposed,
  withRemoved,
  withSaved,
} from './connections.ts';
import { connectionFrom, isSameAs, proposalsFor } from './draft.ts';
import { KeyTests } from './key-tests.ts';
import { type Presets, presetOf } from './presets.ts';
import { readSettingsFile, withSettingsFile } from './settings-file.ts';
import { NO_LISTS, viewChoices, viewNames } from './view-choices.ts';

/** A log-in that the service has granted. */
export interface Granted {
  readonly user: User;
  /** From now on it is worked with. */
  begin(): Promise<void>;
}

/** One service, as the set-up deals with it. */
export interface ServiceAccess<Client> {
  readonly redirectUrl: string;
  /** Null while nobody is logged in. */
  client(): Promise<Client | null>;
  /** Tells who it is; one who cannot be told is not logged in. */
  logIn(keys: AppKeys): Promise<Result<Granted, LoginProblem | Cause>>;
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
  /** Of all connections together, and of each by its id. */
  readonly viewSync: () => Promise<{ readonly all: SyncView; readonly each: ReadonlyMap<string, SyncView> }>;
  /** Runs the task unless the connection is being synced. */
  readonly whileIdle: (connectionId: string, task: () => Promise<void>) => Promise<unknown>;
}

type SetupRequest = Extract<TrustedRequest, { type: `setup/${string}` }>;

/** What the popup asks for. Every answer is the whole view, so a popup that was closed has missed nothing. */
export class Setup {
  readonly #environment: SetupEnvironment;
  readonly #keyTests = new KeyTests();
  /** Key of a draft to the connection that came of it: what is asked of the one may come when the other stands. */
  readonly #became = new Map<string, string>();
  /** Why the last log-in did not succeed; told until the next try, be it a test of the keys: only the newest is told. */
  readonly #loginProblems = new Map<Service, LoginProblem | Cause>();

  constructor(environment: SetupEnvironment) {
    this.#environment = environment;
  }

  /** What is meant by a key that its draft had before it was saved. */
  #keyNow(all: Settings, key: string = all.editing): string {
    const isThere = key in all.drafts || all.connections.some(({ id }) => id === key);
    return isThere ? key : (this.#became.get(key) ?? key);
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
        await settings.change((all) => ({ ...all, region: request.region }));
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
      case 'setup/edit':
        this.#became.delete(request.key);
        await settings.change((all) => (isKnown(all, request.key) ? { ...all, editing: request.key } : all));
        return this.view(false);
      case 'setup/change':
        await settings.change((all) => withChange(all, this.#keyNow(all, request.key), request.draft, request.of));
        return this.view(false);
      case 'setup/save':
        await this.#save(this.#keyNow(await settings.read(), request.key));
        return this.view(false);
      case 'setup/remove':
        await this.#remove(request.key);
        return this.view(false);
      case 'setup/discard':
        await settings.change((all) => withDiscarded(all, this.#keyNow(all, request.key)));
        return this.view(false);
      case 'setup/automatic':
        await this.#setAutomatic(this.#keyNow(await settings.read(), request.key), request.every);
        return this.view(false);
      case 'setup/automaticHours':
        await this.#changeConnection(request.key ?? (await settings.read()).editing, (connection) => ({
          ...connection,
          automaticHours: request.hours,
        }));
        return this.view(false);
      case 'setup/notifyPaid':
        await settings.change((all) => ({ ...all, notifyPaid: request.notifyPaid }));
        return this.view(false);
      case 'setup/historyMonths': {
        const { historyMonths } = await settings.change((all) => ({ ...all, historyMonths: request.months }));
        await this.#environment.database.forgetHistory(keptSince(historyMonths, this.#environment.now()));
        return this.view(false);
      }
      case 'setup/notify':
        await settings.change((all) => ({ ...all, notify: request.notify }));
        return this.view(false);
    }
  }

  /** @param anew reads the choices from the services again */
  async view(anew: boolean): Promise<SetupView> {
    const { settings, database, services, presets, viewSync } = this.#environment;
    const preset = await presets();
    const { editing } = await settings.read();
    const facts = await this.#facts(editing, anew);
    const proposed = await this.#propose(editing, facts);
    // A proposal may be what further choices hang on: the only division, the only company entity.
    const complete = isAhead(draftIn(proposed, editing), facts) ? await this.#facts(editing, false) : facts;
    const all = complete === facts ? proposed : await this.#propose(editing, complete);
    // Saved or turned to another one meanwhile: what was read is about the one before.
    if (all.editing !== editing) return this.view(false);
    const draft = draftIn(all, editing);
    const connection = all.connections.find(({ id }) => id === editing) ?? null;
    const drafted = connectionFrom(
      draft,
      complete,
      keptFor(all, editing, () => ''),
      othersThan(all, editing),
    );
    const isSaved = isSameAs(connection, draft, complete);
    const sync = await viewSync();
    const views = {
      teamleader: await this.#viewService('teamleader', all, services.teamleader, preset),
      exact: await this.#viewService('exact', all, services.exact, preset),
    };
    return {
      services: views,
      region: all.region,
      isRegionPreset: preset.exactRegion !== undefined,
      connections: await Promise.all(all.connections.map((one) => this.#viewConnection(one, all, sync.each))),
      unsaved: unsavedKeys(all).map((key) => ({ key, name: draftName(draftIn(all, key), complete) })),
      editing,
      draft,
      // What is saved was looked at: it is no proposal any more.
      proposals:
        connection?.division.code === draft.divisionCode
          ? null
          : proposalsFor(draft, complete, othersThan(all, editing)),
      choices: viewChoices(complete, draft),
      rights: complete.rights,
      othersEntries: complete.othersEntries,
      isImportDone: draft.divisionCode !== null && isImportDone(await database.imports.head(draft.divisionCode)),
      choicesProblem: complete.problem,
      problems: [
        ...(views.teamleader.state === 'connected' ? [] : ['teamleaderNotConnected' as const]),
        ...(views.exact.state === 'connected' ? [] : ['exactNotConnected' as const]),
        // What is saved lacks nothing, though its lists cannot be read just now.
        ...(drafted.ok || isSaved ? [] : drafted.error),
      ],
      connection,
      isSaved,
      notify: all.notify,
      notifyPaid: all.notifyPaid,
      historyMonths: all.historyMonths,
      sync: sync.all,
    };
  }

  async #propose(key: string, facts: SetupFacts): Promise<Settings> {
    return this.#environment.settings.change((all) => withProposed(all, key, facts));
  }

  async #facts(key: string, anew: boolean): Promise<SetupFacts> {
    return readSetupFacts(await this.#sources(), draftIn(await this.#environment.settings.read(), key), anew);
  }

  async #sources(): Promise<SetupSources> {
    const { settings, database, services, now } = this.#environment;
    const [teamleader, exact, { region }] = await Promise.all([
      services.teamleader.client(),
      services.exact.client(),
      settings.read(),
    ]);
    return { database, now, teamleader, exact, region };
  }

  async #viewConnection(
    connection: Connection,
    all: Settings,
    each: ReadonlyMap<string, SyncView>,
  ): Promise<ConnectionView> {
    const sources = await this.#sources();
    const taxRates = await readTaxRates(sources, connection.companyEntity.id);
    const { users, editing } = all;
    const { code } = connection.division;
    const isShown = connection.id === editing && draftIn(all, editing).divisionCode === code;
    // While nobody is logged in to Exact, the choices name nothing.
    const lists = isShown && sources.exact !== null ? NO_LISTS : await readBefore(sources, code);
    return {
      connection,
      name: nameOf(connection),
      isHeld: isAnotherUser(connection, users, 'teamleader') || isAnotherUser(connection, users, 'exact'),
      sync: each.get(connection.id) ?? { run: null, attention: 0, held: [] },
      taxRates: Object.fromEntries(taxRates.map(({ id, description }) => [id, description])),
      names: viewNames(lists, connection),
    };
  }

  async #viewService(
    service: Service,
    all: Settings,
    access: ServiceAccess<unknown>,
    preset: Presets,
  ): Promise<ServiceView> {
    const { keys, users, connections } = all;
    const isLoggedIn = (await access.client()) !== null;
    const state = keys[service] === null ? 'noKeys' : isLoggedIn ? 'connected' : 'loggedOut';
    // The log-in of a connection that books has run out: said with the same words as by the run that met it.
    const isMissed = state === 'loggedOut' && connections.length > 0;
    // Who disconnects forgets both.
    const isWithdrawn = state === 'noKeys' && users[service] !== null;
    return {
      state,
      user: isLoggedIn ? (users[service]?.name ?? null) : null,
      isAnotherUser: isLoggedIn && connections.some((connection) => isAnotherUser(connection, users, service)),
      clientId: keys[service]?.clientId ?? null,
      hasSecret: keys[service] !== null && keys[service].clientSecret !== null,
      preset: presetOf(service, preset),
      redirectUrl: access.redirectUrl,
      keyTest: this.#keyTests.toldOf(service, all),
      problem:
        this.#loginProblems.get(service) ??
        (isWithdrawn ? { type: 'keysWithdrawn' } : isMissed ? { type: 'loginNeeded', service } : null),
    };
  }

  async #saveKeys(service: Service, clientId: string, clientSecret: string | null): Promise<void> {
    await this.#environment.settings.change((all) => {
      const secret = clientSecret === null ? (all.keys[service]?.clientSecret ?? null) : clientSecret || null;
      return clientId === ''
        ? withoutKeys(all, service)
        : { ...all, keys: { ...all.keys, [service]: { clientId, clientSecret: secret } } };
    });
    this.#forgetFailed(service);
  }

  async #testKeys(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    // Through the lock, so that keys which were typed just before are not overtaken.
    const all = await settings.change((same) => same);
    const keys = all.keys[service];
    const tested: Result<KeyVerdict, Cause> =
      keys === null ? err({ type: 'notConnected', service }) : await services[service].testKeys(keys);
    this.#forgetFailed(service);
    this.#keyTests.note(service, all, tested.ok ? tested.value : tested.error);
  }

  /** A log-in that failed says nothing of other keys, nor beside a newer test. Of what the user may see, keys say nothing. */
  #forgetFailed(service: Service): void {
    if (this.#loginProblems.get(service)?.type !== 'notAmongYours') this.#loginProblems.delete(service);
  }

  async #logIn(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    // Through the lock, so that keys which were typed just before are not overtaken.
    const keys = (await settings.change((all) => all)).keys[service];
    this.#loginProblems.delete(service);
    const granted: Result<Granted, LoginProblem | Cause> =
      keys === null ? err({ type: 'notConnected', service }) : await services[service].logIn(keys);
    this.#keyTests.forget(service);
    if (!granted.ok) {
      this.#loginProblems.set(service, granted.error);
      return;
    }
    const { user, begin } = granted.value;
    // Somebody else's goes first, so that what is stored is of the user who is noted, wherever the worker dies.
    if ((await settings.read()).users[service]?.id !== user.id) await services[service].logOut();
    const now = await settings.change((all) =>
      all.keys[service] === null ? all : { ...all, users: { ...all.users, [service]: user } },
    );
    // Without keys the user has disconnected meanwhile.
    if (now.keys[service] !== null) await begin();
  }

  /** Each connection goes on with another user, who must see what it books; one that he does not see stands still. */
  async #acceptUser(service: Service): Promise<void> {
    const { settings } = this.#environment;
    this.#loginProblems.delete(service);
    const facts = await this.#facts((await settings.read()).editing, true);
    const isSeen = ({ companyEntity, division }: Connection): boolean =>
      service === 'teamleader'
        ? facts.companyEntities.some(({ id }) => id === companyEntity.id)
        : facts.divisions.some(({ code }) => code === division.code);
    const { connections } = await settings.change((all) => ({
      ...all,
      connections: all.connections.map((one) =>
        isSeen(one) ? { ...one, users: { ...one.users, [service]: all.users[service]?.id ?? null } } : one,
      ),
    }));
    const unseen = connections.find((one) => !isSeen(one));
    if (unseen === undefined) return;
    const { name } = service === 'teamleader' ? unseen.companyEntity : unseen.division;
    this.#loginProblems.set(service, facts.problem ?? { type: 'notAmongYours', name });
  }

  /** Forgets tokens and keys; what was set up and read stays. */
  async #logOut(service: Service): Promise<void> {
    const { settings, services } = this.#environment;
    this.#loginProblems.delete(service);
    await services[service].logOut();
    await settings.change((all) => withoutKeys(all, service));
  }

  /** What locks it counts here, whatever a page shows. */
  async #setAutomatic(key: string, automaticEvery: AutomaticEvery | null): Promise<void> {
    await this.#changeConnection(key, (connection) =>
      automaticEvery === null || automaticLocks(connection).length === 0
        ? { ...connection, automaticEvery }
        : connection,
    );
  }

  async #changeConnection(key: string, change: (connection: Connection) => Connection): Promise<void> {
    await this.#environment.settings.change((all) => ({
      ...all,
      connections: all.connections.map((connection) => (connection.id === key ? change(connection) : connection)),
    }));
  }

  /** Nothing is booked by what the file says before the user has seen and saved it. Feature B13. */
  async takeFile(text: string): Promise<SettingsFileProblem | null> {
    const file = readSettingsFile(text);
    if (!file.ok) return file.error;
    const { region } = file.value;
    await this.#environment.settings.change((all) => ({
      ...withSettingsFile(all, file.value, this.#environment.newId),
      region,
    }));
    return null;
  }

  /** Safe to press any number of times: it stores what the draft says and starts nothing. Feature B5. */
  async #save(key: string): Promise<void> {
    const { settings, database, newId } = this.#environment;
    const facts = await this.#facts(key, false);
    let before: readonly Connection[] = [];
    const { connections } = await settings.change((all) => {
      before = all.connections;
      return withSaved(all, key, facts, newId);
    });
    const made = connections.filter((connection) => !before.includes(connection));
    const replaced = before.filter(({ id }) => connections.every((connection) => connection.id !== id));
    for (const { id } of made) if (id !== key) this.#became.set(key, id);
    for (const connection of made) await forgetReference(database, connection);
    for (const { id } of replaced) await database.forgetConnection(id);
  }

  async #remove(key: string): Promise<void> {
    const { settings, database, whileIdle } = this.#environment;
    await whileIdle(key, async () => {
      await settings.change((all) => withRemoved(all, key));
      await database.forgetConnection(key);
    });
  }
}

/** Nor does anybody use them any more. */
const withoutKeys = (all: Settings, service: Service): Settings => ({
  ...all,
  keys: { ...all.keys, [service]: null },
  users: { ...all.users, [service]: null },
});

/** Is somebody else logged in than who used the connection so far? */
export function isAnotherUser({ users }: Connection, loggedIn: Settings['users'], service: Service): boolean {
  return isSomebodyElse(users[service], loggedIn[service]?.id ?? null);
}

/** Was something proposed of which the facts do not know the consequences yet? */
const isAhead = (draft: ConnectionDraft, facts: SetupFacts): boolean =>
  (draft.companyEntityId !== null && facts.companyEntities.length > 0 && facts.taxRates.length === 0) ||
  (draft.divisionCode !== null && facts.divisions.length > 0 && facts.journals.length === 0);

import { browser } from 'wxt/browser';
import { type Connection, nameOf } from '../../lib/connection.ts';
import { createFileFetcher } from '../../lib/http/file.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import { fill } from '../../lib/i18n/index.ts';
import { textsFor } from '../../lib/i18n/tables.ts';
import type {
  Answers,
  DocumentView,
  HistoryView,
  PageRequest,
  PageView,
  SyncView,
  TrustedRequest,
} from '../../lib/messages.ts';
import type { Notify } from '../../lib/notify.ts';
import { presetSettings } from '../../lib/setup/presets.ts';
import { settingsFile } from '../../lib/setup/settings-file.ts';
import { isAnotherUser, Setup } from '../../lib/setup/setup.ts';
import { SNAPSHOT } from '../../lib/snapshot.ts';
import { Database } from '../../lib/store/database.ts';
import type { DocumentRecord, Intent, RunRecord } from '../../lib/store/records.ts';
import { asOne, newestRound } from '../../lib/store/round.ts';
import { type Settings, siblingsOf, storedSettings } from '../../lib/store/settings.ts';
import { troubleOf } from '../../lib/store/trouble.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { isNews } from '../../lib/sync/news.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { diagnostics } from '../../lib/views/diagnostics.ts';
import { heldIn } from '../../lib/views/held.ts';
import { attentionOf, viewPage, viewTrouble } from '../../lib/views/page-view.ts';
import { lock, lockIfFree, onWake, stayAwake, wakeAt } from './awake.ts';
import { createImports, isImportRequest } from './imports.ts';
import { chooseLanguage, languageOr } from './language.ts';
import { migrateRows } from './migrated-ids.ts';
import { followPresets, presets } from './presets.ts';
import { listen } from './router.ts';
import { createServices } from './services.ts';
import { showSetup } from './show-setup.ts';
import { notify, showAttention, tellChanged } from './tell.ts';

/** Wires the rooms together. All listeners are set before the first await, so that no wake-up is missed. */
export function startBackground(): void {
  const database = new Database();
  const settings = presetSettings(storedSettings(browser.storage.local, lock), presets);
  const services = createServices(settings);
  const fetchFile = createFileFetcher((...request) => fetch(...request));
  const recordsOf = async (): Promise<DocumentRecord[]> => {
    const { connections } = await settings.read();
    return (await Promise.all(connections.map(({ id }) => database.documents(id)))).flat();
  };
  const intentsOf = async (): Promise<Intent[]> => {
    const { connections } = await settings.read();
    return (await Promise.all(connections.map(({ id }) => database.intents(id)))).flat();
  };

  const imports = createImports(settings, database, services);

  const contexts = async (): Promise<SyncContext[]> => {
    const all = await settings.read();
    const [teamleader, exact] = await Promise.all([services.teamleader.client(), services.exact.client()]);
    if (teamleader === null || exact === null) return [];
    return all.connections
      .filter((one) => !isAnotherUser(one, all.users, 'teamleader') && !isAnotherUser(one, all.users, 'exact'))
      .map((connection) => ({
        connection,
        siblings: siblingsOf(all, connection),
        teamleader,
        exact: exact.inDivision(connection.division.code),
        database,
        fetchFile,
        now: Date.now,
      }));
  };

  const noteFirstSyncs = async (): Promise<void> => {
    const { connections } = await settings.read();
    if (connections.every(({ firstSyncAt }) => firstSyncAt !== null)) return;
    const runs = await database.runs();
    const isNews = connections.some((one) => withFirstSync(runs)(one) !== one);
    if (!isNews) return;
    await settings.change((all) => ({ ...all, connections: all.connections.map(withFirstSync(runs)) }));
    tellChanged();
  };

  const runner = new Runner({
    database,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    contexts,
    lockIfFree,
    lock,
    stayAwake,
    wakeAt,
    onChange: tellChanged,
    onEnd: async (round) => {
      await showAttention(attentionOf(await recordsOf()));
      const { notify: when, connections } = await settings.read();
      const runs = await database.runs();
      const isNewsOfRound = round.some((run) => isTold(run, when) && isNews(run, runBefore(run, runs)));
      if (isNewsOfRound) await notifyEnd(round, namesOf(connections));
      await noteFirstSyncs();
    },
  });

  const viewHistory = async (): Promise<HistoryView> => {
    const { connections, former } = await settings.read();
    return {
      runs: await database.runs(),
      documents: (await recordsOf()).map(documentView),
      connections: Object.fromEntries([...former, ...connections].map((one) => [one.id, nameOf(one)])),
      pdfsWaiting: (await intentsOf()).filter(({ type }) => type === 'pdf').length,
    };
  };
  const viewSync = async (): Promise<{ all: SyncView; each: ReadonlyMap<string, SyncView> }> => {
    const [{ connections }, runs, records] = await Promise.all([settings.read(), database.runs(), recordsOf()]);
    const isSaved = ({ connectionId }: RunRecord): boolean => connections.some(({ id }) => id === connectionId);
    const each = connections.map(({ id }): [string, SyncView] => {
      const own = records.filter(({ connectionId }) => connectionId === id);
      return [id, { run: runs.find((run) => run.connectionId === id) ?? null, ...heldIn(own) }];
    });
    return {
      all: { run: asOne(newestRound(runs.filter(isSaved))), ...heldIn(records) },
      each: new Map(each),
    };
  };
  const setup = new Setup({
    settings,
    database,
    services,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    presets,
    viewSync,
    whileIdle: (connectionId, task) => lockIfFree(`run/${connectionId}`, task),
  });

  const diagnose = async (): Promise<string> => {
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    return diagnostics({
      version: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      language: await languageOr(browser.i18n.getUILanguage()),
      granted: [...permissions, ...origins],
      settings: await settings.read(),
      records: await recordsOf(),
      intents: await intentsOf(),
      runs: await database.runs(),
      now: Date.now(),
    });
  };

  async function page(request: PageRequest): Promise<Answers[PageRequest['type']]> {
    if (request.type === 'page/openSetup') {
      await showSetup();
      return null;
    }
    const language = await languageOr(request.language);
    return viewRows(request, language).catch((error: unknown) => viewTrouble(troubleOf(error), language));
  }

  async function viewRows(request: Extract<PageRequest, { rows: unknown }>, language: string): Promise<PageView> {
    if (request.type === 'page/sync') await runner.start('click');
    const [{ connections }, records, all, ready] = await Promise.all([
      settings.read(),
      recordsOf(),
      database.runs(),
      contexts(),
    ]);
    const migrated = await migrateRows(request.rows, database, ready[0]?.teamleader ?? null);
    const runs = all.filter(({ connectionId }) => connections.some(({ id }) => id === connectionId));
    const facts = { isSetUp: ready.length > 0, records, runs, names: namesOf(connections), migrated };
    return viewPage(request.rows, facts, language);
  }

  async function trusted(request: TrustedRequest): Promise<Answers[TrustedRequest['type']]> {
    if (isImportRequest(request)) return imports.answer(request);
    switch (request.type) {
      case 'sync/start':
        await runner.start('popup');
        return setup.view(false);
      case 'customer/choose': {
        // An account is the division's: the answer holds for all that book into it.
        const { connections } = await settings.change((all) => withChoice(all, request));
        const codes = divisionOf(connections, request.connectionId);
        await runner.start('popup', ({ connection }) => codes === connection.division.code);
        return viewHistory();
      }
      case 'history/view':
        return viewHistory();
      case 'history/writes':
        return database.writes();
      case 'cache/reset':
        await database.reset();
        await showAttention(0);
        tellChanged();
        return null;
      case 'language/choose':
        await chooseLanguage(request.language);
        tellChanged();
        return null;
      case 'settings/export':
        return settingsFile(await settings.read());
      case 'settings/import': {
        const problem = await setup.takeFile(request.text);
        tellChanged();
        return problem;
      }
      case 'diagnostics/read':
        return diagnose();
      default: {
        const view = await setup.answer(request);
        await browser.storage.session.set({ [SNAPSHOT]: view });
        if (request.type !== 'setup/view') tellChanged();
        if (request.type === 'setup/logIn' || request.type === 'setup/acceptUser') {
          void runner.goOnAfterLogin();
          void imports.goOn();
        }
        // When to wake next depends on them.
        if (RESCHEDULING.has(request.type)) goOn();
        return view;
      }
    }
  }

  listen({ page, trusted });
  followPresets(tellChanged);
  // Trouble with the storage is told to whoever asks.
  const goOn = () =>
    void recordsOf()
      .then((records) => showAttention(attentionOf(records)))
      .then(noteFirstSyncs)
      .then(() => runner.goOn())
      .catch(() => undefined);
  const goOnImporting = () => void imports.goOn().catch(() => undefined);
  onWake(() => {
    goOn();
    goOnImporting();
  });
  goOn();
  goOnImporting();
}

/** What changes which connections there are, or when they sync by themselves: the count and the next time depend on it. */
const RESCHEDULING: ReadonlySet<TrustedRequest['type']> = new Set(['setup/automatic', 'setup/save', 'setup/remove']);

const divisionOf = (connections: readonly Connection[], connectionId: string): number | undefined =>
  connections.find(({ id }) => id === connectionId)?.division.code;

/** The user's answer, for every connection of the division that it was asked for. */
function withChoice(
  all: Settings,
  { connectionId, customer, accountId }: Extract<TrustedRequest, { type: 'customer/choose' }>,
): Settings {
  const code = divisionOf(all.connections, connectionId);
  const answered = (connection: Connection): Connection => ({
    ...connection,
    accountChoices: { ...connection.accountChoices, [customer]: accountId },
  });
  return {
    ...all,
    connections: all.connections.map((one) => (one.division.code === code ? answered(one) : one)),
  };
}

/** Names tell connections apart: a single one needs none. */
const namesOf = (connections: readonly Connection[]): ReadonlyMap<string, string> =>
  new Map(connections.length < 2 ? [] : connections.map((one) => [one.id, nameOf(one)]));

const runBefore = (run: RunRecord, runs: readonly RunRecord[]): RunRecord | null =>
  runs.find(({ id, connectionId }) => id !== run.id && connectionId === run.connectionId) ?? null;

/** A sync that the user started went well to its end. */
const withFirstSync =
  (runs: readonly RunRecord[]) =>
  (connection: Connection): Connection => {
    if (connection.firstSyncAt !== null) return connection;
    const first = runs.find(
      ({ connectionId, phase, problem, trigger }) =>
        connectionId === connection.id && phase === 'ended' && problem === null && trigger !== 'automatic',
    );
    return first === undefined ? connection : { ...connection, firstSyncAt: first.endedAt };
  };

const documentView = ({ updatedAt: _, ...record }: DocumentRecord): DocumentView => record;

/** Does the user want to hear of it? */
const isTold = ({ problem, counts }: RunRecord, when: Notify): boolean =>
  when === 'all' || (when === 'problems' && (problem !== null || counts.blocked > 0));

async function notifyEnd(round: readonly RunRecord[], names: ReadonlyMap<string, string>): Promise<void> {
  const run = asOne(round);
  if (run === null) return;
  const language = await languageOr(browser.i18n.getUILanguage());
  const texts = textsFor(language);
  const counts = fill(texts.notification.counts, run.counts);
  if (run.problem === null) return notify(run.id, texts.notification.done, counts);
  const problems = round.flatMap(({ connectionId, problem }) => {
    if (problem === null) return [];
    const { text, fix } = describeCause(problem, texts, language);
    const name = names.get(connectionId);
    return [name === undefined ? `${text} ${fix}` : `${name}: ${text} ${fix}`];
  });
  return notify(run.id, texts.notification.stopped, [...problems, counts].join(' '));
}

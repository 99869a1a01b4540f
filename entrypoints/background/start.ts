import { browser } from 'wxt/browser';
import type { Connection } from '../../lib/connection.ts';
import { createFileFetcher } from '../../lib/http/file.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import { fill, textsFor } from '../../lib/i18n/index.ts';
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
import type { RunRecord } from '../../lib/store/records.ts';
import { storedSettings } from '../../lib/store/settings.ts';
import { troubleOf } from '../../lib/store/trouble.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { isNews } from '../../lib/sync/news.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { diagnostics } from '../../lib/views/diagnostics.ts';
import { attentionOf, viewPage, viewTrouble } from '../../lib/views/page-view.ts';
import { lock, lockIfFree, onWake, stayAwake, wakeAt } from './awake.ts';
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
  const connectionOf = async () => (await settings.read()).connections[0] ?? null;
  const recordsOf = async () => {
    const connection = await connectionOf();
    return connection === null ? [] : database.documents(connection.id);
  };

  const contextOf = async (): Promise<SyncContext | null> => {
    const { connections, users } = await settings.read();
    const [teamleader, exact] = await Promise.all([services.teamleader.client(), services.exact.client()]);
    const [connection] = connections;
    if (connection === undefined || teamleader === null || exact === null) return null;
    if (isAnotherUser(connection, users, 'teamleader') || isAnotherUser(connection, users, 'exact')) return null;
    return {
      connection,
      teamleader,
      exact: exact.inDivision(connection.division.code),
      database,
      fetchFile,
      now: Date.now,
    };
  };

  const noteFirstSync = async (): Promise<void> => {
    const connection = await connectionOf();
    if (connection === null || connection.firstSyncAt !== null) return;
    const firstSync = (await database.runs()).find(isFirstSync(connection));
    if (firstSync === undefined) return;
    await settings.change((all) => ({ ...all, connections: all.connections.map(withFirstSync(firstSync)) }));
    tellChanged();
  };

  const runner = new Runner({
    database,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    contextOf,
    lockIfFree,
    stayAwake,
    wakeAt,
    onChange: tellChanged,
    onEnd: async (run) => {
      await showAttention(attentionOf(await recordsOf()));
      const before = (await database.runs(2)).find(({ id }) => id !== run.id);
      const { notify: when } = await settings.read();
      if (isTold(run, when) && isNews(run, before ?? null)) await notifyEnd(run);
      await noteFirstSync();
    },
  });

  const pdfsWaiting = async (): Promise<number> => {
    const connection = await connectionOf();
    const intents = connection === null ? [] : await database.intents(connection.id);
    return intents.filter(({ type }) => type === 'pdf').length;
  };
  const viewHistory = async (): Promise<HistoryView> => ({
    runs: await database.runs(),
    documents: (await recordsOf()).map(documentView),
    pdfsWaiting: await pdfsWaiting(),
  });
  const viewSync = async (): Promise<SyncView> => ({
    run: (await database.runs(1))[0] ?? null,
    attention: attentionOf(await recordsOf()),
  });
  const setup = new Setup({
    settings,
    database,
    services,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    presets,
    viewSync,
  });

  const diagnose = async (): Promise<string> => {
    const connection = await connectionOf();
    const { permissions = [], origins = [] } = await browser.permissions.getAll();
    return diagnostics({
      version: browser.runtime.getManifest().version,
      browser: navigator.userAgent,
      language: await languageOr(browser.i18n.getUILanguage()),
      granted: [...permissions, ...origins],
      settings: await settings.read(),
      records: await recordsOf(),
      intents: connection === null ? [] : await database.intents(connection.id),
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
    const [records, runs, context] = await Promise.all([recordsOf(), database.runs(1), contextOf()]);
    const migrated = await migrateRows(request.rows, database, context?.teamleader ?? null);
    const facts = { isSetUp: context !== null, records, run: runs[0] ?? null, migrated };
    return viewPage(request.rows, facts, language);
  }

  async function trusted(request: TrustedRequest): Promise<Answers[TrustedRequest['type']]> {
    switch (request.type) {
      case 'sync/start':
        await runner.start('popup');
        return setup.view(false);
      case 'customer/choose': {
        const { customer, accountId } = request;
        await settings.change((all) => ({ ...all, connections: all.connections.map(withChoice(customer, accountId)) }));
        await runner.start('popup');
        return viewHistory();
      }
      case 'history/view':
        return viewHistory();
      case 'history/writes': {
        const connection = await connectionOf();
        return connection === null ? [] : database.writes(connection.id);
      }
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
        if (request.type === 'setup/logIn' || request.type === 'setup/acceptUser') void runner.goOnAfterLogin();
        // When to wake next depends on them.
        if (request.type === 'setup/automatic' || request.type === 'setup/save') void runner.goOn();
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
      .then(noteFirstSync)
      .then(() => runner.goOn())
      .catch(() => undefined);
  onWake(goOn);
  goOn();
}

const withChoice =
  (customer: string, accountId: string) =>
  (connection: Connection): Connection => ({
    ...connection,
    accountChoices: { ...connection.accountChoices, [customer]: accountId },
  });

/** A sync that the user started went well to its end. */
const isFirstSync =
  (connection: Connection) =>
  ({ connectionId, phase, problem, trigger }: RunRecord): boolean =>
    connectionId === connection.id && phase === 'ended' && problem === null && trigger !== 'automatic';

const withFirstSync =
  ({ connectionId, endedAt }: RunRecord) =>
  (connection: Connection): Connection =>
    connection.id === connectionId ? { ...connection, firstSyncAt: endedAt } : connection;

const documentView = ({
  connectionId: _,
  updatedAt: __,
  ...record
}: Awaited<ReturnType<Database['documents']>>[number]): DocumentView => record;

/** Does the user want to hear of it? */
const isTold = ({ problem, counts }: RunRecord, when: Notify): boolean =>
  when === 'all' || (when === 'problems' && (problem !== null || counts.blocked > 0));

async function notifyEnd(run: RunRecord): Promise<void> {
  const language = await languageOr(browser.i18n.getUILanguage());
  const texts = textsFor(language);
  const counts = fill(texts.notification.counts, run.counts);
  if (run.problem === null) return notify(run.id, texts.notification.done, counts);
  const { text, fix } = describeCause(run.problem, texts, language);
  return notify(run.id, texts.notification.stopped, `${text} ${fix} ${counts}`);
}

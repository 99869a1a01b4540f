import { browser } from 'wxt/browser';
import { automaticEveryOf } from '../../lib/automatic.ts';
import { type Connection, nameOf } from '../../lib/connection.ts';
import type { DocumentAction } from '../../lib/document-action.ts';
import { keptSince } from '../../lib/history-kept.ts';
import { createFileFetcher } from '../../lib/http/file.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import { fill, formatTime } from '../../lib/i18n/index.ts';
import { textsFor } from '../../lib/i18n/tables.ts';
import type { Answers, HistoryView, SyncView, TrustedRequest } from '../../lib/messages.ts';
import type { Notify } from '../../lib/notify.ts';
import type { Cause, Outcome } from '../../lib/outcome.ts';
import type { PaymentAction } from '../../lib/payment.ts';
import { err, ok } from '../../lib/result.ts';
import { presetSettings } from '../../lib/setup/presets.ts';
import { settingsFile } from '../../lib/setup/settings-file.ts';
import { isAnotherUser, Setup } from '../../lib/setup/setup.ts';
import { SNAPSHOT } from '../../lib/snapshot.ts';
import { Database } from '../../lib/store/database.ts';
import type { Sought } from '../../lib/store/document-indexes.ts';
import type { DocumentRecord, Intent, Only, RunRecord } from '../../lib/store/records.ts';
import { asOne, newestRound } from '../../lib/store/round.ts';
import { type Settings, siblingsOf, storedItem, storedSettings } from '../../lib/store/settings.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { caughtUpSince, isNews, standsStill } from '../../lib/sync/news.ts';
import { carryOutWishes, noteWish } from '../../lib/sync/payment-actions.ts';
import { Previewer } from '../../lib/sync/previewer.ts';
import { Reporter } from '../../lib/sync/reporter.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { diagnostics } from '../../lib/views/diagnostics.ts';
import { heldIn } from '../../lib/views/held.ts';
import { viewDocument, viewRun } from '../../lib/views/history-view.ts';
import { attentionOf } from '../../lib/views/page-view.ts';
import { paidNotices } from '../../lib/views/paid-notices.ts';
import { actOnDocument, type DocumentOfConnection } from './act-on-document.ts';
import { lock, lockIfFree, onOnline, onWake, stayAwake, wakeAt } from './awake.ts';
import { createImports, isImportRequest } from './imports.ts';
import { chooseLanguage, languageOr } from './language.ts';
import { createPageHandler, type KnownFacts } from './page.ts';
import { NO_PAGES, pageMemorySchema } from './page-memory.ts';
import { followPresets, presets } from './presets.ts';
import { answerPreview } from './previews.ts';
import { answerReport } from './reports.ts';
import { listen } from './router.ts';
import { createServices } from './services.ts';
import { showOptions, showPreview, showSetup } from './show-page.ts';
import { notify, showAttention, tellChanged } from './tell.ts';

/** Wires the rooms together. All listeners are set before the first await, so that no wake-up is missed. */
export function startBackground(): void {
  const database = new Database();
  const settings = presetSettings(storedSettings(browser.storage.local, lock), presets);
  const services = createServices(settings);
  const pageMemory = storedItem(browser.storage.local, lock, 'pages', pageMemorySchema.catch(NO_PAGES), NO_PAGES);
  const fetchFile = createFileFetcher((...request) => fetch(...request));
  const recordsOf = async (): Promise<DocumentRecord[]> => {
    const { connections } = await settings.read();
    return (await Promise.all(connections.map(({ id }) => database.documents(id)))).flat();
  };
  const recordsToSeeTo = async (sought: readonly Sought[] = []): Promise<DocumentRecord[]> => {
    const { connections } = await settings.read();
    const found = connections.flatMap(({ id }) => [database.documentsToSeeTo(id), database.documentsNamed(id, sought)]);
    const records = (await Promise.all(found)).flat();
    return [...new Map(records.map((one) => [`${one.connectionId}/${one.kind}/${one.id}`, one])).values()];
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
        standApart,
        random: Math.random,
        now: Date.now,
      }));
  };

  const missingLogin = async (connectionId: string): Promise<Cause | null> => {
    const { connections } = await settings.read();
    if (!connections.some(({ id }) => id === connectionId)) return null;
    const [teamleader, exact] = await Promise.all([services.teamleader.client(), services.exact.client()]);
    if (teamleader === null) return { type: 'loginNeeded', service: 'teamleader' };
    return exact === null ? { type: 'loginNeeded', service: 'exact' } : null;
  };

  const showState = async (): Promise<void> => {
    const [{ connections }, records, runs, ready] = await Promise.all([
      settings.read(),
      recordsToSeeTo(),
      database.runs(),
      contexts(),
    ]);
    const canWork = (id: string): boolean => ready.some(({ connection }) => connection.id === id);
    // Without a log-in nothing goes by itself any more, and no run is there to say so.
    const isHalted = connections.some(
      (one) =>
        standsStill(runs.filter(({ connectionId }) => connectionId === one.id)) ||
        (automaticEveryOf(one) !== null && !canWork(one.id)),
    );
    await showAttention(attentionOf(records), isHalted);
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
    missingLogin,
    lockIfFree,
    lock,
    stayAwake,
    wakeAt,
    onChange: tellChanged,
    onEnd: async (round) => {
      await showState();
      const { notify: when, notifyPaid, historyMonths, connections } = await settings.read();
      const runs = await database.runs();
      const isNewsOfRound = round.some((run) => isTold(run, when) && isNews(run, runsBefore(run, runs)));
      if (isNewsOfRound) await notifyEnd(round, namesOf(connections), since(round, runs, connections));
      if (notifyPaid) await notifyPayments(round, await recordsOf());
      await noteFirstSyncs();
      await database.forgetHistory(keptSince(historyMonths, Date.now()));
    },
  });

  const previewer = new Previewer({
    database,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    contexts,
    stayAlive: stayAwake,
    onChange: tellChanged,
  });

  const reporter = new Reporter({
    database,
    now: Date.now,
    newId: () => crypto.randomUUID(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    contextOf: async (connectionId) => {
      const context = (await contexts()).find(({ connection }) => connection.id === connectionId);
      if (context !== undefined) return ok(context);
      const isTeamleaderThere = (await services.teamleader.client()) !== null;
      return err({ type: 'loginNeeded', service: isTeamleaderThere ? 'exact' : 'teamleader' });
    },
    stayAlive: stayAwake,
    onChange: tellChanged,
  });

  const viewHistory = async (): Promise<HistoryView> => {
    const { connections, former } = await settings.read();
    const intents = await intentsOf();
    const wishes = new Map(
      intents.flatMap((one) =>
        one.type === 'paymentWish' ? [[`${one.connectionId}/${one.subject}`, one.action] as const] : [],
      ),
    );
    return {
      runs: (await database.runs()).map(viewRun),
      documents: (await recordsOf()).map((record) =>
        viewDocument(record, wishes.get(`${record.connectionId}/${record.id}`) ?? null),
      ),
      connections: Object.fromEntries([...former, ...connections].map((one) => [one.id, nameOf(one)])),
      pdfsWaiting: intents.filter(({ type }) => type === 'pdf').length,
    };
  };
  const viewSync = async (): Promise<{ all: SyncView; each: ReadonlyMap<string, SyncView> }> => {
    const [{ connections }, runs, records] = await Promise.all([settings.read(), database.runs(), recordsToSeeTo()]);
    const isSaved = ({ connectionId }: RunRecord): boolean => connections.some(({ id }) => id === connectionId);
    const each = connections.map(({ id }): [string, SyncView] => {
      const own = records.filter(({ connectionId }) => connectionId === id);
      const run = runs.find((one) => one.connectionId === id);
      return [id, { run: run === undefined ? null : viewRun(run), ...heldIn(own) }];
    });
    const newest = asOne(newestRound(runs.filter(isSaved)));
    return {
      all: { run: newest === null ? null : viewRun(newest), ...heldIn(records) },
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
      pages: (await pageMemory.read()).readings,
      now: Date.now(),
    });
  };

  const readFacts = async (sought: readonly Sought[]): Promise<KnownFacts> => {
    const [{ connections, region }, records, all, ready] = await Promise.all([
      settings.read(),
      recordsToSeeTo(sought),
      database.runs(),
      contexts(),
    ]);
    return {
      isSetUp: ready.length > 0,
      records,
      runs: all.filter(({ connectionId }) => connections.some(({ id }) => id === connectionId)),
      names: namesOf(connections),
      divisions: new Map(connections.map(({ id, division }) => [id, division.code])),
      region,
    };
  };
  const preview = async (only: Only): Promise<void> => {
    await previewer.start(only);
    await showPreview();
  };
  const onDocument = async (document: DocumentOfConnection, action: DocumentAction): Promise<void> => {
    await actOnDocument(document, action, { database, contexts, runner, preview });
    await showState();
    tellChanged();
  };
  const page = createPageHandler({
    database,
    start: async (only) => {
      await runner.start('click', { onlyOf: () => only });
    },
    memory: pageMemory,
    readFacts,
    teamleader: async () => (await contexts())[0]?.teamleader ?? null,
    languageOr,
    preview,
    onDocument,
    showSetup,
    showOptions,
    now: Date.now,
  });

  async function trusted(request: TrustedRequest): Promise<Answers[TrustedRequest['type']]> {
    if (isImportRequest(request)) return imports.answer(request);
    switch (request.type) {
      case 'sync/start':
        await runner.start('popup');
        return setup.view(false);
      case 'sync/stop':
        await runner.stop();
        return setup.view(false);
      case 'customer/choose': {
        // An account is the division's: the answer holds for all that book into it.
        const { connections } = await settings.change((all) => withChoice(all, request));
        const codes = divisionOf(connections, request.connectionId);
        const asking = (await recordsOf()).filter(({ outcome }) => asksFor(outcome, request.customer));
        await runner.start('popup', {
          isWanted: ({ connection }) => codes === connection.division.code,
          onlyOf: ({ connection: { id } }) =>
            asking.filter((one) => one.connectionId === id).map((one) => ({ kind: one.kind, id: one.id, shown: null })),
        });
        return viewHistory();
      }
      case 'payment/remove':
        return actOn(request, 'remove');
      case 'payment/settle':
        return actOn(request, 'settle');
      case 'preview/start':
      case 'preview/view':
      case 'preview/stop':
      case 'preview/book': {
        const names = async () => namesOf((await settings.read()).connections);
        return answerPreview(request, { previewer, runner, records: recordsOf, runs: () => database.runs(), names });
      }
      case 'report/start':
      case 'report/view':
      case 'report/stop':
        return answerReport(request, reporter);
      case 'document/act':
        await onDocument(request, request.action);
        return viewHistory();
      case 'history/view':
        return viewHistory();
      case 'history/writes':
        return database.writes();
      case 'cache/reset':
        await database.reset();
        await showState();
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
        else if (LOGGING_IN.has(request.type)) void showState().catch(() => undefined);
        return view;
      }
    }
  }

  /** Noted at once, and done when no run is at the same invoice. */
  async function actOn(
    invoice: { readonly connectionId: string; readonly id: string },
    action: PaymentAction,
  ): Promise<Cause | null> {
    const { connectionId, id } = invoice;
    if (!(await noteWish(database, invoice, action, Date.now()))) return null;
    tellChanged();
    const context = (await contexts()).find(({ connection }) => connection.id === connectionId);
    if (context === undefined) return null;
    const failed = await lock(`run/${connectionId}`, () => carryOutWishes(context));
    await showState();
    tellChanged();
    // An alarm may have come while the connection was held.
    goOn();
    return failed.get(id) ?? null;
  }

  listen({ page, trusted });
  // Trouble with the storage is told to whoever asks.
  const goOn = () =>
    void showState()
      .then(noteFirstSyncs)
      .then(() => runner.goOn())
      .catch(() => undefined);
  const goOnImporting = () => void imports.goOn().catch(() => undefined);
  onWake(() => {
    goOn();
    goOnImporting();
  });
  onOnline(() => {
    void runner.goOnOnline().catch(() => undefined);
    goOnImporting();
  });
  // With it, a log-in may hold again, or hold no more.
  followPresets(() => {
    tellChanged();
    goOn();
    goOnImporting();
  });
  goOn();
  goOnImporting();
}

/** At most so long, in milliseconds. */
const APART_MS = 8_000;

/** By then who goes first has sent the first of his, and whoever comes after sees it: he stands back from all of them. */
const HEAD_START_MS = 12_000;

const standApart: SyncContext['standApart'] = (from) =>
  new Promise((resolve) => {
    setTimeout(resolve, (from === 'booker' ? 0 : HEAD_START_MS) + Math.random() * APART_MS);
  });

/** What changes which connections there are, or when they sync by themselves: the count and the next time depend on it. */
const RESCHEDULING: ReadonlySet<TrustedRequest['type']> = new Set([
  'setup/region',
  'setup/automatic',
  'setup/automaticHours',
  'setup/save',
  'setup/remove',
]);

/** What changes who is logged in: without anybody, automatic sync stands still. */
const LOGGING_IN: ReadonlySet<TrustedRequest['type']> = new Set(['setup/logIn', 'setup/logOut', 'setup/acceptUser']);

const divisionOf = (connections: readonly Connection[], connectionId: string): number | undefined =>
  connections.find(({ id }) => id === connectionId)?.division.code;

/** Does the document wait for the answer which account the customer is? */
const asksFor = (outcome: Outcome, customer: string): boolean =>
  outcome.state === 'blocked' && outcome.cause.type === 'customerAmbiguous' && outcome.cause.customer === customer;

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

/** Of the same connection, the newest first. */
const runsBefore = (run: RunRecord, runs: readonly RunRecord[]): RunRecord[] =>
  runs.filter(
    ({ id, connectionId, startedAt }) =>
      id !== run.id && connectionId === run.connectionId && startedAt <= run.startedAt,
  );

/** Since when the round had to catch up, or null. */
function since(
  round: readonly RunRecord[],
  runs: readonly RunRecord[],
  connections: readonly Connection[],
): number | null {
  const times = round.flatMap((run) => {
    const connection = connections.find(({ id }) => id === run.connectionId);
    if (connection === undefined) return [];
    return caughtUpSince(run, runsBefore(run, runs)[0] ?? null, connection) ?? [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** A sync that the user started went well to its end. */
const withFirstSync =
  (runs: readonly RunRecord[]) =>
  (connection: Connection): Connection => {
    if (connection.firstSyncAt !== null) return connection;
    const first = runs.find(
      ({ connectionId, phase, problem, trigger, only }) =>
        connectionId === connection.id &&
        phase === 'ended' &&
        problem === null &&
        trigger !== 'automatic' &&
        only === null,
    );
    return first === undefined ? connection : { ...connection, firstSyncAt: first.endedAt };
  };

/** Does the user want to hear of it? */
const isTold = ({ problem, paymentsProblem, counts }: RunRecord, when: Notify): boolean =>
  when === 'all' || (when === 'problems' && (problem !== null || paymentsProblem !== null || counts.blocked > 0));

async function notifyPayments(round: readonly RunRecord[], records: readonly DocumentRecord[]): Promise<void> {
  const language = await languageOr(browser.i18n.getUILanguage());
  for (const run of round) {
    for (const { id, title, message } of paidNotices(run, records, language)) await notify(id, title, message);
  }
}

/** @param caughtUp since when, where Chrome did not run for long */
async function notifyEnd(
  round: readonly RunRecord[],
  names: ReadonlyMap<string, string>,
  caughtUp: number | null,
): Promise<void> {
  const run = asOne(round);
  if (run === null) return;
  const language = await languageOr(browser.i18n.getUILanguage());
  const texts = textsFor(language);
  const told = fill(texts.notification.counts, run.counts);
  const counts =
    caughtUp === null ? told : `${fill(texts.automatic.caughtUp, { time: formatTime(caughtUp, language) })} ${told}`;
  if (run.problem === null) return notify(run.id, texts.notification.done, counts);
  const problems = round.flatMap(({ connectionId, problem }) => {
    if (problem === null) return [];
    const { text, fix } = describeCause(problem, texts, language);
    const name = names.get(connectionId);
    return [name === undefined ? `${text} ${fix}` : `${name}: ${text} ${fix}`];
  });
  return notify(run.id, texts.notification.stopped, [...problems, counts].join(' '));
}

import { browser } from 'wxt/browser';
import { automaticEveryOf } from '../../lib/automatic.ts';
import { namesOf } from '../../lib/connection.ts';
import type { DocumentAction } from '../../lib/document-action.ts';
import { keptSince } from '../../lib/history-kept.ts';
import type { Answers, TrustedRequest } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';
import type { PaymentAction } from '../../lib/payment.ts';
import { err, ok } from '../../lib/result.ts';
import { presetSettings } from '../../lib/setup/presets.ts';
import { settingsFile } from '../../lib/setup/settings-file.ts';
import { isAnotherUser, Setup } from '../../lib/setup/setup.ts';
import { SNAPSHOT } from '../../lib/snapshot.ts';
import { Database } from '../../lib/store/database.ts';
import type { Sought } from '../../lib/store/document-indexes.ts';
import type { Only } from '../../lib/store/records.ts';
import { storedItem, storedSettings } from '../../lib/store/settings.ts';
import { asksFor, divisionOf, withChoice } from '../../lib/sync/account-choice.ts';
import { withFirstSync } from '../../lib/sync/first-sync.ts';
import { standsStill } from '../../lib/sync/news.ts';
import { carryOutWishes, noteWish } from '../../lib/sync/payment-actions.ts';
import { Previewer } from '../../lib/sync/previewer.ts';
import { Reporter } from '../../lib/sync/reporter.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { attentionOf } from '../../lib/views/page-view.ts';
import { actOnDocument, type DocumentOfConnection } from './act-on-document.ts';
import { lock, lockIfFree, onOnline, onWake, stayAwake, wakeAt } from './awake.ts';
import { createContexts } from './contexts.ts';
import { createImports, isImportRequest } from './imports.ts';
import { chooseLanguage, languageOr } from './language.ts';
import { createPageHandler, type KnownFacts } from './page.ts';
import { NO_PAGES, pageMemorySchema } from './page-memory.ts';
import { followPresets, presets } from './presets.ts';
import { answerPreview } from './previews.ts';
import { createReads } from './reads.ts';
import { answerReport } from './reports.ts';
import { listen } from './router.ts';
import { createServices } from './services.ts';
import { showOptions, showPreview, showSetup } from './show-page.ts';
import { showAttention, tellChanged } from './tell.ts';
import { tellEnd } from './tell-end.ts';

/** Wires the rooms together. All listeners are set before the first await, so that no wake-up is missed. */
export function startBackground(): void {
  const database = new Database();
  const settings = presetSettings(storedSettings(browser.storage.local, lock), presets);
  const services = createServices(settings);
  const pageMemory = storedItem(browser.storage.local, lock, 'pages', pageMemorySchema.catch(NO_PAGES), NO_PAGES);
  const { recordsOf, recordsToSeeTo, viewHistory, viewSync, diagnose } = createReads(settings, database, pageMemory);
  const { contexts, missingLogin } = createContexts(settings, services, database);
  const imports = createImports(settings, database, services);

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
      const all = await settings.read();
      await tellEnd(round, all, await database.runs(), recordsOf);
      await noteFirstSyncs();
      await database.forgetHistory(keptSince(all.historyMonths, Date.now()));
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

  const readFacts = async (sought: readonly Sought[]): Promise<KnownFacts> => {
    const [{ connections, region, users }, records, all, ready] = await Promise.all([
      settings.read(),
      recordsToSeeTo(sought),
      database.runs(),
      contexts(),
    ]);
    return {
      isSetUp: ready.length > 0,
      isOurList: connections.some((one) => !isAnotherUser(one, users, 'teamleader')),
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
        const code = divisionOf(connections, request.connectionId);
        const asking = (await recordsOf()).filter(({ outcome }) => asksFor(outcome, request.customer));
        await runner.start('popup', {
          isWanted: ({ connection }) => code === connection.division.code,
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

import { browser } from 'wxt/browser';
import { nameOf } from '../../lib/connection.ts';
import type { HistoryView, SyncView } from '../../lib/messages.ts';
import type { Database } from '../../lib/store/database.ts';
import type { Sought } from '../../lib/store/document-indexes.ts';
import type { DocumentRecord, Intent, RunRecord } from '../../lib/store/records.ts';
import { asOne, newestRound } from '../../lib/store/round.ts';
import type { Item, Settings } from '../../lib/store/settings.ts';
import { diagnostics } from '../../lib/views/diagnostics.ts';
import { heldIn } from '../../lib/views/held.ts';
import { viewDocument, viewRun } from '../../lib/views/history-view.ts';
import { languageOr } from './language.ts';
import type { PageMemory } from './page-memory.ts';

/** What is known of all connections together, and how our own pages are shown it. */
export function createReads(settings: Item<Settings>, database: Database, pageMemory: Item<PageMemory>) {
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

  return { recordsOf, recordsToSeeTo, viewHistory, viewSync, diagnose };
}

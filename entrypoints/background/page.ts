import { type DocumentAction, QUESTIONED } from '../../lib/document-action.ts';
import type { Explained } from '../../lib/explain.ts';
import type { Answers, PageRequest, Reading, RowReference, Taught } from '../../lib/messages.ts';
import type { Database } from '../../lib/store/database.ts';
import type { Sought } from '../../lib/store/document-indexes.ts';
import type { DocumentRecord, Only } from '../../lib/store/records.ts';
import type { Item } from '../../lib/store/settings.ts';
import { troubleOf } from '../../lib/store/trouble.ts';
import type { Teamleader } from '../../lib/teamleader/client.ts';
import { confirmed, type PageAction, viewDetail, viewQuestion } from '../../lib/views/detail-view.ts';
import { type PageFacts, recordFinder, viewPage, viewTrouble } from '../../lib/views/page-view.ts';
import type { DocumentOfConnection } from './act-on-document.ts';
import { migrateRows } from './migrated-ids.ts';
import { noteReading, type PageMemory, withTaught } from './page-memory.ts';

/** All that is told, but for what the page itself brings. */
export type KnownFacts = Omit<PageFacts, 'migrated' | 'taught'>;

export interface PageSurroundings {
  readonly database: Database;
  /** Starts a run of these documents, or of all. */
  readonly start: (only: Only | null) => Promise<void>;
  /** Makes a preview of these documents, and shows it in a page of its own. */
  readonly preview: (only: Only) => Promise<void>;
  readonly memory: Item<PageMemory>;
  /** @param sought of these documents, and of all that need the user */
  readonly readFacts: (sought: readonly Sought[]) => Promise<KnownFacts>;
  readonly teamleader: () => Promise<Teamleader | null>;
  /** The user's choice, or the page's own. */
  readonly languageOr: (other: string) => Promise<string>;
  /** Does what the user asks for one document. */
  readonly onDocument: (document: DocumentOfConnection, action: DocumentAction) => Promise<void>;
  readonly showSetup: () => Promise<void>;
  /** @param explained the cause that is to be explained there; null: none */
  readonly showOptions: (explained: Explained | null) => Promise<void>;
  readonly now: () => number;
}

type PageHandler = (request: PageRequest) => Promise<Answers[PageRequest['type']]>;

/** Answers what a page of Teamleader asks. What it is told to do is checked against what it was offered. */
export function createPageHandler(surroundings: PageSurroundings): PageHandler {
  const { database, start, preview, memory, readFacts, teamleader, languageOr, onDocument } = surroundings;
  const { showSetup, showOptions, now } = surroundings;

  const migrate = async (rows: readonly RowReference[]) => migrateRows(rows, database, await teamleader());

  async function factsFor(rows: readonly RowReference[], taught: Taught | null): Promise<PageFacts> {
    const migrated = await migrate(rows);
    const sought = rows.map((row) => (row.id === null ? row : { ...row, id: migrated.get(row.id) ?? row.id }));
    return { ...(await readFacts(sought)), migrated, taught };
  }

  async function view(request: Extract<PageRequest, { rows: unknown }>, language: string) {
    const taught = await noteReading(memory, request.reading, now());
    if (request.type === 'page/sync') await sync(request.only);
    return viewPage(request.rows, await factsFor(request.rows, taught), language);
  }

  /** @param only null: everything */
  async function sync(only: readonly RowReference[] | null): Promise<void> {
    if (only === null) return start(null);
    const selected = selectionOf(only, await migrate(only));
    if (selected.length > 0) await start(selected);
  }

  /** Of the document that the detail is about; one that no sync has met yet is known as its row tells. */
  async function previewRow(row: RowReference): Promise<void> {
    const record = await recordOf(row);
    const selected: Only =
      record === undefined
        ? selectionOf([row], await migrate([row]))
        : [{ kind: record.kind, id: record.id, shown: null }];
    if (selected.length > 0) await preview(selected);
  }

  const recordOf = async (row: RowReference): Promise<DocumentRecord | undefined> => {
    return recordFinder(await factsFor([row], null))(row);
  };

  const forget = async ({ kind }: RowReference): Promise<void> =>
    void (await memory.change((all) => withTaught(all, kind, null)));

  const asked = (action: DocumentAction) => async (row: RowReference) => {
    const record = await recordOf(row);
    if (record !== undefined) await onDocument(record, action);
  };

  const perform: Readonly<Record<PageAction, (row: RowReference) => Promise<void>>> = {
    sync: (row) => sync([row]),
    preview: previewRow,
    lookAgain: asked('lookAgain'),
    bookAgain: asked('bookAgain'),
    accept: asked('accept'),
    openSetup: showSetup,
    explain: async (row) => {
      const record = await recordOf(row);
      await showOptions(record === undefined ? null : explainedIn(record));
    },
    forget,
  };

  async function detail(row: RowReference, reading: Reading, language: string) {
    return viewDetail(row, reading, await factsFor([row], null), language);
  }

  /** Only what the document's detail offers right now is done, some of it not before the user has said so twice. */
  async function act(row: RowReference, reading: Reading, chosen: string, language: string) {
    const wanted = QUESTIONED.find((action) => chosen === confirmed(action)) ?? chosen;
    const action = (await detail(row, reading, language))?.actions.find(({ id }) => id === wanted)?.id;
    const question = QUESTIONED.find((one) => one === action && chosen === one);
    if (question !== undefined) {
      return viewQuestion(row, question, (await recordOf(row))?.number ?? '', language);
    }
    if (action !== undefined) await perform[action](row);
    return detail(row, reading, language);
  }

  return async (request) => {
    switch (request.type) {
      case 'page/open':
        await (request.what === 'setup' ? showSetup() : showOptions(null));
        return null;
      case 'page/teach':
        if (request.taught === null || request.taught.kind === request.kind)
          await memory.change((all) => withTaught(all, request.kind, request.taught));
        return null;
      case 'page/view':
      case 'page/sync': {
        const language = await languageOr(request.language);
        return view(request, language).catch((error: unknown) => viewTrouble(troubleOf(error), language));
      }
      case 'page/detail':
        return detail(request.row, request.reading, await languageOr(request.language)).catch(() => null);
      case 'page/act':
        return act(request.row, request.reading, request.action, await languageOr(request.language)).catch(() => null);
    }
  };
}

const explainedIn = ({ outcome, payment }: DocumentRecord): Explained | null => {
  if ('cause' in outcome && outcome.cause !== null) return outcome.cause.type;
  return payment?.state === 'attention' ? payment.cause.type : null;
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Rows that cannot be told apart from others select nothing. */
export function selectionOf(rows: readonly RowReference[], migrated: ReadonlyMap<string, string>): Only {
  return rows.flatMap(({ kind, id, number }): Only => {
    const known = id === null ? null : (migrated.get(id) ?? id);
    const uuid = known !== null && UUID.test(known) ? known : null;
    if (uuid !== null) return [{ kind, id: uuid, shown: null }];
    return number === null ? [] : [{ kind, id: null, number, shown: null }];
  });
}

import type { IDBPDatabase, IDBPObjectStore, StoreNames } from 'idb';
import type { z } from 'zod';
import type { DocumentKind } from '../accounting/facts.ts';
import { isSettled, type Outcome } from '../outcome.ts';
import type { PaymentState } from '../payment.ts';
import { findNamed, findToSeeTo, type Sought } from './document-indexes.ts';
import { forgetHistory } from './forget-history.ts';
import { ImportRecords } from './import-records.ts';
import {
  type Cursor,
  type DocumentRecord,
  documentRecordSchema,
  type Intent,
  intentSchema,
  type PdfIntent,
  type RunRecord,
  runRecordSchema,
  type UnreadableIntent,
  unreadableIntentSchema,
} from './records.ts';
import { opener, type Schema } from './schema.ts';
import { type WriteBegun, type WriteEnded, type WriteRecord, writeRecordSchema } from './write-record.ts';

type IntentKey = Pick<Intent, 'connectionId' | 'type' | 'subject'>;

/** What becomes of the intent in the step in which its call is noted. */
type IntentChange =
  | { readonly put: Intent }
  | { readonly close: IntentKey }
  | { readonly pdf: PdfIntent; readonly change: PdfChange };

type PdfChange = Partial<Pick<PdfIntent, 'step' | 'sentAt' | 'notBefore'>>;

/** Kinds of what is cached for one connection, under its id. */
const CONNECTION_CACHES = ['cursor', 'entries', 'entity'] as const;

/** What another version wrote and this one cannot read is left out: it is read from the books again. */
const keepReadable = <T extends z.ZodType>(schema: T, stored: readonly unknown[]): z.output<T>[] =>
  stored.flatMap((value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });

type Store<Name extends 'intents' | 'writes'> = IDBPObjectStore<
  Schema,
  ArrayLike<StoreNames<Schema>>,
  Name,
  'readwrite'
>;

/** A PDF's intent that is gone meanwhile stays so. */
async function changeIntent(intents: Store<'intents'>, change: IntentChange): Promise<void> {
  if ('put' in change) {
    await intents.put(intentSchema.encode(change.put));
  } else if ('close' in change) {
    await intents.delete([change.close.connectionId, change.close.type, change.close.subject]);
  } else {
    const stored = await intents.get([change.pdf.connectionId, change.pdf.type, change.pdf.subject]);
    if (stored !== undefined) await intents.put({ ...stored, ...change.change });
  }
}

/** What was read, and when, in epoch milliseconds. */
interface Cached<T> {
  readonly at: number;
  readonly value: T;
}

function readCached<T extends z.ZodType>(schema: T, stored: Cached<unknown> | undefined): Cached<z.output<T>> | null {
  const parsed = schema.safeParse(stored?.value);
  return stored !== undefined && parsed.success ? { at: stored.at, value: parsed.data } : null;
}

type Call = Pick<WriteRecord, 'connectionId' | 'written' | 'subject'>;

/** The last call of the kind for the subject. */
async function lastCall(
  writes: Store<'writes'>,
  { connectionId, written, subject }: Call,
): Promise<WriteRecord | null> {
  const newest = await writes.index('subject').openCursor([connectionId, written, subject], 'prev');
  return writeRecordSchema
    .nullable()
    .catch(null)
    .parse(newest?.value ?? null);
}

/** The last call is meant; one that is known to have been done stays so. */
async function noteEnd(writes: Store<'writes'>, { outcome, exactId, ...call }: WriteEnded): Promise<void> {
  const write = await lastCall(writes, call);
  if (write === null || write.outcome.state === 'done') return;
  if (outcome === null) await writes.delete(write.id);
  else await writes.put({ ...write, outcome, exactId: exactId ?? write.exactId });
}

/**
 * The browser's own memory: a cache and a journal of intents. Wiping it loses nothing and books nothing twice,
 * because the books are the record.
 */
export class Database {
  readonly imports = new ImportRecords(() => this.#open());
  readonly #open: () => Promise<IDBPDatabase<Schema>>;

  /** @param patienceMs how long somebody else may hold an opening up */
  constructor(name = 'boekbrug', patienceMs?: number) {
    this.#open = opener(name, patienceMs);
  }

  async documents(connectionId: string): Promise<DocumentRecord[]> {
    const database = await this.#open();
    const stored = await database.getAllFromIndex('documents', 'connection', connectionId);
    return keepReadable(documentRecordSchema, stored);
  }

  /** All that need the user; maybe others too. Found without reading the rest. */
  async documentsToSeeTo(connectionId: string): Promise<DocumentRecord[]> {
    const found = keepReadable(documentRecordSchema, await findToSeeTo(await this.#open(), connectionId));
    return [...new Map(found.map((record) => [`${record.kind}/${record.id}`, record])).values()];
  }

  /** Those that are named, by id or by number. */
  async documentsNamed(connectionId: string, sought: readonly Sought[]): Promise<DocumentRecord[]> {
    return keepReadable(documentRecordSchema, await findNamed(await this.#open(), connectionId, sought));
  }

  /**
   * Records and cursor go together: a cursor that runs ahead of its records would lose documents.
   * @param renew what a document's record is, given the one that stands by now: somebody may have decided on it since it
   *   was read
   */
  async putCollected(
    changed: readonly DocumentRecord[],
    gone: readonly DocumentRecord[],
    cursorKey: string,
    cursor: Cursor,
    at: number,
    renew: (record: DocumentRecord, stored: DocumentRecord) => DocumentRecord,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'cache'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const stored = await Promise.all(
      changed.map(({ connectionId, kind, id }) => documents.get([connectionId, kind, id])),
    );
    const records = changed.map((record, index) => {
      const known = documentRecordSchema.safeParse(stored[index]);
      return known.success ? renew(record, known.data) : record;
    });
    await Promise.all([
      ...records.map((record) => documents.put(documentRecordSchema.encode(record))),
      ...gone.map((record) => documents.delete([record.connectionId, record.kind, record.id])),
      transaction.objectStore('cache').put({ at, value: cursor }, cursorKey),
      transaction.done,
    ]);
  }

  /** Those that this version can read; behind others a write may stand all the same, see `unreadableIntents`. */
  async intents(connectionId: string): Promise<Intent[]> {
    const database = await this.#open();
    return keepReadable(intentSchema, await database.getAllFromIndex('intents', 'connection', connectionId));
  }

  /**
   * Writes that another version noted in a form which this one cannot read, each with the time when it was met first.
   * What only follows a booking (a PDF, a bank account) is left to the version that can.
   * @param now epoch milliseconds
   */
  async unreadableIntents(connectionId: string, now: number): Promise<UnreadableIntent[]> {
    const transaction = (await this.#open()).transaction('intents', 'readwrite');
    const unreadable: UnreadableIntent[] = [];
    const writes: Promise<unknown>[] = [];
    for (const stored of await transaction.store.index('connection').getAll(connectionId)) {
      if (intentSchema.safeParse(stored).success) continue;
      const met = unreadableIntentSchema.safeParse({ unreadSince: now, ...stored });
      if (!met.success) continue;
      // By a clock that was ahead of time it would wait until then.
      const intent = { ...met.data, unreadSince: Math.min(met.data.unreadSince, now) };
      unreadable.push(intent);
      writes.push(transaction.store.put({ ...stored, ...intent }));
    }
    await Promise.all([...writes, transaction.done]);
    return unreadable;
  }

  async putIntent(intent: Intent): Promise<void> {
    await (await this.#open()).put('intents', intentSchema.encode(intent));
  }

  /** Unless there is one of the kind for the subject already. */
  async addIntent(intent: Intent): Promise<void> {
    const transaction = (await this.#open()).transaction('intents', 'readwrite');
    const known = await transaction.store.getKey([intent.connectionId, intent.type, intent.subject]);
    const writes = known === undefined ? [transaction.store.put(intentSchema.encode(intent))] : [];
    await Promise.all([...writes, transaction.done]);
  }

  async changePdfIntent(pdf: PdfIntent, change: PdfChange): Promise<void> {
    const transaction = (await this.#open()).transaction('intents', 'readwrite');
    await Promise.all([changeIntent(transaction.store, { pdf, change }), transaction.done]);
  }

  async closeIntent(intent: IntentKey): Promise<void> {
    await (await this.#open()).delete('intents', [intent.connectionId, intent.type, intent.subject]);
  }

  /** A call is about to be made: its line in the history, in one step with the intent to make it. */
  async beginWrite(write: WriteBegun, intent: IntentChange | null): Promise<void> {
    const transaction = (await this.#open()).transaction(['intents', 'writes'], 'readwrite');
    await Promise.all([
      transaction.objectStore('writes').add({ ...write, outcome: { state: 'sent' } }),
      intent === null ? null : changeIntent(transaction.objectStore('intents'), intent),
      transaction.done,
    ]);
  }

  /** How the call ended, in one step with what that means for the intent. */
  async endWrite(ended: WriteEnded, intent: IntentChange | null): Promise<void> {
    const transaction = (await this.#open()).transaction(['intents', 'writes'], 'readwrite');
    await Promise.all([
      intent === null ? null : changeIntent(transaction.objectStore('intents'), intent),
      noteEnd(transaction.objectStore('writes'), ended),
      transaction.done,
    ]);
  }

  /** What the last call was to bring about stands there: where no answer to it came, that is one. */
  async noteFound(call: Call): Promise<void> {
    const transaction = (await this.#open()).transaction('writes', 'readwrite');
    const write = await lastCall(transaction.store, call);
    const isUnanswered = write?.outcome.state === 'sent' || write?.outcome.state === 'lost';
    await Promise.all([
      isUnanswered ? transaction.store.put({ ...write, outcome: { state: 'found' } }) : null,
      transaction.done,
    ]);
  }

  /** The calls that wrote, newest first. */
  async writes(connectionId?: string): Promise<WriteRecord[]> {
    const stored = await (await this.#open()).getAll('writes');
    const writes = keepReadable(writeRecordSchema, stored.toReversed());
    return connectionId === undefined ? writes : writes.filter((write) => write.connectionId === connectionId);
  }

  /**
   * The document's outcome, and in the same step the end of its intent, unless a write is still in doubt.
   * @param at epoch milliseconds
   *
   * A document that was forgotten meanwhile (the cache was reset) stays so: the next run finds it again.
   */
  async endDocument(
    connectionId: string,
    kind: DocumentKind,
    id: string,
    outcome: Outcome,
    keepIntent: boolean,
    at: number,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'intents', 'writes'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const stored = documentRecordSchema.safeParse(await documents.get([connectionId, kind, id]));
    const isBooked = !keepIntent && outcome.state === 'booked';
    const found = { connectionId, written: 'salesEntry', subject: id, outcome: { state: 'found' } } as const;
    await Promise.all([
      stored.success ? documents.put(documentRecordSchema.encode({ ...stored.data, outcome, triedAt: at })) : null,
      keepIntent ? null : transaction.objectStore('intents').delete([connectionId, 'salesEntry', id]),
      isBooked ? noteEnd(transaction.objectStore('writes'), { ...found, exactId: outcome.entry.id }) : null,
      transaction.done,
    ]);
  }

  /** What was told of changes and the cursor go together, as with documents. */
  async noteReceivables(
    connectionId: string,
    entryIds: ReadonlySet<string>,
    cursorKey: string,
    cursor: string,
    at: number,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'cache'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const stored = keepReadable(documentRecordSchema, await documents.index('connection').getAll(connectionId));
    const changed = stored.filter(
      ({ outcome, follow }) =>
        !follow.isDue &&
        isSettled(outcome) &&
        'entry' in outcome &&
        outcome.entry !== null &&
        entryIds.has(outcome.entry.id),
    );
    await Promise.all([
      ...changed.map((record) =>
        documents.put(documentRecordSchema.encode({ ...record, follow: { ...record.follow, isDue: true } })),
      ),
      transaction.objectStore('cache').put({ at, value: cursor }, cursorKey),
      transaction.done,
    ]);
  }

  /** How invoices stand with their payments, and in the same step the ends of those intents that are not in doubt. */
  async endFollowing(
    ended: readonly {
      readonly record: Pick<DocumentRecord, 'connectionId' | 'kind' | 'id'>;
      readonly payment: PaymentState | null;
      readonly follow: DocumentRecord['follow'];
      readonly endsIntent: boolean;
    }[],
  ): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'intents'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const intents = transaction.objectStore('intents');
    // All is read first: a write that fails while others are still being read would be heard by nobody.
    const stored = await Promise.all(
      ended.map(({ record: { connectionId, kind, id } }) => documents.get([connectionId, kind, id])),
    );
    const changed = ended.flatMap(({ payment, follow }, at) => {
      const record = documentRecordSchema.safeParse(stored[at]);
      return record.success ? [{ ...record.data, payment, follow, due: follow.due ?? record.data.due }] : [];
    });
    await Promise.all([
      ...ended.map(({ record: { connectionId, id }, endsIntent }) =>
        endsIntent ? intents.delete([connectionId, 'payment', id]) : null,
      ),
      ...changed.map((record) => documents.put(documentRecordSchema.encode(record))),
      transaction.done,
    ]);
  }

  /** Changes a document's outcome in one step, whoever else changes it. @param change gives null to leave it as it is */
  async changeOutcome(
    connectionId: string,
    kind: DocumentKind,
    id: string,
    change: (outcome: Outcome) => Outcome | null,
  ): Promise<boolean> {
    const transaction = (await this.#open()).transaction('documents', 'readwrite');
    const stored = documentRecordSchema.safeParse(await transaction.store.get([connectionId, kind, id]));
    const outcome = stored.success ? change(stored.data.outcome) : null;
    const isChanged = stored.success && outcome !== null;
    await Promise.all([
      isChanged ? transaction.store.put(documentRecordSchema.encode({ ...stored.data, outcome })) : null,
      transaction.done,
    ]);
    return isChanged;
  }

  /**
   * Runs begin where those that dead workers left of their connections end, in one step: nothing is ever left with no run
   * to go on with it.
   * @param left as they end
   */
  async startRuns(begun: readonly RunRecord[], left: readonly RunRecord[]): Promise<void> {
    const transaction = (await this.#open()).transaction('runs', 'readwrite');
    await Promise.all([
      ...[...left, ...begun].map((one) => transaction.store.put(runRecordSchema.encode(one))),
      transaction.done,
    ]);
  }

  async putRun(run: RunRecord): Promise<void> {
    await (await this.#open()).put('runs', runRecordSchema.encode(run));
  }

  /** Newest first. */
  async runs(most = Number.POSITIVE_INFINITY): Promise<RunRecord[]> {
    const database = await this.#open();
    const index = database.transaction('runs').store.index('startedAt');
    const found: Record<string, unknown>[] = [];
    for (
      let cursor = await index.openCursor(null, 'prev');
      cursor && found.length < most;
      cursor = await cursor.continue()
    ) {
      found.push(cursor.value);
    }
    return keepReadable(runRecordSchema, found);
  }

  async forgetRun(id: string): Promise<void> {
    await (await this.#open()).delete('runs', id);
  }

  /** @param since epoch milliseconds; null: nothing is too old */
  async forgetHistory(since: number | null): Promise<void> {
    await forgetHistory(await this.#open(), since);
  }

  /** The cached value and its time (epoch milliseconds), or null when there is none that this version understands. */
  async cached<T extends z.ZodType>(key: string, schema: T): Promise<Cached<z.output<T>> | null> {
    return readCached(schema, await (await this.#open()).get('cache', key));
  }

  async cache<T extends z.ZodType>(key: string, schema: T, value: z.output<T>, at: number): Promise<void> {
    await (await this.#open()).put('cache', { at, value: schema.encode(value) }, key);
  }

  /**
   * What is cached there becomes another in one step, whoever else changes it: before that or after.
   * @param change null leaves it as it is
   */
  async changeCached<T extends z.ZodType>(
    key: string,
    schema: T,
    change: (cached: Cached<z.output<T>> | null) => Cached<z.output<T>> | null,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction('cache', 'readwrite');
    const changed = change(readCached(schema, await transaction.store.get(key)));
    await Promise.all([
      changed === null ? null : transaction.store.put({ at: changed.at, value: schema.encode(changed.value) }, key),
      transaction.done,
    ]);
  }

  async forgetCached(prefix: string): Promise<void> {
    await (await this.#open()).delete('cache', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  }

  /**
   * Forgets what was read for a connection. Its runs are history, and its intents stay: a write may be behind them that
   * Exact has not shown yet.
   */
  async forgetConnection(connectionId: string): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'cache'], 'readwrite');
    const documents = transaction.objectStore('documents');
    const keys = await documents.index('connection').getAllKeys(connectionId);
    const cache = transaction.objectStore('cache');
    await Promise.all([
      ...keys.map((key) => documents.delete(key)),
      ...CONNECTION_CACHES.map((name) => {
        const prefix = `${name}/${connectionId}`;
        return cache.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
      }),
      transaction.done,
    ]);
  }

  /**
   * Forgets everything but open intents, behind which a write may stand that Exact has not shown yet, and imports: the
   * user's answers, and what was sent to Teamleader.
   */
  async reset(): Promise<void> {
    const transaction = (await this.#open()).transaction(['documents', 'runs', 'cache'], 'readwrite');
    await Promise.all([
      transaction.objectStore('documents').clear(),
      transaction.objectStore('runs').clear(),
      transaction.objectStore('cache').clear(),
      transaction.done,
    ]);
  }
}

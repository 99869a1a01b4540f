import { type EntryIndex, indexEntries } from '../accounting/booked.ts';
import { provenRateUse } from '../accounting/exchange-rate.ts';
import type { Account, BookedEntry, DocumentHeader, RateUse } from '../accounting/facts.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { type Intent, type SalesEntryIntent, selfNumberingSchema } from '../store/records.ts';
import { selfNumberingKey } from './act.ts';
import { ANSWER_LOST_WAIT_MS, causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { adopting, type Decision, decide, stillUnread } from './decide.ts';
import { isFresh } from './fresh.ts';
import { lookAtAccounts, lookAtEntries } from './look.ts';
import { type OpenIntents, readOpenIntents } from './open-intents.ts';
import { keyOf } from './order.ts';
import { Planner } from './planner.ts';
import { type BasicReference, readReference } from './reference.ts';

/** A journal's settings may be changed: what it does with numbers is tried anew then. */
const SELF_NUMBERING_HOLDS_MS = 24 * 60 * 60_000;

/** The books, and what may have been written there unseen. */
export interface Beginning {
  readonly intents: readonly Intent[];
  readonly books: Books;
}

export interface Books {
  readonly entries: readonly BookedEntry[];
  /** When all was read last, and not only what changed, in epoch milliseconds. */
  readonly fullAt: number;
  readonly index: EntryIndex;
}

/** What documents are planned with, and acted on. */
export interface Planning {
  readonly planner: Planner;
  readonly accounts: readonly Account[];
  readonly reference: BasicReference;
  /** Journals that are known to give their own numbers. */
  readonly selfNumbering: readonly string[];
}

export interface Decided {
  readonly document: DocumentHeader;
  readonly decision: Decision;
}

/**
 * What a run and its preview do alike: they look in the books, decide by what stands there, and plan the rest. Nothing
 * here writes to a service or notes that anything will be written.
 */
export class Survey {
  readonly #context: SyncContext;
  #unreadSince: OpenIntents['unreadSince'] = new Map();
  /** How Exact uses an entry's rate, as far as the books prove it. */
  #rateUse: RateUse | null = null;

  /** Entries that were taken for removed and stand all the same, by the document's `kind/id`. */
  readonly #standing = new Map<string, BookedEntry>();

  constructor(context: SyncContext) {
    this.#context = context;
  }

  get rateUse(): RateUse | null {
    return this.#rateUse;
  }

  /**
   * @param again entries that booked documents which the user wants booked again, by the document's `kind/id`: all is read
   *   anew then, and each of those entries is asked for by itself, wherever it may have been moved
   */
  async begin(again: ReadonlyMap<string, string>): Promise<Result<Beginning, Cause>> {
    const { intents, unreadSince } = await readOpenIntents(this.#context);
    this.#unreadSince = unreadSince;
    const sentAt = [...intents.filter(isSalesEntry).map((intent) => intent.sentAt), ...unreadSince.values()];
    const since = Math.max(0, ...sentAt.map((at) => at + ANSWER_LOST_WAIT_MS));
    const books = await this.look(again.size > 0 ? Number.POSITIVE_INFINITY : since);
    if (!books.ok) return books;
    const standing = again.size === 0 ? ok([]) : await this.#context.exact.salesEntriesByIds([...again.values()]);
    if (!standing.ok) return err(causeOf(standing.error, 'exact'));
    const byId = new Map(standing.value.map((entry) => [entry.id, entry]));
    for (const [key, entryId] of again) {
      const entry = byId.get(entryId);
      if (entry !== undefined) this.#standing.set(key, entry);
    }
    return ok({ intents, books: books.value });
  }

  /** @param since see lookAtEntries */
  async look(since = 0): Promise<Result<Books, Cause>> {
    const entries = await lookAtEntries(this.#context, since);
    if (!entries.ok) return err(causeOf(entries.error, 'exact'));
    this.#rateUse ??= provenRateUse(entries.value.entries, this.#context.connection.division.currency);
    return ok({ ...entries.value, index: indexEntries(entries.value.entries) });
  }

  /** What the books say of each of the documents. */
  decide(documents: readonly DocumentHeader[], entries: EntryIndex, intents: readonly Intent[]): readonly Decided[] {
    const { connection, now } = this.#context;
    const writes = new Map(intents.filter(isSalesEntry).map((intent) => [intent.subject, intent]));
    return documents.map((document) => {
      const standing = this.#standing.get(keyOf(document));
      const decision: Decision =
        standing === undefined
          ? decide(document, entries, writes.get(document.id) ?? null, connection, now())
          : { do: 'end', outcome: adopting(document, standing, connection) };
      const held = stillUnread(decision, this.#unreadSince.get(document.id) ?? null, now());
      return { document, decision: held === null ? decision : { do: 'end', outcome: held } };
    });
  }

  /** @param toPlan all that will be planned with it */
  async planning(entries: EntryIndex, toPlan: readonly DocumentHeader[]): Promise<Result<Planning, Cause>> {
    const { connection, database, now } = this.#context;
    const reference = await readReference(this.#context, false);
    if (!reference.ok) return reference;
    const accounts = await lookAtAccounts(this.#context, connection.division.code);
    if (!accounts.ok) return err(causeOf(accounts.error, 'exact'));
    const links = await database.imports.links(connection.division.code);
    const known = await database.cached(selfNumberingKey(connection), selfNumberingSchema);
    return ok({
      planner: new Planner(this.#context, reference.value, accounts.value, links, entries, toPlan),
      accounts: accounts.value,
      reference: reference.value.data,
      selfNumbering: known !== null && isFresh(known.at, now(), SELF_NUMBERING_HOLDS_MS) ? known.value : [],
    });
  }
}

export const isSalesEntry = (intent: Intent): intent is SalesEntryIntent => intent.type === 'salesEntry';

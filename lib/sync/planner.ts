import type { EntryIndex } from '../accounting/booked.ts';
import { indexAccounts } from '../accounting/customer.ts';
import type { Account, Currencies, DocumentHeader, RateUse, SalesDocument } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { causeOf, isFromReferenceData } from './causes.ts';
import type { SyncContext } from './context.ts';
import { keyOf } from './order.ts';
import { type Details, type DocumentPlan, planDocument, readDetails } from './plan.ts';
import { type BasicReference, readCurrencies, readReference } from './reference.ts';

type Reference = { readonly data: BasicReference; readonly isCached: boolean };

/** Plans portions of documents, and keeps what it has read for the next portion. */
export class Planner {
  readonly #context: SyncContext;
  readonly #accounts: readonly Account[];
  readonly #links: ReadonlyMap<string, string>;
  readonly #entries: EntryIndex;
  /** Journal and entry number to the document that this run gave it. */
  readonly #numbers = new Map<string, string>();
  #reference: Reference;
  /** What is not the division's own currency. */
  readonly #foreign: readonly string[];
  #currencies: Currencies | null = null;
  /** What Teamleader told of documents in full, by `kind/id`: see `keepOnly`. */
  #read: ReadonlyMap<string, SalesDocument> = new Map();
  #known: Pick<Details, 'customers' | 'creditedNumbers'> = { customers: new Map(), creditedNumbers: new Map() };

  constructor(
    context: SyncContext,
    reference: Reference,
    accounts: readonly Account[],
    links: ReadonlyMap<string, string>,
    entries: EntryIndex,
    toPlan: readonly DocumentHeader[],
  ) {
    const currencies = new Set(toPlan.map(({ currency }) => currency));
    this.#foreign = [...currencies].filter((one) => one !== context.connection.division.currency);
    this.#links = links;
    this.#context = context;
    this.#reference = reference;
    this.#accounts = accounts;
    this.#entries = entries;
  }

  /** Both sides' lists, as they were read last. */
  get reference(): BasicReference {
    return this.#reference.data;
  }

  async plan(headers: readonly DocumentHeader[], rateUse: RateUse): Promise<Result<readonly DocumentPlan[], Cause>> {
    const unread = headers.filter((header) => !this.#read.has(keyOf(header)));
    const details = await readDetails(this.#context.teamleader, unread, this.#known);
    if (!details.ok) return err(causeOf(details.error, 'teamleader'));
    const { unreadable } = details.value;
    this.#known = details.value;
    this.#read = new Map([...this.#read, ...details.value.documents.map((one) => [keyOf(one), one] as const)]);
    const documents = headers.flatMap((header) => this.#read.get(keyOf(header)) ?? []);
    const currencies = await this.#readCurrencies(documents);
    if (!currencies.ok) return currencies;
    const plans = this.#planAll(documents, rateUse);
    const mayBeStale = plans.some((plan) => plan.kind === 'blocked' && isFromReferenceData(plan.cause));
    if (!mayBeStale || !this.#reference.isCached) return ok([...plans, ...unreadable]);
    // The user may just have mended it: a block on old lists would be an untruth.
    const reference = await readReference(this.#context, true);
    if (!reference.ok) return reference;
    this.#reference = reference.value;
    return ok([...this.#planAll(documents, rateUse), ...unreadable]);
  }

  /** Of documents that come again in a later portion what was read is kept, and of no other: memory stays small. */
  keepOnly(documents: readonly DocumentHeader[]): void {
    const kept = new Set(documents.map(keyOf));
    this.#read = new Map([...this.#read].filter(([key]) => kept.has(key)));
  }

  /** With the first that needs it, once for all that is to be planned. */
  async #readCurrencies(documents: readonly SalesDocument[]): Promise<Result<null, Cause>> {
    const isNeeded = documents.some(({ currency }) => this.#foreign.includes(currency));
    if (!isNeeded || this.#currencies !== null) return ok(null);
    const read = await readCurrencies(this.#context, this.#foreign);
    if (!read.ok) return read;
    this.#currencies = read.value;
    return ok(null);
  }

  #planAll(documents: readonly SalesDocument[], rateUse: RateUse): DocumentPlan[] {
    const accounts = indexAccounts(this.#accounts);
    const reference = { ...this.#reference.data, currencies: this.#currencies };
    const { connection } = this.#context;
    return documents.map((document) =>
      this.#numbered(
        planDocument(document, { ...this.#known, accounts, links: this.#links, reference, connection, rateUse }),
      ),
    );
  }

  /** Two numbers in Teamleader may come to one (`A2026/1`, `B2026/1`): Exact then numbers the second entry itself. */
  #numbered(plan: DocumentPlan): DocumentPlan {
    if (plan.kind === 'blocked' || plan.entry.entryNumber === null) return plan;
    const key = `${plan.entry.journal}/${plan.entry.entryNumber}`;
    const { id } = plan.document;
    const holder = this.#numbers.get(key) ?? id;
    const isTaken = (this.#entries.byEntryNumber.get(key) ?? []).some((entry) => idsIn(entry.link).length > 0);
    if (holder === id && !isTaken) {
      this.#numbers.set(key, id);
      return plan;
    }
    return { ...plan, entry: { ...plan.entry, entryNumber: null } };
  }
}

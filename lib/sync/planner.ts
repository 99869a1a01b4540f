import type { EntryIndex } from '../accounting/booked.ts';
import { indexAccounts } from '../accounting/customer.ts';
import type { Account, Currencies, DocumentHeader, RateUse, SalesDocument } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { causeOf, isFromReferenceData } from './causes.ts';
import type { SyncContext } from './context.ts';
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
  #currencies: Currencies | null = null;
  #known: Pick<Details, 'customers' | 'creditedNumbers'> = { customers: new Map(), creditedNumbers: new Map() };

  constructor(
    context: SyncContext,
    reference: Reference,
    accounts: readonly Account[],
    links: ReadonlyMap<string, string>,
    entries: EntryIndex,
  ) {
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
    const details = await readDetails(this.#context.teamleader, headers, this.#known);
    if (!details.ok) return err(causeOf(details.error, 'teamleader'));
    const { documents, unreadable } = details.value;
    this.#known = details.value;
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

  /** Only for what is not in the division's own currency. */
  async #readCurrencies(documents: readonly SalesDocument[]): Promise<Result<null, Cause>> {
    const home = this.#context.connection.division.currency;
    const codes = new Set(documents.map(({ currency }) => currency).filter((currency) => currency !== home));
    if (codes.size === 0) return ok(null);
    const read = await readCurrencies(this.#context, [...codes]);
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

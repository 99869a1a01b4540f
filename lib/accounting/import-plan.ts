/**
 * Which of Exact's customers Teamleader lacks. Pure, and a plan over what exists on both sides rather than an event: made
 * again after it was carried out, it has nothing left to create. Features B4 and B5.
 */
import { customerKey, customerOfKey } from './customer.ts';
import { emailIn, hasNumber, isSurelyCompany, newCustomer } from './customer-draft.ts';
import type { Account, Customer, CustomerDraft } from './facts.ts';
import { idsIn } from './lookup.ts';
import { plainText } from './notation.ts';
import { type Likeness, type Party, PartyIndex } from './same-party.ts';

/** The user's own word on an account. `customer` is `company/<id>` or `contact/<id>`. */
export type ImportAnswer =
  | { readonly do: 'create'; readonly as: Customer['type'] }
  | { readonly do: 'link'; readonly customer: string }
  | { readonly do: 'skip' };

/** What is known of an account beside what Exact tells. */
export interface ImportKnowledge {
  readonly answer: ImportAnswer | null;
  /** The customer that was made of it: `company/<id>` or `contact/<id>`. */
  readonly made: string | null;
  /** It was made after Teamleader was read, and is not to be missed there. */
  readonly isNew: boolean;
}

export type CustomerName = Pick<Customer, 'type' | 'id' | 'name'>;

export type ImportDecision =
  | { readonly do: 'create'; readonly draft: CustomerDraft }
  | { readonly do: 'match'; readonly customer: CustomerName; readonly by: Likeness | 'mark' | 'answer' | 'made' }
  /** Exact has the party twice: what is made of the other account is this one's too. */
  | { readonly do: 'sameAs'; readonly account: Account }
  | { readonly do: 'skip'; readonly why: 'notCustomer' | 'blocked' | 'noName' | 'answer' }
  | ImportQuestion;

/** Too doubtful to be guessed. */
export type ImportQuestion =
  /** Teamleader has the name, and nothing tells whether it is the same party. */
  | { readonly do: 'ask'; readonly why: 'nameKnown'; readonly candidates: readonly Customer[] }
  /** Exact has the name twice, and nothing tells whether it is one party. */
  | { readonly do: 'ask'; readonly why: 'nameTwice'; readonly account: Account }
  /** What was made of it, or chosen for it, is no longer in Teamleader. */
  | { readonly do: 'ask'; readonly why: 'gone' };

export interface ImportItem {
  readonly account: Account;
  readonly decision: ImportDecision;
}

export interface ImportFacts {
  readonly division: number;
  readonly accounts: readonly Account[];
  /** All of Teamleader's. */
  readonly customers: readonly Customer[];
  /** By the account's id. */
  readonly known: ReadonlyMap<string, ImportKnowledge>;
  /** What accounts become of which Exact does not tell whether they are companies. */
  readonly unnumberedAs: Customer['type'];
}

/** In the order of the accounts' codes. */
export function planImport(facts: ImportFacts): readonly ImportItem[] {
  const planner = new ImportPlanner(facts);
  return facts.accounts.toSorted(byCode).map((account) => ({ account, decision: planner.decide(account) }));
}

const byCode = (a: Account, b: Account): number => a.code.localeCompare(b.code, 'en', { numeric: true });

/** Goes through the accounts once, each against what stands in Teamleader and what those before it become there. */
class ImportPlanner {
  readonly #facts: ImportFacts;
  readonly #byId: ReadonlyMap<string, Customer>;
  readonly #byKey: ReadonlyMap<string, Customer>;
  readonly #standing: PartyIndex<Customer>;
  readonly #toCome = new PartyIndex<Party & { readonly of: Account }>([]);

  constructor(facts: ImportFacts) {
    this.#facts = facts;
    this.#byId = new Map(facts.customers.map((customer) => [customer.id.toLowerCase(), customer]));
    this.#byKey = new Map(facts.customers.map((customer) => [customerKey(customer), customer]));
    this.#standing = new PartyIndex(facts.customers);
  }

  decide(account: Account): ImportDecision {
    const { answer = null, made = null, isNew = false } = this.#facts.known.get(account.id) ?? {};
    if (!account.isCustomer) return { do: 'skip', why: 'notCustomer' };
    if (answer?.do === 'link') return this.#match(answer.customer, 'answer') ?? { do: 'ask', why: 'gone' };
    if (made !== null && (answer === null || isNew)) {
      if (isNew) return { do: 'match', customer: { ...customerOfKey(made), name: account.name }, by: 'made' };
      return this.#match(made, 'made') ?? { do: 'ask', why: 'gone' };
    }
    const standing = this.#find(account);
    if (standing !== null) return standing;
    if (account.isBlocked) return { do: 'skip', why: 'blocked' };
    if (plainText(account.name) === '') return { do: 'skip', why: 'noName' };
    if (answer?.do === 'skip') return { do: 'skip', why: 'answer' };
    return answer === null
      ? this.#question(account)
      : this.#create(account, hasNumber(account) ? 'company' : answer.as);
  }

  #match(key: string, by: 'answer' | 'made'): ImportDecision | null {
    const customer = this.#byKey.get(key);
    return customer === undefined ? null : { do: 'match', customer, by };
  }

  /** Several that are surely the party are as good as one: nothing is to be created. */
  #find(account: Account): ImportDecision | null {
    for (const id of idsIn(account.remarks)) {
      const customer = this.#byId.get(id);
      if (customer !== undefined) return { do: 'match', customer, by: 'mark' };
    }
    const sought = { ...account, email: emailIn(account.email) };
    const found = this.#standing.find(sought);
    if (found !== null) return { do: 'match', customer: found.parties[0], by: found.by };
    const toCome = this.#toCome.find(sought);
    return toCome === null ? null : { do: 'sameAs', account: toCome.parties[0].of };
  }

  #question(account: Account): ImportDecision {
    const candidates = this.#standing.namesakes(account);
    if (candidates.length > 0) return { do: 'ask', why: 'nameKnown', candidates };
    const [twin] = this.#toCome.namesakes(account);
    if (twin !== undefined) return { do: 'ask', why: 'nameTwice', account: twin.of };
    return this.#create(account, isSurelyCompany(account) ? 'company' : this.#facts.unnumberedAs);
  }

  /** Its like in Exact is held against what Teamleader will tell of it, as it will be when the plan is made again. */
  #create(account: Account, type: Customer['type']): ImportDecision {
    const draft = newCustomer(account, type, this.#facts.division);
    this.#toCome.add({ ...draft, address: draft.address ?? NOWHERE, of: account });
    return { do: 'create', draft };
  }
}

const NOWHERE = { line1: null, postalCode: null, city: null, country: null } as const;

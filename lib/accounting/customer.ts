import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { accountChanges, isAsTold, newAccount } from './account-draft.ts';
import type { Account, AccountDraft, Customer, PaymentCondition } from './facts.ts';
import { idsIn, type Lookup, lookup } from './lookup.ts';
import { PartyIndex } from './same-party.ts';
import { checkVatNumber } from './vat-number.ts';

/** What is to be done so that a customer has exactly one account. */
export type AccountPlan =
  | {
      readonly kind: 'use';
      readonly accountId: string;
      /** It holds all details that Teamleader tells. */
      readonly isAsTold: boolean;
    }
  | {
      readonly kind: 'change';
      readonly accountId: string;
      readonly draft: Partial<AccountDraft>;
      /** The account was none of a customer: without that standing Exact refuses entries on it. */
      readonly makeCustomer: boolean;
    }
  | { readonly kind: 'create'; readonly draft: AccountDraft };

/** A division's accounts, ready to be searched by each of the ways in which a customer is recognised. */
export interface AccountIndex {
  readonly byId: Lookup<Account>;
  readonly byCustomerId: Lookup<Account>;
  readonly parties: PartyIndex<Account>;
}

export type AccountMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly account: Account }
  | { readonly kind: 'several'; readonly accounts: readonly Account[] };

export const indexAccounts = (accounts: readonly Account[]): AccountIndex => ({
  byId: lookup(accounts, (account) => [account.id]),
  byCustomerId: lookup(accounts, (account) => idsIn(account.remarks)),
  parties: new PartyIndex(accounts),
});

/** Finds the customer's account: by our own mark, else by who it is. Feature B5. */
export function matchAccount(customer: Customer, accounts: AccountIndex): AccountMatch {
  const marked = accounts.byCustomerId.get(customer.id.toLowerCase()) ?? [];
  const found = marked.length > 0 ? marked : (accounts.parties.find(customer)?.parties ?? []);
  const [account, second] = found;
  if (account === undefined) return { kind: 'none' };
  return second === undefined ? { kind: 'one', account } : { kind: 'several', accounts: found };
}

/** How a connection's choices and causes name a customer. */
export const customerKey = ({ type, id }: Pick<Customer, 'type' | 'id'>): string => `${type}/${id}`;

export const customerOfKey = (key: string): Pick<Customer, 'type' | 'id'> => ({
  type: key.startsWith('company/') ? 'company' : 'contact',
  id: key.slice(key.indexOf('/') + 1),
});

/**
 * Finds or drafts the customer's account; several candidates are a question to the user, not a guess. Feature D1.
 * @param choice the account that the user chose for the customer, or null
 */
export function planAccount(
  customer: Customer,
  accounts: AccountIndex,
  paymentConditions: readonly PaymentCondition[],
  choice: string | null,
): Result<AccountPlan, Cause> {
  const vatNumber = vatNumberOf(customer);
  if (!vatNumber.ok) return vatNumber;
  const match = chosenAccount(accounts, choice) ?? matchAccount(customer, accounts);
  switch (match.kind) {
    case 'none':
      return ok({ kind: 'create', draft: newAccount(customer, vatNumber.value, paymentConditions) });
    case 'several': {
      const candidates = match.accounts.map((account) => ({ id: account.id, label: labelOf(account) }));
      return err({ type: 'customerAmbiguous', customer: customerKey(customer), name: customer.name, candidates });
    }
    case 'one':
      return planFor(match.account, customer, vatNumber.value, paymentConditions);
  }
}

/** The user's answer, while the account that it names exists. */
function chosenAccount(accounts: AccountIndex, choice: string | null): AccountMatch | null {
  const [account] = choice === null ? [] : (accounts.byId.get(choice) ?? []);
  return account === undefined ? null : { kind: 'one', account };
}

/** What tells namesakes apart. */
const labelOf = ({ name, code, address }: Account): string =>
  [`${name} (${code.trim()})`, address.city].filter(Boolean).join(', ');

function planFor(
  account: Account,
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): Result<AccountPlan, Cause> {
  if (account.isBlocked) return err({ type: 'customerBlocked', name: account.name });
  const draft = bearsAnotherMark(account, customer)
    ? {}
    : accountChanges(account, customer, vatNumber, paymentConditions);
  const makeCustomer = !account.isCustomer;
  return ok(
    makeCustomer || Object.keys(draft).length > 0
      ? { kind: 'change', accountId: account.id, draft, makeCustomer }
      : {
          kind: 'use',
          accountId: account.id,
          isAsTold: isAsTold(account, customer, vatNumber, paymentConditions),
        },
  );
}

/** Two customers in Teamleader may be one party in Exact: the details are those of the one that was there first. */
function bearsAnotherMark(account: Account, customer: Customer): boolean {
  const marks = idsIn(account.remarks);
  return marks.length > 0 && !marks.includes(customer.id.toLowerCase());
}

/** The VAT number as Exact takes it; null where the customer has none. */
function vatNumberOf(customer: Customer): Result<string | null, Cause> {
  const { vatNumber, address } = customer;
  if (vatNumber === null || vatNumber.trim() === '') return ok(null);
  const checked = checkVatNumber(vatNumber, address.country);
  return checked.ok ? checked : err({ type: 'vatNumberInvalid', vatNumber, ...checked.error });
}

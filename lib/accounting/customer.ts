import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Account, AccountDraft, Address, Customer, PaymentCondition } from './facts.ts';
import { matchPaymentCondition } from './payment-terms.ts';
import { checkVatNumber, normaliseVatNumber } from './vat-number.ts';

/** What is to be done so that a customer has exactly one account. */
export type AccountPlan =
  | { readonly kind: 'use'; readonly accountId: string }
  /** A change makes a customer of a relation that is none yet. */
  | { readonly kind: 'change'; readonly accountId: string; readonly draft: Partial<AccountDraft> }
  | { readonly kind: 'create'; readonly draft: AccountDraft };

/** A division's accounts, ready to be searched by each of the ways in which a customer is recognised. */
export interface AccountIndex {
  readonly byTeamleaderId: ReadonlyMap<string, readonly Account[]>;
  readonly byVatNumber: ReadonlyMap<string, readonly Account[]>;
  readonly byCompanyNumber: ReadonlyMap<string, readonly Account[]>;
  readonly byName: ReadonlyMap<string, readonly Account[]>;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

export function indexAccounts(accounts: readonly Account[]): AccountIndex {
  const byTeamleaderId = new Map<string, Account[]>();
  const byVatNumber = new Map<string, Account[]>();
  const byCompanyNumber = new Map<string, Account[]>();
  const byName = new Map<string, Account[]>();
  for (const account of accounts) {
    for (const id of account.remarks?.match(UUID) ?? []) add(byTeamleaderId, id.toLowerCase(), account);
    add(byVatNumber, vatKey(account), account);
    add(byCompanyNumber, companyNumberKey(account.companyNumber), account);
    add(byName, nameKey(account.name), account);
  }
  return { byTeamleaderId, byVatNumber, byCompanyNumber, byName };
}

function add(index: Map<string, Account[]>, key: string, account: Account): void {
  if (key === '') return;
  const there = index.get(key);
  if (there === undefined) index.set(key, [account]);
  else there.push(account);
}

const vatKey = ({ vatNumber, address }: Pick<Customer | Account, 'vatNumber' | 'address'>): string =>
  vatNumber === null ? '' : normaliseVatNumber(vatNumber, address.country);
const companyNumberKey = (number: string | null): string => (number ?? '').replace(/\D/g, '').replace(/^0+/, '');
const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The accounts that may be the customer's: by our own mark, VAT number, company number, then name with address or
 * e-mail; the first way that finds any decides. Feature B5.
 */
export function matchAccounts(customer: Customer, index: AccountIndex): readonly Account[] {
  const sameName = (index.byName.get(nameKey(customer.name)) ?? []).filter(
    (account) => isSameEmail(account, customer) || isSameAddress(account.address, customer.address),
  );
  const ways = [
    index.byTeamleaderId.get(customer.id.toLowerCase()),
    index.byVatNumber.get(vatKey(customer)),
    index.byCompanyNumber.get(companyNumberKey(customer.companyNumber)),
    sameName,
  ];
  return ways.find((found) => found !== undefined && found.length > 0) ?? [];
}

const isSameEmail = (account: Account, customer: Customer): boolean =>
  customer.email !== null && account.email?.toLowerCase() === customer.email.toLowerCase();

function isSameAddress(a: Address, b: Address): boolean {
  const place = (address: Address) => nameKey(`${address.postalCode ?? ''}`);
  const street = (address: Address) => nameKey(address.line1 ?? '');
  return place(a) !== '' && place(a) === place(b) && street(a) === street(b);
}

/** Finds or drafts the customer's account; several candidates are a question to the user, not a guess. Feature D1. */
export function planAccount(
  customer: Customer,
  accounts: AccountIndex,
  paymentConditions: readonly PaymentCondition[],
): Result<AccountPlan, Cause> {
  const vatNumber = vatNumberOf(customer);
  if (!vatNumber.ok) return vatNumber;
  const [account, second] = matchAccounts(customer, accounts);
  if (account === undefined)
    return ok({ kind: 'create', draft: newAccount(customer, vatNumber.value, paymentConditions) });
  if (second !== undefined) {
    const candidates = matchAccounts(customer, accounts).map((one) => `${one.name} (${one.code.trim()})`);
    return err({ type: 'customerAmbiguous', name: customer.name, candidates });
  }
  if (account.isBlocked) return err({ type: 'customerBlocked', name: account.name });
  const draft = changesTo(account, customer, vatNumber.value);
  if (account.isCustomer && Object.keys(draft).length === 0) return ok({ kind: 'use', accountId: account.id });
  return ok({ kind: 'change', accountId: account.id, draft });
}

function vatNumberOf(customer: Customer): Result<string | null, Cause> {
  if (customer.vatNumber === null || customer.vatNumber.trim() === '') return ok(null);
  const checked = checkVatNumber(customer.vatNumber, customer.address.country);
  return checked.ok ? checked : err({ type: 'vatNumberInvalid', vatNumber: customer.vatNumber, ...checked.error });
}

function newAccount(
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): AccountDraft {
  const mark = customer.webUrl?.includes(customer.id) ? customer.webUrl : `teamleader:${customer.id}`;
  return {
    name: customer.name,
    vatNumber,
    companyNumber: customer.companyNumber,
    email: customer.email,
    phone: customer.phone,
    website: customer.website,
    language: customer.language,
    address: customer.address,
    paymentCondition: matchPaymentCondition(customer.paymentTerm, false, paymentConditions)?.code ?? null,
    remarks: mark,
  };
}

/** Only what Teamleader knows and says differently; nothing that Exact holds is ever cleared. */
function changesTo(account: Account, customer: Customer, vatNumber: string | null): Partial<AccountDraft> {
  const isOtherVat = vatNumber !== null && vatNumber !== vatKey(account);
  return {
    ...(isOtherVat ? { vatNumber } : {}),
    ...(differs(account.email, customer.email) ? { email: customer.email } : {}),
    ...(differs(account.phone, customer.phone) ? { phone: customer.phone } : {}),
    ...(isAddressChanged(account.address, customer.address) ? { address: customer.address } : {}),
  };
}

const differs = (held: string | null, told: string | null): boolean =>
  told !== null && told.trim() !== '' && nameKey(told) !== nameKey(held ?? '');

function isAddressChanged(held: Address, told: Address): boolean {
  if (told.line1 === null && told.postalCode === null && told.city === null) return false;
  return (
    differs(held.line1, told.line1) ||
    differs(held.postalCode, told.postalCode) ||
    differs(held.city, told.city) ||
    differs(held.country, told.country)
  );
}

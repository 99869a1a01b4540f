import type { Account, AccountDraft, Address, Customer, PaymentCondition } from './facts.ts';
import { plainEmail, plainPhone, plainText, plainVatNumber, plainWebsite } from './notation.ts';
import { matchPaymentCondition } from './payment-terms.ts';
import { isSameVatNumber } from './vat-number.ts';

/** The account of a customer whom Exact does not know. Its remarks are the mark by which we know it again. */
export function newAccount(
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): AccountDraft {
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
    remarks: customer.webUrl?.includes(customer.id) ? customer.webUrl : `teamleader:${customer.id}`,
  };
}

/**
 * The details that Teamleader knows and Exact has not, or has otherwise while the customer was changed in Teamleader after
 * the account was in Exact: who spoke last is believed. Nothing that Exact holds is ever cleared. The name stays: an account
 * found by its VAT number may bear the one that the bookkeeper chose. Feature D1.
 */
export function accountChanges(
  account: Account,
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): Partial<AccountDraft> {
  const isLater = Date.parse(customer.updatedAt) > Date.parse(account.modifiedAt);
  return changesWhere(isLater, account, customer, vatNumber, paymentConditions);
}

/** Does the account hold all details that Teamleader tells, whoever spoke last? */
export const isAsTold = (
  account: Account,
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): boolean => Object.keys(changesWhere(true, account, customer, vatNumber, paymentConditions)).length === 0;

function changesWhere(
  isLater: boolean,
  account: Account,
  customer: Customer,
  vatNumber: string | null,
  paymentConditions: readonly PaymentCondition[],
): Partial<AccountDraft> {
  const condition = changedCondition(account, customer, paymentConditions);
  const isSpoken = (held: string | null): boolean => isLater || plainText(held) === '';
  const isOtherVatNumber = vatNumber !== null && !isSameVatNumber(vatNumber, plainVatNumber(account.vatNumber));
  const heldAddress = [account.address.line1, account.address.postalCode, account.address.city].join(' ');
  const news = (detail: 'email' | 'phone' | 'website', plain: (text: string | null) => string) =>
    isSpoken(account[detail]) && isNews(account[detail], customer[detail], plain) ? { [detail]: customer[detail] } : {};
  return {
    ...(isOtherVatNumber && isSpoken(account.vatNumber) ? { vatNumber } : {}),
    ...news('email', plainEmail),
    ...news('phone', plainPhone),
    ...news('website', plainWebsite),
    ...(isSpoken(heldAddress) && isAddressNews(account.address, customer.address)
      ? { address: mergedAddress(account.address, customer.address) }
      : {}),
    ...(condition !== null && isSpoken(account.paymentCondition) ? { paymentCondition: condition } : {}),
  };
}

const isNews = (held: string | null, told: string | null, plain: (text: string | null) => string): boolean =>
  plain(told) !== '' && plain(told) !== plain(held);

/** A country alone is no address. */
function isAddressNews(held: Address, told: Address): boolean {
  const differs = (part: keyof Address) => isNews(held[part], told[part], plainText);
  const isTold = plainText(told.line1) !== '' || plainText(told.postalCode) !== '' || plainText(told.city) !== '';
  return isTold && (differs('line1') || differs('postalCode') || differs('city') || differs('country'));
}

function mergedAddress(held: Address, told: Address): Address {
  const part = (name: keyof Address) => (plainText(told[name]) === '' ? held[name] : told[name]);
  return { line1: part('line1'), postalCode: part('postalCode'), city: part('city'), country: part('country') };
}

/**
 * Teamleader's payment term, where Exact's condition says another time. What a term cannot say (a payment discount, direct
 * debit, instalments, which are not among the conditions) was arranged in Exact and stays.
 */
function changedCondition(
  account: Account,
  { paymentTerm }: Customer,
  paymentConditions: readonly PaymentCondition[],
): string | null {
  const told = matchPaymentCondition(paymentTerm, false, paymentConditions);
  if (told === null || account.paymentCondition === null) return told?.code ?? null;
  const held = paymentConditions.find((condition) => condition.code === account.paymentCondition);
  if (held === undefined || held.hasDiscount || held.method === 'collection') return null;
  return matchPaymentCondition(paymentTerm, false, [held]) === null ? told.code : null;
}

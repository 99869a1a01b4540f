import type { Account, Customer, CustomerDraft } from './facts.ts';
import { plainText, plainVatNumber } from './notation.ts';
import { checkVatNumber } from './vat-number.ts';

/** What follows a company's name by law, in the languages of the countries that Exact is at home in. */
const LEGAL_FORMS = new Set(
  (
    'ab ag aps as asbl bv bvba corp cv cvba eenmanszaak eg ev eurl foundation gbr gcv gmbh inc kg ltd llc llp maatschap ' +
    'nv ohg oy plc sa sarl sas sasu sc scop scrl sl snc sprl spa srl stichting ug vof vereniging verein vzw'
  ).split(' '),
);

/** Teamleader takes neither number of a contact. */
export const hasNumber = ({ vatNumber, companyNumber }: Account): boolean =>
  plainText(vatNumber) !== '' || plainText(companyNumber) !== '';

/** Is it a company, as far as Exact tells? It keeps no such mark: who has no number may be a person or a small company. */
export const isSurelyCompany = (account: Account): boolean =>
  hasNumber(account) ||
  plainText(account.name.replaceAll('.', ''))
    .split(' ')
    .some((word) => LEGAL_FORMS.has(word));

/** By what a person, and we, know an account's customer again in Teamleader. */
export const markOf = (account: Pick<Account, 'id' | 'code'>, division: number): string =>
  `Exact Online ${division}, ${account.code.trim()} (${account.id})`;

/** The account as a customer whom Teamleader does not know. What Teamleader would refuse is left out. */
export function newCustomer(account: Account, type: Customer['type'], division: number): CustomerDraft {
  const name = account.name.trim().replace(/\s+/g, ' ');
  const { line1, postalCode, city } = account.address;
  const country = account.address.country?.trim().toUpperCase() ?? '';
  const isPlace = /^[A-Z]{2}$/.test(country) && plainText([line1, postalCode, city].join(' ')) !== '';
  return {
    type,
    name,
    firstName: type === 'contact' ? firstNameIn(name) : null,
    vatNumber: type === 'company' ? vatNumberOf(account.vatNumber, country) : null,
    companyNumber: type === 'company' ? account.companyNumber?.trim() || null : null,
    email: emailIn(account.email),
    phone: account.phone?.trim() || null,
    website: account.website?.trim() || null,
    language: /^[a-z]{2}/.exec(account.language?.trim().toLowerCase() ?? '')?.[0] ?? null,
    address: isPlace ? { line1, postalCode, city, country } : null,
    remarks: markOf(account, division),
  };
}

/** With the prefix of its country, where it is a number of that country. */
function vatNumberOf(vatNumber: string | null, country: string): string | null {
  const checked = checkVatNumber(vatNumber ?? '', country);
  return (checked.ok ? checked.value : plainVatNumber(vatNumber)) || null;
}

/** The first word; of one that is written otherwise (`Peeters, An`) or has one word the name stays whole. */
function firstNameIn(name: string): string | null {
  const [first = '', ...others] = name.split(' ');
  return others.length === 0 || name.includes(',') ? null : first;
}

/** The first of several; null where it is none. */
export const emailIn = (text: string | null): string | null =>
  (text ?? '').split(/[;,\s]+/).find((part) => /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(part)) ?? null;

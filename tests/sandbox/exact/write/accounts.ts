/** Accounts, and what belongs to them. */
import type { Body, Scope } from '../api/endpoint.ts';
import { CURRENCIES } from '../books.ts';
import { type Fields, type Ledger, paddedCode } from '../ledger.ts';
import type { Row } from '../odata/values.ts';
import { badRequest, notFound } from '../refusal.ts';
import { accountRow, bankAccountRow, contactRow } from '../rows/accounts.ts';
import { textIn } from './body.ts';

const STATUSES: ReadonlySet<string> = new Set(['A', 'S', 'P', 'C']);

export function createAccount({ fields }: Body, { ledger, switches }: Scope): Row {
  const account = ledger.putAccount(null, {
    Status: null,
    Blocked: false,
    IsSupplier: false,
    ...checkedAccount({ Name: null, ...fields }, null, ledger),
  });
  return accountRow(account, ledger, switches);
}

export function changeAccount(id: string, { fields }: Body, { ledger }: Scope): void {
  if (!ledger.accounts.has(id)) throw notFound();
  ledger.putAccount(id, checkedAccount(fields, id, ledger));
}

/** @param id null for an account that is new */
function checkedAccount(fields: Fields, id: string | null, ledger: Ledger): Fields {
  if ('Name' in fields && textIn(fields, 'Name') === null) throw badRequest('Mandatory: Name');
  const status = textIn(fields, 'Status');
  if (status !== null && !STATUSES.has(status)) throw badRequest(`Invalid: Status ${status}`);
  const country = textIn(fields, 'Country');
  if (country !== null && !/^[A-Z]{2}$/.test(country)) throw badRequest(`Invalid reference: Country ${country}`);
  const currency = textIn(fields, 'SalesCurrency');
  if (currency !== null && !CURRENCIES.has(currency)) throw badRequest(`Invalid reference: Currency ${currency}`);
  checkReference(fields, 'PaymentConditionSales', 'Payment condition', ledger.books.paymentConditions);
  checkReference(fields, 'SalesVATCode', 'VAT code', ledger.books.vatCodes);
  return 'Code' in fields ? { ...fields, Code: checkedCode(fields, id, ledger) } : fields;
}

function checkReference(fields: Fields, name: string, told: string, known: readonly { readonly code: string }[]): void {
  const code = textIn(fields, name);
  if (code !== null && !known.some((one) => one.code === code.trim())) {
    throw badRequest(`Invalid reference: ${told} ${code}`);
  }
}

function checkedCode(fields: Fields, id: string | null, ledger: Ledger): string | null {
  const given = textIn(fields, 'Code');
  if (given === null) return null;
  const code = paddedCode(given);
  if (code.length > paddedCode('').length) throw badRequest(`Invalid: Code ${given}`);
  if (ledger.isCodeTaken(code, id)) throw badRequest(`Already exists - Code: ${given.trim()}`);
  return code;
}

function checkAccount(fields: Fields, ledger: Ledger): void {
  const id = textIn(fields, 'Account');
  if (id === null) throw badRequest('Mandatory: Account');
  if (!ledger.accounts.has(id)) throw badRequest('Invalid reference: Account');
}

export function createContact({ fields }: Body, { ledger }: Scope): Row {
  checkContact(fields, ledger);
  return contactRow(ledger.putRecord(ledger.contacts, null, fields), ledger);
}

export function changeContact(id: string, { fields }: Body, { ledger }: Scope): void {
  const before = ledger.contacts.get(id);
  if (before === undefined) throw notFound();
  checkContact({ ...before.fields, ...fields }, ledger);
  ledger.putRecord(ledger.contacts, id, fields);
}

function checkContact(fields: Fields, ledger: Ledger): void {
  checkAccount(fields, ledger);
  if (textIn(fields, 'FirstName') === null && textIn(fields, 'LastName') === null) {
    throw badRequest('Mandatory: Last name');
  }
}

export function createBankAccount({ fields }: Body, { ledger }: Scope): Row {
  checkBankAccount(fields, ledger);
  return bankAccountRow(ledger.putRecord(ledger.bankAccounts, null, { Main: false, ...fields }), ledger);
}

export function changeBankAccount(id: string, { fields }: Body, { ledger }: Scope): void {
  const before = ledger.bankAccounts.get(id);
  if (before === undefined) throw notFound();
  checkBankAccount({ ...before.fields, ...fields }, ledger);
  ledger.putRecord(ledger.bankAccounts, id, fields);
}

function checkBankAccount(fields: Fields, ledger: Ledger): void {
  checkAccount(fields, ledger);
  if (textIn(fields, 'BankAccount') === null) throw badRequest('Mandatory: Bank account');
}

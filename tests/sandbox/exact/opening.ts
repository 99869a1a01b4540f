/** What stood in the books before Boekbrug came. */
import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { Business, BusinessCustomer, HandBookedEntry } from '../business/business.ts';
import { CURRENCIES } from './books.ts';
import type { Fields, Ledger } from './ledger.ts';

const SUPPLIERS = ['Kantoorbenodigdheden Peeters', 'Energie Dichtbij', 'Drukkerij De Zetter'];

export function openBooks(ledger: Ledger, business: Business): void {
  const accountIds = new Map<string, string>();
  for (const customer of business.customers) {
    if (customer.inExact === 'no') continue;
    const { id } = ledger.putAccount(null, fieldsOf(customer));
    if (customer.inExact === 'twice') ledger.putAccount(null, { ...fieldsOf(customer), City: 'Brugge' });
    accountIds.set(customer.id, id);
    if (customer.iban !== null) {
      ledger.putRecord(ledger.bankAccounts, null, { Account: id, BankAccount: customer.iban, Main: true });
    }
  }
  const stranger = { Status: null, Blocked: false, IsSupplier: false, Country: business.country };
  for (const name of SUPPLIERS) ledger.putAccount(null, { ...stranger, Name: name, IsSupplier: true });
  ledger.putAccount(null, { ...stranger, Name: 'Ooit Misschien Klant' });
  for (const entry of business.bookedByHand) {
    const customer = accountIds.get(entry.customerId);
    if (customer !== undefined) bookByHand(entry, customer, ledger);
  }
}

function bookByHand(entry: HandBookedEntry, customer: string, ledger: Ledger): void {
  const moment = Date.parse(`${entry.date}T10:00:00Z`);
  ledger.putEntry({
    id: randomUUID(),
    entryNumber: entry.entryNumber,
    journal: entry.journal,
    customer,
    date: entry.date,
    year: Number(entry.date.slice(0, 4)),
    period: Number(entry.date.slice(5, 7)),
    dueDate: entry.date,
    yourRef: entry.yourRef,
    description: entry.description,
    paymentCondition: null,
    paymentReference: null,
    link: null,
    currency: entry.currency,
    rate: new Big(CURRENCIES.get(entry.currency)?.rate ?? 1),
    lines: entry.lines.map((line) => ({
      id: randomUUID(),
      glAccount: ledger.books.glAccounts.find((account) => account.code === line.glAccountCode)?.id ?? null,
      vatCode: line.vatCode,
      description: entry.description,
      net: new Big(line.net),
      vat: new Big(line.vat),
      other: {},
    })),
    other: {},
    created: moment,
    modified: moment,
  });
}

function fieldsOf(customer: BusinessCustomer): Fields {
  return {
    Name: customer.name,
    Status: 'C',
    IsSupplier: false,
    Blocked: customer.inExact === 'blocked',
    VATNumber: customer.vatNumber,
    ChamberOfCommerce: customer.companyNumber,
    Email: customer.email,
    Phone: customer.phone,
    Language: customer.language.slice(0, 2).toUpperCase(),
    AddressLine1: customer.address.line1,
    Postcode: customer.address.postalCode,
    City: customer.address.city,
    Country: customer.address.country,
    PaymentConditionSales: conditionFor(customer.paymentTerm),
  };
}

/** The bookkeeper knows the terms that were agreed. */
function conditionFor(term: BusinessCustomer['paymentTerm']): string | null {
  switch (term?.type) {
    case 'cash':
      return '00';
    case 'end_of_month':
      return '3E';
    case 'after_invoice_date':
      return String(term.days);
    case undefined:
      return null;
  }
}

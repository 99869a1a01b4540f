import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { Business, BusinessCustomer } from '../business/business.ts';
import type { SandboxClock, Switches } from '../contract.ts';

export interface LedgerAccount {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  readonly modified: number;
  /** Rises with every change anywhere, as Exact's sync cursor does. */
  readonly timestamp: bigint;
}

export interface LedgerLine {
  readonly id: string;
  readonly glAccount: string | null;
  readonly vatCode: string | null;
  readonly description: string | null;
  readonly net: Big;
  readonly vat: Big;
}

export interface LedgerEntry {
  readonly id: string;
  readonly entryNumber: number;
  readonly journal: string;
  readonly customer: string;
  readonly date: string;
  readonly dueDate: string;
  readonly yourRef: string | null;
  readonly description: string | null;
  readonly paymentCondition: string | null;
  readonly paymentReference: string | null;
  readonly link: string | null;
  readonly currency: string;
  readonly rate: Big;
  readonly lines: readonly LedgerLine[];
  readonly created: number;
  readonly modified: number;
}

const digits = (currency: string): number => (currency === 'JPY' ? 0 : 2);
export const round = (amount: Big, currency: string): Big => amount.round(digits(currency), Big.roundHalfUp);
export const total = (amounts: readonly Big[]): Big => amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
export const grossOf = (entry: LedgerEntry): Big => total(entry.lines.flatMap((line) => [line.net, line.vat]));
export const vatOf = (entry: LedgerEntry): Big => total(entry.lines.map((line) => line.vat));

/** What the make-believe Exact holds in its books. */
export class Ledger {
  readonly accounts = new Map<string, LedgerAccount>();
  readonly entries = new Map<string, LedgerEntry>();
  readonly blockedJournals = new Set<string>();
  openFrom: string;
  readonly #clock: SandboxClock;
  readonly #switches: Switches;
  readonly #business: Business;
  #timestamp = 1000n;

  constructor(business: Business, clock: SandboxClock, switches: Switches) {
    this.#business = business;
    this.#clock = clock;
    this.#switches = switches;
    this.openFrom = business.openFrom;
    this.blockedJournals = new Set(
      business.journals.filter((journal) => journal.isBlocked).map((journal) => journal.code),
    );
    const accountIds = new Map<string, string>();
    for (const customer of business.customers) {
      if (customer.inExact === 'no') continue;
      accountIds.set(customer.id, this.putAccount(null, fieldsOf(customer)).id);
    }
    this.putAccount(null, { Name: 'Kantoorbenodigdheden Peeters', IsSupplier: true, Country: business.country });
    this.putAccount(null, { Name: 'Ooit Misschien Klant', Country: business.country });
    for (const hand of business.bookedByHand) {
      const customer = accountIds.get(hand.customerId);
      if (customer === undefined) continue;
      this.add({
        id: randomUUID(),
        entryNumber: hand.entryNumber,
        journal: hand.journal,
        customer,
        date: hand.date,
        dueDate: hand.date,
        yourRef: hand.yourRef,
        description: hand.description,
        paymentCondition: null,
        paymentReference: null,
        link: null,
        currency: hand.currency,
        rate: new Big(1),
        lines: hand.lines.map((line) => ({
          id: randomUUID(),
          glAccount: business.glAccounts.find((account) => account.code === line.glAccountCode)?.id ?? null,
          vatCode: line.vatCode,
          description: hand.description,
          net: new Big(line.net),
          vat: new Big(line.vat),
        })),
        created: Date.parse(`${hand.date}T10:00:00Z`),
        modified: Date.parse(`${hand.date}T10:00:00Z`),
      });
    }
  }

  /** @param id null creates one */
  putAccount(id: string | null, fields: LedgerAccount['fields']): LedgerAccount {
    const before = id === null ? undefined : this.accounts.get(id);
    this.#timestamp += 1n;
    const code = before?.fields['Code'] ?? fields['Code'] ?? String(this.#nextAccountCode()).padStart(18);
    const account: LedgerAccount = {
      id: id ?? randomUUID(),
      fields: { ...before?.fields, ...fields, Code: code },
      modified: this.#clock.now(),
      timestamp: this.#timestamp,
    };
    this.accounts.set(account.id, account);
    return account;
  }

  #nextAccountCode(): number {
    return Math.max(0, ...[...this.accounts.values()].map((account) => Number(account.fields['Code']))) + 1;
  }

  add(entry: LedgerEntry): void {
    this.entries.set(entry.id, entry);
  }

  isNumberTaken(journal: string, entryNumber: number, date: string): boolean {
    return [...this.entries.values()].some(
      (entry) =>
        entry.journal === journal &&
        entry.entryNumber === entryNumber &&
        (this.#switches.entryNumberUnique === 'journal' || entry.date.slice(0, 4) === date.slice(0, 4)),
    );
  }

  nextNumber(journal: string, date: string): number {
    const ofJournal = [...this.entries.values()].filter((entry) => entry.journal === journal);
    const first = Number(`${date.slice(2, 4)}700000`);
    return Math.max(first, ...ofJournal.map((entry) => entry.entryNumber)) + 1;
  }

  /** Exact's own computation from the VAT code; under an inclusive code the VAT is taken out of the amount. */
  vat(amount: Big, vatCode: string | null, currency: string): { readonly net: Big; readonly vat: Big } {
    const code = this.#business.vatCodes.find((one) => one.code === vatCode);
    if (code === undefined || code.type === 'N' || code.type === 'B') return { net: amount, vat: new Big(0) };
    if (code.type === 'E') return { net: amount, vat: round(amount.times(code.rate), currency) };
    const net = round(amount.div(new Big(code.rate).plus(1)), currency);
    return { net, vat: amount.minus(net) };
  }
}

function fieldsOf(customer: BusinessCustomer): LedgerAccount['fields'] {
  return {
    Name: customer.name,
    Status: 'C',
    IsSales: true,
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

/** What stands in the books of one division. */
import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { SandboxClock } from '../contract.ts';
import type { Books, Period } from './books.ts';
import type { Value } from './odata/values.ts';

/** Properties by name, as they were given. */
export type Fields = Readonly<Record<string, Value>>;

/** A contact, a bank account, a document or an attachment. */
export interface LedgerRecord {
  readonly id: string;
  readonly fields: Fields;
  /** Epoch milliseconds, as everywhere here. */
  readonly created: number;
  readonly modified: number;
}

export interface LedgerAccount extends LedgerRecord {
  /** Rises with every change anywhere in the division, as Exact's sync cursor does. */
  readonly timestamp: bigint;
}

export interface LedgerLine {
  readonly id: string;
  /** Null where an id of another division was given. */
  readonly glAccount: string | null;
  readonly vatCode: string | null;
  readonly description: string | null;
  readonly net: Big;
  readonly vat: Big;
  /** What else was given, and is only kept. */
  readonly other: Fields;
}

export interface LedgerEntry {
  readonly id: string;
  readonly entryNumber: number;
  readonly journal: string;
  readonly customer: string;
  readonly date: string;
  readonly year: number;
  readonly period: number;
  readonly dueDate: string;
  readonly yourRef: string | null;
  readonly description: string | null;
  readonly paymentCondition: string | null;
  readonly paymentReference: string | null;
  readonly link: string | null;
  readonly currency: string;
  /** Units of the division's currency for one unit of the entry's. */
  readonly rate: Big;
  readonly lines: readonly LedgerLine[];
  readonly other: Fields;
  readonly created: number;
  readonly modified: number;
}

/** What a customer owes for an entry. */
export interface Receivable {
  readonly id: string;
  /** Its number for people. */
  readonly hid: bigint;
  readonly entryId: string;
  /** The day on which it was reconciled, or null while it is open. */
  readonly paidOn: string | null;
  readonly created: number;
  readonly modified: number;
  readonly timestamp: bigint;
}

const CODE_LENGTH = 18;

/** An account's code as Exact keeps it: blanks on the left up to eighteen signs. */
export const paddedCode = (code: string): string => code.trim().padStart(CODE_LENGTH);

const digits = (currency: string): number => (currency === 'JPY' ? 0 : 2);
export const round = (amount: Big, currency: string): Big => amount.round(digits(currency), Big.roundHalfUp);
export const total = (amounts: readonly Big[]): Big => amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
export const grossOf = (entry: LedgerEntry): Big => total(entry.lines.flatMap((line) => [line.net, line.vat]));
export const vatOf = (entry: LedgerEntry): Big => total(entry.lines.map((line) => line.vat));

export class Ledger {
  readonly books: Books;
  readonly accounts = new Map<string, LedgerAccount>();
  readonly entries = new Map<string, LedgerEntry>();
  /** By the id of the entry. */
  readonly receivables = new Map<string, Receivable>();
  readonly contacts = new Map<string, LedgerRecord>();
  readonly bankAccounts = new Map<string, LedgerRecord>();
  readonly documents = new Map<string, LedgerRecord>();
  readonly attachments = new Map<string, LedgerRecord>();
  readonly blockedJournals: Set<string>;
  /** Periods that end before this day are closed. */
  openFrom: string;
  readonly #clock: SandboxClock;
  #timestamp = 1000n;
  #highestCode = 0;

  constructor(books: Books, clock: SandboxClock) {
    this.books = books;
    this.openFrom = books.openFrom;
    this.blockedJournals = new Set(books.journals.filter((journal) => journal.isBlocked).map(({ code }) => code));
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  clear(): void {
    const { accounts, entries, receivables, contacts, bankAccounts, documents, attachments } = this;
    for (const records of [accounts, entries, receivables, contacts, bankAccounts, documents, attachments])
      records.clear();
  }

  /** @param id null makes a new one; the fields that are not named stay as they are */
  putAccount(id: string | null, fields: Fields): LedgerAccount {
    const record = this.#changed(id === null ? undefined : this.accounts.get(id), fields);
    const code = record.fields['Code'] ?? paddedCode(String(this.#highestCode + 1));
    this.#highestCode = Math.max(this.#highestCode, Number(code) || 0);
    const account = { ...record, fields: { ...record.fields, Code: code }, timestamp: this.#tick() };
    this.accounts.set(account.id, account);
    return account;
  }

  /** @param records the kind of record, one of the ledger's own maps */
  putRecord(records: Map<string, LedgerRecord>, id: string | null, fields: Fields): LedgerRecord {
    const record = this.#changed(id === null ? undefined : records.get(id), fields);
    records.set(record.id, record);
    return record;
  }

  #changed(before: LedgerRecord | undefined, fields: Fields): LedgerRecord {
    const now = this.now();
    return {
      id: before?.id ?? randomUUID(),
      fields: { ...before?.fields, ...fields },
      created: before?.created ?? now,
      modified: now,
    };
  }

  /** @param except the id of the account that may have the code */
  isCodeTaken(code: string, except: string | null): boolean {
    for (const account of this.accounts.values()) {
      if (account.fields['Code'] === code && account.id !== except) return true;
    }
    return false;
  }

  /** Books an entry, or changes one that is not paid, and what the customer owes for it. */
  putEntry(entry: LedgerEntry): void {
    const before = this.receivables.get(entry.id);
    const timestamp = this.#tick();
    this.entries.set(entry.id, entry);
    this.receivables.set(entry.id, {
      id: before?.id ?? randomUUID(),
      hid: before?.hid ?? timestamp,
      entryId: entry.id,
      paidOn: null,
      created: entry.created,
      modified: entry.modified,
      timestamp,
    });
  }

  removeEntry(id: string): void {
    this.entries.delete(id);
    this.receivables.delete(id);
  }

  /** The customer's money has come, and the bookkeeper has matched it with the whole entry. */
  reconcile(entryId: string, date: string): void {
    const receivable = this.receivables.get(entryId);
    if (receivable === undefined) throw new Error(`There is no entry ${entryId}.`);
    this.receivables.set(entryId, {
      ...receivable,
      paidOn: date,
      modified: this.now(),
      timestamp: this.#tick(),
    });
  }

  #tick(): bigint {
    this.#timestamp += 1n;
    return this.#timestamp;
  }

  periodOf(date: string): Period | undefined {
    return this.books.periods.find(({ start, end }) => start <= date && date <= end);
  }

  isClosed(period: Period): boolean {
    return period.end < this.openFrom;
  }

  /** The number after the last one of the journal in that year. */
  nextNumber(journal: string, year: number): number {
    const ofYear = [...this.entries.values()].filter((entry) => entry.journal === journal && entry.year === year);
    const first = Number(`${year % 100}${journal.replace(/\D/g, '').padStart(2, '0')}0000`);
    return Math.max(first, ...ofYear.map((entry) => entry.entryNumber)) + 1;
  }
}

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

/** A part of what a customer owes for an entry: all of it, until some is settled or it is split. */
export interface Receivable {
  readonly id: string;
  /** Its number for people. */
  readonly hid: bigint;
  readonly entryId: string;
  /** In the entry's currency; below zero for a credit note. */
  readonly amount: Big;
  /** The day on which it was matched, or null while it is open. */
  readonly settledOn: string | null;
  readonly created: number;
  readonly modified: number;
  readonly timestamp: bigint;
}

/** What a line of an entry in another journal says of an entry: money, or a correction of what is owed. */
export interface SettlingLine {
  readonly id: string;
  /** Lines of one bank statement line or one correction have the same. */
  readonly entryId: string;
  readonly kind: 'money' | 'correction';
  readonly account: string;
  /** The entry that it settles. */
  readonly settles: string;
  readonly date: string;
  /** As it stands in the books: what lessens what is owed is below zero. */
  readonly amount: Big;
  readonly currency: string;
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
  readonly receivables = new Map<string, Receivable>();
  readonly settlingLines: SettlingLine[] = [];
  /** What may be kept back for paying early, by the id of the entry. */
  readonly discounts = new Map<string, Big>();
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
    this.settlingLines.length = 0;
    this.discounts.clear();
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
    const [before] = this.owedFor(entry.id);
    const timestamp = this.#tick();
    this.entries.set(entry.id, entry);
    const receivable = {
      id: before?.id ?? randomUUID(),
      hid: before?.hid ?? timestamp,
      entryId: entry.id,
      amount: grossOf(entry),
      settledOn: null,
      created: entry.created,
      modified: entry.modified,
      timestamp,
    };
    this.receivables.set(receivable.id, receivable);
  }

  /** The parts of what is owed for an entry. */
  owedFor(entryId: string): Receivable[] {
    return [...this.receivables.values()].filter((receivable) => receivable.entryId === entryId);
  }

  /** The day on which the last part of an entry was settled, or null while any is open. */
  settledOn(entryId: string): string | null {
    const parts = this.owedFor(entryId);
    if (parts.some(({ settledOn }) => settledOn === null)) return null;
    return (
      parts
        .flatMap(({ settledOn }) => settledOn ?? [])
        .toSorted()
        .at(-1) ?? null
    );
  }

  /** @param id null makes a new part */
  putReceivable(id: string | null, part: Pick<Receivable, 'entryId' | 'amount' | 'settledOn'>): void {
    const timestamp = this.#tick();
    const before = id === null ? undefined : this.receivables.get(id);
    const made = {
      id: before?.id ?? randomUUID(),
      hid: before?.hid ?? timestamp,
      created: before?.created ?? this.now(),
    };
    this.receivables.set(made.id, { ...made, ...part, modified: this.now(), timestamp });
  }

  removeEntry(id: string): void {
    this.entries.delete(id);
    for (const part of this.owedFor(id)) this.receivables.delete(part.id);
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

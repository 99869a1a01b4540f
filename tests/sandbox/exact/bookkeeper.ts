/** What a bookkeeper does with money that came, seen in what customers owe and in the lines that settled it. */
import { randomUUID } from 'node:crypto';
import Big from 'big.js';
import type { Switches } from '../contract.ts';
import { grossOf, type Ledger, type LedgerEntry, type SettlingLine } from './ledger.ts';

export interface Money {
  /** In the entry's currency. */
  readonly amount: string;
  readonly date: string;
  /** It came in the division's currency, at the entry's own rate. */
  readonly isConverted?: boolean;
}

/** Each of these throws for an entry that there is not. Days are YYYY-MM-DD. */
export class Bookkeeper {
  readonly #ledger: Ledger;
  readonly #switches: Switches;

  constructor(ledger: Ledger, switches: Switches) {
    this.#ledger = ledger;
    this.#switches = switches;
  }

  /** Money came for the entry, and is matched with what is open; what is too much stays on the account. */
  pay(entryId: string, { amount, date, isConverted = false }: Money): void {
    const entry = this.#entry(entryId);
    const { currency } = this.#ledger.books.division;
    const paid = new Big(amount);
    this.#line(
      entry,
      'money',
      randomUUID(),
      date,
      isConverted ? paid.times(entry.rate).round(2).neg() : paid.neg(),
      isConverted ? currency : entry.currency,
    );
    this.#settle(entry, paid, date);
  }

  /** All that is open is paid. */
  reconcile(entryId: string, date: string): void {
    this.pay(entryId, { amount: this.openOf(entryId).toFixed(), date });
  }

  /** What is open, in the entry's currency. */
  openOf(entryId: string): Big {
    const open = this.#ledger.owedFor(this.#entry(entryId).id).filter(({ settledOn }) => settledOn === null);
    return open.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
  }

  /** Part of what is open is to come on another day. */
  split(entryId: string, amount: string): void {
    const part = this.#ledger.owedFor(this.#entry(entryId).id).find(({ settledOn }) => settledOn === null);
    if (part === undefined) throw new Error('Nothing is open.');
    this.#ledger.putReceivable(part.id, { ...part, amount: part.amount.minus(amount) });
    this.#ledger.putReceivable(null, { entryId, amount: new Big(amount), settledOn: null });
  }

  /** The small rest is written off as a payment difference. */
  writeOff(entryId: string, date: string): void {
    const entry = this.#entry(entryId);
    const rest = this.openOf(entryId);
    const payment = this.#ledger.settlingLines.findLast(({ settles, kind }) => settles === entryId && kind === 'money');
    if (this.#switches.exactDifference === 'line' && payment !== undefined) {
      // Booked along with the payment: the customer's line takes it all, another gives the difference back.
      this.#line(entry, 'money', payment.entryId, payment.date, rest.neg(), entry.currency);
      this.#line(entry, 'money', payment.entryId, payment.date, rest, entry.currency);
    } else this.#line(entry, 'correction', randomUUID(), date, rest.neg(), entry.currency);
    this.#settle(entry, rest, date);
  }

  /** The customer paid in time, less the discount that he may keep back. */
  payWithDiscount(entryId: string, discount: string, date: string): void {
    this.#ledger.discounts.set(entryId, new Big(discount));
    this.pay(entryId, { amount: this.openOf(entryId).minus(discount).toFixed(), date });
    this.writeOff(entryId, date);
  }

  /** An invoice and a credit note are matched with each other: no money moves, and nothing is booked. */
  setOff(invoiceEntryId: string, creditEntryId: string, date: string): void {
    const invoice = this.#entry(invoiceEntryId);
    const credit = this.#entry(creditEntryId);
    const [owed, given] = [this.openOf(invoiceEntryId), this.openOf(creditEntryId).abs()];
    const amount = owed.lt(given) ? owed : given;
    this.#settle(invoice, amount, date);
    this.#settle(credit, amount.neg(), date);
  }

  /** The money of a credit note goes to the customer. */
  refund(creditEntryId: string, date: string): void {
    this.reconcile(creditEntryId, date);
  }

  /** The bank took the money back: all of it is open again. */
  takeBack(entryId: string, date: string): void {
    const entry = this.#entry(entryId);
    const lines = this.#ledger.settlingLines.filter(({ settles, kind }) => settles === entryId && kind === 'money');
    const amount = lines.reduce((sum, line) => sum.plus(line.amount), new Big(0));
    this.#line(entry, 'money', randomUUID(), date, amount.neg(), entry.currency);
    this.unmatch(entryId);
  }

  /** The match is undone: the payment stays in the books, and what is owed is open again. */
  unmatch(entryId: string): void {
    const entry = this.#entry(entryId);
    const [first, ...others] = this.#ledger.owedFor(entry.id);
    for (const { id } of others) this.#ledger.receivables.delete(id);
    this.#ledger.putReceivable(first?.id ?? null, { entryId, amount: grossOf(entry), settledOn: null });
  }

  #entry(id: string): LedgerEntry {
    const entry = this.#ledger.entries.get(id);
    if (entry === undefined) throw new Error(`There is no entry ${id}.`);
    return entry;
  }

  #line(
    entry: LedgerEntry,
    kind: SettlingLine['kind'],
    entryId: string,
    date: string,
    amount: Big,
    currency: string,
  ): void {
    const { id: settles, customer: account } = entry;
    this.#ledger.settlingLines.push({ id: randomUUID(), entryId, kind, account, settles, date, amount, currency });
  }

  /** A part that is larger than the amount falls into two. */
  #settle({ id: entryId }: LedgerEntry, amount: Big, settledOn: string): void {
    let left = amount;
    for (const part of this.#ledger.owedFor(entryId)) {
      if (part.settledOn !== null || left.eq(0)) continue;
      const taken = part.amount.abs().lte(left.abs()) ? part.amount : left;
      this.#ledger.putReceivable(part.id, { entryId, amount: taken, settledOn });
      const rest = part.amount.minus(taken);
      if (!rest.eq(0)) this.#ledger.putReceivable(null, { entryId, amount: rest, settledOn: null });
      left = left.minus(taken);
    }
  }
}

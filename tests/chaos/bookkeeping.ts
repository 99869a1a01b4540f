/** What people in a business do on a day, in Teamleader and in Exact, and whether both ledgers agree in the end. */
import Big from 'big.js';
import type { DocumentRecord } from '../../lib/store/records.ts';
import { tally } from '../run/tally.ts';
import type { BusinessDocument } from '../sandbox/business/business.ts';
import { addDays } from '../sandbox/business/calendar.ts';
import type { Random } from '../sandbox/business/random.ts';
import type { LedgerEntry } from '../sandbox/exact/ledger.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Part } from './report.ts';

const NOTHING = new Big(0);
const larger = (a: Big, b: Big): Big => (a.gt(b) ? a : b);
const smaller = (a: Big, b: Big): Big => (a.lt(b) ? a : b);

export class Bookkeeping {
  readonly #sandbox: Sandbox;
  readonly #random: Random;
  /** What new invoices are like. */
  readonly #patterns: readonly BusinessDocument[];
  /** The most that Exact ever had as received, by invoice. */
  readonly #received = new Map<string, Big>();
  /** What was registered by hand, by invoice. */
  readonly #byHand = new Map<string, Big>();
  #today = '';
  #numbers = 5_000;

  constructor(sandbox: Sandbox, random: Random) {
    this.#sandbox = sandbox;
    this.#random = random;
    this.#patterns = sandbox.business.documents.filter(
      ({ kind, expected, totals }) => kind === 'invoice' && expected === 'booked' && Number(totals.gross) > 20,
    );
  }

  /** Some hours of work. @param day from the story's own last day on */
  work(day: number): void {
    this.#today = addDays(this.#sandbox.business.today, day);
    const random = this.#random;
    if (random.chance(0.35)) this.#invoice();
    if (random.chance(0.1)) this.#credit();
    if (random.chance(0.1)) this.#changeInvoice();
    if (random.chance(0.08)) this.#registerByHand();
    for (let times = random.whole(0, 2); times > 0; times -= 1) this.#money();
    if (random.chance(0.02)) this.#sandbox.exact.closePeriodsBefore(`${this.#today.slice(0, 7)}-01`);
  }

  #next(): number {
    this.#numbers += 1;
    return this.#numbers;
  }

  #add(document: BusinessDocument): void {
    const now = new Date(this.#sandbox.clock.now()).toISOString().replace(/\.\d+Z$/, '+00:00');
    this.#sandbox.teamleader.ledger.addDocument({ ...document, createdAt: now, updatedAt: now });
  }

  #invoice(): void {
    const pattern = this.#random.pick(this.#patterns);
    this.#add({
      ...pattern,
      id: this.#random.uuid(),
      status: 'outstanding',
      number: `${this.#today.slice(0, 4)} / ${this.#next()}`,
      date: this.#today,
      dueOn: addDays(this.#today, 14),
    });
  }

  /** The whole invoice is credited. */
  #credit(): void {
    const { ledger } = this.#sandbox.teamleader;
    const invoice = this.#ours().find(({ invoice: one }) => ledger.dueOf(one).eq(one.totals.gross))?.invoice;
    if (invoice === undefined) return;
    this.#add({
      ...invoice,
      kind: 'creditNote',
      id: this.#random.uuid(),
      status: 'outstanding',
      number: `${this.#today.slice(0, 4)}/${this.#next()}`,
      date: this.#today,
      dueOn: null,
      creditsInvoiceId: invoice.id,
      expected: 'booked',
    });
    // Whether its invoice counts as changed then is not certain.
    if (this.#random.chance(0.5)) ledger.updateInvoice(invoice.id, {});
  }

  #changeInvoice(): void {
    const { ledger } = this.#sandbox.teamleader;
    const invoice = this.#random.pick([...ledger.invoices.values()]);
    ledger.updateInvoice(invoice.id, { purchaseOrderNumber: `PO-${this.#next()}` });
  }

  #registerByHand(): void {
    const { ledger } = this.#sandbox.teamleader;
    const open = this.#ours().filter(({ invoice }) => ledger.dueOf(invoice).eq(invoice.totals.gross));
    if (open.length === 0) return;
    const { invoice } = this.#random.pick(open);
    const amount = this.#random.chance(0.5) ? invoice.totals.gross : '7.35';
    const { id: invoiceId, currency } = invoice;
    ledger.addPayment({ invoiceId, currency, amount, methodId: null, paidAt: `${this.#today}T08:15:00+00:00` });
    this.#byHand.set(invoiceId, new Big(amount));
  }

  /** The bookkeeper goes through the bank's statement. */
  #money(): void {
    const { bookkeeper, ledger } = this.#sandbox.exact;
    const ours = this.#ours();
    if (ours.length === 0) return;
    const random = this.#random;
    const { invoice, entry } = random.pick(ours);
    const open = bookkeeper.openOf(entry.id);
    const date = this.#today;
    const isTouched = ledger.owedFor(entry.id).some(({ settledOn }) => settledOn !== null);
    if (open.gt(0)) {
      const credit = [...ledger.entries.values()].find(
        (one) => this.#creditOf(invoice.id)?.some((id) => one.link?.includes(id)) && bookkeeper.openOf(one.id).lt(0),
      );
      const what = random.whole(1, 10);
      if (credit !== undefined) bookkeeper.setOff(entry.id, credit.id, date);
      else if (what <= 4) bookkeeper.reconcile(entry.id, date);
      else if (what <= 7 && open.gt(10)) bookkeeper.pay(entry.id, { amount: '7.35', date });
      else if (what === 8) bookkeeper.pay(entry.id, { amount: open.plus(3).toFixed(2), date });
      else if (what === 9 && open.gt(5)) {
        bookkeeper.pay(entry.id, { amount: open.minus('0.40').toFixed(2), date });
        bookkeeper.writeOff(entry.id, date);
      } else if (what === 10 && open.gt(5) && !isTouched) bookkeeper.payWithDiscount(entry.id, '1.00', date);
    } else if (random.chance(0.15)) bookkeeper.takeBack(entry.id, date);
    this.#received.set(invoice.id, larger(this.#received.get(invoice.id) ?? NOTHING, this.#receivedNow(entry)));
  }

  #creditOf(invoiceId: string): string[] | undefined {
    const credits = [...this.#sandbox.teamleader.ledger.creditNotes.values()];
    return credits.flatMap(({ id, creditsInvoiceId }) => (creditsInvoiceId === invoiceId ? [id] : []));
  }

  /** Invoices of ours that stand in Exact. */
  #ours(): { readonly invoice: BusinessDocument; readonly entry: LedgerEntry }[] {
    const { exact, teamleader } = this.#sandbox;
    const entries = [...exact.ledger.entries.values()].filter(({ link }) => link !== null);
    return [...teamleader.ledger.invoices.values()].flatMap((invoice) => {
      const entry = entries.find(({ link }) => link?.includes(invoice.id));
      return entry === undefined || invoice.currency === 'JPY' ? [] : [{ invoice, entry }];
    });
  }

  /** Money that is matched with the entry: what came, less what went back, and no more than is settled. */
  #receivedNow({ id }: LedgerEntry): Big {
    const { settlingLines } = this.#sandbox.exact.ledger;
    const lines = settlingLines.filter(({ settles, kind }) => settles === id && kind === 'money');
    const came = lines.reduce((sum, { amount }) => sum.minus(amount), NOTHING);
    const settled = this.#sandbox.exact.ledger
      .owedFor(id)
      .filter(({ settledOn }) => settledOn !== null)
      .reduce((sum, { amount }) => sum.plus(amount), NOTHING);
    return larger(smaller(came, settled), NOTHING);
  }

  /** @param records what the extension says */
  agree(records: readonly DocumentRecord[]): Part {
    const { teamleader, business } = this.#sandbox;
    const { invoices, creditNotes, payments, dueOf } = teamleader.ledger;
    const documents = [...invoices.values(), ...creditNotes.values()];
    const { duplicates, totals } = tally({ ...this.#sandbox, business: { ...business, documents } }, records);
    const centsOff = new Big(totals.teamleader.gross).minus(totals.exact.gross).abs().times(100).toNumber();
    const failures: string[] = [];
    // A period may have been closed before a document came to it: that is told.
    const told = new Map(records.map((record) => [record.id, record.outcome.state]));
    const missing = documents.filter(
      ({ id, expected }) =>
        typeof expected === 'string' && expected !== 'notInScope' && (told.get(id) ?? 'waiting') === 'waiting',
    ).length;
    let paid = 0;
    for (const { invoice, entry } of this.#ours()) {
      const { id, number } = invoice;
      const there = (payments.get(id) ?? []).reduce((sum, { amount }) => sum.plus(amount), NOTHING);
      const most = larger(this.#received.get(id) ?? NOTHING, this.#byHand.get(id) ?? NOTHING);
      const now = this.#receivedNow(entry);
      const due = dueOf(invoice);
      paid += there.gt(0) ? 1 : 0;
      const isBefore = business.documents.some((one) => one.id === id && one.status === 'matched');
      if (isBefore) continue;
      if (there.gt(most)) failures.push(`${number}: ${there} is registered, ${most} was received`);
      if (there.lt(now) && due.gt(0)) failures.push(`${number}: ${now} was received, ${there} is registered`);
      if (due.lt(0)) failures.push(`${number}: ${due} is due`);
      const state = records.find((record) => record.id === id)?.payment?.state ?? null;
      if (state === 'paid' && due.gt(0)) failures.push(`${number}: told as paid, and ${due} is due`);
      if (state === null) failures.push(`${number}: nobody looked at its payments`);
    }
    if (paid === 0) failures.push('nothing was paid');
    return { figures: { duplicates, missing, centsOff }, failures };
  }
}

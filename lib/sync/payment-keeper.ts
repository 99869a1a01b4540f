import Big from 'big.js';
import { formatAmount, sum, ZERO } from '../accounting/money.ts';
import { type InvoicePayments, type PaymentPlan, type PaymentTrouble, planPayments } from '../accounting/payments.ts';
import { type Instalment, receivedOf, type Settlement } from '../accounting/settlement.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import type { PaymentCause, PaymentState } from '../payment.ts';
import { err, ok, type Result } from '../result.ts';
import type { DocumentRecord, Intent, PaymentIntent } from '../store/records.ts';
import { dayOf } from '../teamleader/payments.ts';
import { believedAt, causeOf, STAND_BACK_MS } from './causes.ts';
import type { Side, SyncContext } from './context.ts';
import { isInDoubt, writeOutcomeOf } from './failed.ts';

/** Teamleader twice in a row without an answer is left alone until the next run. */
const MOST_LOST_IN_A_ROW = 2;

/** Registers payments, one invoice after another, each with an intent that outlives the worker. */
export class PaymentKeeper {
  readonly #context: SyncContext;
  /** What was sent and is not known to have been done. */
  readonly #intents: Map<string, PaymentIntent>;
  #lostInARow = 0;
  readonly #stoodApartAs = new Set<Side>();
  /** How many invoices were set as paid. */
  setAsPaid = 0;

  constructor(context: SyncContext, intents: readonly Intent[]) {
    this.#context = context;
    this.#intents = new Map(intents.flatMap((intent) => (intent.type === 'payment' ? [[intent.subject, intent]] : [])));
  }

  /** Of those that both sides tell enough about, all is noted in one step. @returns the others */
  async endKnown(
    records: readonly DocumentRecord[],
    settlementOf: (record: DocumentRecord) => Settlement | null,
  ): Promise<readonly DocumentRecord[]> {
    const { database, now } = this.#context;
    const known = records.flatMap((record) => {
      const payment = this.#knownState(record, settlementOf(record));
      const follow = { isDue: false, at: now(), due: record.due };
      return payment === null ? [] : [{ record, payment, follow, endsIntent: false }];
    });
    await database.endFollowing(known);
    const ended = new Set(known.map(({ record }) => record));
    return records.filter((record) => !ended.has(record));
  }

  /** How the invoice stands, where Teamleader need not be asked for its payments. */
  #knownState(record: DocumentRecord, settlement: Settlement | null): PaymentState | null {
    const { payment, due } = record;
    // What was sent is looked up first.
    if (this.#intents.has(record.id)) return null;
    if (settlement === null || isAsBefore(record, settlement)) return payment ?? { state: 'open' };
    // Paid on both sides, whoever registered it.
    const last = settlement.instalments.at(-1);
    const isPaid = due !== null && new Big(due).lte(0) && settlement.open.lte(0) && last !== undefined;
    if (!isPaid) return null;
    return payment?.state === 'paid'
      ? { ...payment, on: last.date }
      : { state: 'paid', on: last.date, since: this.#context.now(), byUs: false };
  }

  /** @returns why nothing more can be done in this run, where that is so */
  async see(record: DocumentRecord, settlement: Settlement | null): Promise<Result<null, Cause>> {
    const isOurs = this.#intents.has(record.id);
    const invoice = await this.#paymentsOf(record);
    // It may still come to stand there: until then nothing is sent for the invoice.
    if ((await this.#heldUntil(record, invoice)) !== null) return ok(null);
    if (!invoice.ok) return this.#unanswered(record, invoice.error);
    const due = formatAmount(invoice.value.due, record.currency);
    if (settlement === null) {
      await this.#end(record, record.payment ?? { state: 'open' }, due);
      return ok(null);
    }
    const dueBefore = isOurs || record.due === null ? invoice.value.due : new Big(record.due);
    return this.#carryOut(record, settlement, invoice.value, dueBefore, true);
  }

  /** What was sent for the invoice and not answered is looked up, before anything else is done about its payments. */
  async lookUp(record: DocumentRecord): Promise<Result<null, Cause>> {
    if (!this.#intents.has(record.id)) return ok(null);
    const invoice = await this.#paymentsOf(record);
    const until = await this.#heldUntil(record, invoice);
    if (!invoice.ok) return err(causeOf(invoice.error, 'teamleader'));
    return until === null ? ok(null) : err({ type: 'answerLost', write: 'payment', until });
  }

  /** Until when it is not believed that what was sent was not done; null: nothing is in doubt any more. */
  async #heldUntil(record: DocumentRecord, invoice: Result<InvoicePayments, Failure>): Promise<number | null> {
    const intent = this.#intents.get(record.id);
    if (intent === undefined) return null;
    if (!invoice.ok || paidOf(invoice.value).lt(intent.paidBefore.plus(intent.amount))) {
      const until = believedAt(intent);
      const mayBeThere = invoice.ok || invoice.error.kind === 'refused';
      return mayBeThere && this.#context.now() < until ? until : null;
    }
    const found = { connectionId: record.connectionId, written: 'payment', subject: record.id } as const;
    await this.#context.database.endWrite({ ...found, outcome: { state: 'found' } }, { close: intent });
    this.#intents.delete(record.id);
    return null;
  }

  /**
   * @param dueBefore what Teamleader asked for when it was last looked
   * @param mayLookAgain a refusal may mean that a colleague's browser was first
   */
  async #carryOut(
    record: DocumentRecord,
    settlement: Settlement,
    invoice: InvoicePayments,
    dueBefore: Big,
    mayLookAgain: boolean,
  ): Promise<Result<null, Cause>> {
    const plan = planPayments(settlement, invoice, receivedBefore(record));
    const isMet = invoice.due.lt(dueBefore) && isRegisteredBySomebody(record, settlement, invoice);
    if (isMet) {
      if (plan.register.length > 0) await this.#leave(record, invoice, settlement.currency);
      else await this.#endAs(record, plan, invoice.due, settlement.currency, false);
      return err(this.#standBack());
    }
    const side = sideOf(record);
    if (plan.register.length > 0 && !this.#stoodApartAs.has(side)) {
      this.#stoodApartAs.add(side);
      await this.#context.standApart(side);
      const now = await this.#paymentsOf(record);
      if (!now.ok) return this.#unanswered(record, now.error);
      return this.#carryOut(record, settlement, now.value, invoice.due, mayLookAgain);
    }
    let paid = paidOf(invoice);
    for (const instalment of plan.register) {
      const sent = await this.#register(record, instalment, paid);
      if (sent.kind === 'stopped') return err(sent.problem);
      if (sent.kind === 'later') return ok(null);
      if (sent.kind === 'refused') return this.#refused(record, settlement, invoice.due, sent.text, mayLookAgain);
      paid = paid.plus(instalment.amount);
    }
    if (plan.register.length > 0) return this.#readBack(record, settlement, invoice, plan);
    await this.#endAs(record, plan, invoice.due, settlement.currency, false);
    return ok(null);
  }

  /** Teamleader refuses no part payment that is there already: whether it stands there twice is seen afterwards. */
  async #readBack(
    record: DocumentRecord,
    settlement: Settlement,
    invoice: InvoicePayments,
    plan: PaymentPlan,
  ): Promise<Result<null, Cause>> {
    const { currency } = settlement;
    const now = await this.#paymentsOf(record);
    const seen = now.ok ? planPayments(settlement, now.value, receivedBefore(record)) : null;
    // Teamleader said yes: what it does not show yet is not sent a second time.
    if (!now.ok || seen === null || seen.register.length > 0) {
      const registered = sum(plan.register.map(({ amount }) => amount));
      await this.#endAs(record, plan, invoice.due.minus(registered), currency, true);
      return ok(null);
    }
    await this.#endAs(record, seen, now.value.due, currency, true);
    const isTwice = seen.standing.kind === 'trouble' && seen.standing.trouble.type === 'registeredTwice';
    return isTwice ? err(this.#standBack()) : ok(null);
  }

  async #endAs(record: DocumentRecord, plan: PaymentPlan, due: Big, currency: string, byUs: boolean): Promise<void> {
    await this.#end(record, this.#stateOf(record, plan, currency, byUs), formatAmount(due, currency));
    if (byUs && plan.standing.kind === 'paid') this.setAsPaid += 1;
  }

  /** What is still to be registered is left to the next run; what was seen is noted, so that it meets nobody there. */
  #leave(record: DocumentRecord, { due }: InvoicePayments, currency: string): Promise<void> {
    const follow = { ...record.follow, isDue: true, due: formatAmount(due, currency) };
    return this.#context.database.endFollowing([{ record, payment: record.payment, follow, endsIntent: true }]);
  }

  /** Of two that go in step neither sees what the other is about to send: this one lets the other go ahead. */
  #standBack(): Cause {
    const { now, random } = this.#context;
    return { type: 'colleagueBooking', write: 'payment', until: now() + Math.round(STAND_BACK_MS * (1 + random())) };
  }

  async #register(record: DocumentRecord, { date, amount }: Instalment, paidBefore: Big): Promise<Sent> {
    const { connection, database, teamleader, now } = this.#context;
    const intent: PaymentIntent = {
      type: 'payment',
      connectionId: connection.id,
      subject: record.id,
      sentAt: now(),
      losses: this.#intents.get(record.id)?.losses ?? 0,
      date,
      amount,
      currency: record.currency,
      paidBefore,
    };
    const write = { connectionId: connection.id, written: 'payment', subject: record.id } as const;
    const exactId = record.outcome.state === 'waiting' ? null : (record.outcome.entry?.id ?? null);
    await database.beginWrite(
      { ...write, name: record.number, madeFor: null, at: intent.sentAt, exactId },
      { put: intent },
    );
    const sent = await teamleader.registerPayment(record.id, { date, amount }, record.currency);
    if (sent.ok) {
      this.#lostInARow = 0;
      // The intent stays until the invoice is seen to the end: what it says can be found there.
      await database.endWrite({ ...write, outcome: { state: 'done' } }, null);
      return { kind: 'registered' };
    }
    if (isInDoubt(sent.error)) {
      const lost = { ...intent, sentAt: now(), losses: intent.losses + 1 };
      await database.endWrite({ ...write, outcome: { state: 'lost' } }, { put: lost });
      this.#lostInARow += 1;
      if (this.#lostInARow < MOST_LOST_IN_A_ROW) return { kind: 'later' };
      return { kind: 'stopped', problem: { type: 'unreachable', service: 'teamleader' } };
    }
    await database.endWrite({ ...write, outcome: writeOutcomeOf(sent.error) }, { close: intent });
    return sent.error.kind === 'refused'
      ? { kind: 'refused', text: sent.error.text }
      : { kind: 'stopped', problem: causeOf(sent.error, 'teamleader') };
  }

  async #refused(
    record: DocumentRecord,
    settlement: Settlement,
    dueBefore: Big,
    text: string,
    mayLookAgain: boolean,
  ): Promise<Result<null, Cause>> {
    const invoice = await this.#paymentsOf(record);
    if (!invoice.ok) return this.#unanswered(record, invoice.error);
    const plan = planPayments(settlement, invoice.value, receivedBefore(record));
    if (plan.register.length === 0 && mayLookAgain) {
      return this.#carryOut(record, settlement, invoice.value, dueBefore, false);
    }
    const cause: PaymentCause = { type: 'paymentRefused', text };
    const due = formatAmount(invoice.value.due, settlement.currency);
    const paid = formatAmount(paidOf(invoice.value), settlement.currency);
    await this.#end(record, { state: 'attention', cause, paid }, due);
    return ok(null);
  }

  #paymentsOf({ id }: DocumentRecord): Promise<Result<InvoicePayments, Failure>> {
    return this.#context.teamleader.payments(id);
  }

  /** Of an invoice that Teamleader does not know any more, nothing is to be followed. */
  async #unanswered(record: DocumentRecord, failure: Failure): Promise<Result<null, Cause>> {
    if (failure.kind !== 'refused') return err(causeOf(failure, 'teamleader'));
    await this.#end(record, record.payment, record.due);
    return ok(null);
  }

  #end(record: DocumentRecord, payment: PaymentState | null, due: string | null): Promise<void> {
    const { database, now } = this.#context;
    return database.endFollowing([{ record, payment, follow: { isDue: false, at: now(), due }, endsIntent: true }]);
  }

  /**
   * What is still asked for is registered today, though no money came for it.
   * @param most of more the user was told nothing; null: it is not known what he was told
   */
  async settle(record: DocumentRecord, most: Big | null): Promise<Result<null, Cause>> {
    const { database, now } = this.#context;
    const invoice = await this.#paymentsOf(record);
    if (!invoice.ok) return err(causeOf(invoice.error, 'teamleader'));
    const until = await this.#heldUntil(record, invoice);
    if (until !== null) return err({ type: 'answerLost', write: 'payment', until });
    const date = dayOf(new Date(now()).toISOString());
    const { due } = invoice.value;
    if (most !== null && due.gt(most)) {
      const follow = { ...record.follow, isDue: true };
      await database.endFollowing([{ record, payment: record.payment, follow, endsIntent: true }]);
      return ok(null);
    }
    const sent = due.gt(0)
      ? await this.#register(record, { date, amount: due }, paidOf(invoice.value))
      : ({ kind: 'registered' } as const);
    if (sent.kind === 'stopped') return err(sent.problem);
    if (sent.kind === 'refused') return err({ type: 'refused', service: 'teamleader', text: sent.text });
    if (sent.kind === 'later') return err({ type: 'unreachable', service: 'teamleader' });
    await this.#end(
      record,
      { state: 'paid', on: date, since: now(), byUs: false },
      formatAmount(ZERO, record.currency),
    );
    return ok(null);
  }

  #stateOf({ payment }: DocumentRecord, { standing }: PaymentPlan, currency: string, byUs: boolean): PaymentState {
    const text = (amount: Big): string => formatAmount(amount, currency);
    switch (standing.kind) {
      case 'open':
        return { state: 'open' };
      case 'credited':
        return { state: 'credited' };
      case 'partlyPaid':
        return { state: 'partlyPaid', paid: text(standing.paid) };
      case 'paidBack':
        return { state: 'paidBack', open: text(standing.open) };
      case 'paid':
        return payment?.state === 'paid'
          ? { ...payment, on: standing.on }
          : { state: 'paid', on: standing.on, since: this.#context.now(), byUs };
      case 'trouble':
        return { state: 'attention', cause: paymentCause(standing.trouble, currency, text), paid: text(standing.paid) };
    }
  }
}

type Sent =
  | { readonly kind: 'registered' | 'later' }
  | { readonly kind: 'refused'; readonly text: string }
  | { readonly kind: 'stopped'; readonly problem: Cause };

export const sideOf = ({ outcome }: DocumentRecord): Side => (outcome.state === 'booked' ? 'booker' : 'other');

const paidOf = ({ payments }: InvoicePayments): Big => sum(payments.map(({ amount }) => amount));

/** What Exact was last known to have received. */
function receivedBefore({ payment, gross }: DocumentRecord): Big {
  switch (payment?.state) {
    case 'paid':
    case 'paidBack':
      return new Big(gross);
    case 'partlyPaid':
    case 'attention':
      return new Big(payment.paid);
    default:
      return ZERO;
  }
}

/** Of what Exact received anew Teamleader has something already. */
function isRegisteredBySomebody(record: DocumentRecord, settlement: Settlement, invoice: InvoicePayments): boolean {
  const before = receivedBefore(record);
  return receivedOf(settlement).gt(before) && paidOf(invoice).gt(before);
}

/** Neither Exact nor Teamleader says anything that was not seen already. */
function isAsBefore({ payment, due, follow }: DocumentRecord, settlement: Settlement): boolean {
  if (settlement.settled.lte(0)) return payment === null || payment.state === 'open';
  const isSame = payment?.state === 'partlyPaid' && receivedOf(settlement).eq(payment.paid);
  return isSame && due === follow.due && !settlement.open.lte(0);
}

function paymentCause(trouble: PaymentTrouble, currency: string, text: (amount: Big) => string): PaymentCause {
  switch (trouble.type) {
    case 'paidInOtherCurrency':
      return { type: trouble.type, currency };
    case 'amountsDiffer':
      return { type: trouble.type, teamleader: text(trouble.teamleader), exact: text(trouble.exact), currency };
    default:
      return { type: trouble.type, amount: text(trouble.amount), currency };
  }
}

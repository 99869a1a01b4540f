import type { AccountPlan } from '../accounting/customer.ts';
import type { Account, Customer, PaymentCondition, SalesEntry } from '../accounting/facts.ts';
import type { Connection } from '../connection.ts';
import { readRefusal } from '../exact/refusal.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import { type Intent, type SalesEntryIntent, selfNumberingSchema } from '../store/records.ts';
import { AccountKeeper } from './account-keeper.ts';
import { believedAt, causeOf, isKin } from './causes.ts';
import type { SyncContext } from './context.ts';
import { type Failed, isInDoubt, LostAnswers, stopped, writeOutcomeOf } from './failed.ts';
import { RepeatedRefusals } from './repeated-refusals.ts';

/** How acting on one document's plan ended. */
export type Acted =
  /** Exact said yes; the entry is yet to be read back. */
  | { readonly kind: 'written'; readonly intent: SalesEntryIntent }
  /** Exact has an entry with that number already: look again before anything is decided. */
  | { readonly kind: 'numberTaken'; readonly cause: Cause }
  /** The journal has just been found to give its own numbers: nothing is written yet. */
  | { readonly kind: 'selfNumbering' }
  | Failed;

export const selfNumberingKey = ({ division }: Connection): string => `selfNumbering/${division.code}`;

/** Acts on plans, one after another, and remembers what the run has learnt on the way. */
export class Actor {
  readonly #context: SyncContext;
  readonly #accounts: AccountKeeper;
  readonly #lost = new LostAnswers();
  readonly #refusals: { readonly cause: Cause; readonly entry: SalesEntry }[] = [];
  readonly #repeated = new RepeatedRefusals();
  /** Document id to how often its answer was lost before. */
  readonly #losses: ReadonlyMap<string, number>;
  readonly #selfNumbering: Set<string>;

  constructor(
    context: SyncContext,
    intents: readonly Intent[],
    accounts: readonly Account[],
    paymentConditions: readonly PaymentCondition[],
    /** Journals that are known to give their own numbers. */
    selfNumbering: readonly string[],
  ) {
    this.#context = context;
    this.#selfNumbering = new Set(selfNumbering);
    this.#losses = new Map(
      intents.flatMap((intent) => (intent.type === 'salesEntry' ? [[intent.subject, intent.losses]] : [])),
    );
    this.#accounts = new AccountKeeper(context, this.#lost, intents, accounts, paymentConditions);
  }

  /** The customer's account first, then the entry; each with an intent that outlives the worker. */
  async book(customer: Customer, account: AccountPlan, entry: SalesEntry): Promise<Acted> {
    const accountId = await this.#accounts.seeTo(customer, account, entry.yourRef);
    return accountId.ok ? this.#writeEntry(entry, accountId.value, customer) : accountId.error;
  }

  /** Why the entry would surely be refused, as far as this run has learnt, or null. */
  causeToHold(entry: SalesEntry): Cause | null {
    const cause = this.#refusals.find((refusal) => isKin(refusal.cause, refusal.entry, entry))?.cause ?? null;
    return cause?.type === 'periodClosed' || cause?.type === 'financialYearMissing'
      ? { ...cause, date: entry.date }
      : cause;
  }

  /** The entry without its number, where the journal gives its own. */
  numbered(entry: SalesEntry): SalesEntry {
    return this.#selfNumbering.has(entry.journal) ? { ...entry, entryNumber: null } : entry;
  }

  async #numbersItself(journal: string): Promise<void> {
    const { connection, database, now } = this.#context;
    this.#selfNumbering.add(journal);
    await database.cache(selfNumberingKey(connection), selfNumberingSchema, [...this.#selfNumbering], now());
  }

  async #writeEntry(entry: SalesEntry, accountId: string, { name }: Customer): Promise<Acted> {
    const { connection, database, exact, now } = this.#context;
    const intent: SalesEntryIntent = {
      type: 'salesEntry',
      connectionId: connection.id,
      subject: entry.documentId,
      sentAt: now(),
      losses: this.#losses.get(entry.documentId) ?? 0,
      answer: null,
      entry: { ...entry, lines: [...entry.lines] },
      accountId,
    };
    const write = { connectionId: connection.id, written: 'salesEntry', subject: entry.documentId } as const;
    const begun = { ...write, name: entry.yourRef, madeFor: null, at: intent.sentAt, exactId: null };
    await database.beginWrite(begun, { put: intent });
    const written = await exact.createSalesEntry(entry, accountId);
    if (written.ok) {
      this.#lost.forget();
      const answered = { ...intent, answer: written.value };
      await database.endWrite({ ...write, outcome: { state: 'done' }, exactId: written.value.id }, { put: answered });
      // A number that Exact passes over keeps nobody from booking the document a second time.
      if (entry.entryNumber !== null && entry.entryNumber !== written.value.entryNumber) {
        await this.#numbersItself(entry.journal);
      }
      return { kind: 'written', intent: answered };
    }
    if (isInDoubt(written.error)) {
      // It may have waited for its turn: the other side's time runs from when the answer was given up.
      const lost = { ...intent, sentAt: now(), losses: intent.losses + 1 };
      await database.endWrite({ ...write, outcome: { state: 'lost' } }, { put: lost });
      return this.#lost.note('booking', believedAt(lost));
    }
    const cause = causeOfRefusedEntry(written.error, entry);
    // The number may be taken by this very entry, sent a second time by the browser itself: the intent stays for the look.
    const isTaken = cause.type === 'entryNumberTaken';
    await database.endWrite({ ...write, outcome: writeOutcomeOf(written.error) }, isTaken ? null : { close: intent });
    if (isTaken) return { kind: 'numberTaken', cause };
    if (written.error.kind !== 'refused') return stopped(cause);
    if (entry.entryNumber !== null && readRefusal(written.error.text) === 'entryNumberNotAllowed') {
      await this.#numbersItself(entry.journal);
      return { kind: 'selfNumbering' };
    }
    return this.#refused(cause, entry, name);
  }

  #refused(cause: Cause, entry: SalesEntry, customerName: string): Failed {
    this.#refusals.push({ cause, entry });
    if (cause.type !== 'refused') return { kind: 'failed', cause };
    const names = [customerName, entry.yourRef, entry.description, entry.paymentReference];
    return this.#repeated.isRepeated(cause.text, names) ? stopped(cause) : { kind: 'failed', cause };
  }
}

function causeOfRefusedEntry(failure: Failure, entry: SalesEntry): Cause {
  const cause = causeOf(failure, 'exact');
  if (cause.type !== 'refused') return cause;
  switch (readRefusal(cause.text)) {
    case 'entryNumberTaken':
      return entry.entryNumber === null
        ? cause
        : { type: 'entryNumberTaken', entryNumber: entry.entryNumber, journal: entry.journal };
    case 'periodClosed':
      return { type: 'periodClosed', date: entry.date };
    case 'financialYearMissing':
      return { type: 'financialYearMissing', date: entry.date };
    case 'journalBlocked':
      return { type: 'journalBlocked', journal: entry.journal };
    default:
      return cause;
  }
}

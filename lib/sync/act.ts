import type { AccountPlan } from '../accounting/customer.ts';
import type { Account, Customer, PaymentCondition, SalesEntry } from '../accounting/facts.ts';
import { readRefusal } from '../exact/refusal.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import type { Intent, SalesEntryIntent } from '../store/records.ts';
import { AccountKeeper } from './account-keeper.ts';
import { causeOf, isKin } from './causes.ts';
import type { SyncContext } from './context.ts';
import { type Failed, isInDoubt, LostAnswers, stopped } from './failed.ts';

/** How acting on one document's plan ended. */
export type Acted =
  /** Exact said yes; the entry is yet to be read back. */
  | { readonly kind: 'written'; readonly intent: SalesEntryIntent }
  /** Exact has an entry with that number already: look again before anything is decided. */
  | { readonly kind: 'numberTaken'; readonly cause: Cause }
  | Failed;

/** A refusal that is not understood is taken for a shared cause when it comes a second time with the same words. */
const MOST_SAME_REFUSALS = 2;

/** Acts on plans, one after another, and remembers what the run has learnt on the way. */
export class Actor {
  readonly #context: SyncContext;
  readonly #accounts: AccountKeeper;
  readonly #lost = new LostAnswers();
  readonly #refusals: { readonly cause: Cause; readonly entry: SalesEntry }[] = [];
  readonly #sameRefusals = new Map<string, number>();
  /** Journals that number their entries themselves. */
  readonly #selfNumbering = new Set<string>();

  constructor(
    context: SyncContext,
    intents: readonly Intent[],
    accounts: readonly Account[],
    paymentConditions: readonly PaymentCondition[],
  ) {
    this.#context = context;
    this.#accounts = new AccountKeeper(context, this.#lost, intents, accounts, paymentConditions);
  }

  /** The customer's account first, then the entry; each with an intent that outlives the worker. */
  async book(customer: Customer, account: AccountPlan, entry: SalesEntry): Promise<Acted> {
    const held = this.#refusals.find((refusal) => isKin(refusal.cause, refusal.entry, entry));
    if (held !== undefined) return { kind: 'failed', cause: held.cause };
    const accountId = await this.#accounts.seeTo(customer, account);
    if (!accountId.ok) return accountId.error;
    const acted = await this.#writeEntry(this.#numbered(entry), accountId.value);
    // The journal has just been found to number by itself: this one entry is sent again, without a number.
    const isSelfNumbering = acted.kind === 'failed' && entry.entryNumber !== null && acted.cause.type === 'refused';
    return isSelfNumbering && this.#selfNumbering.has(entry.journal)
      ? this.#writeEntry(this.#numbered(entry), accountId.value)
      : acted;
  }

  #numbered(entry: SalesEntry): SalesEntry {
    return this.#selfNumbering.has(entry.journal) ? { ...entry, entryNumber: null } : entry;
  }

  async #writeEntry(entry: SalesEntry, accountId: string): Promise<Acted> {
    const { connection, database, exact, now } = this.#context;
    const intent: SalesEntryIntent = {
      type: 'salesEntry',
      connectionId: connection.id,
      subject: entry.documentId,
      sentAt: now(),
      answer: null,
      entry: { ...entry, lines: [...entry.lines] },
      accountId,
    };
    await database.putIntent(intent);
    const written = await exact.createSalesEntry(entry, accountId);
    if (written.ok) {
      this.#lost.forget();
      const answered = { ...intent, answer: written.value };
      await database.putIntent(answered);
      return { kind: 'written', intent: answered };
    }
    if (isInDoubt(written.error)) {
      // It may have waited for its turn: the other side's time runs from when the answer was given up.
      const lostAt = now();
      await database.putIntent({ ...intent, sentAt: lostAt });
      return this.#lost.note(lostAt);
    }
    const cause = causeOfRefusedEntry(written.error, entry);
    // The number may be taken by this very entry, sent a second time by the browser itself: the intent stays for the look.
    if (cause.type === 'entryNumberTaken') return { kind: 'numberTaken', cause };
    await database.closeIntent(intent);
    return this.#refused(written.error, cause, entry);
  }

  #refused(failure: Failure, cause: Cause, entry: SalesEntry): Failed {
    if (failure.kind !== 'refused') return stopped(cause);
    if (entry.entryNumber !== null && readRefusal(failure.text) === 'entryNumberNotAllowed') {
      this.#selfNumbering.add(entry.journal);
      return { kind: 'failed', cause };
    }
    this.#refusals.push({ cause, entry });
    if (cause.type !== 'refused') return { kind: 'failed', cause };
    const words = cause.text.replace(/\d+/g, '#');
    const times = (this.#sameRefusals.get(words) ?? 0) + 1;
    this.#sameRefusals.set(words, times);
    return times < MOST_SAME_REFUSALS ? { kind: 'failed', cause } : stopped(cause);
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

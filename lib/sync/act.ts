import type { AccountPlan } from '../accounting/customer.ts';
import type { Customer, SalesEntry } from '../accounting/facts.ts';
import { readRefusal } from '../exact/refusal.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Intent, SalesEntryIntent } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, causeOf, isKin } from './causes.ts';
import type { SyncContext } from './context.ts';
import { customerKey } from './plan.ts';

/** How acting on one document's plan ended. */
export type Acted =
  /** Exact said yes; the entry is yet to be read back. */
  | { readonly kind: 'written'; readonly intent: SalesEntryIntent }
  /** Exact has an entry with that number already: look again before anything is decided. */
  | { readonly kind: 'numberTaken'; readonly cause: Cause }
  /** Not booked, or not known to be; the cause says whether it goes on by itself. */
  | { readonly kind: 'failed'; readonly cause: Cause }
  /** As failed, and nothing more can be sent in this run, for the problem named. */
  | { readonly kind: 'stopped'; readonly cause: Cause; readonly problem: Cause };

/** A service that twice in a row does not answer is left alone until the next run. */
const MOST_LOST_ANSWERS = 2;

/** A refusal that is not understood is taken for a shared cause when it comes a second time with the same words. */
const MOST_SAME_REFUSALS = 2;

/** Acts on plans, one after another, and remembers what the run has learnt on the way. */
export class Actor {
  readonly #context: SyncContext;
  /** Customer key to account id, for those that this run has seen to. */
  readonly #accounts = new Map<string, string>();
  /** Customer key to why its account could not be made. */
  readonly #failedCustomers = new Map<string, Cause>();
  readonly #openAccountIntents: Map<string, Intent>;
  readonly #refusals: { readonly cause: Cause; readonly entry: SalesEntry }[] = [];
  readonly #sameRefusals = new Map<string, number>();
  #lostAnswers = 0;

  constructor(context: SyncContext, intents: readonly Intent[]) {
    this.#context = context;
    this.#openAccountIntents = new Map(
      intents.filter((intent) => intent.type === 'account').map((intent) => [intent.subject, intent]),
    );
  }

  /** The customer's account first, then the entry; each with an intent that outlives the worker. */
  async book(customer: Customer, account: AccountPlan, entry: SalesEntry): Promise<Acted> {
    const held = this.#refusals.find((refusal) => isKin(refusal.cause, refusal.entry, entry));
    if (held !== undefined) return { kind: 'failed', cause: held.cause };

    const accountId = await this.#seeToAccount(customer, account);
    if (!accountId.ok) return accountId.error;
    return this.#writeEntry(entry, accountId.value);
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
      this.#lostAnswers = 0;
      const answered = { ...intent, answer: written.value };
      await database.putIntent(answered);
      return { kind: 'written', intent: answered };
    }
    if (isInDoubt(written.error)) return this.#lost(intent.sentAt);
    await database.closeIntent(intent);
    return this.#refused(written.error, entry);
  }

  #refused(failure: Failure, entry: SalesEntry): Acted {
    const cause = causeOfRefusedEntry(failure, entry);
    if (cause.type === 'entryNumberTaken') return { kind: 'numberTaken', cause };
    if (failure.kind !== 'refused') return stopped(cause);
    this.#refusals.push({ cause, entry });
    if (cause.type !== 'refused') return { kind: 'failed', cause };
    const words = cause.text.replace(/\d+/g, '#');
    const times = (this.#sameRefusals.get(words) ?? 0) + 1;
    this.#sameRefusals.set(words, times);
    return times < MOST_SAME_REFUSALS ? { kind: 'failed', cause } : stopped(cause);
  }

  async #seeToAccount(customer: Customer, plan: AccountPlan): Promise<Result<string, Acted>> {
    const key = customerKey(customer);
    const failed = this.#failedCustomers.get(key);
    if (failed !== undefined) return err({ kind: 'failed', cause: failed });
    const done = this.#accounts.get(key);
    if (done !== undefined) return ok(done);

    const written = await this.#writeAccount(customer, plan);
    if (written.ok) this.#accounts.set(key, written.value);
    else if (written.error.kind === 'failed') this.#failedCustomers.set(key, written.error.cause);
    return written;
  }

  async #writeAccount(customer: Customer, plan: AccountPlan): Promise<Result<string, Acted>> {
    const { connection, database, exact, now } = this.#context;
    const key = customerKey(customer);
    const open = this.#openAccountIntents.get(key);
    if (plan.kind !== 'create') {
      if (open !== undefined) await database.closeIntent(open);
      if (plan.kind === 'use') return ok(plan.accountId);
      // Changing is safe to repeat, so it needs no intent.
      const changed = await exact.changeAccount(plan.accountId, plan.draft);
      if (changed.ok) return ok(plan.accountId);
      return err(isInDoubt(changed.error) ? this.#lost(now()) : this.#accountRefused(changed.error));
    }
    const believedAt = open === undefined ? 0 : open.sentAt + ANSWER_LOST_WAIT_MS;
    if (now() < believedAt) return err({ kind: 'failed', cause: { type: 'answerLost', until: believedAt } });

    const intent: Intent = { type: 'account', connectionId: connection.id, subject: key, sentAt: now() };
    await database.putIntent(intent);
    const created = await exact.createAccount(plan.draft);
    if (!created.ok && isInDoubt(created.error)) return err(this.#lost(intent.sentAt));
    if (!created.ok) {
      await database.closeIntent(intent);
      return err(this.#accountRefused(created.error));
    }
    await database.closeIntent(intent);
    this.#lostAnswers = 0;
    return ok(created.value);
  }

  #accountRefused(failure: Failure): Acted {
    const cause = causeOf(failure, 'exact');
    return failure.kind === 'refused' ? { kind: 'failed', cause } : stopped(cause);
  }

  #lost(sentAt: number): Acted {
    this.#lostAnswers += 1;
    const cause: Cause = { type: 'answerLost', until: sentAt + ANSWER_LOST_WAIT_MS };
    return this.#lostAnswers < MOST_LOST_ANSWERS
      ? { kind: 'failed', cause }
      : { kind: 'stopped', cause, problem: { type: 'unreachable', service: 'exact' } };
  }
}

const stopped = (cause: Cause): Acted => ({ kind: 'stopped', cause, problem: cause });

/** A write after which nobody here knows whether it was done. */
const isInDoubt = (failure: Failure): boolean => failure.kind === 'noAnswer' || failure.kind === 'notUnderstood';

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

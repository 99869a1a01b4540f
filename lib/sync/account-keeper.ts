import { nextAccountCode } from '../accounting/account-code.ts';
import { type AccountPlan, customerKey, indexAccounts, planAccount } from '../accounting/customer.ts';
import type { Account, AccountDraft, Customer, PaymentCondition } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { type Intent, refusedChangeSchema } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { type Failed, isInDoubt, type LostAnswers, stopped, writeOutcomeOf } from './failed.ts';
import { isFresh } from './fresh.ts';
import { lookAtAccounts } from './look.ts';
import { RepeatedRefusals } from './repeated-refusals.ts';

/** A colleague may take the next code again and again; a run tries this often. */
const MOST_CODES = 3;

const REFUSAL_HOLDS_MS = 24 * 60 * 60_000;

type AccountChange = Extract<AccountPlan, { kind: 'change' }>;

/** Sees to it that each customer has one account, and remembers what this run has done for that. */
export class AccountKeeper {
  readonly #context: SyncContext;
  readonly #lost: LostAnswers;
  readonly #paymentConditions: readonly PaymentCondition[];
  /** Customer key to when an account that somebody sent for it is no longer waited for, in epoch milliseconds. */
  readonly #believedAt = new Map<string, number>();
  /** Keys of those whose account this connection sent. */
  readonly #sent: ReadonlySet<string>;
  /** Customer key to account id, for those that this run has seen to. */
  readonly #done = new Map<string, string>();
  /** Customer key to why its account could not be made. */
  readonly #failed = new Map<string, Cause>();
  readonly #repeated = new RepeatedRefusals();
  /** Why no account is made any more in this run. */
  #sharedCause: Cause | null = null;
  #nextCode: number;

  constructor(
    context: SyncContext,
    lost: LostAnswers,
    intents: readonly Intent[],
    accounts: readonly Account[],
    paymentConditions: readonly PaymentCondition[],
  ) {
    this.#context = context;
    this.#lost = lost;
    this.#paymentConditions = paymentConditions;
    const accountIntents = intents.filter(({ type }) => type === 'account');
    for (const { subject, sentAt } of accountIntents) {
      const before = this.#believedAt.get(subject) ?? 0;
      this.#believedAt.set(subject, Math.max(before, sentAt + ANSWER_LOST_WAIT_MS));
    }
    const own = accountIntents.filter(({ connectionId }) => connectionId === context.connection.id);
    this.#sent = new Set(own.map(({ subject }) => subject));
    this.#nextCode = Number(nextAccountCode(accounts));
  }

  /** The account's id, found, changed or made. @param madeFor the document's number */
  async seeTo(customer: Customer, plan: AccountPlan, madeFor: string): Promise<Result<string, Failed>> {
    const key = customerKey(customer);
    const failed = this.#failed.get(key);
    if (failed !== undefined) return err({ kind: 'failed', cause: failed });
    const done = this.#done.get(key);
    if (done !== undefined) return ok(done);

    const account = await this.#carryOut(customer, plan, madeFor);
    if (account.ok) this.#done.set(key, account.value);
    else if (account.error.kind === 'failed') this.#failed.set(key, account.error.cause);
    return account;
  }

  async #carryOut(customer: Customer, plan: AccountPlan, madeFor: string): Promise<Result<string, Failed>> {
    const key = customerKey(customer);
    if (plan.kind !== 'create') {
      if (this.#sent.has(key)) await this.#made(customer, plan.accountId, 'found');
      if (plan.kind === 'change') return this.#change(customer, plan, madeFor);
      if (plan.isAsTold) await this.#context.database.noteFound(this.#changeOf(customer));
      return ok(plan.accountId);
    }
    const believedAt = this.#believedAt.get(key) ?? 0;
    if (this.#context.now() < believedAt)
      return err({ kind: 'failed', cause: { type: 'answerLost', write: 'customer', until: believedAt } });
    if (this.#sharedCause !== null) return err({ kind: 'failed', cause: this.#sharedCause });
    return this.#create(customer, plan.draft, madeFor);
  }

  /**
   * Safe to repeat, so it needs no intent. What Exact refuses, or takes no more of now, keeps no document back; it is not
   * tried again that day, and nor is any other change where the refusals have one cause.
   */
  async #change(
    customer: Customer,
    { accountId, draft, makeCustomer }: AccountChange,
    madeFor: string,
  ): Promise<Result<string, Failed>> {
    const { connection, database, exact, now } = this.#context;
    const ofAll = `refusedChange/${connection.division.code}`;
    const ofThis = `${ofAll}/${customerKey(customer)}`;
    const told = JSON.stringify(draft);
    if ((await this.#refusedToday(ofThis)) === told || (await this.#refusedToday(ofAll)) !== null) return ok(accountId);
    const write = this.#changeOf(customer);
    await database.beginWrite({ ...write, name: customer.name, madeFor, at: now(), exactId: accountId }, null);
    const changed = await exact.changeAccount(accountId, draft);
    await database.endWrite(
      { ...write, outcome: changed.ok ? { state: 'done' } : writeOutcomeOf(changed.error) },
      null,
    );
    if (changed.ok) return ok(accountId);
    const { error } = changed;
    if (isInDoubt(error)) return err(this.#lost.note('customer', now() + ANSWER_LOST_WAIT_MS));
    if ((error.kind === 'limited' || error.kind === 'heldBack') && !makeCustomer) return ok(accountId);
    if (error.kind !== 'refused') return err(refused(error));
    await this.#noteRefused(ofThis, told);
    if (this.#repeated.isRepeated(error.text, [customer.name])) await this.#noteRefused(ofAll, error.text);
    return ok(accountId);
  }

  #changeOf(customer: Customer) {
    const { connection } = this.#context;
    return { connectionId: connection.id, written: 'accountChange', subject: customerKey(customer) } as const;
  }

  async #refusedToday(key: string): Promise<string | null> {
    const { database, now } = this.#context;
    const noted = await database.cached(key, refusedChangeSchema);
    return noted !== null && isFresh(noted.at, now(), REFUSAL_HOLDS_MS) ? noted.value : null;
  }

  #noteRefused(key: string, what: string): Promise<void> {
    const { database, now } = this.#context;
    return database.cache(key, refusedChangeSchema, what, now());
  }

  /** The account stands: its intent ends, and its bank account is wanted from then on. */
  async #made(customer: Customer, accountId: string, how: 'done' | 'found'): Promise<void> {
    const { connection, database, now } = this.#context;
    const subject = customerKey(customer);
    if (customer.iban !== null) {
      const { iban, bic } = customer;
      const wanted = { type: 'bankAccount', connectionId: connection.id, subject, accountId, iban, bic } as const;
      await database.putIntent({ ...wanted, isSent: false, sentAt: now() });
    }
    const subjectOf = { connectionId: connection.id, subject };
    await database.endWrite(
      { ...subjectOf, written: 'account', outcome: { state: how }, exactId: accountId },
      { close: { ...subjectOf, type: 'account' } },
    );
  }

  async #create(customer: Customer, draft: AccountDraft, madeFor: string): Promise<Result<string, Failed>> {
    const { connection, database, exact, now } = this.#context;
    for (let tries = 1; ; tries += 1) {
      const subject = customerKey(customer);
      const intent: Intent = { type: 'account', connectionId: connection.id, subject, sentAt: now() };
      const write = { connectionId: connection.id, written: 'account', subject } as const;
      await database.beginWrite(
        { ...write, name: customer.name, madeFor, at: intent.sentAt, exactId: null },
        { put: intent },
      );
      const created = await exact.createAccount({ ...draft, code: String(this.#nextCode) });
      if (!created.ok && isInDoubt(created.error)) {
        const lostAt = now();
        await database.endWrite({ ...write, outcome: { state: 'lost' } }, { put: { ...intent, sentAt: lostAt } });
        return err(this.#lost.note('customer', lostAt + ANSWER_LOST_WAIT_MS));
      }
      if (created.ok) {
        await this.#made(customer, created.value, 'done');
        this.#nextCode += 1;
        return ok(created.value);
      }
      await database.endWrite({ ...write, outcome: writeOutcomeOf(created.error) }, { close: intent });
      const again = created.error.kind === 'refused' && tries < MOST_CODES ? await this.#afterRefusal(customer) : null;
      if (again === null) return err(this.#refused(created.error, customer));
      if (again.kind === 'use') return ok(again.accountId);
    }
  }

  /** Of a second refusal with the same words, the cause is every new account's. */
  #refused(failure: Failure, { name }: Customer): Failed {
    const failed = refused(failure);
    if (failure.kind === 'refused' && this.#repeated.isRepeated(failure.text, [name])) this.#sharedCause = failed.cause;
    return failed;
  }

  /** Was it the code? Then either the account stands there already, or somebody took the code: another one is tried. */
  async #afterRefusal(customer: Customer): Promise<{ kind: 'use'; accountId: string } | { kind: 'again' } | null> {
    const accounts = await lookAtAccounts(this.#context, this.#context.connection.division.code);
    if (!accounts.ok) return null;
    const plan = planAccount(customer, indexAccounts(accounts.value), this.#paymentConditions, null);
    if (plan.ok && plan.value.kind !== 'create') return { kind: 'use', accountId: plan.value.accountId };
    const isTaken = accounts.value.some((account) => Number(account.code) === this.#nextCode);
    this.#nextCode = Number(nextAccountCode(accounts.value));
    return isTaken ? { kind: 'again' } : null;
  }
}

function refused(failure: Failure): Failed {
  const cause = causeOf(failure, 'exact');
  return failure.kind === 'refused' ? { kind: 'failed', cause } : stopped(cause);
}

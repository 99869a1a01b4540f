import type { EntryIndex } from '../accounting/booked.ts';
import type { Account, DocumentHeader, SalesEntry } from '../accounting/facts.ts';
import { type Cause, type CauseType, isSettled, type Outcome } from '../outcome.ts';
import type { Shown } from '../preview.ts';
import { err, ok, type Result } from '../result.ts';
import type { Intent, RunRecord, SalesEntryIntent } from '../store/records.ts';
import { type Acted, Actor } from './act.ts';
import { attachPdfs, wantPdf } from './attach-pdfs.ts';
import { addBankAccounts } from './bank-accounts.ts';
import { isRationed, outcomeOf, STAND_BACK_MS, stillInDoubt, waitOf } from './causes.ts';
import { collect } from './collect.ts';
import type { SyncContext } from './context.ts';
import { decide } from './decide.ts';
import { isAsShown } from './fingerprint.ts';
import { followPayments } from './follow.ts';
import { againAmong, amongKeys, restrictedTo, shownIn, withIds } from './only.ts';
import { rightClocks } from './open-intents.ts';
import { inOrder, keyOf } from './order.ts';
import type { DocumentPlan } from './plan.ts';
import { isReviewDue, reviewSettled } from './review-settled.ts';
import { isSalesEntry, Survey } from './survey.ts';

/** Documents are read and booked in portions, so that memory stays small and progress is seen. */
const PORTION = 50;

/** So many of our entries may be found written already before a colleague must be at work. */
const MOST_MEETINGS = 2;

/** Problems that would meet whatever else is asked. */
const ENDS_ALL: ReadonlySet<CauseType> = new Set([
  'loginNeeded',
  'limitReached',
  'tooManyErrors',
  'unreachable',
  'colleagueBooking',
  'stoppedByUser',
]);

/** So many documents must be done before it can be told how long the rest takes. */
const FEWEST_DONE = 5;

type BookPlan = Extract<DocumentPlan, { kind: 'book' }>;

/** `ended`: it turned out to stand there already. */
type Tried = Exclude<Acted, { kind: 'selfNumbering' }> | { readonly kind: 'ended' };

/** What is known of a run beforehand. */
export interface RunStart extends Pick<RunRecord, 'id' | 'trigger' | 'only'> {
  /** Null where it is started alone. */
  readonly round?: string | null;
  /** Has the user said that it is to stop? Asked before whatever writes. */
  readonly isStopped?: () => boolean;
}

/** Told whenever the run's record has changed and is stored. */
export type Watch = (run: RunRecord) => void;

/**
 * Makes Exact equal to Teamleader for one connection. There is no way to resume: a run that starts after a death
 * reads the intents, looks in the books, plans and acts, as every run does.
 */
export async function runSync(context: SyncContext, start: RunStart, watch: Watch): Promise<RunRecord> {
  const run = new Run(context, start, watch);
  await run.start();
  const ended = await run.work();
  return run.end(ended.ok ? null : ended.error);
}

class Run {
  readonly #context: SyncContext;
  readonly #watch: Watch;
  #record: RunRecord;
  /** Documents that this run has to bring to an end, by `kind/id`. */
  readonly #open = new Map<string, DocumentHeader>();
  /** Those of them that were written and wait to be read back. */
  readonly #written = new Set<string>();
  /** Those that Exact refused in an earlier run. */
  #refused: ReadonlySet<string> = new Set();
  /** Those that it had to leave waiting. */
  readonly #left = new Set<string>();
  /** Those that the user wants booked again, with the entries that booked them once. */
  #again: ReadonlyMap<string, string> = new Map();
  readonly #survey: Survey;
  /** What the user was shown of documents before he asked for the run. */
  readonly #shown: ReadonlyMap<string, Shown>;
  /** Booking does not wait for the comparison of what is settled: why that failed is told in the end. */
  #reviewed: Result<null, Cause> = ok(null);
  /** How often an entry that was to be written stood there already. */
  #met = 0;
  /** Until it has read which documents there are, it knows of none that it did not leave. */
  #hasCollected = false;
  readonly #isStopped: () => boolean;
  /** When booking began, and how much was done by then. */
  #bookingFrom: { readonly at: number; readonly done: number } | null = null;

  constructor(context: SyncContext, start: RunStart, watch: Watch) {
    this.#context = context;
    this.#watch = watch;
    this.#survey = new Survey(context);
    this.#shown = shownIn(start.only);
    this.#isStopped = start.isStopped ?? (() => false);
    this.#record = {
      id: start.id,
      trigger: start.trigger,
      only: start.only,
      round: start.round ?? null,
      connectionId: context.connection.id,
      startedAt: context.now(),
      endedAt: null,
      phase: 'collecting',
      done: 0,
      total: 0,
      secondsLeft: null,
      counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
      problem: null,
      paid: 0,
      paymentsProblem: null,
    };
  }

  async start(): Promise<void> {
    await this.#context.database.putRun(this.#record);
    this.#watch(this.#record);
  }

  async report(change: Partial<RunRecord>): Promise<void> {
    this.#record = { ...this.#record, ...change };
    this.#record = { ...this.#record, secondsLeft: this.#secondsLeft() };
    await this.#context.database.putRun(this.#record);
    this.#watch(this.#record);
  }

  /** As the documents before took; null while that says too little. */
  #secondsLeft(): number | null {
    const { phase, done, total } = this.#record;
    if (phase !== 'booking' && phase !== 'planning') return null;
    this.#bookingFrom ??= { at: this.#context.now(), done };
    const { at, done: before } = this.#bookingFrom;
    const tookMs = this.#context.now() - at;
    // By a clock that was put back meanwhile nothing can be told.
    if (tookMs < 0 || done < before + FEWEST_DONE || done === total) return null;
    return Math.ceil((tookMs / (done - before) / 1000) * (total - done));
  }

  async work(): Promise<Result<null, Cause>> {
    const done = await this.#bringToAnEnd();
    // A limit that keeps documents from being booked may be another than that of what follows.
    if (!done.ok && !isRationed(done.error) && ENDS_ALL.has(done.error.type)) return done;
    let added: Result<null, Cause> = ok(null);
    let attached: Result<null, Cause> = ok(null);
    if (done.ok) {
      added = await addBankAccounts(this.#context, this.#isStopped);
      if (!added.ok && endsFollowUps(added.error)) return added;
      attached = await attachPdfs(this.#context, () => this.report({ phase: 'attaching' }), this.#isStopped);
      if (!attached.ok && endsFollowUps(attached.error)) return attached;
    }
    if (this.#isStopped()) return err({ type: 'stoppedByUser' });
    const paid = await this.#follow();
    if (!done.ok) return done;
    if (!paid.ok) return paid;
    // What passes is gone on with once it is over: the bank accounts and PDFs that are left wait for nothing else.
    const halted = [added, attached].find((one) => !one.ok && ENDS_ALL.has(one.error.type));
    return halted ?? this.#reviewed;
  }

  /** The user started it: what waits for him is tried at once. */
  #isAsked(): boolean {
    return this.#record.trigger !== 'automatic' && this.#record.trigger !== 'resume';
  }

  /** What Exact received since comes to Teamleader. A right that lacks for it is told beside the run's own problem. */
  async #follow(): Promise<Result<null, Cause>> {
    const { setAsPaid, problem } = await followPayments(
      this.#context,
      this.#isAsked(),
      () => this.report({ phase: 'following' }),
      this.#isStopped,
    );
    if (setAsPaid > 0) await this.report({ paid: setAsPaid });
    if (problem === null) return ok(null);
    if (ENDS_ALL.has(problem.type)) return err(problem);
    await this.report({ paymentsProblem: problem });
    return ok(null);
  }

  async #bringToAnEnd(): Promise<Result<null, Cause>> {
    const collected = await collect(this.#context, this.#isAsked());
    if (!collected.ok) return collected;
    this.#hasCollected = true;
    const { refused, again, settled, held } = collected.value;
    const records = settled.map(({ record }) => record);
    const only = withIds(this.#record.only, [...collected.value.open, ...records, ...held]);
    this.#refused = refused;
    this.#again = again;
    const open = inOrder(restrictedTo(only, collected.value.open), refused, 'oldest');
    for (const document of open) this.#open.set(keyOf(document), document);
    const unchanged = restrictedTo(only, records).length;
    const stay = restrictedTo(only, held);
    const countOf = (state: Outcome['state']): number => stay.filter(({ outcome }) => outcome.state === state).length;
    const counts = { ...this.#record.counts, unchanged, blocked: countOf('blocked'), waiting: countOf('waiting') };
    await this.report({ phase: 'looking', only, total: open.length, counts });
    if (open.length === 0 && (settled.length === 0 || !(await this.#isToReview()))) return ok(null);

    await rightClocks(this.#context);
    const begun = await this.#survey.begin(againAmong(open, again));
    if (!begun.ok) return begun;
    const { intents, books } = begun.value;
    this.#reviewed = await reviewSettled(this.#context, settled, books);
    if (!this.#reviewed.ok && ENDS_ALL.has(this.#reviewed.error.type)) return this.#reviewed;
    if (open.length === 0) return ok(null);
    const toBook = await this.#endWhatStands(open, books.index, intents);
    if (toBook.length === 0) return ok(null);

    const booked = await this.#book(toBook, intents, books.index);
    const checked = await this.#readBack();
    return booked.ok ? checked : booked;
  }

  /** What the user starts looks in any case. */
  async #isToReview(): Promise<boolean> {
    return this.#isAsked() || isReviewDue(this.#context);
  }

  /** Ends every document that the books tell enough about; gives those that are to be booked. */
  async #endWhatStands(
    documents: readonly DocumentHeader[],
    entries: EntryIndex,
    intents: readonly Intent[],
  ): Promise<DocumentHeader[]> {
    const toBook: DocumentHeader[] = [];
    for (const { document, decision } of this.#survey.decide(documents, entries, intents)) {
      if (decision.do === 'book') toBook.push(document);
      else await this.#endDocument(document, decision.outcome);
    }
    return toBook;
  }

  async #book(
    documents: readonly DocumentHeader[],
    intents: readonly Intent[],
    entries: EntryIndex,
  ): Promise<Result<null, Cause>> {
    await this.report({ phase: 'planning' });
    const planning = await this.#survey.planning(entries, documents);
    if (!planning.ok) return planning;
    const { planner, accounts, reference, selfNumbering } = planning.value;
    const actor = new Actor(this.#context, intents, accounts, reference.paymentConditions, selfNumbering);
    let from: 'oldest' | 'newest' = 'oldest';
    for (let rest = documents; rest.length > 0; ) {
      if (this.#isStopped()) return err({ type: 'stoppedByUser' });
      const plans = await planner.plan(rest.slice(0, PORTION), this.#survey.rateUse ?? 'times');
      if (!plans.ok) return plans;
      await this.report({ phase: 'booking' });
      const acted = await this.#act(actor, plans.value, accounts, from);
      if (!acted.ok) return acted;
      if (acted.value === 'periodClosed') from = 'newest';
      const left = acted.value === 'periodClosed' ? rest : rest.slice(PORTION);
      // A second look within the run may have ended some of them.
      rest = inOrder(
        left.filter((document) => this.#isToBook(document)),
        this.#refused,
        from,
      );
      planner.keepOnly(rest);
    }
    return ok(null);
  }

  #isToBook(document: DocumentHeader): boolean {
    return this.#open.has(keyOf(document)) && !this.#written.has(keyOf(document));
  }

  /**
   * Periods are closed from the oldest on: when the first document meets a closed one, what is left is gone through from
   * the newest back, so that the next refusal speaks for all the others. Where Exact gives the numbers they follow the
   * dates, whatever that costs.
   */
  async #act(
    actor: Actor,
    plans: readonly DocumentPlan[],
    accounts: readonly Account[],
    from: 'oldest' | 'newest',
  ): Promise<Result<'done' | 'periodClosed', Cause>> {
    // Whatever comes of the writes, it is told of these what keeps them from being booked.
    for (const plan of plans) {
      if (plan.kind === 'blocked' && this.#isToBook(plan.document)) {
        await this.#endDocument(plan.document, outcomeOf(plan.cause));
      }
    }
    for (const plan of plans) {
      if (plan.kind === 'blocked' || !this.#isToBook(plan.document)) continue;
      if (this.#isStopped()) return err({ type: 'stoppedByUser' });
      const shown = this.#shown.get(keyOf(plan.document));
      if (shown !== undefined && !(await isAsShown(shown, plan, accounts))) {
        await this.#endDocument(plan.document, outcomeOf({ type: 'changedSincePreview' }));
        continue;
      }
      const entry = this.#withRateUse(plan.entry);
      const tried = await this.#try(actor, plan, entry);
      if (!tried.ok) return tried;
      const acted = tried.value;
      switch (acted.kind) {
        case 'ended':
          break;
        case 'written':
          this.#written.add(keyOf(plan.document));
          await this.report({ done: this.#done() });
          // The first entry in another currency proves how Exact uses its rate, before the next one is sent.
          if (entry.rate !== null && this.#survey.rateUse === null) {
            const seen = await this.#survey.look();
            if (!seen.ok) return seen;
          }
          break;
        case 'failed':
          await this.#endDocument(plan.document, outcomeOf(acted.cause));
          if (acted.cause.type === 'periodClosed' && from === 'oldest' && actor.numbered(entry).entryNumber !== null)
            return ok('periodClosed');
          break;
        case 'numberTaken': {
          const seen = await this.#lookAgain(plan.document, acted.cause);
          if (!seen.ok) return seen;
          // Once may be our own request, sent twice by the browser. Two runs in step, though, would refuse each other's
          // entries one by one: this one stands back.
          if (seen.value.stands) this.#met += 1;
          if (this.#met === MOST_MEETINGS)
            return err({ type: 'colleagueBooking', write: 'booking', until: this.#context.now() + STAND_BACK_MS });
          break;
        }
        case 'stopped':
          await this.#endDocument(plan.document, outcomeOf(acted.cause));
          return err(acted.problem);
      }
    }
    return ok('done');
  }

  /**
   * Where Exact gives the number, it does not refuse a second entry for the document: the books are looked at right
   * before it is sent.
   */
  async #try(actor: Actor, plan: BookPlan, wanted: SalesEntry): Promise<Result<Tried, Cause>> {
    const entry = actor.numbered(wanted);
    const cause = actor.causeToHold(entry);
    if (cause !== null) return ok({ kind: 'failed', cause });
    if (entry.entryNumber === null) {
      const { database, connection } = this.#context;
      const seen = await this.#survey.look();
      if (!seen.ok) return seen;
      const intents = await database.intents(connection.id);
      const [stillToBook] = await this.#endWhatStands([plan.document], seen.value.index, intents);
      if (stillToBook === undefined) return ok({ kind: 'ended' });
    }
    const acted = await actor.book(plan.customer, plan.account, entry);
    return acted.kind === 'selfNumbering' ? this.#try(actor, plan, wanted) : ok(acted);
  }

  #withRateUse(entry: SalesEntry): SalesEntry {
    return { ...entry, rateUse: this.#survey.rateUse ?? entry.rateUse };
  }

  /** Somebody books beside us: what else he has booked meanwhile is seen now, before it costs a refusal each. */
  async #lookAgain(refused: DocumentHeader, cause: Cause): Promise<Result<{ readonly stands: boolean }, Cause>> {
    const entries = await this.#survey.look();
    if (!entries.ok) return entries;
    const { database, connection } = this.#context;
    const intents = await database.intents(connection.id);
    const outcome = this.#outcomeOfTaken(refused, entries.value.index, intents, cause);
    await this.#endDocument(refused, outcome);
    const others = [...this.#open.values()].filter((document) => !this.#written.has(keyOf(document)));
    await this.#endWhatStands(others, entries.value.index, intents);
    return ok({ stands: isSettled(outcome) });
  }

  /** The entry with the number may be ours, sent twice by the browser itself; a colleague's; or nobody's of the kind. */
  #outcomeOfTaken(document: DocumentHeader, entries: EntryIndex, intents: readonly Intent[], cause: Cause): Outcome {
    const { connection, now } = this.#context;
    const intent = intents.filter(isSalesEntry).find((one) => one.subject === document.id) ?? null;
    const ours = decide(document, entries, intent, connection, now());
    if (ours.do === 'end' && ours.outcome.state === 'booked') return ours.outcome;
    const theirs = decide(document, entries, null, connection, now());
    return theirs.do === 'end' ? theirs.outcome : outcomeOf(cause);
  }

  /** Reads back what was written and compares: only then is it booked. */
  async #readBack(): Promise<Result<null, Cause>> {
    const { database, connection, now } = this.#context;
    const written = (await database.intents(connection.id)).filter(isAnswered);
    if (written.length === 0) return ok(null);
    await this.report({ phase: 'checking' });
    const entries = await this.#survey.look();
    if (!entries.ok) return entries;
    for (const intent of written) {
      const document = this.#open.get(keyOf({ kind: intent.entry.kind, id: intent.subject }));
      if (document === undefined) continue;
      const decision = decide(document, entries.value.index, intent, connection, now());
      // Exact said yes: if it does not show it yet, it is looked for again before anything is sent a second time.
      await this.#endDocument(document, decision.do === 'end' ? decision.outcome : stillInDoubt(intent));
    }
    return ok(null);
  }

  /**
   * The document's outcome is stored; where nothing is in doubt any more, its intent goes with the same step. What was
   * found otherwise than it was sent keeps it, so that the next run compares again.
   */
  async #endDocument(document: DocumentHeader, outcome: Outcome): Promise<void> {
    const { database, connection, now } = this.#context;
    const cause = outcome.state === 'waiting' || outcome.state === 'blocked' ? outcome.cause?.type : undefined;
    const keepsIntent = cause === 'answerLost' || cause === 'notReadBack' || cause === 'readBackDiffers';
    if (outcome.state === 'booked') await wantPdf(this.#context, document, outcome.entry.id);
    await database.endDocument(connection.id, document.kind, document.id, outcome, keepsIntent, now());
    if (outcome.state === 'waiting') this.#left.add(keyOf(document));
    this.#open.delete(keyOf(document));
    this.#written.delete(keyOf(document));
    const { counts } = this.#record;
    await this.report({
      done: this.#done(),
      counts: { ...counts, [outcome.state]: counts[outcome.state] + 1 },
    });
  }

  #done(): number {
    return this.#record.total - this.#open.size + this.#written.size;
  }

  /** What could not be brought to an end waits, with the run's problem as its cause. */
  async end(problem: Cause | null): Promise<RunRecord> {
    const wait: Outcome = {
      state: 'waiting',
      cause: problem,
      until: problem === null ? null : (waitOf(problem)?.until ?? null),
    };
    const { database, connection, now } = this.#context;
    const sent = new Map((await database.intents(connection.id)).filter(isSalesEntry).map((one) => [one.subject, one]));
    for (const document of this.#open.values()) {
      const intent = sent.get(document.id);
      // Nothing is known anew of it yet: the next run has to look as this one had.
      if (intent === undefined && this.#again.has(keyOf(document))) continue;
      const outcome = intent === undefined ? wait : stillInDoubt(intent);
      await database.endDocument(connection.id, document.kind, document.id, outcome, true, now());
    }
    const waiting = this.#record.counts.waiting + this.#open.size;
    const isLeft = (key: string): boolean => this.#open.has(key) || this.#left.has(key);
    await this.report({
      phase: 'ended',
      endedAt: this.#context.now(),
      problem,
      counts: { ...this.#record.counts, waiting },
      only: this.#hasCollected ? amongKeys(this.#record.only, isLeft) : this.#record.only,
    });
    return this.#record;
  }
}

/** What follows on booking may wait for the next run, but not for a log-in that nobody is asked for. */
const endsFollowUps = ({ type }: Cause): boolean => type === 'loginNeeded' || type === 'stoppedByUser';

const isAnswered = (intent: Intent): intent is SalesEntryIntent =>
  intent.type === 'salesEntry' && intent.answer !== null;

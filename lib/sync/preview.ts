import type { DocumentHeader } from '../accounting/facts.ts';
import type { Cause, Outcome } from '../outcome.ts';
import type { PreviewDocument, PreviewHead } from '../preview.ts';
import { ok, type Result } from '../result.ts';
import type { DocumentRecord, Only } from '../store/records.ts';
import { outcomeOf } from './causes.ts';
import { gather } from './collect.ts';
import type { SyncContext } from './context.ts';
import { againAmong, restrictedTo } from './only.ts';
import { inOrder } from './order.ts';
import { type Patience, patiently } from './patience.ts';
import { Totals } from './preview-totals.ts';
import { headOf, viewPlan } from './preview-view.ts';
import { type Planning, Survey } from './survey.ts';

/** Documents are read in portions, so that memory stays small and progress is seen. */
const PORTION = 50;

export type PreviewProgress = Pick<PreviewHead, 'done' | 'total' | 'counts' | 'totals'> & {
  readonly phase: 'collecting' | 'looking' | 'planning';
};

export interface PreviewWatch extends Patience {
  /** Told of each step, with the documents that it has gone through. */
  onStep(progress: PreviewProgress, documents: readonly PreviewDocument[]): Promise<void>;
}

/**
 * What a run would do now, by what a run itself does before it acts: it collects, looks, decides and plans, and ends
 * there. Neither service is written to, and nothing is noted as about to be.
 * @param only the documents that it is about; null: all
 */
export const preview = (context: SyncContext, only: Only | null, watch: PreviewWatch): Promise<Result<null, Cause>> =>
  new Preview(context, only, watch).make();

class Preview {
  readonly #context: SyncContext;
  readonly #only: Only | null;
  readonly #watch: PreviewWatch;
  readonly #survey: Survey;
  readonly #totals = new Totals();
  #phase: PreviewProgress['phase'] = 'collecting';
  #done = 0;
  #total = 0;
  #counts: PreviewProgress['counts'] = { book: 0, adopt: 0, waiting: 0, blocked: 0, unchanged: 0 };

  constructor(context: SyncContext, only: Only | null, watch: PreviewWatch) {
    this.#context = context;
    this.#only = only;
    this.#watch = watch;
    this.#survey = new Survey(context);
  }

  async make(): Promise<Result<null, Cause>> {
    await this.#step('collecting', []);
    const gathered = await this.#patiently(() => gather(this.#context, true));
    if (!gathered.ok) return gathered;
    const { open, refused, again: all, settled, held } = gathered.value.collected;
    const documents = inOrder(restrictedTo(this.#only, open), refused, 'oldest');
    const again = againAmong(documents, all);
    const unreadable = restrictedTo(this.#only, held);
    const records = settled.map(({ record }) => record);
    this.#counts = { ...this.#counts, unchanged: restrictedTo(this.#only, records).length };
    this.#total = documents.length + unreadable.length;
    await this.#step('looking', []);
    if (this.#total === 0) return ok(null);

    const begun = await this.#patiently(() => this.#survey.begin(again));
    if (!begun.ok) return begun;
    const { intents, books } = begun.value;
    const decided = this.#survey.decide(documents, books.index, intents);
    const toBook = decided.flatMap(({ document, decision }) => (decision.do === 'book' ? [document] : []));
    const planned = await this.#plan(toBook, () => this.#survey.planning(books.index, toBook));
    if (!planned.ok) return planned;
    const ended = decided.flatMap(({ document, decision }) =>
      decision.do === 'end' ? [this.#ends(document, decision.outcome)] : [],
    );
    await this.#step('planning', [...ended, ...unreadable.map(ofRecord)]);
    return ok(null);
  }

  async #plan(
    documents: readonly DocumentHeader[],
    begin: () => Promise<Result<Planning, Cause>>,
  ): Promise<Result<null, Cause>> {
    if (documents.length === 0) return ok(null);
    const planning = await this.#patiently(begin);
    if (!planning.ok) return planning;
    for (let from = 0; from < documents.length && !this.#watch.isStopped(); from += PORTION) {
      const portion = documents.slice(from, from + PORTION);
      const viewed = await this.#patiently(() => this.#viewPortion(portion, planning.value));
      if (!viewed.ok) return viewed;
      await this.#step('planning', viewed.value);
    }
    return ok(null);
  }

  async #viewPortion(
    portion: readonly DocumentHeader[],
    { planner, accounts, selfNumbering }: Planning,
  ): Promise<Result<readonly PreviewDocument[], Cause>> {
    const plans = await planner.plan(portion, this.#survey.rateUse ?? 'times');
    if (!plans.ok) return plans;
    planner.keepOnly([]);
    const { reference } = planner;
    const viewed = plans.value.map(async (plan): Promise<PreviewDocument> => {
      if (plan.kind === 'blocked') return this.#ends(plan.document, outcomeOf(plan.cause));
      const isNumbered = !selfNumbering.includes(plan.entry.journal);
      const entry = isNumbered ? plan.entry : { ...plan.entry, entryNumber: null };
      this.#totals.add(entry, reference.vatCodes);
      return viewPlan(plan, entry, reference, accounts, this.#context.connection.id);
    });
    return ok(await Promise.all(viewed));
  }

  #ends(document: DocumentHeader, outcome: Outcome): PreviewDocument {
    return { ...headOf(document, this.#context.connection.id), plan: { do: 'end', outcome } };
  }

  async #step(phase: PreviewProgress['phase'], documents: readonly PreviewDocument[]): Promise<void> {
    this.#phase = phase;
    this.#done += documents.length;
    const counts = { ...this.#counts };
    for (const { plan } of documents) counts[countOf(plan)] += 1;
    this.#counts = counts;
    const progress = {
      phase: this.#phase,
      done: this.#done,
      total: this.#total,
      counts,
      totals: this.#totals.view(this.#context.connection.id),
    };
    await this.#watch.onStep(progress, documents);
  }

  #patiently<T>(ask: () => Promise<Result<T, Cause>>): Promise<Result<T, Cause>> {
    return patiently(ask, this.#watch, this.#context.now);
  }
}

const ofRecord = (record: DocumentRecord): PreviewDocument => {
  const { connectionId, kind, id, number, date, customer, currency, gross, webUrl, outcome } = record;
  return { connectionId, kind, id, number, date, customer, currency, gross, webUrl, plan: { do: 'end', outcome } };
};

function countOf(plan: PreviewDocument['plan']): 'book' | 'adopt' | 'waiting' | 'blocked' {
  if (plan.do === 'book') return 'book';
  const { state } = plan.outcome;
  return state === 'booked' || state === 'adopted' ? 'adopt' : state;
}

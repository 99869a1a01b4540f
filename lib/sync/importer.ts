import type { ImportItem } from '../accounting/import-plan.ts';
import type { Cause } from '../outcome.ts';
import type { Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import type { ImportHead, ImportRow } from '../store/import-records.ts';
import { troubleOf } from '../store/trouble.ts';
import { waitOf } from './causes.ts';
import { type ImportContext, lookAtBothSides, planOf, recallBothSides } from './import-look.ts';
import { runImport } from './import-run.ts';

export interface ImporterEnvironment {
  readonly database: Database;
  readonly now: () => number;
  /** Or why there is none: a log-in is missing. */
  readonly contextOf: (division: number) => Promise<Result<ImportContext, Cause>>;
  readonly lockIfFree: (name: string, task: () => Promise<void>) => Promise<boolean>;
  readonly stayAwake: (task: () => Promise<void>) => Promise<void>;
  /** Wakes the worker then (epoch milliseconds); null: there is nothing to go on with. */
  readonly wakeAt: (at: number | null) => Promise<void>;
  readonly onChange: () => void;
}

/** A service that did not answer is tried again by itself. */
const AFTER_UNREACHABLE_MS = 5 * 60_000;

const PLAN_ANEW_AFTER_MS = 5_000;

/** What is planned for a division, and what is known of its accounts. */
export interface Planned {
  readonly items: readonly ImportItem[];
  readonly rows: ReadonlyMap<string, ImportRow>;
  /** Teamleader's customers by `type/id`. */
  readonly customers: ReadonlyMap<
    string,
    { readonly name: string; readonly place: string | null; readonly webUrl: string | null }
  >;
}

/** Neither to be created nor to be answered; what Teamleader refused is mended in Exact. */
const isSettled = ({ account, decision }: ImportItem, rows: Planned['rows']): boolean =>
  decision.do === 'create' ? rows.get(account.id)?.state.kind === 'failed' : decision.do !== 'ask';

/**
 * Plans and runs imports, one of a division at a time in this browser: whatever is pressed, and how often, says what is
 * wanted, and one task brings it about. Features B4 and B5.
 */
export class Importer {
  readonly #environment: ImporterEnvironment;
  /** By division, until something changes. */
  readonly #planned = new Map<number, Promise<Planned | null>>();

  #plannedAnewAt = 0;

  /** The divisions of which customers are being created; one stays until what was under way at a pause has ended. */
  readonly #creating = new Set<number>();

  constructor(environment: ImporterEnvironment) {
    this.#environment = environment;
  }

  head(division: number): Promise<ImportHead> {
    return this.#environment.database.imports.head(division);
  }

  isCreating(division: number): boolean {
    return this.#creating.has(division);
  }

  /** As both sides were when they were read last; null: they were not read. */
  planned(division: number): Promise<Planned | null> {
    const known = this.#planned.get(division);
    if (known !== undefined) return known;
    const planning = this.#plan(division);
    this.#planned.set(division, planning);
    planning.catch(() => this.#planned.delete(division));
    return planning;
  }

  async change(division: number, edit: (head: ImportHead) => ImportHead): Promise<void> {
    await this.#environment.database.imports.changeHead(division, edit);
    this.#changed(division);
  }

  async answer(division: number, accountId: string, answer: ImportRow['answer']): Promise<void> {
    const planned = await this.planned(division);
    const account = planned?.items.find((item) => item.account.id === accountId)?.account;
    if (account === undefined) return;
    const { code, name } = account;
    await this.#environment.database.imports.answer({ division, accountId, code: code.trim(), name }, answer);
    const isComplete = await this.#isComplete(division);
    await this.change(division, (head) => ({ ...head, isComplete }));
  }

  async #isComplete(division: number): Promise<boolean> {
    this.#planned.delete(division);
    const planned = await this.planned(division);
    return planned?.items.every((item) => isSettled(item, planned.rows)) ?? false;
  }

  /** Reads both sides anew, unless an import runs: that looks by itself. */
  async plan(division: number): Promise<void> {
    await this.change(division, (head) =>
      head.wants === 'run' ? head : { ...head, choice: 'yes', wants: 'plan', problem: null, until: null },
    );
    this.#begin(division);
  }

  /** Begins, or goes on with what waits. Nothing is begun that was not planned and shown. */
  async start(division: number): Promise<void> {
    const { now } = this.#environment;
    await this.change(division, (head) =>
      head.plannedAt === null || head.wants !== null
        ? { ...head, problem: null, until: null }
        : { ...head, wants: 'run', startedAt: now(), done: 0, failed: 0, total: 0, problem: null, until: null },
    );
    this.#begin(division);
  }

  /** What is being written is written to its end. */
  pause(division: number): Promise<void> {
    return this.change(division, (head) => ({ ...head, wants: null, problem: null, until: null }));
  }

  /** After a start of the worker, an alarm or a log-in. */
  async goOn(): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    const wanted = (await database.imports.heads()).filter(({ wants }) => wants !== null);
    await Promise.all(
      wanted.filter(({ until }) => until === null || until <= now()).map((head) => this.#work(head.division)),
    );
    const waits = (await database.imports.heads()).flatMap(({ wants, until }) =>
      wants === null || until === null ? [] : [until],
    );
    await wakeAt(waits.length === 0 ? null : Math.min(...waits));
  }

  #changed(division: number): void {
    this.#planned.delete(division);
    this.#environment.onChange();
  }

  /** The list of a run under way follows it from a little way off. */
  #progressed(division: number): void {
    const { now, onChange } = this.#environment;
    if (now() - this.#plannedAnewAt > PLAN_ANEW_AFTER_MS) {
      this.#plannedAnewAt = now();
      this.#planned.delete(division);
    }
    onChange();
  }

  async #plan(division: number): Promise<Planned | null> {
    const { database, now, contextOf } = this.#environment;
    const context = await contextOf(division);
    const sides = context.ok ? await recallBothSides(context.value) : null;
    if (sides === null) return null;
    const rows = await database.imports.rows(division, now());
    return {
      items: planOf(sides, await this.head(division), rows),
      rows,
      customers: new Map(
        sides.customers.map(({ type, id, name, address, webUrl }) => [
          `${type}/${id}`,
          { name, place: address.city, webUrl },
        ]),
      ),
    };
  }

  /** Trouble with the storage is told to whoever asks. */
  #begin(division: number): void {
    this.#work(division).catch(() => undefined);
  }

  /** Until nothing is wanted, or it has to wait. A second call while it is at work finds that it is. */
  async #work(division: number): Promise<void> {
    const { lockIfFree, stayAwake, contextOf, wakeAt } = this.#environment;
    await lockIfFree(`import/${division}`, () =>
      stayAwake(async () => {
        for (;;) {
          const head = await this.head(division);
          if (head.wants === null || (head.until !== null && head.until > this.#environment.now())) return;
          const context = await contextOf(division);
          if (!context.ok) {
            await this.change(division, (now) => (now.wants === null ? now : { ...now, problem: context.error }));
            return;
          }
          const problem = await this.#bringAbout(context.value, head.wants).catch(troubleOf);
          if (await this.#end(head, problem)) return;
        }
      }),
    );
    const { wants, until } = await this.head(division);
    if (wants !== null && until !== null) await wakeAt(until);
  }

  async #bringAbout(context: ImportContext, wants: 'plan' | 'run'): Promise<Cause | null> {
    if (wants === 'run') return this.#create(context);
    const sides = await lookAtBothSides(context, true);
    return sides.ok ? null : sides.error;
  }

  async #create(context: ImportContext): Promise<Cause | null> {
    const { division } = context;
    this.#creating.add(division);
    try {
      return await runImport(context, () => this.#progressed(division));
    } finally {
      this.#creating.delete(division);
    }
  }

  /** Tells whether there is nothing more to be done now. */
  async #end(begun: ImportHead, problem: Cause | null): Promise<boolean> {
    const { now } = this.#environment;
    const wait = problem === null ? null : waitOf(problem);
    const until = problem?.type === 'unreachable' ? now() + AFTER_UNREACHABLE_MS : (wait?.until ?? null);
    const isComplete = await this.#isComplete(begun.division);
    let isOver = true;
    await this.change(begun.division, (head) => {
      // Something else may be wanted since, or the same once more.
      isOver = head.wants === null || (head.wants === begun.wants && head.startedAt === begun.startedAt);
      const next = isOver && wait === null ? null : head.wants;
      return {
        ...head,
        plannedAt: problem === null ? now() : head.plannedAt,
        wants: next,
        isComplete,
        problem: next === null && head.wants === null ? null : problem,
        until: next === null ? null : until,
      };
    });
    return isOver;
  }
}

import type { Period } from '../accounting/reconcile.ts';
import type { Cause } from '../outcome.ts';
import { type ReportContent, type ReportHead, reportContentSchema, reportHeadSchema } from '../report.ts';
import { err, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { makeReport } from './report-run.ts';

export interface ReporterEnvironment {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Or why there is none: a log-in is missing. */
  readonly contextOf: (connectionId: string) => Promise<Result<SyncContext, Cause>>;
  /** Keeps the worker awake while the task runs. */
  readonly stayAlive: (task: () => Promise<void>) => Promise<void>;
  readonly onChange: () => void;
}

const STORED = 'report/';
const HEAD = `${STORED}head`;
/** Under the report's own id: one that was given up may still be writing. */
const contentKey = (id: string): string => `${STORED}content/${id}`;

/** Makes reports, the newest in place of the one before, and keeps it: the user may leave and come back. */
export class Reporter {
  readonly #environment: ReporterEnvironment;
  /** The report that is being made here, or null. */
  #current: string | null = null;

  constructor(environment: ReporterEnvironment) {
    this.#environment = environment;
  }

  /** Resolves as soon as it is on its way. */
  async start(connectionId: string, { from, to }: Period): Promise<void> {
    const { database, now, newId, stayAlive } = this.#environment;
    const head: ReportHead = {
      id: newId(),
      connectionId,
      from,
      to,
      startedAt: now(),
      done: 0,
      total: 0,
      state: { is: 'working', phase: 'invoiced' },
    };
    this.#current = head.id;
    await database.forgetCached(STORED);
    await this.#keep(head);
    void stayAlive(() => this.#make(head)).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#current = null;
    const head = await this.head();
    if (head !== null) await this.#keep(head);
  }

  /** The last one. What nobody makes any more, since its worker died or it was given up, is told as stopped. */
  async head(): Promise<ReportHead | null> {
    const stored = await this.#environment.database.cached(HEAD, reportHeadSchema);
    if (stored === null) return null;
    const isLeft = stored.value.state.is === 'working' && this.#current !== stored.value.id;
    return isLeft ? { ...stored.value, state: { is: 'stopped' } } : stored.value;
  }

  /** Null: it is not made yet. */
  async content({ id }: ReportHead): Promise<ReportContent | null> {
    return (await this.#environment.database.cached(contentKey(id), reportContentSchema))?.value ?? null;
  }

  async #make(started: ReportHead): Promise<void> {
    const { database, now, contextOf, sleep } = this.#environment;
    const isStopped = (): boolean => this.#current !== started.id;
    let head = started;
    const context = await contextOf(started.connectionId);
    const made = context.ok
      ? await makeReport(context.value, started, {
          isStopped,
          sleep,
          onStep: async ({ phase, ...progress }) => {
            head = { ...head, ...progress, state: { is: 'working', phase } };
            await this.#keep(head);
          },
        }).catch((error: unknown) => err(troubleOf(error)))
      : context;
    if (isStopped()) return;
    if (made.ok && made.value !== null)
      await database.cache(contentKey(head.id), reportContentSchema, made.value, now());
    this.#current = null;
    await this.#keep({ ...head, state: made.ok ? { is: 'done' } : { is: 'failed', problem: made.error } });
  }

  async #keep(head: ReportHead): Promise<void> {
    const { database, now, onChange } = this.#environment;
    await database.cache(HEAD, reportHeadSchema, head, now());
    onChange();
  }
}

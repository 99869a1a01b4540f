import { automaticEveryOf } from '../automatic.ts';
import type { Connection } from '../connection.ts';
import type { Database } from '../store/database.ts';
import type { RunRecord } from '../store/records.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { runSync } from './run.ts';

export interface RunnerEnvironment {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  /** The context of the connection, or why there is none. */
  readonly contextOf: () => Promise<SyncContext | null>;
  /** Runs the task unless somebody in this browser holds the name already; false then. */
  readonly lockIfFree: (name: string, task: () => Promise<void>) => Promise<boolean>;
  /** Keeps the worker awake while the task runs, and wakes a dead one so that it goes on. */
  readonly stayAwake: (task: () => Promise<void>) => Promise<void>;
  /** Wakes the worker then (epoch milliseconds) to go on; null: nothing is to be gone on with. */
  readonly wakeAt: (at: number | null) => Promise<void>;
  readonly onChange: (run: RunRecord) => void;
  readonly onEnd: (run: RunRecord) => Promise<void>;
}

/** Starts runs, one at a time in this browser: a second request joins the first. */
export class Runner {
  readonly #environment: RunnerEnvironment;

  constructor(environment: RunnerEnvironment) {
    this.#environment = environment;
  }

  /** Resolves as soon as the run is on its way (its record is stored), or when there is nothing to run. */
  async start(trigger: RunRecord['trigger']): Promise<void> {
    const context = await this.#environment.contextOf();
    if (context === null) return;
    await new Promise<void>((resolve, reject) => {
      const underway = () => resolve();
      this.#environment
        .lockIfFree(`run/${context.connection.id}`, () =>
          this.#environment.stayAwake(() => this.#run(context, trigger, underway)),
        )
        .then(underway, reject);
    });
  }

  /**
   * After a start of the worker or an alarm: goes on with what a dead worker left or with what waited until now, and
   * syncs by itself where it is time.
   */
  async goOn(): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    const runs = await database.runs();
    const [last] = runs;
    const context = await this.#environment.contextOf();
    // Nothing can go on without the log-ins: what a dead worker left is told as ended, not as under way for ever.
    if (context === null) return this.#endLeft();
    if (runs.some(({ endedAt }) => endedAt === null)) return this.start('resume');
    const next = await nextWake(database, context.connection, last, now());
    if (next !== null && next.at <= now()) return this.start(next.trigger);
    await wakeAt(next?.at ?? null);
  }

  /** After a log-in: goes on where the last run ended for want of it. */
  async goOnAfterLogin(): Promise<void> {
    const [last] = await this.#environment.database.runs(1);
    if (last?.problem?.type === 'loginNeeded') await this.start('resume');
    else await this.goOn();
  }

  async #run(context: SyncContext, trigger: RunRecord['trigger'], underway: () => void): Promise<void> {
    const { database, newId, now, onChange, onEnd, wakeAt } = this.#environment;
    let stored: RunRecord | null = null;
    const run = await runSync(context, { id: newId(), trigger }, (record) => {
      stored = record;
      underway();
      onChange(record);
    }).catch((error: unknown) => this.#abandon(stored, error));
    const { connection } = (await this.#environment.contextOf()) ?? context;
    await wakeAt((await nextWake(database, connection, run, now()))?.at ?? null);
    await onEnd(run);
  }

  async #endLeft(): Promise<void> {
    const { database, now, onChange } = this.#environment;
    for (const left of await database.runs()) {
      if (left.endedAt !== null) continue;
      const ended: RunRecord = { ...left, endedAt: now() };
      await database.putRun(ended);
      onChange(ended);
    }
  }

  /** A run that broke is told as such; its intents stay, so the next run knows what may have been written. */
  async #abandon(broken: RunRecord | null, error: unknown): Promise<RunRecord> {
    const { database, now } = this.#environment;
    if (broken === null) throw error;
    const ended: RunRecord = { ...broken, phase: 'ended', endedAt: now(), problem: troubleOf(error) };
    // Where its end cannot be stored (no room), it must not be told as under way for ever.
    await database.putRun(ended).catch(() => database.forgetRun(broken.id));
    return ended;
  }
}

const MINUTE_MS = 60_000;
/** A run that ended with a problem is not followed by another at once: offline, it would end the same. */
const AFTER_PROBLEM_MS = 5 * MINUTE_MS;
/** A service that did not answer is tried again by itself. */
const AFTER_UNREACHABLE_MS = 15 * MINUTE_MS;

interface Wake {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly trigger: RunRecord['trigger'];
}

/** When the next run is due, for what waits or by itself; null: when the user asks for it. */
async function nextWake(
  database: Database,
  connection: Connection,
  last: RunRecord | undefined,
  now: number,
): Promise<Wake | null> {
  const { problem = null, endedAt = null } = last ?? {};
  // What ended the run for a while keeps everything waiting, also what might go on sooner.
  if (problem !== null && 'until' in problem) return { at: problem.until, trigger: 'resume' };
  const waits = (await database.documents(connection.id)).flatMap(({ outcome }) =>
    outcome.state === 'waiting' && outcome.until !== null ? [outcome.until] : [],
  );
  if (problem?.type === 'unreachable') waits.push((endedAt ?? 0) + AFTER_UNREACHABLE_MS);
  const earliest = problem === null ? 0 : (endedAt ?? 0) + AFTER_PROBLEM_MS;
  const resume = waits.length === 0 ? null : Math.max(Math.min(...waits), earliest);
  const automatic = nextAutomatic(connection, endedAt, now);
  if (automatic !== null && (resume === null || automatic < resume)) return { at: automatic, trigger: 'automatic' };
  return resume === null ? null : { at: resume, trigger: 'resume' };
}

/** @param endedAt of the last run; one ahead of the clock is none */
function nextAutomatic(connection: Connection, endedAt: number | null, now: number): number | null {
  const every = automaticEveryOf(connection);
  if (every === null) return null;
  return (endedAt === null || endedAt > now ? now : endedAt) + every * MINUTE_MS;
}

import type { Database } from '../store/database.ts';
import type { RunRecord } from '../store/records.ts';
import { roundOf } from '../store/round.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { runSync } from './run.ts';
import { nextWake } from './wake.ts';

type Trigger = RunRecord['trigger'];

export interface RunnerEnvironment {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  /** Of each connection that can work now: logged in to both services, by those who used it so far. */
  readonly contexts: () => Promise<readonly SyncContext[]>;
  /** Runs the task unless somebody in this browser holds the name already; false then. */
  readonly lockIfFree: (name: string, task: () => Promise<void>) => Promise<boolean>;
  /** Runs the task as soon as nobody else in this browser holds the name. */
  readonly lock: (name: string, task: () => Promise<void>) => Promise<void>;
  /** Keeps the worker awake while the task runs, and wakes a dead one so that it goes on. */
  readonly stayAwake: (task: () => Promise<void>) => Promise<void>;
  /** Wakes the worker then (epoch milliseconds) to go on; null: nothing is to be gone on with. */
  readonly wakeAt: (at: number | null) => Promise<void>;
  readonly onChange: (run: RunRecord) => void;
  /** @param round the runs that were started together with it, when the last of them has ended; else empty */
  readonly onEnd: (round: readonly RunRecord[]) => Promise<void>;
}

/** A connection that is to be synced. */
interface Task {
  readonly context: SyncContext;
  readonly trigger: Trigger;
  /** Of the run that it goes on with, if any. */
  readonly round: string | null;
}

/** One that nobody else in this browser syncs from now on. */
interface Held {
  readonly context: SyncContext;
  readonly run: RunRecord;
  readonly release: () => void;
}

/**
 * Starts runs, one for a connection at a time in this browser: a second request joins the first. Connections take turns,
 * since two of them may book into one division; what keeps one from its work keeps no other.
 */
export class Runner {
  readonly #environment: RunnerEnvironment;

  constructor(environment: RunnerEnvironment) {
    this.#environment = environment;
  }

  /**
   * Resolves as soon as the runs are on their way (their records are stored), or when there is nothing to run.
   * @param isWanted all connections where it is not told
   */
  async start(trigger: Trigger, isWanted: (context: SyncContext) => boolean = () => true): Promise<void> {
    const contexts = (await this.#environment.contexts()).filter(isWanted);
    await this.#startAll(contexts.map((context) => ({ context, trigger, round: null })));
  }

  /**
   * After a start of the worker or an alarm: goes on with what a dead worker left or with what waited until now, and
   * syncs by itself where it is time.
   */
  async goOn(): Promise<void> {
    await this.#goOn(() => false);
  }

  /** After a log-in: goes on also where the last run ended for want of it. */
  async goOnAfterLogin(): Promise<void> {
    await this.#goOn((last) => last?.problem?.type === 'loginNeeded');
  }

  /** Online again: what found no way to a service is tried again at once. */
  async goOnOnline(): Promise<void> {
    await this.#goOn((last) => last?.problem?.type === 'unreachable');
  }

  async #goOn(isToResume: (last: RunRecord | undefined) => boolean): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    const contexts = await this.#environment.contexts();
    const runs = await database.runs();
    await this.#endLeft(runs, contexts);
    const due: Task[] = [];
    for (const context of contexts) {
      const [last, ...before] = runs.filter(({ connectionId }) => connectionId === context.connection.id);
      const left = [last, ...before].find((run) => run?.endedAt === null);
      if (left !== undefined) due.push({ context, trigger: 'resume', round: left.round });
      else if (isToResume(last)) due.push({ context, trigger: 'resume', round: null });
      else {
        const next = await nextWake(database, context.connection, last, now());
        if (next !== null && next.at <= now()) due.push({ context, trigger: next.trigger, round: null });
      }
    }
    // What is started sees to the next time when it ends.
    if (due.length > 0) await this.#startAll(due);
    else await wakeAt(await this.#nextWake());
  }

  /** All are noted in one step, so that none is forgotten if the worker dies while another has its turn. */
  async #startAll(tasks: readonly Task[]): Promise<void> {
    const { database, now, newId, onChange, stayAwake } = this.#environment;
    const newRound = newId();
    const held: Held[] = [];
    for (const { context, trigger, round } of tasks) {
      const release = await this.#hold(`run/${context.connection.id}`);
      if (release === null) continue;
      const run = queuedRun({ context, trigger, round: round ?? newRound }, newId(), now());
      held.push({ context, run, release });
    }
    const [first] = held;
    if (first === undefined) return;
    try {
      await database.startRuns(held.map(({ run }) => run));
    } catch (error) {
      for (const { release } of held) release();
      throw error;
    }
    onChange(first.run);
    // Whatever happens from here on is told by the runs' records.
    void stayAwake(() => this.#inTurns(held)).catch(() => undefined);
  }

  /** Takes the name, if it is free; gives what lets go of it. */
  #hold(name: string): Promise<(() => void) | null> {
    return new Promise((resolve, reject) => {
      this.#environment
        .lockIfFree(name, () => new Promise<void>((release) => resolve(release)))
        .then(() => resolve(null), reject);
    });
  }

  async #inTurns(held: readonly Held[]): Promise<void> {
    for (const one of held) {
      await this.#environment
        .lock('turn', () => this.#take(one))
        // One that broke so that not even its end could be told keeps no other from its turn.
        .catch(() => undefined)
        .finally(one.release);
    }
  }

  async #take({ context: { connection }, run: queued }: Held): Promise<void> {
    const { contexts, wakeAt, onChange, onEnd } = this.#environment;
    // While it waited, the connection may have been changed, or its log-in lost.
    const context = (await contexts()).find((one) => one.connection.id === connection.id);
    let stored = queued;
    const run =
      context === undefined
        ? await this.#abandon(queued, null)
        : await runSync(context, queued, (record) => {
            stored = record;
            onChange(record);
          }).catch((error: unknown) => this.#abandon(stored, error));
    await wakeAt(await this.#nextWake());
    await onEnd(await this.#roundEndedBy(run));
  }

  async #roundEndedBy(run: RunRecord): Promise<readonly RunRecord[]> {
    const round = roundOf(run, await this.#environment.database.runs());
    return round.some(({ endedAt }) => endedAt === null) ? [] : round.filter(({ phase }) => phase === 'ended');
  }

  /** The earliest of all; of what is under way it is told when it ends. */
  async #nextWake(): Promise<number | null> {
    const { database, now, contexts } = this.#environment;
    const runs = await database.runs();
    const times: number[] = [];
    for (const { connection } of await contexts()) {
      const own = runs.filter(({ connectionId }) => connectionId === connection.id);
      if (own.some(({ endedAt }) => endedAt === null)) continue;
      const next = await nextWake(database, connection, own[0], now());
      if (next !== null) times.push(next.at);
    }
    return times.length === 0 ? null : Math.min(...times);
  }

  /**
   * What a dead worker left cannot go on without the log-ins, or without its connection: it is told as ended, not as under
   * way for ever.
   */
  async #endLeft(runs: readonly RunRecord[], contexts: readonly SyncContext[]): Promise<void> {
    const { database, now, onChange } = this.#environment;
    for (const left of runs) {
      if (left.endedAt !== null || contexts.some(({ connection }) => connection.id === left.connectionId)) continue;
      const ended: RunRecord = { ...left, endedAt: now() };
      await database.putRun(ended);
      onChange(ended);
    }
  }

  /**
   * A run that broke is told as such; its intents stay, so the next run knows what may have been written.
   * @param error null: it could not begin
   */
  async #abandon(broken: RunRecord, error: unknown): Promise<RunRecord> {
    const { database, now } = this.#environment;
    const problem = error === null ? null : troubleOf(error);
    const ended: RunRecord = { ...broken, phase: error === null ? broken.phase : 'ended', endedAt: now(), problem };
    // Where its end cannot be stored (no room), it must not be told as under way for ever.
    await database.putRun(ended).catch(() => database.forgetRun(broken.id));
    return ended;
  }
}

const queuedRun = ({ context, trigger, round }: Task, id: string, startedAt: number): RunRecord => ({
  id,
  connectionId: context.connection.id,
  startedAt,
  endedAt: null,
  trigger,
  round,
  phase: 'queued',
  done: 0,
  total: 0,
  counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  problem: null,
  paid: 0,
  paymentsProblem: null,
});

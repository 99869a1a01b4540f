import { z } from 'zod';
import type { Cause } from '../outcome.ts';
import type { Database } from '../store/database.ts';
import type { DocumentRecord, Only, RunRecord } from '../store/records.ts';
import { roundOf } from '../store/round.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { joined, shownIn } from './only.ts';
import { keyOf } from './order.ts';
import { runSync } from './run.ts';
import { unfinishedAmong } from './unfinished.ts';
import { nextWake } from './wake.ts';

/** Of the cache: the connections whose runs the user wants stopped. */
const STOPPING = 'stopping';
const stoppingSchema = z.array(z.string());

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
  /** The documents that it is about; null: all. */
  readonly only: Only | null;
  /** Of the run that it goes on with, if any. */
  readonly round: string | null;
}

/** Which connections are to be synced, and which of their documents; all where it is not told. */
export interface Wanted {
  readonly isWanted?: (context: SyncContext) => boolean;
  readonly onlyOf?: (context: SyncContext) => Only | null;
}

/** One that nobody else in this browser syncs from now on. */
interface Held {
  readonly context: SyncContext;
  readonly run: RunRecord;
  readonly release: () => void;
}

/**
 * Starts runs, one for a connection at a time in this browser: a second request joins the first, or follows it where that
 * one is about less. Connections take turns, since two of them may book into one division; what keeps one from its work
 * keeps no other.
 */
export class Runner {
  readonly #environment: RunnerEnvironment;
  /** By connection, what follows the run that goes on: stored too, so that it outlives the worker. */
  readonly #next = new Map<string, RunRecord>();
  /** By connection, the run that goes on, or waits for its turn. */
  readonly #running = new Map<string, RunRecord>();

  /** Connections whose runs the user wants stopped: stored too, for the run that goes on after a death. */
  #stopping: ReadonlySet<string> = new Set();

  constructor(environment: RunnerEnvironment) {
    this.#environment = environment;
  }

  /**
   * Resolves as soon as the runs are on their way (their records are stored), or when there is nothing to run.
   * @returns whether there is: no connection can work while a log-in is missing
   */
  async start(trigger: Trigger, { isWanted = () => true, onlyOf = () => null }: Wanted = {}): Promise<boolean> {
    const contexts = (await this.#environment.contexts()).filter(isWanted);
    await this.#startAll(contexts.map((context) => ({ context, trigger, only: onlyOf(context), round: null })));
    return contexts.length > 0;
  }

  /** What is under way ends as soon as what was sent is read back; what waits for its turn, or follows, does not begin. */
  async stop(): Promise<void> {
    await this.#noteStopping([...this.#stopping, ...this.#running.keys()]);
    for (const [id, run] of this.#next) {
      this.#next.delete(id);
      await this.#endStopped(run);
    }
  }

  async #endStopped(run: RunRecord): Promise<RunRecord> {
    const { database, now } = this.#environment;
    const ended: RunRecord = { ...run, phase: 'ended', endedAt: now(), problem: { type: 'stoppedByUser' } };
    await database.putRun(ended);
    return ended;
  }

  async #noteStopping(connectionIds: Iterable<string>): Promise<void> {
    const { database, now } = this.#environment;
    this.#stopping = new Set(connectionIds);
    await database.cache(STOPPING, stoppingSchema, [...this.#stopping], now());
  }

  /**
   * After a start of the worker or an alarm: goes on with what a dead worker left or with what waited until now, and
   * syncs by itself where it is time.
   */
  async goOn(): Promise<void> {
    await this.#goOn(() => false);
  }

  /** After a log-in: goes on also where a run ended for want of it. */
  async goOnAfterLogin(): Promise<void> {
    await this.#goOn((problem) => problem?.type === 'loginNeeded');
  }

  /** Online again: what found no way to a service is tried again at once. */
  async goOnOnline(): Promise<void> {
    await this.#goOn((problem) => problem?.type === 'unreachable');
  }

  /** @param isOver what halted a run is over now */
  async #goOn(isOver: (problem: Cause | null) => boolean): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    const contexts = await this.#environment.contexts();
    const runs = await database.runs();
    const stopping = (await database.cached(STOPPING, stoppingSchema))?.value ?? [];
    this.#stopping = new Set([...this.#stopping, ...stopping]);
    await this.#endLeft(runs, contexts);
    const due: Task[] = [];
    for (const context of contexts) {
      const { connection } = context;
      // What is under way here is not left: an alarm may come while it works.
      if (this.#running.has(connection.id)) continue;
      const own = runs.filter(({ connectionId }) => connectionId === connection.id);
      const left = own.find(({ endedAt }) => endedAt === null);
      const records = await database.documents(connection.id);
      const unfinished = unfinishedAmong(own, records);
      const resume = (only: Only | null): Task => ({
        context,
        trigger: 'resume',
        only: withPromised(only, records, own),
        round: null,
      });
      // To start again is to go on: what the user asked for is tried as if he asked again.
      if (left !== undefined) due.push({ ...resume(left.only), trigger: left.trigger, round: left.round });
      else {
        const next =
          !isKeptWaiting(own[0], now()) && unfinished.some(({ problem }) => isOver(problem))
            ? ({ at: now(), trigger: 'resume' } as const)
            : await nextWake(database, connection, own, now());
        if (next === null || next.at > now()) continue;
        if (next.trigger === 'resume') due.push(resume(aboutAll([...own.slice(0, 1), ...unfinished])));
        else due.push({ context, trigger: next.trigger, only: null, round: null });
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
    for (const task of tasks) {
      const { context, round } = task;
      const { id } = context.connection;
      const running = this.#running.get(id);
      if (running !== undefined) {
        await this.#follow(task, running).catch((error: unknown) => {
          for (const one of held) this.#letGo(one);
          throw error;
        });
        continue;
      }
      const wanted = queuedRun({ ...task, round: round ?? newRound }, newId(), now());
      // Noted before anything is waited for: who asks at the same time joins it.
      this.#running.set(id, wanted);
      let release: (() => void) | null = null;
      try {
        release = await this.#hold(`run/${id}`);
        const run = { ...wanted, ...(await this.#withLeft(task)) };
        if (release === null) await this.#postpone(run);
        else held.push({ context, run, release });
      } catch (error) {
        // What cannot be noted is not begun: it must keep nobody from asking again.
        this.#running.delete(id);
        release?.();
        for (const one of held) this.#letGo(one);
        throw error;
      }
    }
    const [first] = held;
    if (first === undefined) return;
    try {
      await database.startRuns(held.map(({ run }) => run));
    } catch (error) {
      for (const one of held) this.#letGo(one);
      throw error;
    }
    onChange(first.run);
    // Whatever happens from here on is told by the runs' records.
    void stayAwake(() => this.#inTurns(held)).catch(() => undefined);
  }

  /** What a dead worker left of the connection's runs is gone on with by whichever begins first. */
  async #withLeft({ context, only, trigger }: Task): Promise<Pick<RunRecord, 'only' | 'trigger'>> {
    const runs = await this.#environment.database.runs();
    const left = runs.filter(({ connectionId, endedAt }) => connectionId === context.connection.id && endedAt === null);
    return {
      only: left.reduce((all, run) => joined(run.only, all), only),
      trigger: [trigger, ...left.map((run) => run.trigger)].find(isAskedFor) ?? trigger,
    };
  }

  /** Something else is done for the connection, for a moment: the run is noted, and gone on with after. */
  async #postpone(run: RunRecord): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    this.#next.delete(run.connectionId);
    this.#running.delete(run.connectionId);
    await database.startRuns([run]);
    await wakeAt(now() + HELD_MS);
  }

  /** What the run that goes on does not do follows it. */
  async #follow(task: Task, running: RunRecord): Promise<void> {
    const { database, now, newId } = this.#environment;
    const { id } = task.context.connection;
    if (!this.#stopping.has(id) && isCovered(task, running)) return;
    const before = this.#next.get(id);
    const next =
      before === undefined
        ? queuedRun({ ...task, round: null }, newId(), now())
        : { ...before, only: joined(before.only, task.only) };
    this.#next.set(id, next);
    await database.putRun(next);
  }

  /** What came after the last look at what is to follow is stored, and gone on with like what a dead worker left. */
  #letGo({ context: { connection }, release }: Held): void {
    const isLeft = this.#next.delete(connection.id);
    this.#running.delete(connection.id);
    release();
    if (isLeft) void this.goOn().catch(() => undefined);
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
        .lock('turn', () => this.#takeAll(one))
        // One that broke so that not even its end could be told keeps no other from its turn.
        .catch(() => undefined)
        .finally(() => this.#letGo(one));
    }
  }

  /** The run, and what was asked for meanwhile. */
  async #takeAll(first: Held): Promise<void> {
    const { id } = first.context.connection;
    await this.#take(first);
    for (let run = this.#next.get(id); run !== undefined; run = this.#next.get(id)) {
      this.#next.delete(id);
      this.#running.set(id, run);
      await this.#take({ ...first, run });
    }
  }

  async #take({ context: { connection }, run: queued }: Held): Promise<void> {
    const { contexts, wakeAt, onEnd } = this.#environment;
    // While it waited, the connection may have been changed, or its log-in lost.
    const context = (await contexts()).find((one) => one.connection.id === connection.id);
    const run =
      context === undefined
        ? await this.#abandon(queued, null)
        : (await this.#isToStopBefore(connection.id))
          ? await this.#endStopped(queued)
          : await this.#run(context, queued);
    if (this.#stopping.has(connection.id))
      await this.#noteStopping([...this.#stopping].filter((id) => id !== connection.id));
    await wakeAt(await this.#nextWake());
    await onEnd(await this.#roundEndedBy(run));
  }

  async #run(context: SyncContext, queued: RunRecord): Promise<RunRecord> {
    const { id } = context.connection;
    let stored = queued;
    const start = { ...queued, isStopped: () => this.#stopping.has(id) };
    return runSync(context, start, (record) => {
      stored = record;
      this.#running.set(id, record);
      this.#environment.onChange(record);
    }).catch((error: unknown) => this.#abandon(stored, error));
  }

  /** Where something may have been sent, it is looked for before the run stops. */
  async #isToStopBefore(connectionId: string): Promise<boolean> {
    return this.#stopping.has(connectionId) && (await this.#environment.database.intents(connectionId)).length === 0;
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
      const next = await nextWake(database, connection, own, now());
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

/** How long something else may be done for a connection before its run is tried again. */
const HELD_MS = 30_000;

/** A service, or a colleague, has said until when. */
const isKeptWaiting = (last: RunRecord | undefined, now: number): boolean =>
  last !== undefined && last.problem !== null && 'until' in last.problem && last.problem.until > now;

/** What any of the runs was about, the newest first; all where there is none. */
const aboutAll = (runs: readonly RunRecord[]): Only | null =>
  runs.length === 0 ? null : runs.toReversed().reduce<Only | null>((all, { only }) => joined(all, only), []);

/**
 * What goes on by itself is what was left, and what an earlier run has promised to go on with: what the user was shown then
 * still is what may be booked.
 * @param runs of the connection, the newest first
 */
function withPromised(only: Only | null, records: readonly DocumentRecord[], runs: readonly RunRecord[]): Only | null {
  if (only === null) return null;
  const shown = shownIn(runs.toReversed().flatMap((run) => run.only ?? []));
  const promised = records.flatMap(({ kind, id, outcome }) =>
    outcome.state === 'waiting' && outcome.until !== null
      ? [{ kind, id, shown: shown.get(keyOf({ kind, id })) ?? null }]
      : [],
  );
  return joined(promised, only);
}

const isAskedFor = (trigger: Trigger): boolean => trigger !== 'automatic' && trigger !== 'resume';

/**
 * Does the run do what is asked for? One of all documents does what goes on by itself; what the user asks for only where
 * he started it, and, of certain documents, before it has read which there are.
 */
function isCovered(task: Task, running: RunRecord): boolean {
  if (running.only !== null) return false;
  if (!isAskedFor(task.trigger)) return true;
  const isEarly = running.phase === 'queued' || running.phase === 'collecting';
  return isAskedFor(running.trigger) && (task.only === null || (isEarly && shownIn(task.only).size === 0));
}

const queuedRun = ({ context, trigger, only, round }: Task, id: string, startedAt: number): RunRecord => ({
  id,
  connectionId: context.connection.id,
  startedAt,
  endedAt: null,
  trigger,
  only,
  round,
  phase: 'queued',
  done: 0,
  total: 0,
  secondsLeft: null,
  counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 0, blocked: 0 },
  problem: null,
  paid: 0,
  paymentsProblem: null,
});

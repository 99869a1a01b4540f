import type { Cause } from '../outcome.ts';
import type { Database } from '../store/database.ts';
import type { Only, RunRecord } from '../store/records.ts';
import { roundOf } from '../store/round.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { joined, shownIn } from './only.ts';
import { runSync } from './run.ts';
import { Stops } from './stops.ts';
import { isSalesEntry } from './survey.ts';
import { isAskedFor, takeOver } from './taken-over.ts';
import { aboutAll, withPromised } from './to-resume.ts';
import { unfinishedAmong } from './unfinished.ts';
import { nextWake } from './wake.ts';

type Trigger = RunRecord['trigger'];

export interface RunnerEnvironment {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  /** Of each connection that can work now: logged in to both services, by those who used it so far. */
  readonly contexts: () => Promise<readonly SyncContext[]>;
  /** The log-in that a connection lacks to work; null where it lacks none, as when it is there no more. */
  readonly missingLogin: (connectionId: string) => Promise<Cause | null>;
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
  /** No more than to go on with what a dead worker left. */
  readonly goesOnWithLeft: boolean;
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
  /** What it takes over, as it ends. */
  readonly left: readonly RunRecord[];
  readonly release: () => void;
}

/** It begins with what is asked for, and goes on with nothing. */
const OF_ITSELF = { round: null, goesOnWithLeft: false } as const;

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
  readonly #stops: Stops;

  constructor(environment: RunnerEnvironment) {
    this.#environment = environment;
    this.#stops = new Stops(environment.database, environment.now);
  }

  /**
   * Resolves as soon as the runs are on their way (their records are stored), or when there is nothing to run.
   * @returns whether there is: no connection can work while a log-in is missing
   */
  async start(trigger: Trigger, { isWanted = () => true, onlyOf = () => null }: Wanted = {}): Promise<boolean> {
    const contexts = (await this.#environment.contexts()).filter(isWanted);
    await this.#stops.read();
    const tasks = contexts.map((context) => ({ context, trigger, only: onlyOf(context), ...OF_ITSELF }));
    await this.#startAll(tasks, 'follow');
    return contexts.length > 0;
  }

  /** What is under way ends as soon as what was sent is read back; what waits for its turn, or follows, does not begin. */
  async stop(): Promise<void> {
    const open = (await this.#environment.database.runs()).filter(isOpen);
    await this.#stops.note([...open, ...this.#running.values(), ...this.#next.values()].map(({ id }) => id));
    for (const [id, run] of this.#next) {
      this.#next.delete(id);
      await this.#endStopped(run);
    }
    // One that is under way here hears it; one that a dead worker left, or that was put off, is ended by who takes it over.
    if (open.some(({ connectionId }) => !this.#running.has(connectionId))) await this.goOn();
  }

  async #endStopped(run: RunRecord): Promise<RunRecord> {
    const ended = asStopped(run, this.#environment.now());
    await this.#environment.database.putRun(ended);
    return ended;
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
    await this.#stops.read();
    await this.#endLeft(runs, contexts);
    const due: Task[] = [];
    for (const context of contexts) {
      const { connection } = context;
      // What is under way here is not left: an alarm may come while it works.
      if (this.#running.has(connection.id)) continue;
      const own = runs.filter(({ connectionId }) => connectionId === connection.id);
      const left = own.find((run) => isOpen(run) && !this.#stops.has(run)) ?? own.find(isOpen);
      const records = await database.documents(connection.id);
      const unfinished = unfinishedAmong(own, records);
      const resume = (only: Only | null): Task => ({
        context,
        trigger: 'resume',
        only: withPromised(only, records, own),
        ...OF_ITSELF,
      });
      // To start again is to go on: what the user asked for is tried as if he asked again.
      if (left !== undefined) {
        due.push({ ...resume([]), trigger: left.trigger, round: left.round, goesOnWithLeft: true });
      } else {
        const next =
          !isKeptWaiting(own[0], now()) && unfinished.some(({ problem }) => isOver(problem))
            ? ({ at: now(), trigger: 'resume' } as const)
            : await nextWake(database, connection, own, now());
        if (next === null || next.at > now()) continue;
        if (next.trigger === 'resume') due.push(resume(aboutAll([...own.slice(0, 1), ...unfinished])));
        else due.push({ context, trigger: next.trigger, only: null, ...OF_ITSELF });
      }
    }
    // What is started sees to the next time when it ends.
    if (due.length > 0) await this.#startAll(due, 'leave');
    else await wakeAt(await this.#nextWake());
  }

  /**
   * All are noted in one step, so that none is forgotten if the worker dies while another has its turn.
   * @param beside what becomes of a task while its connection is being synced: what goes on by itself is left to that run
   */
  async #startAll(tasks: readonly Task[], beside: 'follow' | 'leave'): Promise<void> {
    const { database, now, newId, onChange, stayAwake } = this.#environment;
    const newRound = newId();
    const held: Held[] = [];
    for (const task of tasks) {
      const { context, round } = task;
      const { id } = context.connection;
      const running = this.#running.get(id);
      if (running !== undefined) {
        if (beside === 'leave') continue;
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
        const { run, left } = await this.#withLeft(task, wanted);
        if (release === null) await this.#postpone(run, left);
        else held.push({ context, run, left, release });
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
      await database.startRuns(
        held.map(({ run }) => run),
        held.flatMap(({ left }) => left),
      );
    } catch (error) {
      for (const one of held) this.#letGo(one);
      throw error;
    }
    onChange(first.run);
    // Whatever happens from here on is told by the runs' records.
    void stayAwake(() => this.#inTurns(held)).catch(() => undefined);
  }

  /** @returns the run, and what it takes over, as it ends */
  async #withLeft(task: Task, wanted: RunRecord): Promise<Pick<Held, 'run' | 'left'>> {
    const { database, now } = this.#environment;
    const { connectionId } = wanted;
    const intents = await database.intents(connectionId);
    // What is to follow has been asked for since.
    const left = (await database.runs()).filter(
      (run) => isOpen(run) && run.connectionId === connectionId && run.id !== this.#next.get(connectionId)?.id,
    );
    const isStopped = (run: RunRecord): boolean => this.#stops.has(run);
    const { isToStop, ...about } = takeOver(task, left, isStopped, intents.filter(isSalesEntry));
    const ended = left.map((run) => (isStopped(run) ? asStopped(run, now()) : { ...run, endedAt: now() }));
    if (isToStop) await this.#stops.add(wanted.id);
    return { run: { ...wanted, ...about }, left: ended };
  }

  /** Something else is done for the connection, for a moment: the run is noted, and gone on with after. */
  async #postpone(run: RunRecord, left: readonly RunRecord[]): Promise<void> {
    const { database, now, wakeAt } = this.#environment;
    this.#next.delete(run.connectionId);
    this.#running.delete(run.connectionId);
    await database.startRuns([run], left);
    await wakeAt(now() + HELD_MS);
  }

  /** What the run that goes on does not do follows it. */
  async #follow(task: Task, running: RunRecord): Promise<void> {
    const { database, now, newId } = this.#environment;
    const { id } = task.context.connection;
    if (!this.#stops.has(running) && isCovered(task, running)) return;
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

  async #take({ context: { connection }, run: queued, left }: Held): Promise<void> {
    const { contexts, wakeAt, onEnd } = this.#environment;
    // While it waited, the connection may have been changed, or its log-in lost.
    const context = (await contexts()).find((one) => one.connection.id === connection.id);
    const run =
      context === undefined
        ? await this.#storeEnd(await this.#withoutLogin(queued))
        : (await this.#isToStopBefore(queued))
          ? await this.#endStopped(queued)
          : await this.#run(context, queued);
    await this.#stops.forget([run, ...left]);
    await wakeAt(await this.#nextWake());
    await onEnd(await this.#roundEndedBy(run));
  }

  async #run(context: SyncContext, queued: RunRecord): Promise<RunRecord> {
    const { id } = context.connection;
    let stored = queued;
    const start = { ...queued, isStopped: () => this.#stops.has(queued) };
    return runSync(context, start, (record) => {
      stored = record;
      this.#running.set(id, record);
      this.#environment.onChange(record);
    }).catch((error: unknown) => this.#abandon(stored, error));
  }

  /** Where something may have been sent, it is looked for before the run stops. */
  async #isToStopBefore(run: RunRecord): Promise<boolean> {
    return this.#stops.has(run) && (await this.#environment.database.intents(run.connectionId)).length === 0;
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
    const { database, onChange } = this.#environment;
    for (const left of runs) {
      if (left.endedAt !== null || contexts.some(({ connection }) => connection.id === left.connectionId)) continue;
      const ended = await this.#withoutLogin(left);
      await database.putRun(ended);
      onChange(ended);
    }
  }

  /** With the log-in as its problem, it is gone on with once that is there. */
  async #withoutLogin(run: RunRecord): Promise<RunRecord> {
    const { now, missingLogin } = this.#environment;
    const problem = await missingLogin(run.connectionId);
    return { ...run, ...(problem !== null && { phase: 'ended', problem }), endedAt: now() };
  }

  /** A run that broke is told as such; its intents stay, so the next run knows what may have been written. */
  async #abandon(broken: RunRecord, error: unknown): Promise<RunRecord> {
    const { now } = this.#environment;
    return this.#storeEnd({ ...broken, phase: 'ended', endedAt: now(), problem: troubleOf(error) });
  }

  /** Where its end cannot be stored (no room), it must not be told as under way for ever. */
  async #storeEnd(ended: RunRecord): Promise<RunRecord> {
    const { database } = this.#environment;
    await database.putRun(ended).catch(() => database.forgetRun(ended.id));
    return ended;
  }
}

/** How long something else may be done for a connection before its run is tried again. */
const HELD_MS = 30_000;

const isOpen = ({ endedAt }: RunRecord): boolean => endedAt === null;

const asStopped = (run: RunRecord, endedAt: number): RunRecord => ({
  ...run,
  phase: 'ended',
  endedAt,
  problem: { type: 'stoppedByUser' },
});

/** A service, or a colleague, has said until when. */
const isKeptWaiting = (last: RunRecord | undefined, now: number): boolean =>
  last !== undefined && last.problem !== null && 'until' in last.problem && last.problem.until > now;

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

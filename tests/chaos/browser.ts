/** A browser of which only the engine is there: its runner, and the one alarm that wakes its worker. */
import type { RunRecord } from '../../lib/store/records.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { Dead, type Death, mortal } from './mortal.ts';

export class Browser {
  /** All that was told of its runs. */
  readonly told: RunRecord[] = [];
  #runner: Runner;
  #alarm: number | null = null;
  #ending: Promise<void> = Promise.resolve();

  constructor(context: SyncContext) {
    this.#runner = this.#runnerOf(context);
  }

  /** When it is woken, in epoch milliseconds. */
  get alarm(): number | null {
    return this.#alarm;
  }

  /** Closed and opened again: nothing is left but what is stored, and the alarm is not set yet. */
  reopen(context: SyncContext, death: Death | null = null): void {
    this.#alarm = null;
    this.#runner = this.#runnerOf(death === null ? context : mortal(context, death).context);
  }

  click(): Promise<void> {
    return this.#settled(async () => void (await this.#runner.start('click')));
  }

  /** The alarm rings, or the worker starts for another reason. */
  wake(): Promise<void> {
    this.#alarm = null;
    return this.#settled(() => this.#runner.goOn());
  }

  goOnAfterLogin(): Promise<void> {
    return this.#settled(() => this.#runner.goOnAfterLogin());
  }

  async #settled(begin: () => Promise<void>): Promise<void> {
    try {
      await begin();
      await this.#ending;
    } catch (error) {
      if (!(error instanceof Dead)) throw error;
    }
  }

  #runnerOf(context: SyncContext): Runner {
    return new Runner({
      database: context.database,
      now: context.now,
      newId: () => crypto.randomUUID(),
      missingLogin: async () => null,
      contexts: async () => [context],
      // Resolves when whoever holds the name lets go of it: nobody waits for that here.
      lockIfFree: async (_, task) => {
        void task();
        return true;
      },
      lock: (_, task) => task(),
      stayAwake: (task) => {
        this.#ending = task();
        return this.#ending;
      },
      wakeAt: async (at) => {
        this.#alarm = at;
      },
      onChange: (run) => {
        this.told.push(run);
      },
      onEnd: async () => undefined,
    });
  }
}

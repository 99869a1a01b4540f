import { z } from 'zod';
import type { Database } from '../store/database.ts';
import type { RunRecord } from '../store/records.ts';

const KEY = 'stopping';
const schema = z.array(z.string());

/**
 * Which runs the user wants stopped, by their ids: stored too, for whoever goes on after a death. No run has the id of
 * another, so that what is left noted of one stops none that begins later.
 */
export class Stops {
  readonly #database: Database;
  readonly #now: () => number;
  #ids: ReadonlySet<string> = new Set();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  has({ id }: Pick<RunRecord, 'id'>): boolean {
    return this.#ids.has(id);
  }

  /** What a dead worker had noted is known from here on. */
  async read(): Promise<void> {
    const noted = await this.#database.cached(KEY, schema);
    this.#ids = new Set([...this.#ids, ...(noted?.value ?? [])]);
  }

  /** These and no others: what stood there before is over. */
  async note(ids: Iterable<string>): Promise<void> {
    this.#ids = new Set(ids);
    await this.#database.cache(KEY, schema, [...this.#ids], this.#now());
  }

  async add(id: string): Promise<void> {
    await this.note([...this.#ids, id]);
  }

  async forget(runs: readonly Pick<RunRecord, 'id'>[]): Promise<void> {
    if (!runs.some((run) => this.has(run))) return;
    await this.note([...this.#ids].filter((id) => !runs.some((run) => run.id === id)));
  }
}

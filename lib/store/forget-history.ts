import type { IDBPDatabase } from 'idb';
import { type RunRecord, runRecordSchema } from './records.ts';
import type { Schema } from './schema.ts';

/** Of each connection, whatever their age: later runs go on from them. */
const RUNS_KEPT = 50;
/** And so many at most of those that did something, since all of them are read at once. */
const BUSY_RUNS_KEPT = 500;

/**
 * Forgets runs and calls that are older than the moment. It is history only: what is still to be found out about stands in
 * intents and documents, which stay; a call with an intent open stays with it.
 * @param since epoch milliseconds; null: none is too old
 */
export async function forgetHistory(database: IDBPDatabase<Schema>, since: number | null): Promise<void> {
  const transaction = database.transaction(['runs', 'writes', 'intents'], 'readwrite');
  const runs = transaction.objectStore('runs');
  const seen = new Map<unknown, number>();
  for (let cursor = await runs.index('startedAt').openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    const { connectionId, startedAt } = cursor.value;
    const place = (seen.get(connectionId) ?? 0) + 1;
    seen.set(connectionId, place);
    if (place <= RUNS_KEPT) continue;
    const run = runRecordSchema.safeParse(cursor.value);
    const isOld = since !== null && typeof startedAt === 'number' && startedAt < since;
    if (isOld || place > BUSY_RUNS_KEPT || !run.success || !didSomething(run.data)) await cursor.delete();
  }
  if (since !== null) {
    const open = new Set(
      (await transaction.objectStore('intents').getAllKeys()).map(([id, , subject]) => `${id}/${subject}`),
    );
    for (let cursor = await transaction.objectStore('writes').openCursor(); cursor; cursor = await cursor.continue()) {
      const { at, connectionId, subject } = cursor.value;
      // They stand in the order of their making.
      if (typeof at === 'number' && at >= since) break;
      if (!open.has(`${connectionId}/${subject}`)) await cursor.delete();
    }
  }
  await transaction.done;
}

const didSomething = ({ endedAt, counts, paid, problem, paymentsProblem }: RunRecord): boolean =>
  endedAt === null || counts.booked + counts.adopted + paid > 0 || problem !== null || paymentsProblem !== null;

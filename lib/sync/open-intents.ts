import type { Database } from '../store/database.ts';
import type { Intent } from '../store/records.ts';
import type { SyncContext } from './context.ts';

/** What may have been written and is not known to stand. */
export interface OpenIntents {
  readonly intents: readonly Intent[];
  /** Document id to since when it is known that another version may have booked it, in epoch milliseconds. */
  readonly unreadSince: ReadonlyMap<string, number>;
}

/** What was sent by a clock that was ahead of time is taken as sent now: else it would wait until then. */
export async function rightClocks({ database, connection, siblings, now }: SyncContext): Promise<void> {
  for (const connectionId of [connection.id, ...siblings]) {
    const intents = await database.intents(connectionId);
    for (const intent of intents) if (intent.sentAt > now()) await database.putIntent({ ...intent, sentAt: now() });
  }
}

/**
 * Of the connection's own, and whose accounts were sent by others that book into the division: two accounts of one
 * customer would be one too many, whoever made them.
 */
export async function readOpenIntents({ database, connection, siblings, now }: SyncContext): Promise<OpenIntents> {
  const own = await readIntents(database, connection.id, now());
  const accounts: Intent[] = [];
  for (const sibling of siblings) {
    const { intents } = await readIntents(database, sibling, now());
    accounts.push(...intents.filter(({ type }) => type === 'account'));
  }
  return { ...own, intents: [...own.intents, ...accounts] };
}

async function readIntents(database: Database, connectionId: string, now: number): Promise<OpenIntents> {
  const intents = await database.intents(connectionId);
  const unreadable = await database.unreadableIntents(connectionId, now);
  // Of an account nothing more needs to be known than whose it is.
  const accounts = unreadable.flatMap(({ type, subject, unreadSince: sentAt }) =>
    type === 'account' ? [{ type, connectionId, subject, sentAt }] : [],
  );
  return {
    intents: [...intents.map((intent) => ({ ...intent, sentAt: Math.min(intent.sentAt, now) })), ...accounts],
    unreadSince: new Map(
      unreadable.flatMap(({ type, subject, unreadSince }) => (type === 'salesEntry' ? [[subject, unreadSince]] : [])),
    ),
  };
}

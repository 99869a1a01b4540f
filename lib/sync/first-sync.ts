import type { Connection } from '../connection.ts';
import type { RunRecord } from '../store/records.ts';

/** Notes when a sync that the user started first went well to its end. @param runs of all connections */
export const withFirstSync =
  (runs: readonly RunRecord[]) =>
  (connection: Connection): Connection => {
    if (connection.firstSyncAt !== null) return connection;
    const first = runs.find(
      ({ connectionId, phase, problem, trigger, only }) =>
        connectionId === connection.id &&
        phase === 'ended' &&
        problem === null &&
        trigger !== 'automatic' &&
        only === null,
    );
    return first === undefined ? connection : { ...connection, firstSyncAt: first.endedAt };
  };

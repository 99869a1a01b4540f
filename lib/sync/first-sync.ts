import type { Connection } from '../connection.ts';
import type { RunRecord } from '../store/records.ts';

/** Notes when a sync that the user had started went well to its end for the first time. @param runs of all connections */
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

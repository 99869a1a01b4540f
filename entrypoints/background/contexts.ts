import { createFileFetcher } from '../../lib/http/file.ts';
import type { Cause } from '../../lib/outcome.ts';
import { isAnotherUser, type ServiceAccesses } from '../../lib/setup/setup.ts';
import type { Database } from '../../lib/store/database.ts';
import { type Item, type Settings, siblingsOf } from '../../lib/store/settings.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { standApart } from './stand-apart.ts';

/** With what each connection is synced, or why it cannot be. */
export function createContexts(settings: Item<Settings>, services: ServiceAccesses, database: Database) {
  const fetchFile = createFileFetcher((...request) => fetch(...request));

  const clients = () => Promise.all([services.teamleader.client(), services.exact.client()]);

  const contexts = async (): Promise<SyncContext[]> => {
    // Before it is asked who is logged in: each goes on only with the user of this moment.
    const [teamleader, exact] = await clients();
    const all = await settings.read();
    if (teamleader === null || exact === null) return [];
    return all.connections
      .filter((one) => !isAnotherUser(one, all.users, 'teamleader') && !isAnotherUser(one, all.users, 'exact'))
      .map((connection) => ({
        connection,
        siblings: siblingsOf(all, connection),
        teamleader,
        exact: exact.inDivision(connection.division.code),
        database,
        fetchFile,
        standApart,
        random: Math.random,
        now: Date.now,
      }));
  };

  /** What has to be done first; null: nothing, or the connection is no more. */
  const missingLogin = async (connectionId: string): Promise<Cause | null> => {
    const { connections } = await settings.read();
    if (!connections.some(({ id }) => id === connectionId)) return null;
    const [teamleader, exact] = await clients();
    if (teamleader === null) return { type: 'loginNeeded', service: 'teamleader' };
    return exact === null ? { type: 'loginNeeded', service: 'exact' } : null;
  };

  return { contexts, missingLogin };
}

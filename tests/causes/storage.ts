/** A browser whose storage another version, or another tab, has taken hold of. */
import { openDB } from 'idb';
import { Database } from '../../lib/store/database.ts';
import { troubleOf } from '../../lib/store/trouble.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { run } from '../unit/sync/world.ts';
import type { Case, CaseName, Told } from './case.ts';
import { sale } from './sale.ts';

/** Of a version to come. */
const LATER = 7;
const PATIENCE_MS = 10;

const runsInto = async (context: SyncContext): Promise<readonly Told[]> => {
  const caught = await run(context).then(
    () => null,
    (error: unknown) => troubleOf(error),
  );
  return caught === null ? [] : [caught];
};

export const STORAGE = {
  newerVersion: {
    options: sale(),
    tried: async (context) => {
      const name = crypto.randomUUID();
      const later = await openDB(name, LATER, {
        upgrade: (database) => {
          for (const store of ['documents', 'runs', 'cache', 'writes']) database.createObjectStore(store);
        },
      });
      later.close();
      return runsInto({ ...context, database: new Database(name) });
    },
  },
  storageHeld: {
    options: sale(),
    tried: async (context) => {
      const name = crypto.randomUUID();
      await new Database(name).runs();
      const holder = await openDB(name);
      const upgrading = openDB(name, LATER);
      const told = await runsInto({ ...context, database: new Database(name, PATIENCE_MS) });
      holder.close();
      (await upgrading).close();
      return told;
    },
  },
} satisfies Partial<Record<CaseName, Case>>;

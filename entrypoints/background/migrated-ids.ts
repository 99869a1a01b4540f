import { z } from 'zod';
import type { RowReference } from '../../lib/messages.ts';
import type { Database } from '../../lib/store/database.ts';
import type { Teamleader } from '../../lib/teamleader/client.ts';

const idSchema = z.string();

/**
 * Links in Teamleader's pages may name a document by a number of its old API. Where the row shows no document number
 * either, the number is turned into the id, once: it never changes.
 */
export async function migrateRows(
  rows: readonly RowReference[],
  database: Database,
  teamleader: Teamleader | null,
): Promise<ReadonlyMap<string, string>> {
  const migrated = new Map<string, string>();
  for (const { kind, id, number } of rows) {
    if (id === null || number !== null || !/^\d+$/.test(id)) continue;
    const key = `legacy/${kind}/${id}`;
    const known = await database.cached(key, idSchema);
    const found = known?.value ?? (await ask(teamleader, kind, id));
    if (found === null) continue;
    migrated.set(id, found);
    if (known === null) await database.cache(key, idSchema, found, Date.now());
  }
  return migrated;
}

async function ask(teamleader: Teamleader | null, kind: RowReference['kind'], id: string): Promise<string | null> {
  const answer = await teamleader?.migrateId(kind, id);
  return answer?.ok ? answer.value : null;
}

import { z } from 'zod';
import type { RowReference } from '../../lib/messages.ts';
import type { Database } from '../../lib/store/database.ts';
import { isFresh } from '../../lib/sync/fresh.ts';
import type { Teamleader } from '../../lib/teamleader/client.ts';

/** Null: Teamleader knows no document of that number. */
const idSchema = z.string().nullable();

const NONE_HOLDS_MS = 24 * 60 * 60_000;

/** A page shows fewer rows; who asks for more is no invoice list. */
const MOST_ASKED = 100;

/**
 * Links in Teamleader's pages may name a document by a number of its old API. Where the row shows no document number
 * either, the number is turned into the id, once: it never changes. One that there is not is asked for
 * once a day.
 */
export async function migrateRows(
  rows: readonly RowReference[],
  database: Database,
  teamleader: Teamleader | null,
): Promise<ReadonlyMap<string, string>> {
  const migrated = new Map<string, string>();
  let asked = 0;
  for (const { kind, id, number } of rows) {
    if (id === null || number !== null || !/^\d+$/.test(id)) continue;
    const key = `legacy/${kind}/${id}`;
    const known = await database.cached(key, idSchema);
    if (known?.value) migrated.set(id, known.value);
    const isKnown = known !== null && (known.value !== null || isFresh(known.at, Date.now(), NONE_HOLDS_MS));
    if (isKnown || teamleader === null || asked === MOST_ASKED) continue;
    asked += 1;
    const found = await ask(teamleader, kind, id);
    if (found === undefined) continue;
    if (found !== null) migrated.set(id, found);
    await database.cache(key, idSchema, found, Date.now());
  }
  return migrated;
}

/** Undefined: Teamleader did not say. */
async function ask(teamleader: Teamleader, kind: RowReference['kind'], id: string): Promise<string | null | undefined> {
  const answer = await teamleader.migrateId(kind, id);
  if (answer.ok) return answer.value;
  return answer.error.kind === 'refused' ? null : undefined;
}

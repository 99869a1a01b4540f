import { describe, expect, it } from 'vitest';
import { migrateRows } from '../../../entrypoints/background/migrated-ids.ts';
import type { RowReference } from '../../../lib/messages.ts';
import { Database } from '../../../lib/store/database.ts';
import { createTeamleader } from '../../../lib/teamleader/client.ts';

const row = (id: string): RowReference => ({ key: id, kind: 'invoice', id, number: null });

/** Knows the number 12 only, and counts how often it is asked. */
function teamleaderAsked() {
  let calls = 0;
  const teamleader = createTeamleader({
    send: async ({ body }) => {
      calls += 1;
      return body?.includes('"id":12}') === true
        ? { ok: true, value: { status: 200, headers: new Headers(), text: '{"data":{"id":"uuid-12"}}' } }
        : { ok: false, error: { kind: 'refused', status: 404, text: 'not found' } };
    },
  });
  return { teamleader, calls: () => calls };
}

describe('numbers of the old API in links', () => {
  it('are asked for once, those that there are and those that there are not', async () => {
    const { teamleader, calls } = teamleaderAsked();
    const database = new Database('migrated');
    for (let times = 0; times < 3; times += 1) {
      const migrated = await migrateRows([row('12'), row('13')], database, teamleader);
      expect([...migrated]).toEqual([['12', 'uuid-12']]);
    }
    expect(calls()).toBe(2);
  });

  it('cost no more than a page’s worth of calls, whatever a page asks', async () => {
    const { teamleader, calls } = teamleaderAsked();
    const rows = Array.from({ length: 1_000 }, (_, index) => row(String(1_000 + index)));
    await migrateRows(rows, new Database('migrated-many'), teamleader);
    expect(calls()).toBe(100);
  });
});

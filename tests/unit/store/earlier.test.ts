/** What any earlier version has stored is read: one example file for each shape that there was, the newest last. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { EMPTY_DRAFT, NEW_DRAFT } from '../../../lib/connection-draft.ts';
import { causeSchema } from '../../../lib/outcome.ts';
import { Database } from '../../../lib/store/database.ts';
import { draftIn, storedSettings } from '../../../lib/store/settings.ts';
import { NewerVersionError } from '../../../lib/store/trouble.ts';

const examplesOf = (folder: string): { name: string; stored: unknown }[] =>
  readdirSync(join(import.meta.dirname, 'earlier', folder))
    .toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
    .map((name) => ({
      name,
      stored: JSON.parse(readFileSync(join(import.meta.dirname, 'earlier', folder, name), 'utf8')),
    }));

/** The extension's storage in memory. */
function areaWith(items: Record<string, unknown>) {
  return {
    items,
    get: async (key: string) => (key in items ? { [key]: items[key] } : {}),
    set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
    remove: async (key: string) => void delete items[key],
  };
}

const settingsIn = (area: ReturnType<typeof areaWith>) => storedSettings(area, (_name, task) => task());

const DEFAULTS = {
  draft: EMPTY_DRAFT,
  connections: [
    {
      entrySeries: 0,
      lines: 'grouped',
      attachPdf: false,
      accountChoices: {},
      users: { teamleader: null, exact: null },
      otherIntegration: null,
      firstSyncAt: null,
      automaticEvery: null,
      automaticHours: 'always',
    },
  ],
};

describe('settings', () => {
  const examples = examplesOf('settings');

  it.each(examples)('$name: nothing that was chosen is lost, what is new has its default', async ({ stored }) => {
    const read = await settingsIn(areaWith({ settings: stored })).read();
    const { version: _, draft, ...kept } = { draft: null, ...Object(stored) };
    // Who is logged in was told by his name alone once.
    expect(read).toMatchObject({ ...kept, users: read.users });
    expect(Object.values(read.users).map((user) => user?.name)).toEqual(['An Peeters', 'An Peeters']);
    const added = (value: object, before: object) =>
      Object.fromEntries(Object.entries(value).filter(([name]) => !(name in before)));
    const [connection] = read.connections;
    expect(DEFAULTS.connections[0]).toMatchObject(added(connection ?? {}, kept.connections[0]));
    // There was one draft once, that of the only connection.
    if (draft === null) return;
    expect(read).toMatchObject({ editing: connection?.id, former: [] });
    expect(Object.keys(read.drafts)).toEqual([connection?.id]);
    const now = draftIn(read, read.editing);
    expect(now).toMatchObject(draft);
    expect(DEFAULTS.draft).toMatchObject(added(now, draft));
  });

  it('of the first version without a connection are those of one in the making', async () => {
    const stored = { ...Object(examples[0]?.stored), connections: [] };
    const read = await settingsIn(areaWith({ settings: stored })).read();
    expect(read).toMatchObject({ editing: NEW_DRAFT, connections: [] });
    expect(draftIn(read, NEW_DRAFT)).toMatchObject(stored.draft);
  });

  it.each(examples)('$name: once written anew they are read as the same', async ({ stored }) => {
    const area = areaWith({ settings: stored });
    const settings = settingsIn(area);
    const written = await settings.change((all) => all);
    expect(await settings.read()).toEqual(written);
  });

  it('have their newest shape as the last example: a new setting needs a new one', async () => {
    const { stored } = examples.at(-1) ?? {};
    expect(await settingsIn(areaWith({ settings: stored })).read()).toEqual(stored);
  });

  it('of a version to come are not read as something else, and stay as they are', async () => {
    const stored = { version: 3, connections: 'elsewhere' };
    const area = areaWith({ settings: stored });
    const changing = settingsIn(area).change((all) => ({ ...all, region: 'be' }));
    await expect(changing).rejects.toBeInstanceOf(NewerVersionError);
    expect(area.items['settings']).toBe(stored);
  });
});

describe('intents', () => {
  const examples = examplesOf('intents');

  async function databaseWith(stored: unknown, name: string = crypto.randomUUID()): Promise<Database> {
    const database = new Database(name);
    await database.intents('c');
    const raw = await openDB(name);
    for (const intent of Object(stored)) await raw.put('intents', intent);
    raw.close();
    return database;
  }

  it.each(examples)('$name are all read', async ({ stored }) => {
    const database = await databaseWith(stored);
    expect(await database.intents('c')).toHaveLength(Object(stored).length);
    expect(await database.unreadableIntents('c', 1)).toEqual([]);
  });

  it('have their newest shape as the last example', async () => {
    const stored = Object(examples.at(-1)?.stored);
    const database = await databaseWith(stored, 'newest-intents');
    for (const intent of await database.intents('c')) await database.putIntent(intent);
    const raw = await openDB('newest-intents');
    const written = await raw.getAll('intents');
    raw.close();
    expect(written).toHaveLength(stored.length);
    expect(written).toEqual(expect.arrayContaining(stored));
  });
});

describe('the history', () => {
  it('begins in a database of an earlier version, which keeps all that stands in it', async () => {
    const name = 'before-history';
    const first = await openDB(name, 1, {
      upgrade: (database) => {
        const documents = database.createObjectStore('documents', { keyPath: ['connectionId', 'kind', 'id'] });
        documents.createIndex('connection', 'connectionId');
        const intents = database.createObjectStore('intents', { keyPath: ['connectionId', 'type', 'subject'] });
        intents.createIndex('connection', 'connectionId');
        database.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
        database.createObjectStore('cache');
      },
    });
    const stored = Object(examplesOf('intents').at(-1)?.stored);
    for (const intent of stored) await first.put('intents', intent);
    first.close();

    const database = new Database(name);
    expect(await database.intents('c')).toHaveLength(stored.length);
    expect(await database.writes('c')).toEqual([]);
    const write = { connectionId: 'c', written: 'account', subject: 'company/1' } as const;
    await database.beginWrite({ ...write, name: 'A', madeFor: null, at: 1, exactId: null }, null);
    expect((await database.writes('c')).map(({ outcome }) => outcome.state)).toEqual(['sent']);
  });

  const examples = examplesOf('writes');

  it.each(examples)('$name: every line is read', async ({ stored, name }) => {
    const database = new Database(name);
    await database.writes('c');
    const raw = await openDB(name);
    for (const write of Object(stored)) await raw.put('writes', write);
    raw.close();
    expect(await database.writes('c')).toEqual(Object(stored).toReversed());
  });
});

describe('imports', () => {
  it('begin in a database of an earlier version, which keeps its history', async () => {
    const name = 'before-imports';
    const second = await openDB(name, 2, {
      upgrade: (database) => {
        for (const store of ['documents', 'intents']) {
          database
            .createObjectStore(store, { keyPath: ['connectionId', 'id'] })
            .createIndex('connection', 'connectionId');
        }
        database.createObjectStore('runs', { keyPath: 'id' }).createIndex('startedAt', 'startedAt');
        database.createObjectStore('cache');
        const writes = database.createObjectStore('writes', { keyPath: 'id', autoIncrement: true });
        writes.createIndex('subject', ['connectionId', 'written', 'subject']);
      },
    });
    const lines = Object(examplesOf('writes').at(-1)?.stored);
    for (const line of lines) await second.put('writes', line);
    second.close();
    const database = new Database(name);
    expect(await database.writes('c')).toHaveLength(lines.length);
    await database.imports.changeHead(1, (head) => ({ ...head, choice: 'no' }));
    expect(await database.imports.heads()).toMatchObject([{ division: 1, choice: 'no' }]);
  });

  const examples = examplesOf('imports');

  async function databaseWith(stored: { heads: unknown[]; rows: unknown[] }): Promise<Database> {
    const name = crypto.randomUUID();
    const database = new Database(name);
    await database.imports.heads();
    const raw = await openDB(name);
    for (const head of stored.heads) await raw.put('imports', head);
    for (const row of stored.rows) await raw.put('importRows', row);
    raw.close();
    return database;
  }

  it.each(examples)('$name: every answer and all that was sent is read', async ({ stored }) => {
    const { heads, rows } = Object(stored);
    const database = await databaseWith({ heads, rows });
    expect(await database.imports.heads()).toEqual(heads);
    expect([...(await database.imports.rows(heads[0].division, 0)).values()]).toEqual(rows);
  });

  it('of another version, in a form that is not understood, may have been sent', async () => {
    const row = { division: 1, accountId: 'a', code: '1', name: 'A', state: { kind: 'wrapped', in: 'paper' } };
    const database = await databaseWith({ heads: [], rows: [row] });
    const met = { kind: 'sent', sentAt: 7 };
    expect((await database.imports.rows(1, 7)).get('a')?.state).toEqual(met);
    expect((await database.imports.rows(1, 9)).get('a')?.state).toEqual(met);
  });
});

describe.each(['documents', 'runs'] as const)('%s', (store) => {
  const examples = examplesOf(store);

  async function readBack(stored: unknown): Promise<readonly unknown[]> {
    const name = crypto.randomUUID();
    const database = new Database(name);
    await database.runs();
    const raw = await openDB(name);
    for (const one of Object(stored)) await raw.put(store, one);
    raw.close();
    return store === 'runs' ? database.runs() : database.documents('c');
  }

  it.each(examples)('$name are all read, and nothing of them is lost', async ({ stored }) => {
    const read = await readBack(stored);
    expect(read).toHaveLength(Object(stored).length);
    for (const one of Object(stored)) expect(read).toContainEqual(expect.objectContaining(one));
  });

  it('have their newest shape as the last example', async () => {
    const { stored } = examples.at(-1) ?? {};
    expect(await readBack(stored)).toEqual(expect.arrayContaining(Object(stored)));
  });
});

it('reads a cause that does not tell what was being written: a booking, as it was then', () => {
  const until = 9;
  expect(causeSchema.parse({ type: 'answerLost', until })).toEqual({ type: 'answerLost', write: 'booking', until });
  expect(causeSchema.parse({ type: 'colleagueBooking', until })).toMatchObject({ write: 'booking' });
});

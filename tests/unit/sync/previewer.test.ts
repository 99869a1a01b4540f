import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PreviewDocument } from '../../../lib/preview.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { Previewer } from '../../../lib/sync/previewer.ts';
import { startWorld, type World } from './world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  world = null;
});

/** The previewer of a worker; another one on the same world is the next worker's. */
function previewerOf(contexts: readonly SyncContext[]): Previewer {
  const [first] = contexts;
  if (first === undefined) throw new Error('There is no connection.');
  return new Previewer({
    database: first.database,
    now: first.now,
    newId: () => crypto.randomUUID(),
    sleep: async () => undefined,
    contexts: async () => contexts,
    stayAlive: (task) => task(),
    onChange: () => undefined,
  });
}

async function made(documents = 200): Promise<{ made: World; previewer: Previewer }> {
  world = await startWorld({ documents });
  const previewer = previewerOf([world.context]);
  await previewer.start(null);
  await vi.waitFor(async () => expect((await previewer.head())?.state).toEqual({ is: 'done' }), { timeout: 30_000 });
  return { made: world, previewer };
}

async function all(previewer: Previewer): Promise<readonly PreviewDocument[]> {
  const { pages = 0 } = (await previewer.head()) ?? {};
  return (await Promise.all(Array.from({ length: pages }, (_, page) => previewer.page(page)))).flat();
}

describe('a preview that is kept', () => {
  it('is shown page by page, each document once, none left out', async () => {
    const { previewer } = await made();
    const head = await previewer.head();
    const documents = await all(previewer);
    expect(documents).toHaveLength(head?.total ?? 0);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    const sizes = await Promise.all(Array.from({ length: head?.pages ?? 0 }, (_, page) => previewer.page(page)));
    expect(sizes.slice(0, -1).every(({ length }) => length === 50)).toBe(true);
    expect(await previewer.page(head?.pages ?? 0)).toEqual([]);
  });

  it('is of one document that no sync has met yet, known by its number alone', async () => {
    world = await startWorld({ documents: 40 });
    const previewer = previewerOf([world.context]);
    await previewer.start(null);
    await vi.waitFor(async () => expect((await previewer.head())?.state).toEqual({ is: 'done' }), { timeout: 30_000 });
    const one = (await all(previewer)).find(({ plan }) => plan.do === 'book');
    const number = one?.number.replaceAll(' ', '') ?? '';
    await previewer.start([{ kind: one?.kind ?? 'invoice', id: null, number, shown: null }]);
    await vi.waitFor(async () => expect((await previewer.head())?.state).toEqual({ is: 'done' }), { timeout: 30_000 });
    expect(await all(previewer)).toEqual([one]);
    expect(await world.context.database.documents(world.context.connection.id)).toEqual([]);
  });

  it('outlives the worker, and is booked from by the next one', async () => {
    const {
      made: { context },
      previewer,
    } = await made(60);
    const { id = '' } = (await previewer.head()) ?? {};
    const next = previewerOf([context]);
    const taken = await next.take(id);
    const book = (await all(previewer)).filter(({ plan }) => plan.do === 'book');
    expect(taken.get(context.connection.id)).toHaveLength(book.length);
    expect(taken.get(context.connection.id)?.every(({ shown }) => shown !== null)).toBe(true);
  });

  it('is taken once, and only by its own id', async () => {
    const {
      made: { context },
      previewer,
    } = await made(60);
    expect((await previewer.take('another')).size).toBe(0);
    const { id = '' } = (await previewer.head()) ?? {};
    expect((await previewer.take(id)).size).toBe(1);
    expect((await previewer.take(id)).size).toBe(0);
    expect((await previewer.head())?.bookedAt).toBeLessThanOrEqual(context.now());
  });

  it('whose worker died while it was made is told as stopped', async () => {
    world = await startWorld({ documents: 60 });
    const { context } = world;
    const never = {
      ...context,
      teamleader: { ...context.teamleader, documents: () => new Promise<never>(() => undefined) },
    };
    await previewerOf([never]).start(null);
    expect((await previewerOf([context]).head())?.state).toEqual({ is: 'stopped' });
  });

  it('that was stopped stays so, and the next one takes its place', async () => {
    world = await startWorld({ documents: 60 });
    const previewer = previewerOf([world.context]);
    await previewer.start(null);
    await previewer.stop();
    expect((await previewer.head())?.state).toEqual({ is: 'stopped' });
    await previewer.start(null);
    await vi.waitFor(async () => expect((await previewer.head())?.state).toEqual({ is: 'done' }), { timeout: 20_000 });
    expect(await all(previewer)).toHaveLength((await previewer.head())?.total ?? 0);
  });

  it('tells what kept one connection from being previewed, and shows the others', async () => {
    world = await startWorld({ documents: 60 });
    const { context } = world;
    const failing: SyncContext = {
      ...context,
      connection: { ...context.connection, id: crypto.randomUUID() },
      teamleader: { ...context.teamleader, documents: async () => ({ ok: false, error: { kind: 'loginNeeded' } }) },
    };
    const previewer = previewerOf([failing, context]);
    await previewer.start(null);
    await vi.waitFor(async () => expect((await previewer.head())?.state.is).toBe('failed'), { timeout: 20_000 });
    expect((await previewer.head())?.state).toEqual({
      is: 'failed',
      problem: { type: 'loginNeeded', service: 'teamleader' },
    });
    expect((await all(previewer)).length).toBeGreaterThan(30);
  });
});

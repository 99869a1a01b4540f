/** A real worker that never goes on from one of the points where it awaits the world outside: there it is killed. */
import type { Worker } from '@playwright/test';

/** `before`: the call is not made. `after`: it was answered, or the write was committed, and the worker never heard of it. */
export interface Halt {
  /** The how manieth point from now on, or the first write to Exact; null: it is only counted. */
  readonly at: number | 'firstWrite' | null;
  readonly when: 'before' | 'after';
  /** Only the points of a token's renewal count; absent: only the others. */
  readonly isRenewal?: boolean;
}

declare const chrome: { storage: { local: { set(items: object, done?: () => void): Promise<void> } } };

/** Lays the halt: from when this resolves on, points count. */
export const lay = (worker: Worker, halt: Halt): Promise<void> => worker.evaluate(halting, halt);

/** Resolves with the name of the point when the worker has come to it. */
export const halted = (worker: Worker): Promise<string> =>
  worker.evaluate(async () => String(await Reflect.get(globalThis, 'haltReached')));

/** The names of all points that the worker has passed since it was told to count them. */
export const pointsOf = (worker: Worker): Promise<readonly string[]> =>
  worker.evaluate(() => {
    const points: unknown = Reflect.get(globalThis, 'pointsPassed');
    return Array.isArray(points) ? points.map(String) : [];
  });

/** Runs in the worker, so that it knows nothing of this file. */
function halting({ at, when, isRenewal = false }: Halt): void {
  const points: string[] = [];
  Reflect.set(globalThis, 'pointsPassed', points);
  const { promise, resolve } = Promise.withResolvers<string>();
  Reflect.set(globalThis, 'haltReached', promise);
  const forever = new Promise<never>(() => undefined);
  const isHere = (name: string, isWrite: boolean): boolean => {
    if (/token|users\.me/.test(name) !== isRenewal) return false;
    points.push(name);
    return at === 'firstWrite' ? isWrite : points.length - 1 === at;
  };

  const realFetch = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const { pathname, hostname } = new URL(input instanceof Request ? input.url : input);
    const method = init?.method ?? 'GET';
    const name = `${method} ${pathname}`;
    const isHalt = isHere(name, method !== 'GET' && hostname.startsWith('start.exactonline'));
    if (isHalt && when === 'before') resolve(name);
    if (isHalt && when === 'before') return forever;
    const answer = await realFetch(input, init);
    if (!isHalt) return answer;
    resolve(name);
    return forever;
  };

  const realTransaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...request) {
    const transaction = realTransaction.apply(this, request);
    const name = `write ${[...transaction.objectStoreNames].join(' and ')}`;
    if (transaction.mode !== 'readwrite' || !isHere(name, false)) return transaction;
    transaction.addEventListener('complete', (event) => {
      event.stopImmediatePropagation();
      resolve(name);
    });
    return transaction;
  };

  const { local } = chrome.storage;
  const realSet = local.set.bind(local);
  local.set = async (items, done) => {
    const name = `store ${Object.keys(items).join(' and ')}`;
    const isHalt = isHere(name, false);
    await realSet(items);
    if (!isHalt) return done?.();
    resolve(name);
    return forever;
  };
}

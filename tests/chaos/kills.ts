/** The real worker in Chromium, killed by the DevTools protocol at the points where its run awaits the world outside. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, type Worker } from '@playwright/test';
import { z } from 'zod';
import { openBrowser, openPopup } from '../run/browser.ts';
import { connect } from '../run/journey.ts';
import { tally } from '../run/tally.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { joined } from './deaths.ts';
import { type Halt, halted, pointsOf } from './halting.ts';
import type { Figures, Part } from './report.ts';

const DOCUMENTS = 12;
const PATIENCE = 60_000;
/** With a browser of its own for so many, no token runs out. */
const KILLS_A_BROWSER = 60;
const QUICK_KILLS = 12;
/** Calls that are made side by side come in another order each time, so that some points are met by fewer runs. */
const LEAST_SHARE = 0.9;
/** Longer than a write whose answer was lost ages. */
const AGE_MS = 7 * 60_000;

/** A browser that is set up, and what a person and the clock do to it. */
class Stage {
  readonly sandbox: Sandbox;
  readonly #context: BrowserContext;
  readonly #popup: Page;

  constructor(sandbox: Sandbox, context: BrowserContext, popup: Page) {
    this.sandbox = sandbox;
    this.#context = context;
    this.#popup = popup;
  }

  /** The worker as it runs now; any message wakes it. */
  async worker(): Promise<Worker> {
    await this.history();
    const [worker] = this.#context.serviceWorkers();
    return worker ?? this.#context.waitForEvent('serviceworker');
  }

  async click(): Promise<void> {
    await this.#ask({ type: 'sync/start' });
  }

  async kill(): Promise<void> {
    const cdp = await this.#context.newCDPSession(this.#popup);
    const { promise: stopped, resolve } = Promise.withResolvers<void>();
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
    });
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await stopped;
    await cdp.detach();
  }

  /** Both sides as they were before the first booking. */
  async startAnew(): Promise<void> {
    this.sandbox.exact.reopenBooks();
    await this.#ask({ type: 'cache/reset' });
  }

  async history(): Promise<History> {
    return historySchema.parse(await this.#ask({ type: 'history/view' }));
  }

  /** What is told when runs there were, and every one of them has ended. */
  async rest(): Promise<History> {
    let history = await this.history();
    await expect
      .poll(
        async () => {
          history = await this.history();
          return history.runs.length > 0 && history.runs.every(({ endedAt }) => endedAt !== null);
        },
        { timeout: PATIENCE, intervals: [100] },
      )
      .toBe(true);
    return history;
  }

  /** What is in doubt has been so for longer: the same as waiting. */
  async age(): Promise<void> {
    await this.#popup.evaluate(ageStore, AGE_MS);
  }

  openIntents(): Promise<number> {
    return this.#popup.evaluate(countIntents);
  }

  async #ask(message: object): Promise<unknown> {
    return this.#popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }
}

const historySchema = z.object({
  runs: z.array(z.object({ phase: z.string(), endedAt: z.number().nullable() })),
  documents: z.array(
    z.object({
      id: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});
type History = z.infer<typeof historySchema>;

/** In the page: the store's times of writes and of what was read of the books, moved back. */
async function ageStore(by: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('boekbrug');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
  const database = await promise;
  const transaction = database.transaction(['intents', 'cache'], 'readwrite');
  const done = new Promise((end) => transaction.addEventListener('complete', end));
  for (const [store, time] of [
    ['intents', 'sentAt'],
    ['cache', 'at'],
  ] as const) {
    transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
      const cursor: unknown = target instanceof IDBRequest ? target.result : null;
      if (!(cursor instanceof IDBCursorWithValue)) return;
      const sent: unknown = Reflect.get(cursor.value, time);
      if (typeof sent === 'number') cursor.update({ ...cursor.value, [time]: sent - by });
      cursor.continue();
    };
  }
  await done;
  database.close();
}

/** In the page. */
async function countIntents(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const opening = indexedDB.open('boekbrug');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counting = opening.result.transaction('intents').objectStore('intents').count();
    counting.onsuccess = () => resolve(counting.result);
  };
  const count = await promise;
  opening.result.close();
  return count;
}

async function onStage<T>(task: (stage: Stage) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ documents: DOCUMENTS, speed: 20, tokenSpeed: 1 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-kills-'));
  try {
    const context = await openBrowser(sandbox, { profile, headless: true });
    try {
      const popup = await openPopup(context);
      await connect(context, popup, sandbox);
      return await task(new Stage(sandbox, context, popup));
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** The names of the points of a run in which nobody dies. */
const pointsOfARun = (): Promise<readonly string[]> =>
  onStage(async (stage) => {
    const worker = await stage.worker();
    void halted(worker, { at: null, when: 'after' }).catch(() => undefined);
    await stage.click();
    await stage.rest();
    return pointsOf(worker);
  });

interface Kill extends Halt {
  readonly isDouble: boolean;
}

async function survive(stage: Stage, kill: Kill): Promise<Part> {
  await stage.startAnew();
  // Where it dies before the run is on its way, the click is not answered.
  const names = [await killed(stage, kill, () => void stage.click().catch(() => null))];
  if (names[0] === null) return { figures: {}, failures: [] };
  // From here on nobody starts anything: the worker goes on when it wakes.
  if (kill.isDouble) names.push(await killed(stage, { at: 2, when: 'after' }, () => undefined));
  const { runs } = await stage.rest();
  const isLeft = runs.length === 1 && runs.some(({ phase }) => phase !== 'ended');
  await stage.age();
  await stage.click();
  const { documents } = await stage.rest();
  const figures = figuresOf(stage.sandbox, documents, await stage.openIntents());
  const name = `killed ${kill.when} ${kill.at} (${names.join(', then ')})`;
  const isRight = Object.values(figures).every((figure) => figure === 0);
  const counted = kill.isDouble ? { doubleKills: 1 } : { crashPoints: 1 };
  return {
    figures: { ...figures, ...counted },
    failures: [
      ...(isRight ? [] : [`${name}: ${JSON.stringify(figures)}`]),
      ...(isLeft ? [`${name}: no run went on`] : []),
    ],
  };
}

/** Something that was waited for never came: told with what the worker says of its runs. */
async function stalled(stage: Stage, kill: Kill, error: unknown): Promise<Part> {
  const name = `killed ${kill.when} ${kill.at}${kill.isDouble ? ' and again' : ''}`;
  return { figures: {}, failures: [`${name}: ${error}; runs: ${JSON.stringify((await stage.history()).runs)}`] };
}

/** Kills the worker at the point; null where it did not come there. */
async function killed(stage: Stage, halt: Halt, begin: () => void): Promise<string | null> {
  const reached = halted(await stage.worker(), halt);
  begin();
  const name = await Promise.race([reached, stage.rest().then(() => null)]);
  reached.catch(() => null);
  await stage.kill();
  return name;
}

/** Killed while it books, and then nobody asks anything of it: its own alarm wakes it. */
async function survivesAlone(stage: Stage, at: number): Promise<Part> {
  await stage.startAnew();
  const name = await killed(stage, { at, when: 'after' }, () => void stage.click().catch(() => null));
  const { exact, business } = stage.sandbox;
  const wanted = business.documents.filter(({ expected }) => expected === 'booked').length;
  const ours = () => [...exact.ledger.entries.values()].filter(({ link }) => link !== null).length;
  const before = ours();
  await expect.poll(ours, { timeout: PATIENCE, intervals: [500] }).toBeGreaterThanOrEqual(wanted);
  const failures = before < wanted ? [] : [`killed after ${at} (${name}): nothing was left to go on with`];
  return { figures: { crashPoints: 1 }, failures };
}

function figuresOf(sandbox: Sandbox, told: History['documents'], openIntents: number): Partial<Figures> {
  const { duplicates, missing, totals, unexpected } = tally(sandbox, told);
  const accounts = [...sandbox.exact.ledger.accounts.values()].flatMap(({ fields }) => fields['Remarks'] ?? []);
  const isEqual = JSON.stringify(totals.exact) === JSON.stringify(totals.teamleader);
  return {
    duplicates: duplicates + accounts.length - new Set(accounts).size,
    missing: missing + unexpected.length,
    centsOff: isEqual ? 0 : 1,
    openIntents,
  };
}

const isCall = (point: string): boolean => /^[A-Z]/.test(point);

/** Every point after it was passed, and every call before it is made too: a write that is not made is the point before. */
const killsOf = (points: readonly string[]): Kill[] =>
  points.flatMap((point, at) => [
    { at, when: 'after', isDouble: false } as const,
    ...(isCall(point) ? [{ at, when: 'before', isDouble: false } as const] : []),
    ...(at % 4 === 0 ? [{ at, when: 'after', isDouble: true } as const] : []),
  ]);

export async function kills({ quick }: { readonly quick: boolean }): Promise<Part> {
  const points = await pointsOfARun();
  const all = killsOf(points);
  const step = quick ? Math.ceil(all.length / QUICK_KILLS) : 1;
  const chosen = all.filter((_, index) => index % step === 0);
  const parts: Part[] = [];
  for (let from = 0; from < chosen.length; from += KILLS_A_BROWSER) {
    await onStage(async (stage) => {
      for (const kill of chosen.slice(from, from + KILLS_A_BROWSER)) {
        parts.push(await survive(stage, kill).catch((error: unknown) => stalled(stage, kill, error)));
      }
    });
  }
  if (!quick) parts.push(await onStage((stage) => survivesAlone(stage, Math.floor(points.length / 2))));
  const { figures, failures } = joined(parts);
  const killed = (figures.crashPoints ?? 0) + (figures.doubleKills ?? 0);
  const missed = killed < chosen.length * LEAST_SHARE ? [`only ${killed} of ${chosen.length} points were come to`] : [];
  return { figures, failures: [...missed, ...failures] };
}

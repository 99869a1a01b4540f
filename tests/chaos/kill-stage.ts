/** A Chromium that is set up, and what a person, time and the DevTools protocol do to it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, type Worker } from '@playwright/test';
import { z } from 'zod';
import { openBrowser, openPopup } from '../run/browser.ts';
import { connect, storePdfs } from '../run/journey.ts';
import { tally } from '../run/tally.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { openIntentsOf, stopWorker } from './profile.ts';
import type { Figures } from './report.ts';
import { wrongPdfs } from './whole-world.ts';

const DOCUMENTS = 12;
export const PATIENCE = 60_000;
/** Longer than a write whose answer was lost ages, and than a service that did not answer is left alone. */
const AGE_MS = 16 * 60_000;

const historySchema = z.object({
  runs: z.array(
    z.object({
      phase: z.string(),
      endedAt: z.number().nullable(),
      problem: z.object({ type: z.string(), service: z.enum(['teamleader', 'exact']).optional() }).nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});
export type History = z.infer<typeof historySchema>;

export class Stage {
  readonly sandbox: Sandbox;
  readonly popup: Page;
  readonly #context: BrowserContext;
  #defectsTold = 0;

  constructor(sandbox: Sandbox, context: BrowserContext, popup: Page) {
    this.sandbox = sandbox;
    this.popup = popup;
    this.#context = context;
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

  kill(): Promise<void> {
    return stopWorker(this.#context, this.popup);
  }

  /** Both sides as they were before the first booking; for the next worker, nothing was refused in the last hour. */
  async startAnew(): Promise<void> {
    this.sandbox.exact.reopenBooks();
    await this.popup.evaluate("chrome.storage.local.remove('refusals/exact')");
    await this.#ask({ type: 'cache/reset' });
  }

  async history(): Promise<History> {
    return historySchema.parse(await this.#ask({ type: 'history/view' }));
  }

  /** What the run that ended last asks for is done once: the session at the service goes on, so that no page is shown. */
  async logInWhereAsked(): Promise<void> {
    const { runs } = await this.rest();
    const problem = runs[0]?.problem;
    if (problem?.type !== 'loginNeeded') return;
    const service = problem.service === 'exact' ? 'Exact Online' : 'Teamleader';
    await this.popup.reload();
    const step = this.popup.getByRole('region', { name: service, exact: true });
    await step.getByRole('button', { name: `Log in to ${service}` }).click({ timeout: PATIENCE });
    await expect.poll(async () => (await this.rest()).runs[0]?.problem ?? null, { timeout: PATIENCE }).toBeNull();
  }

  /** What is told when runs there were, and every one of them has ended. */
  rest(): Promise<History> {
    return this.#until(({ runs }) => runs.length > 0 && runs.every(({ endedAt }) => endedAt !== null));
  }

  /**
   * Nobody asks for anything: what is told when nothing waits and nothing is in doubt any more. For what does, it is the
   * same as waiting for longer than a write is in doubt: what was stored is older, and a worker wakes.
   */
  async settle(): Promise<History> {
    if ((await this.#waiting()).length > 0 || (await this.openIntents()).length > 0) {
      await this.kill();
      await this.popup.evaluate(ageStore, AGE_MS);
    }
    await expect
      .poll(async () => ({ waiting: (await this.#waiting()).length, open: await this.openIntents() }), {
        timeout: PATIENCE,
        intervals: [100],
      })
      .toEqual({ waiting: 0, open: [] });
    return this.rest();
  }

  /** What the services would not have put up with since the last time that it was asked. */
  newDefects(): readonly string[] {
    const found = this.sandbox.defects.slice(this.#defectsTold);
    this.#defectsTold = this.sandbox.defects.length;
    return found;
  }

  /** How many documents are to be booked. */
  toBook(): number {
    return this.sandbox.business.documents.filter(({ expected }) => expected === 'booked').length;
  }

  /** How many entries are ours. */
  booked(): number {
    return [...this.sandbox.exact.ledger.entries.values()].filter(({ link }) => link !== null).length;
  }

  /** Without a word to the worker. */
  async untilAllBooked(): Promise<void> {
    const intervals = [500];
    await expect.poll(() => this.booked(), { timeout: PATIENCE, intervals }).toBeGreaterThanOrEqual(this.toBook());
  }

  openIntents(): Promise<readonly string[]> {
    return openIntentsOf(this.popup);
  }

  /** What stands in the books, counted there, and what is open here. */
  async figures({ documents }: History): Promise<Partial<Figures>> {
    const { duplicates, missing, totals, unexpected } = tally(this.sandbox, documents);
    const accounts = [...this.sandbox.exact.ledger.accounts.values()].flatMap(({ fields }) => fields['Remarks'] ?? []);
    const isEqual = JSON.stringify(totals.exact) === JSON.stringify(totals.teamleader);
    return {
      duplicates: duplicates + accounts.length - new Set(accounts).size,
      missing: missing + unexpected.length + wrongPdfs(this).length,
      centsOff: isEqual ? 0 : 1,
      openIntents: (await this.openIntents()).length,
    };
  }

  async #waiting(): Promise<History['documents']> {
    return (await this.history()).documents.filter(({ outcome }) => outcome.state === 'waiting');
  }

  async #until(isSo: (history: History) => boolean): Promise<History> {
    let history = await this.history();
    const look = async () => {
      history = await this.history();
      return isSo(history);
    };
    await expect.poll(look, { timeout: PATIENCE, intervals: [100] }).toBe(true);
    return history;
  }

  async #ask(message: object): Promise<unknown> {
    return this.popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  }
}

/** In the page: every time that the store holds of writes, waits, runs and what was read of the books, moved back. */
async function ageStore(by: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('boekbrug');
  opening.onsuccess = () => resolve(opening.result);
  opening.onerror = () => reject(opening.error);
  const database = await promise;
  const stores = ['intents', 'cache', 'documents', 'runs'];
  const times = new Set(['sentAt', 'at', 'notBefore', 'until', 'startedAt', 'endedAt']);
  const aged = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).map(([name, held]) => [
      name,
      times.has(name) && typeof held === 'number' ? held - by : aged(held),
    ]);
    return Object.fromEntries(entries);
  };
  const transaction = database.transaction(stores, 'readwrite');
  const done = new Promise((end) => transaction.addEventListener('complete', end));
  for (const store of stores) {
    transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
      const cursor: unknown = target instanceof IDBRequest ? target.result : null;
      if (!(cursor instanceof IDBCursorWithValue)) return;
      cursor.update(aged(cursor.value));
      cursor.continue();
    };
  }
  await done;
  database.close();
}

export async function onStage<T>(task: (stage: Stage) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ documents: DOCUMENTS, speed: 20, tokenSpeed: 1 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-kills-'));
  try {
    const allowedHosts = ['https://cdn.teamleader.eu/*'];
    const context = await openBrowser(sandbox, { profile, headless: true, allowedHosts });
    try {
      const popup = await openPopup(context);
      await connect(context, popup, sandbox);
      await storePdfs(popup);
      return await task(new Stage(sandbox, context, popup));
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A Chromium profile that is set up, as the parts of the chaos look into it and let time pass in it. */
import type { BrowserContext, Page } from '@playwright/test';
import { z } from 'zod';

const historySchema = z.object({
  /** Newest first. */
  runs: z.array(z.object({ endedAt: z.number().nullable(), problem: z.object({ type: z.string() }).nullable() })),
  documents: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      outcome: z.object({ state: z.string(), cause: z.object({ type: z.string() }).nullish() }),
    }),
  ),
});
export type History = z.infer<typeof historySchema>;

/** What the extension tells of its runs and documents. @param page one of the extension's own */
export async function historyOf(page: Page): Promise<History> {
  return historySchema.parse(await page.evaluate("chrome.runtime.sendMessage({ type: 'history/view' })"));
}

/** What is written and not known to have ended well, by kind. @param page one of the extension's own */
export const openIntentsOf = (page: Page): Promise<readonly string[]> => page.evaluate(readIntents);

/** In the page. */
async function readIntents(): Promise<readonly string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<IDBValidKey[]>();
  const opening = indexedDB.open('boekbrug');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('intents').objectStore('intents').getAllKeys();
    reading.onsuccess = () => resolve(reading.result);
  };
  const keys = await promise;
  opening.result.close();
  return keys.map((key) => (Array.isArray(key) ? String(key[1]) : ''));
}

/** Ends the extension's worker; the next message wakes a new one. @param page one of the extension's own */
export async function stopWorker(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  const { promise: stopped, resolve } = Promise.withResolvers<void>();
  cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    if (versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
  });
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await cdp.detach();
}

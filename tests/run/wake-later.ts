import type { BrowserContext, Page } from '@playwright/test';

const TEN_MINUTES_MS = 10 * 60_000;

/** As if ten minutes had gone by since the last run: the worker's alarm rings. @param page one of the extension's own */
export async function wakeLater(context: BrowserContext, page: Page): Promise<void> {
  await page.evaluate(ageRuns, TEN_MINUTES_MS);
  const [worker] = context.serviceWorkers();
  if (worker === undefined) throw new Error('There is no worker.');
  await worker.evaluate("chrome.alarms.create('goOn', { when: Date.now() })");
}

/** In the page. */
async function ageRuns(by: number): Promise<void> {
  const opened = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('boekbrug');
  opening.onsuccess = () => opened.resolve(opening.result);
  opening.onerror = () => opened.reject(opening.error);
  const database = await opened.promise;
  const transaction = database.transaction('runs', 'readwrite');
  const done = new Promise((end) => transaction.addEventListener('complete', end));
  transaction.objectStore('runs').openCursor().onsuccess = ({ target }) => {
    const cursor: unknown = target instanceof IDBRequest ? target.result : null;
    if (!(cursor instanceof IDBCursorWithValue)) return;
    const { startedAt, endedAt } = cursor.value;
    cursor.update({ ...cursor.value, startedAt: startedAt - by, endedAt: endedAt - by });
    cursor.continue();
  };
  await done;
  database.close();
}

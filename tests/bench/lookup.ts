/** How long a list of a hundred rows waits for its badges when fifty thousand documents are stored. */
import type { CDPSession, Page } from '@playwright/test';
import { z } from 'zod';
import { EXTENSION_ID } from '../run/browser.ts';
import { type Spread, sampled, spreadOf } from './spread.ts';
import type { Stage } from './stage.ts';

const STORED = 50_000;
const ASKED = 100;
const PAGE = 'https://focus.teamleader.eu/invoices.php';

const askedSchema = z.object({ ms: z.number(), known: z.number() });

/** Asked as the content script asks, from where it stands, of the worker that is installed. */
export async function lookingUp({ context, keeper }: Stage): Promise<Spread> {
  const ids = await keeper.evaluate(store, { stored: STORED, asked: ASKED });
  const page = await context.newPage();
  await page.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><html lang="en">' }),
  );
  const { session, contextId } = await contentScriptOf(page);
  const rows = ids.map((id) => ({ key: id, kind: 'invoice', id, number: null }));
  const request = {
    type: 'page/view',
    language: 'en',
    rows,
    reading: { page: 'list', kind: 'invoice', strategy: 'links', rows: ASKED },
  };
  const expression = `(async () => {
    const started = performance.now();
    const { badges } = await chrome.runtime.sendMessage(${JSON.stringify(request)});
    return { ms: performance.now() - started, known: badges.filter(({ icon }) => icon !== 'outOfScope').length };
  })()`;
  const times = await sampled(async () => {
    const { result } = await session.send('Runtime.evaluate', {
      contextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const { ms, known } = askedSchema.parse(result.value);
    if (known !== ASKED) throw new Error(`Only ${known} of the ${ASKED} documents were found.`);
    return ms;
  });
  await page.close();
  return spreadOf(times);
}

/** Opens the page, and finds the world of the content script in it. */
async function contentScriptOf(page: Page): Promise<{ readonly session: CDPSession; readonly contextId: number }> {
  const session = await page.context().newCDPSession(page);
  const { promise, resolve } = Promise.withResolvers<number>();
  session.on('Runtime.executionContextCreated', ({ context: { id, origin } }) => {
    if (origin === `chrome-extension://${EXTENSION_ID}`) resolve(id);
  });
  await session.send('Runtime.enable');
  await page.goto(PAGE);
  return { session, contextId: await promise };
}

/** In the page: stores copies of a booked document, under ids and numbers of their own; gives some of the ids. */
async function store({ stored, asked }: { stored: number; asked: number }): Promise<string[]> {
  const opened = Promise.withResolvers<IDBDatabase>();
  const opening = indexedDB.open('boekbrug');
  opening.onsuccess = () => opened.resolve(opening.result);
  opening.onerror = () => opened.reject(opening.error);
  const database = await opened.promise;
  const transaction = database.transaction('documents', 'readwrite');
  const done = new Promise((end) => transaction.addEventListener('complete', end));
  const documents = transaction.objectStore('documents');
  const ids: string[] = [];
  documents.getAll().onsuccess = ({ target }) => {
    const known: Record<string, unknown>[] = target instanceof IDBRequest ? target.result : [];
    const like = known.find(({ kind, outcome }) => kind === 'invoice' && JSON.stringify(outcome).includes('"booked"'));
    for (let nth = known.length; nth < stored; nth += 1) {
      const id = crypto.randomUUID();
      if (nth % Math.floor(stored / (asked + 1)) === 0 && ids.length < asked) ids.push(id);
      documents.put({ ...like, id, number: `2025 / ${nth}` });
    }
  };
  await done;
  database.close();
  return ids;
}

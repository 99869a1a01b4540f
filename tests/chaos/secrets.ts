/** After a full run in Chromium, every place where a secret could have come to rest is searched. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { textsFor } from '../../lib/i18n/tables.ts';
import type { TrustedRequest } from '../../lib/messages.ts';
import { openBrowser, openOptions, openPopup } from '../run/browser.ts';
import { logIn, openInvoiceList, setUp, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import type { FaultOrder } from '../sandbox/core/faults.ts';
import { TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { IssuedSecrets } from './issued-secrets.ts';

const PATIENCE = 60_000;
const texts = textsFor('en');

/** Both app keys, both passwords, a code, an access and a refresh token of each service. */
const FEWEST_SECRETS = 10;

/**
 * Both services are connected by the code grant, so that there are secrets of every kind; a run books, another is refused
 * by a service that repeats the token in its words, and the last one finds its log-in revoked.
 */
export async function secrets({ quick }: { readonly quick: boolean }) {
  const sandbox = await startSandbox({ documents: quick ? 12 : 60, speed: 20 });
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-secrets-'));
  try {
    const issued = new IssuedSecrets(sandbox);
    const context = await openBrowser(sandbox, { profile, headless: true });
    try {
      return await search(context, sandbox, issued);
    } finally {
      await context.close();
    }
  } finally {
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function search(context: BrowserContext, sandbox: Sandbox, issued: IssuedSecrets) {
  const logs = listenToConsoles(context);
  const popup = await openPopup(context);
  const say = `console.log(${JSON.stringify(HEARD)})`;
  await popup.evaluate(say);
  await context.serviceWorkers()[0]?.evaluate(say);
  await popup.evaluate(answerTo(KEYS));
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  const typed = await popup.content();
  await setUp(popup, sandbox);
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  const { duplicates, missing } = tally(sandbox, await outcomesOf(context));

  sandbox.faults.order(repeating(issued));
  await page.reload();
  await sync(page, PATIENCE);
  await popup.reload();
  // What the popup is drawn from next is kept a moment after the last answer, while the log-ins hold.
  await expect.poll(() => popup.evaluate<string>(LOCAL_STORAGE), { timeout: PATIENCE }).toContain(texts.home.syncNow);
  const picture = await popup.evaluate<string>(LOCAL_STORAGE);
  const refused = await popup.evaluate<string>(answerTo({ type: 'history/view' }));
  sandbox.exact.revokeTokens();
  sandbox.teamleader.revokeTokens();
  await page.reload();
  await sync(page, PATIENCE);
  await popup.reload();
  const options = await openOptions(context, 'documents');
  await options.getByRole('table').first().waitFor();
  const documents = await downloaded(options);
  const history = await openOptions(context, 'history');
  const writes = await downloaded(history);
  await history.close();

  const places: Readonly<Record<string, string>> = {
    'the popup while keys were typed': typed,
    'the popup': await popup.content(),
    'the options page': await allTabsOf(options),
    "the page's document": await page.content(),
    "the page's shadow roots": await page.evaluate<string>(SHADOW_ROOTS),
    "the page's own storage": await page.evaluate<string>(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
    ),
    IndexedDB: await options.evaluate<string>(ALL_OF_INDEXED_DB),
    'the history after a refusal': refused,
    'the history': await options.evaluate<string>(answerTo({ type: 'history/view' })),
    'the set-up': await options.evaluate<string>(answerTo({ type: 'setup/view', reload: true })),
    'the settings file': await options.evaluate<string>(answerTo({ type: 'settings/export' })),
    'the file of documents': documents,
    'the file of writes': writes,
    'what pages are drawn from': await options.evaluate<string>(SESSION_STORAGE),
    'what the popup is drawn from at once': `${picture}\n${await options.evaluate<string>(LOCAL_STORAGE)}`,
    'the diagnostics file': await options.evaluate<string>(answerTo({ type: 'diagnostics/read' })),
    notifications: await options.evaluate<string>('chrome.notifications.getAll().then((all) => JSON.stringify(all))'),
    'titles and addresses': context
      .pages()
      .map((one) => one.url())
      .join('\n'),
    'the consoles': logs.join('\n'),
  };
  const found = Object.entries(places).map(([place, text]) => ({ place, count: issued.countIn(text) }));
  const kept = await options.evaluate<string>('chrome.storage.local.get(null).then((all) => JSON.stringify(all))');
  return {
    figures: { secretsFound: found.reduce((sum, { count }) => sum + count, 0), duplicates, missing },
    failures: [
      ...found.filter(({ count }) => count > 0).map(({ place, count }) => `${count} secrets stand in ${place}`),
      ...Object.entries(places)
        .filter(([, text]) => text === '')
        .map(([place]) => `nothing was read of ${place}`),
      ...(refused.includes('Not allowed with') ? [] : ['the refusal that repeats a token was not told']),
      ...(logs.filter((line) => line === HEARD).length < 2
        ? ['the console of the worker or of a page is not heard']
        : []),
      ...(issued.count < FEWEST_SECRETS ? [`only ${issued.count} secrets were seen: the search proves nothing`] : []),
      ...(issued.countIn(kept) === 0 ? ['not even where they belong are secrets found'] : []),
      ...sandbox.defects,
    ],
  };
}

async function allTabsOf(options: Page): Promise<string> {
  const contents: string[] = [];
  for (const tab of await options.getByRole('tab').all()) {
    await tab.click();
    await options.getByRole('tabpanel').waitFor();
    contents.push(await options.content());
  }
  return contents.join('\n');
}

/** The table that the page offers as a file. */
async function downloaded(options: Page): Promise<string> {
  const downloading = options.waitForEvent('download');
  await options.getByRole('button', { name: texts.csv.download }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

/** Written to a console to see that it is listened to. */
const HEARD = 'heard';

/** Teamleader refuses a list, and repeats in its words the token that it was sent. */
const repeating = (issued: IssuedSecrets): FaultOrder => ({
  service: 'teamleader',
  call: 'invoices.list',
  fault: {
    kind: 'status',
    status: 400,
    body: JSON.stringify({ errors: [{ title: `Not allowed with ${issued.lastTokenOf('teamleader')}` }] }),
    when: 'before',
  },
});

/** Asks the background in one of our own pages; gives the answer's text. */
const answerTo = (request: TrustedRequest): string =>
  `chrome.runtime.sendMessage(${JSON.stringify(request)}).then((answer) => JSON.stringify(answer))`;

/** The keys of an app with a secret, which the popup's form offers only to who looks for it. */
const KEYS: TrustedRequest = {
  type: 'setup/saveKeys',
  service: 'teamleader',
  clientId: TEAMLEADER_APP.clientId,
  clientSecret: TEAMLEADER_APP.clientSecret,
};

/** What every page and the worker write to their consoles from now on. */
function listenToConsoles(context: BrowserContext): readonly string[] {
  const logs: string[] = [];
  context.on('console', (message) => logs.push(message.text()));
  context.on('weberror', (error) => logs.push(String(error.error())));
  for (const worker of context.serviceWorkers()) worker.on('console', (message) => logs.push(message.text()));
  context.on('serviceworker', (worker) => worker.on('console', (message) => logs.push(message.text())));
  return logs;
}

const LOCAL_STORAGE = `Object.values({ ...localStorage }).join('\\n')`;

const SESSION_STORAGE = 'chrome.storage.session.get(null).then((all) => JSON.stringify(all))';

const SHADOW_ROOTS = `[...document.querySelectorAll('*')]
  .flatMap((one) => [...(one.shadowRoot?.childNodes ?? [])])
  .map((node) => new XMLSerializer().serializeToString(node))
  .join('\\n')`;

const ALL_OF_INDEXED_DB = `(async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const rows = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      rows.push([store, await done(all.getAllKeys()), await done(all.getAll())]);
    }
    database.close();
  }
  return JSON.stringify(rows);
})()`;

import type { BrowserContext, Page } from '@playwright/test';
import { EXTENSION_ID } from '../run/browser.ts';
import { openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';
import { notificationsOf } from './notifications.ts';

const PATIENCE = 60_000;

const bookings = ({ log }: Sandbox) => log.counts('exact')['POST salesentry/SalesEntries'] ?? 0;

async function expectWhole(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const { duplicates, missing, totals } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  expect(totals.exact).toEqual(totals.teamleader);
}

const clickNow = async (page: Page): Promise<void> => {
  await expect(syncButton(page)).toHaveAttribute('aria-disabled', 'false');
  await syncButton(page).click();
};

test('a database that is deleted while a run books is made anew, and nothing is booked twice', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  await clickNow(list);
  await expect.poll(() => bookings(sandbox), { intervals: [20] }).toBeGreaterThan(3);
  await connected.evaluate(deleteDatabase);
  await expect(syncButton(list)).toHaveAttribute('aria-disabled', 'false', { timeout: PATIENCE });

  await list.reload();
  await sync(list, PATIENCE);
  await expectWhole(context, sandbox);
});

test('a database that a later version has upgraded is used as it is', async ({ context, connected, sandbox }) => {
  const list = await openInvoiceList(context, sandbox);
  await clickNow(list);
  await expect.poll(() => bookings(sandbox), { intervals: [20] }).toBeGreaterThan(3);
  await connected.evaluate(upgradeDatabase, []);
  await expect(syncButton(list)).toHaveAttribute('aria-disabled', 'false', { timeout: PATIENCE });

  await list.reload();
  await sync(list, PATIENCE);
  await expectWhole(context, sandbox);
});

const NO_ROOM = 'This browser has no room left for what Boekbrug notes.';
const NEWER = 'What is stored here was made by a newer Boekbrug.';

test('what a later version has stored otherwise is told and left alone', async ({ context, connected, sandbox }) => {
  const list = await openInvoiceList(context, sandbox);
  await connected.evaluate(upgradeDatabase, ['intents']);
  await expectTold(connected, list, NEWER);
  expect(bookings(sandbox)).toBe(0);
});

test('settings of a later version are told and left alone', async ({ context, connected, sandbox }) => {
  const list = await openInvoiceList(context, sandbox);
  const later = { version: 3, connections: 'elsewhere' };
  await connected.evaluate(`chrome.storage.local.set(${JSON.stringify({ settings: later })})`);
  await expectTold(connected, list, NEWER);
  expect(bookings(sandbox)).toBe(0);
  expect(await connected.evaluate("chrome.storage.local.get('settings')")).toEqual({ settings: later });
});

test('a browser that has no room left in the middle of a run says so, and goes on when there is room', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  const notified = await notificationsOf(context);
  // Chromium believes for half a minute in the room that it found last: the run must not be over before.
  sandbox.faults.order({
    service: 'exact',
    call: 'POST salesentry/SalesEntries',
    times: 100,
    fault: { kind: 'latency', ms: 1_000 },
  });
  const giveRoom = await takeRoom(context, connected);
  await clickNow(list);
  await expect.poll(notified, { timeout: PATIENCE }).toEqual([expect.stringContaining(NO_ROOM)]);
  expect(bookings(sandbox)).toBeGreaterThan(0);
  await expect(syncButton(list)).toHaveAttribute('aria-disabled', 'false', { timeout: PATIENCE });
  await expectTold(connected, list, NO_ROOM);

  sandbox.faults.clear();
  await giveRoom();
  await list.reload();
  await sync(list, PATIENCE);
  await expectWhole(context, sandbox);
});

test('a tab that holds the storage is told of, and once it is closed all goes on', async ({
  context,
  connected,
  sandbox,
}) => {
  const list = await openInvoiceList(context, sandbox);
  const holder = await context.newPage();
  await holder.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await holder.evaluate(holdDatabase);
  await expectTold(connected, list, 'Another window of this browser keeps Boekbrug’s storage to itself.');

  await holder.close();
  await list.reload();
  await sync(list, PATIENCE);
  await expect(resultPanel(list)).toBeVisible();
  await expectWhole(context, sandbox);
});

/** By the popup, and by the symbol of the page. */
async function expectTold(popup: Page, list: Page, told: string): Promise<void> {
  await popup.reload();
  const start = popup.getByRole('button', { name: 'Sync now' });
  // What was said in an earlier page is drawn at once; the trouble comes beside it.
  await expect(popup.getByRole('alert').or(start).first()).toBeVisible();
  if (await start.isVisible()) await start.click();
  await expect(popup.getByRole('alert')).toContainText(told);
  await list.reload();
  await expect(syncButton(list)).toHaveAttribute('aria-disabled', 'false');
  await syncButton(list).click();
  await expect(syncButton(list)).toHaveAttribute('title', new RegExp(told));
}

/** In the page. */
async function deleteDatabase(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const deleting = indexedDB.deleteDatabase('boekbrug');
  deleting.onsuccess = () => resolve();
  deleting.onerror = () => reject(deleting.error);
  await promise;
}

/** In the page: as a later version would, moving some of the stores away. */
async function upgradeDatabase(moved: readonly string[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const opening = indexedDB.open('boekbrug', 9);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('payments');
    for (const store of moved) opening.result.deleteObjectStore(store);
  };
  opening.onsuccess = () => {
    opening.result.close();
    resolve();
  };
  opening.onerror = () => reject(opening.error);
  await promise;
}

/** In the page: it neither lets go of the database nor lets anybody else open it before it is deleted. */
async function holdDatabase(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const opening = indexedDB.open('boekbrug');
  opening.onsuccess = () => {
    // What nothing refers to would be let go of.
    Reflect.set(globalThis, 'held', opening.result);
    const deleting = indexedDB.deleteDatabase('boekbrug');
    deleting.onblocked = () => resolve();
  };
  await promise;
}

/** Gives what makes room again. */
async function takeRoom(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const cdp = await context.newCDPSession(page);
  const origin = `chrome-extension://${EXTENSION_ID}`;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  return async () => {
    await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  };
}

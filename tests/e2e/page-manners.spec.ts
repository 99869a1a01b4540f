/** How the content script behaves as a guest in Teamleader's pages. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { openPopup } from '../run/browser.ts';
import { EXTENSION_PATH } from '../run/build.ts';
import { badges, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
const MOST_BYTES = 20_000;

/**
 * From its very beginning on, each page of the context sums up how far things in it have moved by themselves. A list that
 * a busy browser shows in part moves with each further row, and would do so without us: such pictures do not count.
 */
const measureShift = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(`
    globalThis.shift = 0;
    globalThis.moved = [];
    const frames = [];
    const rowsNow = () => document.querySelectorAll('tr, [data-teamleader-ui="datagrid-body-row"]').length;
    const count = () => {
      frames.push({ at: performance.now(), rows: rowsNow() });
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const hasGrown = (time) => {
      const shown = frames.findLastIndex(({ at }) => at <= time);
      return frames[shown]?.rows !== frames[shown - 1]?.rows;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput && !hasGrown(entry.startTime)) {
        globalThis.shift += entry.value;
        for (const { node } of entry.sources) globalThis.moved.push(node?.outerHTML?.slice(0, 120) ?? String(node));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  `);
const shiftOf = (page: Page): Promise<unknown> => page.evaluate('({ shift, moved })');
const NOTHING_MOVED = { shift: 0, moved: [] };

/** All that a page says on the console, and every error in it. */
function noiseOf(page: Page): string[] {
  const noise: string[] = [];
  page.on('console', (message) => noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(String(error)));
  return noise;
}

test('the content script stays light', () => {
  expect(statSync(join(EXTENSION_PATH, 'content-scripts/invoices.js')).size).toBeLessThanOrEqual(MOST_BYTES);
});

for (const layout of ['classic', 'grid', 'grid-sections'] as const) {
  test.describe(`the ${layout} list`, () => {
    test.use({ sandboxOptions: { documents: 60, speed: 20, switches: { layout } } });

    test('keeps everything where it is while badges come, and its console clean', async ({
      context,
      connected,
      sandbox,
    }) => {
      await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
      await measureShift(context);
      const page = await openInvoiceList(context, sandbox);
      const noise = noiseOf(page);
      await expect(badges(page).first()).toBeVisible();
      expect(await shiftOf(page)).toEqual(NOTHING_MOVED);
      await sync(page, PATIENCE);
      await expect(badges(page).filter({ hasText: 'Booked' }).first()).toBeVisible();
      expect(await shiftOf(page)).toEqual(NOTHING_MOVED);
      expect(noise).toEqual([]);
    });
  });
}

test('a page that lists no documents is left as it is', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await page.goto('https://focus.teamleader.eu/companies.php');
  await expect(page.getByRole('table')).toBeVisible();
  await expect(page.locator('[data-boekbrug]')).toHaveCount(0);
});

test('clicks that the page makes up do nothing', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await expect(badges(page).first()).toBeVisible();
  await page.evaluate(`
    for (const host of document.querySelectorAll('[data-boekbrug]')) host.shadowRoot.querySelector('button').click();
  `);
  await expect(badges(page).first()).toBeVisible();
  await expect(resultPanel(page)).toHaveCount(0);
  await expect(syncButton(page)).toHaveAttribute('aria-disabled', 'false');
  expect(sandbox.log.counts('exact')['POST salesentry/SalesEntries']).toBeUndefined();
});

const RESTLESS_NEIGHBOUR = `
  const table = document.querySelector('table.list tbody');
  const pick = (all) => all[Math.floor(Math.random() * all.length)];
  let turns = 0;
  const timer = setInterval(() => {
    const rows = [...table.rows];
    const row = pick(rows);
    const badge = row.querySelector('[data-boekbrug]');
    // A row is made anew, as a copy with whatever others have put into it.
    row.replaceWith(row.cloneNode(true));
    // A cell's content is wrapped.
    const cell = pick([...table.rows]).cells[1];
    const wrapper = document.createElement('div');
    wrapper.append(...cell.childNodes);
    cell.append(wrapper);
    // Somebody's things are moved, within the row and out of it.
    if (badge) pick([...pick([...table.rows]).cells]).append(badge);
    const other = pick([...table.rows]);
    const own = other.querySelector('[data-boekbrug]');
    if (own) other.cells[0].append(own);
    const button = document.querySelector('[data-boekbrug=button]');
    if (turns % 10 === 0 && button) document.querySelector('h1').append(button);
    turns += 1;
    if (turns === 60) { clearInterval(timer); document.body.dataset.rested = ''; }
  }, 25);
`;

test('beside a neighbour that re-creates rows, moves what is ours and wraps cells, each row keeps one badge', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  const noise = noiseOf(page);
  await expect(badges(page).first()).toBeVisible();
  const rows = await page.locator('table.list tbody tr').count();
  await page.evaluate(RESTLESS_NEIGHBOUR);
  await page.locator('body[data-rested]').waitFor();
  await expect(badges(page)).toHaveCount(rows);
  await expect(page.locator('[data-boekbrug="badge"]')).toHaveCount(rows);
  await expect(page.locator('[data-boekbrug="button"]')).toHaveCount(1);
  for (const row of await page.locator('table.list tbody tr').all())
    await expect(row.locator('[data-boekbrug="badge"]')).toHaveCount(1);
  expect(noise).toEqual([]);
});

test('with a neighbour that takes every badge away we do not fight', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await expect(badges(page).first()).toBeVisible();
  const taken = await page.evaluate(`new Promise((resolve) => {
    let rounds = 0;
    const take = () => {
      const badges = document.querySelectorAll('[data-boekbrug=badge]');
      if (badges.length > 0) rounds += 1;
      for (const badge of badges) badge.remove();
    };
    new MutationObserver(take).observe(document.body, { childList: true, subtree: true });
    take();
    setTimeout(() => resolve(rounds), 3_000);
  })`);
  expect(taken).toBeGreaterThan(1);
  expect(taken).toBeLessThan(60);
});

test('when the extension is reloaded under the page, it says so once and leaves the rest alone', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  const noise = noiseOf(page);
  await expect(badges(page).first()).toBeVisible();
  await Promise.all([
    connected.waitForEvent('close'),
    connected.evaluate('chrome.runtime.reload()').catch(() => undefined),
  ]);
  const isThere = () =>
    openPopup(context).then(
      () => true,
      () => false,
    );
  await expect.poll(isThere).toBe(false);
  // The user comes back to the tab.
  await page.bringToFront();
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  await expect(syncButton(page)).toHaveText('Reload the page');
  await expect(page.locator('[data-boekbrug="badge"]')).toHaveCount(0);
  expect(noise).toEqual([]);
  await Promise.all([page.waitForEvent('load'), syncButton(page).click()]);
});

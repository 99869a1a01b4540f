import type { BrowserContext, Page } from '@playwright/test';
import { stopWorker } from '../chaos/profile.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { shiftsOf, usefulPaint, watchPaint } from '../run/paint.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

/** Far above what is measured (see `npm run bench`), far below what a wait for the services would take. */
const LENIENT_MS = 2000;

const LEAST_SHIFT = 0.02;

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: path.startsWith('popup') ? 440 : 1100, height: 600 });
  await watchPaint(page);
  await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
  return page;
}

test('the popup shows what was said last before its worker is awake, and nothing jumps when that answers', async ({
  context,
  connected,
  sandbox,
}) => {
  await sync(await openInvoiceList(context, sandbox), PATIENCE);
  await connected.close();
  const page = await open(context, 'popup.html');
  await expect(page.getByText('need attention').first()).toBeVisible();
  expect(await shiftsOf(page)).toBeLessThan(LEAST_SHIFT);
  await page.close();

  const options = await open(context, 'options.html#about');
  // Everything that a worker would answer is answered too late to count.
  sandbox.faults.order({ service: 'exact', times: 99, fault: { kind: 'latency', ms: 5000 } });
  sandbox.faults.order({ service: 'teamleader', times: 99, fault: { kind: 'latency', ms: 5000 } });
  await stopWorker(context, options);
  const asleep = await open(context, 'popup.html');
  await expect(asleep.locator('.route')).toBeVisible();
  expect(await usefulPaint(asleep)).toBeLessThan(LENIENT_MS);
  expect(await shiftsOf(asleep)).toBeLessThan(LEAST_SHIFT);
  sandbox.faults.clear();
});

for (const path of [
  'popup.html#set-up',
  'options.html#attention',
  'options.html#history',
  'options.html#connections',
]) {
  test(`nothing jumps while ${path} loads`, async ({ context, connected, sandbox }) => {
    await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
    await sync(await openInvoiceList(context, sandbox), PATIENCE);
    const page = await open(context, path);
    await expect(page.getByText('Loading…')).toHaveCount(0);
    await expect(page.getByRole('heading').nth(1)).toBeVisible();
    expect(await shiftsOf(page)).toBeLessThan(LEAST_SHIFT);
  });
}

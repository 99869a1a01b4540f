import type { BrowserContext } from '@playwright/test';
import { badges, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

/** A layout that nobody has foreseen: no link, no table, no role, and numbers that share their place with a sign. */
async function redesign(context: BrowserContext, sandbox: Sandbox): Promise<void> {
  const rows = sandbox.business.documents
    .filter(({ kind, number }) => kind === 'invoice' && number !== null)
    .slice(-8)
    .map(({ number }) => `<section><p>Somebody</p><div>${number}<s></s></div></section>`);
  await context.route('https://focus.teamleader.eu/invoices.php', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><body><h1>Invoices</h1><main>${rows.join('')}</main></body></html>`,
    }),
  );
}

test('a list that is not recognised says so, still syncs, and can be shown', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await redesign(context, sandbox);
  const page = await openInvoiceList(context, sandbox);
  const panel = resultPanel(page);
  await expect(syncButton(page)).toHaveText('List not recognised');
  await syncButton(page).click();
  await panel.getByRole('button', { name: 'Sync to Exact' }).click();
  await expect(panel.getByText('booked', { exact: true })).toBeVisible({ timeout: PATIENCE });

  await syncButton(page).click();
  await panel.getByRole('button', { name: 'Show where the numbers are' }).click();
  await page.locator('h1').click();
  await expect(panel).toContainText('No list of numbers follows from that');
  await page.locator('section div').nth(2).click();
  await expect(panel).toContainText('8 numbers found');
  await panel.getByRole('button', { name: 'No, click again' }).click();
  await page.locator('section div').nth(1).click();
  await panel.getByRole('button', { name: 'Yes, keep it' }).click();
  await expect(badges(page)).toHaveCount(8);

  // It is kept for this browser ...
  await page.reload();
  await expect(badges(page)).toHaveCount(8);
  await expect(syncButton(page)).not.toHaveText('List not recognised');

  // ... until the user wants it forgotten ...
  await badges(page).first().click();
  await panel.getByRole('button', { name: 'Forget what I showed' }).click();
  await expect(syncButton(page)).toHaveText('List not recognised');
  await expect(badges(page)).toHaveCount(0);
});

test('what was shown is forgotten once a strategy of our own holds again', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await redesign(context, sandbox);
  const page = await openInvoiceList(context, sandbox);
  await expect(syncButton(page)).toHaveText('List not recognised');
  await syncButton(page).click();
  await resultPanel(page).getByRole('button', { name: 'Show where the numbers are' }).click();
  await page.locator('section div').first().click();
  await resultPanel(page).getByRole('button', { name: 'Yes, keep it' }).click();
  await expect(badges(page)).toHaveCount(8);
  await context.unroute('https://focus.teamleader.eu/invoices.php');
  await page.goto(`https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}`);
  await sync(page, PATIENCE);
  await redesign(context, sandbox);
  await page.goto('https://focus.teamleader.eu/invoices.php');
  await expect(syncButton(page)).toHaveText('List not recognised');
});

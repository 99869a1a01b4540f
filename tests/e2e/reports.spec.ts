import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { EXTENSION_ID } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expect, test } from './fixture.ts';
import { putTwoAccounts } from './two-accounts.ts';

const PATIENCE = 60_000;
const REPORTS = `chrome-extension://${EXTENSION_ID}/options.html#reports`;

test('a report lays what was invoiced beside what is booked, and what stands there twice, without writing', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByText('Saved. Your documents can be synced now.')).toBeVisible();
  await sync(await openInvoiceList(context, sandbox), PATIENCE);
  putTwoAccounts(sandbox);
  const { entries } = sandbox.exact.ledger;
  const ours = [...entries.values()].filter(({ link }) => link?.includes('invoice_detail'));
  const [doubled, removed] = ours;
  if (doubled === undefined || removed === undefined) throw new Error('Nothing is booked.');
  const other = { ...doubled, id: crypto.randomUUID(), entryNumber: doubled.entryNumber + 500_000, link: null };
  entries.set(other.id, other);
  entries.delete(removed.id);

  const before = sandbox.log.calls.length;
  const page = await context.newPage();
  await page.goto(REPORTS);
  await expect(page.getByText('No report has been made yet.')).toBeVisible();
  await expect(page.getByLabel('Period')).toHaveValue('lastMonth');
  await page.getByLabel('First day').fill(sandbox.business.startDate);
  await page.getByLabel('Last day').fill('2000-01-01');
  await expect(page.getByRole('alert')).toHaveText(/a last day that is not before it/);
  await page.getByLabel('Last day').fill(sandbox.business.today);
  await page.getByRole('button', { name: 'Make the report' }).click();
  // It goes on while one is elsewhere.
  await page.goto('about:blank');
  await page.goto(REPORTS);
  await expect(page.getByText(/^Made /)).toBeVisible({ timeout: PATIENCE });
  const calls = sandbox.log.calls.slice(before).filter(({ isApi }) => isApi);
  expect(calls.filter(({ name }) => !/^GET |\.(list|info|me)$/.test(name))).toEqual([]);

  await expect(page.getByRole('table', { name: 'Totals in EUR' }).getByRole('row', { name: /^21%/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /21%: €[\d,.]+ invoiced, €[\d,.]+ booked/ })).toBeVisible();
  const differences = page.getByRole('table', { name: 'Differences' });
  const missing = differences.getByRole('row').filter({ hasText: removed.yourRef ?? '' });
  await expect(missing).toContainText('Not in Exact');
  const twice = differences.getByRole('row').filter({ hasText: 'Booked twice' });
  await expect(twice).toContainText(doubled.yourRef ?? '');
  const double = page.getByRole('listitem').filter({ hasText: 'Several entries for' });
  await expect(double.getByText('not booked by Boekbrug')).toBeVisible();
  await expect(page.getByText('Boekbrug deletes nothing in Exact.')).toBeVisible();
  await expect(page.getByText('The same VAT number:').first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('report.png'), fullPage: true });

  await expectAccessible(page, 'dark');
  await expectAccessible(page, 'light');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download as CSV' }).click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(text).toMatch(/^\uFEFFLine;Currency;/);
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });
  expect(data.some((row) => row.includes('Booked twice') && row.includes(doubled.yourRef ?? ''))).toBe(true);
  expect(data.some(([line]) => line === 'Total by rate')).toBe(true);

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('tablist')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Download as CSV' })).toBeHidden();
  await expect(differences).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('print.png'), fullPage: true });
});

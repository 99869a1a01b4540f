import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { openOptions, openPopup } from '../run/browser.ts';
import { openInvoiceList, sync, syncButton } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

async function saved(page: Page, button: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await downloading).path(), 'utf8');
}

test('settings leave as a file and come back as the draft, which nothing books by before it is saved', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const options = await openOptions(context, 'help');
  const file = await saved(options, 'Save the settings as a file');
  expect(JSON.parse(file)).toMatchObject({
    mappings: [{ startDate: sandbox.business.startDate, invoiceJournal: '70' }],
  });

  const input = options.getByLabel('Take settings from a file');
  const give = (text: string) =>
    input.setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('Invoice;Amount');
  await expect(options.getByRole('alert')).toContainText('This is not a file of settings.');
  await give(file.replace('"startDate": "', '"startDate": "not a date '));
  await expect(options.getByRole('alert')).toContainText('“mappings.0.startDate”');
  await give(file.replace('"lines": "grouped"', '"lines": "each"'));
  await expect(options.getByText('The settings stand in the set-up.')).toBeVisible();

  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  await expect(connected.getByLabel('Lines of an entry')).toHaveValue('each');
  const stored = await connected.evaluate("chrome.storage.local.get('settings')");
  expect(stored).toMatchObject({ settings: { connections: [{ lines: 'grouped' }] } });
});

test('the chosen language is spoken in popup, options and page, whatever browser and page speak', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const options = await openOptions(context, 'preferences');
  await options.getByLabel('Language', { exact: true }).selectOption({ label: 'Français' });
  await expect(options.getByRole('heading', { name: 'Langue et notifications' })).toBeVisible();
  await expect(options.locator('html')).toHaveAttribute('lang', 'fr');
  const popup = await openPopup(context);
  await expect(popup.locator('html')).toHaveAttribute('lang', 'fr');
  const list = await openInvoiceList(context, sandbox);
  await expect(syncButton(list)).toContainText(/Synchroniser|Comptabiliser/);

  await options.getByLabel('Langue', { exact: true }).selectOption({ label: 'Comme le navigateur' });
  await expect(options.getByRole('heading', { name: 'Language and notifications' })).toBeVisible();
});

test('the options page groups what needs attention by cause, and the diagnostics file names nobody', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  await sync(await openInvoiceList(context, sandbox), PATIENCE);
  const options = await openOptions(context);
  const attention = options.getByRole('region', { name: 'Needs attention' });
  await expect(attention.getByRole('listitem').first()).toBeVisible();
  const held = sandbox.business.documents.filter(({ expected }) => typeof expected === 'object');
  for (const { number } of held) await expect(attention).toContainText(number ?? '?');

  await options.getByRole('tab', { name: 'Help' }).click();
  const file = await saved(options, 'Save the diagnostics file');
  const { customers, documents, users } = sandbox.business;
  for (const word of [
    ...customers.map(({ name }) => name),
    ...documents.flatMap(({ number }) => number ?? []),
    users.exact.lastName,
    users.teamleader.email,
  ]) {
    expect(file).not.toContain(word);
  }
});

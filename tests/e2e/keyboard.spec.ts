import type { BrowserContext, Locator, Page } from '@playwright/test';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
const MOST_TABS = 80;

/** Presses Tab until the focus is there: what cannot be reached so, cannot be used by keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const met: string[] = [];
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
    met.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? ''));
  }
  throw new Error(`Tab does not lead to ${target}, but to:\n${met.join('\n')}`);
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** By its first letters, once it is there to be chosen. */
async function choose(page: Page, list: Locator, name: string): Promise<void> {
  await expect(list.getByRole('option', { name })).toBeAttached();
  await type(page, list, name.slice(0, 6));
  await expect(list.locator('option:checked')).toContainText(name);
}

/** The log-in window that Enter opens on the button, in the hands of the task until it closes. */
async function logIn(
  context: BrowserContext,
  popup: Page,
  button: Locator,
  task: (window: Page) => Promise<void>,
): Promise<void> {
  await tabTo(popup, button);
  const opened = context.waitForEvent('page');
  await popup.keyboard.press('Enter');
  const window = await opened;
  const closed = window.waitForEvent('close');
  await task(window);
  await closed;
  await popup.bringToFront();
}

/** The window closes under the last key, which Playwright may report. */
const pressLast = (window: Page, key: string): Promise<void> => window.keyboard.press(key).catch(() => undefined);

test('the whole set-up by keyboard alone, from nothing to the first sync', async ({ context, popup, sandbox }) => {
  const { business, exact } = sandbox;
  const step = (name: string) => popup.getByRole('region', { name, exact: true });

  const teamleader = step('Teamleader');
  await type(popup, teamleader.getByLabel('Client id'), TEAMLEADER_APP.clientId);
  await logIn(context, popup, teamleader.getByRole('button', { name: 'Log in to Teamleader' }), async (window) => {
    await type(window, window.getByLabel('E-mail address'), business.users.teamleader.email);
    await type(window, window.getByLabel('Password'), business.users.teamleader.password);
    await window.keyboard.press('Enter');
    await tabTo(window, window.getByRole('button', { name: 'Allow' }));
    await pressLast(window, 'Enter');
  });
  await expect(teamleader.getByText('Connected as')).toBeVisible();

  const books = step('Exact Online');
  await type(popup, books.getByLabel('Country'), 'Bel');
  await expect(books.getByLabel('Country')).toHaveValue('be');
  await type(popup, books.getByLabel('Client id'), EXACT_APP.clientId);
  await type(popup, books.getByLabel('Client secret'), EXACT_APP.clientSecret);
  await logIn(context, popup, books.getByRole('button', { name: 'Log in to Exact Online' }), async (window) => {
    await type(window, window.getByLabel('User name'), business.users.exact.email);
    await type(window, window.getByLabel('Password'), business.users.exact.password);
    await window.keyboard.press('Enter');
    await tabTo(window, window.getByRole('button', { name: 'Allow' }));
    await pressLast(window, 'Enter');
  });
  await expect(books.getByText('Connected as')).toBeVisible();

  await choose(popup, popup.getByLabel('Company entity', { exact: true }), business.companyEntity.name);
  await type(popup, popup.getByLabel('Start date', { exact: true }), '01012026');
  await choose(popup, popup.getByLabel('Division', { exact: true }), business.division.name);
  await expect(popup.getByLabel('Journal for invoices')).toHaveValue('70');

  const otherLink = popup.getByRole('radio', { name: 'Yes, it is on' });
  await tabTo(popup, popup.getByRole('radio').first());
  await popup.keyboard.press('Space');
  await expect(otherLink).not.toBeChecked();
  await expect(popup.getByRole('radio', { name: 'No, it is off or was never on' })).toBeChecked();

  const vatCode = popup.getByRole('combobox', { name: 'VAT code for 12%' });
  await type(popup, vatCode, '12');
  await popup.keyboard.press('ArrowDown');
  await popup.keyboard.press('Escape');
  await expect(vatCode).toHaveValue(/^3 · /);

  await tabTo(popup, popup.getByRole('button', { name: 'Save' }));
  await popup.keyboard.press('Enter');
  const syncNow = popup.getByRole('button', { name: 'Sync now' });
  await tabTo(popup, syncNow);
  const standing = exact.ledger.entries.size;
  await popup.keyboard.press('Enter');
  await expect(popup.getByText(/\d+\sbooked/)).toBeVisible({ timeout: PATIENCE });
  expect(exact.ledger.entries.size).toBeGreaterThan(standing);
});

test('Escape leaves what is chosen in a search, and what is typed next is sought anew', async ({ connected }) => {
  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  const account = connected.getByRole('combobox', { name: 'Discount account' });
  await tabTo(connected, account);
  await expect(account).toHaveValue(/^708000 · /);
  await connected.keyboard.press('Escape');
  await expect(account).toHaveValue(/^708000 · /);

  for (const code of ['700000', '708000']) {
    await connected.keyboard.type(code);
    await expect(connected.getByRole('option', { name: `${code} · ` })).toHaveAttribute('data-highlighted');
    await connected.keyboard.press('Enter');
    await expect(account).toHaveAttribute('aria-expanded', 'false');
    await expect(account).toHaveValue(RegExp(`^${code} · `));
  }
  await connected.keyboard.press('Escape');
  await expect(connected.getByText('Saved', { exact: true })).toBeVisible();
});

test('the tabs of the options page are reached and changed by keyboard, each at its own address', async ({
  context,
  popup,
}) => {
  await popup.goto('about:blank');
  const page = await context.newPage();
  await page.goto('chrome-extension://ldonpgidjkacfcpblmmpdopalbdmpehi/options.html#preferences');
  await expect(page.getByRole('tab', { name: 'Preferences' })).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, page.getByRole('tab', { name: 'Preferences' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Help' })).toBeVisible();
  await expect(page).toHaveURL(/#help/);
  const reset = page.getByRole('button', { name: 'Reset the cache' });
  await tabTo(page, reset);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Reset the cache' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(reset).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('tabpanel', { name: 'Preferences' })).toBeVisible();
});

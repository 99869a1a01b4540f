/** What a person does, from the first log-in to the result of a click: shared by `npm start` and the end-to-end tests. */
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

type Service = 'Teamleader' | 'Exact Online';

const step = (popup: Page, name: string) => popup.getByRole('region', { name, exact: true });

/** Types the keys of the user's own app, and logs in on the service's own page. */
export async function logIn(context: BrowserContext, popup: Page, sandbox: Sandbox, service: Service): Promise<void> {
  const fields = step(popup, service);
  const app = service === 'Teamleader' ? TEAMLEADER_APP : EXACT_APP;
  if (service === 'Exact Online') {
    await fields.getByLabel('Country').selectOption(sandbox.business.country.toLowerCase());
    await expect(fields.getByLabel('Country')).toHaveValue(sandbox.business.country.toLowerCase());
  }
  await fields.getByLabel('Client id').fill(app.clientId);
  await fields.getByLabel('Client id').blur();
  if (service === 'Exact Online') {
    await fields.getByLabel('Client secret').fill(app.clientSecret);
    await fields.getByLabel('Client secret').blur();
    await expect(fields.getByText('Stored; leave empty to keep it')).toBeVisible();
  }
  const opened = context.waitForEvent('page');
  await fields.getByRole('button', { name: `Log in to ${service}` }).click();
  const window = await opened;
  await (service === 'Teamleader' ? logInToTeamleader(window, sandbox) : logInToExact(window, sandbox));
  await expect(fields.getByText('Connected as')).toBeVisible();
}

/** The window closes under the last click, which Playwright may report. */
const clickAndClose = (window: Page, name: string): Promise<void> =>
  Promise.all([
    window.waitForEvent('close'),
    window
      .getByRole('button', { name })
      .click()
      .catch(() => undefined),
  ]).then(() => undefined);

/** Fills in the pages of a window that asks for a first log-in. */
export async function logInToTeamleader(window: Page, sandbox: Sandbox): Promise<void> {
  const { email, password } = sandbox.business.users.teamleader;
  await window.getByLabel('E-mail address').fill(email);
  await window.getByLabel('Password').fill(password);
  await window.getByRole('button', { name: 'Log in' }).click();
  await clickAndClose(window, 'Allow');
}

/** The same of Exact. */
export async function logInToExact(window: Page, sandbox: Sandbox): Promise<void> {
  const { email, password } = sandbox.business.users.exact;
  await window.getByLabel('User name').fill(email);
  await window.getByLabel('Password').fill(password);
  const closed = window.waitForEvent('close');
  await window
    .getByRole('button', { name: 'Log in' })
    .click()
    .catch(() => undefined);
  // An app that was allowed before is not asked about again: the window closes with the log-in.
  const isAsked = window
    .getByRole('button', { name: 'Allow' })
    .waitFor()
    .then(
      () => true,
      () => false,
    );
  if (await Promise.race([isAsked, closed.then(() => false)])) await clickAndClose(window, 'Allow');
  await closed;
}

/** Chooses company entity, start date and division, takes the proposals for the rest, and saves. */
export async function setUp(popup: Page, sandbox: Sandbox): Promise<void> {
  const { business } = sandbox;
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.companyEntity.name });
  await popup.getByLabel('Start date', { exact: true }).fill(business.startDate);
  await popup.getByLabel('Division', { exact: true }).selectOption(String(business.division.code));
  await expect(popup.getByLabel('Journal for invoices')).toHaveValue('70');
  await expect(popup.getByLabel('Journal for credit notes')).toHaveValue('71');
  await expect(popup.getByRole('combobox', { name: 'VAT code for 21%' })).toHaveValue(/^4 · /);
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('button', { name: 'Sync now' })).toBeVisible();
}

/** Logs in to both services and sets the connection up. */
export async function connect(context: BrowserContext, popup: Page, sandbox: Sandbox): Promise<void> {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  await setUp(popup, sandbox);
}

/** Has the PDF of each document stored with its entry. */
export async function storePdfs(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  await popup.getByLabel('Store the PDF with each entry').click();
  await expect(popup.getByLabel('Store the PDF with each entry')).toBeChecked();
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByText('Saved', { exact: true })).toBeVisible();
}

export async function openInvoiceList(context: BrowserContext, sandbox: Sandbox): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}`);
  await expect(syncButton(page)).toBeVisible();
  return page;
}

export const syncButton = (page: Page) => page.locator('[data-boekbrug="button"] button');
export const badges = (page: Page) => page.locator('[data-boekbrug="badge"] button:not(:empty)');
export const resultPanel = (page: Page) => page.locator('[data-boekbrug="panel"]').getByRole('dialog');

/** Clicks the sync button and waits for the result. @param timeout milliseconds */
export async function sync(page: Page, timeout: number): Promise<void> {
  await expect(syncButton(page)).toHaveAttribute('aria-disabled', 'false');
  await syncButton(page).click();
  await expect(resultPanel(page)).toBeVisible({ timeout });
}

/** Each wrong turn in the set-up ends with a clear message and its fix, and going on works. */
import type { BrowserContext, Page } from '@playwright/test';
import { openOptions } from '../run/browser.ts';
import { logIn, setUp } from '../run/journey.ts';
import type { BusinessJournal } from '../sandbox/business/business.ts';
import { EXACT_APP, REDIRECT_BASE, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';

const step = (popup: Page, name: string) => popup.getByRole('region', { name, exact: true });

async function logInToBoth(context: BrowserContext, popup: Page, sandbox: Sandbox): Promise<void> {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
}

/** Company entity, start date and division, without saving. */
async function choose(popup: Page, { business }: Sandbox): Promise<void> {
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.companyEntity.name });
  await popup.getByLabel('Start date', { exact: true }).fill(business.startDate);
  await popup.getByLabel('Division', { exact: true }).selectOption(String(business.division.code));
}

async function openLogIn(context: BrowserContext, popup: Page, service: 'Teamleader' | 'Exact Online'): Promise<Page> {
  const opened = context.waitForEvent('page');
  await step(popup, service)
    .getByRole('button', { name: `Log in to ${service}` })
    .click();
  return opened;
}

test('consent refused: access can be asked for again, and given', async ({ context, popup, sandbox }) => {
  const { users } = sandbox.business;
  const teamleader = step(popup, 'Teamleader');
  await teamleader.getByLabel('Client id').fill(TEAMLEADER_APP.clientId);
  const window = await openLogIn(context, popup, 'Teamleader');
  await window.getByLabel('E-mail address').fill(users.teamleader.email);
  await window.getByLabel('Password').fill(users.teamleader.password);
  await window.getByRole('button', { name: 'Log in' }).click();
  const closed = window.waitForEvent('close');
  await window
    .getByRole('button', { name: /Refuse|Deny|Decline/ })
    .click()
    .catch(() => undefined);
  await closed;
  await expect(teamleader.getByRole('alert')).toContainText('Log in again and choose Allow');

  const again = await openLogIn(context, popup, 'Teamleader');
  await again
    .getByRole('button', { name: 'Allow' })
    .click()
    .catch(() => undefined);
  await expect(teamleader.getByText('Connected as')).toBeVisible();
  await expect(teamleader.getByRole('alert')).toHaveCount(0);
});

test('the log-in window closed: told, and the next try succeeds', async ({ context, popup, sandbox }) => {
  const teamleader = step(popup, 'Teamleader');
  await teamleader.getByLabel('Client id').fill(TEAMLEADER_APP.clientId);
  await (await openLogIn(context, popup, 'Teamleader')).close();
  await expect(teamleader.getByRole('alert')).toContainText('closed before the log-in was done');
  await logIn(context, popup, sandbox, 'Teamleader');
  await expect(teamleader.getByRole('alert')).toHaveCount(0);
});

test.describe('the redirect URL is not registered with the app', () => {
  test.use({
    sandboxOptions: { documents: 60, speed: 20, switches: { redirectBase: 'https://other.chromiumapp.org' } },
  });

  test('is told by the test of the keys, and mended there the log-in succeeds', async ({ context, popup, sandbox }) => {
    const exact = step(popup, 'Exact Online');
    await exact.getByLabel('Country').selectOption(sandbox.business.country.toLowerCase());
    await exact.getByLabel('Client id').fill(EXACT_APP.clientId);
    await exact.getByLabel('Client id').blur();
    await exact.getByLabel('Client secret').fill(EXACT_APP.clientSecret);
    await exact.getByLabel('Client secret').blur();
    await exact.getByRole('button', { name: 'Test the keys' }).click();
    await expect(exact.getByRole('alert')).toContainText('The redirect URL is not registered with the app');
    await expect(exact.getByLabel('Redirect URL to register with your app')).toHaveValue(EXACT_APP.redirectUri);

    sandbox.switches.redirectBase = REDIRECT_BASE;
    await exact.getByRole('button', { name: 'Test the keys' }).click();
    await expect(exact.getByRole('status')).toContainText('The keys are right');
    await logIn(context, popup, sandbox, 'Exact Online');
  });
});

test('a right is missing: named, with who grants it, and seen once it is granted', async ({
  context,
  popup,
  sandbox,
}) => {
  await logInToBoth(context, popup, sandbox);
  sandbox.exact.removeRight('manageAccounts');
  await choose(popup, sandbox);
  const division = step(popup, 'Division and journals');
  await expect(division.getByRole('alert')).toContainText(`Ask the administrator of ${sandbox.business.division.name}`);
  await expect(division.getByText('Manage accounts (missing)')).toBeVisible();
  sandbox.exact.grantRight('manageAccounts');
  await division.getByRole('button', { name: 'Check again' }).click();
  await expect(division.getByRole('alert')).toHaveCount(0);
  await setUp(popup, sandbox);
});

test.describe('a division without a sales journal', () => {
  const isSales = ({ type }: BusinessJournal) => type === 20;
  let sales: readonly BusinessJournal[] = [];
  test.use({
    sandboxOptions: {
      documents: 60,
      speed: 20,
      story: (business) => {
        sales = business.journals.filter(isSales);
        return { ...business, journals: business.journals.filter((journal) => !isSales(journal)) };
      },
    },
  });

  test('is told with the way to make one, and once there is one it goes on', async ({ context, popup, sandbox }) => {
    await logInToBoth(context, popup, sandbox);
    await choose(popup, sandbox);
    const division = step(popup, 'Division and journals');
    await expect(division.getByRole('alert')).toContainText('This division has no sales journal that can be used');
    const exact = division.getByRole('link', { name: 'Open Exact Online' });
    await expect(exact).toHaveAttribute('href', RegExp(`exactonline.be/.*=${sandbox.business.division.code}$`));
    await expect(division.getByLabel('Journal for invoices').locator('option[value="20"]')).toBeDisabled();
    await popup.getByRole('button', { name: 'Save' }).click();
    await expect(popup.getByText('Choose the journal for invoices.')).toBeVisible();
    sandbox.exact.addJournals(sales);
    await division.getByRole('button', { name: 'Read the lists again' }).click();
    await expect(division.getByRole('alert')).toHaveCount(0);
    await division.getByLabel('Journal for invoices').selectOption('70');
    await division.getByLabel('Journal for credit notes').selectOption('71');
    await setUp(popup, sandbox);
  });
});

test.describe('a payment term that no condition matches', () => {
  test.use({
    sandboxOptions: {
      documents: 60,
      speed: 20,
      story: (business) => ({
        ...business,
        paymentConditions: business.paymentConditions.filter(({ code }) => code !== '60'),
      }),
    },
  });

  test('is seen before anything is booked, with what is taken instead', async ({ context, popup, sandbox }) => {
    await logInToBoth(context, popup, sandbox);
    await choose(popup, sandbox);
    await expect(popup.getByRole('row', { name: '60 days Default: the customer’s own' })).toBeVisible();
    await setUp(popup, sandbox);
  });
});

test('a journal of the wrong type and an inclusive VAT code, taken from a file, are told and can be mended', async ({
  context,
  connected,
}) => {
  const options = await openOptions(context, 'help');
  const file = await connected.evaluate("chrome.runtime.sendMessage({ type: 'settings/export' })");
  const text = String(file)
    .replace('"invoiceJournal": "70"', '"invoiceJournal": "20"')
    .replace(/("vatLinks": \{\s*"[^"]+": )"[^"]+"/, '$1"14"');
  await options
    .getByLabel('Take settings from a file')
    .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(options.getByText('Look at them there, and save.', { exact: false }).first()).toBeVisible();

  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  await expect(connected.getByText('Cannot be used: not a sales journal.')).toBeVisible();
  const wrong = connected.locator('.field', { hasText: 'Cannot be used: inclusive of VAT.' }).getByRole('combobox');
  await expect(wrong).toBeVisible();
  await connected.getByRole('button', { name: 'Save' }).click();
  const said = connected.getByRole('alert');
  await expect(said).toContainText('Choose the journal for invoices.');
  await expect(said).toContainText('A tax rate is linked to a VAT code that cannot be used for it');
  await expect(step(connected, 'Division and journals')).toBeFocused();

  await connected.getByRole('button', { name: 'Undo the changes' }).click();
  await expect(connected.getByText('Undone: the set-up is as it was saved.')).toBeVisible();
  await expect(connected.getByText('Saved', { exact: true })).toBeVisible();
  await expect(connected.getByLabel('Journal for invoices')).toHaveValue('70');
});

test('another division chosen later: what that means is said, and one click leads back', async ({
  connected,
  sandbox,
}) => {
  const { division } = sandbox.business;
  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  await connected.getByLabel('Division', { exact: true }).selectOption(String(division.code + 1));
  await expect(connected.getByText(`What is booked in ${division.name} stays there.`)).toBeVisible();
  await expect(connected.getByText('Changes not saved yet')).toBeVisible();
  await expect(connected.getByText('Proposal').first()).toBeVisible();
  await connected.getByRole('button', { name: `Back to ${division.name}` }).click();
  await expect(connected.getByText('Saved', { exact: true })).toBeVisible();
  await expect(connected.getByLabel('Division', { exact: true })).toHaveValue(String(division.code));
});

test('a choice for a division in whose place another tab has put another one is not kept, and that is said', async ({
  context,
  connected,
  sandbox,
}) => {
  const { division } = sandbox.business;
  const deaf = await context.newPage();
  // It hears of no change before it asks for something itself.
  await deaf.addInitScript('chrome.runtime.onMessage.addListener = () => undefined;');
  await deaf.goto('chrome-extension://ldonpgidjkacfcpblmmpdopalbdmpehi/popup.html#set-up');
  await expect(deaf.getByLabel('Journal for invoices')).toHaveValue('70');

  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  await connected.getByLabel('Division', { exact: true }).selectOption(String(division.code + 1));
  await expect(connected.getByText(`What is booked in ${division.name} stays there.`)).toBeVisible();
  await expect(connected.getByLabel('Journal for invoices')).toHaveValue('70');
  await deaf.getByLabel('Journal for invoices').selectOption('71');
  await expect(deaf.getByText('Not kept: another company entity or division was chosen meanwhile.')).toBeVisible();
  await expect(deaf.getByLabel('Division', { exact: true })).toHaveValue(String(division.code + 1));
  for (const page of [deaf, connected]) await expect(page.getByLabel('Journal for invoices')).toHaveValue('70');
  await deaf.getByLabel('Journal for invoices').selectOption('71');
  await expect(connected.getByLabel('Journal for invoices')).toHaveValue('71');
});

test('a secret that was typed before its client id is still there when the popup comes back', async ({
  context,
  popup,
}) => {
  await step(popup, 'Exact Online').getByLabel('Client secret').fill(EXACT_APP.clientSecret);
  await popup.close();
  const again = await context.newPage();
  await again.goto('chrome-extension://ldonpgidjkacfcpblmmpdopalbdmpehi/popup.html');
  await expect(step(again, 'Exact Online').getByLabel('Client secret')).toHaveValue(EXACT_APP.clientSecret);
});

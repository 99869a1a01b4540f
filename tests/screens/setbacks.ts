/** What goes wrong on the way: wrong turns, what lacks, services that do not answer, log-ins that are lost. */
import type { Page } from '@playwright/test';
import { changeUser } from '../e2e/colleague.ts';
import { logIn, logInToExact } from '../run/journey.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { World } from './stage.ts';
import { bookShown, open, PATIENCE, PREVIEW_BOOKED, RUN_PROBLEM } from './story.ts';

const UNREACHABLE = { kind: 'status', status: 503, when: 'before' } as const;
const WRONG = 'wrong';
const FORBIDDEN = { kind: 'status', status: 403, when: 'before' } as const;

async function typeKeys(popup: Page, secret: string): Promise<void> {
  const exact = popup.locator('#exact');
  await exact.locator('input').nth(1).fill(EXACT_APP.clientId);
  await exact.locator('input[type=password]').fill(secret);
  await exact.locator('input[type=password]').blur();
}

async function logInAgain({ browser, popup, sandbox }: World): Promise<void> {
  const opened = browser.waitForEvent('page');
  await popup.locator('#exact .is-primary').click();
  await logInToExact(await opened, sandbox);
}

/** A log-in window that was closed at the one service, and keys that are wrong at the other. */
export async function takeWrongTurns({ browser, popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html');
  const teamleader = popup.locator('#teamleader');
  await teamleader.locator('input').nth(1).fill(TEAMLEADER_APP.clientId);
  await teamleader.locator('input').nth(1).blur();
  const opened = browser.waitForEvent('page');
  await teamleader.locator('.is-primary').click();
  await (await opened).close();
  await teamleader.getByRole('alert').waitFor();
  const exact = popup.locator('#exact');
  await exact.locator('select').selectOption(sandbox.business.country.toLowerCase());
  await typeKeys(popup, WRONG);
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await exact.getByRole('alert').waitFor();
}

/** They are right, and nobody is logged in yet. */
export async function mendKeys({ popup }: World): Promise<void> {
  await open(popup, 'popup.html');
  const exact = popup.locator('#exact');
  await typeKeys(popup, EXACT_APP.clientSecret);
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await exact.locator('.is-good').waitFor();
}

/** Logged in, with a division of which no list can be read. */
export async function refuseExact({ browser, popup, sandbox }: World): Promise<void> {
  const { business, exact, faults } = sandbox;
  await open(popup, 'popup.html');
  await logIn(browser, popup, sandbox, 'Teamleader');
  await logIn(browser, popup, sandbox, 'Exact Online');
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.companyEntity.name });
  await popup.locator('#entity').getByRole('status').waitFor({ state: 'detached' });
  faults.order({ service: 'exact', times: 4000, fault: UNREACHABLE });
  await popup.getByLabel('Division', { exact: true }).selectOption(String(exact.practiceLedger.books.division.code));
  await popup.getByRole('button', { name: 'Read the lists again' }).waitFor({ timeout: PATIENCE });
}

/** The app may not read the tax rates. */
export async function refuseTeamleader({ popup, sandbox: { business, faults } }: World): Promise<void> {
  faults.clear();
  faults.order({ service: 'teamleader', call: 'taxRates.list', times: 400, fault: FORBIDDEN });
  await open(popup, 'popup.html');
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.otherCompanyEntity.name });
  await popup.getByText('lacks a right in Teamleader').waitFor({ timeout: PATIENCE });
}

/** A division in which a right lacks and there is no sales journal. */
export async function meetLacks({ popup, sandbox: { business, exact, faults } }: World): Promise<void> {
  faults.clear();
  exact.removeRight('manageAccounts');
  exact.ledger.books.journals.length = 0;
  await open(popup, 'popup.html');
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.companyEntity.name });
  await popup.getByLabel('Division', { exact: true }).selectOption(String(business.division.code));
  await popup.locator('#division .rights').waitFor();
}

/** Exact does not answer any more once it is to book what was previewed. */
export async function failBooking({ preview, sandbox: { faults } }: World): Promise<void> {
  await open(preview, 'preview.html');
  faults.order({ service: 'exact', times: 4000, fault: UNREACHABLE });
  await bookShown(preview);
  await preview.locator(PREVIEW_BOOKED).first().waitFor({ timeout: PATIENCE });
}

/** Exact does not answer. */
export async function failSync({ popup, sandbox: { faults } }: World): Promise<void> {
  await open(popup, 'popup.html');
  faults.order({ service: 'exact', times: 4000, fault: UNREACHABLE });
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.locator(RUN_PROBLEM).waitFor({ timeout: PATIENCE });
}

/** Exact has ended the log-in, and a sync meets that. */
export async function loseLogIn({ popup, sandbox: { exact, faults } }: World): Promise<void> {
  faults.clear();
  exact.revokeTokens();
  exact.signOut();
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.locator('#exact').getByRole('alert').waitFor({ timeout: PATIENCE });
}

/** As a policy leaves it that preset them before. */
export const withdrawKeys = ({ options }: World): Promise<unknown> =>
  options.evaluate(`chrome.storage.local.get('settings').then(({ settings }) => chrome.storage.local.set({
    settings: { ...settings, keys: { ...settings.keys, exact: null } },
  }))`);

/** The secret was renewed at the service. */
export async function mistypeSecret(world: World): Promise<void> {
  const { popup } = world;
  await open(popup, 'popup.html#set-up');
  await typeKeys(popup, WRONG);
  await logInAgain(world);
  await popup.getByText('does not accept the keys').waitFor({ timeout: PATIENCE });
}

/** A colleague has logged in with the right keys. */
export async function letColleagueIn(world: World): Promise<void> {
  const { popup, sandbox } = world;
  changeUser(sandbox);
  await open(popup, 'popup.html#set-up');
  await typeKeys(popup, EXACT_APP.clientSecret);
  await logInAgain(world);
  await popup.getByText('Another user of Exact Online').waitFor({ timeout: PATIENCE });
}

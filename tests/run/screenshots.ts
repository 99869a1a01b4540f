/** `npm run screenshots`: every screen in each language, light and dark, to be looked at. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { LANGUAGES } from '../../lib/i18n/language.ts';
import { putTwoAccounts } from '../e2e/two-accounts.ts';
import { EXACT_APP } from '../sandbox/credentials.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { EXTENSION_ID, openBrowser, openOptions, openPopup } from './browser.ts';
import { badges, connect, openInvoiceList, resultPanel, sync, syncButton } from './journey.ts';

const FOLDER = 'screenshots';
const PATIENCE = 120_000;
const SLOW = { kind: 'latency', ms: 1500 } as const;
const TABS = ['attention', 'documents', 'history', 'reports', 'connections', 'import', 'preferences', 'help', 'about'];

const profile = mkdtempSync(join(tmpdir(), 'boekbrug-screenshots-'));
const sandbox = await startSandbox({ documents: 60, inExactAlone: 40, speed: 20 });
const context = await openBrowser(sandbox, { profile, headless: true });
mkdirSync(FOLDER, { recursive: true });
try {
  await drawAll(context, sandbox);
} finally {
  await context.close();
  await sandbox.close();
  rmSync(profile, { recursive: true, force: true });
}

async function drawAll(browser: BrowserContext, told: Sandbox): Promise<void> {
  const popup = await openPopup(browser);
  await inEachLanguage(popup, async (language) => {
    await popup.reload();
    await popup.locator('.steps').waitFor();
    await draw(popup, 'popup-first', language);
  });
  await drawWrongTurns(browser, popup, told);
  putTwoAccounts(told);
  await connect(browser, popup, told);
  await planImport(popup, told);
  await inEachLanguage(popup, (language) => drawAfresh(popup, '', '.route', 'popup-home-new', language));
  const preview = await browser.newPage();
  await preview.goto(`chrome-extension://${EXTENSION_ID}/preview.html#new`);
  await preview.getByText('Made').first().waitFor({ timeout: PATIENCE });
  await inEachLanguage(popup, async (language) => {
    await preview.reload();
    await preview.locator('article').first().waitFor();
    await draw(preview, 'preview', language);
  });
  await preview.close();
  // Slow enough to be seen at work.
  told.faults.order({ service: 'exact', call: 'POST salesentry/SalesEntries', times: 400, fault: SLOW });
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('progressbar').waitFor();
  await inEachLanguage(popup, (language) => drawAfresh(popup, '', '[role=progressbar]', 'popup-running', language));
  told.faults.clear();
  await popup.getByRole('progressbar').waitFor({ state: 'detached', timeout: PATIENCE });
  const list = await openInvoiceList(browser, told);
  await sync(list, PATIENCE);
  // So that Exact refuses nothing more: of one entry it would be asked once a language, which its ration does not allow.
  told.exact.closePeriodsBefore('2000-01-01');
  const options = await openOptions(browser);
  await makeReport(options, told);
  await inEachLanguage(popup, async (language) => {
    await drawAfresh(popup, '', '.route', 'popup-home', language);
    await popup.goto('about:blank');
    await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html#set-up`);
    await popup.locator('#terms summary').waitFor();
    for (const fold of await popup.locator('#accounts summary, #terms summary').all()) await fold.click();
    await draw(popup, 'popup-set-up', language);
    await popup.locator('#vat input').first().click();
    await draw(popup, 'popup-search', language);
    for (const tab of TABS) {
      await options.goto('about:blank');
      await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#${tab}`);
      await options.locator('.panel h2').first().waitFor();
      await draw(options, `options-${tab}`, language);
    }
    await list.reload();
    await syncButton(list).waitFor();
    await sync(list, PATIENCE);
    await resultPanel(list).waitFor();
    await draw(list, 'list', language);
    for (const [name, tone] of Object.entries({ 'list-booked': 'good', 'list-cause': 'attention' })) {
      await badges(list)
        .and(list.locator(`.${tone}`))
        .first()
        .click();
      await resultPanel(list).locator('dt').first().waitFor();
      await draw(list, name, language);
    }
  });
  // A page that another extension has made dark.
  await list.evaluate(`for (const part of document.querySelectorAll('body, body *')) {
    part.style.backgroundColor = '#15181b';
    part.style.color = '#dde';
  }`);
  await sync(list, PATIENCE);
  await draw(list, 'list-dark-host', 'en');
  await popup.goto('about:blank');
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  told.exact.revokeTokens();
  told.faults.order({ service: 'exact', times: 400, fault: { kind: 'status', status: 503, when: 'before' } });
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.locator('.cause').first().waitFor({ timeout: PATIENCE });
  await inEachLanguage(popup, (language) => drawAfresh(popup, '', '.route', 'popup-error', language));
  told.faults.clear();
}

/** With an entry that stands there twice, and one that was removed. */
async function makeReport(options: Page, { business, exact: { ledger } }: Sandbox): Promise<void> {
  const [doubled, removed] = [...ledger.entries.values()].filter(({ link }) => link?.includes('invoice_detail'));
  if (doubled === undefined || removed === undefined) throw new Error('Nothing is booked.');
  const other = { ...doubled, id: crypto.randomUUID(), entryNumber: doubled.entryNumber + 500_000, link: null };
  ledger.entries.set(other.id, other);
  ledger.entries.delete(removed.id);
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#reports`);
  await options.getByLabel('First day').fill(business.startDate);
  await options.getByLabel('Last day').fill(business.today);
  await options.getByRole('button', { name: 'Make the report' }).click();
  await options.locator('.totals').first().waitFor({ timeout: PATIENCE });
}

/** What would be created, with a question among it. */
async function planImport(popup: Page, told: Sandbox): Promise<void> {
  const known = told.business.customers.find(({ type }) => type === 'contact');
  told.exact.ledger.putAccount(null, { Name: known?.name ?? '', Status: 'C', Blocked: false });
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html#set-up`);
  await popup.reload();
  const step = popup.locator('#import');
  await step.getByRole('radio').nth(1).check();
  await step.getByRole('button', { name: 'Read both sides' }).click();
  await step.locator('.counts').waitFor({ timeout: PATIENCE });
}

/** A log-in window that was closed, and keys that are wrong. */
async function drawWrongTurns(browser: BrowserContext, popup: Page, told: Sandbox): Promise<void> {
  const exact = popup.locator('#exact');
  await exact.locator('select').selectOption(told.business.country.toLowerCase());
  await exact.locator('input').nth(1).fill(EXACT_APP.clientId);
  await exact.locator('input[type=password]').fill('wrong');
  await exact.locator('input[type=password]').blur();
  const opened = browser.waitForEvent('page');
  await exact.locator('.is-primary').click();
  await (await opened).close();
  await exact.getByRole('alert').waitFor();
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await exact.getByRole('alert').nth(1).waitFor();
  await inEachLanguage(popup, (language) => drawAfresh(popup, '', '#exact [role=alert]', 'popup-log-in', language));
}

/** Loads the page anew, in the language that was chosen meanwhile. */
async function drawAfresh(popup: Page, hash: string, ready: string, name: string, language: string): Promise<void> {
  await popup.goto('about:blank');
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html${hash}`);
  await popup.locator(ready).first().waitFor();
  await draw(popup, name, language);
}

/** The words change with the choice; the last one leaves it as it was. */
async function inEachLanguage(popup: Page, task: (language: string) => Promise<void>): Promise<void> {
  for (const language of Object.keys(LANGUAGES)) {
    await choose(popup, language);
    await task(language);
  }
  await choose(popup, 'en');
  await popup.reload();
}

function choose(popup: Page, language: string): Promise<unknown> {
  return popup.evaluate(`chrome.runtime.sendMessage({ type: 'language/choose', language: '${language}' })`);
}

/** The window is made as tall as the page: a bar that sticks to its foot would stand in the middle. */
async function draw(page: Page, name: string, language: string): Promise<void> {
  const size = page.viewportSize();
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  if (size && height > size.height) await page.setViewportSize({ width: size.width, height });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(FOLDER, `${name}-${language}-${colorScheme}.png`), fullPage: true });
  }
  if (language === 'en') await drawContrasts(page, name);
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
}

/** For who needs more contrast than there is, and in the colours of a system that has its own. */
async function drawContrasts(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
  await page.screenshot({ path: join(FOLDER, `${name}-en-more-contrast.png`), fullPage: true });
  await page.emulateMedia({ contrast: null, forcedColors: 'active' });
  await page.screenshot({ path: join(FOLDER, `${name}-en-forced-colours.png`), fullPage: true });
  await page.emulateMedia({ forcedColors: null });
}

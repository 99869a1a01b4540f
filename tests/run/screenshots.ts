/** `npm run screenshots`: every screen in each language, light and dark, to be looked at. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { LANGUAGES } from '../../lib/i18n/language.ts';
import { putTwoAccounts } from '../e2e/two-accounts.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { EXTENSION_ID, openBrowser, openOptions, openPopup } from './browser.ts';
import { connect, openInvoiceList, resultPanel, sync, syncButton } from './journey.ts';

const FOLDER = 'screenshots';
const PATIENCE = 120_000;

const profile = mkdtempSync(join(tmpdir(), 'boekbrug-screenshots-'));
const sandbox = await startSandbox({ documents: 60, speed: 20 });
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
    for (const guide of await popup.locator('.guide summary').all()) await guide.click();
    await draw(popup, 'popup-guide', language);
  });
  await popup.reload();
  putTwoAccounts(told);
  await connect(browser, popup, told);
  const list = await openInvoiceList(browser, told);
  await sync(list, PATIENCE);
  const options = await openOptions(browser);
  await inEachLanguage(popup, async (language) => {
    await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
    await popup.locator('.route').waitFor();
    await draw(popup, 'popup-home', language);
    await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html#set-up`);
    await popup.reload();
    await popup.locator('.steps').waitFor();
    await popup.locator('#terms').waitFor();
    for (const fold of await popup.locator('#accounts summary, #terms summary').all()) await fold.click();
    await draw(popup, 'popup-set-up', language);
    await options.reload();
    await options.getByRole('table').first().waitFor();
    await draw(options, 'options', language);
    await list.reload();
    await syncButton(list).waitFor();
    await sync(list, PATIENCE);
    await resultPanel(list).waitFor();
    await draw(list, 'list', language);
  });
}

/** The words change with the choice; the last one leaves it as it was. */
async function inEachLanguage(popup: Page, task: (language: string) => Promise<void>): Promise<void> {
  for (const language of Object.keys(LANGUAGES)) {
    await choose(popup, language);
    await task(language);
  }
  await choose(popup, 'en');
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
  await page.emulateMedia({ colorScheme: 'light' });
  if (size) await page.setViewportSize(size);
}

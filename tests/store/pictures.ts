/** What a store shows of the extension, in its size and in each language. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { LANGUAGES } from '../../lib/i18n/language.ts';
import { EXTENSION_ID, openBrowser, openPopup } from '../run/browser.ts';
import { badges, connect, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** As the stores ask for it. */
const SIZE = { width: 1280, height: 800 } as const;
const PATIENCE = 120_000;
const ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** What is told on pages of our own, in the order in which a store shows it after the list. */
const PAGES = [
  { name: '2-attention', path: '/options.html#attention', ready: '.panel h2' },
  { name: '3-documents', path: '/options.html#documents', ready: '.panel table' },
  { name: '4-connections', path: '/options.html#connections', ready: '.panel h2' },
] as const;

/** @param folder where they go, in a folder for each language */
export async function drawPictures(folder: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'boekbrug-pictures-'));
  const sandbox = await startSandbox({ documents: 60, speed: 20 });
  const context = await openBrowser(sandbox, { profile, headless: true });
  try {
    await drawAll(context, sandbox, folder);
  } finally {
    await context.close();
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function drawAll(context: BrowserContext, sandbox: Sandbox, folder: string): Promise<void> {
  const popup = await openPopup(context);
  await connect(context, popup, sandbox);
  const list = await openInvoiceList(context, sandbox);
  await list.setViewportSize(SIZE);
  await sync(list, PATIENCE);
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  for (const language of Object.keys(LANGUAGES)) {
    const into = join(folder, language);
    mkdirSync(into, { recursive: true });
    await popup.evaluate(`chrome.runtime.sendMessage({ type: 'language/choose', language: '${language}' })`);
    await list.reload();
    await syncButton(list).waitFor();
    await sync(list, PATIENCE);
    await resultPanel(list).waitFor();
    await badges(list).first().waitFor();
    await list.screenshot({ path: join(into, '1-list.png') });
    for (const { name, path, ready } of PAGES) {
      await openAfresh(page, `${ORIGIN}${path}`, ready);
      await page.screenshot({ path: join(into, `${name}.png`) });
    }
  }
}

/** Loads the page anew, in the language that was chosen meanwhile. */
async function openAfresh(page: Page, url: string, ready: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator(ready).first().waitFor();
}

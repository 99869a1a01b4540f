/** Does a packed extension work at all? Its background answers, the popup draws, and the button stands in the invoice list. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { Bidi } from './bidi.ts';
import { openBrowser } from './browser.ts';
import { FIREFOX_ORIGIN, withFirefox } from './firefox.ts';
import { syncButton } from './journey.ts';
import type { Packed } from './pack.ts';

const listAddress = ({ teamleader }: Sandbox): string => `https://focus.teamleader.eu${teamleader.invoiceListPath()}`;

/** In the browser: the address to which log-ins come back, as the background tells it. */
const REDIRECT_URL = `
  chrome.runtime.sendMessage({ type: 'setup/view', reload: false }).then(({ services }) => services.exact.redirectUrl)`;

async function withSandbox(task: (sandbox: Sandbox) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ documents: 20, speed: 20 });
  try {
    await task(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** Edge is Chromium too: it takes what Chromium takes. */
export const smokeInChromium = ({ folder }: Packed): Promise<void> =>
  withSandbox(async (sandbox) => {
    const profile = mkdtempSync(join(tmpdir(), 'boekbrug-smoke-'));
    const context = await openBrowser(sandbox, { profile, headless: true, extension: folder });
    try {
      const { host } = new URL(context.serviceWorkers()[0]?.url() ?? '');
      const popup = await context.newPage();
      await popup.goto(`chrome-extension://${host}/popup.html`);
      await expect(popup.locator('.steps')).toBeVisible();
      expect(await popup.evaluate(REDIRECT_URL)).toBe(`https://${host}.chromiumapp.org/exact`);
      const page = await context.newPage();
      await page.goto(listAddress(sandbox));
      const { email, password } = sandbox.business.users.teamleader;
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.goto(listAddress(sandbox));
      await expect(syncButton(page)).toBeVisible();
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });

const manifestSchema = z.object({ browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }) });

export const smokeInFirefox = (firefox: string, { folder, file }: Packed): Promise<void> =>
  withSandbox(async (sandbox) => {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const { id } = manifestSchema.parse(manifest).browser_specific_settings.gecko;
    await withFirefox(firefox, sandbox, { id, path: file }, async (bidi) => {
      const popup = await bidi.open(`${FIREFOX_ORIGIN}/popup.html`);
      await isTrue(bidi, popup, "document.querySelector('.steps') !== null");
      expect(await bidi.evaluate(popup, REDIRECT_URL)).toMatch(
        /^https:\/\/[0-9a-f]{40}\.extensions\.allizom\.org\/exact$/,
      );
      const page = await bidi.open(listAddress(sandbox));
      const { email, password } = sandbox.business.users.teamleader;
      await bidi.evaluate(
        page,
        `(() => {
          document.querySelector('input[type=email]').value = ${JSON.stringify(email)};
          document.querySelector('input[type=password]').value = ${JSON.stringify(password)};
          document.querySelector('input[type=password]').form.requestSubmit();
        })()`,
      );
      const list = await opened(bidi, listAddress(sandbox), 'table');
      await isTrue(bidi, list, `document.querySelector('[data-boekbrug="button"]') !== null`);
    });
  });

/** A log-in leads on in its own time: until the page is seen, it is opened anew. */
async function opened(bidi: Bidi, url: string, selector: string): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const page = await bidi.open(url);
    if ((await bidi.evaluate(page, `document.querySelector('${selector}') !== null`)) === true) return page;
  }
  throw new Error(`${url} shows no ${selector}.`);
}

const isTrue = (bidi: Bidi, context: string, expression: string): Promise<void> =>
  expect.poll(() => bidi.evaluate(context, expression), { timeout: 20_000, message: expression }).toBe(true);

import type { BrowserContext, Page } from '@playwright/test';
import { EXTENSION_ID, openOptions } from '../run/browser.ts';
import { expect, test } from './fixture.ts';

const POPUP = `chrome-extension://${EXTENSION_ID}/popup.html`;
const kept = (page: Page): Promise<string> => page.evaluate("localStorage.getItem('picture') ?? ''");
const untilKept = (popup: Page, text: string) => expect.poll(() => kept(popup)).toContain(text);

async function opened(context: BrowserContext, script = ''): Promise<Page> {
  const popup = await context.newPage();
  await popup.addInitScript(script);
  await popup.goto(POPUP);
  return popup;
}

test('no picture is kept in a language that was left, though a popup stands open in it', async ({
  context,
  connected,
}) => {
  await connected.reload();
  await untilKept(connected, 'Sync now');
  const options = await openOptions(context, 'preferences');
  await options.getByLabel('Language', { exact: true }).selectOption({ label: 'Nederlands' });
  await expect(options.locator('html')).toHaveAttribute('lang', 'nl');
  await expect(options.getByRole('heading').first()).toBeVisible();
  // The popup hears of it a moment later, and would keep one a moment after that.
  await options.evaluate('new Promise((resolve) => setTimeout(resolve, 1500))');
  expect(await kept(options)).toBe('');
});

test('a picture makes way after a moment where the background is silent', async ({ context, connected }) => {
  await connected.reload();
  await untilKept(connected, 'Sync now');
  // As after a start of the browser.
  await connected.evaluate("chrome.storage.session.remove('snapshot/setup')");
  await connected.close();
  const popup = await opened(context, 'chrome.runtime.sendMessage = () => new Promise(() => undefined);');
  await expect(popup.locator('#root:not([inert])')).toContainText('Loading');
});

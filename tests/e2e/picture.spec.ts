import type { BrowserContext, Page } from '@playwright/test';
import { EXTENSION_ID, openOptions } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

/** What stood in the popup before its own code had drawn anything, where that was a picture; else the empty string. */
async function openedPopup(context: BrowserContext): Promise<{ readonly popup: Page; readonly picture: string }> {
  const popup = await context.newPage();
  await popup.addInitScript(`
    new MutationObserver((_, observer) => {
      const root = document.querySelector('#root');
      if (root === null || root.childElementCount === 0) return;
      window.picture = root.inert ? (${drawnIn})(root) : '';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  `);
  await popup.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  await expect(popup.getByRole('button', { name: /^(Sync now|Nu synchroniseren)$/ })).toBeVisible();
  return { popup, picture: String(await popup.evaluate('window.picture')) };
}

const stored = (page: Page, key: string): Promise<unknown> =>
  page.evaluate(`chrome.storage.session.get('${key}').then(JSON.stringify)`);

/** A picture is kept a moment after the last answer. */
const untilKept = (popup: Page, text: string) => expect.poll(() => stored(popup, 'snapshot/picture')).toContain(text);

const drawn = (popup: Page): Promise<string> => popup.locator('#root').evaluate(drawnIn);

/** In the page: what is read there, and what is chosen. */
function drawnIn(root: Element): string {
  const fields = [...root.querySelectorAll<HTMLInputElement>('select, input')];
  return [root.textContent, ...fields.map(({ value, checked }) => `${value} ${checked}`)].join('\n');
}

test('the popup is drawn as it was before its code is loaded, and answers once it is', async ({
  context,
  connected,
}) => {
  // As it is opened next: now it says that the set-up is saved.
  await connected.reload();
  await untilKept(connected, 'Sync now');
  const before = await drawn(connected);
  await connected.close();
  const { popup, picture } = await openedPopup(context);
  expect(picture).toBe(before);
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  await expect(popup.getByRole('button', { name: 'Back' })).toBeVisible();
});

test('a picture of another state or in another language is not shown', async ({ context, connected, sandbox }) => {
  // As it is opened next: now it says that the set-up is saved.
  await connected.reload();
  await untilKept(connected, 'Sync now');
  await connected.close();
  await sync(await openInvoiceList(context, sandbox), PATIENCE);
  // To another page the background says what came of it, and no popup was open to see that.
  const options = await openOptions(context, 'preferences');
  const language = options.getByLabel('Language', { exact: true });
  await expect.poll(() => stored(options, 'snapshot/setup')).toContain('endedAt');
  const other = await openedPopup(context);
  expect(other.picture).toBe('');
  await untilKept(other.popup, 'Sync now');
  await other.popup.close();

  await language.selectOption({ label: 'Nederlands' });
  await expect(options.locator('html')).toHaveAttribute('lang', 'nl');
  const dutch = await openedPopup(context);
  expect(dutch.picture).toBe('');
  await untilKept(dutch.popup, 'Nu synchroniseren');
});

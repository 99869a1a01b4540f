import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import Big from 'big.js';
import type { PreviewView } from '../../lib/messages.ts';
import { EXTENSION_ID, openOptions } from '../run/browser.ts';
import { badges, openInvoiceList, resultPanel, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { grossOf, vatOf } from '../sandbox/exact/ledger.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

async function openPreview(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/preview.html#new`);
  await expect(page.getByRole('button', { name: /^Book these \d+ entries$/ })).toBeVisible({ timeout: PATIENCE });
  return page;
}

/** All that the preview shows, page by page. */
async function shownIn(page: Page): Promise<PreviewView['documents']> {
  const shown: PreviewView['documents'][number][] = [];
  for (let number = 0; ; number += 1) {
    const view: PreviewView = await page.evaluate(
      `chrome.runtime.sendMessage({ type: 'preview/view', page: ${number} })`,
    );
    shown.push(...view.documents);
    if (number + 1 >= (view.head?.pages ?? 0)) return shown;
  }
}

/** That it was sent is also told in the moment before the run begins; what came of it only when the run is over. */
async function untilBooked(page: Page): Promise<void> {
  await expect(page.getByText(/\d+\sbooked/).first()).toBeVisible({ timeout: PATIENCE });
  await expect(page.getByText(/was sent to be booked at/)).toBeVisible();
}

const writesTo = ({ log }: Sandbox): string[] =>
  Object.keys(log.counts('exact')).filter((call) => !call.startsWith('GET '));

test('what a preview shows is what is booked, to the cent, and nothing is written before', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('link', { name: 'Preview the next sync' })).toBeVisible();
  const page = await openPreview(context);
  expect(writesTo(sandbox)).toEqual([]);
  await expect(page.getByText(/Nothing has been sent/)).toBeVisible();
  const shown = await shownIn(page);
  const book = shown.flatMap(({ id, plan }) => (plan.do === 'book' ? [{ id, entry: plan.entry }] : []));
  const gross = book
    .filter(({ entry }) => entry.currency === 'EUR')
    .reduce((sum, { entry }) => sum.plus(entry.gross), new Big(0));
  const told = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(Number(gross.toFixed(2)));
  await expect(page.getByRole('row', { name: /^Total · EUR/ }).getByText(told)).toBeVisible();

  await page.getByRole('button', { name: `Book these ${book.length} entries` }).click();
  const question = page.getByRole('alertdialog', { name: 'Book what is shown in Exact?' });
  await question.getByRole('button', { name: /^Book these/ }).click();
  await untilBooked(page);

  const entries = [...sandbox.exact.ledger.entries.values()];
  const booked = book.flatMap(({ id, entry }) => {
    const stands = entries.find(({ link }) => link?.includes(id));
    return stands === undefined ? [] : [{ entry, stands }];
  });
  expect(booked.length).toBe(sandbox.business.documents.filter(({ expected }) => expected === 'booked').length);
  for (const { entry, stands } of booked) {
    expect([stands.entryNumber, stands.date, stands.yourRef]).toEqual([entry.entryNumber, entry.date, entry.yourRef]);
    expect([grossOf(stands).toFixed(), vatOf(stands).toFixed()]).toEqual([
      new Big(entry.gross).toFixed(),
      new Big(entry.vat).toFixed(),
    ]);
  }
  expect(entries.filter(({ link }) => link !== null)).toHaveLength(booked.length);
  await expect(page.getByText(/Nothing has been sent/)).toHaveCount(0);
  // Pressed once: the preview offers it no second time.
  await expect(page.getByRole('button', { name: /^Book these/ })).toHaveCount(0);
});

test('what was changed in Teamleader after the preview is held back and told; the others are booked', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openPreview(context);
  const [changed] = sandbox.business.documents.filter(
    ({ kind, expected }) => kind === 'invoice' && expected === 'booked',
  );
  if (changed === undefined) throw new Error('The business has no invoice to book.');
  sandbox.teamleader.ledger.updateInvoice(changed.id, { paymentReference: '+++084/2613/66074+++' });
  await page.getByRole('button', { name: /^Book these/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Book these/ })
    .click();
  await untilBooked(page);
  const outcomes = new Map((await outcomesOf(context)).map(({ id, outcome }) => [id, outcome]));
  expect(outcomes.get(changed.id)).toMatchObject({ state: 'blocked', cause: { type: 'changedSincePreview' } });
  await expect(page.getByText('It would be booked otherwise now than the preview showed').first()).toBeVisible();
  const { duplicates, booked } = tally(sandbox, await outcomesOf(context));
  expect(duplicates).toBe(0);
  expect(booked).toBe(sandbox.business.documents.filter(({ expected }) => expected === 'booked').length - 1);
});

test('what differs since booking is told side by side, accepted, and booked again only once its entry is gone', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const list = await openInvoiceList(context, sandbox);
  await sync(list, PATIENCE);
  const entries = [...sandbox.exact.ledger.entries.values()];
  const booked = sandbox.business.documents.filter(
    ({ id, kind, currency }) =>
      kind === 'invoice' && currency === 'EUR' && entries.some(({ link }) => link?.includes(id)),
  );
  const [first, second] = booked;
  if (first?.date == null || second?.date == null) throw new Error('No two invoices were booked.');
  sandbox.teamleader.ledger.updateInvoice(first.id, { date: '2026-11-02' });
  sandbox.teamleader.ledger.updateInvoice(second.id, { date: '2026-11-02' });
  await list.reload();
  await sync(list, PATIENCE);

  const options = await openOptions(context);
  const cardOf = (number: string | null) =>
    options.locator('.drift').filter({ has: options.getByRole('link', { name: `Invoice ${number}`, exact: true }) });
  const card = cardOf(first.number);
  await expect(card.getByText('It was changed after it was booked.')).toBeVisible();
  await expect(card.getByRole('row', { name: 'Date Teamleader' }).getByText('02/11/2026')).toBeVisible();
  await card.getByRole('button', { name: /^Leave as it is/ }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Leave as it is' }).click();
  await expect(card).toHaveCount(0);

  // The other one from Teamleader's own page of it.
  await list.goto(`https://focus.teamleader.eu/invoice_detail.php?id=${second.id}`);
  await badges(list).click();
  const detail = resultPanel(list);
  await expect(detail.getByRole('row', { name: 'Teamleader Date' }).getByText('02/11/2026')).toBeVisible();
  const entry = entries.find(({ link }) => link?.includes(second.id));
  sandbox.exact.deleteEntry(entry?.id ?? '');
  await expect(detail.getByRole('button', { name: 'Book again' })).toHaveCount(0);
  await detail.getByRole('button', { name: 'Look again' }).click();
  await expect(detail.getByText('Its entry was removed in Exact.')).toBeVisible();
  await detail.getByRole('button', { name: 'Book again' }).click();
  await expect(detail.getByText(`Book ${second.number} again?`)).toBeVisible();
  await detail.getByRole('button', { name: 'Cancel' }).click();
  await detail.getByRole('button', { name: 'Book again' }).click();
  await detail.getByRole('button', { name: 'Book again' }).click();
  await expect(badges(list)).toHaveText('Booked', { timeout: PATIENCE });
  await expect
    .poll(() => [...sandbox.exact.ledger.entries.values()].filter(({ link }) => link?.includes(second.id)).length)
    .toBe(1);
  const { duplicates } = tally(sandbox, await outcomesOf(context));
  expect(duplicates).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the preview, ${colorScheme}`, async ({ context, connected }) => {
    await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
    const page = await openPreview(context);
    await page.emulateMedia({ colorScheme });
    for (const detail of (await page.locator('summary').all()).slice(0, 5)) await detail.click();
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  });
}

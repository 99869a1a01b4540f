import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { badges, openInvoiceList, resultPanel, sync, syncButton } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

const badgeOf = (row: Locator) => row.locator('[data-boekbrug="badge"] button');

test('a badge opens its document: what was booked, or the cause and the way to mend it', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  const detail = resultPanel(page);
  const options = context.waitForEvent('page');
  await detail.getByRole('button', { name: 'Open the options page' }).click();
  await expect(await options).toHaveURL(/options\.html/);
  await (await options).close();
  await page.bringToFront();
  const booked = badges(page).filter({ hasText: 'Booked' }).first();

  // By the keyboard, and back to where it came from.
  await booked.focus();
  await page.keyboard.press('Enter');
  await expect(detail.getByRole('heading', { name: /^(Invoice|Credit note) 20/ })).toBeVisible();
  await expect(detail).toBeFocused();
  const [entry] = /\d{8}/.exec((await booked.getAttribute('title')) ?? '') ?? [];
  await expect(detail.getByRole('link', { name: entry ?? 'none' })).toHaveAttribute(
    'href',
    `https://start.exactonline.${sandbox.business.country.toLowerCase()}/docs/MenuPortal.aspx?_Division_=${sandbox.business.division.code}`,
  );
  await expect(detail.getByText('€').first()).toBeVisible();
  await expect(detail.getByRole('button', { name: 'Sync this one' })).toHaveCount(0);
  await detail.getByRole('button', { name: 'Look again' }).click();
  await expect(detail.getByText(/^Looked again .* nothing differs/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await expect(booked).toBeFocused();

  await badges(page).filter({ hasText: 'Needs attention' }).first().click();
  await expect(detail.getByRole('listitem')).toHaveCount(1);
  const opened = context.waitForEvent('page');
  await detail.getByRole('button', { name: 'Explain' }).click();
  await expect(await opened).toHaveURL(/options\.html/);

  // Enlarged fourfold, all of the panel is still in the window.
  await page.bringToFront();
  await page.setViewportSize({ width: 340, height: 256 });
  await expect
    .poll(async () => {
      const { y = 0, height = 0 } = (await detail.boundingBox()) ?? {};
      return height > 120 && y + height < 256;
    })
    .toBe(true);
  await page.setViewportSize({ width: 1360, height: 860 });

  for (const mark of ['badge', 'button', 'panel']) {
    const { violations } = await new AxeBuilder({ page }).include(`[data-boekbrug="${mark}"]`).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
  }
});

test('ticked rows are synced alone, and so is the one whose detail is open', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const booked = new Set(
    sandbox.business.documents.filter(({ expected }) => expected === 'booked').map(({ number }) => number),
  );
  const page = await openInvoiceList(context, sandbox);
  await expect(badges(page).first()).toBeVisible();
  const toBook = (await page.locator('table.list tbody tr').all()).map(async (row) => ({
    row,
    number: await row.getByRole('link').first().textContent(),
  }));
  const [first, second, third] = (await Promise.all(toBook)).filter(({ number }) => booked.has(number));
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few documents');
  const standing = sandbox.exact.ledger.entries.size;

  // None of them was synced yet: each can be shown beforehand all the same, and no writing call is made.
  await badgeOf(first.row).click();
  const opened = context.waitForEvent('page');
  await resultPanel(page).getByRole('button', { name: 'Preview', exact: true }).click();
  const preview = await opened;
  await expect(preview.getByRole('button', { name: /^Book (this|these)/ })).toBeVisible({ timeout: PATIENCE });
  await expect(preview.getByText(first.number ?? 'none').first()).toBeVisible();
  await preview.close();
  expect(Object.keys(sandbox.log.counts('exact')).filter((call) => !call.startsWith('GET '))).toEqual([]);
  await page.bringToFront();
  await page.keyboard.press('Escape');

  await first.row.getByRole('checkbox').check();
  await expect(syncButton(page)).toHaveText('Sync 1 selected');
  await second.row.getByRole('checkbox').check();
  await expect(syncButton(page)).toHaveText('Sync 2 selected');
  await sync(page, PATIENCE);
  expect(sandbox.exact.ledger.entries.size).toBe(standing + 2);
  await expect(badgeOf(first.row)).toHaveText('Booked');
  await expect(badgeOf(third.row)).toHaveText('To book');

  await badgeOf(third.row).click();
  await resultPanel(page).getByRole('button', { name: 'Sync this one' }).click();
  await expect(badgeOf(third.row)).toHaveText('Booked', { timeout: PATIENCE });
  await expect(resultPanel(page).getByText('Entry in Exact')).toBeVisible();
  expect(sandbox.exact.ledger.entries.size).toBe(standing + 3);
});

for (const layout of ['classic', 'grid-sections'] as const) {
  test.describe(`a document's own page, ${layout}`, () => {
    test.use({ sandboxOptions: { documents: 60, speed: 20, switches: { layout } } });

    test('has its badge beside the title', async ({ context, connected, sandbox }) => {
      await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
      const page = await openInvoiceList(context, sandbox);
      await sync(page, PATIENCE);
      await page.keyboard.press('Escape');
      const booked = sandbox.business.documents.find(
        ({ kind, expected }) => kind === 'invoice' && expected === 'booked',
      );
      if (layout === 'classic') await page.goto(`https://focus.teamleader.eu/invoice_detail.php?id=${booked?.id}`);
      else
        await page.locator('[data-teamleader-ui="datagrid-body-row"] .is-number span').getByText(' / ').last().click();
      await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d{4} \/ \d+/);
      await expect(page.locator('h1 [data-boekbrug="badge"] button')).toHaveText(/Booked|In Exact|Not in scope|Needs/);
      await expect(page.locator('[data-boekbrug="badge"]')).toHaveCount(1);
      await expect(page.locator('[data-boekbrug="button"]')).toHaveCount(0);
    });
  });
}

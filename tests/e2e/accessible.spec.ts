import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openOptions } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { expect, test } from './fixture.ts';
import { putTwoAccounts } from './two-accounts.ts';

const PATIENCE = 60_000;

async function expectAccessible(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  // Extension pages take no second page for axe's own report: its older way of running does.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in popup and options, ${colorScheme}`, async ({ context, popup, sandbox, connected }) => {
    await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
    putTwoAccounts(sandbox);
    const list = await openInvoiceList(context, sandbox);
    await sync(list, PATIENCE);
    await expect(popup.getByText('documents need attention')).toBeVisible();
    await expectAccessible(popup, colorScheme);
    await popup.getByRole('button', { name: 'Change the set-up' }).click();
    await popup.getByText('Accounts per tax rate').click();
    await popup.getByText('Payment terms', { exact: true }).click();
    await expect(popup.getByRole('cell', { name: 'Cash' })).toBeVisible();
    await expectAccessible(popup, colorScheme);
    const options = await openOptions(context);
    await expect(options.getByRole('button', { name: 'Use this account' }).first()).toBeVisible();
    await expectAccessible(options, colorScheme);
  });
}

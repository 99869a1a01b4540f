import { EXTENSION_ID, openOptions } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { EXACT_APP } from '../sandbox/credentials.ts';
import { expectAccessible } from './expect-accessible.ts';
import { expectReflow } from './expect-reflow.ts';
import { expect, test } from './fixture.ts';
import { putTwoAccounts } from './two-accounts.ts';

const PATIENCE = 60_000;
const TABS = ['attention', 'documents', 'history', 'reports', 'connections', 'import', 'preferences', 'help', 'about'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing while nothing is set up, ${colorScheme}`, async ({ context, popup }) => {
    await popup.getByRole('button', { name: 'Save' }).click();
    await expect(popup.getByRole('alert')).toContainText('Log in to Teamleader.');
    await expectAccessible(popup, colorScheme);
    const exact = popup.getByRole('region', { name: 'Exact Online', exact: true });
    await exact.getByLabel('Client id').fill(EXACT_APP.clientId);
    await exact.getByRole('button', { name: 'Copy' }).click();
    const opened = context.waitForEvent('page');
    await exact.getByRole('button', { name: 'Log in to Exact Online' }).click();
    await (await opened).close();
    await expect(exact.getByRole('alert')).toBeVisible();
    await expectAccessible(popup, colorScheme);
    await expectReflow(popup);
    const options = await openOptions(context);
    for (const tab of TABS) {
      await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#${tab}`);
      await expect(options.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
      await expectAccessible(options, colorScheme);
      await expectReflow(options);
    }
  });

  test(`axe finds nothing in what is set up and synced, ${colorScheme}`, async ({
    context,
    popup,
    sandbox,
    connected,
  }) => {
    await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
    await expectAccessible(popup, colorScheme);
    putTwoAccounts(sandbox);
    const list = await openInvoiceList(context, sandbox);
    await sync(list, PATIENCE);
    await expect(popup.getByText('documents need attention')).toBeVisible();
    await expectAccessible(popup, colorScheme);
    await expectReflow(popup);
    await popup.getByRole('button', { name: 'Change the set-up' }).click();
    await popup.getByText('Accounts per tax rate').click();
    await popup.getByText('Payment terms', { exact: true }).click();
    await expect(popup.getByRole('cell', { name: 'Cash' })).toBeVisible();
    await expectAccessible(popup, colorScheme);
    await expectReflow(popup);
    await popup.getByRole('combobox', { name: 'VAT code for 21%' }).fill('a');
    await expect(popup.getByRole('option').first()).toBeVisible();
    await expectAccessible(popup, colorScheme, '.options');
    await popup.keyboard.press('Escape');
    await popup.getByRole('button', { name: 'Disconnect' }).first().click();
    await expect(popup.getByRole('alertdialog')).toBeVisible();
    await expectAccessible(popup, colorScheme, '[role=alertdialog]');

    const options = await openOptions(context);
    await expect(options.getByRole('button', { name: 'Use this account' }).first()).toBeVisible();
    for (const tab of TABS) {
      await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#${tab}`);
      await expect(options.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
      await expect(options.getByText('Loading…')).toHaveCount(0);
      await expectAccessible(options, colorScheme);
      await expectReflow(options);
    }
  });
}

import { openOptions } from '../run/browser.ts';
import { openInvoiceList } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

test('what needs attention is one click from where it is mended, and booked once it is', async ({
  context,
  connected,
}) => {
  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  const vatCode = connected.getByRole('combobox', { name: 'VAT code for 21%' });
  await expect(vatCode).toHaveValue(/^4 · /);
  const linked = await vatCode.inputValue();
  const links = () =>
    connected.evaluate<number>(
      "chrome.storage.local.get('settings').then(({ settings }) => Object.keys(settings.connections[0].vatLinks).length)",
    );
  const all = await links();
  const choose = async (typed: string) => {
    await vatCode.fill(typed);
    await expect(connected.locator('.option[data-highlighted]')).toContainText(typed);
    await vatCode.press('Enter');
  };
  await choose('Not linked');
  await connected.getByRole('button', { name: 'Save' }).click();
  await expect(connected.getByText('Saved', { exact: true })).toBeVisible();
  await expect.poll(links).toBe(all - 1);
  await connected.getByRole('button', { name: 'Back' }).click();
  await connected.getByRole('button', { name: 'Sync now' }).click();
  const attention = connected.getByRole('region', { name: 'Needs attention' });
  await expect(attention).toContainText('The tax rate 21% is not linked to a VAT code.', { timeout: PATIENCE });
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible({ timeout: PATIENCE });
  const heldNow = async () =>
    Number(/(\d+) documents? needs? attention/.exec((await attention.textContent()) ?? '')?.[1]);
  const held = await heldNow();

  await attention.getByRole('link', { name: 'Set-up: VAT codes' }).click();
  await expect(connected.getByRole('region', { name: 'VAT codes', exact: true })).toBeFocused();
  await choose(linked.slice(4));
  await expect(vatCode).toHaveValue(linked);
  await connected.getByRole('button', { name: 'Save' }).click();
  await expect.poll(links).toBe(all);
  await connected.getByRole('button', { name: 'Back' }).click();
  const options = await openOptions(context);
  await options.getByRole('button', { name: 'Sync again' }).first().click();
  await expect.poll(heldNow, { timeout: PATIENCE }).toBeLessThan(held);

  // Each call that wrote has its line, which says of whom and why.
  await options.getByRole('tab', { name: 'History' }).click();
  const writes = options.getByRole('region', { name: 'What was written' });
  await expect(writes.getByRole('row').filter({ hasText: 'Sales entry for' }).first()).toContainText('Done');
  await writes.getByLabel('Search by number, name or id').fill('New account');
  await expect(writes.getByText('Nothing matches.')).toBeVisible();
});

test.describe('a list that stands elsewhere', () => {
  test.use({ sandboxOptions: { documents: 60, speed: 20, switches: { layout: 'grid' } } });

  test('is opened where it was seen last', async ({ context, connected, sandbox }) => {
    const link = connected.getByRole('link', { name: 'Open the invoice list' });
    await expect(link).toHaveAttribute('href', 'https://focus.teamleader.eu/invoices.php');
    await openInvoiceList(context, sandbox);
    await expect
      .poll(() => connected.evaluate("chrome.storage.local.get('invoiceList')"))
      .toEqual({ invoiceList: 'https://focus.teamleader.eu/web/invoices' });
    await connected.reload();
    await expect(link).toHaveAttribute('href', 'https://focus.teamleader.eu/web/invoices');
  });
});

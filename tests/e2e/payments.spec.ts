import Big from 'big.js';
import { EXTENSION_ID } from '../run/browser.ts';
import { badges, openInvoiceList, resultPanel, sync } from '../run/journey.ts';
import { expect, test } from './fixture.ts';
import { notificationsOf } from './notifications.ts';
import { unpaid } from './unpaid.ts';

const PATIENCE = 60_000;

test('what Exact received is seen on the invoices, and what does not agree is put right from the options page', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByText('Saved. Your documents can be synced now.')).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  const [paid, partly, written] = unpaid(sandbox);
  if (paid === undefined || partly === undefined || written === undefined) throw new Error('Too few invoices.');
  const { bookkeeper } = sandbox.exact;
  const { today } = sandbox.business;
  bookkeeper.reconcile(paid.entryId, today);
  bookkeeper.pay(partly.entryId, { amount: '5.00', date: today });
  const gross = new Big(written.invoice.totals.gross);
  bookkeeper.pay(written.entryId, { amount: gross.minus('0.50').toFixed(2), date: today });
  bookkeeper.writeOff(written.entryId, today);

  const options = await context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#preferences`);
  await options.getByLabel('Tell of each invoice that is set as paid').check();
  const notified = await notificationsOf(context);
  await page.bringToFront();
  await page.reload();
  await sync(page, PATIENCE);
  await expect(resultPanel(page).getByText('set as paid', { exact: true })).toBeVisible();
  await expect(badges(page).filter({ hasText: /^Paid$/ })).toHaveAttribute('title', /Paid on \d\d\/\d\d\/\d{4}\.$/);
  await expect(badges(page).filter({ hasText: 'Partly paid' })).toHaveAttribute('title', /€5\.00 has been received\.$/);
  await expect(badges(page).filter({ hasText: 'Payment?' })).toBeVisible();
  await expect.poll(notified).toContainEqual(expect.stringContaining(`${paid.invoice.number} of `));
  await page.screenshot({ path: test.info().outputPath('list.png') });

  await options.bringToFront();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#attention`);
  const card = options.getByRole('listitem').filter({ hasText: 'written off as a payment difference' });
  await expect(card).toContainText(written.invoice.number ?? '');
  await options.screenshot({ path: test.info().outputPath('attention.png'), fullPage: true });
  await card.getByRole('button', { name: 'Set as paid in Teamleader' }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Set as paid in Teamleader' }).click();
  await expect(card).toBeHidden();
  expect(sandbox.teamleader.ledger.invoices.get(written.invoice.id)?.status).toBe('matched');

  // The bank takes the money back.
  bookkeeper.takeBack(paid.entryId, today);
  await page.bringToFront();
  await page.reload();
  await sync(page, PATIENCE);
  await expect(badges(page).filter({ hasText: 'Paid back' })).toBeVisible();
  await options.bringToFront();
  await options.getByRole('button', { name: 'Remove the payments in Teamleader' }).click();
  await options.getByRole('alertdialog').getByRole('button', { name: 'Remove the payments in Teamleader' }).click();
  await expect.poll(() => sandbox.teamleader.ledger.payments.get(paid.invoice.id) ?? []).toEqual([]);
});

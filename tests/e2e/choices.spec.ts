import { openOptions } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { expect, test } from './fixture.ts';
import { putTwoAccounts } from './two-accounts.ts';

const PATIENCE = 60_000;
const HOSTING = '703000';

test('one line for each line of the invoice, on the account of its tax rate', async ({
  context,
  connected,
  sandbox,
}) => {
  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  await connected.getByText('Accounts per tax rate').click();
  const account = connected.getByRole('combobox', { name: 'Account for 21%', exact: true });
  await account.fill(HOSTING);
  await account.press('Enter');
  await expect(connected.getByText('(1 chosen)')).toBeVisible();
  await connected.getByLabel('Lines of an entry').selectOption({ label: 'One for each line of the invoice' });
  await connected.getByRole('button', { name: 'Save' }).click();
  await expect(connected.getByText('Saved', { exact: true })).toBeVisible();
  await sync(await openInvoiceList(context, sandbox), PATIENCE);

  const { business, exact } = sandbox;
  const codes = new Map(business.glAccounts.map(({ id, code }) => [id, code]));
  const ofCategory = new Map(business.productCategories.map(({ id, glAccountCode }) => [id, glAccountCode]));
  const domestic = business.taxRates.find(({ rate, kind }) => kind === 'domestic' && Number(rate) === 0.21);
  const plain = business.documents.filter(({ expected, discounts }) => expected === 'booked' && discounts.length === 0);
  expect(plain.length).toBeGreaterThan(10);
  for (const { id, lines } of plain) {
    const entry = [...exact.ledger.entries.values()].find(({ link }) => link?.includes(id));
    // Teamleader's sections decide the order, which is held elsewhere.
    const expected = lines
      .filter(({ net }) => Number(net) !== 0)
      .map(
        ({ productCategoryId, taxRateId }) =>
          ofCategory.get(productCategoryId ?? '') ?? (taxRateId === domestic?.id ? HOSTING : '700000'),
      )
      .toSorted();
    expect(entry?.lines.map(({ glAccount }) => codes.get(glAccount ?? '')).toSorted()).toEqual(expected);
  }
  const { missing, totals } = tally(sandbox, await outcomesOf(context));
  expect(missing).toBe(0);
  expect(totals.exact).toEqual(totals.teamleader);
});

test('which of two accounts a customer is, is asked once, and answered by keyboard', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const customer = putTwoAccounts(sandbox);
  await sync(await openInvoiceList(context, sandbox), PATIENCE);

  const options = await openOptions(context);
  const questions = options.getByRole('group', { name: `may be ${customer.name}` });
  await questions.first().getByRole('radio', { name: 'Brugge' }).focus();
  await options.keyboard.press('Space');
  await options.keyboard.press('Tab');
  await expect(options.getByRole('button', { name: 'Use this account' }).first()).toBeFocused();
  await options.keyboard.press('Enter');
  await expect(questions).toHaveCount(0, { timeout: PATIENCE });

  const ledger = sandbox.exact.ledger;
  const theirs = sandbox.business.documents.filter(
    ({ customerId, expected }) => customerId === customer.id && expected === 'booked',
  );
  for (const { id } of theirs) {
    await expect
      .poll(() => {
        const entry = [...ledger.entries.values()].find(({ link }) => link?.includes(id));
        return ledger.accounts.get(entry?.customer ?? '')?.fields['VATNumber'];
      })
      .toBe(customer.vatNumber);
  }
  const used = new Set([...ledger.entries.values()].map((entry) => entry.customer));
  const candidates = [...ledger.accounts.values()].filter(({ fields }) => fields['VATNumber'] === customer.vatNumber);
  expect(candidates.filter(({ id }) => used.has(id))).toHaveLength(1);
});

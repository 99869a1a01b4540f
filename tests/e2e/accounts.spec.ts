import { openOptions } from '../run/browser.ts';
import { openInvoiceList, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import { knownCustomer } from '../unit/sync/known-customer.ts';
import { expect, test } from './fixture.ts';

test('a request for a new account that is sent twice makes one account', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  sandbox.faults.order({ service: 'exact', call: 'POST crm/Accounts', skip: 1, fault: { kind: 'cut', when: 'after' } });
  const page = await openInvoiceList(context, sandbox);
  await sync(page, 60_000);

  const answers = sandbox.log.calls.filter((call) => call.name === 'POST crm/Accounts').map((call) => call.status);
  expect(answers).toContain(0);
  const names = [...sandbox.exact.ledger.accounts.values()]
    .map((account) => account.fields['Remarks'])
    .filter((mark) => mark !== undefined && mark !== null);
  expect(new Set(names).size).toBe(names.length);
  const { duplicates, missing } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
});

test('what was changed in a customer’s account is told in the history, with why and the way to both sides', async ({
  context,
  connected,
  sandbox,
}) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const { customer, account } = knownCustomer(sandbox);
  const emails = [{ type: 'primary', email: 'nieuw@klant.example' }] as const;
  sandbox.teamleader.ledger.updateCustomer(customer.id, { emails });
  await sync(await openInvoiceList(context, sandbox), 60_000);
  expect(sandbox.exact.ledger.accounts.get(account.id)?.fields['Email']).toBe('nieuw@klant.example');

  const options = await openOptions(context, 'history');
  const writes = options.getByRole('region', { name: 'What was written' });
  await writes.getByLabel('Search by number, name or id').fill(customer.id);
  const row = writes.getByRole('row', { name: `Details of the account of ${customer.name}` });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText(
    /The customer of \d{4} \/ \d+: Exact lacked a detail, or Teamleader’s is newer\.\s*Done/,
  );
  await expect(row.getByRole('link', { name: `T ${customer.type}/${customer.id}` })).toHaveAttribute(
    'href',
    `https://focus.teamleader.eu/${customer.type}_detail.php?id=${customer.id}`,
  );
  await expect(row.getByRole('link', { name: `E ${account.id}` })).toHaveAttribute(
    'href',
    RegExp(`^https://start\\.exactonline\\..*=${sandbox.business.division.code}$`),
  );
});

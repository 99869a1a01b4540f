import { openInvoiceList, sync } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
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

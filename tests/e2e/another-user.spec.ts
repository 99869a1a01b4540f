import { logInToTeamleader, openInvoiceList, sync, syncButton } from '../run/journey.ts';
import { outcomesOf } from '../run/outcomes.ts';
import { tally } from '../run/tally.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { COLLEAGUE, changeUser, logInAsColleague, openSetup } from './colleague.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
test('another user of Exact books nothing until the user says that it is right', async ({
  context,
  connected,
  sandbox,
}) => {
  changeUser(sandbox);
  await openSetup(connected);
  await logInAsColleague(context, connected, sandbox);
  const notice = connected.getByText('Another user of Exact Online used this connection so far');
  await expect(notice).toBeVisible();

  const page = await openInvoiceList(context, sandbox);
  await expect(syncButton(page)).toHaveText('Boekbrug is on hold');
  expect(sandbox.log.counts('exact')['POST salesentry/SalesEntries']).toBeUndefined();

  await connected.getByRole('button', { name: 'Go on as Lotte Claes' }).click();
  await expect(notice).toBeHidden();
  await expect(syncButton(page)).toHaveText('Sync to Exact');
  await sync(page, PATIENCE);
  const { duplicates, missing } = tally(sandbox, await outcomesOf(context));
  expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
});

/** The account of another company: other users, another company entity. */
function changeAccount({ business, teamleader }: Sandbox): void {
  Object.assign(business.users.teamleader, { ...COLLEAGUE, id: crypto.randomUUID() });
  Object.assign(business.companyEntity, { id: crypto.randomUUID(), name: 'Elsewhere BV' });
  teamleader.signOut();
}

test('an account in which there is no such company entity is not gone on with, whatever the user says', async ({
  context,
  connected,
  sandbox,
}) => {
  const { name } = sandbox.business.companyEntity;
  changeAccount(sandbox);
  await openSetup(connected);
  const opened = context.waitForEvent('page');
  const step = connected.getByRole('region', { name: 'Teamleader', exact: true });
  await step.getByRole('button', { name: 'Log in again' }).click();
  await logInToTeamleader(await opened, sandbox);
  await expect(connected.getByText('Another user of Teamleader used this connection so far')).toBeVisible();

  await connected.getByRole('button', { name: 'Go on as Lotte Claes' }).click();
  await expect(step.getByText(`does not see ${name},`)).toBeVisible();
  await expect(connected.getByText('Another user of Teamleader used this connection so far')).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await expect(syncButton(page)).toHaveText('Boekbrug is on hold');
  await connected.evaluate("chrome.runtime.sendMessage({ type: 'sync/start' })");
  expect(sandbox.log.counts('exact')['POST salesentry/SalesEntries']).toBeUndefined();
});

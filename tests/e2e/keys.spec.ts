import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { expect, test } from './fixture.ts';

test('a test of the keys says which of them is wrong, before anybody logs in', async ({ popup, sandbox }) => {
  const fields = popup.getByRole('region', { name: 'Exact Online', exact: true });
  await fields.getByLabel('Country').selectOption(sandbox.business.country.toLowerCase());
  const type = async (label: string, value: string): Promise<void> => {
    await fields.getByLabel(label).fill(value);
    await fields.getByLabel(label).blur();
  };
  const press = () => fields.getByRole('button', { name: 'Test the keys' }).click();

  await type('Client id', 'wrong');
  await type('Client secret', EXACT_APP.clientSecret);
  await press();
  await expect(fields.getByRole('alert')).toContainText('The client id is wrong');
  await expect(fields.getByRole('alert')).toContainText('of another country than the one chosen (Belgium)');

  await type('Client id', EXACT_APP.clientId);
  await expect(fields.getByRole('alert')).toBeHidden();
  await type('Client secret', 'wrong');
  await press();
  await expect(fields.getByRole('alert')).toContainText('The client secret is wrong');

  await type('Client secret', EXACT_APP.clientSecret);
  await press();
  await expect(fields.getByRole('status')).toContainText('The keys are right');

  // The service counts what it refuses, which a test is by design: a few in an hour are let happen.
  await press();
  await expect(fields.getByRole('status')).toContainText('The keys are right');
  await press();
  await expect(fields.getByRole('alert')).toContainText('Boekbrug waits until');
  expect(sandbox.log.calls.filter(({ name }) => name.includes('token'))).toHaveLength(4);
});

test('the guide stands open until there are keys, and the redirect URL is copied', async ({ context, popup }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const fields = popup.getByRole('region', { name: 'Teamleader', exact: true });
  const way = fields.getByRole('link', { name: 'Open Teamleader’s page for integrations' });
  await expect(way).toBeVisible();
  await fields.getByRole('button', { name: 'Copy' }).click();
  await expect(popup.getByText('Copied')).toBeVisible();
  expect(await popup.evaluate('navigator.clipboard.readText()')).toBe(TEAMLEADER_APP.redirectUri);

  // What is being read does not close under the hand that types.
  await fields.getByLabel('Client id').fill(TEAMLEADER_APP.clientId);
  await fields.getByLabel('Client id').blur();
  await expect(fields.getByRole('button', { name: 'Test the keys' })).toBeVisible();
  await expect(way).toBeVisible();
  await popup.reload();
  await expect(fields.getByLabel('Client id')).toHaveValue(TEAMLEADER_APP.clientId);
  await expect(way).toBeHidden();
});

test('before the set-up is saved, the popup can be kept open in a tab, which says no more that it closes', async ({
  context,
  popup,
}) => {
  const opened = context.waitForEvent('page');
  await popup.getByRole('link', { name: 'Keep it open in a tab' }).click();
  const tab = await opened;
  await expect(tab.getByRole('button', { name: 'Log in to Teamleader' })).toBeVisible();
  await expect(tab.getByText('This window closes')).toBeHidden();
  expect(tab.url()).toContain('#set-up');
});

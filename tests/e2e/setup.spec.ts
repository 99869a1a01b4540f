import { openPopup } from '../run/browser.ts';
import { logIn, setUp } from '../run/journey.ts';
import { EXACT_APP } from '../sandbox/credentials.ts';
import { expect, test } from './fixture.ts';

test('the popup may close at any point of the set-up and goes on where it was', async ({ context, popup, sandbox }) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await popup.close();

  const again = await openPopup(context);
  await expect(again.getByRole('region', { name: 'Teamleader', exact: true }).getByText('Connected as')).toBeVisible();
  await logIn(context, again, sandbox, 'Exact Online');
  await again.getByLabel('Start date', { exact: true }).fill('2026-03-01');
  await again.getByLabel('Division', { exact: true }).selectOption(String(sandbox.business.division.code));
  await expect(again.getByLabel('Journal for invoices')).toHaveValue('70');
  await again.close();

  const last = await openPopup(context);
  await expect(last.getByLabel('Start date', { exact: true })).toHaveValue('2026-03-01');
  await expect(last.getByLabel('Division', { exact: true })).toHaveValue(String(sandbox.business.division.code));
  await setUp(last, sandbox);
});

test('saving names what is missing, and pressing it again is harmless', async ({ context, popup, sandbox }) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByRole('alert')).toContainText('Choose the start date.');
  await setUp(popup, sandbox);

  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  const calls = sandbox.log.calls.length;
  for (let press = 0; press < 5; press += 1) await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByText('Saved', { exact: true })).toBeVisible();
  expect(sandbox.log.calls.length).toBe(calls);
});

test('codes and journals that cannot be used are shown with the reason and cannot be picked', async ({
  context,
  popup,
  sandbox,
}) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  await setUp(popup, sandbox);
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  const vatCode = popup.getByRole('combobox', { name: 'VAT code for 21%' });
  await expect(vatCode).toHaveValue(/^4 · /);
  const linked = await vatCode.inputValue();
  await vatCode.fill('14');
  const inclusive = popup.getByRole('option', { name: /^14 · / });
  await expect(inclusive).toBeDisabled();
  await expect(inclusive).toContainText('inclusive of VAT');
  await vatCode.press('Enter');
  await vatCode.press('Tab');
  await expect(vatCode).toHaveValue(linked);
  await expect(popup.getByLabel('Journal for invoices').locator('option[value="20"]')).toContainText(
    'not a sales journal',
  );
  await expect(popup.getByLabel('Journal for invoices').locator('option[value="69"]')).toContainText('blocked');
});

test('two equal journals are told beside the second of them', async ({ connected }) => {
  await connected.getByRole('button', { name: 'Change the set-up' }).click();
  const second = connected.getByLabel('Journal for credit notes');
  await second.selectOption('70');
  await expect(second).toHaveAccessibleDescription(/Choose two different journals/);
  await second.selectOption('71');
  await expect(second).not.toHaveAccessibleDescription(/Choose two different journals/);
});

test('a closed log-in window and wrong keys are told, with what to do', async ({ context, popup, sandbox }) => {
  const fields = popup.getByRole('region', { name: 'Exact Online', exact: true });
  await fields.getByLabel('Country').selectOption(sandbox.business.country.toLowerCase());
  await fields.getByLabel('Client id').fill(EXACT_APP.clientId);
  await fields.getByLabel('Client id').blur();
  await fields.getByLabel('Client secret').fill('not-the-secret');
  await fields.getByLabel('Client secret').blur();
  await expect(fields.getByText('Stored; leave empty to keep it')).toBeVisible();

  const opened = context.waitForEvent('page');
  await fields.getByRole('button', { name: 'Log in to Exact Online' }).click();
  await (await opened).close();
  await expect(fields.getByRole('alert')).toContainText('closed before the log-in was done');

  const again = context.waitForEvent('page');
  await fields.getByRole('button', { name: 'Log in to Exact Online' }).click();
  const window = await again;
  const { email, password } = sandbox.business.users.exact;
  await window.getByLabel('User name').fill(email);
  await window.getByLabel('Password').fill(password);
  await window.getByRole('button', { name: 'Log in' }).click();
  await window
    .getByRole('button', { name: 'Allow' })
    .click()
    .catch(() => undefined);
  await expect(fields.getByRole('alert')).toContainText('does not accept the keys');
});

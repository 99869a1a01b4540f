/** In the set-up the focus is never lost, nor hidden, and what is told is seen without looking for it. */
import type { Locator, Page } from '@playwright/test';
import { openPopup } from '../run/browser.ts';
import { logIn } from '../run/journey.ts';
import { TEAMLEADER_APP } from '../sandbox/credentials.ts';
import { expect, test } from './fixture.ts';

const step = (popup: Page, name: string) => popup.getByRole('region', { name, exact: true });

/** How many pixels of it are hidden above the window or under the bar at the foot. */
const hidden = (target: Locator): Promise<number> =>
  target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const foot = document.querySelector('.foot')?.getBoundingClientRect().top ?? innerHeight;
    return Math.max(0, Math.ceil(-top), Math.floor(bottom - foot));
  });

test('what had the focus and is done with leaves it to its step', async ({ context, popup, sandbox }) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await expect(step(popup, 'Teamleader')).toBeFocused();
  await logIn(context, popup, sandbox, 'Exact Online');
  await expect(step(popup, 'Exact Online')).toBeFocused();

  sandbox.exact.removeRight('manageAccounts');
  await popup.getByLabel('Division', { exact: true }).selectOption(String(sandbox.business.division.code));
  const division = step(popup, 'Division and journals');
  const check = division.getByRole('button', { name: 'Check again' });
  await check.focus();
  sandbox.exact.grantRight('manageAccounts');
  await popup.keyboard.press('Enter');
  await expect(check).toHaveCount(0);
  await expect(division).toBeFocused();

  const teamleader = step(popup, 'Teamleader');
  await teamleader.getByRole('button', { name: 'Disconnect' }).focus();
  await popup.keyboard.press('Enter');
  await popup.getByRole('alertdialog').getByRole('button').first().press('Enter');
  await expect(teamleader.getByLabel('Client id')).toBeVisible();
  await expect(teamleader).toBeFocused();
});

test('neither what has the focus nor what is told of a log-in hides under the bar at the foot', async ({
  context,
  popup,
}) => {
  const teamleader = step(popup, 'Teamleader');
  const button = teamleader.getByRole('button', { name: 'Log in to Teamleader' });
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByText('Still needed (2): Log in to Teamleader.')).toBeVisible();
  const id = teamleader.getByLabel('Client id');
  await id.fill(TEAMLEADER_APP.clientId);
  for (const place of [teamleader.getByLabel('Client secret'), button]) {
    await popup.keyboard.press('Tab');
    await expect(place).toBeFocused();
    expect(await hidden(place)).toBe(0);
  }
  const opened = context.waitForEvent('page');
  await popup.keyboard.press('Enter');
  await (await opened).close();
  const told = teamleader.getByRole('alert');
  await expect(told).toBeVisible();
  await expect.poll(() => hidden(told)).toBe(0);
  await expect(button).toBeFocused();

  await popup.close();
  const again = await openPopup(context);
  await expect(step(again, 'Teamleader').getByRole('alert')).toBeVisible();
  await expect.poll(() => hidden(step(again, 'Teamleader').getByRole('alert'))).toBe(0);
});

test('what is still needed takes one line of the bar, and unfolded leads to where each of it is chosen', async ({
  context,
  popup,
  sandbox,
}) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  await popup.getByRole('button', { name: 'Save' }).click();
  const foot = popup.locator('.foot');
  const needed = foot.getByText('Still needed (7): Choose the company entity.');
  await expect(needed).toBeVisible();
  await expect(step(popup, 'Company entity and start date')).toBeFocused();
  expect((await foot.boundingBox())?.height).toBeLessThan(110);

  await needed.focus();
  await popup.keyboard.press('Enter');
  await expect(foot.getByRole('link')).toHaveCount(6);
  await foot.getByRole('link', { name: 'Choose the revenue account.' }).press('Enter');
  await expect(step(popup, 'G/L accounts')).toBeFocused();
  await expect.poll(() => hidden(step(popup, 'G/L accounts').getByRole('heading'))).toBe(0);
});

test('the page that comes in place of another takes the focus', async ({ connected: popup }) => {
  await popup.reload();
  for (const [away, there] of [
    ['Change the set-up', 'Back'],
    ['Back', 'Change the set-up'],
  ] as const) {
    await popup.getByRole('button', { name: away }).press('Enter');
    await expect(popup.getByRole('button', { name: there })).toBeVisible();
    await expect(popup.getByRole('main')).toBeFocused();
  }
});

test('which step is next is told in one line, so that nothing moves with it', async ({ connected: popup }) => {
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  const next = popup.locator('.how-far a');
  await expect(next).toHaveText('Next: Teamleader’s own link with Exact');
  const { height: one = 0 } = (await next.boundingBox()) ?? {};
  await next.evaluate((link) => link.append(' Eigen koppeling van Teamleader met Exact Online, in veel woorden'));
  expect((await next.boundingBox())?.height).toBe(one);
});

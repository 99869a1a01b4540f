import type { BrowserContext, Page } from '@playwright/test';
import type { Sandbox } from '../sandbox/sandbox.ts';

export const COLLEAGUE = { firstName: 'Lotte', lastName: 'Claes', email: 'lotte.claes@example.com' };

/** From now on somebody else sits at this computer. */
export function changeUser({ business, exact }: Sandbox): void {
  Object.assign(business.users.exact, { ...COLLEAGUE, id: crypto.randomUUID() });
  exact.signOut();
}

export const openSetup = (popup: Page) => popup.getByRole('button', { name: 'Change the set-up' }).click();

/** The app has been allowed before, so that the window closes with the log-in. */
export async function logInAsColleague(context: BrowserContext, popup: Page, sandbox: Sandbox): Promise<void> {
  const opened = context.waitForEvent('page');
  const step = popup.getByRole('region', { name: 'Exact Online', exact: true });
  await step.getByRole('button', { name: 'Log in again' }).click();
  const window = await opened;
  await window.getByLabel('User name').fill(COLLEAGUE.email);
  await window.getByLabel('Password').fill(sandbox.business.users.exact.password);
  const closed = window.waitForEvent('close');
  // The window closes under the click, which Playwright may report.
  await window
    .getByRole('button', { name: 'Log in' })
    .click()
    .catch(() => undefined);
  await closed;
}

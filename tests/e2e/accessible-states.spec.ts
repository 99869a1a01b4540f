/** What axe says of popup and options page while they are at work, in trouble, or waiting for the user. */
import type { Page } from '@playwright/test';
import { stopWorker } from '../chaos/profile.ts';
import { openOptions } from '../run/browser.ts';
import { logIn } from '../run/journey.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { changeUser, logInAsColleague, openSetup } from './colleague.ts';
import { expectAccessible, type Look } from './expect-accessible.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
const BOTH = ['light', 'dark'] as const;
const ALL = ['light', 'dark', 'forced'] as const;
const UNREACHABLE = { kind: 'status', status: 503, when: 'before' } as const;

const step = (popup: Page, name: string) => popup.getByRole('region', { name, exact: true });

async function expectAccessibleIn(looks: readonly Look[], page: Page, open: string | null = null): Promise<void> {
  for (const look of looks) await expectAccessible(page, look, open);
}

/** Slow enough to be seen at work: what is asked for is done at once, and answered later. */
function slowDown({ faults }: Sandbox, service: 'teamleader' | 'exact', ...calls: readonly string[]): void {
  const fault = { kind: 'latency', ms: 4000, when: 'after' } as const;
  for (const call of calls) faults.order({ service, call, times: 400, fault });
}

test('axe finds nothing while a sync runs, is being stopped and was stopped', async ({
  context,
  connected,
  sandbox,
}) => {
  slowDown(sandbox, 'exact', 'POST salesentry/SalesEntries');
  await connected.getByRole('button', { name: 'Sync now' }).click();
  await expect(connected.getByRole('progressbar', { name: 'Booking' })).toHaveAttribute('aria-valuemax');
  await expectAccessibleIn(ALL, connected);
  const options = await openOptions(context, 'history');
  await expect(options.getByRole('progressbar')).toBeVisible();
  await expectAccessibleIn(BOTH, options);

  // It stops with the answer to the entry that is being written: where that is still to come, there is time to see it.
  const written = () => sandbox.exact.ledger.entries.size;
  const before = written();
  await expect.poll(written, { intervals: [20] }).toBeGreaterThan(before);
  await connected.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(connected.getByRole('button', { name: 'Stopping…' })).toBeVisible();
  await expectAccessibleIn(['light'], connected);
  await expect(connected.getByText('You stopped the sync before it was done.')).toBeVisible({ timeout: PATIENCE });
  await expectAccessibleIn(BOTH, connected);
});

test.describe('an import', () => {
  test.use({ sandboxOptions: { documents: 20, inExactAlone: 40, speed: 20 } });

  test('axe finds nothing while it reads, creates and is paused', async ({ context, connected, sandbox }) => {
    await openSetup(connected);
    const importing = step(connected, 'Import of companies and contacts');
    await importing.getByRole('radio', { name: 'Yes, show me first what would be created' }).check();
    slowDown(sandbox, 'teamleader', 'companies.list', 'contacts.list');
    await importing.getByRole('button', { name: 'Read both sides' }).click();
    await expect(importing.getByRole('progressbar', { name: 'Reading both sides…' })).toBeVisible();
    await expectAccessibleIn(['light'], connected);
    sandbox.faults.clear();
    await expect(importing.getByText('Companies to be created: 28; contacts: 6')).toBeVisible({ timeout: PATIENCE });

    slowDown(sandbox, 'teamleader', 'companies.add', 'contacts.add');
    await importing.getByRole('button', { name: 'Create them in Teamleader' }).click();
    await expect(importing.getByRole('progressbar', { name: 'Creating in Teamleader' })).toBeVisible();
    await expectAccessibleIn(ALL, connected);
    const options = await openOptions(context, 'import');
    await expect(options.getByRole('progressbar', { name: 'Creating in Teamleader' })).toBeVisible();
    await expectAccessibleIn(BOTH, options);

    await importing.getByRole('button', { name: 'Pause' }).click();
    for (const page of [connected, options]) {
      await expect(page.getByText('Paused. Nothing is created until you go on.')).toBeVisible();
      await expectAccessibleIn(BOTH, page);
    }
  });
});

test('axe finds nothing where Exact cannot be reached, nor where its log-in is needed again', async ({
  context,
  connected,
  sandbox,
}) => {
  sandbox.faults.order({ service: 'exact', times: 400, fault: UNREACHABLE });
  await connected.getByRole('button', { name: 'Sync now' }).click();
  const options = await openOptions(context);
  for (const page of [connected, options]) {
    await expect(page.getByText('Exact Online does not answer.', { exact: false }).first()).toBeVisible({
      timeout: PATIENCE,
    });
    await expect(page.getByText('Nothing needs attention')).toHaveCount(0);
    await expectAccessibleIn(BOTH, page);
  }

  sandbox.faults.clear();
  sandbox.exact.revokeTokens();
  sandbox.exact.signOut();
  await connected.getByRole('button', { name: 'Sync now' }).click();
  await expect(step(connected, 'Exact Online').getByRole('alert')).toBeVisible({ timeout: PATIENCE });
  await expectAccessibleIn(BOTH, connected);
  await expectAccessibleIn(BOTH, options);
});

test('axe finds nothing where another user is noticed', async ({ context, connected, sandbox }) => {
  changeUser(sandbox);
  await openSetup(connected);
  await logInAsColleague(context, connected, sandbox);
  const notice = connected.getByText('Another user of Exact Online used this connection so far');
  await expect(notice).toBeVisible();
  await expectAccessibleIn(BOTH, connected);
  await connected.getByRole('button', { name: 'Back' }).click();
  await expect(notice).toBeVisible();
  await expectAccessibleIn(BOTH, connected);
  const options = await openOptions(context, 'connections');
  await expect(options.getByText('Another user of Exact Online')).toBeVisible();
  await expectAccessibleIn(BOTH, options);
});

test('axe finds nothing in a set-up for which a right lacks, Exact does not answer, or the background does not', async ({
  context,
  popup,
  sandbox,
}) => {
  await logIn(context, popup, sandbox, 'Teamleader');
  await logIn(context, popup, sandbox, 'Exact Online');
  sandbox.exact.removeRight('manageAccounts');
  await popup.getByLabel('Division', { exact: true }).selectOption(String(sandbox.business.division.code));
  const division = step(popup, 'Division and journals');
  await expect(division.getByText('Manage accounts (missing)')).toBeVisible();
  await expectAccessibleIn(BOTH, popup);

  // Its worker dies under the question, and again when that is asked a second time.
  for (let death = 0; death < 2; death += 1) {
    const asked = sandbox.faults.hold(0, PATIENCE);
    if (death === 0) await division.getByRole('button', { name: 'Check again' }).click();
    await asked;
    await stopWorker(context, popup);
  }
  const silent = popup.getByRole('alert').filter({ hasText: 'Boekbrug does not answer.' });
  await expect(silent).toBeVisible();
  await expectAccessibleIn(BOTH, popup);
  await silent.getByRole('button', { name: 'Try again' }).click();
  await expect(silent).toHaveCount(0);

  sandbox.faults.order({ service: 'exact', times: 400, fault: UNREACHABLE });
  await division.getByRole('button', { name: 'Check again' }).click();
  await expect(popup.getByRole('button', { name: 'Read the lists again' })).toBeVisible({ timeout: PATIENCE });
  await expectAccessibleIn(BOTH, popup);
});

test('axe finds nothing in the list of a search field, whatever is found', async ({ connected }) => {
  await openSetup(connected);
  const field = connected.getByRole('combobox', { name: 'VAT code for 21%' });
  await field.click();
  await expect(connected.getByRole('option', { disabled: true }).first()).toBeVisible();
  await expectAccessibleIn(ALL, connected, '.options');
  await field.fill('nothing of the kind');
  await expect(connected.locator('.options')).toContainText('Nothing found');
  await expectAccessibleIn(ALL, connected, '.options');
});

test('axe finds nothing in what is said in passing, nor in a question that stays until it is answered', async ({
  context,
}) => {
  const options = await openOptions(context, 'help');
  await options.getByRole('button', { name: 'Reset the cache' }).click();
  await expect(options.getByRole('alertdialog')).toBeVisible();
  await expectAccessibleIn(ALL, options, '[role=alertdialog]');
  await options.getByRole('alertdialog').getByRole('button').first().click();
  await options.locator('.toast').hover();
  await expectAccessibleIn(ALL, options);
  await expect(options.locator('.toast')).toBeVisible();
});

/** What axe says of popup and options page while they are at work or in trouble. */
import type { Page } from '@playwright/test';
import { openOptions } from '../run/browser.ts';
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

test('axe finds nothing while a sync runs, is being stopped and was stopped', async ({
  context,
  connected,
  sandbox,
}) => {
  // Slow enough to be seen at work.
  sandbox.faults.order({
    service: 'exact',
    call: 'POST salesentry/SalesEntries',
    times: 400,
    fault: { kind: 'latency', ms: 4000 },
  });
  await connected.getByRole('button', { name: 'Sync now' }).click();
  await expect(connected.getByRole('progressbar', { name: 'Booking' })).toHaveAttribute('aria-valuemax');
  await expectAccessibleIn(ALL, connected);
  const options = await openOptions(context, 'history');
  await expect(options.getByRole('progressbar')).toBeVisible();
  await expectAccessibleIn(BOTH, options);

  await connected.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(connected.getByRole('button', { name: 'Stopping…' })).toBeVisible();
  await expectAccessibleIn(['light'], connected);
  await expect(connected.getByText('You stopped the sync before it was done.')).toBeVisible({ timeout: PATIENCE });
  await expectAccessibleIn(BOTH, connected);
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

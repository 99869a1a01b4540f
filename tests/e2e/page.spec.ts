import { badges, openInvoiceList, sync, syncButton } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

test.describe('the newer list, in three sections and without links', () => {
  test.use({ sandboxOptions: { documents: 60, speed: 20, switches: { layout: 'grid-sections' } } });

  test('badges stay right while the list is sorted, paged and left', async ({ context, connected, sandbox }) => {
    await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
    const page = await openInvoiceList(context, sandbox);
    await sync(page, PATIENCE);
    await expect(badges(page).filter({ hasText: 'Booked' }).first()).toBeVisible();
    const rows = await badges(page).count();

    // Sorting draws every row anew.
    await page.locator('[data-teamleader-ui="datagrid-header-row"]').getByText('Number').first().click();
    await expect(badges(page).first()).toBeVisible();
    await expect(page.locator('[data-boekbrug="button"]')).toHaveCount(1);
    const cells = page.locator('[data-boekbrug="badge"]');
    await expect.poll(async () => (await cells.count()) === (await badges(page).count())).toBe(true);
    expect(rows).toBeGreaterThan(10);
    // Never two badges in one place.
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('[data-boekbrug=badge]')].filter((one) => one.nextElementSibling?.dataset.boekbrug === 'badge').length",
      ),
    ).toBe(0);
  });
});

for (const layout of ['classic', 'grid'] as const) {
  test.describe(`the ${layout} list, with numbers of the old API in its links and Dutch texts`, () => {
    test.use({
      sandboxOptions: { documents: 60, speed: 20, switches: { layout, idsInLinks: 'number' } },
    });

    test('is recognised, and speaks the page’s language', async ({ context, connected, sandbox }) => {
      await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
      sandbox.switches.language = 'nl';
      const page = await openInvoiceList(context, sandbox);
      await expect(syncButton(page)).toHaveText('Synchroniseer naar Exact');
      await sync(page, PATIENCE);
      await expect(badges(page).filter({ hasText: 'Geboekt' }).first()).toBeVisible();
    });
  });
}

test('before it is set up the button leads to the set-up', async ({ context, sandbox }) => {
  const page = await context.newPage();
  await page.goto(`https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}`);
  const { email, password } = sandbox.business.users.teamleader;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(syncButton(page)).toHaveText('Set up Boekbrug');
  const opened = context.waitForEvent('page');
  await syncButton(page).click();
  await expect((await opened).getByRole('region', { name: 'Teamleader', exact: true })).toBeVisible();
});

/** Each cause is explained where it is told: by mouse, by keyboard and to a screen reader. Feature F1. */
import { AxeBuilder } from '@axe-core/playwright';
import { badges, openInvoiceList, resultPanel, sync } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;

test('Explain says why, what it means for the books, and what to do', async ({ context, connected, sandbox }) => {
  await expect(connected.getByRole('button', { name: 'Sync now' })).toBeVisible();
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  // The result of the run has causes too.
  await resultPanel(page).getByRole('button', { name: 'Close' }).click();
  await badges(page).filter({ hasText: 'Needs attention' }).first().click();
  const cause = await resultPanel(page).getByRole('listitem').getByRole('paragraph').first().textContent();

  // From Teamleader's page to that very cause, which is open.
  const opening = context.waitForEvent('page');
  await resultPanel(page).getByRole('button', { name: 'Explain' }).click();
  const options = await opening;
  await expect(options).toHaveURL(/#explain\/\w+$/);
  const sought = options.getByRole('listitem').filter({ hasText: cause ?? 'none' });
  await expect(sought.getByText('What it means for your books')).toBeInViewport();
  await expect(sought.getByRole('list').getByRole('listitem').first()).toBeVisible();

  // The others by the keyboard; each is told from the next by its name.
  const others = options.locator('details.explain:not([open]) > summary');
  const other = others.first();
  await expect(other).toHaveAttribute('aria-label', /^Explain: .+/);
  const closed = await others.count();
  await other.focus();
  await options.keyboard.press('Enter');
  await expect(others).toHaveCount(closed - 1);
  await expect(options.getByText('What it means for your books')).toHaveCount(2);
  await options.keyboard.press('Enter');
  await expect(others).toHaveCount(closed);

  const { violations } = await new AxeBuilder({ page: options }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});

/** Two company entities, each booked into its own books by one click. */
import type { Page } from '@playwright/test';
import { openOptions } from '../run/browser.ts';
import { openInvoiceList, resultPanel, sync } from '../run/journey.ts';
import { shiftsOf, watchPaint } from '../run/paint.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';

const PATIENCE = 60_000;
const LEAST_SHIFT = 0.02;

const namesOf = ({ business, exact }: Sandbox) => ({
  first: `${business.companyEntity.name} → ${business.division.name}`,
  second: `${business.otherCompanyEntity.name} → ${exact.practiceLedger.books.division.name}`,
});

/** Adds the other company entity, into the practice division, from the set-up of the first. */
async function addSecond(popup: Page, { business, exact }: Sandbox): Promise<void> {
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  await popup.getByRole('button', { name: 'Add another connection' }).click();
  const entity = popup.getByLabel('Company entity', { exact: true });
  await expect(entity).toHaveValue(business.otherCompanyEntity.id);
  await popup.getByLabel('Division', { exact: true }).selectOption(String(business.division.code));
  await popup.getByLabel('Start date', { exact: true }).fill(business.startDate);
  await entity.selectOption({ label: business.companyEntity.name });
  await popup.getByRole('button', { name: 'Save' }).click();
  await expect(popup.getByText('Another connection books this company entity')).toBeVisible();
  await entity.selectOption({ label: business.otherCompanyEntity.name });
  await popup.getByLabel('Division', { exact: true }).selectOption(String(exact.practiceLedger.books.division.code));
  await expect(popup.getByLabel('Journal for invoices')).toHaveValue('70');
  await expect(popup.getByRole('combobox', { name: 'VAT code for 21%' })).toHaveValue(/^4 · /);
}

test('two connections are set up beside each other, and neither loses what is not saved of the other', async ({
  connected,
  sandbox,
}) => {
  const { first, second } = namesOf(sandbox);
  await addSecond(connected, sandbox);
  const which = connected.getByLabel('Connection', { exact: true });
  await which.selectOption({ label: first });
  await expect(connected.getByLabel('Division', { exact: true })).toHaveValue(String(sandbox.business.division.code));
  await connected.getByLabel('Lines of an entry').selectOption('each');
  await which.selectOption({ label: second });
  await expect(connected.getByLabel('Lines of an entry')).toHaveValue('grouped');
  await connected.reload();
  await expect(which.locator('option:checked')).toHaveText(second);
  await connected.getByRole('button', { name: 'Save' }).click();
  await connected.getByRole('button', { name: `Change ${first}` }).click();
  await expect(connected.getByLabel('Lines of an entry')).toHaveValue('each');
  const options = await openOptions(connected.context(), 'connections');
  await expect(options.locator('dd', { hasText: /^70 · / })).toHaveCount(2);
  const stored = await connected.evaluate("chrome.storage.local.get('settings')");
  expect(stored).toMatchObject({
    settings: {
      connections: [
        { companyEntity: { id: sandbox.business.companyEntity.id }, lines: 'grouped' },
        { companyEntity: { id: sandbox.business.otherCompanyEntity.id }, lines: 'grouped' },
      ],
    },
  });
});

test('one click books both, each into its own books; one that is removed books no more', async ({
  context,
  connected,
  sandbox,
}) => {
  const { business, exact } = sandbox;
  const { first, second } = namesOf(sandbox);
  await addSecond(connected, sandbox);
  await connected.getByRole('button', { name: 'Save' }).click();
  const several = connected.getByRole('region', { name: 'Connections' });
  await expect(several.getByRole('listitem')).toHaveCount(2);
  await connected.reload();
  await expect(several.getByRole('listitem')).toHaveCount(2);
  await expect.poll(() => connected.evaluate("localStorage.getItem('picture')")).not.toBeNull();
  const opened = await context.newPage();
  await opened.setViewportSize({ width: 440, height: 600 });
  await watchPaint(opened);
  await opened.goto(connected.url().replace(/#.*/, ''));
  await expect(opened.locator('#root:not([inert])').getByRole('listitem').first()).toBeVisible();
  expect(await shiftsOf(opened)).toBeLessThan(LEAST_SHIFT);
  await opened.close();

  const list = await openInvoiceList(context, sandbox);
  await sync(list, PATIENCE);
  const theirs = business.documents.filter(
    ({ companyEntityId, number }) => companyEntityId === business.otherCompanyEntity.id && number !== null,
  );
  expect(theirs.length).toBeGreaterThan(1);
  const linked = [...exact.practiceLedger.entries.values()].map(({ link }) => link ?? '');
  expect(linked).toHaveLength(theirs.length);
  for (const { id } of theirs) expect(linked.filter((link) => link.includes(id))).toHaveLength(1);
  expect([...exact.ledger.entries.values()].some(({ link }) => theirs.some(({ id }) => link?.includes(id)))).toBe(
    false,
  );
  await expect(resultPanel(list)).toContainText(` · ${first}`);

  await expect(several.getByRole('listitem').filter({ hasText: second })).toContainText('Last sync');
  const options = await openOptions(context);
  await options.goto(options.url().replace(/#.*|$/, '#documents'));
  await options.getByLabel('Connection', { exact: true }).selectOption({ label: second });
  await expect(options.getByRole('table').getByRole('row')).toHaveCount(theirs.length + 1);

  await several.getByRole('button', { name: `Remove ${second}` }).click();
  const question = connected.getByRole('alertdialog');
  await expect(question).toContainText('What it booked stays in Exact');
  await question.getByRole('button', { name: 'Remove' }).click();
  await expect(several).toHaveCount(0);
  await expect(connected.getByRole('region', { name: 'Connection', exact: true })).toContainText(first);
  expect(exact.practiceLedger.entries.size).toBe(theirs.length);
  await expect(options.getByLabel('Connection', { exact: true })).toHaveCount(0);
});

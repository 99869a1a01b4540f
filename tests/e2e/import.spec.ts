import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EXTENSION_ID, openOptions, openPopup } from '../run/browser.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { expect, test } from './fixture.ts';

test.use({ sandboxOptions: { documents: 20, inExactAlone: 40, speed: 20 } });

const PATIENCE = 60_000;
const SLOWEST_WRITE_MS = 2000;
/** Of the forty, see the generator; the first is told apart from a stranger of its name by the user. */
const TO_CREATE = 34;

const addCalls = ({ log }: Sandbox): number =>
  (log.counts('teamleader')['companies.add'] ?? 0) + (log.counts('teamleader')['contacts.add'] ?? 0);

const imported = ({ teamleader }: Sandbox): string[] =>
  [...teamleader.ledger.customers.values()].flatMap(({ remarks }) =>
    remarks?.startsWith('Exact Online') ? [remarks] : [],
  );

const step = (popup: Page) => popup.getByRole('region', { name: 'Import of companies and contacts', exact: true });

async function openStep(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Change the set-up' }).click();
  await expect(step(popup)).toBeVisible();
}

async function pressSave(popup: Page, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await popup.getByRole('button', { name: 'Save', exact: true }).click();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}

test('what Teamleader lacks is shown first, then created once, whatever is pressed and closed meanwhile', async ({
  context,
  connected,
  sandbox,
}) => {
  await openStep(connected);
  const importing = step(connected);
  await expect(importing.getByText('to do', { exact: true })).toBeAttached();
  await importing.getByRole('radio', { name: 'Yes, show me first what would be created' }).check();
  await importing.getByRole('button', { name: 'Read both sides' }).click();
  await expect(importing.getByText('Companies to be created: 28; contacts: 6')).toBeVisible({ timeout: PATIENCE });
  await importing.getByRole('radio', { name: 'companies' }).check();
  await expect(importing.getByText('Companies to be created: 34; contacts: 0')).toBeVisible();
  await importing.getByRole('radio', { name: 'contacts' }).check();
  await expect(importing.getByText('Companies to be created: 28; contacts: 6')).toBeVisible();
  await expectAccessible(connected);
  await pressSave(connected, 10);
  expect(addCalls(sandbox)).toBe(0);

  for (const call of ['companies.add', 'contacts.add'])
    sandbox.faults.order({
      service: 'teamleader',
      call,
      times: TO_CREATE,
      fault: { kind: 'latency', ms: SLOWEST_WRITE_MS },
    });
  const second = await openPopup(context);
  await openStep(second);
  await step(second).getByRole('button', { name: 'Create them in Teamleader' }).click();
  await expect(importing.getByRole('progressbar', { name: 'Creating in Teamleader' })).toBeVisible();
  await Promise.all([pressSave(connected, 10), pressSave(second, 10)]);
  await importing.getByRole('button', { name: 'Pause' }).click();
  await expect(importing.getByText('Paused. Nothing is created until you go on.')).toBeVisible();
  // What was under way has come to its end.
  const paused = imported(sandbox).length;
  await second.close();
  await connected.close();
  expect(paused).toBeGreaterThan(0);
  expect(paused).toBeLessThan(TO_CREATE);

  const reopened = await openPopup(context);
  await openStep(reopened);
  await expect(step(reopened).getByText('Paused. Nothing is created until you go on.')).toBeVisible();
  expect(imported(sandbox)).toHaveLength(paused);
  await step(reopened).getByRole('button', { name: 'Go on' }).click();
  await expect(step(reopened).getByRole('progressbar', { name: 'Creating in Teamleader' })).toBeVisible();
  sandbox.faults.clear();
  // It goes on while nobody looks.
  await reopened.close();
  await expect.poll(() => imported(sandbox).length, { timeout: PATIENCE }).toBe(TO_CREATE);

  const last = await openPopup(context);
  await openStep(last);
  await expect(step(last).getByText('Nothing is left to create.')).toBeVisible({ timeout: PATIENCE });
  await expect(step(last).getByText('done', { exact: true })).toBeAttached();
  await pressSave(last, 10);
  await step(last).getByRole('button', { name: 'Read both sides again' }).click();
  await expect(step(last).getByText('Nothing is left to create.')).toBeVisible({ timeout: PATIENCE });
  expect(addCalls(sandbox)).toBe(TO_CREATE);
  expect(new Set(imported(sandbox)).size).toBe(TO_CREATE);
});

test('what an import does is said from the beginning, while it looks at both sides once more', async ({
  connected,
  sandbox,
}) => {
  await openStep(connected);
  const importing = step(connected);
  await importing.getByRole('radio', { name: 'Yes, show me first what would be created' }).check();
  await importing.getByRole('button', { name: 'Read both sides' }).click();
  const create = importing.getByRole('button', { name: 'Create them in Teamleader' });
  await expect(create).toBeVisible({ timeout: PATIENCE });
  sandbox.faults.order({ service: 'teamleader', call: 'companies.list', fault: { kind: 'latency', ms: 8000 } });
  await create.click();
  await expect(importing.getByRole('progressbar', { name: 'Reading both sides…' })).toBeVisible();
  await expect(importing.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('what is doubtful is asked in the options page, and done as it was answered', async ({
  context,
  connected,
  sandbox,
}) => {
  const person = [...sandbox.teamleader.ledger.customers.values()].find(({ type }) => type === 'contact');
  const name = person?.name ?? '';
  for (let time = 0; time < 2; time += 1)
    sandbox.exact.ledger.putAccount(null, { Name: name, Status: 'C', Blocked: false, Country: 'BE' });
  await openStep(connected);
  await step(connected).getByRole('radio', { name: 'Yes, show me first what would be created' }).check();
  await step(connected).getByRole('button', { name: 'Read both sides' }).click();
  await expect(step(connected).getByText('2 to be decided by you')).toBeVisible({ timeout: PATIENCE });

  const options = await openOptions(context);
  await options.goto('about:blank');
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html#import`);
  const table = options.getByRole('table', { name: 'Import of companies and contacts' });
  await options.getByRole('combobox', { name: 'Show' }).last().selectOption('To be decided');
  await expect(table.getByRole('group')).toHaveCount(2);
  await expectAccessible(options);
  await table
    .getByRole('radio', { name: `It is ${name}` })
    .first()
    .check();
  await table.getByRole('button', { name: 'Keep the answer' }).first().click();
  await expect(table.getByRole('group')).toHaveCount(1);
  await table.getByRole('radio', { name: 'Create a contact' }).check();
  await table.getByRole('button', { name: 'Keep the answer' }).click();
  await expect(options.getByText('No customer matches.')).toBeVisible();
  await options.getByRole('combobox', { name: 'Show' }).last().selectOption('In Teamleader already');
  await options.getByLabel('Search by name, code, place or VAT number').fill(name);
  await expect(table.getByText('Known: you said so')).toBeVisible();

  await options.getByRole('button', { name: 'Create them in Teamleader' }).click();
  await expect(options.getByText('Nothing is left to create.')).toBeVisible({ timeout: PATIENCE });
  expect([...sandbox.teamleader.ledger.customers.values()].filter((one) => one.name === name)).toHaveLength(2);
  expect(imported(sandbox)).toHaveLength(TO_CREATE + 1);
  const downloaded = options.waitForEvent('download');
  await options.getByRole('button', { name: 'Download what was created as a file' }).click();
  expect((await downloaded).suggestedFilename()).toMatch(/^imported-customers-.*\.csv$/);
});

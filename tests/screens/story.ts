/** From nothing to a service that does not answer: what brings each stage about. */
import type { Page } from '@playwright/test';
import { putTwoAccounts } from '../e2e/two-accounts.ts';
import { unpaid } from '../e2e/unpaid.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { logIn, setUp, sync } from '../run/journey.ts';
import { EXACT_APP, TEAMLEADER_APP } from '../sandbox/credentials.ts';
import type { World } from './stage.ts';

/** Milliseconds. */
export const PATIENCE = 120_000;
const SLOW = { kind: 'latency', ms: 1500 } as const;
const UNREACHABLE = { kind: 'status', status: 503, when: 'before' } as const;

/** Anew, even where only what stands after `#` differs. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
}

export const openList = ({ list, sandbox }: World): Promise<unknown> =>
  list.goto(`https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}`);

/** A log-in window that was closed at the one service, and keys that are wrong at the other. */
export async function takeWrongTurns({ browser, popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html');
  const teamleader = popup.locator('#teamleader');
  await teamleader.locator('input').nth(1).fill(TEAMLEADER_APP.clientId);
  await teamleader.locator('input').nth(1).blur();
  const opened = browser.waitForEvent('page');
  await teamleader.locator('.is-primary').click();
  await (await opened).close();
  await teamleader.getByRole('alert').waitFor();
  const exact = popup.locator('#exact');
  await exact.locator('select').selectOption(sandbox.business.country.toLowerCase());
  await exact.locator('input').nth(1).fill(EXACT_APP.clientId);
  await exact.locator('input[type=password]').fill('wrong');
  await exact.locator('input[type=password]').blur();
  await exact.getByRole('button', { name: 'Test the keys' }).click();
  await exact.getByRole('alert').waitFor();
}

/** Logged in, with a division in which a right lacks and there is no sales journal. */
export async function meetLacks({ browser, popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html');
  await logIn(browser, popup, sandbox, 'Teamleader');
  await logIn(browser, popup, sandbox, 'Exact Online');
  sandbox.exact.removeRight('manageAccounts');
  sandbox.exact.ledger.books.journals.length = 0;
  await popup
    .getByLabel('Company entity', { exact: true })
    .selectOption({ label: sandbox.business.companyEntity.name });
  await popup.getByLabel('Division', { exact: true }).selectOption(String(sandbox.business.division.code));
  await popup.locator('#division .rights').waitFor();
}

/** What lacked is there, the set-up is saved, and an import that was looked at holds a question. */
export async function connect({ popup, sandbox }: World): Promise<void> {
  sandbox.exact.grantRight('manageAccounts');
  sandbox.exact.addJournals(sandbox.business.journals);
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Read the lists again' }).click();
  putTwoAccounts(sandbox);
  await setUp(popup, sandbox);
  const known = sandbox.business.customers.find(({ type }) => type === 'contact');
  sandbox.exact.ledger.putAccount(null, { Name: known?.name ?? '', Status: 'C', Blocked: false });
  await open(popup, 'popup.html#set-up');
  const step = popup.locator('#import');
  await step.getByRole('radio').nth(1).check();
  await step.getByRole('button', { name: 'Read both sides' }).click();
  await step.locator('.counts').waitFor({ timeout: PATIENCE });
}

export async function makePreview({ preview }: World): Promise<void> {
  await open(preview, 'preview.html#new');
  await preview.getByText('Made').first().waitFor({ timeout: PATIENCE });
}

/** Slow enough to be seen at work. */
export async function startSync({ popup, sandbox }: World): Promise<void> {
  sandbox.faults.order({ service: 'exact', call: 'POST salesentry/SalesEntries', times: 400, fault: SLOW });
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('progressbar').waitFor();
}

/** Booked, and not all of it as it was any more. */
export async function endSync(world: World): Promise<void> {
  const { popup, list, sandbox } = world;
  sandbox.faults.clear();
  await open(popup, 'popup.html');
  await popup.getByRole('progressbar').waitFor({ state: 'detached', timeout: PATIENCE });
  // So that Exact refuses nothing more: of one entry it would be asked once a language, which its ration does not allow.
  sandbox.exact.closePeriodsBefore('2000-01-01');
  const [paid, partly, written, changed, removed] = unpaid(sandbox);
  if (paid === undefined || partly === undefined || written === undefined) throw new Error('Too few invoices.');
  if (changed === undefined || removed === undefined) throw new Error('Too few invoices.');
  const { bookkeeper, ledger } = sandbox.exact;
  const { today, startDate } = sandbox.business;
  bookkeeper.reconcile(paid.entryId, today);
  bookkeeper.pay(partly.entryId, { amount: '5.00', date: today });
  bookkeeper.pay(written.entryId, { amount: bookkeeper.openOf(written.entryId).minus('0.50').toFixed(2), date: today });
  bookkeeper.writeOff(written.entryId, today);
  const entry = ledger.entries.get(changed.entryId);
  if (entry === undefined) throw new Error('The entry is gone.');
  ledger.putEntry({ ...entry, date: startDate, modified: sandbox.clock.now() });
  const { totals } = changed.invoice;
  sandbox.teamleader.ledger.updateInvoice(changed.invoice.id, {
    totals: {
      ...totals,
      net: '5000.00',
      vat: '1050.00',
      gross: '6050.00',
      taxes: totals.taxes.map((tax) => ({ ...tax, base: '5000.00', vat: '1050.00' })),
    },
  });
  ledger.removeEntry(removed.entryId);
  await openList(world);
  await sync(list, PATIENCE);
  for (const { invoice } of [changed, removed]) await lookAgain(popup, invoice.id);
  await makeReport(world);
}

const lookAgain = (popup: Page, id: string): Promise<unknown> =>
  popup.evaluate(`chrome.storage.local.get('settings').then(({ settings }) => chrome.runtime.sendMessage({
    type: 'document/act',
    connectionId: settings.connections[0].id,
    kind: 'invoice',
    id: ${JSON.stringify(id)},
    action: 'lookAgain',
  }))`);

/** With an entry that stands there twice. */
async function makeReport({ options, sandbox: { business, exact } }: World): Promise<void> {
  const { ledger } = exact;
  const doubled = [...ledger.entries.values()].find(({ link }) => link?.includes('invoice_detail'));
  if (doubled === undefined) throw new Error('Nothing is booked.');
  const other = { ...doubled, id: crypto.randomUUID(), entryNumber: doubled.entryNumber + 500_000, link: null };
  ledger.entries.set(other.id, other);
  await open(options, 'options.html#reports');
  await options.getByLabel('First day').fill(business.startDate);
  await options.getByLabel('Last day').fill(business.today);
  await options.getByRole('button', { name: 'Make the report' }).click();
  await options.locator('.totals').first().waitFor({ timeout: PATIENCE });
}

/** Exact does not answer. */
export async function failSync({ popup, sandbox: { exact, faults } }: World): Promise<void> {
  await open(popup, 'popup.html');
  exact.revokeTokens();
  faults.order({ service: 'exact', times: 400, fault: UNREACHABLE });
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.locator('.cause').first().waitFor({ timeout: PATIENCE });
}

/** A layout that nobody has foreseen. */
export async function redesign({ browser, sandbox: { business } }: World): Promise<void> {
  const rows = business.documents
    .filter(({ kind, number }) => kind === 'invoice' && number !== null)
    .slice(-8)
    .map(({ number }) => `<section><p>Somebody</p><div>${number}<s></s></div></section>`);
  await browser.route('https://focus.teamleader.eu/invoices.php', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><body><h1>Invoices</h1><main>${rows.join('')}</main></body></html>`,
    }),
  );
}

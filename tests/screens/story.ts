/** From nothing to two connections that book: what brings each stage about where all goes well. */
import type { Page } from '@playwright/test';
import { putTwoAccounts } from '../e2e/two-accounts.ts';
import { unpaid } from '../e2e/unpaid.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { setUp, sync } from '../run/journey.ts';
import type { World } from './stage.ts';

/** Milliseconds. */
export const PATIENCE = 120_000;
/** Why the last sync did not get to its end; what documents wait for is told elsewhere. */
export const RUN_PROBLEM = '.card[aria-live] .cause';
/** What became of what the preview showed, once that is known. */
export const PREVIEW_BOOKED = '.state .notice p + *';
const SLOW = { kind: 'latency', ms: 10_000 } as const;

/** Anew, even where only what stands after `#` differs; not as the picture of how it looked last. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${EXTENSION_ID}/${path}`);
  await page.locator('#root:not([inert])').waitFor();
}

export const openList = ({ list, sandbox }: World): Promise<unknown> =>
  list.goto(`https://focus.teamleader.eu${sandbox.teamleader.invoiceListPath()}`);

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

export async function startPreview({ preview, sandbox }: World): Promise<void> {
  sandbox.faults.order({ service: 'teamleader', call: 'invoices.info', times: 400, fault: SLOW });
  await open(preview, 'preview.html#new');
  await preview.locator('[aria-valuemax]').waitFor({ timeout: PATIENCE });
}

export async function endPreview({ preview, sandbox }: World): Promise<void> {
  sandbox.faults.clear();
  await preview.locator('article').first().waitFor({ timeout: PATIENCE });
}

export async function bookShown(preview: Page): Promise<void> {
  const book = { name: /^Book th/ };
  await preview.getByRole('button', book).click({ timeout: PATIENCE });
  await preview.getByRole('alertdialog').getByRole('button', book).click();
}

/** One document, so that there is something left to sync. */
export async function bookPreviewed({ preview, sandbox: { business, faults } }: World): Promise<void> {
  faults.clear();
  const document = business.documents.find(({ kind, expected }) => kind === 'invoice' && expected === 'booked');
  if (document === undefined) throw new Error('The business has no invoice to book.');
  const documents = JSON.stringify([{ kind: document.kind, id: document.id }]);
  await open(preview, 'preview.html');
  await preview.evaluate(`chrome.runtime.sendMessage({ type: 'preview/start', documents: ${documents} })`);
  await preview.getByRole('button', { name: 'Book this entry' }).waitFor({ timeout: PATIENCE });
  await bookShown(preview);
  await preview.locator(PREVIEW_BOOKED).first().waitFor({ timeout: PATIENCE });
}

/** Slow enough to be seen at work. */
export async function startSync({ popup, sandbox }: World): Promise<void> {
  sandbox.faults.order({ service: 'exact', call: 'POST salesentry/SalesEntries', times: 400, fault: SLOW });
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.getByRole('progressbar').waitFor();
}

export async function stopSync({ popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Stop', exact: true }).click();
  sandbox.faults.clear();
  await popup.locator(RUN_PROBLEM).waitFor({ timeout: PATIENCE });
}

/** Booked, and not all of it as it was any more. */
export async function endSync(world: World): Promise<void> {
  const { popup, list, sandbox } = world;
  await open(popup, 'popup.html');
  await popup.getByRole('button', { name: 'Sync now' }).click();
  await popup.locator(RUN_PROBLEM).waitFor({ state: 'detached', timeout: PATIENCE });
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
export async function startReport({ options, sandbox: { business, exact, faults } }: World): Promise<void> {
  const { ledger } = exact;
  const doubled = [...ledger.entries.values()].find(({ link }) => link?.includes('invoice_detail'));
  if (doubled === undefined) throw new Error('Nothing is booked.');
  const other = { ...doubled, id: crypto.randomUUID(), entryNumber: doubled.entryNumber + 500_000, link: null };
  ledger.entries.set(other.id, other);
  await open(options, 'options.html#reports');
  await options.getByLabel('First day').fill(business.startDate);
  await options.getByLabel('Last day').fill(business.today);
  faults.order({ service: 'teamleader', times: 400, fault: SLOW });
  await options.getByRole('button', { name: 'Make the report' }).click();
  await options.getByRole('progressbar').waitFor();
}

export async function endReport({ options, sandbox }: World): Promise<void> {
  sandbox.faults.clear();
  await open(options, 'options.html#reports');
  await options.locator('.totals').first().waitFor({ timeout: PATIENCE });
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

/** It syncs by itself: so seldom that it does not while it is drawn. */
export async function automate({ popup }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  await popup.locator('#other').getByRole('radio').first().check();
  await popup.getByRole('button', { name: 'Save' }).click();
  await popup.getByText('Saved', { exact: true }).waitFor();
  const step = popup.locator('#automatic');
  await step.getByRole('checkbox').check();
  await step.getByLabel('How often').selectOption('1440');
}

/** Other lists are proposed from than what is saved goes by. */
export async function chooseOtherDivision({ popup, sandbox: { exact } }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  await popup.getByLabel('Division', { exact: true }).selectOption(String(exact.practiceLedger.books.division.code));
  await popup.getByRole('button', { name: /^Back to / }).waitFor();
  await popup.getByRole('combobox', { name: 'VAT code for 21%' }).waitFor({ timeout: PATIENCE });
}

export async function startImport({ popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  await popup.getByRole('button', { name: 'Undo the changes' }).click();
  await popup.getByText('Saved', { exact: true }).waitFor();
  for (const call of ['companies.add', 'contacts.add'])
    sandbox.faults.order({ service: 'teamleader', call, times: 400, fault: SLOW });
  const step = popup.locator('#import');
  await step.getByRole('button', { name: 'Create them in Teamleader' }).click();
  await step.locator('[aria-valuemax]').waitFor({ timeout: PATIENCE });
}

/** Once what is under way has come to its end. */
export async function pauseImport({ popup, sandbox }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  const step = popup.locator('#import');
  await step.getByRole('button', { name: 'Pause' }).click();
  sandbox.faults.clear();
  await step.getByText('Paused.').waitFor({ timeout: PATIENCE });
}

export async function endImport({ popup }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  const step = popup.locator('#import');
  const goOn = step.getByRole('button', { name: 'Go on' });
  await goOn.click();
  await goOn.waitFor({ state: 'detached' });
  await step.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached', timeout: PATIENCE });
}

/** Beside the first that stands still: the other company entity, into the practice division. */
export async function addSecond({ popup, sandbox: { business, exact } }: World): Promise<void> {
  await open(popup, 'popup.html#set-up');
  await popup.getByRole('button', { name: 'Add another connection' }).click();
  await popup.getByLabel('Connection', { exact: true }).waitFor();
  await popup.getByLabel('Company entity', { exact: true }).selectOption({ label: business.otherCompanyEntity.name });
  await popup.getByLabel('Start date', { exact: true }).fill(business.startDate);
  await popup.getByLabel('Division', { exact: true }).selectOption(String(exact.practiceLedger.books.division.code));
  const journal = popup.getByLabel('Journal for invoices').locator('option:checked', { hasText: '70 · ' });
  await journal.waitFor({ state: 'attached', timeout: PATIENCE });
}

/** Both book. */
export async function syncBoth(world: World): Promise<void> {
  const { popup, list } = world;
  await open(popup, 'popup.html#set-up');
  await popup.getByRole('button', { name: 'Save' }).click();
  await popup.getByRole('button', { name: /^Go on as / }).click();
  await popup.getByRole('alert').first().waitFor({ state: 'detached', timeout: PATIENCE });
  await openList(world);
  await sync(list, PATIENCE);
}

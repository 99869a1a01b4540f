import { openOptions } from '../run/browser.ts';
import { openInvoiceList, storePdfs, sync } from '../run/journey.ts';
import { expect, test } from './fixture.ts';

test.use({ allowedHosts: ['https://cdn.teamleader.eu/*'], sandboxOptions: { documents: 20, speed: 20 } });

const PATIENCE = 120_000;

test('the PDF of each booked document is stored with its entry, once', async ({ context, connected, sandbox }) => {
  await storePdfs(connected);
  const page = await openInvoiceList(context, sandbox);
  await sync(page, PATIENCE);
  await page.reload();
  await sync(page, PATIENCE);
  const { entries, documents, attachments } = sandbox.exact.ledger;
  const ours = [...entries.values()].filter(({ link }) => link !== null);
  expect(ours.length).toBeGreaterThan(5);
  expect([...documents.values()].map(({ fields }) => fields['FinancialTransactionEntryID']).toSorted()).toEqual(
    ours.map(({ id }) => id).toSorted(),
  );
  const filled = [...attachments.values()].map(({ fields }) => fields['Document']);
  expect(filled.toSorted()).toEqual([...documents.keys()].toSorted());
  const options = await openOptions(context, 'documents');
  await expect(options.getByRole('table').first()).toBeVisible();
  await expect(options.getByText('PDFs that are still to be stored')).toHaveCount(0);
});

/** What changes while the product works: receivables, documents, orders, pages; and what is told of the calls. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  book,
  customerIn,
  dayOf,
  type ExactWorld,
  entityIn,
  type Fields,
  openWorld,
  refusalIn,
  rowsIn,
  sendEntry,
} from './exact-world.ts';

let world: ExactWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const RECEIVABLE =
  'TransactionEntryID,AmountFC,AmountDC,TransactionAmountFC,IsFullyPaid,LastPaymentDate,EndDate,Status,DueDate,PaymentMethod,YourRef';

describe('receivables', () => {
  const ofEntry = async (endpoint: string, entry: Fields): Promise<Fields[]> =>
    rowsIn(
      await world.get(endpoint, { $select: RECEIVABLE, $filter: `TransactionEntryID eq guid'${entry['EntryID']}'` }),
    );
  const openOf = async (entry: Fields): Promise<Fields[]> => {
    const $select = 'HID,Amount,AccountCode,InvoiceNumber,JournalCode,CurrencyCode';
    return rowsIn(
      await world.get('read/financial/ReceivablesList', { $select, $filter: `EntryNumber eq ${entry['EntryNumber']}` }),
    );
  };

  test('stand for each entry, open until it is reconciled', async () => {
    const entry = await book(world, {
      EntryNumber: 26_999_001,
      PaymentCondition: '32',
      YourRef: 'A',
      Currency: 'USD',
      Rate: 0.9,
    });
    const open = {
      AmountFC: 121,
      AmountDC: 108.9,
      TransactionAmountFC: 121,
      IsFullyPaid: false,
      LastPaymentDate: null,
      EndDate: null,
      Status: 20,
      PaymentMethod: 'I',
      YourRef: 'A',
    };
    for (const endpoint of ['cashflow/Receivables', 'bulk/Cashflow/Receivables']) {
      expect(await ofEntry(endpoint, entry)).toMatchObject([open]);
    }
    expect(await openOf(entry)).toMatchObject([
      {
        Amount: 121,
        AccountCode: expect.stringMatching(/^ +\d+$/),
        InvoiceNumber: 26_999_001,
        JournalCode: '70',
        CurrencyCode: 'USD',
      },
    ]);

    world.exact.order({ order: 'reconcile', id: entry['EntryID'], date: '2026-11-19' });
    const [paid] = await ofEntry('cashflow/Receivables', entry);
    expect(paid).toMatchObject({ IsFullyPaid: true, Status: 50 });
    expect([dayOf(paid?.['LastPaymentDate']), dayOf(paid?.['EndDate'])]).toEqual(['2026-11-19', '2026-11-19']);
    expect(await openOf(entry)).toEqual([]);
  });

  test('that change come last in the synchronisation', async () => {
    const entries = [await book(world), await book(world)];
    const since = async (timestamp: unknown) =>
      rowsIn(
        await world.get('sync/Cashflow/PaymentTerms', {
          $select: 'Timestamp,TransactionEntryID,LineType,IsFullyPaid',
          $filter: `Timestamp gt ${timestamp}L`,
        }),
      );
    const all = await since(0);
    expect(all.slice(-2).map((row) => row['TransactionEntryID'])).toEqual(entries.map((entry) => entry['EntryID']));
    world.exact.bookkeeper.reconcile(String(entries[0]?.['EntryID']), '2026-11-19');
    expect(await since(all.at(-1)?.['Timestamp'])).toMatchObject([
      { TransactionEntryID: entries[0]?.['EntryID'], LineType: 20, IsFullyPaid: true },
    ]);
  });

  test('go with their entry', async () => {
    const entry = await book(world);
    world.exact.order({ order: 'deleteEntry', id: entry['EntryID'] });
    expect(await ofEntry('cashflow/Receivables', entry)).toEqual([]);
    expect(await openOf(entry)).toEqual([]);
    expect(() => world.exact.bookkeeper.reconcile(String(entry['EntryID']), '2026-11-19')).toThrow();
    expect((await world.get(`salesentry/SalesEntries(guid'${entry['EntryID']}')`)).status).toBe(404);
  });
});

describe('documents', () => {
  test('hold a file, and are named by an entry', async () => {
    const types = rowsIn(
      await world.get('documents/DocumentTypes', { $select: 'ID,Description', $filter: 'ID eq 10' }),
    );
    expect(types).toMatchObject([{ ID: 10, Description: 'Sales invoice' }]);
    const document = entityIn(
      await world.post('documents/Documents', { Subject: 'Factuur 12', Type: 10, Account: customerIn(world) }),
    );
    expect(document).toMatchObject({ Subject: 'Factuur 12', TypeDescription: 'Sales invoice', HasEmptyBody: true });
    const file = {
      Document: document['ID'],
      FileName: 'factuur.pdf',
      Attachment: Buffer.from('%PDF-1.7').toString('base64'),
    };
    const attachment = entityIn(await world.post('documents/DocumentAttachments', file));
    expect(attachment).toMatchObject({ FileName: 'factuur.pdf', FileSize: 8 });
    const $filter = `Document eq guid'${document['ID']}'`;
    expect(rowsIn(await world.get('documents/DocumentAttachments', { $select: 'FileName', $filter }))).toHaveLength(1);
    expect((await world.put(`documents/Documents(guid'${document['ID']}')`, { Subject: 'Factuur 13' })).status).toBe(
      204,
    );
    expect(await book(world, { Document: document['ID'] })).toMatchObject({
      Document: document['ID'],
      DocumentSubject: 'Factuur 13',
    });
  });

  test.each([
    ['documents/Documents', { Type: 10 }, 'Mandatory: Subject'],
    ['documents/Documents', { Subject: 'x' }, 'Mandatory: Type'],
    ['documents/Documents', { Subject: 'x', Type: 99 }, 'Invalid reference: Document type 99'],
    [
      'documents/Documents',
      { Subject: 'x', Type: 10, Account: '9d4a3c0e-0000-4000-8000-000000000000' },
      'Invalid reference: Account',
    ],
    ['documents/DocumentAttachments', { FileName: 'x', Attachment: 'aGk=' }, 'Mandatory: Document'],
    [
      'documents/DocumentAttachments',
      { Document: '9d4a3c0e-0000-4000-8000-000000000000' },
      'Invalid reference: Document',
    ],
  ])('POST %s %j is refused', async (endpoint, body, words) => {
    expect(refusalIn(await world.post(endpoint, body))).toBe(`400 ${words}`);
  });

  test('take no file without a name or content', async () => {
    const document = entityIn(await world.post('documents/Documents', { Subject: 'x', Type: 10 }));
    const attach = async (body: Fields) =>
      refusalIn(await world.post('documents/DocumentAttachments', { Document: document['ID'], ...body }));
    expect(await attach({ Attachment: 'aGk=' })).toBe('400 Mandatory: File name');
    expect(await attach({ FileName: 'x' })).toBe('400 Mandatory: Attachment');
  });
});

describe('orders', () => {
  test('close periods and block journals', async () => {
    await book(world);
    world.exact.order({ order: 'blockJournal', code: '70' });
    expect(refusalIn(await sendEntry(world))).toBe('400 Journal 70 is blocked.');
    const blocked = rowsIn(await world.get('financial/Journals', { $select: 'Code', $filter: 'IsBlocked eq true' }));
    expect(blocked.map((row) => row['Code'])).toEqual(['69', '70']);
    world.exact.order({ order: 'closePeriodsBefore', date: '2026-12-01' });
    expect(refusalIn(await sendEntry(world, { Journal: '71' }))).toBe('400 Period closed: 2026 - 11');
    world.exact.order({ order: 'closePeriodsBefore', date: '2026-11-15' });
    await book(world, { Journal: '71' });
  });

  test('end tokens and sessions', async () => {
    world.exact.order({ order: 'revokeTokens' });
    expect((await world.get('financial/Journals', { $select: 'Code' })).status).toBe(401);
  });

  test.each([
    { order: 'dance' },
    { order: 'closePeriodsBefore', date: 'soon' },
    { order: 'removeRight', right: 'everything' },
    { order: 'deleteEntry', id: 'none' },
    { order: 'reconcile', id: 'none', date: '2026-01-01' },
    { order: 'blockJournal', code: '99' },
    null,
  ])('that are none are refused: %j', (order) => {
    expect(() => world.exact.order(order)).toThrow();
  });

  test('go over the control address too', async () => {
    const send = (order: unknown) =>
      fetch(`${world.controlUrl}/orders/exact`, { method: 'POST', body: JSON.stringify(order) });
    expect((await send({ order: 'removeRight', right: 'masterData' })).status).toBe(200);
    expect((await send({ order: 'dance' })).status).toBe(400);
    expect((await world.get('financial/Journals', { $select: 'Code' })).status).toBe(403);
  });
});

describe('what is told of it', () => {
  test('calls have names', async () => {
    const from = world.log.calls.length;
    const entry = await book(world);
    await world.get(`salesentry/SalesEntries(guid'${entry['EntryID']}')/SalesEntryLines`);
    await world.put(`crm/Accounts(guid'${customerIn(world)}')`, { Email: 'a@x.example' });
    await world.call(`https://${world.host}/api/v1/current/Me`);
    await world.call(`https://${world.host}/api/v1/odd address`);
    await world.call(`https://${world.host}/api/oauth2/token`, { method: 'POST' });
    await world.call(`https://${world.host}/`);
    expect(world.log.calls.slice(from).map(({ name, isApi, status }) => `${name} ${isApi} ${status}`)).toEqual([
      'POST salesentry/SalesEntries true 201',
      'GET salesentry/SalesEntries/SalesEntryLines true 200',
      'PUT crm/Accounts true 204',
      'GET Me true 200',
      'GET odd%20address true 404',
      'token false 400',
    ]);
  });

  test('the ledger is told in strings, entries booked by hand among them', async () => {
    const entry = await book(world, { YourRef: 'A' });
    const snapshot = z
      .object({
        accounts: z.array(z.looseObject({ Name: z.string() })),
        entries: z.array(z.looseObject({ id: z.string() })),
      })
      .parse(JSON.parse(JSON.stringify(world.exact.snapshot())));
    expect(snapshot.accounts).toHaveLength(world.exact.ledger.accounts.size);
    expect(snapshot.entries).toHaveLength(world.business.bookedByHand.length + 1);
    expect(snapshot.entries.at(-1)).toMatchObject({
      id: entry['EntryID'],
      yourRef: 'A',
      net: '100.00',
      vat: '21.00',
      gross: '121.00',
      lines: [{ vatCode: '4', net: '100.00', vat: '21.00' }],
    });
  });

  test('entries booked by hand are in the books as they were typed', async () => {
    const $select = 'EntryNumber,Journal,YourRef,AmountFC,ExternalLinkReference';
    const rows = rowsIn(await world.get('salesentry/SalesEntries', { $select }));
    expect(
      rows.map((row) => [row['EntryNumber'], row['Journal'], row['YourRef'], row['ExternalLinkReference']]),
    ).toEqual(world.business.bookedByHand.map((entry) => [entry.entryNumber, entry.journal, entry.yourRef, null]));
  });
});

test('pages show an entry to who is logged in', async () => {
  const entry = await book(world, { YourRef: '<A & B>' });
  const address = `https://${world.host}/docs/FinEntry.aspx?EntryID=`;
  const page = async (path: string, cookie: string) => (await world.fetch(path, { headers: { cookie } })).text();
  expect(await page(`${address}${entry['EntryID']}`, '')).toContain('name="Password"');
  const { email, password } = world.business.users.exact;
  const answer = await world.fetch(`https://${world.host}/`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ UserName: email, Password: password }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const shown = await page(`${address}{${String(entry['EntryID']).toUpperCase()}}`, cookie);
  expect(shown).toContain(`Sales entry ${entry['EntryNumber']}`);
  expect(shown).toContain('&lt;A &amp; B&gt;');
  expect(shown).toContain('EUR 121.00');
  expect(await page(`https://${world.host}/`, cookie)).toContain(`EntryID=${entry['EntryID']}`);
  expect(await page(`${address}none`, cookie)).toContain('There is no such entry');
  expect((await world.fetch(`https://${world.host}/assets/sandbox.css`)).headers.get('content-type')).toMatch(
    /^text\/css/,
  );
});

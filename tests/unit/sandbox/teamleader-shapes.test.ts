import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Switches } from '../../sandbox/contract.ts';
import { openWorld, recordOf, rowsOf, type World } from './teamleader-world.ts';

/** The properties that the service's own description gives to each answer, at version 2023-09-26. */

let world: World;
beforeAll(async () => {
  world = await openWorld({ documents: 120 });
});
afterAll(async () => {
  expect(world.defects).toEqual([]);
  await world.close();
});

const keys = (value: object): string[] => Object.keys(value).sort();
const words = (text: string): string[] => text.split(/\s+/).sort();

const INVOICE = `id department invoice_number invoice_date status due_on paid paid_at sent purchase_order_number
  payment_reference invoicee total currency_exchange_rate created_at updated_at file deal project delivery_date`;
const CREDIT_NOTE = `id department credit_note_number credit_note_date status invoice paid paid_at invoicee total
  created_at updated_at`;
const CUSTOMER = `id status emails telephones website iban bic national_identification_number language payment_term
  invoicing_preferences added_at updated_at web_url tags marketing_mails_consent`;
const COMPANY = `${CUSTOMER} name business_type vat_number preferred_currency responsible_user`;
const CONTACT = `${CUSTOMER} first_name last_name salutation gender birthdate`;
const USER = 'id account first_name last_name email telephones language function';
const DEPARTMENT = 'id name vat_number currency emails status';

describe('lists', () => {
  test.each([
    ['users.list', {}, `${USER} status teams`],
    ['departments.list', {}, DEPARTMENT],
    ['taxRates.list', {}, 'id description rate department'],
    ['paymentMethods.list', {}, 'id name status'],
    ['commercialDiscounts.list', {}, 'id name department'],
    ['productCategories.list', {}, 'id name ledgers'],
    ['currencies.exchangeRates', { base: 'EUR' }, 'code symbol name exchange_rate'],
    ['invoices.list', {}, `${INVOICE} web_url subscription`],
    ['creditNotes.list', {}, CREDIT_NOTE],
    ['companies.list', {}, `${COMPANY} primary_address`],
    ['companies.list', { includes: 'custom_fields' }, `${COMPANY} primary_address custom_fields`],
    ['contacts.list', {}, `${CONTACT} primary_address`],
  ])('%s %j', async (method, body, expected) => {
    const answer = await world.call(method, body);
    expect(answer.status).toBe(200);
    const rows = rowsOf(answer);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(keys(row)).toEqual(words(expected));
  });

  test('paymentTerms.list tells the default in meta, and no days for cash', async () => {
    const answer = await world.call('paymentTerms.list');
    const rows = rowsOf(answer);
    expect(rows.find(({ type }) => type === 'cash')).not.toHaveProperty('days');
    expect(rows.find(({ type }) => type === 'end_of_month')).toHaveProperty('days', 30);
    const standard = world.business.paymentTerms.find(({ isDefault }) => isDefault);
    expect(answer.meta).toEqual({ default: standard?.id });
  });

  test('withholdingTaxRates.list is empty here', async () => {
    expect((await world.call('withholdingTaxRates.list')).data).toEqual([]);
  });
});

describe('details', () => {
  const someInvoice = (): string => world.business.documents.find(({ kind }) => kind === 'invoice')?.id ?? '';
  const someCreditNote = (): string => world.business.documents.find(({ kind }) => kind === 'creditNote')?.id ?? '';
  const someCustomer = (type: string): string =>
    world.business.customers.find((customer) => customer.type === type)?.id ?? '';

  test.each([
    ['users.me', () => '', `${USER} email_verification_status time_zone preferences`],
    [
      'departments.info',
      () => world.business.companyEntity.id,
      `${DEPARTMENT} address telephones website iban bic fiscal_regime`,
    ],
    [
      'invoices.info',
      someInvoice,
      `${INVOICE} discounts grouped_lines payment_term payments note invoice_content currency expected_payment_method
       on_hold_since custom_fields document_template peppol_status`,
    ],
    [
      'creditNotes.info',
      someCreditNote,
      `${CREDIT_NOTE} discounts grouped_lines currency currency_exchange_rate document_template peppol_status`,
    ],
    ['companies.info', () => someCustomer('company'), `${COMPANY} addresses remarks custom_fields price_list`],
    [
      'contacts.info',
      () => someCustomer('contact'),
      `${CONTACT} vat_number addresses companies remarks custom_fields price_list`,
    ],
  ])('%s', async (method, id, expected) => {
    const answer = await world.call(method, id() === '' ? {} : { id: id() });
    expect(answer.status).toBe(200);
    expect(keys(recordOf(answer))).toEqual(words(expected));
  });

  test('an invoice has its totals, lines and customer in the shapes of the description', async () => {
    const invoice = world.business.documents.find(({ kind, status }) => kind === 'invoice' && status === 'outstanding');
    const { total, grouped_lines, invoicee } = recordOf(await world.call('invoices.info', { id: invoice?.id }));
    expect(keys(Object(total))).toEqual(
      words(`tax_exclusive tax_inclusive tax_exclusive_before_discount tax_inclusive_before_discount taxes
        withheld_taxes payable due`),
    );
    expect(keys(Object(invoicee))).toEqual(
      words('name vat_number customer for_attention_of email national_identification_number'),
    );
    const lines = Object(grouped_lines)[0].line_items;
    expect(keys(lines[0])).toEqual(
      words(`product product_category quantity description extended_description unit unit_price tax discount total
        withheld_tax`),
    );
    expect(keys(lines[0].unit_price)).toEqual(['amount', 'tax']);
  });

  test('late fees are told when they are asked for', async () => {
    const { total } = recordOf(await world.call('invoices.info', { id: someInvoice(), includes: 'late_fees' }));
    expect(total).toMatchObject({ due_incasso_inclusive: {}, fixed_late_fee: { amount: 0 }, interest: { amount: 0 } });
  });

  test('what does not exist is not found, and an unknown method neither', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const method of ['invoices.info', 'creditNotes.info', 'companies.info', 'contacts.info', 'departments.info']) {
      expect((await world.call(method, { id: nobody })).status).toBe(404);
    }
    expect((await world.call('invoices.invent')).errors).toEqual([
      { title: 'Unknown method invoices.invent', status: 404 },
    ]);
  });
});

test('amounts are the numbers of the business, as JSON writes them', async () => {
  const invoice = world.business.documents.find(({ kind }) => kind === 'invoice');
  const { total, currency } = recordOf(await world.call('invoices.info', { id: invoice?.id }));
  const money = (amount: string | undefined) => ({ amount: Number(amount), currency });
  expect(total).toMatchObject({
    tax_exclusive: money(invoice?.totals.net),
    tax_inclusive: money(invoice?.totals.gross),
    payable: money(invoice?.totals.gross),
    tax_exclusive_before_discount: money(invoice?.totals.netBeforeDiscount),
  });
});

test('a file is fetched from a link without a token, while the link lasts', async () => {
  const invoice = world.business.documents.find(({ kind, number }) => kind === 'invoice' && number !== null);
  const { location, expires } = recordOf(await world.call('invoices.download', { id: invoice?.id, format: 'pdf' }));
  expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$/);
  const file = await world.fetch(String(location));
  expect(file.headers.get('content-type')).toBe('application/pdf');
  expect(await file.text()).toMatch(new RegExp(`^%PDF-1.4[^]*${invoice?.number}[^]*%%EOF`));

  const creditNote = world.business.documents.find(({ kind }) => kind === 'creditNote');
  const ubl = recordOf(await world.call('creditNotes.download', { id: creditNote?.id, format: 'ubl/e-fff' }));
  expect(await (await world.fetch(String(ubl['location']))).text()).toContain(`<ID>${creditNote?.number}</ID>`);
  expect((await world.call('invoices.download', { id: invoice?.id, format: 'docx' })).status).toBe(400);
});

test('numbers of the old API become ids', async () => {
  const document = world.business.documents.find(({ kind }) => kind === 'creditNote');
  const body = { type: 'creditNote', id: document?.legacyId };
  expect(recordOf(await world.call('migrate.id', body))).toEqual({ type: 'creditNote', id: document?.id });
  expect((await world.call('migrate.id', { type: 'invoice', id: document?.legacyId })).status).toBe(404);
  expect((await world.call('migrate.id', { type: 'nonsense', id: 1 })).status).toBe(400);
});

describe('facts that are not sure go both ways', () => {
  const withSwitches = async (switches: Partial<Switches>, check: () => Promise<void>) => {
    const before = { ...world.switches };
    Object.assign(world.switches, switches);
    await check().finally(() => Object.assign(world.switches, before));
  };
  const creditNote = () => world.business.documents.find(({ kind }) => kind === 'creditNote');

  test.each([true, false])('creditNotes.info as an array: %s', async (creditNoteInfoAsArray) => {
    await withSwitches({ creditNoteInfoAsArray }, async () => {
      const { data } = await world.call('creditNotes.info', { id: creditNote()?.id });
      expect(Array.isArray(data)).toBe(creditNoteInfoAsArray);
    });
  });

  test.each([
    [true, -1],
    [false, 1],
  ])('negative amounts of credit notes: %s', async (creditNoteAmountsNegative, sign) => {
    await withSwitches({ creditNoteAmountsNegative }, async () => {
      const listed = rowsOf(await world.call('creditNotes.list', { filter: { ids: [creditNote()?.id] } }))[0];
      const details = recordOf(await world.call('creditNotes.info', { id: creditNote()?.id }));
      const gross = sign * Number(creditNote()?.totals.gross);
      expect(listed).toMatchObject({ total: { tax_inclusive: { amount: gross } } });
      expect(details).toMatchObject({ total: { tax_inclusive: { amount: gross } } });
      const [line] = Object(details['grouped_lines'])[0].line_items;
      expect(Math.sign(line.unit_price.amount) * Math.sign(line.total.tax_exclusive.amount)).not.toBe(-1);
      expect(Math.sign(line.total.tax_exclusive.amount)).toBe(sign);
    });
  });

  test.each([true, false])('meta in lists: %s', async (listMeta) => {
    await withSwitches({ listMeta }, async () => {
      for (const list of ['invoices', 'creditNotes', 'companies', 'contacts', 'taxRates']) {
        const { meta } = await world.call(`${list}.list`, { page: { size: 2, number: 1 } });
        if (listMeta) expect(meta).toMatchObject({ page: { size: 2, number: 1 }, matches: expect.any(Number) });
        else expect(meta).toBeUndefined();
      }
    });
  });

  test.each([
    ['multiply', 0.9214],
    ['divide', 1.085305],
  ] as const)('direction of the exchange rate: %s', async (exchangeRateDirection, rate) => {
    const own = world.business.documents.find(({ currency, kind }) => currency === 'EUR' && kind === 'invoice');
    if (own === undefined) throw new Error('No invoice in euro');
    const foreign = { ...own, id: randomUUID(), currency: 'USD', exchangeRate: '0.9214' };
    world.teamleader.ledger.addDocument(foreign);
    await withSwitches({ exchangeRateDirection }, async () => {
      const details = recordOf(await world.call('invoices.info', { id: foreign.id }));
      expect(details['currency_exchange_rate']).toEqual({ from: 'USD', to: 'EUR', rate });
      const domestic = recordOf(await world.call('invoices.info', { id: own.id }));
      expect(domestic['currency_exchange_rate']).toEqual({ from: 'EUR', to: 'EUR', rate: 1 });
    });
  });
});

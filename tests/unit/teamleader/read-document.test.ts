import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../lib/http/answer.ts';
import { readContact } from '../../../lib/teamleader/read-customer.ts';
import { readCreditNote, readInvoice, readInvoiceHeader } from '../../../lib/teamleader/read-document.ts';
import {
  contactSchema,
  creditNoteSchema,
  invoiceHeaderSchema,
  invoiceSchema,
} from '../../../lib/teamleader/schemas.ts';

const DOCUMENT = 'd1a2b3c4-1111-4111-8111-11111111abcd';
const CUSTOMER = 'c1a2b3c4-2222-4222-8222-22222222abcd';

const money = (amount: number) => ({ amount, currency: 'EUR' });

const total = (net: number, vat: number) => ({
  tax_exclusive: money(net),
  tax_inclusive: money(Math.round((net + vat) * 100) / 100),
  payable: money(Math.round((net + vat) * 100) / 100),
  taxes: [{ rate: 0.21, taxable: money(net), tax: money(vat) }],
});

const common = {
  id: DOCUMENT,
  department: { type: 'department', id: 'e1' },
  invoicee: { name: 'Kaas & Co', vat_number: null, customer: { type: 'company', id: CUSTOMER } },
  updated_at: '2026-03-02T10:00:00+00:00',
};

const line = (net: number, change = {}) => ({
  product: null,
  product_category: { type: 'productCategory', id: 'p1' },
  quantity: 2.5,
  description: 'Hours',
  tax: { type: 'taxRate', id: 't1' },
  total: { tax_exclusive: money(net) },
  ...change,
});

const invoice = {
  ...common,
  invoice_number: '2026 / 27',
  invoice_date: '2026-03-01',
  due_on: '2026-03-31',
  status: 'outstanding',
  total: total(100.1, 21.02),
  payment_term: { type: 'after_invoice_date', days: 30 },
  payment_reference: '+++084/2613/66074+++',
  purchase_order_number: '',
  expected_payment_method: { method: 'sepa_direct_debit', reference: 'm1' },
  currency: 'EUR',
  currency_exchange_rate: { from: 'USD', to: 'EUR', rate: 1.1234 },
  discounts: [{ type: 'percentage', value: 10, description: 'Loyalty' }],
  grouped_lines: [
    { section: { title: '' }, line_items: [line(50.05)] },
    { section: { title: 'More' }, line_items: [line(50.05, { product_category: null, withheld_tax: { id: 'w1' } })] },
  ],
};

const creditNote = (sign: 1 | -1) => ({
  ...common,
  credit_note_number: '2026/5',
  credit_note_date: '2026-03-04',
  invoice: { type: 'invoice', id: DOCUMENT },
  total: total(100 * sign, 21 * sign),
  grouped_lines: [{ section: { title: null }, line_items: [line(120 * sign), line(-20 * sign)] }],
});

function understood<T>(read: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

const readInvoiceText = (body: unknown) => readInvoice(understood(readAnswer(JSON.stringify(body), invoiceSchema)));
const readCreditNoteText = (body: unknown) =>
  readCreditNote(understood(readAnswer(JSON.stringify(body), creditNoteSchema)));

describe('an invoice', () => {
  it('is read whole', () => {
    const read = readInvoiceText(invoice);
    expect(read).toMatchObject({
      kind: 'invoice',
      id: DOCUMENT,
      companyEntityId: 'e1',
      number: '2026 / 27',
      date: '2026-03-01',
      customer: { type: 'company', id: CUSTOMER, name: 'Kaas & Co' },
      currency: 'EUR',
      webUrl: null,
      updatedAt: '2026-03-02T10:00:00+00:00',
      dueOn: '2026-03-31',
      paymentTerm: { type: 'after_invoice_date', days: 30 },
      paymentReference: '+++084/2613/66074+++',
      purchaseOrderNumber: null,
      isDirectDebit: true,
      creditedInvoiceId: null,
    });
    expect(read?.net.toFixed()).toBe('100.1');
    expect(read?.gross.toFixed()).toBe('121.12');
    expect(read?.taxes.map(({ rate, base, vat }) => [rate, base, vat].map(String))).toEqual([
      ['0.21', '100.1', '21.02'],
    ]);
    expect(read?.lines.map(({ quantity, net }) => [quantity, net].map(String))).toEqual([
      ['2.5', '50.05'],
      ['2.5', '50.05'],
    ]);
    expect(read?.lines.map(({ productCategoryId }) => productCategoryId)).toEqual(['p1', null]);
    expect(read?.isTaxWithheld).toBe(true);
    expect(read?.discounts.map(({ percentage }) => String(percentage))).toEqual(['10']);
    expect(read?.exchangeRate?.rate.toFixed()).toBe('1.1234');
  });

  it('is read where what is empty is left out', () => {
    const bare = {
      ...common,
      invoice_number: '2026 / 28',
      invoice_date: '2026-03-01',
      total: total(100, 21),
      grouped_lines: [],
      payment_term: { type: 'cash' },
    };
    expect(readInvoiceText(bare)).toMatchObject({
      dueOn: null,
      paymentTerm: { type: 'cash' },
      paymentReference: null,
      isDirectDebit: false,
      exchangeRate: null,
      discounts: [],
      lines: [],
    });
  });

  it('that is a draft is none', () => {
    const draft = { ...common, invoice_number: null, invoice_date: null, total: total(1, 0) };
    expect(readInvoiceHeader(understood(readAnswer(JSON.stringify(draft), invoiceHeaderSchema)))).toBeNull();
  });

  it.each(['2026-02-30', '14/03/2026', '2026-03-14T00:00:00+01:00'])('has no date such as %s', (text) => {
    const dated = (change: object) => readAnswer(JSON.stringify({ ...invoice, ...change }), invoiceSchema);
    expect([dated({ invoice_date: text }).ok, dated({ due_on: text }).ok, dated({}).ok]).toEqual([false, false, true]);
  });

  it('that gives back more than it charges keeps its sign', () => {
    expect(readInvoiceText({ ...invoice, total: total(-10, -2.1) })?.net.toFixed()).toBe('-10');
  });
});

describe('a credit note', () => {
  it.each([1, -1] as const)('gives back positive amounts, whichever sign Teamleader uses (%d)', (sign) => {
    const read = readCreditNoteText(creditNote(sign));
    expect(read).toMatchObject({ kind: 'creditNote', number: '2026/5', creditedInvoiceId: DOCUMENT, dueOn: null });
    expect([read?.net, read?.gross].map(String)).toEqual(['100', '121']);
    expect(read?.taxes.map(({ base, vat }) => [base, vat].map(String))).toEqual([['100', '21']]);
    expect(read?.lines.map(({ net }) => net.toFixed())).toEqual(['120', '-20']);
  });

  it.each([1, -1] as const)('may have a rate under which it charges (%d)', (sign) => {
    const mixed = {
      ...creditNote(sign),
      total: {
        ...total(100 * sign, 21 * sign),
        taxes: [
          { rate: 0.21, taxable: money(110 * sign), tax: money(23.1 * sign) },
          { rate: 0.06, taxable: money(-10 * sign), tax: money(-2.1 * sign) },
        ],
      },
    };
    const read = readCreditNoteText(mixed);
    expect(read?.net.toFixed()).toBe('100');
    expect(read?.taxes.map(({ base, vat }) => [base, vat].map(String))).toEqual([
      ['110', '23.1'],
      ['-10', '-2.1'],
    ]);
  });

  it.each([
    [5, 0.4],
    [-5, 6],
    [0, 0],
  ])('with totals that do not agree on a sign is left as it is (%d, %d)', (net, vat) => {
    expect(readCreditNoteText({ ...creditNote(1), total: total(net, vat) })?.net.toFixed()).toBe(String(net));
  });
});

describe('a contact', () => {
  const read = (change: object) =>
    readContact(understood(readAnswer(JSON.stringify({ ...contact, ...change }), contactSchema)));
  const contact = {
    id: 'k1',
    first_name: 'Ada',
    last_name: 'Peeters',
    national_identification_number: '85073003328',
    emails: [
      { type: 'invoicing', email: 'b@x.be' },
      { type: 'primary', email: 'a@x.be' },
    ],
    telephones: [
      { type: 'fax', number: '1' },
      { type: 'mobile', number: '2' },
    ],
    primary_address: { line_1: 'Dorp 1', postal_code: '9000', city: 'Gent', country: 'BE' },
    updated_at: '2026-01-01T00:00:00+00:00',
  };

  it('is a customer by its whole name, without its national number', () => {
    expect(read({})).toEqual({
      type: 'contact',
      id: 'k1',
      name: 'Ada Peeters',
      vatNumber: null,
      companyNumber: null,
      email: 'a@x.be',
      phone: '2',
      website: null,
      language: null,
      address: { line1: 'Dorp 1', postalCode: '9000', city: 'Gent', country: 'BE' },
      iban: null,
      bic: null,
      paymentTerm: null,
      webUrl: null,
      updatedAt: '2026-01-01T00:00:00+00:00',
    });
  });

  it.each([
    ['BE68 5390 0754 7034', 'KRED BE BB', 'BE68539007547034', 'KREDBEBB'],
    ['nl91abna0417164300', '', 'NL91ABNA0417164300', null],
    ['BE68 5390 0754 7034', 'no code', 'BE68539007547034', null],
    ['BE68 5390 0754 7035', 'KREDBEBB', null, null],
    ['539-0075470-34', null, null, null],
  ])('has the bank account %s, %s where it is one', (iban, bic, number, code) => {
    expect(read({ iban, bic })).toMatchObject({ iban: number, bic: code });
  });
});

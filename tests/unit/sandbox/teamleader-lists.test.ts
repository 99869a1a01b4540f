import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusinessDocument } from '../../sandbox/business/business.ts';
import { type Answer, idsOf, openWorld, rowsOf, type World } from './teamleader-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ documents: 150 });
});
afterAll(() => world.close());

const documents = (kind: BusinessDocument['kind']) => world.business.documents.filter((one) => one.kind === kind);
const where = (kind: BusinessDocument['kind'], keep: (document: BusinessDocument) => boolean): string[] =>
  documents(kind)
    .filter(keep)
    .map(({ id }) => id);

/** Everything that a filter finds. */
async function all(method: string, filter: unknown, sort?: unknown): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let number = 1; ; number += 1) {
    const answer = await world.call(method, { filter, page: { size: 100, number }, ...(sort ? { sort } : {}) });
    expect(answer.status).toBe(200);
    found.push(...idsOf(answer));
    if (rowsOf(answer).length < 100) return found;
  }
}

function pick(kind: BusinessDocument['kind'], keep: (document: BusinessDocument) => boolean): BusinessDocument {
  const found = documents(kind).find(keep);
  if (found === undefined) throw new Error('The business has no such document');
  return found;
}

describe('filters of invoices.list', () => {
  const day = '2026-06-15';
  const dated = (): BusinessDocument => pick('invoice', ({ date }) => date !== null && date > day);

  test.each<[string, () => unknown, (invoice: BusinessDocument) => boolean]>([
    ['status', () => ({ status: ['outstanding', 'matched'] }), ({ status }) => status !== 'draft'],
    ['one status', () => ({ status: ['draft'] }), ({ status }) => status === 'draft'],
    ['ids', () => ({ ids: [dated().id] }), ({ id }) => id === dated().id],
    ['no ids', () => ({ ids: [] }), () => false],
    [
      'department_id',
      () => ({ department_id: world.business.otherCompanyEntity.id }),
      ({ companyEntityId }) => companyEntityId === world.business.otherCompanyEntity.id,
    ],
    [
      'both dates, each inclusive',
      () => ({ invoice_date_after: dated().date, invoice_date_before: dated().date }),
      ({ date }) => date === dated().date,
    ],
    [
      'updated_since',
      () => ({ updated_since: `${day}T00:00:00+02:00` }),
      ({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(`${day}T00:00:00+02:00`),
    ],
    ['invoice_number', () => ({ invoice_number: dated().number }), ({ number }) => number === dated().number],
    [
      'customer',
      () => ({ customer: { type: customerType(dated()), id: dated().customerId } }),
      ({ customerId }) => customerId === dated().customerId,
    ],
    ['term in a name', () => ({ term: 'GARAGE' }), (invoice) => customerName(invoice).includes('Garage')],
    ['payment_reference', () => ({ payment_reference: referred().paymentReference }), ({ id }) => id === referred().id],
    ['deal_id', () => ({ deal_id: dated().id }), () => false],
  ])('%s', async (_, filter, keep) => {
    const expected = where('invoice', keep);
    expect((await all('invoices.list', filter())).sort()).toEqual(expected.sort());
  });

  const referred = () => pick('invoice', ({ paymentReference }) => paymentReference !== null);
  const customerOf = ({ customerId }: BusinessDocument) => world.business.customers.find(({ id }) => id === customerId);
  const customerName = (invoice: BusinessDocument) => customerOf(invoice)?.name ?? '';
  const customerType = (invoice: BusinessDocument) => customerOf(invoice)?.type;

  test.each([
    ['a status outside a list', { status: 'draft' }],
    ['a status that does not exist', { status: ['booked'] }],
    ['a bare date for a moment', { updated_since: '2026-01-01' }],
    ['milliseconds in a moment', { updated_since: '2026-01-01T00:00:00.000Z' }],
    ['an id that is none', { ids: ['17'] }],
    ['an empty date', { invoice_date_after: '' }],
    ['a customer without type', { customer: { id: '00000000-0000-4000-8000-000000000000' } }],
  ])('refuses %s', async (_, filter) => {
    const answer = await world.call('invoices.list', { filter });
    expect(answer.status).toBe(400);
    expect(answer.errors?.[0]).toMatchObject({ status: 400, meta: { field: expect.stringMatching(/^filter\./) } });
  });
});

describe('filters of creditNotes.list', () => {
  test('after includes the day, before leaves it out', async () => {
    const date = pick('creditNote', () => true).date ?? '';
    const after = await all('creditNotes.list', { credit_note_date_after: date });
    expect(after.sort()).toEqual(where('creditNote', (one) => (one.date ?? '') >= date).sort());
    const before = await all('creditNotes.list', { credit_note_date_before: date });
    expect(before.sort()).toEqual(where('creditNote', (one) => (one.date ?? '') < date).sort());
  });

  test('finds those of an invoice', async () => {
    const { creditsInvoiceId } = pick('creditNote', (one) => one.creditsInvoiceId !== null);
    const found = await all('creditNotes.list', { invoice_id: creditsInvoiceId });
    expect(found.sort()).toEqual(where('creditNote', (one) => one.creditsInvoiceId === creditsInvoiceId).sort());
  });
});

describe('filters of customers', () => {
  test('the VAT number may be written with blanks and dots', async () => {
    const company = world.business.customers.find(({ vatNumber }) => vatNumber?.startsWith('BE'));
    const spaced = company?.vatNumber?.replace(/^BE(\d{4})(\d{3})/, 'BE $1.$2.');
    expect(spaced).not.toBe(company?.vatNumber);
    expect(await all('companies.list', { vat_number: spaced })).toContain(company?.id);
  });

  test('companies and contacts are apart, and the status is no list', async () => {
    const companies = await all('companies.list', { status: 'active' });
    expect(companies).toHaveLength(world.business.customers.filter(({ type }) => type === 'company').length);
    expect(await all('companies.list', { status: 'deactivated' })).toEqual([]);
    expect((await world.call('companies.list', { filter: { status: ['active'] } })).status).toBe(400);
    const contacts = await all('contacts.list', { company_id: null });
    expect(contacts).toHaveLength(world.business.customers.filter(({ type }) => type === 'contact').length);
  });

  test('what is added is found, and is a second one with the same VAT number', async () => {
    const existing = world.business.customers.find(({ type, vatNumber }) => type === 'company' && vatNumber !== null);
    const vatNumber = existing?.vatNumber;
    const added = await world.call('companies.add', { name: 'Zusterbedrijf NV', vat_number: vatNumber });
    expect(added).toMatchObject({ status: 201, data: { type: 'company' } });
    expect(await all('companies.list', { vat_number: vatNumber })).toHaveLength(2);
    expect((await world.call('companies.add', { name: 'Leeg NV', vat_number: '' })).status).toBe(400);

    const contact = { last_name: 'Claes', emails: [{ type: 'primary', email: 'an@claes.example' }] };
    expect((await world.call('contacts.add', contact)).status).toBe(201);
    const email = { type: 'primary', email: 'an@claes.example' };
    expect(rowsOf(await world.call('contacts.list', { filter: { email } }))).toMatchObject([{ last_name: 'Claes' }]);
    expect((await world.call('contacts.add', { first_name: 'An' })).status).toBe(400);
  });

  test('a change is seen by updated_since', async () => {
    const company = world.business.customers.find(({ type }) => type === 'company');
    const since = `${new Date(world.clock.now() - 1000).toISOString().slice(0, 19)}+00:00`;
    const filter = { ids: [company?.id], updated_since: since };
    expect(await all('companies.list', filter)).toEqual([]);
    world.teamleader.ledger.updateCustomer(company?.id ?? '', { remarks: 'moved' });
    expect(await all('companies.list', filter)).toEqual([company?.id]);
  });
});

describe('filters of the master data', () => {
  test('tax rates belong to a company entity', async () => {
    const filter = { department_id: world.business.companyEntity.id };
    const answer = await world.call('taxRates.list', { filter, page: { size: 100 } });
    const own = world.business.taxRates.filter(({ companyEntityId }) => companyEntityId === filter.department_id);
    expect(idsOf(answer).sort()).toEqual(own.map(({ id }) => id).sort());
    expect(rowsOf(answer).map(({ rate }) => rate)).toContain(0.21);
  });

  test('product categories tell their account per company entity', async () => {
    const { id } = world.business.otherCompanyEntity;
    const rows = rowsOf(await world.call('productCategories.list', { filter: { department_id: id } }));
    const ledgers = rows.map((row) => row['ledgers']);
    const codes = world.business.productCategories.map(({ glAccountCode }) => glAccountCode);
    expect(ledgers).toEqual(
      codes.map((code) =>
        code === null ? [] : [{ department: { type: 'department', id }, ledger_account_number: code }],
      ),
    );
  });
});

describe('pages', () => {
  const numbers = (answer: Answer) => rowsOf(answer).map((row) => row['invoice_number']);

  test('hold twenty rows unless told, begin with one, and end short', async () => {
    const first = await world.call('invoices.list');
    expect(rowsOf(first)).toHaveLength(20);
    expect(first.meta).toEqual({ page: { size: 20, number: 1 }, matches: documents('invoice').length });
    const second = await world.call('invoices.list', { page: { number: 2 } });
    expect(numbers(second)).not.toEqual(numbers(first));
    expect(rowsOf(await world.call('invoices.list', { page: { size: 100, number: 9 } }))).toEqual([]);
  });

  test('of more than a hundred are cut to a hundred, and noted', async () => {
    const before = world.defects.length;
    expect(rowsOf(await world.call('invoices.list', { page: { size: 500 } }))).toHaveLength(100);
    expect(world.defects.slice(before)).toEqual(['teamleader invoices.list: page size 500 is above 100']);
  });

  test.each([{ size: 0 }, { number: 0 }, { size: '20' }])('refuse %j', async (page) => {
    expect((await world.call('invoices.list', { page })).status).toBe(400);
  });
});

describe('order', () => {
  const yearAndNumber = (number: unknown) => String(number).split('/').map(Number);
  const numbered = async (sort?: unknown) => {
    const filter = { department_id: world.business.companyEntity.id, status: ['outstanding', 'matched'] };
    const answer = await world.call('invoices.list', { filter, page: { size: 100 }, ...(sort ? { sort } : {}) });
    return rowsOf(answer).map((row) => row['invoice_number']);
  };
  const ascending = (a: unknown, b: unknown) => {
    const [yearA = 0, runningA = 0] = yearAndNumber(a);
    const [yearB = 0, runningB = 0] = yearAndNumber(b);
    return yearA - yearB || runningA - runningB;
  };

  test.each(['asc', 'desc'] as const)(
    'of invoices.list without a sort is by number, %s by the switch',
    async (order) => {
      world.switches.invoiceListDefaultOrder = order;
      const shown = await numbered();
      const upward = shown.toSorted(ascending);
      expect(shown).toEqual(order === 'asc' ? upward : upward.toReversed());
      world.switches.invoiceListDefaultOrder = 'desc';
    },
  );

  test('of numbers runs over book years, as numbers', async () => {
    const shown = await numbered([{ field: 'invoice_number', order: 'asc' }]);
    expect(shown).toEqual(shown.toSorted(ascending));
    expect(shown[0]).toMatch(/^2025 /);
  });

  test('of equal dates is as the documents stand: a changed one moves', async () => {
    const twins = documents('invoice').filter(
      ({ date }, _, all) => date !== null && all.filter((one) => one.date === date).length > 1,
    );
    const date = twins[0]?.date;
    const filter = { invoice_date_after: date, invoice_date_before: date };
    const byDate = [{ field: 'invoice_date', order: 'desc' }];
    const before = await all('invoices.list', filter, byDate);
    world.teamleader.ledger.updateInvoice(String(before[0]), { purchaseOrderNumber: 'PO-1' });
    expect(await all('invoices.list', filter, byDate)).toEqual([...before.slice(1), before[0]]);
  });

  test('of companies is by name unless told', async () => {
    const names = async (body: object) =>
      rowsOf(await world.call('companies.list', body)).map(({ name }) => String(name));
    const shown = await names({ page: { size: 100 } });
    expect(shown).toEqual(shown.toSorted((a, b) => a.localeCompare(b)));
    const downward = await names({ page: { size: 100 }, sort: [{ field: 'name', order: 'desc' }] });
    expect(downward[0]).toBe(shown.at(-1));
  });
});

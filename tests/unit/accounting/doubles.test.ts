import { describe, expect, it } from 'vitest';
import { doubleAccounts, doubleEntries } from '../../../lib/accounting/doubles.ts';
import type { BookedEntry } from '../../../lib/accounting/facts.ts';
import type { Comparison } from '../../../lib/accounting/reconcile.ts';
import { account, big, plainInvoice } from './builders.ts';

const groups = (accounts: Parameters<typeof doubleAccounts>[0]) =>
  doubleAccounts(accounts).map(({ by, accounts: group }) => [by, group.map(({ id }) => id).join()]);

const OTHER = { line1: 'Markt 2', postalCode: '1000', city: 'Brussel', country: 'BE' };

describe('accounts that may be one', () => {
  it('share a VAT number, however it is written', () => {
    const found = groups([
      account({ id: 'a', vatNumber: 'BE0403227515' }),
      account({ id: 'b', vatNumber: 'BE 0403.227.515', name: 'Other', address: OTHER }),
      account({ id: 'c', vatNumber: '0403227515', name: 'Third', address: OTHER }),
      account({ id: 'd', vatNumber: 'NL123456789B01', name: 'Fourth', address: OTHER }),
    ]);
    expect(found).toEqual([['vatNumber', 'a,b,c']]);
  });

  it('of two countries share none, but the one without letters may be either', () => {
    const number = '123456789';
    const found = groups([
      account({ id: 'a', vatNumber: `DE${number}`, name: 'A', address: OTHER }),
      account({ id: 'b', vatNumber: `EL${number}`, name: 'B', address: OTHER }),
      account({ id: 'c', vatNumber: number, name: 'C', address: OTHER }),
    ]);
    expect(found).toEqual([
      ['vatNumber', 'a,c'],
      ['vatNumber', 'b,c'],
    ]);
  });

  it('share a name and an address, unless their VAT numbers are two', () => {
    const bare = { vatNumber: null, companyNumber: null };
    expect(groups([account({ id: 'a', ...bare }), account({ id: 'b', name: 'PEETERS B.V.', ...bare })])).toEqual([]);
    expect(groups([account({ id: 'a', ...bare }), account({ id: 'b', name: 'peeters  bv', ...bare })])).toEqual([
      ['nameAndAddress', 'a,b'],
    ]);
    expect(groups([account({ id: 'a', ...bare }), account({ id: 'b', ...bare, address: OTHER })])).toEqual([]);
    expect(groups([account({ id: 'a' }), account({ id: 'b', vatNumber: 'NL123456789B01' })])).toEqual([]);
  });

  it('are told of once', () => {
    expect(groups([account({ id: 'a' }), account({ id: 'b' })])).toEqual([['vatNumber', 'a,b']]);
  });
});

const entry = (id: string, change: Partial<BookedEntry> = {}): BookedEntry => ({
  id,
  entryNumber: 1,
  journal: '70',
  accountId: 'a',
  date: '2026-03-14',
  yourRef: '2026/27',
  description: null,
  currency: 'EUR',
  gross: big('121'),
  vat: big('21'),
  grossInDivisionCurrency: big('121'),
  rate: null,
  paymentCondition: null,
  link: null,
  lines: null,
  ...change,
});

const found = (entries: readonly BookedEntry[], comparisons: readonly Comparison[] = []) =>
  doubleEntries(entries, comparisons, doubleAccounts([account({ id: 'a' }), account({ id: 'b' })])).map((group) => [
    group.by,
    group.entries.map(({ id }) => id).join(),
  ]);

describe('invoices that may be booked twice', () => {
  it('bear one number, customer and amount, in whatever journal', () => {
    expect(found([entry('1'), entry('2', { journal: '72', yourRef: '2026 / 27' })])).toEqual([['likeness', '1,2']]);
    expect(found([entry('1'), entry('2', { accountId: 'b' })])).toEqual([['likeness', '1,2']]);
  });

  it.each<[string, Partial<BookedEntry>]>([
    ['number', { yourRef: '2026 / 28' }],
    ['customer', { accountId: 'c' }],
    ['amount', { gross: big('120') }],
    ['sign', { gross: big('-121') }],
    ['currency', { currency: 'USD' }],
  ])('not so where the %s is another', (_, change) => {
    expect(found([entry('1'), entry('2', change)])).toEqual([]);
  });

  it('not so without a number, or where two documents are known', () => {
    expect(found([entry('1', { yourRef: null }), entry('2', { yourRef: null })])).toEqual([]);
    const [one, two] = [entry('1'), entry('2')];
    const equal = (id: string, of: BookedEntry): Comparison => ({
      verdict: 'equal',
      document: plainInvoice({ id }),
      entries: [of],
    });
    expect(found([one, two], [equal('x', one), equal('y', two)])).toEqual([]);
    expect(found([one, two], [equal('x', one)])).toEqual([['likeness', '1,2']]);
  });

  it('not so under a reference that a customer has each month, but so beside the entry of a document', () => {
    const [march, april] = [entry('1', { yourRef: 'PO 4711' }), entry('2', { yourRef: 'PO 4711', date: '2026-04-14' })];
    expect(found([march, april])).toEqual([]);
    expect(found([march, april, { ...april, id: '3' }])).toEqual([['likeness', '2,3']]);
    const differs = (number: string): Comparison => ({
      verdict: 'differs',
      document: plainInvoice({ number }),
      entries: [march],
    });
    expect(found([march, april], [differs('2026 / 27')])).toEqual([]);
    expect(found([march, april], [differs('PO 4711')])).toEqual([['likeness', '1,2']]);
  });

  it('are told of once where they are of one document', () => {
    const [one, two] = [entry('1'), entry('2')];
    const twice: Comparison = { verdict: 'twice', document: plainInvoice(), entries: [one, two] };
    expect(found([one, two], [twice])).toEqual([['document', '1,2']]);
  });
});

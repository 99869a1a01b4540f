import { describe, expect, it } from 'vitest';
import type { SalesDocument, VatCode } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import {
  big,
  CONNECTION,
  causeOf,
  condition,
  DOCUMENT_ID,
  invoice,
  line,
  linesOf,
  must,
  plainInvoice,
  REFERENCE,
  surroundings,
  tax,
  vatCode,
} from './builders.ts';

const plan = (document: SalesDocument, connection: Connection = CONNECTION) =>
  planEntry(document, REFERENCE, connection, surroundings());

const planned = (document: SalesDocument, connection?: Connection) => linesOf(must(plan(document, connection)));

const withJournal = (invoices: string): Connection => ({ ...CONNECTION, journals: { invoices, creditNotes: '71' } });

describe('an entry', () => {
  it('says what the invoice says', () => {
    expect(must(plan(plainInvoice()))).toEqual({
      kind: 'invoice',
      documentId: DOCUMENT_ID,
      journal: '70',
      entryNumber: 26_000_027,
      date: '2026-03-14',
      dueDate: '2026-04-13',
      yourRef: '2026 / 27',
      description: '2026 / 27 Peeters BV',
      paymentReference: '+++123/4567/89012+++',
      paymentCondition: '30',
      currency: 'EUR',
      rate: null,
      rateUse: 'times',
      link: `https://focus.teamleader.eu/invoice_detail.php?id=${DOCUMENT_ID}`,
      lines: [{ glAccountId: 'gl-700000', vatCode: '4', description: 'Consultancy', net: big(100), vat: big(21) }],
      net: big(100),
      vat: big(21),
      gross: big(121),
    });
  });

  it('of a credit note is negative, in its own journal, without term and due date', () => {
    const entry = must(plan(plainInvoice({ kind: 'creditNote', number: '2026/5', webUrl: null })));
    expect(linesOf(entry)).toEqual([['gl-700000', '4', '-100.00', '-21.00']]);
    expect([entry.net, entry.vat, entry.gross].map((amount) => amount.toFixed())).toEqual(['-100', '-21', '-121']);
    expect(entry).toMatchObject({
      journal: '71',
      entryNumber: 26_000_005,
      dueDate: null,
      paymentCondition: null,
      description: '2026/5 Peeters BV',
      link: `https://focus.teamleader.eu/creditnote_detail.php?id=${DOCUMENT_ID}`,
    });
  });

  it('carries the id in its link, also where the page is known by an older one', () => {
    const webUrl = 'https://focus.teamleader.eu/invoice_detail.php?id=1234567';
    expect(must(plan(plainInvoice({ webUrl }))).link).toBe(`${webUrl}#${DOCUMENT_ID}`);
  });

  it('keeps within the lengths that Exact takes', () => {
    const customer = { type: 'company', id: 'x', vatNumber: null, name: `${'N'.repeat(46)}😀 en Zonen` } as const;
    const entry = must(plan(plainInvoice({ customer, number: `${'9'.repeat(40)}` })));
    expect(entry.yourRef).toHaveLength(30);
    expect(entry.entryNumber).toBeNull();
    const named = must(plan(plainInvoice({ customer })));
    expect(named.description).toBe(`2026 / 27 ${'N'.repeat(46)}😀…`);
    const sign = { ...customer, name: `${'N'.repeat(48)}😀😀` };
    expect(must(plan(plainInvoice({ customer: sign }))).description).toBe(`2026 / 27 ${'N'.repeat(48)}…`);
  });

  it('collects where the invoice is to be collected', () => {
    const reference = {
      ...REFERENCE,
      paymentConditions: [condition(), condition({ code: '32', method: 'collection' })],
    };
    expect(
      must(planEntry(plainInvoice({ isDirectDebit: true }), reference, CONNECTION, surroundings())).paymentCondition,
    ).toBe('32');
  });

  it.each<[string, Partial<SalesDocument>, object]>([
    ['no lines', { lines: [] }, { type: 'noLines' }],
    ['withheld tax', { isTaxWithheld: true }, { type: 'taxWithheld' }],
    ['a gross that is not net and VAT', { gross: big('121.01') }, { type: 'totalsDiffer', figure: 'gross' }],
    ['a net that is not its bases', { net: big('99.99') }, { type: 'totalsDiffer', figure: 'net' }],
  ])('is not made of %s', (_, change, cause) => {
    expect(causeOf(plan(plainInvoice(change)))).toMatchObject(cause);
  });
});

describe('the journal', () => {
  it.each([
    ['99', { type: 'journalMissing', journal: '99' }],
    ['20', { type: 'journalMissing', journal: '20' }],
    ['69', { type: 'journalBlocked', journal: '69' }],
  ])('%s cannot be booked in', (journal, cause) => {
    expect(causeOf(plan(plainInvoice(), withJournal(journal)))).toEqual(cause);
  });
});

describe('the VAT code', () => {
  const linkedTo = (code: string): Connection => ({ ...CONNECTION, vatLinks: { 'rate-21': code } });

  it('names the tax rate that is not linked', () => {
    const document = invoice([line(100, { taxRateId: 'rate-unlinked' })], [tax('0.12', '100', '12')]);
    expect(causeOf(plan(document))).toEqual({ type: 'taxRateNotLinked', taxRate: '12%' });
  });

  it('names an unknown tax rate by its id', () => {
    expect(causeOf(plan(invoice([line(100, { taxRateId: 'gone' })], [])))).toEqual({
      type: 'taxRateNotLinked',
      taxRate: 'gone',
    });
  });

  it.each([
    ['99', 'missing'],
    ['14', 'inclusive'],
    ['2', 'percentageDiffers'],
  ])('%s is unusable: %s', (code, reason) => {
    expect(causeOf(plan(plainInvoice(), linkedTo(code)))).toEqual({ type: 'vatCodeUnusable', vatCode: code, reason });
  });

  it.each<[string, Partial<VatCode>]>([
    ['blocked', { isBlocked: true }],
    ['notForSales', { isForSales: false }],
    ['notExclusive', { type: 'none' }],
  ])('that has become unusable is named: %s', (reason, change) => {
    const reference = { ...REFERENCE, vatCodes: [vatCode(change)] };
    expect(causeOf(planEntry(plainInvoice(), reference, CONNECTION, surroundings()))).toEqual({
      type: 'vatCodeUnusable',
      vatCode: '4',
      reason,
    });
  });

  it('keeps nil rates apart, though Teamleader states them as one', () => {
    const document = invoice(
      [line(60, { taxRateId: 'rate-verlegd' }), line(40, { taxRateId: 'rate-export' })],
      [tax('0', '100', '0')],
    );
    expect(planned(document)).toEqual([
      ['gl-700000', '5', '60.00', '0.00'],
      ['gl-700000', '8', '40.00', '0.00'],
    ]);
  });

  it('stands also where Teamleader states nothing of a nil rate', () => {
    const document = invoice([line(60, { taxRateId: 'rate-verlegd' })], [], { net: big(60), gross: big(60) });
    expect(planned(document)).toEqual([['gl-700000', '5', '60.00', '0.00']]);
  });
});

describe('the G/L account', () => {
  it('is the product category’s, then the tax rate’s, then the connection’s', () => {
    const document = invoice(
      [
        line(1, { taxRateId: 'rate-6', productCategoryId: 'goods' }),
        line(2, { taxRateId: 'rate-6', productCategoryId: 'other' }),
        line(4, { productCategoryId: 'other' }),
        line(8, { productCategoryId: 'gone' }),
      ],
      [tax('0.06', '3', '0.18'), tax('0.21', '12', '2.52')],
    );
    expect(planned(document)).toEqual([
      ['gl-701000', '2', '1.00', '0.06'],
      ['gl-706000', '2', '2.00', '0.12'],
      ['gl-700000', '4', '12.00', '2.52'],
    ]);
  });

  it('must exist, be open and take sales, or it is told who names it', () => {
    const noRevenue = { ...CONNECTION, glAccounts: { ...CONNECTION.glAccounts, revenue: '777777' } };
    expect(causeOf(plan(plainInvoice(), noRevenue))).toEqual({
      type: 'glAccountMissing',
      code: '777777',
      usedBy: { kind: 'revenue' },
    });
    const old = plainInvoice({ lines: [line(100, { productCategoryId: 'old' })] });
    expect(causeOf(plan(old))).toEqual({
      type: 'glAccountBlocked',
      code: '709000',
      name: '709000',
      usedBy: { kind: 'productCategory', name: 'Old' },
    });
    const receivables = {
      ...REFERENCE,
      glAccounts: REFERENCE.glAccounts.map((one) => ({ ...one, isForSales: one.code !== '706000' })),
    };
    const sixPercent = invoice([line(100, { taxRateId: 'rate-6' })], [tax('0.06', '100', '6')]);
    expect(causeOf(planEntry(sixPercent, receivables, CONNECTION, surroundings()))).toEqual({
      type: 'glAccountUnfit',
      code: '706000',
      name: '706000',
      usedBy: { kind: 'taxRate', name: '6%' },
    });
  });
});

describe('the lines', () => {
  it('are grouped by account and code, in the order of their first appearance', () => {
    const document = invoice(
      [
        line(10, { description: 'A' }),
        line(20, { description: 'B', productCategoryId: 'goods' }),
        line(30, { description: 'C', taxRateId: 'rate-6' }),
        line(40, { description: 'D' }),
        line(-5, { description: 'E', productCategoryId: 'goods' }),
        line(7, { description: 'F', productCategoryId: 'goods' }),
      ],
      [tax('0.21', '72', '15.12'), tax('0.06', '30', '1.80')],
    );
    const entry = must(plan(document));
    expect(linesOf(entry)).toEqual([
      ['gl-700000', '4', '50.00', '10.50'],
      ['gl-701000', '4', '22.00', '4.62'],
      ['gl-706000', '2', '30.00', '1.80'],
    ]);
    expect(entry.lines.map(({ description }) => description)).toEqual(['A + 1', 'B + 2', 'C']);
  });

  it('are described within sixty signs', () => {
    const long = 'Ontwikkeling van een webshop met koppeling naar de boekhouding\nen meer';
    const [one] = must(plan(plainInvoice({ lines: [line(100, { description: long })] }))).lines;
    expect(one?.description).toBe('Ontwikkeling van een webshop met koppeling naar de boekhoud…');
    const full = 'V'.repeat(60);
    expect(must(plan(plainInvoice({ lines: [line(100, { description: full })] }))).lines[0]?.description).toBe(full);
    const two = [line(60, { description: long }), line(40)];
    expect(must(plan(plainInvoice({ lines: two }))).lines[0]?.description).toMatch(/^.{55}… \+ 1$/);
    const nameless = plainInvoice({ lines: [line(100, { description: ' ' })] });
    expect(must(plan(nameless)).lines[0]?.description).toBe('2026 / 27');
  });

  it('leave out what has no amount', () => {
    const document = plainInvoice({
      lines: [line(0, { description: 'Let op', taxRateId: 'rate-unlinked' }), line(100)],
    });
    const entry = must(plan(document));
    expect(entry.lines.map(({ description }) => description)).toEqual(['Consultancy']);
  });

  it('stay where none has an amount', () => {
    const document = invoice([line(0), line(0, { taxRateId: 'rate-6' })], []);
    expect(planned(document)).toEqual([
      ['gl-700000', '4', '0.00', '0.00'],
      ['gl-706000', '2', '0.00', '0.00'],
    ]);
  });

  it('take the cent that rounding leaves on the largest of the rate', () => {
    const document = invoice(
      [line('10.333'), line('20.333', { productCategoryId: 'goods' })],
      [tax('0.21', '30.67', '6.44')],
    );
    expect(planned(document)).toEqual([
      ['gl-700000', '4', '10.33', '2.17'],
      ['gl-701000', '4', '20.34', '4.27'],
    ]);
  });

  it('take a cent on the same account however they stand, where two are as large', () => {
    const lines = [line('10.005', { productCategoryId: 'goods' }), line('10.005')];
    const taxes = [tax('0.21', '20.01', '4.20')];
    const amounts = [
      ['gl-700000', '4', '10.00', '2.10'],
      ['gl-701000', '4', '10.01', '2.10'],
    ];
    expect(planned(invoice(lines, taxes)).toSorted()).toEqual(amounts);
    expect(planned(invoice(lines.toReversed(), taxes)).toSorted()).toEqual(amounts);
  });

  it('are not made to fit when more than rounding parts them from Teamleader', () => {
    const lines = [line(60), line(40)];
    expect(causeOf(plan(invoice(lines, [tax('0.21', '100.03', '21.01')])))).toEqual({
      type: 'totalsDiffer',
      figure: 'net',
      teamleader: '100.03',
      entry: '100.00',
      currency: 'EUR',
    });
    expect(causeOf(plan(invoice(lines, [tax('0.21', '100', '21.03')])))).toEqual({
      type: 'totalsDiffer',
      figure: 'vat',
      teamleader: '21.03',
      entry: '21.00',
      currency: 'EUR',
    });
    expect(planned(invoice(lines, [tax('0.21', '100.02', '21.02')]))).toEqual([['gl-700000', '4', '100.02', '21.02']]);
  });

  it('are not booked on a rate that Teamleader states and no line has', () => {
    const document = invoice([line(100)], [tax('0.21', '100', '21'), tax('0.06', '10', '0.60')]);
    expect(causeOf(plan(document))).toMatchObject({ type: 'totalsDiffer', figure: 'net' });
    const vatAlone = invoice([line(100)], [tax('0.21', '100', '21'), tax('0.06', '0', '0.60')]);
    expect(causeOf(plan(vatAlone))).toMatchObject({ type: 'totalsDiffer', figure: 'vat' });
  });

  it('take VAT that Teamleader rounded line by line', () => {
    // Each line's VAT is 0.0084, a cent when rounded by itself: five cents and not four.
    const lines = Array.from({ length: 5 }, () => line('0.04'));
    expect(planned(invoice(lines, [tax('0.21', '0.20', '0.05')]))).toEqual([['gl-700000', '4', '0.20', '0.05']]);
  });
});

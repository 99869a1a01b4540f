import { describe, expect, it } from 'vitest';
import type { SalesDocument } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import {
  big,
  CONNECTION,
  causeOf,
  customer,
  discount,
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

describe('one line for each of the invoice’s', () => {
  const each: Connection = { ...CONNECTION, lines: 'each' };

  it('keeps descriptions, and VAT adds up to Teamleader’s', () => {
    const lines = [line('0.07', { description: 'A' }), line('0.07', { description: 'B' }), line('0.07')];
    const entry = must(plan(invoice(lines, [tax('0.21', '0.21', '0.04')]), each));
    expect(entry.lines.map(({ description, net, vat }) => [description, net.toFixed(), vat.toFixed()])).toEqual([
      ['A', '0.07', '0.02'],
      ['B', '0.07', '0.01'],
      ['Consultancy', '0.07', '0.01'],
    ]);
  });

  it('leaves out what says nothing to the books, and books the discount beside', () => {
    const lines = [line(100), line(0, { description: 'Met dank' }), line(50)];
    const document = invoice(lines, [tax('0.21', '135', '28.35')], { discounts: [discount('10')] });
    expect(planned(document, each)).toEqual([
      ['gl-700000', '4', '100.00', '21.00'],
      ['gl-700000', '4', '50.00', '10.50'],
      ['gl-708000', '4', '-15.00', '-3.15'],
    ]);
  });
});

describe('what can be known beforehand', () => {
  const listed = {
    ...REFERENCE,
    vatCodes: [...REFERENCE.vatCodes.slice(0, 3), vatCode({ code: '5', rate: big(0), euListing: 'services' })],
  };
  const toTheEu = invoice([line(100, { taxRateId: 'rate-verlegd' })], [tax('0', '100', '0')]);

  it('is that a sale on the EU listing needs a VAT number', () => {
    const nameless = surroundings({ customer: customer({ vatNumber: null }) });
    expect(causeOf(planEntry(toTheEu, listed, CONNECTION, nameless))).toEqual({
      type: 'vatNumberNeeded',
      name: 'Peeters BV',
      vatCode: '5',
    });
    expect(planEntry(toTheEu, listed, CONNECTION, surroundings()).ok).toBe(true);
  });

  it('is that no financial year covers the date', () => {
    expect(causeOf(plan(plainInvoice({ date: '2027-01-01' })))).toEqual({
      type: 'financialYearMissing',
      date: '2027-01-01',
    });
    expect(plan(plainInvoice({ date: '2026-12-31' })).ok).toBe(true);
    const untold = { ...REFERENCE, financialPeriods: [] };
    expect(planEntry(plainInvoice({ date: '2027-01-01' }), untold, CONNECTION, surroundings()).ok).toBe(true);
  });

  it('is that an amount is finer than its currency', () => {
    const exchangeRate = { from: 'JPY', to: 'EUR', rate: big('0.0061') };
    const yen = invoice([line('100.5')], [tax('0.21', '100.5', '21')], { currency: 'JPY', exchangeRate });
    expect(causeOf(plan(yen))).toEqual({ type: 'amountTooFine', amount: '100.5', currency: 'JPY' });
  });
});

describe('a credit note’s reference', () => {
  it.each([
    ['2026 / 12', '2026/5 (2026 / 12)'],
    [null, '2026/5'],
    [`2026 / ${'1'.repeat(20)}`, '2026/5'],
  ])('names the invoice %s where there is room', (creditedNumber, yourRef) => {
    const document = plainInvoice({ kind: 'creditNote', number: '2026/5' });
    const entry = must(planEntry(document, REFERENCE, CONNECTION, surroundings({ creditedNumber })));
    expect(entry.yourRef).toBe(yourRef);
  });
});

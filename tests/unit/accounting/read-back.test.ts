import { describe, expect, it } from 'vitest';
import type { BookedEntry, SalesDocument } from '../../../lib/accounting/facts.ts';
import { compareReadBack } from '../../../lib/accounting/read-back.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import {
  big,
  CONNECTION,
  invoice,
  line,
  must,
  plainInvoice,
  REFERENCE,
  standing,
  surroundings,
  tax,
} from './builders.ts';

const MIXED = invoice(
  [line(100), line(50, { productCategoryId: 'goods' }), line(10, { taxRateId: 'rate-6' })],
  [tax('0.21', '150', '31.50'), tax('0.06', '10', '0.60')],
);
const DOLLARS = plainInvoice({ currency: 'USD', exchangeRate: { from: 'USD', to: 'EUR', rate: big('0.9214') } });

/** Sends the document, lets something change on the way, and compares. */
function compared(document: SalesDocument, change: (entry: BookedEntry) => Partial<BookedEntry>) {
  const sent = { ...must(planEntry(document, REFERENCE, CONNECTION, surroundings())), accountId: 'account' };
  const found = standing(sent);
  return compareReadBack(sent, { ...found, ...change(found) }, 'EUR');
}

describe('compareReadBack', () => {
  it.each([MIXED, DOLLARS, plainInvoice({ kind: 'creditNote' })])('finds what was sent', (document) => {
    expect(compared(document, () => ({})).ok).toBe(true);
  });

  it('cares for neither the order of lines nor how amounts are written', () => {
    const change = ({ lines }: BookedEntry) => ({ lines: lines?.toReversed() ?? null, gross: big('192.100') });
    expect(compared(MIXED, change).ok).toBe(true);
  });

  it('does without lines, and without a condition that was left to Exact', () => {
    expect(compared(MIXED, () => ({ lines: null })).ok).toBe(true);
    expect(compared(plainInvoice({ paymentTerm: null }), () => ({ paymentCondition: '99' })).ok).toBe(true);
  });

  it.each<[string, Partial<BookedEntry>, string, string]>([
    ['gross', { gross: big('192.11') }, '192.1', '192.11'],
    ['vat', { vat: big(0) }, '32.1', '0'],
    ['account', { accountId: 'other' }, 'account', 'other'],
    ['journal', { journal: '71' }, '70', '71'],
    ['currency', { currency: 'USD' }, 'EUR', 'USD'],
    ['date', { date: '2026-03-15' }, '2026-03-14', '2026-03-15'],
    ['yourRef', { yourRef: null }, '2026 / 27', ''],
    ['paymentCondition', { paymentCondition: null }, '30', ''],
  ])('sees another %s', (what, change, sent, found) => {
    expect(compared(MIXED, () => change)).toEqual({
      ok: false,
      error: { type: 'readBackDiffers', what, sent, found },
    });
  });

  it.each<[string, string, (line: NonNullable<BookedEntry['lines']>[number]) => object]>([
    ['account', 'lines', () => ({ glAccountId: 'other' })],
    ['VAT code', 'lines', () => ({ vatCode: null })],
    ['amount', 'lines', ({ net }) => ({ net: net.plus('0.01') })],
    ['VAT', 'vatOfLines', ({ vat }) => ({ vat: vat.plus('0.01') })],
  ])('sees a line with another %s', (_, what, change) => {
    const changed = ({ lines }: BookedEntry) => ({
      lines: lines?.map((one, index) => (index === 1 ? { ...one, ...change(one) } : one)) ?? null,
    });
    expect(compared(MIXED, changed)).toMatchObject({ ok: false, error: { what } });
  });

  it('sees a line that is missing', () => {
    expect(compared(MIXED, ({ lines }) => ({ lines: lines?.slice(1) ?? null }))).toMatchObject({
      ok: false,
      error: { what: 'lines' },
    });
  });

  it('sees a rate that was taken the other way, and lets a cent of rounding pass', () => {
    const inDivision = (amount: string) => compared(DOLLARS, () => ({ grossInDivisionCurrency: big(amount) }));
    expect(inDivision('111.50').ok).toBe(true);
    expect(inDivision('111.49')).toMatchObject({ ok: true });
    expect(inDivision('111.51')).toMatchObject({ ok: false });
    expect(inDivision('131.32')).toEqual({
      ok: false,
      error: { type: 'readBackDiffers', what: 'grossInDivisionCurrency', sent: '111.49', found: '131.32' },
    });
  });
});

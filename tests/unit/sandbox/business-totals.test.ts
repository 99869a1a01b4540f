import { describe, expect, it } from 'vitest';
import { type LineDraft, lineOf, totalsOf } from '../../sandbox/business/totals.ts';

const draft = (changes: Partial<LineDraft>): LineDraft => ({
  description: 'Advies',
  quantity: '1',
  unitPrice: '100',
  discount: null,
  taxRateId: 'standard',
  rate: '0.21',
  productCategoryId: null,
  section: '',
  ...changes,
});
const RATES: Readonly<Record<string, string>> = { standard: '0.21', low: '0.06', export: '0', exempt: '0' };
const rateOf = (id: string) => RATES[id] ?? '0';

describe('a line', () => {
  it.each([
    [{ quantity: '3', unitPrice: '33.333' }, 'EUR', { netBeforeDiscount: '100.00', net: '100.00', gross: '121.00' }],
    [{ unitPrice: '10', discount: '33.33' }, 'EUR', { netBeforeDiscount: '10.00', net: '6.67', gross: '8.07' }],
    // The discount is taken of the unrounded amount: 0.25 × 0.06 is 0.015, half of it 0.0075.
    [{ quantity: '0.25', unitPrice: '0.06', discount: '50' }, 'EUR', { netBeforeDiscount: '0.02', net: '0.01' }],
    [{ unitPrice: '0.005' }, 'EUR', { net: '0.01' }],
    [{ quantity: '7.5', unitPrice: '333' }, 'JPY', { net: '2498', gross: '3023' }],
    [{ quantity: '0', unitPrice: '0' }, 'EUR', { net: '0.00', gross: '0.00', grossBeforeDiscount: '0.00' }],
    [{ unitPrice: '-10.10' }, 'EUR', { net: '-10.10', gross: '-12.22' }],
    [{ unitPrice: '80', discount: '100' }, 'EUR', { net: '0.00', netBeforeDiscount: '80.00' }],
  ])('%o in %s', (changes, currency, expected) => {
    expect(lineOf(draft(changes), currency)).toMatchObject(expected);
  });
});

describe('totals', () => {
  const lines = (...drafts: Partial<LineDraft>[]) =>
    drafts.map((changes) => lineOf(draft({ ...changes, rate: rateOf(changes.taxRateId ?? 'standard') }), 'EUR'));
  const discount = (percentage: string) => ({ percentage, description: 'Korting' });

  it('round per VAT rate, not per line', () => {
    const totals = totalsOf(lines({ unitPrice: '0.12' }, { unitPrice: '0.12' }), [], 'EUR', rateOf);
    expect(totals).toEqual({
      netBeforeDiscount: '0.24',
      net: '0.24',
      vat: '0.05',
      gross: '0.29',
      taxes: [{ rate: '0.21', base: '0.24', vat: '0.05' }],
    });
  });

  it('take discounts one after the other, of the sum per rate', () => {
    const totals = totalsOf(
      lines({ unitPrice: '100' }, { unitPrice: '33.33', taxRateId: 'low' }),
      [discount('10'), discount('3')],
      'EUR',
      rateOf,
    );
    expect(totals).toEqual({
      netBeforeDiscount: '133.33',
      net: '116.40',
      vat: '20.08',
      gross: '136.48',
      taxes: [
        { rate: '0.21', base: '87.30', vat: '18.33' },
        { rate: '0.06', base: '29.10', vat: '1.75' },
      ],
    });
  });

  it('know the rate only, not why it is nil', () => {
    const totals = totalsOf(
      lines({ unitPrice: '10', taxRateId: 'export' }, { unitPrice: '5', taxRateId: 'exempt' }),
      [],
      'EUR',
      rateOf,
    );
    expect(totals.taxes).toEqual([{ rate: '0', base: '15.00', vat: '0.00' }]);
  });
});

/** Amounts as Teamleader states them: rounded per line, then per VAT rate. */
import Big from 'big.js';
import type { BusinessDocument, BusinessLine } from './business.ts';

export const decimals = (currency: string): number => (currency === 'JPY' ? 0 : 2);

export const roundTo = (amount: Big, currency: string): Big => amount.round(decimals(currency), Big.roundHalfUp);

const written = (amount: Big, currency: string): string => amount.toFixed(decimals(currency));

export interface LineDraft {
  readonly description: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string | null;
  readonly taxRateId: string;
  readonly rate: string;
  readonly productCategoryId: string | null;
  readonly section: string;
}

export function lineOf(draft: LineDraft, currency: string): BusinessLine {
  const { rate, ...line } = draft;
  const full = new Big(draft.quantity).times(draft.unitPrice);
  const before = roundTo(full, currency);
  const net = roundTo(full.times(new Big(100).minus(draft.discount ?? 0)).div(100), currency);
  const withVat = (amount: Big) => written(roundTo(amount.times(new Big(rate).plus(1)), currency), currency);
  return {
    ...line,
    net: written(net, currency),
    netBeforeDiscount: written(before, currency),
    gross: withVat(net),
    grossBeforeDiscount: withVat(before),
  };
}

/** @param rateOf the rate of a tax rate id, as a fraction */
export function totalsOf(
  lines: readonly BusinessLine[],
  discounts: BusinessDocument['discounts'],
  currency: string,
  rateOf: (taxRateId: string) => string,
): BusinessDocument['totals'] {
  const factor = discounts.reduce(
    (left, { percentage }) => left.times(new Big(100).minus(percentage)).div(100),
    new Big(1),
  );
  const perRate = new Map<string, Big>();
  for (const line of lines) {
    const rate = rateOf(line.taxRateId);
    perRate.set(rate, (perRate.get(rate) ?? new Big(0)).plus(line.net));
  }
  const taxes = [...perRate].map(([rate, sum]) => {
    const base = roundTo(sum.times(factor), currency);
    return { rate, base, vat: roundTo(base.times(rate), currency) };
  });
  const before = lines.reduce((sum, line) => sum.plus(line.net), new Big(0));
  const net = taxes.reduce((sum, tax) => sum.plus(tax.base), new Big(0));
  const vat = taxes.reduce((sum, tax) => sum.plus(tax.vat), new Big(0));
  return {
    netBeforeDiscount: written(before, currency),
    net: written(net, currency),
    vat: written(vat, currency),
    gross: written(net.plus(vat), currency),
    taxes: taxes.map(({ rate, base, vat: tax }) => ({
      rate,
      base: written(base, currency),
      vat: written(tax, currency),
    })),
  };
}

/** Documents as Teamleader would make them: their totals are computed here, on their own, from what was typed in. */
import Big from 'big.js';
import fc from 'fast-check';
import type { DocumentKind, DocumentLine, ReferenceData, SalesDocument } from '../../../lib/accounting/facts.ts';
import type { Connection } from '../../../lib/connection.ts';
import { big, CONNECTION, discount, invoice, line, REFERENCE, tax, vatCode } from './builders.ts';

/** Six tax rates, each under a code of its own; two of them are nil, and two share 21 %. */
const RATES = [
  { id: 'rate-21', rate: '0.21' },
  { id: 'rate-21-services', rate: '0.21' },
  { id: 'rate-12', rate: '0.12' },
  { id: 'rate-6', rate: '0.06' },
  { id: 'rate-verlegd', rate: '0' },
  { id: 'rate-export', rate: '0' },
] as const;
type Rate = (typeof RATES)[number];

export const GENERATED_REFERENCE: ReferenceData = {
  ...REFERENCE,
  taxRates: [...REFERENCE.taxRates, { id: 'rate-12', description: '12%', rate: big('0.12') }],
  vatCodes: [...REFERENCE.vatCodes, vatCode({ code: '3', rate: big('0.12') })],
};
export const GENERATED_CONNECTION: Connection = {
  ...CONNECTION,
  vatLinks: { ...CONNECTION.vatLinks, 'rate-12': '3' },
};

interface TypedLine {
  readonly quantity: Big;
  readonly price: Big;
  readonly discount: Big;
  readonly rate: Rate;
  readonly productCategoryId: string | null;
}

interface Typed {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly sequence: number;
  readonly currency: 'EUR' | 'JPY';
  readonly lines: readonly TypedLine[];
  readonly discounts: readonly string[];
}

const scaled = (min: number, max: number, decimals: number) =>
  fc.integer({ min, max }).map((units) => big(units).div(10 ** decimals));

const aLine: fc.Arbitrary<TypedLine> = fc.record({
  quantity: fc.oneof(scaled(-5, 20, 0), scaled(-500, 20_000, 2)),
  price: fc.oneof(scaled(0, 5_000, 3), scaled(-200_000, 2_000_000, 3), scaled(1, 999, 0)),
  discount: fc.constantFrom('0', '0', '10', '33.33', '12.5', '100').map(big),
  rate: fc.constantFrom(...RATES),
  productCategoryId: fc.constantFrom(null, 'goods', 'other'),
});

const typed: fc.Arbitrary<Typed> = fc.record({
  kind: fc.constantFrom('invoice', 'creditNote'),
  id: fc.uuid(),
  sequence: fc.integer({ min: 1, max: 999_999 }),
  currency: fc.constantFrom('EUR', 'JPY'),
  lines: fc.array(aLine, { minLength: 1, maxLength: 100, size: 'max' }),
  discounts: fc.array(fc.constantFrom('2', '10', '33.33', '7.5', '50'), { maxLength: 2 }),
});

export const aDocument: fc.Arbitrary<SalesDocument> = typed.map(documentOf);

function documentOf({ kind, id, sequence, currency, lines, discounts }: Typed): SalesDocument {
  const round = (amount: Big) => amount.round(currency === 'JPY' ? 0 : 2, Big.roundHalfUp);
  const factor = discounts.reduce((left, percentage) => left.times(big(100).minus(percentage).div(100)), big(1));
  const booked = lines.map((one): { rate: string; line: DocumentLine } => {
    const net = round(one.quantity.times(one.price).times(big(100).minus(one.discount)).div(100));
    const { quantity, productCategoryId } = one;
    return { rate: one.rate.rate, line: line(net.toFixed(), { quantity, productCategoryId, taxRateId: one.rate.id }) };
  });
  const taxes = [...Map.groupBy(booked, ({ rate }) => rate)].map(([rate, ofRate]) => {
    const base = round(ofRate.reduce((total, { line: { net } }) => total.plus(net), big(0)).times(factor));
    return tax(rate, base.toFixed(), round(base.times(rate)).toFixed());
  });
  return invoice(
    booked.map((one) => one.line),
    taxes,
    {
      kind,
      id,
      number: `2026 / ${sequence}`,
      currency,
      discounts: discounts.map((percentage) => discount(percentage)),
      exchangeRate: currency === 'JPY' ? { from: 'JPY', to: 'EUR', rate: big('0.0061') } : null,
      webUrl: kind === 'invoice' ? `https://focus.teamleader.eu/invoice_detail.php?id=${id}` : null,
    },
  );
}

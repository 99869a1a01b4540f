/** Documents as Teamleader would make them: their totals are computed here, on their own, from what was typed in. */
import Big from 'big.js';
import fc from 'fast-check';
import type { DocumentKind, DocumentLine, ReferenceData, SalesDocument } from '../../../lib/accounting/facts.ts';
import { currencyDigits } from '../../../lib/accounting/money.ts';
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

/** Units of euro for one unit. */
const CURRENCIES = { EUR: null, USD: '0.92', JPY: '0.0061', ISK: '0.0067', CLP: '0.00095' } as const;

/** How Teamleader comes to its totals is not documented. */
interface Ways {
  /** Amounts of lines are rounded one by one, or only their sum is. */
  readonly lines: 'each' | 'sum';
  /** VAT is reckoned on the base of its rate, or on each line and added up. */
  readonly vat: 'base' | 'lines';
  /** Several discounts come one after another, or are added up. */
  readonly discounts: 'stacked' | 'added';
}

interface Typed {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly sequence: number;
  readonly currency: keyof typeof CURRENCIES;
  readonly lines: readonly TypedLine[];
  readonly discounts: readonly string[];
}

const scaled = (min: number, max: number, decimals: number) =>
  fc.integer({ min, max }).map((units) => big(units).div(10 ** decimals));

const aLine: fc.Arbitrary<TypedLine> = fc.record({
  quantity: fc.oneof(scaled(-5, 20, 0), scaled(-500, 20_000, 2)),
  price: fc.oneof(scaled(0, 5_000, 3), scaled(-200_000, 2_000_000, 3), scaled(1, 99_999, 4), scaled(1, 999, 0)),
  discount: fc.constantFrom('0', '0', '10', '33.33', '12.5', '100').map(big),
  rate: fc.constantFrom(...RATES),
  productCategoryId: fc.constantFrom(null, 'goods', 'other'),
});

const typed = fc.record({
  kind: fc.constantFrom('invoice', 'creditNote'),
  id: fc.uuid(),
  sequence: fc.integer({ min: 1, max: 999_999 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY', 'ISK', 'CLP'),
  lines: fc.array(aLine, { minLength: 1, maxLength: 100, size: 'max' }),
  discounts: fc.array(fc.constantFrom('2', '10', '33.33', '7.5', '50'), { maxLength: 3 }),
}) satisfies fc.Arbitrary<Typed>;

const USUAL: Ways = { lines: 'each', vat: 'base', discounts: 'stacked' };

/** Totals as one expects them: lines rounded, discounts one after another, VAT on the base. */
export const aDocument: fc.Arbitrary<SalesDocument> = typed.map((one) => documentOf(one, USUAL));

/** The same, with totals that were come to in any way. */
export const aDocumentInAnyWay: fc.Arbitrary<SalesDocument> = fc
  .tuple(
    typed,
    fc.record<Ways>({
      lines: fc.constantFrom('each', 'sum'),
      vat: fc.constantFrom('base', 'lines'),
      discounts: fc.constantFrom('stacked', 'added'),
    }),
  )
  .map(([one, ways]) => documentOf(one, ways));

function documentOf({ kind, id, sequence, currency, lines, discounts }: Typed, ways: Ways): SalesDocument {
  const round = (amount: Big) => amount.round(currencyDigits(currency), Big.roundHalfUp);
  const total = (amounts: readonly Big[]) => amounts.reduce((sum, amount) => sum.plus(amount), big(0));
  const factor =
    ways.discounts === 'added'
      ? big(100)
          .minus(total(discounts.map(big)))
          .div(100)
      : discounts.reduce((left, percentage) => left.times(big(100).minus(percentage).div(100)), big(1));
  const booked = lines.map((one): { rate: string; line: DocumentLine } => {
    const exact = one.quantity.times(one.price).times(big(100).minus(one.discount)).div(100);
    const net = ways.lines === 'each' ? round(exact) : exact;
    const { quantity, productCategoryId } = one;
    return { rate: one.rate.rate, line: line(net.toFixed(), { quantity, productCategoryId, taxRateId: one.rate.id }) };
  });
  const taxes = [...Map.groupBy(booked, ({ rate }) => rate)].map(([rate, ofRate]) => {
    const nets = ofRate.map(({ line: { net } }) => net.times(factor));
    const base = round(total(nets));
    const vat = ways.vat === 'base' ? round(base.times(rate)) : total(nets.map((net) => round(net.times(rate))));
    return tax(rate, base.toFixed(), vat.toFixed());
  });
  const rateToEuro = CURRENCIES[currency];
  return invoice(
    booked.map((one) => one.line),
    taxes,
    {
      kind,
      id,
      number: `2026 / ${sequence}`,
      currency,
      discounts: discounts.map((percentage) => discount(percentage)),
      exchangeRate: rateToEuro === null ? null : { from: currency, to: 'EUR', rate: big(rateToEuro) },
      webUrl: kind === 'invoice' ? `https://focus.teamleader.eu/invoice_detail.php?id=${id}` : null,
    },
  );
}

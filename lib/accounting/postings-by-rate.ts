import type Big from 'big.js';
import type { BookedEntry, DocumentHeader } from './facts.ts';
import { sum, ZERO } from './money.ts';

/** Net and VAT at one rate, with the signs of the books: what is credited is negative. */
export interface RateAmount {
  /** A fraction; null where it is not told. */
  readonly rate: Big | null;
  readonly net: Big;
  readonly vat: Big;
}

/** What a document says, rate by rate; the amounts add up to its totals. */
export function invoicedByRate({ kind, net, gross, taxes }: DocumentHeader): readonly RateAmount[] {
  const told = taxes.map(({ rate, base, vat }) => ({ rate, net: base, vat }));
  const complete = withRest(told, { net, vat: gross.minus(net) }).map((one) =>
    // Teamleader may leave a nil rate out: what it states no tax of bears none.
    one.rate === null && one.vat.eq(0) ? { ...one, rate: ZERO } : one,
  );
  return kind === 'invoice'
    ? complete
    : complete.map((one) => ({ rate: one.rate, net: ZERO.minus(one.net), vat: ZERO.minus(one.vat) }));
}

/** What an entry says, rate by rate; the amounts add up to its totals. @param rates by VAT code */
export function bookedByRate(
  { gross, vat, lines }: BookedEntry,
  rates: ReadonlyMap<string, Big>,
): readonly RateAmount[] {
  const told = (lines ?? []).map((line) => ({
    rate: rates.get(line.vatCode ?? '') ?? null,
    net: line.net,
    vat: line.vat,
  }));
  return withRest(told, { net: gross.minus(vat), vat });
}

function withRest(told: readonly RateAmount[], total: Omit<RateAmount, 'rate'>): readonly RateAmount[] {
  const net = total.net.minus(sum(told.map((one) => one.net)));
  const vat = total.vat.minus(sum(told.map((one) => one.vat)));
  return net.eq(0) && vat.eq(0) ? told : [...told, { rate: null, net, vat }];
}

export const rateKey = (rate: Big | null): string => rate?.toFixed() ?? '';

/** One amount for each rate, without those that come to nothing. */
export function joinRates(amounts: readonly RateAmount[]): readonly RateAmount[] {
  const joined = new Map<string, RateAmount>();
  for (const { rate, net, vat } of amounts) {
    const before = joined.get(rateKey(rate)) ?? { net: ZERO, vat: ZERO };
    joined.set(rateKey(rate), { rate, net: before.net.plus(net), vat: before.vat.plus(vat) });
  }
  return [...joined.values()].filter(({ net, vat }) => !net.eq(0) || !vat.eq(0));
}

/** Does the entry say the same, to the cent and rate by rate, as far as its rates are told? */
export function isAsInvoiced(document: DocumentHeader, entry: BookedEntry, rates: ReadonlyMap<string, Big>): boolean {
  const invoiced = invoicedByRate(document);
  const booked = bookedByRate(entry, rates);
  const isSame = (one: readonly RateAmount[], other: readonly RateAmount[]): boolean =>
    textOf(joinRates(one)) === textOf(joinRates(other));
  const withoutRates = (amounts: readonly RateAmount[]) => amounts.map((one) => ({ ...one, rate: null }));
  return (
    document.currency === entry.currency &&
    (entry.lines === null ? isSame(withoutRates(invoiced), withoutRates(booked)) : isSame(invoiced, booked))
  );
}

const textOf = (amounts: readonly RateAmount[]): string =>
  amounts
    .map(({ rate, net, vat }) => `${rateKey(rate)} ${net.toFixed()} ${vat.toFixed()}`)
    .sort()
    .join('; ');

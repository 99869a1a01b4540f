import Big from 'big.js';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { BookedEntry, Currencies, Journal, KnownRate, RateUse, ReferenceData, SalesDocument } from './facts.ts';
import { ONE, ZERO } from './money.ts';

/**
 * The rate that an entry carries: units of division currency for one unit of the document's. Null in the division's own
 * currency, and where the journal takes Exact's rate of the day and no other.
 */
export function entryRate(
  document: SalesDocument,
  journal: Journal,
  { currency: divisionCurrency, currencies }: ReferenceData,
): Result<Big | null, Cause> {
  const { currency } = document;
  const journalCurrency = journal.currency === '' ? divisionCurrency : journal.currency;
  if (currency !== journalCurrency && !journal.allowsOtherCurrencies) {
    return err({ type: 'currencyNotAllowed', currency, journal: journal.code });
  }
  if (currency === divisionCurrency) return ok(null);
  if (currencies !== null && !currencies.active.includes(currency)) return err({ type: 'currencyNotActive', currency });
  return journal.allowsOtherRates ? statedRate(document, divisionCurrency, currencies) : ok(null);
}

/** Teamleader's rate may be off Exact's by so much, since they are of different days and sources. */
const NEAR = new Big('1.15');
/** And must be nearer by so much than its reverse, or nothing is told. */
const CLEARLY = new Big('1.01');

/**
 * Teamleader does not say which way its rate points: of the rate and its reverse, the one that is near what Exact knows
 * of the currency is meant. Teamleader 5.
 */
function statedRate(
  { currency, exchangeRate, date }: SalesDocument,
  divisionCurrency: string,
  currencies: Currencies | null,
): Result<Big, Cause> {
  const pair = exchangeRate === null ? [] : [exchangeRate.from, exchangeRate.to];
  if (exchangeRate === null || exchangeRate.rate.lte(ZERO) || !isPair(pair, currency, divisionCurrency)) {
    return err({ type: 'exchangeRateMissing', currency });
  }
  const unclear: Cause = { type: 'exchangeRateUnclear', currency, rate: exchangeRate.rate.toFixed() };
  const known = rateOn(
    date,
    (currencies?.rates ?? []).filter((rate) => rate.currency === currency),
  );
  if (known === null) return err(unclear);
  const { rate } = exchangeRate;
  const reverse = ONE.div(rate);
  const [asStated, reversed] = [apart(rate, known.perUnit), apart(reverse, known.perUnit)];
  if (asStated.lte(NEAR) && asStated.times(CLEARLY).lt(reversed)) return ok(rate);
  if (reversed.lte(NEAR) && reversed.times(CLEARLY).lt(asStated)) return ok(reverse);
  return err(unclear);
}

const isPair = (pair: readonly string[], a: string, b: string): boolean => pair.includes(a) && pair.includes(b);

/** The rate that holds on the day; before the first one, that. */
function rateOn(date: string, rates: readonly KnownRate[]): KnownRate | null {
  const inOrder = rates.filter((rate) => rate.perUnit.gt(ZERO)).toSorted((a, b) => a.from.localeCompare(b.from));
  return inOrder.findLast((rate) => rate.from <= date) ?? inOrder[0] ?? null;
}

/** How many times the larger is the smaller. */
const apart = (a: Big, b: Big): Big => (a.gt(b) ? a.div(b) : b.div(a));

/** An entry proves it if its amounts agree with one reading to a thousandth, and not with the other. */
const AGREES = new Big('1.001');

/**
 * How Exact uses an entry's rate: proved by entries in another currency that stand in the books. Its documentation does
 * not say. Exact 4.
 * @returns null where no entry proves it
 */
export function provenRateUse(entries: Iterable<BookedEntry>, divisionCurrency: string): RateUse | null {
  for (const { currency, rate, gross, grossInDivisionCurrency } of entries) {
    if (currency === divisionCurrency || rate === null || rate.lte(ZERO)) continue;
    if (gross.eq(ZERO) || grossInDivisionCurrency.eq(ZERO)) continue;
    const perUnit = grossInDivisionCurrency.div(gross).abs();
    const isTimes = apart(perUnit, rate).lte(AGREES);
    const isBy = apart(perUnit, ONE.div(rate)).lte(AGREES);
    if (isTimes !== isBy) return isTimes ? 'times' : 'by';
  }
  return null;
}

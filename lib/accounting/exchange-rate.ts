import type Big from 'big.js';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Journal, SalesDocument } from './facts.ts';
import { ONE, ZERO } from './money.ts';

/**
 * The rate that an entry carries: units of division currency for one unit of the document's. Null in the division's own
 * currency, and where the journal takes Exact's rate of the day and no other.
 */
export function entryRate(
  document: SalesDocument,
  journal: Journal,
  divisionCurrency: string,
): Result<Big | null, Cause> {
  const { currency, exchangeRate } = document;
  const journalCurrency = journal.currency === '' ? divisionCurrency : journal.currency;
  if (currency !== journalCurrency && !journal.allowsOtherCurrencies) {
    return err({ type: 'currencyNotAllowed', currency, journal: journal.code });
  }
  if (currency === divisionCurrency || !journal.allowsOtherRates) return ok(null);
  const rate = companyCurrencyPerUnit(exchangeRate, currency, divisionCurrency);
  return rate === null ? err({ type: 'exchangeRateMissing', currency }) : ok(rate);
}

/**
 * Units of the division's currency for one unit of the document's. Teamleader's documentation does not say which way its
 * rate points; `from` times the rate being `to` is what its names say. The one place to change, should it be otherwise.
 * @returns null without a usable rate between the two currencies
 */
export function companyCurrencyPerUnit(
  exchangeRate: SalesDocument['exchangeRate'],
  documentCurrency: string,
  divisionCurrency: string,
): Big | null {
  if (exchangeRate === null || exchangeRate.rate.lte(ZERO)) return null;
  const { from, to, rate } = exchangeRate;
  if (from === documentCurrency && to === divisionCurrency) return rate;
  return from === divisionCurrency && to === documentCurrency ? ONE.div(rate) : null;
}

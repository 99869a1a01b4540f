import { Big } from 'big.js';
import type { Business } from '../../business/business.ts';

interface Currency {
  readonly code: string;
  readonly symbol: string;
  readonly name: string;
  /** Units of this currency for one euro. */
  readonly perEuro: string;
}

const TABLE: readonly (readonly [code: string, symbol: string, name: string, perEuro: string])[] = [
  ['BAM', 'KM', 'Bosnia-Herzegovina Convertible Mark', '1.9558'],
  ['CAD', 'CA$', 'Canadian Dollar', '1.6210'],
  ['CHF', 'CHF', 'Swiss Franc', '0.9360'],
  ['CLP', 'CLP', 'Chilean Peso', '1085.5'],
  ['CNY', 'CN¥', 'Chinese Yuan', '8.2100'],
  ['COP', 'COP', 'Colombian Peso', '4395'],
  ['CZK', 'Kč', 'Czech Koruna', '24.210'],
  ['DKK', 'kr', 'Danish Krone', '7.4600'],
  ['EUR', '€', 'Euro', '1'],
  ['GBP', '£', 'British Pound', '0.8710'],
  ['INR', '₹', 'Indian Rupee', '102.30'],
  ['ISK', 'kr', 'Icelandic Króna', '146.90'],
  ['JPY', '¥', 'Japanese Yen', '180.40'],
  ['MAD', 'MAD', 'Moroccan Dirham', '10.710'],
  ['MXN', 'MX$', 'Mexican Peso', '21.350'],
  ['NOK', 'kr', 'Norwegian Krone', '11.720'],
  ['PEN', 'S/', 'Peruvian Sol', '3.9100'],
  ['PLN', 'zł', 'Polish Zloty', '4.2400'],
  ['RON', 'lei', 'Romanian Leu', '5.0900'],
  ['SEK', 'kr', 'Swedish Krona', '10.980'],
  ['TRY', '₺', 'Turkish Lira', '49.050'],
  ['USD', '$', 'US Dollar', '1.1600'],
  ['ZAR', 'R', 'South African Rand', '19.950'],
];

/** What the business last paid for a currency goes before the table. */
export function currenciesOf(business: Business): readonly Currency[] {
  return TABLE.map(([code, symbol, name, perEuro]) => {
    const used = business.documents.findLast(
      ({ currency, exchangeRate }) => currency === code && exchangeRate !== null,
    );
    const rate = used?.exchangeRate ?? null;
    return { code, symbol, name, perEuro: rate === null ? perEuro : new Big(1).div(rate).round(6).toString() };
  });
}

/** Units of `currency` for one unit of the base currency. */
export function rateFrom(base: Currency, currency: Currency): Big {
  return new Big(currency.perEuro).div(base.perEuro).round(6);
}

import Big from 'big.js';

/** Currencies that have no smaller unit in daily use. */
const WITHOUT_CENTS: ReadonlySet<string> = new Set(['CLP', 'ISK', 'JPY', 'KRW', 'VND', 'XAF', 'XOF', 'XPF']);

export const ZERO = new Big(0);
export const ONE = new Big(1);

/** Decimal places of the currency's smallest unit. */
export const currencyDigits = (currency: string): 0 | 2 => (WITHOUT_CENTS.has(currency) ? 0 : 2);

/** One cent, or one yen. */
export const smallestUnit = (currency: string): Big => new Big(10).pow(-currencyDigits(currency));

/** Rounds to the currency's smallest unit, half away from zero. */
export const roundTo = (amount: Big, currency: string): Big => amount.round(currencyDigits(currency), Big.roundHalfUp);

export const sum = (amounts: readonly Big[]): Big => amounts.reduce((total, amount) => total.plus(amount), ZERO);

/** Plain decimal text with the currency's digits, for storage: `12.30`, `1200`. */
export const formatAmount = (amount: Big, currency: string): string => amount.toFixed(currencyDigits(currency));

import type { Business } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';

/** How the pages write dates and money. */
export interface Formats {
  /** @param date `YYYY-MM-DD`. */
  date(date: string | null): string;
  /** @param amount A decimal string. */
  money(amount: string, currency: string): string;
  number(amount: string): string;
}

export function formatsFor(language: Switches['language'], country: Business['country']): Formats {
  const locale = language === 'en' ? 'en-GB' : `nl-${country}`;
  const dates = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
  const moneyIn = new Map<string, Intl.NumberFormat>();
  return {
    date: (date) => (date === null ? '' : dates.format(new Date(`${date}T00:00:00Z`))),
    money: (amount, currency) => {
      const format = moneyIn.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
      moneyIn.set(currency, format);
      return format.format(Number(amount));
    },
    number: (amount) => numbers.format(Number(amount)),
  };
}

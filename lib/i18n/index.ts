import { en, type Texts } from './en.ts';
import { nl } from './nl.ts';

export type { Texts };

const TABLES: Readonly<Record<string, Texts>> = { en, nl };

/** The texts for a language tag; English where there is no table for it. */
export const textsFor = (language: string): Texts => TABLES[language.toLowerCase().split('-')[0] ?? ''] ?? en;

/** Numbers and dates of a bare `en` are written as in Britain: American dates would be read wrongly here. */
const localeFor = (language: string): string => (language.toLowerCase() === 'en' ? 'en-GB' : language);

/** Puts values in their places: `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** @param date `YYYY-MM-DD` */
export const formatDate = (date: string, language: string): string =>
  new Intl.DateTimeFormat(localeFor(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));

/** @param time epoch milliseconds */
export function formatTime(time: number, language: string): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(
    localeFor(language),
    isToday ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' },
  ).format(time);
}

/** @param amount a plain decimal; it is formatted as it stands, digit by digit */
export function formatMoney(amount: string, currency: string, language: string): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(localeFor(language), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // Given as text, so that no amount passes through a binary float; the type library knows numbers only.
  return isDecimal(amount) ? format.format(amount) : `${amount} ${currency}`;
}

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

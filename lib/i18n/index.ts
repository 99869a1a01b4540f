import type { Texts } from './en/index.ts';
import { isLanguage, type Language } from './language.ts';

export type { Texts };

const primaryTag = (language: string): string => language.toLowerCase().split(/[-_]/)[0] ?? '';

/** The language whose table holds the texts for a language tag, or null where there is none. */
export function tableOf(language: string): Language | null {
  const tag = primaryTag(language);
  return isLanguage(tag) ? tag : null;
}

/** The language that these texts are really in: the tag itself, or English where there is no table for it. */
export const textLanguage = (language: string): string => (tableOf(language) === null ? 'en' : language);

/** Numbers and dates of a bare `en` are written as in Britain: American dates would be read wrongly here. */
function localeFor(language: string): string {
  const tag = language.replaceAll('_', '-');
  if (tag.toLowerCase() === 'en') return 'en-GB';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en-GB';
  } catch {
    // A page may call its language anything.
    return 'en-GB';
  }
}

/** Puts values in their places: `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** @param date `YYYY-MM-DD`; anything else is given back as it is */
export function formatDate(date: string, language: string): string {
  const midnight = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(midnight)) return date;
  const { format } = new Intl.DateTimeFormat(localeFor(language), {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return unbroken(format(midnight));
}

/** From the first of two days to the last; the same twice is told once. */
export const formatDates = (first: string, last: string, language: string): string =>
  [...new Set([first, last])].map((date) => formatDate(date, language)).join(' – ');

/** A line may end after a hyphen: not after those of a date. */
const unbroken = (date: string): string => date.replaceAll('-', '-\u2060');

/** @param time epoch milliseconds */
export function formatTime(time: number, language: string): string {
  const isToday = new Date(time).toDateString() === new Date().toDateString();
  const { format } = new Intl.DateTimeFormat(
    localeFor(language),
    isToday ? { timeStyle: 'short' } : { dateStyle: 'short', timeStyle: 'short' },
  );
  return unbroken(format(time));
}

/** A rough span of time, as it is said: in minutes, or from an hour and a half on in hours. @param seconds more than none */
export function formatSpan(seconds: number, language: string): string {
  const minutes = Math.ceil(seconds / 60);
  const [amount, unit] = minutes > 90 ? [Math.round(minutes / 30) / 2, 'hour'] : [minutes, 'minute'];
  return new Intl.NumberFormat(localeFor(language), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

/** @param amount a plain decimal; it is formatted as it stands, digit by digit, with the currency's digits at least */
export function formatMoney(amount: string, currency: string, language: string): string {
  if (!isDecimal(amount) || !/^[A-Z]{3}$/.test(currency)) return `${amount} ${currency}`;
  const digits = amount.split('.')[1]?.length ?? 0;
  // Given as text, so that no amount passes through a binary float.
  return new Intl.NumberFormat(localeFor(language), {
    style: 'currency',
    currency,
    maximumFractionDigits: Math.max(digits, 2),
  }).format(amount);
}

/** @param fraction a plain decimal: `0.21` */
export const formatPercent = (fraction: string, language: string): string =>
  isDecimal(fraction)
    ? new Intl.NumberFormat(localeFor(language), { style: 'percent', maximumFractionDigits: 2 }).format(fraction)
    : fraction;

/** @param amount a plain decimal, with as many digits as it has */
export const formatNumber = (amount: string, language: string): string =>
  isDecimal(amount)
    ? new Intl.NumberFormat(localeFor(language), {
        minimumFractionDigits: amount.split('.')[1]?.length ?? 0,
        maximumFractionDigits: 12,
      }).format(amount)
    : amount;

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** The country's name, where the code is one that the language knows. @param code ISO 3166, two letters */
export const formatCountry = (code: string, language: string): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(localeFor(language), { type: 'region' }).of(code) ?? code) : code;

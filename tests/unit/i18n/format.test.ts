import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatCountry,
  formatDate,
  formatDates,
  formatMoney,
  formatSpan,
  formatTime,
} from '../../../lib/i18n/index.ts';

/** Formatting puts no-break spaces in some languages. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('formatSpan', () => {
  it.each([
    [1, 'en', '1 minute'],
    [61, 'en', '2 minutes'],
    [90 * 60, 'nl', '90 minuten'],
    [100 * 60, 'fr', '1,5 heure'],
    [7 * 3600, 'de', '7 Stunden'],
  ])('tells %i seconds in %s as %s', (seconds, language, told) => {
    expect(plain(formatSpan(seconds, language))).toBe(told);
  });
});

describe('formatMoney', () => {
  it.each([
    ['1234.5', 'EUR', 'en-GB', '€1,234.50'],
    ['1234.5', 'EUR', 'nl-BE', '€ 1.234,50'],
    ['-0.01', 'EUR', 'en-GB', '-€0.01'],
    ['5000', 'JPY', 'en-GB', 'JP¥5,000'],
    ['12.3456', 'EUR', 'en-GB', '€12.3456'],
    ['90071992547409931234.57', 'EUR', 'en-GB', '€90,071,992,547,409,931,234.57'],
  ])('writes %s %s in %s as %s', (amount, currency, language, written) => {
    expect(plain(formatMoney(amount, currency, language))).toBe(written);
  });

  it('keeps every digit of an amount of any size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.integer({ min: 0, max: 99_999 }), (whole, part) => {
        const amount = `${whole}.${String(part).padStart(5, '0')}1`;
        expect(formatMoney(amount, 'EUR', 'en-GB').replace(/[€,]/g, '')).toBe(amount);
      }),
    );
  });

  it.each([
    ['1,50', 'EUR'],
    ['NaN', 'EUR'],
    ['12.00', ''],
    ['12.00', '€'],
  ])('gives %j %j back as it is', (amount, currency) => {
    expect(formatMoney(amount, currency, 'en')).toBe(`${amount} ${currency}`);
  });
});

it('formatDates writes two days, and one where both are the same', () => {
  expect(formatDates('2026-03-02', '2026-03-14', 'fr-BE')).toBe('02/03/2026 – 14/03/2026');
  expect(formatDates('2026-03-02', '2026-03-02', 'fr-BE')).toBe('02/03/2026');
});

describe('formatDate', () => {
  it.each([
    ['2026-03-14', 'en', '14/03/2026'],
    ['2026-03-14', 'en-US', '03/14/2026'],
    // No line ends within it.
    ['2026-03-14', 'nl', '14-\u206003-\u20602026'],
    ['2026-03-14', 'nl-BE', '14/03/2026'],
    ['2026-03-14T23:59:00+02:00', 'nl-BE', '14/03/2026'],
    ['soon', 'nl', 'soon'],
  ])('writes %s in %s as %s', (date, language, written) => {
    expect(formatDate(date, language)).toBe(written);
  });

  it('is not led astray by what a page calls its language', () => {
    expect(formatDate('2026-03-14', 'nl_BE')).toBe('14/03/2026');
    expect(formatDate('2026-03-14', '<b>')).toBe('14/03/2026');
  });
});

describe('formatTime', () => {
  it('names the day only where it is not today', () => {
    const now = Date.now();
    expect(formatTime(now, 'en')).toMatch(/^\d\d:\d\d$/);
    expect(formatTime(now - 3 * 86_400_000, 'en')).toMatch(/^\d\d\/\d\d\/\d{4}, \d\d:\d\d$/);
    expect(formatTime(now - 3 * 86_400_000, 'nl')).toMatch(/^\d\d-\u2060\d\d-\u2060\d{4}, \d\d:\d\d$/);
  });
});

describe('formatCountry', () => {
  it.each([
    ['BE', 'nl', 'België'],
    ['BE', 'en', 'Belgium'],
    ['XI', 'en', 'XI'],
    ['Belgium', 'en', 'Belgium'],
  ])('names %s in %s as %s', (code, language, name) => {
    expect(formatCountry(code, language)).toBe(name);
  });
});

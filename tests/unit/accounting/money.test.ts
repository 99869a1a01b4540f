import { describe, expect, it } from 'vitest';
import { currencyDigits, formatAmount, roundTo, smallestUnit, sum } from '../../../lib/accounting/money.ts';
import { big } from './builders.ts';

describe('money', () => {
  it.each([
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['CLP', 0],
    ['ISK', 0],
    ['KRW', 0],
  ])('%s has %i decimals', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits);
  });

  it.each([
    ['1.005', 'EUR', '1.01'],
    ['-1.005', 'EUR', '-1.01'],
    ['1.0049', 'EUR', '1.00'],
    ['12.3', 'EUR', '12.30'],
    ['-0.004', 'EUR', '0.00'],
    ['1199.5', 'JPY', '1200'],
    ['-1199.5', 'JPY', '-1200'],
  ])('%s %s is rounded and written as %s', (amount, currency, written) => {
    expect(formatAmount(roundTo(big(amount), currency), currency)).toBe(written);
  });

  it('adds up without a binary error', () => {
    expect(sum([big('0.1'), big('0.2')]).toFixed()).toBe('0.3');
    expect(sum([]).toFixed()).toBe('0');
  });

  it('knows the smallest unit', () => {
    expect(smallestUnit('EUR').toFixed()).toBe('0.01');
    expect(smallestUnit('JPY').toFixed()).toBe('1');
  });
});

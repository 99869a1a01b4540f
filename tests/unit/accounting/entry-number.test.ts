import { describe, expect, it } from 'vitest';
import { entryNumberOf, mentionsNumber, sameNumber } from '../../../lib/accounting/entry-number.ts';

describe('entryNumberOf', () => {
  it.each([
    ['2026 / 27', 26_000_027],
    ['2026/27', 26_000_027],
    [' 2026 /27 ', 26_000_027],
    ['2026/027', 26_000_027],
    ['2026 / 1', 26_000_001],
    ['2026 / 999999', 26_999_999],
    ['2005 / 3', 5_000_003],
    ['F2026/27', 26_000_027],
    ['INV 2026 / 27', 26_000_027],
    ['2026-2027 / 5', 26_000_005],
    ['26-27/5', 26_000_005],
    ['26/0027', 26_000_027],
    ['F26-27', 26_000_027],
    ['2026-27', 26_000_027],
    ['2026 / 27 A', 26_000_027],
    ['27', 24_000_027],
    ['V 000123', 24_000_123],
  ])('%s becomes %i', (number, entryNumber) => {
    expect(entryNumberOf(number, '2024-05-06', 0)).toBe(entryNumber);
  });

  it.each(['2026 / 0', '2026 / 1000000', '', 'proforma'])('%s gives none', (number) => {
    expect(entryNumberOf(number, '2024-05-06', 0)).toBeNull();
  });

  it('has a series for each company entity, and none beyond what a number holds', () => {
    expect(entryNumberOf('2026 / 27', '2026-05-06', 1)).toBe(126_000_027);
    expect(entryNumberOf('2099 / 999999', '2099-05-06', 20)).toBeLessThan(2 ** 31);
    expect(entryNumberOf('2026 / 27', '2026-05-06', null)).toBeNull();
  });
});

describe('sameNumber', () => {
  it.each([
    ['2026 / 27', '2026/27', true],
    ['2026 / 27', '2026/027', true],
    ['F 2026-5', 'f2026-5', true],
    ['2026 / 27', '2026 / 270', false],
    ['2026 / 27', '2025 / 27', false],
    ['2026 / 27', 'INV 2026/27', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameNumber(a, b)).toBe(same);
  });
});

describe('mentionsNumber', () => {
  it.each([
    ['2026/12', true],
    ['2026 / 12', true],
    ['INV 2026/12', true],
    ['INV/2026/12', true],
    ['factuur 2026 /12, Peeters', true],
    ['2 stuks 2026/12', true],
    ['2026/012', true],
    ['(2026/12)', true],
    ['2026/120', false],
    ['2026/1 2', false],
    ['12026/12', false],
    ['2026/12/01', false],
    ['01/2026/12', false],
    ['2025/12', false],
    ['', false],
    [null, false],
  ])('%s names 2026 / 12: %s', (text, names) => {
    expect(mentionsNumber(text, '2026 / 12')).toBe(names);
  });

  it('takes signs in a number of another form for what they are', () => {
    expect(mentionsNumber('factuur (A.5+)', '(A.5+)')).toBe(true);
    expect(mentionsNumber('factuur (AB55)', '(A.5+)')).toBe(false);
    expect(mentionsNumber('zie f2026-5', 'F 2026-5')).toBe(true);
  });
});

import type { Random } from './random.ts';

/** A Belgian number: eight digits and what is missing to a multiple of 97. */
export function belgianNumber(random: Random): string {
  const body = `0${random.whole(4_000_000, 7_999_999)}`;
  return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, '0')}`;
}

/** A Dutch number that holds by the eleven-test. */
export function dutchNumber(random: Random): string {
  for (;;) {
    const body = String(random.whole(10_000_000, 89_999_999));
    const check = [...body].reduce((sum, digit, index) => sum + Number(digit) * (9 - index), 0) % 11;
    if (check < 10) return `NL${body}${check}B01`;
  }
}

/** Numbers whose check digits don't hold. */
export const INVALID_NUMBERS = { BE: 'BE0123456780', NL: 'NL123456780B01' } as const;

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

/** Numbers of companies abroad whose check digits hold. */
export const FOREIGN_NUMBERS = {
  FR: ['FR40303265045', 'FR23334175221'],
  DE: ['DE136695976', 'DE129273398'],
  LU: ['LU15027442'],
} as const;

export function belgianIban(random: Random): string {
  const body = String(random.whole(1_000_000_000, 9_999_999_999));
  const bban = `${body}${String(Number(BigInt(body) % 97n) || 97).padStart(2, '0')}`;
  return `BE${ibanCheck('1114', bban)}${bban}`;
}

export function dutchIban(random: Random): string {
  const account = String(random.whole(100_000_000, 999_999_999)).padStart(10, '0');
  return `NL${ibanCheck('2321', `18231016${account}`)}INGB${account}`;
}

/** @param country the country's letters as digits (A is 10) */
function ibanCheck(country: string, bban: string): string {
  return String(98n - (BigInt(`${bban}${country}00`) % 97n)).padStart(2, '0');
}

/** `+++123/4567/89012+++` with its check digits. */
export function structuredReference(random: Random): string {
  const body = String(random.whole(1, 9_999_999_999)).padStart(10, '0');
  const digits = `${body}${String(Number(BigInt(body) % 97n) || 97).padStart(2, '0')}`;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

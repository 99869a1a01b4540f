import type { Random } from './random.ts';

/** Belgian check digits: the remainder by 97, and 97 for none. */
const belgianCheck = (body: string): string => String(Number(BigInt(body) % 97n) || 97).padStart(2, '0');

export function belgianIban(random: Random): string {
  const body = String(random.whole(1_000_000_000, 9_999_999_999));
  return iban('BE', `${body}${belgianCheck(body)}`);
}

export function dutchIban(random: Random): string {
  return iban('NL', `INGB${String(random.whole(100_000_000, 999_999_999)).padStart(10, '0')}`);
}

/** Letters count as numbers from 10 (A) on; the whole leaves 1 when divided by 97. */
function iban(country: 'BE' | 'NL', account: string): string {
  const digits = [...`${account}${country}00`].map((sign) => Number.parseInt(sign, 36)).join('');
  return `${country}${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${account}`;
}

/** `+++123/4567/89012+++` with its check digits. */
export function structuredReference(random: Random): string {
  const body = String(random.whole(1, 9_999_999_999)).padStart(10, '0');
  const digits = `${body}${belgianCheck(body)}`;
  return `+++${digits.slice(0, 3)}/${digits.slice(3, 7)}/${digits.slice(7)}+++`;
}

/** Check digits of VAT numbers. Each test gets what follows the country's prefix, in the country's own pattern. */

const mod97 = (digits: string): number => Number(BigInt(digits) % 97n);

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);

/** Belgium: the last two are what the first eight lack to a multiple of 97. */
export const isBelgian = (rest: string): boolean => 97 - mod97(rest.slice(0, 8)) === Number(rest.slice(8));

/** The Netherlands: a company's number holds by the eleven-test, a sole trader's by ISO 7064 (97, letters as numbers). */
export function isDutch(rest: string): boolean {
  const eleven = weighted(rest, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  const asDigits = [...`NL${rest}`].map((sign) => Number.parseInt(sign, 36)).join('');
  return eleven === Number(rest[8]) || mod97(asDigits) === 1;
}

/** France: two digits over the company number; newer keys with letters have no public rule. */
export function isFrench(rest: string): boolean {
  const key = rest.slice(0, 2);
  return !/^\d\d$/.test(key) || mod97(`${rest.slice(2)}12`) === Number(key);
}

/** Germany and Croatia: ISO 7064 (11, 10). */
export function isGerman(rest: string): boolean {
  let product = 10;
  for (const digit of rest.slice(0, -1)) {
    const total = (Number(digit) + product) % 10;
    product = ((total === 0 ? 10 : total) * 2) % 11;
  }
  return (11 - product) % 10 === Number(rest.slice(-1));
}

/** Luxembourg. */
export const isLuxembourgish = (rest: string): boolean => Number(rest.slice(0, 6)) % 89 === Number(rest.slice(6));

/** Denmark. */
export const isDanish = (rest: string): boolean => weighted(rest, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0;

/** Every second digit is doubled, from the second on; what becomes two digits counts as their sum. */
const luhnSum = (digits: string): number =>
  [...digits].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);

/** Italy: Luhn. */
export const isItalian = (rest: string): boolean => luhnSum(rest) % 10 === 0;

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spain: a person's letter is the number modulo 23; a company's digit or letter completes Luhn. */
export function isSpanish(rest: string): boolean {
  const person = rest.replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter))).replace(/^[KLM]/, '');
  if (/^\d+[A-Z]$/.test(person)) return SPANISH_LETTERS[Number(person.slice(0, -1)) % 23] === person.slice(-1);
  const control = (10 - (luhnSum(`0${rest.slice(1, 8)}`) % 10)) % 10;
  return rest.slice(8) === String(control) || rest.slice(8) === 'JABCDEFGHI'[control];
}

import { err, ok, type Result } from '../result.ts';
import { hasGoodCheckDigit } from './vat-check-digits.ts';

interface Rule {
  /** As a person is shown it. */
  readonly format: string;
  /** What follows the prefix. */
  readonly pattern: RegExp;
}

/** Companies, branches (three digits more), government departments and health authorities. */
const BRITISH = /^(\d{9}(\d{3})?|GD(8888[0-4]\d{4}|[0-4]\d\d)|HA(8888[5-9]\d{4}|[5-9]\d\d))$/;

/** By prefix: the countries of the European Union, Northern Ireland, Great Britain and Switzerland. Teamleader 7.3. */
const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['AT', { format: 'ATU99999999', pattern: /^U\d{8}$/ }],
  ['BE', { format: 'BE0999999999', pattern: /^[01]\d{9}$/ }],
  ['BG', { format: 'BG999999999(9)', pattern: /^\d{9,10}$/ }],
  ['CH', { format: 'CHE-999.999.999 MWST', pattern: /^E\d{9}(TVA|MWST|IVA)?$/ }],
  ['CY', { format: 'CY99999999L', pattern: /^\d{8}[A-Z]$/ }],
  ['CZ', { format: 'CZ99999999(99)', pattern: /^\d{8,10}$/ }],
  ['DE', { format: 'DE999999999', pattern: /^[1-9]\d{8}$/ }],
  ['DK', { format: 'DK99999999', pattern: /^\d{8}$/ }],
  ['EE', { format: 'EE999999999', pattern: /^\d{9}$/ }],
  ['EL', { format: 'EL999999999', pattern: /^\d{9}$/ }],
  ['ES', { format: 'ESX9999999X', pattern: /^([A-HJNP-SUVW]\d{7}[A-J\d]|[\dKLMXYZ]\d{7}[A-Z])$/ }],
  ['FI', { format: 'FI99999999', pattern: /^\d{8}$/ }],
  ['FR', { format: 'FRXX999999999', pattern: /^[A-HJ-NP-Z\d]{2}\d{9}$/ }],
  ['GB', { format: 'GB999999999', pattern: BRITISH }],
  ['HR', { format: 'HR99999999999', pattern: /^\d{11}$/ }],
  ['HU', { format: 'HU99999999', pattern: /^\d{8}$/ }],
  ['IE', { format: 'IE9999999WA', pattern: /^(\d{7}[A-W][A-Z]?|\d[A-Z+*]\d{5}[A-W])$/ }],
  // The three digits before the last name the tax office.
  ['IT', { format: 'IT99999999999', pattern: /^\d{7}(?!000)(0\d\d|100|12[01]|888|999)\d$/ }],
  ['LT', { format: 'LT999999999(999)', pattern: /^(\d{3})?\d{7}1\d$/ }],
  ['LU', { format: 'LU99999999', pattern: /^\d{8}$/ }],
  ['LV', { format: 'LV99999999999', pattern: /^\d{11}$/ }],
  ['MT', { format: 'MT99999999', pattern: /^\d{8}$/ }],
  ['NL', { format: 'NL999999999B99', pattern: /^\d{9}B\d{2}$/ }],
  ['PL', { format: 'PL9999999999', pattern: /^\d{10}$/ }],
  ['PT', { format: 'PT999999999', pattern: /^[1-9]\d{8}$/ }],
  ['RO', { format: 'RO99(99999999)', pattern: /^\d{2,10}$/ }],
  ['SE', { format: 'SE999999999901', pattern: /^\d{12}$/ }],
  ['SI', { format: 'SI99999999', pattern: /^\d{8}$/ }],
  ['SK', { format: 'SK9999999999', pattern: /^\d{10}$/ }],
  ['XI', { format: 'XI999999999', pattern: BRITISH }],
]);

/** Greek numbers bear the letters of the country's own name. */
const prefixOf = (country: string): string => (country === 'GR' ? 'EL' : country);

/**
 * One way of writing for each number: upper case, without blanks, dots and dashes, with the prefix of its country.
 * @param country ISO 3166, two letters: where the number's holder is at home; null where that is not known
 */
export function normaliseVatNumber(raw: string, country: string | null): string {
  const bare = raw.toUpperCase().replace(/[^A-Z0-9+*]/g, '');
  if (bare === '') return '';
  const home = prefixOf(country?.toUpperCase() ?? '');
  const written = prefixOf(bare.slice(0, 2));
  if (RULES.has(written)) return withLeadingZero(written + bare.slice(2));
  return RULES.has(home) ? withLeadingZero(home + bare) : bare;
}

/**
 * Are two numbers, written in that one way, the same? A prefix that only one of them bears parts no two: the other's
 * country is not known.
 */
export function isSameVatNumber(a: string, b: string): boolean {
  const prefixes = new Set([a, b].map((number) => number.slice(0, 2)).filter((prefix) => RULES.has(prefix)));
  return vatNumberKey(a) === vatNumberKey(b) && prefixes.size < 2;
}

/** What the ways of writing one number share, whether its country is known or not. */
export const vatNumberKey = (number: string): string =>
  (RULES.has(number.slice(0, 2)) ? number.slice(2) : number).replace(/^0+/, '');

/** Belgian numbers had nine digits once. */
const withLeadingZero = (number: string): string => number.replace(/^BE(\d{9})$/, 'BE0$1');

/**
 * The number as Exact takes it, or the format that its country wants. Where no rule is known, any number passes.
 * @param country where the number's holder is at home: ISO 3166, two letters, or null
 */
export function checkVatNumber(
  raw: string,
  country: string | null,
): Result<string, { readonly country: string; readonly format: string }> {
  const number = normaliseVatNumber(raw, country);
  const prefix = number.slice(0, 2);
  const rule = RULES.get(prefix);
  if (rule === undefined) return ok(number);
  const rest = number.slice(2);
  const isGood = rule.pattern.test(rest) && hasGoodCheckDigit(prefix, rest);
  return isGood ? ok(number) : err({ country: prefix, format: rule.format });
}

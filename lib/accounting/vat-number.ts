import { err, ok, type Result } from '../result.ts';

/** Upper case, without blanks and signs; with the country's prefix where a Belgian or Dutch number was written without. */
export function normaliseVatNumber(raw: string, country: string | null): string {
  const bare = raw.toUpperCase().replace(/[^A-Z0-9+*]/g, '');
  if (/^[A-Z]{2}/.test(bare)) return bare.startsWith('BE') && /^BE\d{9}$/.test(bare) ? `BE0${bare.slice(2)}` : bare;
  if (country === 'BE' && /^\d{9,10}$/.test(bare)) return `BE${bare.padStart(10, '0')}`;
  if (country === 'NL' && /^\d{9}B\d{2}$/.test(bare)) return `NL${bare}`;
  return country === null || bare === '' ? bare : `${country === 'GR' ? 'EL' : country}${bare}`;
}

interface Rule {
  /** As a person is shown it. */
  readonly format: string;
  readonly pattern: RegExp;
  /** The check digits hold; gets the digits and letters after the prefix. */
  readonly check?: (rest: string) => boolean;
}

const mod97 = (digits: string): number => Number(BigInt(digits) % 97n);

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);

/** Luhn, as Italy's and (over nine digits) France's company numbers use it. */
function isLuhn(digits: string): boolean {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = digit * 2;
    total += index % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** ISO 7064 mod 97, over letters as numbers: the newer Dutch numbers. */
const isIso97 = (text: string): boolean =>
  mod97([...text].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('')) === 1;

/** ISO 7064 mod 11,10: Germany. */
function isIso1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const total = (Number(digit) + product) % 10;
    product = ((total === 0 ? 10 : total) * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.slice(-1));
}

const RULES: Readonly<Record<string, Rule>> = {
  AT: { format: 'ATU99999999', pattern: /^U\d{8}$/ },
  BE: {
    format: 'BE0999999999',
    pattern: /^[01]\d{9}$/,
    check: (rest) => 97 - mod97(rest.slice(0, 8)) === Number(rest.slice(8)),
  },
  BG: { format: 'BG999999999(9)', pattern: /^\d{9,10}$/ },
  CH: { format: 'CHE-999.999.999 MWST', pattern: /^E\d{9}(TVA|MWST|IVA)?$/ },
  CY: { format: 'CY99999999L', pattern: /^\d{8}[A-Z]$/ },
  CZ: { format: 'CZ99999999(99)', pattern: /^\d{8,10}$/ },
  DE: { format: 'DE999999999', pattern: /^[1-9]\d{8}$/, check: isIso1110 },
  DK: {
    format: 'DK99999999',
    pattern: /^\d{8}$/,
    check: (rest) => weighted(rest, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  EE: { format: 'EE999999999', pattern: /^\d{9}$/ },
  EL: { format: 'EL999999999', pattern: /^\d{9}$/ },
  ES: { format: 'ESX9999999X', pattern: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/ },
  FI: { format: 'FI99999999', pattern: /^\d{8}$/ },
  FR: { format: 'FRXX999999999', pattern: /^[A-Z0-9]{2}\d{9}$/, check: isFrench },
  GB: { format: 'GB999999999', pattern: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/ },
  HR: { format: 'HR99999999999', pattern: /^\d{11}$/, check: isIso1110 },
  HU: { format: 'HU99999999', pattern: /^\d{8}$/ },
  IE: { format: 'IE9999999WA', pattern: /^(\d{7}[A-Z]{1,2}|\d[A-Z+*]\d{5}[A-Z])$/ },
  IT: { format: 'IT99999999999', pattern: /^\d{11}$/, check: isLuhn },
  LT: { format: 'LT999999999(999)', pattern: /^(\d{9}|\d{12})$/ },
  LU: {
    format: 'LU99999999',
    pattern: /^\d{8}$/,
    check: (rest) => Number(rest.slice(0, 6)) % 89 === Number(rest.slice(6)),
  },
  LV: { format: 'LV99999999999', pattern: /^\d{11}$/ },
  MT: { format: 'MT99999999', pattern: /^\d{8}$/ },
  NL: { format: 'NL999999999B99', pattern: /^\d{9}B\d{2}$/, check: isDutch },
  PL: { format: 'PL9999999999', pattern: /^\d{10}$/ },
  PT: { format: 'PT999999999', pattern: /^\d{9}$/ },
  RO: { format: 'RO9999999999', pattern: /^\d{2,10}$/ },
  SE: { format: 'SE999999999901', pattern: /^\d{12}$/ },
  SI: { format: 'SI99999999', pattern: /^\d{8}$/ },
  SK: { format: 'SK9999999999', pattern: /^\d{10}$/ },
};

/** Companies' old numbers hold by the eleven-test, sole traders' by ISO 7064. */
function isDutch(rest: string): boolean {
  const eleven = weighted(rest, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return (eleven < 10 && eleven === Number(rest[8])) || isIso97(`NL${rest}`);
}

function isFrench(rest: string): boolean {
  const key = rest.slice(0, 2);
  if (!/^\d{2}$/.test(key)) return true;
  return mod97(`${rest.slice(2)}12`) === Number(key);
}

/**
 * The number as Exact takes it, or the format that its country has. Countries without a rule pass.
 * Teamleader 7.3 lists the formats that bookkeeping refuses most.
 */
export function checkVatNumber(
  raw: string,
  country: string | null,
): Result<string, { readonly country: string; readonly format: string }> {
  const number = normaliseVatNumber(raw, country);
  const prefix = number.slice(0, 2);
  const rule = RULES[prefix];
  if (rule === undefined) {
    const home = country === null ? undefined : RULES[country === 'GR' ? 'EL' : country];
    return home === undefined || country === null ? ok(number) : err({ country, format: home.format });
  }
  const rest = number.slice(2);
  const isGood = rule.pattern.test(rest) && (rule.check === undefined || rule.check(rest));
  return isGood ? ok(number) : err({ country: prefix, format: rule.format });
}

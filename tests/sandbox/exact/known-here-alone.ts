/** Customers of whom Exact alone knows, as where the bookkeeping is older than Teamleader. */
import { FIRST_NAMES, LAST_NAMES, PLACES, STREETS, TRADES } from '../business/people.ts';
import { Random, withoutRepeats } from '../business/random.ts';
import { belgianNumber, dutchNumber } from '../business/vat-numbers.ts';
import type { Fields } from './ledger.ts';

/**
 * Of twenty: thirteen companies with a VAT number, one of them entered twice, two without any number, two people, a name
 * without anything else, one that is blocked, one that only supplies.
 */
export function knownHereAlone(seed: number, country: 'BE' | 'NL', count: number): readonly Fields[] {
  // Another story than the business's own, which begins with the same seed.
  const random = new Random(seed + 7919);
  const newVatNumber = withoutRepeats(() => (country === 'BE' ? belgianNumber(random) : dutchNumber(random)));
  const all: Fields[] = [];
  for (let index = 0; index < count; index += 1)
    all.push(fieldsOf(index, all[index - 1], random, country, newVatNumber));
  return all;
}

function fieldsOf(
  index: number,
  before: Fields | undefined,
  random: Random,
  country: 'BE' | 'NL',
  newVatNumber: () => string,
): Fields {
  const role = index % 20;
  const { postalCode, city, language } = random.pick(PLACES[country]);
  const form = country === 'BE' ? 'BV' : 'B.V.';
  const person = `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)} ${index}`;
  const company = `${random.pick(LAST_NAMES)} ${random.pick(TRADES)} ${index} ${form}`;
  const place = { AddressLine1: `${random.pick(STREETS[language])} ${index + 1}`, Postcode: postalCode, City: city };
  const standing = {
    Status: 'C',
    Blocked: role === 18,
    IsSupplier: false,
    Country: country,
    Language: language.slice(0, 2).toUpperCase(),
  };
  if (role === 19) return { ...standing, Status: null, IsSupplier: true, Name: company };
  if (role === 17) return { ...standing, Name: person };
  if (role >= 15 && role < 17) return { ...standing, ...place, Name: person, Email: `klant.${index}@mail.example` };
  if (role >= 13 && role < 15) return { ...standing, ...place, Name: company };
  const VATNumber = role === 12 ? (before?.['VATNumber'] ?? null) : newVatNumber();
  return {
    ...standing,
    ...place,
    Name: company,
    VATNumber,
    Email: `info.${index}@bedrijf.example`,
    Phone: `+32 9 ${index}`,
  };
}

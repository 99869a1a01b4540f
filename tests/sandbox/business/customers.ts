import { belgianIban, dutchIban } from './bank.ts';
import { PAYMENT_TERMS } from './books.ts';
import type { BusinessCustomer } from './business.ts';
import {
  FIRST_NAMES,
  IN_SWEDEN,
  IN_THE_EU,
  LAST_NAMES,
  OVERSEAS,
  PLACES,
  STREETS,
  TRADES,
  UNREGISTERED,
} from './people.ts';
import { type Random, withoutRepeats } from './random.ts';
import { belgianNumber, dutchNumber, INVALID_NUMBERS } from './vat-numbers.ts';

export interface Cast {
  /** The oldest customer at home, known in Exact. */
  readonly oldest: BusinessCustomer;
  /** All at home, the oldest among them. */
  readonly domestic: readonly BusinessCustomer[];
  readonly inTheEu: readonly BusinessCustomer[];
  readonly overseas: readonly BusinessCustomer[];
  /** Customers with one fault each. */
  readonly blockedInExact: BusinessCustomer;
  readonly invalidVatNumber: BusinessCustomer;
  /** Two accounts in Exact bear its VAT number. */
  readonly twiceInExact: BusinessCustomer;
  /** In the rest of the EU, without a VAT number. */
  readonly withoutVatNumber: BusinessCustomer;
  /** Invoiced in a currency that the books do not keep. */
  readonly ofAnotherCurrency: BusinessCustomer;
  /** A contact in the rest of the EU: only its invoices tell its VAT number. */
  readonly soleTrader: BusinessCustomer;
}

/** About one customer for six documents, and never fewer than eight at home; every second one is known in Exact. */
export function castOf(random: Random, country: 'BE' | 'NL', documents: number): Cast {
  const many = Math.max(8, Math.round(documents / 6));
  const newVatNumber = withoutRepeats(() => (country === 'BE' ? belgianNumber(random) : dutchNumber(random)));
  const abroad = (place: (typeof IN_THE_EU)[number], index: number): BusinessCustomer => ({
    ...base(random, place.dialling, index),
    type: 'company',
    name: place.name,
    firstName: null,
    lastName: null,
    vatNumber: place.vatNumber,
    companyNumber: null,
    email: `billing@${slug(place.name)}.example`,
    language: place.language,
    address: { line1: place.line1, postalCode: place.postalCode, city: place.city, country: place.country },
    iban: null,
  });
  const oldest: BusinessCustomer = { ...company(random, country, 0, newVatNumber()), inExact: 'yes' };
  const later = Array.from({ length: many - 1 }, (_, index) =>
    index % 7 === 2 ? contact(random, country, index + 1) : company(random, country, index + 1, newVatNumber()),
  );
  return {
    oldest,
    domestic: [oldest, ...later],
    inTheEu: IN_THE_EU.map(abroad),
    overseas: OVERSEAS.map(abroad),
    blockedInExact: { ...company(random, country, many, newVatNumber()), inExact: 'blocked' },
    invalidVatNumber: { ...company(random, country, many + 1, INVALID_NUMBERS[country]), inExact: 'no' },
    twiceInExact: { ...company(random, country, many + 2, newVatNumber()), inExact: 'twice' },
    withoutVatNumber: { ...abroad(UNREGISTERED, 1), vatNumber: null },
    ofAnotherCurrency: abroad(IN_SWEDEN, 0),
    soleTrader: soleTrader(random, country === 'BE' ? 'NL' : 'BE', many + 3),
  };
}

export const customersOf = (cast: Cast): readonly BusinessCustomer[] => [
  ...cast.domestic,
  ...cast.inTheEu,
  ...cast.overseas,
  cast.blockedInExact,
  cast.invalidVatNumber,
  cast.twiceInExact,
  cast.withoutVatNumber,
  cast.ofAnotherCurrency,
  cast.soleTrader,
];

function company(random: Random, country: 'BE' | 'NL', index: number, vatNumber: string): BusinessCustomer {
  const name = `${random.pick(LAST_NAMES)} ${random.pick(TRADES)} ${country === 'BE' ? 'BV' : 'B.V.'}`;
  return {
    ...atHome(random, country, index, name),
    type: 'company',
    firstName: null,
    lastName: null,
    vatNumber,
    companyNumber: country === 'BE' ? vatNumber.slice(2) : String(random.whole(10_000_000, 89_999_999)),
  };
}

function contact(random: Random, country: 'BE' | 'NL', index: number): BusinessCustomer {
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(LAST_NAMES);
  return {
    ...atHome(random, country, index, `${firstName} ${lastName}`),
    type: 'contact',
    firstName,
    lastName,
    vatNumber: null,
    companyNumber: null,
  };
}

const soleTrader = (random: Random, country: 'BE' | 'NL', index: number): BusinessCustomer => ({
  ...contact(random, country, index),
  vatNumber: country === 'BE' ? belgianNumber(random) : dutchNumber(random),
  inExact: 'no',
});

/** The number of the house keeps apart who share a name, as their addresses do in life. */
function atHome(random: Random, country: 'BE' | 'NL', index: number, name: string) {
  const { postalCode, city, language } = random.pick(PLACES[country]);
  return {
    ...base(random, country === 'BE' ? '32' : '31', index),
    name,
    email: `${slug(name)}.${index}@mail.example`,
    language,
    address: { line1: `${random.pick(STREETS[language])} ${index + 1}`, postalCode, city, country },
    iban: country === 'BE' ? belgianIban(random) : dutchIban(random),
  };
}

function base(random: Random, dialling: string, index: number) {
  const inExact: BusinessCustomer['inExact'] = index % 2 === 0 ? 'yes' : 'no';
  return {
    id: random.uuid(),
    phone: `+${dialling} ${random.whole(2, 9)} ${random.whole(200, 999)} ${random.whole(10, 99)} ${random.whole(10, 99)}`,
    paymentTerm: random.chance(0.2) ? null : random.pick(PAYMENT_TERMS),
    inExact,
  };
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

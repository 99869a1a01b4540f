import type { BusinessCustomer, BusinessPaymentTerm } from './business.ts';
import type { Random } from './random.ts';
import { belgianIban, belgianNumber, dutchIban, dutchNumber, FOREIGN_NUMBERS } from './vat-numbers.ts';

const NAMES = [
  'Van den Berg',
  'Peeters',
  'Janssens',
  'De Vries',
  'Maes',
  'Jacobs',
  'Bakker',
  'Willems',
  'Visser',
  'Claes',
  'Goossens',
  'Smit',
  'Wouters',
  'Dekker',
  'Mertens',
  'Hermans',
];
const FIRST_NAMES = [
  'Lotte',
  'Jan',
  'Emma',
  'Pieter',
  'Sofie',
  'Daan',
  'Marie',
  'Thomas',
  'Fleur',
  'Koen',
  'Noor',
  'Wim',
];
const TRADES = [
  'Bouw',
  'Advies',
  'Interieur',
  'Bakkerij',
  'Elektro',
  'Drukkerij',
  'Garage',
  'Tuinen',
  'Architecten',
  'Media',
  'Transport',
  'Optiek',
];
const STREETS = [
  'Kerkstraat',
  'Stationsstraat',
  'Molenweg',
  'Dorpsstraat',
  'Nieuwstraat',
  'Schoolstraat',
  'Parklaan',
  'Marktplein',
];
const PLACES = {
  BE: [
    ['9000', 'Gent'],
    ['2000', 'Antwerpen'],
    ['3000', 'Leuven'],
    ['8000', 'Brugge'],
    ['1000', 'Brussel'],
    ['3500', 'Hasselt'],
  ],
  NL: [
    ['1012 AB', 'Amsterdam'],
    ['3011 CD', 'Rotterdam'],
    ['3511 EF', 'Utrecht'],
    ['5611 GH', 'Eindhoven'],
    ['9711 JK', 'Groningen'],
  ],
} as const;
const ABROAD = [
  {
    country: 'FR',
    name: 'Ateliers Dubois SARL',
    vatNumber: FOREIGN_NUMBERS.FR[0],
    postalCode: '59000',
    city: 'Lille',
    line1: 'Rue Nationale 12',
    language: 'fr',
  },
  {
    country: 'DE',
    name: 'Rheinwerk Handels GmbH',
    vatNumber: FOREIGN_NUMBERS.DE[0],
    postalCode: '50667',
    city: 'Köln',
    line1: 'Domstraße 4',
    language: 'de',
  },
  {
    country: 'LU',
    name: 'Moselle Conseil S.à r.l.',
    vatNumber: FOREIGN_NUMBERS.LU[0],
    postalCode: '1611',
    city: 'Luxembourg',
    line1: 'Avenue de la Gare 9',
    language: 'fr',
  },
  {
    country: 'US',
    name: 'Bright Harbor Inc.',
    vatNumber: null,
    postalCode: '02110',
    city: 'Boston',
    line1: '12 Atlantic Avenue',
    language: 'en',
  },
  {
    country: 'GB',
    name: 'Thistle & Rowan Ltd',
    vatNumber: null,
    postalCode: 'EH1 1BB',
    city: 'Edinburgh',
    line1: '5 Cockburn Street',
    language: 'en',
  },
  {
    country: 'JP',
    name: 'Sakura Trading K.K.',
    vatNumber: null,
    postalCode: '100-0005',
    city: 'Tokyo',
    line1: 'Marunouchi 1-9',
    language: 'en',
  },
] as const;

const TERMS: readonly BusinessPaymentTerm[] = [
  { type: 'after_invoice_date', days: 30 },
  { type: 'after_invoice_date', days: 14 },
  { type: 'end_of_month', days: 30 },
  { type: 'cash' },
];

export interface Cast {
  readonly domestic: readonly BusinessCustomer[];
  readonly abroad: readonly BusinessCustomer[];
  /** Customers with one fault each. */
  readonly blockedInExact: BusinessCustomer;
  readonly invalidVatNumber: BusinessCustomer;
}

export function castOf(random: Random, country: 'BE' | 'NL', documents: number): Cast {
  const many = Math.max(8, Math.round(documents / 6));
  const domestic = Array.from({ length: many }, (_, index) => domesticCustomer(random, country, index));
  const abroad = ABROAD.map(
    (place, index): BusinessCustomer => ({
      ...base(random, index % 2 === 0 ? 'yes' : 'no'),
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
    }),
  );
  const blocked = { ...domesticCustomer(random, country, many), inExact: 'blocked' as const };
  const invalid = domesticCustomer(random, country, many + 1);
  return {
    domestic,
    abroad,
    blockedInExact: blocked,
    invalidVatNumber: {
      ...invalid,
      type: 'company',
      firstName: null,
      lastName: null,
      inExact: 'no',
      vatNumber: country === 'BE' ? 'BE0123456780' : 'NL123456780B01',
    },
  };
}

const base = (random: Random, inExact: BusinessCustomer['inExact']) => ({
  id: random.uuid(),
  phone: `+32 ${random.whole(2, 9)} ${random.whole(200, 999)} ${random.whole(10, 99)} ${random.whole(10, 99)}`,
  paymentTerm: random.pick(TERMS),
  inExact,
});

function domesticCustomer(random: Random, country: 'BE' | 'NL', index: number): BusinessCustomer {
  const isContact = index % 7 === 3;
  const firstName = random.pick(FIRST_NAMES);
  const lastName = random.pick(NAMES);
  // The number of the house keeps companies of one name apart, as in real life their legal form and place do.
  const name = isContact
    ? `${firstName} ${lastName}`
    : `${lastName} ${random.pick(TRADES)} ${country === 'BE' ? 'BV' : 'B.V.'}`;
  const [postalCode, city] = random.pick<readonly [string, string]>(PLACES[country]);
  const vatNumber = isContact ? null : country === 'BE' ? belgianNumber(random) : dutchNumber(random);
  return {
    ...base(random, index % 2 === 0 ? 'yes' : 'no'),
    type: isContact ? 'contact' : 'company',
    name,
    firstName: isContact ? firstName : null,
    lastName: isContact ? lastName : null,
    vatNumber,
    companyNumber: vatNumber !== null && country === 'BE' ? vatNumber.slice(2) : null,
    email: `${slug(name)}.${index}@mail.example`,
    language: 'nl',
    address: { line1: `${random.pick(STREETS)} ${index + 1}`, postalCode, city, country },
    iban: country === 'BE' ? belgianIban(random) : dutchIban(random),
  };
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

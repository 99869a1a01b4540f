/** Names and places to make customers of. */

export const LAST_NAMES = [
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
] as const;

export const FIRST_NAMES = [
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
] as const;

export const TRADES = [
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
] as const;

interface Place {
  readonly postalCode: string;
  readonly city: string;
  readonly language: 'nl' | 'fr';
}

export const PLACES: Readonly<Record<'BE' | 'NL', readonly Place[]>> = {
  BE: [
    { postalCode: '9000', city: 'Gent', language: 'nl' },
    { postalCode: '2000', city: 'Antwerpen', language: 'nl' },
    { postalCode: '3000', city: 'Leuven', language: 'nl' },
    { postalCode: '8000', city: 'Brugge', language: 'nl' },
    { postalCode: '3500', city: 'Hasselt', language: 'nl' },
    { postalCode: '4000', city: 'Liège', language: 'fr' },
    { postalCode: '5000', city: 'Namur', language: 'fr' },
  ],
  NL: [
    { postalCode: '1012 AB', city: 'Amsterdam', language: 'nl' },
    { postalCode: '3011 CD', city: 'Rotterdam', language: 'nl' },
    { postalCode: '3511 EF', city: 'Utrecht', language: 'nl' },
    { postalCode: '5611 GH', city: 'Eindhoven', language: 'nl' },
    { postalCode: '9711 JK', city: 'Groningen', language: 'nl' },
  ],
};

export const STREETS: Readonly<Record<Place['language'], readonly string[]>> = {
  nl: ['Kerkstraat', 'Stationsstraat', 'Molenweg', 'Dorpsstraat', 'Nieuwstraat', 'Schoolstraat', 'Parklaan'],
  fr: ['Rue de la Station', 'Rue Neuve', 'Avenue du Parc', 'Place du Marché'],
};

interface Abroad {
  readonly country: string;
  readonly name: string;
  /** One whose check digits hold; none outside the EU. */
  readonly vatNumber: string | null;
  readonly line1: string;
  readonly postalCode: string;
  readonly city: string;
  readonly language: string;
  readonly dialling: string;
}

export const IN_THE_EU: readonly Abroad[] = [
  {
    country: 'FR',
    name: 'Ateliers Dubois SARL',
    vatNumber: 'FR40303265045',
    line1: 'Rue Nationale 12',
    postalCode: '59000',
    city: 'Lille',
    language: 'fr',
    dialling: '33',
  },
  {
    country: 'DE',
    name: 'Rheinwerk Handels GmbH',
    vatNumber: 'DE136695976',
    line1: 'Domstraße 4',
    postalCode: '50667',
    city: 'Köln',
    language: 'de',
    dialling: '49',
  },
  {
    country: 'LU',
    name: 'Moselle Conseil S.à r.l.',
    vatNumber: 'LU15027442',
    line1: 'Avenue de la Gare 9',
    postalCode: '1611',
    city: 'Luxembourg',
    language: 'fr',
    dialling: '352',
  },
];

export const UNREGISTERED: Abroad = {
  country: 'FR',
  name: 'Association Les Amis du Canal',
  vatNumber: null,
  line1: 'Quai du Wault 3',
  postalCode: '59800',
  city: 'Lille',
  language: 'fr',
  dialling: '33',
};

export const IN_SWEDEN: Abroad = {
  country: 'SE',
  name: 'Norrsken Bolag AB',
  vatNumber: 'SE556703748501',
  line1: 'Storgatan 8',
  postalCode: '111 22',
  city: 'Stockholm',
  language: 'en',
  dialling: '46',
};

/** Each is invoiced in the currency of its country. */
export const OVERSEAS: readonly Abroad[] = [
  {
    country: 'US',
    name: 'Bright Harbor Inc.',
    vatNumber: null,
    line1: '12 Atlantic Avenue',
    postalCode: '02110',
    city: 'Boston',
    language: 'en',
    dialling: '1',
  },
  {
    country: 'GB',
    name: 'Thistle & Rowan Ltd',
    vatNumber: null,
    line1: '5 Cockburn Street',
    postalCode: 'EH1 1BB',
    city: 'Edinburgh',
    language: 'en',
    dialling: '44',
  },
  {
    country: 'JP',
    name: 'Sakura Trading K.K.',
    vatNumber: null,
    line1: 'Marunouchi 1-9',
    postalCode: '100-0005',
    city: 'Tokyo',
    language: 'en',
    dialling: '81',
  },
];

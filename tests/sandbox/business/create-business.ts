import {
  DEFAULT_PAYMENT_TERM,
  glAccountsOf,
  journalsOf,
  PAYMENT_CONDITIONS,
  PAYMENT_TERMS,
  productCategoriesOf,
  RATES,
  revenueCodeOf,
  vatCodesOf,
} from './books.ts';
import type { Business, BusinessTaxRate } from './business.ts';
import { calendarUpTo } from './calendar.ts';
import { castOf, customersOf } from './customers.ts';
import { tellDocuments } from './documents.ts';
import { handBookedEntries } from './hand-booked.ts';
import { Random } from './random.ts';
import { belgianNumber, dutchNumber } from './vat-numbers.ts';

export interface BusinessOptions {
  readonly seed: number;
  readonly country: 'BE' | 'NL';
  /** How many documents in all: drafts, older ones and those of the other company entity included. */
  readonly documents: number;
  /** The last day of the story, YYYY-MM-DD, not before April of its year. */
  readonly today?: string;
}

/** A believable small business with its customers, documents and books; the same for the same options. */
export function createBusiness({ seed, country, documents, today = '2026-11-20' }: BusinessOptions): Business {
  const random = new Random(seed);
  const calendar = calendarUpTo(today);
  const vatNumber = country === 'BE' ? belgianNumber(random) : dutchNumber(random);
  const companyEntity = {
    id: random.uuid(),
    name: country === 'BE' ? 'Studio Noord BV' : 'Studio Noord B.V.',
    vatNumber,
    currency: 'EUR',
  };
  const otherCompanyEntity = { ...companyEntity, id: random.uuid(), name: 'Studio Noord Events' };
  const taxRates = [companyEntity, otherCompanyEntity].flatMap((entity) =>
    RATES[country].map((rate): BusinessTaxRate => ({ ...rate, id: random.uuid(), companyEntityId: entity.id })),
  );
  const categories = productCategoriesOf(country, random);
  const cast = castOf(random, country, documents);
  const told = tellDocuments(
    random,
    {
      country,
      calendar,
      companyEntityId: companyEntity.id,
      otherCompanyEntityId: otherCompanyEntity.id,
      taxRates,
      usualCategories: categories.usual,
      faultyCategories: categories.faulty,
      cast,
    },
    documents,
  );
  return {
    seed,
    country,
    today,
    startDate: calendar.startDate,
    openFrom: calendar.openFrom,
    companyEntity,
    otherCompanyEntity,
    users: usersOf(random),
    division: {
      code: country === 'BE' ? 3_456_789 : 2_345_678,
      name: companyEntity.name,
      country,
      currency: 'EUR',
      vatNumber,
      chamberOfCommerce: vatNumber.replace(/\D/g, '').slice(0, 10),
    },
    taxRates,
    vatCodes: vatCodesOf(country),
    glAccounts: glAccountsOf(country, random),
    journals: journalsOf(random),
    paymentConditions: PAYMENT_CONDITIONS,
    paymentTerms: PAYMENT_TERMS.map((term) => ({ id: random.uuid(), term, isDefault: term === DEFAULT_PAYMENT_TERM })),
    productCategories: [...categories.usual, ...Object.values(categories.faulty)],
    customers: customersOf(cast),
    documents: told,
    bookedByHand: handBookedEntries(told, taxRates, revenueCodeOf(country), cast.oldest.id),
  };
}

function usersOf(random: Random): Business['users'] {
  return {
    teamleader: {
      id: random.uuid(),
      firstName: 'Lotte',
      lastName: 'Peeters',
      email: 'lotte@studionoord.example',
      password: 'teamleader',
      language: 'nl',
    },
    exact: {
      id: random.uuid(),
      firstName: 'Koen',
      lastName: 'Maes',
      email: 'koen@boekhouding.example',
      password: 'exact',
      language: 'nl',
    },
  };
}

/** The master data of a division. */
import { randomUUID } from 'node:crypto';
import type {
  Business,
  BusinessDivision,
  BusinessGlAccount,
  BusinessJournal,
  BusinessPaymentCondition,
  BusinessVatCode,
} from '../business/business.ts';

export interface Identified {
  readonly id: string;
}

const identified = <T extends object>(record: T): T & Identified => ({ ...record, id: randomUUID() });

/** A month; both days are in it. */
export interface Period extends Identified {
  readonly year: number;
  readonly number: number;
  readonly start: string;
  readonly end: string;
}

export interface Books {
  readonly division: BusinessDivision;
  readonly journals: BusinessJournal[];
  readonly glAccounts: readonly BusinessGlAccount[];
  readonly vatCodes: readonly (BusinessVatCode & Identified)[];
  readonly paymentConditions: readonly (BusinessPaymentCondition & Identified)[];
  readonly periods: readonly Period[];
  /** Periods that end before this day are closed. */
  readonly openFrom: string;
}

/** Rates are of no day in particular: units of the division's currency for one unit. */
export const CURRENCIES: ReadonlyMap<string, Identified & { readonly name: string; readonly rate: string }> = new Map(
  [
    ['EUR', { name: 'Euro', rate: '1' }] as const,
    ['USD', { name: 'US dollar', rate: '0.92' }] as const,
    ['GBP', { name: 'Pound sterling', rate: '1.17' }] as const,
    ['CHF', { name: 'Swiss franc', rate: '1.05' }] as const,
    ['JPY', { name: 'Yen', rate: '0.0061' }] as const,
  ].map(([code, currency]) => [code, identified(currency)] as const),
);

export const DOCUMENT_TYPES: ReadonlyMap<number, string> = new Map([
  [10, 'Sales invoice'],
  [20, 'Purchase invoice'],
  [55, 'Miscellaneous'],
]);

/** The division in which the business keeps its books. */
export function booksOf(business: Business): Books {
  return {
    division: business.division,
    journals: [...business.journals],
    glAccounts: business.glAccounts,
    vatCodes: business.vatCodes.map(identified),
    paymentConditions: business.paymentConditions.map(identified),
    periods: periodsOf(Number(business.startDate.slice(0, 4)) - 1, Number(business.today.slice(0, 4))),
    openFrom: business.openFrom,
  };
}

/** A second division of the same user: set up alike, with ids of its own. */
export function practiceBooksOf(business: Business): Books {
  return {
    ...booksOf(business),
    division: {
      ...business.division,
      code: business.division.code + 1,
      name: 'Oefenadministratie',
      vatNumber: '',
      chamberOfCommerce: '',
    },
    journals: business.journals.map(identified),
    glAccounts: business.glAccounts.map(identified),
  };
}

function periodsOf(firstYear: number, lastYear: number): Period[] {
  const day = (year: number, month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years.flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => ({
      id: randomUUID(),
      year,
      number: month + 1,
      start: day(year, month, 1),
      end: day(year, month + 1, 0),
    })),
  );
}

/**
 * What Teamleader publishes as the problems of its own links with bookkeeping: each has its cause here, with words and a
 * way to mend it, or cannot come about. F1.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkVatNumber } from '../../lib/accounting/vat-number.ts';
import { type Explained, meaningOf } from '../../lib/explain.ts';
import type { CaseName } from '../causes/case.ts';
import { CASES } from '../causes/index.ts';
import { tables } from './i18n/tables.ts';

type Answer =
  /** The cause that it ends in: the case is run by the test of causes. */
  | { readonly endsIn: readonly [CaseName, ...CaseName[]] }
  /** Why it cannot come about, and the test that holds that. */
  | { readonly cannotBe: string; readonly heldBy: { readonly file: string; readonly test: string } };

const PUBLISHED: Readonly<Record<string, Answer>> = {
  'No changes found': {
    cannotBe: 'A run in which nothing is new says so, and how many documents stand as they were.',
    heldBy: {
      file: 'tests/unit/sync/run.test.ts',
      test: 'costs one call a document and one an account, and hardly any the second time',
    },
  },
  'Invoices X and Y have the same booking number': { endsIn: ['entryNumberTaken'] },
  'Booking number already exists': { endsIn: ['entryNumberTaken'] },
  'A document was deleted in Exact, and its number returns for another': {
    cannotBe: 'Numbers follow from the document’s own, so that Exact gives none a second time; what is gone is told.',
    heldBy: {
      file: 'tests/unit/sync/drift.test.ts',
      test: 'is noticed once all is read, is not missed before, and is not booked again by itself',
    },
  },
  'Invalid VAT number': { endsIn: ['vatNumberInvalid'] },
  'The account number X could not be found in Exact Online': {
    endsIn: [
      'glAccountMissing productCategory',
      'glAccountMissing taxRate',
      'glAccountMissing revenue',
      'glAccountMissing discount',
    ],
  },
  'No match was found in Exact Online for the VAT rate X': { endsIn: ['taxRateNotLinked'] },
  'The VAT code that is used does not exist in the package': { endsIn: ['vatCodeUnusable missing'] },
  'The VAT code includes VAT: the VAT line does not equal the base lines': { endsIn: ['vatCodeUnusable inclusive'] },
  'There are X documents which have unspecified ledger accounts': {
    cannotBe:
      'A line without an account takes that of its tax rate, else the revenue account, without which nothing is set up.',
    heldBy: { file: 'tests/cases/accounts/default.yaml', test: 'Else the connection' },
  },
  'Missing ledger account for commercial discounts': { endsIn: ['discountAccountNotSet'] },
  'A document stands twice in Exact, with two booking numbers': { endsIn: ['bookedTwice'] },
  'A document that was entered by hand before is booked again': {
    cannotBe: 'What stands there under the document’s number is taken for it, and not booked.',
    heldBy: { file: 'tests/unit/sync/run.test.ts', test: 'adopts what stands' },
  },
  'Deleting a synced document in Teamleader is refused': {
    cannotBe: 'Nothing is locked there: no booking number is written to Teamleader.',
    heldBy: {
      file: 'tests/unit/sync/drift.test.ts',
      test: 'is told with what differs, stays booked, and is not sent again',
    },
  },
  'Unknown: Financial year (Period-date table)': { endsIn: ['financialYearMissing'] },
  'Period closed': { endsIn: ['periodClosed'] },
  'Invalid: Customer (Type)': {
    cannotBe: 'An account that is no customer is made one before it is booked on.',
    heldBy: { file: 'tests/unit/accounting/customer.test.ts', test: 'makes a customer of a supplier' },
  },
  'Mandatory: Account': {
    cannotBe: 'Each entry names its customer’s account; without one it is not sent.',
    heldBy: { file: 'tests/unit/sync/run.test.ts', test: 'costs one call a document and one an account' },
  },
  'Mandatory: Journal': { endsIn: ['journalMissing'] },
  'Mandatory: Payment condition': { endsIn: ['refused exact'] },
  'A right is missing in Exact Online': { endsIn: ['rightMissing exact'] },
  'The access was withdrawn: connect again': { endsIn: ['loginNeeded exact', 'loginNeeded teamleader'] },
};

describe.each(Object.entries(PUBLISHED))('%s', (_, answer) => {
  if ('cannotBe' in answer) {
    it('cannot come about', () => {
      expect(answer.cannotBe).not.toBe('');
      expect(readFileSync(answer.heldBy.file, 'utf8')).toContain(answer.heldBy.test);
    });
  } else {
    it.each(answer.endsIn)('is told as %s, explained in each language', (name) => {
      expect(CASES[name]).toBeDefined();
      const type = explainedIn(name);
      for (const { explain } of Object.values(tables)) {
        expect(explain.causes[type].steps.length).toBeGreaterThan(0);
        expect(explain.meaning[meaningOf(type)]).not.toBe('');
      }
    });
  }
});

const isExplained = (name: string): name is Explained => Object.hasOwn(tables.en.explain.causes, name);

function explainedIn(name: CaseName): Explained {
  const [type = ''] = name.split(' ');
  if (!isExplained(type)) throw new Error(`Nothing explains ${name}`);
  return type;
}

/** The forms that it names, each with numbers of the kind that it calls right. */
const FORMS: readonly (readonly [country: string, form: string, good: string, bad: string])[] = [
  ['BE', 'BE0999999999', 'BE0403227515', 'BE2403227515'],
  ['BE', 'BE0999999999', 'BE 1000.000.021', 'BE040322751'],
  ['NL', 'NL999999999B99', 'NL004495445B01', 'NL004495445A01'],
  ['FR', 'FRXX999999999', 'FR 83 404833048', 'FR 83 40483304'],
  ['IT', 'IT99999999999', 'IT00743110157', 'IT0074311015'],
  ['ES', 'ESX9999999X', 'ESA28015865', 'ES280158655'],
  ['CH', 'CHE-999.999.999 MWST', 'CHE-116.281.710 TVA', 'CHE-116.281.71 TVA'],
  ['CH', 'CHE-999.999.999 MWST', 'CHE-116.281.710 MWST', 'CHF-116.281.710 MWST'],
  ['CH', 'CHE-999.999.999 MWST', 'CHE-116.281.710 IVA', 'CHE-116.281.711 IVA'],
];

it.each(FORMS)(
  'a VAT number of %s in the form %s passes (%s), and another does not (%s)',
  (country, form, good, bad) => {
    expect(checkVatNumber(good, country).ok).toBe(true);
    expect(checkVatNumber(bad, country)).toEqual({ ok: false, error: { country, format: form } });
  },
);

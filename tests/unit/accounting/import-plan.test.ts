import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerKey } from '../../../lib/accounting/customer.ts';
import { newCustomer } from '../../../lib/accounting/customer-draft.ts';
import type { Account, Address, Customer, CustomerDraft } from '../../../lib/accounting/facts.ts';
import {
  type ImportDecision,
  type ImportItem,
  type ImportKnowledge,
  planImport,
} from '../../../lib/accounting/import-plan.ts';
import { plainText } from '../../../lib/accounting/notation.ts';
import { account, CUSTOMER_ID, customer } from './builders.ts';

const DIVISION = 3_456_789;
const NOWHERE: Address = { line1: null, postalCode: null, city: null, country: 'BE' };
const bare = { vatNumber: null, companyNumber: null, email: null, address: NOWHERE } as const;
const NOTHING = new Map<string, ImportKnowledge>();

const plan = (
  accounts: readonly Account[],
  customers: readonly Customer[],
  known: ReadonlyMap<string, ImportKnowledge> = NOTHING,
) => planImport({ division: DIVISION, accounts, customers, known, unnumberedAs: 'contact' });

/** What is decided on the only account. */
const decided = (given: Partial<Account>, customers: readonly Customer[], knowledge?: Partial<ImportKnowledge>) => {
  const one = account({ id: 'a', ...given });
  const known = new Map([['a', { answer: null, made: null, isNew: false, ...knowledge }]]);
  return plan([one], customers, knowledge && known)[0]?.decision;
};
const inShort = (decision: ImportDecision | undefined): string => {
  switch (decision?.do) {
    case 'create':
      return `create ${decision.draft.type}`;
    case 'match':
      return `match by ${decision.by}`;
    case 'skip':
    case 'ask':
      return `${decision.do}: ${decision.why}`;
    default:
      return decision?.do ?? 'nothing';
  }
};

describe('an account that Teamleader does not know', () => {
  it.each<[string, Partial<Account>, string]>([
    ['has a VAT number', { ...bare, vatNumber: 'BE0403227515' }, 'create company'],
    ['has a company number', { ...bare, companyNumber: '0403227515' }, 'create company'],
    ['bears a legal form', { ...bare, name: 'Bakkerij Jansen B.V.' }, 'create company'],
    ['has no number', { ...bare, name: 'An Peeters' }, 'create contact'],
    ['is blocked', { isBlocked: true }, 'skip: blocked'],
    ['is no customer', { isCustomer: false }, 'skip: notCustomer'],
    ['has no name', { ...bare, name: ' – ' }, 'skip: noName'],
  ])('and %s', (_, given, expected) => {
    expect(inShort(decided(given, []))).toBe(expected);
  });
});

describe('an account that may be known', () => {
  it.each<[string, Partial<Account>, Partial<Customer>, string]>([
    ['our mark', { ...bare, name: 'X', remarks: `teamleader:${CUSTOMER_ID}` }, {}, 'match by mark'],
    ['VAT number', { ...bare, name: 'X', vatNumber: '0403.227.515' }, {}, 'match by vatNumber'],
    [
      'company number',
      { ...bare, name: 'X', companyNumber: '403.227.515' },
      { vatNumber: null },
      'match by companyNumber',
    ],
    ['name and e-mail', { ...bare, email: 'Info@x.example' }, { ...bare, email: 'info@x.example' }, 'match by name'],
    [
      'name and town',
      { ...bare, address: customer().address },
      { ...bare, address: customer().address },
      'match by name',
    ],
    ['name alone', bare, bare, 'ask: nameKnown'],
    ['name, but another VAT number', { vatNumber: 'BE0417497106', companyNumber: null }, {}, 'create company'],
    ['VAT number, though blocked', { isBlocked: true }, {}, 'match by vatNumber'],
    ['VAT number, though no customer', { isCustomer: false }, {}, 'skip: notCustomer'],
  ])('by %s', (_, given, known, expected) => {
    expect(inShort(decided(given, [customer(known)]))).toBe(expected);
  });

  it('twice, as another import left it, is known: there is nothing to ask', () => {
    const twice = [customer(), customer({ id: 'c1a2b3c4-3333-4333-8333-33333333abcd' })];
    expect(inShort(decided({}, twice))).toBe('match by vatNumber');
  });
});

describe('an answer', () => {
  it('is followed, whatever else speaks for another', () => {
    const key = customerKey(customer());
    expect(inShort(decided(bare, [customer(bare)], { answer: { do: 'create', as: 'company' } }))).toBe(
      'create company',
    );
    expect(inShort(decided(bare, [customer(bare)], { answer: { do: 'skip' } }))).toBe('skip: answer');
    expect(inShort(decided(bare, [customer(bare)], { answer: { do: 'link', customer: key } }))).toBe('match by answer');
  });

  it('to create gives way to what surely stands there', () => {
    expect(inShort(decided({}, [customer()], { answer: { do: 'create', as: 'company' } }))).toBe('match by vatNumber');
  });

  it('whose customer is gone, and what was made and removed since, is asked again rather than made again', () => {
    expect(inShort(decided({}, [], { answer: { do: 'link', customer: 'company/x' } }))).toBe('ask: gone');
    expect(inShort(decided({}, [], { made: 'company/x' }))).toBe('ask: gone');
    expect(inShort(decided({}, [], { made: 'company/x', answer: { do: 'create', as: 'company' } }))).toBe(
      'create company',
    );
  });
});

it('what was made after Teamleader was read is not missed there', () => {
  expect(inShort(decided({}, [], { made: 'company/x', isNew: true }))).toBe('match by made');
});

describe('two accounts of one party', () => {
  const both = (first: Partial<Account>, second: Partial<Account>) =>
    plan([account({ id: 'a', code: '1', ...first }), account({ id: 'b', code: '2', ...second })], []).map(
      ({ decision }) => inShort(decision),
    );

  it.each<[string, Partial<Account>, Partial<Account>, string]>([
    [
      'VAT number',
      { ...bare, name: 'X', vatNumber: 'BE0403227515' },
      { ...bare, name: 'Y', vatNumber: '0403227515' },
      'sameAs',
    ],
    ['name and e-mail', { ...bare, email: 'a@x.example' }, { ...bare, email: 'a@x.example' }, 'sameAs'],
    ['name alone', bare, bare, 'ask: nameTwice'],
    [
      'name, with another VAT number each',
      { ...bare, vatNumber: 'BE0403227515' },
      { ...bare, vatNumber: 'BE0417497106' },
      'create company',
    ],
  ])('by %s', (_, first, second, expected) => {
    expect(both(first, second)[1]).toBe(expected);
  });
});

describe('what is made of an account', () => {
  it('leaves out what Teamleader would refuse', () => {
    const given = account({ email: 'boekhouding; a@x.example, b@x.example', address: { ...NOWHERE, country: null } });
    expect(newCustomer(given, 'company', DIVISION)).toMatchObject({ email: 'a@x.example', address: null });
  });

  it.each([
    ['An Peeters', 'An'],
    ['An van den Berg', 'An'],
    ['Peeters, An', null],
    ['Peeters', null],
  ])('parts %j as a person’s name', (name, firstName) => {
    expect(newCustomer(account({ name }), 'contact', DIVISION)).toMatchObject({ name, firstName });
  });
});

// Few names, numbers and places, so that there is much of one kind.
const text = (...of: readonly string[]) => fc.option(fc.constantFrom(...of), { nil: null });
const party = fc.record({
  name: fc.constantFrom('An Peeters', 'Peeters BV', 'PEETERS B.V.', 'Jansen', 'de Smet, Jan', '–'),
  vatNumber: text('BE0403227515', '0403.227.515', 'BE0417497106', 'NL123456789B01'),
  companyNumber: text('0403227515', '403227515', '90001'),
  email: text('a@x.example', 'A@x.example; b@x.example', 'none'),
  address: fc.record({
    line1: text('Dorp 1', 'Dorp 2'),
    postalCode: text('9000', '2000'),
    city: text('Gent', 'Antwerpen'),
    country: text('BE', 'NL'),
  }),
});
const accounts = fc
  .array(fc.record({ party, isCustomer: fc.boolean(), isBlocked: fc.constantFrom(false, false, true) }), {
    maxLength: 12,
  })
  .map((list) =>
    list.map(({ party: one, ...state }, index) => account({ id: `a${index}`, code: String(index), ...one, ...state })),
  );
const customers = fc
  .array(fc.record({ party, type: fc.constantFrom('company', 'contact') }), { maxLength: 6 })
  .map((list) =>
    list.map(({ party: one, type }, index) => {
      const numbers = type === 'contact' ? { vatNumber: null, companyNumber: null } : {};
      return customer({ id: `c${index}`, type, ...one, ...numbers });
    }),
  );
const unnumberedAs = fc.constantFrom('company', 'contact');

const created = (items: readonly ImportItem[]) =>
  items.flatMap(({ account: of, decision }) => (decision.do === 'create' ? [{ of, draft: decision.draft }] : []));

/** As Teamleader's lists tell it afterwards. */
const readBack = (draft: CustomerDraft, index: number): Customer =>
  customer({
    ...draft,
    id: `made${index}`,
    address: draft.address ?? { ...NOWHERE, country: null },
  });

describe('whatever stands on both sides', () => {
  it('the plan made again after it was carried out has nothing left to create, in any browser', () => {
    fc.assert(
      fc.property(accounts, customers, unnumberedAs, (given, standing, as) => {
        const facts = { division: DIVISION, accounts: given, known: NOTHING, unnumberedAs: as };
        const first = created(planImport({ ...facts, customers: standing }));
        const after = [...standing, ...first.map(({ draft }, index) => readBack(draft, index))];
        expect(created(planImport({ ...facts, customers: after }))).toEqual([]);
        const known = new Map(
          first.map(({ of, draft }, index) => [
            of.id,
            { answer: null, made: `${draft.type}/made${index}`, isNew: false },
          ]),
        );
        expect(created(planImport({ ...facts, customers: after, known }))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing is created that stands in Teamleader, and nothing twice', () => {
    fc.assert(
      fc.property(accounts, customers, unnumberedAs, (given, standing, as) => {
        const items = planImport({
          division: DIVISION,
          accounts: given,
          customers: standing,
          known: NOTHING,
          unnumberedAs: as,
        });
        expect(items).toHaveLength(given.length);
        const made = created(items);
        const numbers = made.flatMap(({ of }) => of.vatNumber?.replace(/\D/g, '').replace(/^0+/, '') ?? []);
        // The one of two countries may be the same digits.
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { of } of made) {
          expect(of.isCustomer && !of.isBlocked).toBe(true);
          const alike = standing.filter(
            ({ name, vatNumber }) =>
              plainText(name) === plainText(of.name) && (vatNumber === null || of.vatNumber === null),
          );
          expect(alike).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

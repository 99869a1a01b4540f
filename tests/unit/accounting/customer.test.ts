import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AccountPlan, indexAccounts, matchAccount, planAccount } from '../../../lib/accounting/customer.ts';
import type { Account, Address, Customer } from '../../../lib/accounting/facts.ts';
import { account, CUSTOMER_ID, causeOf, condition, customer, must } from './builders.ts';

const CONDITIONS = [
  condition(),
  condition({ code: '31', days: 30 }),
  condition({ code: '14', days: 14 }),
  condition({ code: '30D', hasDiscount: true }),
  condition({ code: '30I', method: 'collection' }),
];
const OTHER_ID = '99999999-9999-4999-8999-999999999999';

const plan = (given: Customer, accounts: readonly Account[]) =>
  planAccount(given, indexAccounts(accounts), CONDITIONS, null);

/** What is left to recognise a customer by: nothing but the name. */
const nameOnly = { vatNumber: null, companyNumber: null, email: null } as const;
const elsewhere: Address = { line1: 'Dorpsplein 9', postalCode: '2000', city: 'Antwerpen', country: 'BE' };

const found = (given: Customer, accounts: readonly Account[]): readonly string[] => {
  const match = matchAccount(given, indexAccounts(accounts));
  if (match.kind === 'none') return [];
  return match.kind === 'one' ? [match.account.id] : match.accounts.map(({ id }) => id);
};

describe('matchAccount', () => {
  it('goes by our mark first, then VAT number, company number, and name', () => {
    const bare = { ...nameOnly, name: 'X', address: elsewhere };
    const marked = account({ id: 'marked', ...bare, remarks: `Klant sinds 2019\nteamleader:${CUSTOMER_ID}` });
    const byVat = account({ id: 'vat', ...bare, vatNumber: 'BE 0403.227.515' });
    const byNumber = account({ id: 'number', ...bare, companyNumber: '403.227.515' });
    const byName = account({ id: 'name', ...nameOnly });
    expect(found(customer(), [byName, byNumber, byVat, marked])).toEqual(['marked']);
    expect(found(customer(), [byName, byNumber, byVat])).toEqual(['vat']);
    expect(found(customer(), [byName, byNumber])).toEqual(['number']);
    expect(found(customer(), [byName])).toEqual(['name']);
    expect(found(customer(), [])).toEqual([]);
  });

  it.each<[string, Partial<Account>, Partial<Customer>, boolean]>([
    ['postcode and town', { address: { ...elsewhere, line1: null } }, { address: elsewhere }, true],
    [
      'street, where the postcode is not known',
      { address: { ...elsewhere, postalCode: null, city: null } },
      { address: elsewhere },
      true,
    ],
    ['street, in another town', { address: { ...elsewhere, postalCode: '9000' } }, { address: elsewhere }, false],
    ['postcode alone', { address: { ...elsewhere, line1: null, city: null } }, { address: elsewhere }, false],
    [
      'e-mail, in another case',
      { email: 'Info@Peeters.example ' },
      { address: elsewhere, email: 'info@peeters.example' },
      true,
    ],
    ['another e-mail', { email: 'a@peeters.example' }, { address: elsewhere, email: 'info@peeters.example' }, false],
    ['name alone', {}, { address: elsewhere }, false],
    ['name in other signs', { name: 'PEÉTERS, b.v.' }, { name: 'Peeters B.V.' }, true],
    ['two VAT numbers', { vatNumber: 'BE0428759497' }, { vatNumber: 'BE0403227515' }, false],
    [
      'town, of a person',
      { address: { ...elsewhere, line1: 'Laan 2' } },
      { type: 'contact', address: elsewhere },
      false,
    ],
    ['street, of a person', { address: elsewhere }, { type: 'contact', address: elsewhere }, true],
  ])('by name and %s', (_, held, told, isFound) => {
    expect(found(customer({ ...nameOnly, ...told }), [account({ ...nameOnly, ...held })])).toEqual(
      isFound ? ['account'] : [],
    );
  });

  it.each<[string | null, string | null, string | null, boolean]>([
    ['0403.227.515', null, 'NL', true],
    ['BE0403227515', 'NL', null, true],
    ['NL0403227515', 'NL', 'NL', false],
  ])('by VAT number %s, whatever the countries of the addresses', (vatNumber, held, told, isFound) => {
    const address = { line1: null, postalCode: null, city: null };
    const there = account({ ...nameOnly, vatNumber, address: { ...address, country: held } });
    const given = customer({ companyNumber: null, email: null, address: { ...address, country: told } });
    expect(found(given, [there])).toEqual(isFound ? ['account'] : []);
  });

  it('finds nothing by what nobody has', () => {
    const none = { ...nameOnly, name: '', address: { line1: null, postalCode: null, city: null, country: null } };
    expect(found(customer(none), [account(none)])).toEqual([]);
  });
});

describe('planAccount', () => {
  it('uses an account that says the same, in whatever notation', () => {
    const held = account({
      vatNumber: '0403.227.515',
      email: 'INFO@peeters.example',
      phone: '0032 9/123.45.67',
      website: 'http://www.Peeters.example/',
      address: { line1: 'KERKSTRAAT 1', postalCode: '9000', city: 'gent', country: 'BE' },
    });
    const told = customer({ website: 'http://www.peeters.example' });
    expect(must(plan(told, [held]))).toEqual({ kind: 'use', accountId: 'account', isAsTold: true });
  });

  it('creates an account that bears our mark', () => {
    const {
      paymentTerm: _,
      webUrl,
      type: __,
      id: ___,
      updatedAt: ____,
      iban: _____,
      bic: ______,
      ...details
    } = customer();
    expect(must(plan(customer(), []))).toEqual({
      kind: 'create',
      draft: { ...details, paymentCondition: '30', remarks: webUrl },
    });
  });

  it.each([null, 'https://focus.teamleader.eu/company_detail.php?id=42'])(
    'marks it by the id where the page is %s',
    (webUrl) => {
      expect(must(plan(customer({ webUrl }), []))).toMatchObject({ draft: { remarks: `teamleader:${CUSTOMER_ID}` } });
    },
  );

  it('takes over what Teamleader has otherwise, and never the name', () => {
    const held = account({
      name: 'Peeters NV (Gent)',
      email: 'oud@peeters.example',
      phone: null,
      website: null,
      address: { ...elsewhere, line1: 'Kerkstraat 1' },
      paymentCondition: '14',
    });
    expect(must(plan(customer(), [held]))).toEqual({
      kind: 'change',
      accountId: 'account',
      makeCustomer: false,
      draft: {
        email: 'info@peeters.example',
        phone: '+32 9 123 45 67',
        website: 'https://www.peeters.example',
        address: customer().address,
        paymentCondition: '30',
      },
    });
  });

  it('takes over a VAT number', () => {
    expect(must(plan(customer({ vatNumber: 'BE0428.759.497' }), [account()]))).toMatchObject({
      draft: { vatNumber: 'BE0428759497' },
    });
  });

  it('clears nothing that Exact holds', () => {
    const told = customer({
      vatNumber: ' ',
      email: '',
      phone: null,
      website: null,
      paymentTerm: null,
      address: { line1: null, postalCode: null, city: null, country: 'NL' },
    });
    expect(must(plan(told, [account()]))).toEqual({ kind: 'use', accountId: 'account', isAsTold: true });
    const street = customer({ address: { line1: 'Laan 2', postalCode: '', city: null, country: null } });
    expect(must(plan(street, [account()]))).toMatchObject({
      draft: { address: { line1: 'Laan 2', postalCode: '9000', city: 'Gent', country: 'BE' } },
    });
  });

  it.each([
    [null, '30'],
    ['14', '30'],
    ['31', null],
    ['30D', null],
    ['30I', null],
    ['in three parts', null],
  ])('with condition %s in Exact gets %s', (held, told) => {
    const planned = must(plan(customer(), [account({ paymentCondition: held })]));
    expect(planned.kind === 'change' ? planned.draft : {}).toEqual(told === null ? {} : { paymentCondition: told });
  });

  it('makes a customer of a supplier', () => {
    expect(must(plan(customer(), [account({ isCustomer: false })]))).toEqual({
      kind: 'change',
      accountId: 'account',
      makeCustomer: true,
      draft: {},
    });
  });

  it('leaves the details to the customer whose mark the account bears', () => {
    const held = account({ remarks: `teamleader:${OTHER_ID}`, address: elsewhere });
    expect(must(plan(customer(), [held]))).toEqual({ kind: 'use', accountId: 'account', isAsTold: false });
  });

  it('does not use a blocked account', () => {
    expect(causeOf(plan(customer(), [account({ isBlocked: true })]))).toEqual({
      type: 'customerBlocked',
      name: 'Peeters BV',
    });
  });

  it('asks where several would do', () => {
    const accounts = [account({ id: 'a' }), account({ id: 'b', name: 'Peeters oud', code: '43' })];
    expect(causeOf(plan(customer(), accounts))).toEqual({
      type: 'customerAmbiguous',
      customer: `company/${CUSTOMER_ID}`,
      name: 'Peeters BV',
      candidates: [
        { id: 'a', label: 'Peeters BV (42), Gent' },
        { id: 'b', label: 'Peeters oud (43), Gent' },
      ],
    });
  });

  it('takes the user’s answer, while the account that it names is there', () => {
    const index = indexAccounts([account({ id: 'a' }), account({ id: 'b', code: '43' })]);
    expect(must(planAccount(customer(), index, CONDITIONS, 'b'))).toEqual({
      kind: 'use',
      accountId: 'b',
      isAsTold: true,
    });
    expect(causeOf(planAccount(customer(), index, CONDITIONS, 'gone')).type).toBe('customerAmbiguous');
  });

  it('says in which format a VAT number is wanted', () => {
    expect(causeOf(plan(customer({ vatNumber: '0123.456.780' }), [account()]))).toEqual({
      type: 'vatNumberInvalid',
      vatNumber: '0123.456.780',
      country: 'BE',
      format: 'BE0999999999',
    });
  });
});

/** What stands in Exact after the plan was acted on. */
function afterActing(planned: AccountPlan, accounts: readonly Account[]): readonly Account[] {
  switch (planned.kind) {
    case 'use':
      return accounts;
    case 'create': {
      const created = { ...blankAccount, ...planned.draft };
      return [...accounts, created];
    }
    case 'change':
      return accounts.map((held) =>
        held.id === planned.accountId ? { ...held, ...planned.draft, isCustomer: true } : held,
      );
  }
}

const blankAccount: Account = {
  ...account({ id: 'created', remarks: null, paymentCondition: null }),
  ...nameOnly,
  phone: null,
  website: null,
  language: null,
};

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const anAddress = fc.record({
  line1: oneOf(null, '', 'Kerkstraat 1', 'KERKSTRAAT 1', 'Laan 2'),
  postalCode: oneOf(null, '9000', '2000'),
  city: oneOf(null, ' ', 'Gent', 'Antwerpen'),
  country: oneOf(null, 'BE', 'NL'),
});
const details = {
  name: oneOf('Peeters BV', 'PEETERS bv', 'Janssens'),
  vatNumber: oneOf(null, '', 'BE0403227515', '0403.227.515', 'BE0428759497'),
  companyNumber: oneOf(null, '0403227515', '403.227.515'),
  email: oneOf(null, '', 'info@peeters.example', 'INFO@peeters.example'),
  phone: oneOf(null, '+32 9 123 45 67', '0032 91234567', '09 1'),
  website: oneOf(null, 'https://a.example', 'a.example/'),
  address: anAddress,
};
const aCustomer = fc
  .record({
    ...details,
    type: oneOf<Customer['type']>('company', 'contact'),
    webUrl: oneOf(null, customer().webUrl),
    paymentTerm: oneOf<Customer['paymentTerm']>(
      null,
      { type: 'cash' },
      { type: 'after_invoice_date', days: 30 },
      { type: 'after_invoice_date', days: 14 },
    ),
  })
  .map(customer);
const someAccounts = fc
  .array(
    fc.record({
      ...details,
      isCustomer: fc.boolean(),
      paymentCondition: oneOf(null, '30', '31', '14', '30D', '30I'),
      remarks: oneOf(null, `teamleader:${CUSTOMER_ID}`, `teamleader:${OTHER_ID}`),
    }),
    { maxLength: 3 },
  )
  .map((list) => list.map((change, index) => account({ ...change, id: `account-${index}` })));

describe('planning again after acting', () => {
  it('uses what is there', () => {
    fc.assert(
      fc.property(aCustomer, someAccounts, (given, accounts) => {
        const first = plan(given, accounts);
        fc.pre(first.ok);
        const again = plan(given, afterActing(must(first), accounts));
        expect(must(again).kind).toBe('use');
      }),
      { numRuns: 2000 },
    );
  });

  it('never empties what Exact held', () => {
    const texts = ({ address, isCustomer: _, isBlocked: __, ...rest }: Account): ReadonlyMap<string, string | null> =>
      new Map(Object.entries({ ...rest, ...address }));
    fc.assert(
      fc.property(aCustomer, someAccounts, (given, accounts) => {
        const planned = plan(given, accounts);
        fc.pre(planned.ok);
        const left = afterActing(must(planned), accounts).map(texts);
        const emptied = accounts.flatMap((held, index) =>
          [...texts(held)].filter(([name, before]) => before?.trim() && !left[index]?.get(name)?.trim()),
        );
        expect(emptied).toEqual([]);
      }),
    );
  });
});

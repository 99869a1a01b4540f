import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountPlan } from '../../../lib/accounting/customer.ts';
import type { Account, SalesEntry } from '../../../lib/accounting/facts.ts';
import { accountBody, salesEntryBody } from '../../../lib/exact/write-bodies.ts';
import { stringifyJson } from '../../../lib/http/json.ts';
import { fingerprintOf, isAsShown } from '../../../lib/sync/fingerprint.ts';
import type { DocumentPlan } from '../../../lib/sync/plan.ts';
import { account, CUSTOMER_ID, customer, plainInvoice } from '../accounting/builders.ts';

type BookPlan = Extract<DocumentPlan, { kind: 'book' }>;

// Few values each, so that two plans are often equal, and often differ in one thing only.
const amount = fc.constantFrom('0', '100', '100.00', '-100', '21', '121.01').map((text) => new Big(text));
const text = fc.constantFrom('a', 'b', '');
const optional = fc.constantFrom('a', 'b', null);
const line = fc.record({ glAccountId: text, vatCode: text, description: text, net: amount, vat: amount });
const entry: fc.Arbitrary<SalesEntry> = fc.record({
  kind: fc.constant('invoice'),
  documentId: fc.constant('d'),
  journal: fc.constantFrom('70', '71'),
  entryNumber: fc.constantFrom(1, 2, null),
  date: fc.constantFrom('2026-01-01', '2026-01-02'),
  dueDate: fc.constantFrom('2026-02-01', null),
  yourRef: text,
  description: text,
  paymentReference: optional,
  paymentCondition: optional,
  currency: fc.constantFrom('EUR', 'USD'),
  rate: fc.constantFrom(new Big('1.1'), new Big('1.10'), null),
  rateUse: fc.constant('times'),
  link: optional,
  lines: fc.array(line, { minLength: 1, maxLength: 2 }),
  net: fc.constant(new Big(0)),
  vat: fc.constant(new Big(0)),
  gross: fc.constant(new Big(0)),
});
const draft = fc.record(
  { email: optional, phone: optional, paymentCondition: optional, remarks: optional },
  { requiredKeys: [] },
);
const accountPlan: fc.Arbitrary<AccountPlan> = fc.oneof(
  fc.record({ kind: fc.constant('use' as const), accountId: text, isAsTold: fc.boolean() }),
  fc.record({ kind: fc.constant('change' as const), accountId: text, draft, makeCustomer: fc.constant(false) }),
  fc.record({ kind: fc.constant('create' as const), draft: draft.map((one) => ({ name: 'Peeters', ...one })) }),
);
const plan: fc.Arbitrary<BookPlan> = fc.record({
  kind: fc.constant('book'),
  document: fc.constant(plainInvoice()),
  customer: fc.constant(customer()),
  account: accountPlan,
  entry,
});

/** All that both writes of a plan would say. */
const sent = (one: BookPlan): string =>
  stringifyJson([
    salesEntryBody(one.entry, one.account.kind === 'create' ? 'new' : one.account.accountId),
    one.account.kind,
    one.account.kind === 'use' ? null : accountBody(one.account.draft),
  ]);

describe('a plan’s fingerprint', () => {
  it('is equal if and only if the same is sent', async () => {
    let equal = 0;
    await fc.assert(
      fc.asyncProperty(plan, plan, fc.boolean(), async (one, other, isSameEntry) => {
        const second = isSameEntry ? { ...other, entry: one.entry } : other;
        const [a, b] = await Promise.all([fingerprintOf(one), fingerprintOf(second)]);
        const isEqual = a.entry === b.entry && a.account === b.account;
        equal += Number(isEqual);
        expect(isEqual).toBe(sent(one) === sent(second));
      }),
      { numRuns: 500 },
    );
    expect(equal).toBeGreaterThan(0);
  });

  it('is short, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (one) => {
        expect((await fingerprintOf(one)).entry).toMatch(/^[0-9a-f]{32}$/);
      }),
    );
  });

  it('does not tell which way a rate points', async () => {
    const [one] = fc.sample(plan, 1);
    if (one === undefined) throw new Error('No plan.');
    const foreign = { ...one, entry: { ...one.entry, rate: new Big('1.1') } };
    const turned: BookPlan = { ...foreign, entry: { ...foreign.entry, rateUse: 'by' } };
    expect(await fingerprintOf(turned)).toEqual(await fingerprintOf(foreign));
  });
});

describe('a plan that comes after what was shown', () => {
  const [given] = fc.sample(plan, { numRuns: 1, seed: 1 });
  const planned = (accountPlanned: AccountPlan): BookPlan => {
    if (given === undefined) throw new Error('No plan.');
    return { ...given, account: accountPlanned };
  };

  const ours = account({ id: 'made', remarks: `teamleader:${CUSTOMER_ID}` });
  const theirs = account({ id: 'theirs', remarks: null });
  const create: AccountPlan = { kind: 'create', draft: { name: 'Peeters', email: 'a' } };
  const change: AccountPlan = { kind: 'change', accountId: 'made', draft: { email: 'a' }, makeCustomer: false };
  const use = (accountId: string): AccountPlan => ({ kind: 'use', accountId, isAsTold: true });

  it.each<[string, AccountPlan, AccountPlan, boolean]>([
    ['the same account is made', create, create, true],
    ['the account is made by now, by us', create, use('made'), true],
    ['somebody else has made one', create, use('theirs'), false],
    ['the account was changed as shown', change, use('made'), true],
    ['it is another account', change, use('theirs'), false],
    ['the same account is used', use('theirs'), use('theirs'), true],
    ['another account is used', use('theirs'), use('made'), false],
    ['an account is changed that was only used', use('made'), change, false],
    ['the account is made once more', use('made'), create, false],
    ['more of it is changed', change, { ...change, draft: { email: 'b' } }, false],
  ])('%s', async (_, before, now, expected) => {
    const shown = await fingerprintOf(planned(before));
    const accounts: readonly Account[] = [ours, theirs];
    expect(await isAsShown(shown, planned(now), accounts)).toBe(expected);
  });

  it('says another entry', async () => {
    const shown = await fingerprintOf(planned(create));
    const other = planned(create);
    const changed = { ...other, entry: { ...other.entry, yourRef: 'other' } };
    expect(await isAsShown(shown, changed, [])).toBe(false);
  });
});

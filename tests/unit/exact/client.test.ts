import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import { must } from '../http/world.ts';
import { callsOf, clientSecret, customerOf, entryFor, world } from './world.ts';

describe('a connection to Exact', () => {
  it.each([clientSecret, null])(
    'is made with a secret or without one (%s), and says who is logged in',
    async (secret) => {
      const { exact, sandbox, tokens } = await world({}, secret);
      const { users, division } = sandbox.business;
      expect(must(await exact.me())).toEqual({
        id: users.exact.id,
        name: `${users.exact.firstName} ${users.exact.lastName}`,
        currentDivision: division.code,
      });
      expect(tokens()?.refreshToken === null).toBe(secret === null);
    },
  );

  it.each([clientSecret, null])('renews its token when nine and a half minutes have passed (%s)', async (secret) => {
    const { exact, sandbox, tokens } = await world({}, secret);
    const first = tokens()?.accessToken;
    sandbox.clock.advance(560_000);
    must(await exact.me());
    expect(tokens()?.accessToken).toBe(first);
    sandbox.clock.advance(30_000);
    const both = await Promise.all([exact.me(), exact.me()]);
    expect(both.every((answer) => answer.ok)).toBe(true);
    expect(tokens()?.accessToken).not.toBe(first);
  });

  it('asks for a log-in when its tokens were revoked', async () => {
    const { exact, sandbox } = await world();
    sandbox.exact.order({ order: 'revokeTokens' });
    expect(await exact.me()).toEqual({ ok: false, error: { kind: 'loginNeeded' } });
    expect(callsOf(sandbox, 'GET Me')).toBe(1);
  });

  it('is refused in the words of the service when the secret is wrong', async () => {
    await expect(world({}, 'wrong')).rejects.toThrow('Client authentication failed');
  });
});

describe.each([
  { exactListForm: 'results', vatPercentage: 'fraction', vatCodePadded: true, country: 'BE' },
  { exactListForm: 'array', vatPercentage: 'percent', vatCodePadded: false, country: 'NL' },
] as const)('the master data of a division ($country, $exactListForm, $vatPercentage)', ({ country, ...switches }) => {
  it('is read as it is', async () => {
    const { exact, division, sandbox } = await world({ country, switches });
    const { business } = sandbox;
    expect(must(await exact.divisions())[0]).toEqual({
      code: business.division.code,
      name: business.division.name,
      currency: 'EUR',
    });

    const journals = must(await division.journals());
    expect(journals.map(({ code, isSales, isBlocked }) => [code, isSales, isBlocked])).toEqual(
      business.journals.map(({ code, type, isBlocked }) => [code, type === 20, isBlocked]),
    );

    const types = { E: 'exclusive', I: 'inclusive', B: 'baseOnly', N: 'none' } as const;
    expect(must(await division.vatCodes()).map((code) => ({ ...code, rate: code.rate.toFixed() }))).toEqual(
      business.vatCodes.map(({ code, description, rate, type, transactionType, isBlocked, kind }) => ({
        code,
        description,
        rate: new Big(rate).toFixed(),
        type: types[type],
        isForSales: transactionType !== 'P',
        isBlocked,
        euListing: kind === 'intraCommunityGoods' ? 'goods' : kind === 'intraCommunityServices' ? 'services' : null,
        isMargin: kind === 'margin',
      })),
    );

    expect(must(await division.glAccounts())).toEqual(
      business.glAccounts.map(({ id, code, description, type, isBlocked }) => ({
        id,
        code,
        description,
        isRevenue: type === 110,
        isForSales: type !== 20,
        isBlocked,
      })),
    );

    const methods = { B: 'onCredit', I: 'collection', K: 'cash' } as const;
    expect(must(await division.paymentConditions())).toEqual(
      business.paymentConditions.map(({ code, description, days, endOfMonths, method, discountPercentage }) => ({
        code,
        description,
        days,
        endOfMonths,
        method: methods[method],
        hasDiscount: Number(discountPercentage) !== 0,
      })),
    );

    const periods = must(await division.financialPeriods('2026-03-15'));
    expect(periods[0]).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(periods.at(-1)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    const { active, rates } = must(await division.currencies(['USD', 'XXX'], '2026-03-15'));
    expect(active).toEqual(['USD']);
    expect(rates.map((rate) => [rate.currency, rate.perUnit.toFixed(4)])).toEqual([['USD', '0.9200']]);
  });
});

describe('accounts', () => {
  it('are read once, and then only what changed', async () => {
    const { division, sandbox } = await world({ documents: 200 });
    const first = must(await division.accounts(null));
    const known = sandbox.business.customers.filter(({ inExact }) => inExact !== 'no');
    expect(first.accounts.filter(({ isCustomer }) => isCustomer).map(({ name }) => name)).toEqual(
      known.flatMap(({ name, inExact }) => (inExact === 'twice' ? [name, name] : [name])),
    );
    expect(first.accounts.filter(({ isBlocked }) => isBlocked)).toHaveLength(
      known.filter(({ inExact }) => inExact === 'blocked').length,
    );
    expect(first.accounts.every(({ code }) => /^\d+$/.test(code))).toBe(true);
    expect(callsOf(sandbox, 'GET sync/CRM/Accounts')).toBe(1);

    const { timestamp } = first;
    expect(must(await division.accounts(timestamp))).toEqual({ accounts: [], timestamp: null });
    const [supplier] = first.accounts.filter(({ isCustomer }) => !isCustomer);
    must(await division.changeAccount(supplier?.id ?? '', { email: 'new@x.example' }));
    const changed = must(await division.accounts(timestamp));
    const { modifiedAt } = changed.accounts[0] ?? {};
    expect(changed.accounts).toEqual([{ ...supplier, email: 'new@x.example', isCustomer: true, modifiedAt }]);
    expect(Date.parse(modifiedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(supplier?.modifiedAt ?? ''));
  });

  it('are created as customers, in one call', async () => {
    const { division, sandbox } = await world();
    const id = must(
      await division.createAccount({
        name: "Café 't Hof",
        vatNumber: 'BE0899623035',
        companyNumber: null,
        language: 'nl-BE',
        address: { line1: 'Dorp 1', postalCode: '9000', city: 'Gent', country: 'be' },
        remarks: 'teamleader:c1',
      }),
    );
    expect(callsOf(sandbox, 'POST crm/Accounts')).toBe(1);
    expect(sandbox.exact.ledger.accounts.get(id)?.fields).toMatchObject({
      Name: "Café 't Hof",
      Status: 'C',
      VATNumber: 'BE0899623035',
      ChamberOfCommerce: null,
      Language: 'NL',
      AddressLine1: 'Dorp 1',
      Postcode: '9000',
      City: 'Gent',
      Country: 'BE',
      Remarks: 'teamleader:c1',
    });
  });
});

describe("Exact's quotas", () => {
  it('of errors is never reached: after four refusals the next call is not sent', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there, { date: '2031-01-01' });
    const kinds: string[] = [];
    for (let number = 0; number < 12; number += 1) {
      const refused = await division.createSalesEntry({ ...entry, entryNumber: number }, accountId);
      kinds.push(refused.ok ? 'ok' : refused.error.kind);
    }
    expect(kinds).toEqual([...Array(4).fill('refused'), ...Array(8).fill('heldBack')]);
    expect(callsOf(sandbox, 'POST salesentry/SalesEntries')).toBe(4);
    sandbox.clock.advance(3_600_000);
    const again = await division.createSalesEntry({ ...entry, date: '2026-11-02', entryNumber: 26999500 }, accountId);
    expect(again.ok).toBe(true);
  });

  it('of calls are kept to by the headers', async () => {
    const { exact, sandbox } = await world({ speed: 60 });
    const answers = await Promise.all(Array.from({ length: 200 }, () => exact.me()));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(sandbox.log.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  it('are not spent on a right that lacks', async () => {
    const { division, sandbox } = await world();
    sandbox.exact.order({ order: 'removeRight', right: 'masterData' });
    expect(await division.journals()).toEqual({
      ok: false,
      error: { kind: 'forbidden', endpoint: 'financial/Journals' },
    });
    expect(callsOf(sandbox, 'GET financial/Journals')).toBe(1);
  });
});

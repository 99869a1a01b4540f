import Big from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { SalesEntry } from '../../../lib/accounting/facts.ts';
import { createExact, EXACT_HEADERS, type Exact, type ExactDivision } from '../../../lib/exact/client.ts';
import { createExactLogin, earliestExactRenewal } from '../../../lib/exact/login.ts';
import { exactErrorText } from '../../../lib/exact/odata.ts';
import { readExactRates } from '../../../lib/exact/rates.ts';
import { readRefusal } from '../../../lib/exact/refusal.ts';
import { EXACT_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { type Connected, connect, must, personLoggingIn } from '../http/world.ts';

const { clientId, clientSecret, redirectUri } = EXACT_APP;

let running: Sandbox | null = null;

afterEach(async () => {
  await running?.close();
  expect(running?.defects).toEqual([]);
  running = null;
});

interface World extends Connected {
  readonly sandbox: Sandbox;
  readonly exact: Exact;
  readonly division: ExactDivision;
}

/** The sandbox, and Exact's user logged in to it. */
async function world(options: SandboxOptions = {}, secret: string | null = clientSecret): Promise<World> {
  const sandbox = await startSandbox(options);
  running = sandbox;
  const region = sandbox.business.country === 'BE' ? 'be' : 'nl';
  const { email, password } = sandbox.business.users.exact;
  const connected = await connect(sandbox, {
    login: createExactLogin(region, {
      fetch: sandbox.fetch,
      openLogin: personLoggingIn(sandbox, { UserName: email, Password: password, consent: 'yes' }),
      redirectUri,
      now: () => sandbox.clock.now(),
      randomState: () => crypto.randomUUID(),
    }),
    keys: { clientId, clientSecret: secret },
    earliestRenewal: earliestExactRenewal,
    readRates: readExactRates,
    headers: EXACT_HEADERS,
    errorText: exactErrorText,
    parallel: 3,
    guarded: true,
  });
  const exact = createExact(connected.requester, region);
  return { ...connected, sandbox, exact, division: exact.inDivision(sandbox.business.division.code) };
}

const callsOf = (sandbox: Sandbox, name: string): number => sandbox.log.counts('exact')[name] ?? 0;

/** An entry of two lines that the division takes. */
async function entryFor({ sandbox, division }: World, change: Partial<SalesEntry> = {}): Promise<SalesEntry> {
  const [account] = must(await division.glAccounts()).filter(({ isRevenue, isBlocked }) => isRevenue && !isBlocked);
  const journal = sandbox.business.journals.find(({ role }) => role === 'invoices');
  if (account === undefined || journal === undefined) throw new Error('the division has no books');
  const line = (net: string, vat: string) => ({
    glAccountId: account.id,
    vatCode: '4',
    description: 'Consultancy',
    net: new Big(net),
    vat: new Big(vat),
  });
  return {
    kind: 'invoice',
    documentId: 'd1',
    journal: journal.code,
    entryNumber: 26999001,
    date: '2026-11-02',
    dueDate: '2026-12-02',
    yourRef: '2026 / 9001',
    description: 'Invoice 2026 / 9001',
    paymentReference: '+++084/2613/66074+++',
    paymentCondition: sandbox.business.paymentConditions[0]?.code ?? null,
    currency: 'EUR',
    rate: null,
    rateUse: 'times',
    link: 'https://focus.teamleader.eu/invoice_detail.php?id=d1',
    lines: [line('1000.10', '210.03'), line('0.07', '0.01')],
    net: new Big('1000.17'),
    vat: new Big('210.04'),
    gross: new Big('1210.21'),
    ...change,
  };
}

async function customerOf({ division }: World): Promise<string> {
  const { accounts } = must(await division.accounts(null));
  const [customer] = accounts.filter(({ isCustomer, isBlocked }) => isCustomer && !isBlocked);
  if (customer === undefined) throw new Error('the division has no customers');
  return customer.id;
}

describe('a connection to Exact', () => {
  it.each([clientSecret, null])(
    'is made with a secret or without one (%s), and says who is logged in',
    async (secret) => {
      const { exact, sandbox, tokens } = await world({}, secret);
      const { users, division } = sandbox.business;
      expect(must(await exact.me())).toEqual({
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
        isMargin: false,
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
      known.map(({ name }) => name),
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

describe('a sales entry', () => {
  it.each([
    { exactListForm: 'results', exactExpand: true },
    { exactListForm: 'array', exactExpand: false },
  ] as const)('is booked in one call and stands there as it was sent (%o)', async (switches) => {
    const there = await world({ switches });
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    const created = must(await division.createSalesEntry(entry, accountId));
    expect(created.entryNumber).toBe(entry.entryNumber);
    expect(callsOf(sandbox, 'POST salesentry/SalesEntries')).toBe(1);

    const { entries } = must(
      await division.salesEntries({ journals: [entry.journal], from: entry.date, modifiedAfter: null }),
    );
    const found = entries.find(({ id }) => id === created.id);
    expect(found).toMatchObject({
      entryNumber: entry.entryNumber,
      journal: entry.journal,
      accountId,
      date: entry.date,
      yourRef: entry.yourRef,
      description: entry.description,
      currency: 'EUR',
      paymentCondition: entry.paymentCondition,
      link: entry.link,
    });
    expect([found?.gross, found?.vat, found?.grossInDivisionCurrency].map(String)).toEqual([
      '1210.21',
      '210.04',
      '1210.21',
    ]);
    const lines = entry.lines.map(({ glAccountId, vatCode, net, vat }) => ({ glAccountId, vatCode, net, vat }));
    expect(found?.lines).toEqual(switches.exactExpand ? lines : null);
    expect(sandbox.exact.ledger.entries.get(created.id)).toMatchObject({
      dueDate: entry.dueDate,
      paymentReference: entry.paymentReference,
    });
  });

  it('of a credit note, in a foreign currency and without a number, is booked too', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const journal = sandbox.business.journals.find(({ role }) => role === 'creditNotes')?.code ?? '';
    const entry = await entryFor(there, {
      journal,
      entryNumber: null,
      dueDate: null,
      currency: 'USD',
      rate: new Big('0.9'),
    });
    const negative = entry.lines.map((line) => ({ ...line, net: line.net.times(-1), vat: line.vat.times(-1) }));
    const created = must(await division.createSalesEntry({ ...entry, lines: negative }, await customerOf(there)));
    const { entries } = must(
      await division.salesEntries({ journals: [journal], from: entry.date, modifiedAfter: null }),
    );
    const found = entries.find(({ id }) => id === created.id);
    expect(found?.entryNumber).toBe(created.entryNumber);
    expect([found?.gross, found?.grossInDivisionCurrency].map(String)).toEqual(['-1210.21', '-1089.19']);
  });

  it('is refused in words that are understood', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    must(await division.createSalesEntry(entry, accountId));
    sandbox.exact.order({ order: 'closePeriodsBefore', date: '2026-06-01' });
    const { accounts } = must(await division.accounts(null));
    const supplier = accounts.find(({ isCustomer }) => !isCustomer)?.id ?? '';
    const meanings: string[] = [];
    for (const [change, account] of [
      [{}, accountId],
      [{ entryNumber: 26999002, date: '2026-05-31' }, accountId],
      [{ entryNumber: 26999003, date: '2031-01-01' }, accountId],
      [{ entryNumber: 26999004 }, supplier],
    ] as const) {
      const refused = await division.createSalesEntry({ ...entry, ...change }, account);
      if (!refused.ok && refused.error.kind === 'refused') meanings.push(readRefusal(refused.error.text));
    }
    expect(meanings).toEqual(['entryNumberTaken', 'periodClosed', 'financialYearMissing', 'customerInvalid']);
  });

  it('is not sent again when its answer is lost, though it stands there', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there);
    const name = 'POST salesentry/SalesEntries';
    for (const fault of [
      { kind: 'cut', when: 'after' },
      { kind: 'status', status: 503, when: 'after' },
    ] as const) {
      sandbox.faults.order({ service: 'exact', call: name, fault });
      const number = 26999010 + callsOf(sandbox, name);
      const lost = await division.createSalesEntry({ ...entry, entryNumber: number }, accountId);
      expect(lost.ok ? null : lost.error.kind).toBe('noAnswer');
      expect(
        [...sandbox.exact.ledger.entries.values()].filter(({ entryNumber }) => entryNumber === number),
      ).toHaveLength(1);
    }
    expect(callsOf(sandbox, name)).toBe(2);

    sandbox.faults.order({ service: 'exact', call: name, fault: { kind: 'body', body: '{"d":{}}', when: 'after' } });
    const odd = await division.createSalesEntry({ ...entry, entryNumber: 26999020 }, accountId);
    expect(odd).toEqual({ ok: false, error: { kind: 'notUnderstood', detail: 'd.EntryID: invalid_type' } });
  });
});

describe('what stands in journals', () => {
  it('is read sixty at a time, and then only what changed', async () => {
    const there = await world({ speed: 60 });
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there, { date: '2026-11-05' });
    for (let number = 0; number < 65; number += 1) {
      must(await division.createSalesEntry({ ...entry, entryNumber: 26990000 + number }, accountId));
    }
    const query = { journals: [entry.journal, 'no "such\' one'], from: '2026-11-05', modifiedAfter: null };
    const read = must(await division.salesEntries(query));
    expect(read.entries.filter(({ entryNumber }) => entryNumber >= 26990000)).toHaveLength(65);
    expect(read.entries.every(({ date, journal }) => date >= '2026-11-05' && journal === entry.journal)).toBe(true);
    expect(callsOf(sandbox, 'GET salesentry/SalesEntries')).toBe(2);

    const modifiedAfter = read.modifiedUpTo;
    expect(must(await division.salesEntries({ ...query, modifiedAfter }))).toEqual({ entries: [], modifiedUpTo: null });
    sandbox.clock.advance(1000);
    const { id } = must(await division.createSalesEntry({ ...entry, entryNumber: 26995000 }, accountId));
    expect(must(await division.salesEntries({ ...query, modifiedAfter })).entries.map((one) => one.id)).toEqual([id]);
  });
});

describe("Exact's quotas", () => {
  it('of errors is never reached: after seven refusals the next call is not sent', async () => {
    const there = await world();
    const { division, sandbox } = there;
    const accountId = await customerOf(there);
    const entry = await entryFor(there, { date: '2031-01-01' });
    const kinds: string[] = [];
    for (let number = 0; number < 12; number += 1) {
      const refused = await division.createSalesEntry({ ...entry, entryNumber: number }, accountId);
      kinds.push(refused.ok ? 'ok' : refused.error.kind);
    }
    expect(kinds).toEqual([...Array(7).fill('refused'), ...Array(5).fill('limited')]);
    expect(callsOf(sandbox, 'POST salesentry/SalesEntries')).toBe(7);
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

import Big from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentHeader, DocumentKind, SalesDocument } from '../../../lib/accounting/facts.ts';
import { createTeamleader, TEAMLEADER_HEADERS, type Teamleader } from '../../../lib/teamleader/client.ts';
import { teamleaderErrorText } from '../../../lib/teamleader/error-text.ts';
import { createTeamleaderLogin } from '../../../lib/teamleader/login.ts';
import { readTeamleaderRates } from '../../../lib/teamleader/rates.ts';
import type { BusinessDocument } from '../../sandbox/business/business.ts';
import { TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';
import { type Connected, connect, must } from '../http/world.ts';

const { clientId, clientSecret, redirectUri } = TEAMLEADER_APP;

let running: Sandbox | null = null;

afterEach(async () => {
  await running?.close();
  expect(running?.defects).toEqual([]);
  running = null;
});

interface World extends Connected {
  readonly sandbox: Sandbox;
  readonly teamleader: Teamleader;
}

/** The sandbox, and Teamleader's user logged in to it. */
async function world(options: SandboxOptions = {}, secret: string | null = null): Promise<World> {
  const sandbox = await startSandbox(options);
  running = sandbox;
  const { email, password } = sandbox.business.users.teamleader;
  const connected = await connect(sandbox, {
    entries: { email, password, decision: 'allow' },
    login: (tools) => createTeamleaderLogin({ ...tools, redirectUri }),
    keys: { clientId, clientSecret: secret },
    readRates: readTeamleaderRates,
    headers: TEAMLEADER_HEADERS,
    errorText: teamleaderErrorText,
    parallel: 6,
    guarded: false,
  });
  return { ...connected, sandbox, teamleader: createTeamleader(connected.requester) };
}

const callsOf = (sandbox: Sandbox, name: string): number => sandbox.log.counts('teamleader')[name] ?? 0;

/** Booked documents of the connection's company entity since its start date. */
function inScope({ business }: Sandbox, kind: DocumentKind): readonly BusinessDocument[] {
  return business.documents.filter(
    (document) =>
      document.kind === kind &&
      document.status !== 'draft' &&
      document.companyEntityId === business.companyEntity.id &&
      (document.date ?? '') >= business.startDate,
  );
}

const plain = (amount: string): string => new Big(amount).toFixed();

const headerOf = ({ id, kind, number, date, currency, totals, companyEntityId }: BusinessDocument) => ({
  id,
  kind,
  number,
  date,
  currency,
  companyEntityId,
  net: plain(totals.net),
  gross: plain(totals.gross),
  taxes: totals.taxes.map(({ rate, base, vat }) => [plain(rate), plain(base), plain(vat)]),
});

const headerRead = ({ id, kind, number, date, currency, companyEntityId, net, gross, taxes }: DocumentHeader) => ({
  id,
  kind,
  number,
  date,
  currency,
  companyEntityId,
  net: net.toFixed(),
  gross: gross.toFixed(),
  taxes: taxes.map(({ rate, base, vat }) => [rate.toFixed(), base.toFixed(), vat.toFixed()]),
});

const byId = (a: { readonly id: string }, b: { readonly id: string }) => a.id.localeCompare(b.id);

describe('a connection to Teamleader', () => {
  it.each([null, clientSecret])(
    'is made without a secret or with one (%s), and says who is logged in',
    async (secret) => {
      const { teamleader, sandbox, tokens } = await world({}, secret);
      const { firstName, lastName } = sandbox.business.users.teamleader;
      expect(must(await teamleader.me())).toMatchObject({
        id: sandbox.business.users.teamleader.id,
        name: `${firstName} ${lastName}`,
      });
      expect(tokens()?.refreshToken === null).toBe(secret === null);
    },
  );

  it.each([null, clientSecret])('renews its token by itself (%s)', async (secret) => {
    const { teamleader, sandbox, tokens } = await world({}, secret);
    const first = tokens()?.accessToken;
    sandbox.clock.advance(3_590_000);
    const both = await Promise.all([teamleader.me(), teamleader.me()]);
    expect(both.every((answer) => answer.ok)).toBe(true);
    expect(tokens()?.accessToken).not.toBe(first);
  });

  it('tells how many invoices charge each rate', async () => {
    const { teamleader, sandbox } = await world({ documents: 150 });
    const { companyEntity, documents } = sandbox.business;
    const inScope = documents.filter(
      (document) =>
        document.kind === 'invoice' && document.date !== null && document.companyEntityId === companyEntity.id,
    );
    const { invoices, charged } = must(await teamleader.rateUse(companyEntity.id));
    expect(invoices).toBe(inScope.length);
    expect(invoices).toBeGreaterThan(100);
    expect(charged['0.21']).toBe(
      inScope.filter(({ totals }) => totals.taxes.some(({ rate }) => Number(rate) === 0.21)).length,
    );
    expect(callsOf(sandbox, 'invoices.list')).toBe(2);
  });

  it('needs the user once his session at Teamleader has ended', async () => {
    const { teamleader, sandbox } = await world();
    sandbox.teamleader.signOut();
    sandbox.clock.advance(3_600_000);
    expect(await teamleader.me()).toEqual({ ok: false, error: { kind: 'loginNeeded' } });
  });

  it('gets a new token when the old one was revoked, while the user is logged in', async () => {
    const { teamleader, sandbox } = await world();
    sandbox.teamleader.revokeTokens();
    expect((await teamleader.me()).ok).toBe(true);
    expect(callsOf(sandbox, 'users.me')).toBe(2);
  });

  it('is refused in the words of the service when the secret is wrong', async () => {
    await expect(world({}, 'wrong')).rejects.toThrow('Client authentication failed');
  });
});

describe.each(['BE', 'NL'] as const)('the master data (%s)', (country) => {
  it.each([true, false])('is read as it is (meta: %s)', async (listMeta) => {
    const { teamleader, sandbox } = await world({ country, switches: { listMeta } });
    const { business } = sandbox;
    const { companyEntity, otherCompanyEntity } = business;
    expect(must(await teamleader.companyEntities())).toEqual(
      [companyEntity, otherCompanyEntity].map(({ id, name }, position) => ({ id, name, position })),
    );
    expect(must(await teamleader.paymentTerms())).toEqual(business.paymentTerms.map(({ id, term }) => ({ id, term })));
    const rates = must(await teamleader.taxRates(companyEntity.id)).map((rate) => ({
      ...rate,
      rate: rate.rate.toFixed(),
    }));
    expect(rates.toSorted(byId)).toEqual(
      business.taxRates
        .filter(({ companyEntityId }) => companyEntityId === companyEntity.id)
        .map(({ id, description, rate }) => ({ id, description, rate: plain(rate) }))
        .toSorted(byId),
    );
    expect(must(await teamleader.productCategories(companyEntity.id))).toEqual(business.productCategories);
  });
});

describe('the list of documents', () => {
  it.each([
    { kind: 'invoice', listMeta: true, invoiceListDefaultOrder: 'asc', creditNoteAmountsNegative: false },
    { kind: 'invoice', listMeta: false, invoiceListDefaultOrder: 'desc', creditNoteAmountsNegative: true },
    { kind: 'creditNote', listMeta: true, invoiceListDefaultOrder: 'asc', creditNoteAmountsNegative: false },
    { kind: 'creditNote', listMeta: false, invoiceListDefaultOrder: 'desc', creditNoteAmountsNegative: true },
  ] as const)('holds every booked one in scope, and nothing else (%o)', async ({ kind, ...switches }) => {
    const { teamleader, sandbox } = await world({ documents: 450, switches });
    const { companyEntity, startDate } = sandbox.business;
    const expected = inScope(sandbox, kind);
    expect(expected.length).toBeGreaterThan(kind === 'invoice' ? 200 : 10);

    const query = { kind, companyEntityId: companyEntity.id, from: startDate, updatedSince: null };
    const { headers } = must(await teamleader.documents(query));
    expect(headers.map(headerRead).toSorted(byId)).toEqual(expected.map(headerOf).toSorted(byId));
    expect(callsOf(sandbox, `${kind}s.list`)).toBe(Math.floor(expected.length / 100) + 1);
  });

  it('tells only what changed since', async () => {
    const { teamleader, sandbox } = await world({ documents: 100 });
    const { companyEntity, startDate } = sandbox.business;
    const expected = inScope(sandbox, 'invoice');
    const moments = expected.map(({ updatedAt }) => Date.parse(updatedAt)).toSorted((a, b) => a - b);
    const since = moments[Math.floor(moments.length / 2)] ?? 0;
    const updatedSince = new Date(since).toISOString().replace(/\.\d+Z$/, '+00:00');
    const query = { kind: 'invoice', companyEntityId: companyEntity.id, from: startDate, updatedSince } as const;
    const { headers: changed } = must(await teamleader.documents(query));
    expect(changed.map(({ id }) => id).toSorted()).toEqual(
      expected
        .filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(updatedSince))
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(changed.length).toBeLessThan(expected.length);
  });

  it('is read by ids, as many at once as fit on a page', async () => {
    const { teamleader, sandbox } = await world({ documents: 300 });
    for (const kind of ['invoice', 'creditNote'] as const) {
      const booked = sandbox.business.documents.filter((one) => one.kind === kind && one.status !== 'draft');
      const drafts = sandbox.business.documents.filter((one) => one.kind === kind && one.status === 'draft');
      const ids = [...booked, ...drafts].map(({ id }) => id);
      const { headers: read } = must(await teamleader.documentsByIds(kind, [...ids, crypto.randomUUID()]));
      expect(read.map(({ id }) => id).toSorted()).toEqual(booked.map(({ id }) => id).toSorted());
    }
    expect(must(await teamleader.documentsByIds('invoice', []))).toEqual({ headers: [], unreadable: [] });
  });
});

describe('a document', () => {
  const details = (document: SalesDocument) => ({
    ...headerRead(document),
    customer: document.customer.id,
    lines: document.lines.map(({ description, quantity, taxRateId, productCategoryId, net }) => ({
      description,
      quantity: quantity.toFixed(),
      taxRateId,
      productCategoryId,
      net: net.toFixed(),
    })),
    discounts: document.discounts.map(({ percentage, description }) => [percentage.toFixed(), description]),
    creditedInvoiceId: document.creditedInvoiceId,
  });

  const told = (document: BusinessDocument) => ({
    ...headerOf(document),
    customer: document.customerId,
    lines: ['', ...document.lines.map(({ section }) => section)]
      .filter((section, index, all) => all.indexOf(section) === index)
      .flatMap((section) => document.lines.filter((line) => line.section === section))
      .map(({ description, quantity, taxRateId, productCategoryId, net }) => ({
        description,
        quantity: plain(quantity),
        taxRateId,
        productCategoryId,
        net: plain(net),
      })),
    discounts: document.discounts.map(({ percentage, description }) => [plain(percentage), description]),
    creditedInvoiceId: document.creditsInvoiceId,
  });

  it.each([
    { creditNoteInfoAsArray: false, creditNoteAmountsNegative: false },
    { creditNoteInfoAsArray: true, creditNoteAmountsNegative: true },
  ])('is read whole, with positive amounts for what its kind says (%o)', async (switches) => {
    const { teamleader, sandbox } = await world({ documents: 120, speed: 60, switches });
    const documents = [...inScope(sandbox, 'invoice'), ...inScope(sandbox, 'creditNote')];
    const read = await Promise.all(documents.map(({ kind, id }) => teamleader.document(kind, id)));
    const sections = (lines: readonly { readonly description: string }[]) =>
      lines.map(({ description }) => description).toSorted();
    for (const [index, document] of documents.entries()) {
      const answer = read[index];
      if (answer === undefined) throw new Error('an answer is missing');
      const found = must(answer);
      expect({ ...details(found), lines: [] }).toEqual({ ...told(document), lines: [] });
      expect(sections(found.lines)).toEqual(sections(told(document).lines));
      expect(details(found).lines.toSorted(byText)).toEqual(told(document).lines.toSorted(byText));
      if (document.kind === 'invoice') {
        expect(found).toMatchObject({
          dueOn: document.dueOn,
          paymentTerm: document.paymentTerm,
          paymentReference: document.paymentReference,
          purchaseOrderNumber: document.purchaseOrderNumber,
          isDirectDebit: false,
        });
      }
    }
    expect(sandbox.log.calls.filter(({ status }) => status === 429)).toEqual([]);
  });

  const byText = (a: object, b: object) => JSON.stringify(a).localeCompare(JSON.stringify(b));

  it('that is not there is refused in the words of the service', async () => {
    const { teamleader } = await world();
    const missing = await teamleader.document('invoice', crypto.randomUUID());
    expect(missing).toEqual({ ok: false, error: { kind: 'refused', status: 404, text: 'Invoice not found' } });
  });

  it('is found by its number of the old API', async () => {
    const { teamleader, sandbox } = await world();
    for (const kind of ['invoice', 'creditNote'] as const) {
      const [document] = inScope(sandbox, kind);
      expect(must(await teamleader.migrateId(kind, String(document?.legacyId)))).toBe(document?.id);
    }
  });
});

describe('customers', () => {
  it('are read by ids, companies and contacts', async () => {
    const { teamleader, sandbox } = await world({ documents: 400 });
    const { customers } = sandbox.business;
    const idsOf = (type: 'company' | 'contact') => customers.filter((one) => one.type === type).map(({ id }) => id);
    const { customers: read } = must(
      await teamleader.customers({ companyIds: idsOf('company'), contactIds: idsOf('contact') }),
    );
    const facts = read.map(({ webUrl, updatedAt, website, ...customer }) => customer);
    expect(facts.toSorted(byId)).toEqual(
      customers
        .map(({ id, type, name, vatNumber, companyNumber, email, phone, language, address, iban, paymentTerm }) => ({
          id,
          type,
          name,
          // A list of contacts tells neither.
          vatNumber: type === 'company' ? vatNumber : null,
          companyNumber: type === 'company' ? companyNumber : null,
          email,
          phone,
          language,
          address,
          iban,
          bic: null,
          paymentTerm,
        }))
        .toSorted(byId),
    );
    expect(read.every(({ id, webUrl }) => webUrl?.includes(id))).toBe(true);
  });

  it('that nobody asks for cost no call', async () => {
    const { teamleader, sandbox } = await world();
    expect(must(await teamleader.customers({ companyIds: [], contactIds: [] }))).toEqual({
      customers: [],
      unreadable: [],
    });
    expect(sandbox.log.counts('teamleader')).toEqual({});
  });
});

describe('trouble', () => {
  it('that passes is not noticed by who reads', async () => {
    const { teamleader, sandbox } = await world();
    sandbox.faults.order({ service: 'teamleader', fault: { kind: 'cut', when: 'before' } });
    expect((await teamleader.me()).ok).toBe(true);
    sandbox.faults.order({ service: 'teamleader', fault: { kind: 'status', status: 502, when: 'after' } });
    expect((await teamleader.me()).ok).toBe(true);
    expect(callsOf(sandbox, 'users.me')).toBe(4);
  });

  it('with an answer is told without its content', async () => {
    const { teamleader, sandbox } = await world();
    const body = JSON.stringify({ data: [{ id: 'x', description: 'Jan Peeters', rate: 'high' }] });
    sandbox.faults.order({ service: 'teamleader', fault: { kind: 'body', body, when: 'before' } });
    expect(await teamleader.taxRates(sandbox.business.companyEntity.id)).toEqual({
      ok: false,
      error: { kind: 'notUnderstood', detail: 'data.0.rate: invalid_format' },
    });
  });

  it.each(['offset-with-colon', 'offset-without-colon'] as const)(
    'with the ration does not come up (%s)',
    async (rateLimitResetForm) => {
      const { teamleader, sandbox } = await world({ speed: 60, switches: { rateLimitResetForm } });
      const answers = await Promise.all(Array.from({ length: 450 }, () => teamleader.me()));
      expect(answers.every((answer) => answer.ok)).toBe(true);
      expect(sandbox.log.calls.filter(({ status }) => status === 429)).toEqual([]);
    },
  );
});

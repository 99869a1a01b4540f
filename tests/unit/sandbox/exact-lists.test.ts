import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENDPOINTS } from '../../sandbox/exact/api/endpoints.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import {
  customerIn,
  dayOf,
  type ExactWorld,
  entityIn,
  entryBody,
  lineBody,
  linkIn,
  openWorld,
  pageIn,
  refusalIn,
  revenueIn,
  rowsIn,
  uriIn,
} from './exact-world.ts';

let world: ExactWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

async function reopen(options: SandboxOptions): Promise<void> {
  await world.close();
  world = await openWorld(options);
}

describe('$select, $orderby, $top and what is not offered', () => {
  test('gives what was selected and no more', async () => {
    const [row] = rowsIn(await world.get('financial/Journals', { $select: 'Code, Type' }));
    expect(Object.keys(row ?? {})).toEqual(['__metadata', 'Code', 'Type']);
    expect(row?.['__metadata']).toMatchObject({
      uri: expect.stringMatching(/financial\/Journals\(guid'[0-9a-f-]{36}'\)$/),
    });
  });

  test.each([
    ['no $select', {}, '400 Select is mandatory.'],
    ['an unknown property', { $select: 'Code,Nmae' }, "400 No property 'Nmae' exists in this resource."],
    ['an empty $select', { $select: '' }, "400 No property '' exists in this resource."],
    ['all by a star', { $select: '*' }, "400 No property '*' exists in this resource."],
    ['lines where there are none', { $select: 'SalesEntryLines' }, '400 No property'],
    ['$skip', { $select: 'Code', $skip: '2' }, "400 The query option '$skip' is not supported."],
    ['$inlinecount', { $select: 'Code', $inlinecount: 'allpages' }, '400 The query option'],
    ['$format', { $select: 'Code', $format: 'json' }, '400 The query option'],
    ['an option of its own', { $select: 'Code', limit: '2' }, "400 The query option 'limit' is not supported."],
    ['$top of no number', { $select: 'Code', $top: '-1' }, "400 '-1' is not a value for $top."],
    ['an order by what is not there', { $select: 'Code', $orderby: 'Nmae' }, '400 '],
    ['an order in no direction', { $select: 'Code', $orderby: 'Code down' }, '400 '],
    ['$expand', { $select: 'Code', $expand: 'SalesEntryLines' }, "400 'SalesEntryLines' cannot be expanded."],
    [
      'a page after what is not there',
      { $select: 'Code', $skiptoken: "guid'9d4a3c0e-0000-4000-8000-000000000000'" },
      '400 ',
    ],
    ['a page after nonsense', { $select: 'Code', $skiptoken: 'abc' }, '400 '],
  ])('refuses %s', async (_, query, refusal) => {
    expect(refusalIn(await world.get('financial/Journals', query))).toContain(refusal);
  });

  test('refuses an option that is given twice', async () => {
    const url = `https://${world.host}/api/v1/${world.division}/financial/Journals?$select=Code&$top=1&$top=2`;
    expect(refusalIn(await world.call(url))).toBe("400 The query option '$top' is given twice.");
  });

  test('orders by several properties, nothing first', async () => {
    const ordered = async ($orderby: string) =>
      rowsIn(await world.get('financial/Journals', { $select: 'Code,Type', $orderby })).map((row) => row['Code']);
    expect(await ordered('Code desc')).toEqual(['90', '71', '70', '69', '60', '20']);
    expect(await ordered('IsBlocked desc, Code')).toEqual(['69', '20', '60', '70', '71', '90']);
    const $select = 'VATNumber';
    const rows = rowsIn(await world.get('crm/Accounts', { $select, $filter: 'ID ne null', $orderby: 'VATNumber asc' }));
    const numbers = rows.map((row) => row['VATNumber']);
    expect(numbers).toContain(null);
    expect(numbers).toEqual(
      [...numbers].sort((a, b) => (a === null || (b !== null && String(a) < String(b)) ? -1 : 1)),
    );
  });

  test('$top gives so many and no next page', async () => {
    const page = pageIn(await world.get('financial/Journals', { $select: 'Code', $top: '2' }));
    expect([page.rows.length, page.next]).toEqual([2, null]);
    expect(rowsIn(await world.get('financial/Journals', { $select: 'Code', $top: '0' }))).toEqual([]);
  });
});

describe('pages', () => {
  async function follow(endpoint: string, query: Readonly<Record<string, string>>, property: string) {
    const found: unknown[] = [];
    const sizes: number[] = [];
    let answer = await world.get(endpoint, query);
    for (;;) {
      const { rows, next } = pageIn(answer);
      found.push(...rows.map((row) => row[property]));
      sizes.push(rows.length);
      if (next === null) return { found, sizes };
      expect(new URL(next).origin).toBe(`https://${world.host}`);
      answer = await world.call(next);
    }
  }

  /** As many more accounts as are needed to make it so many in all. */
  function fillUp(count: number): void {
    const { ledger } = world.exact;
    while (ledger.accounts.size < count)
      ledger.putAccount(null, { Name: `Klant ${ledger.accounts.size}`, Status: 'C' });
  }

  test('hold sixty, and each leads to the next by its full address', async () => {
    fillUp(130);
    const { found, sizes } = await follow('crm/Accounts', { $select: 'ID', $filter: 'ID ne null' }, 'ID');
    expect(sizes).toEqual([60, 60, 10]);
    expect(new Set(found)).toEqual(new Set(world.exact.ledger.accounts.keys()));
    const ordered = await follow(
      'crm/Accounts',
      { $select: 'Code', $filter: 'ID ne null', $orderby: 'Code desc' },
      'Code',
    );
    expect(ordered.found).toEqual([...ordered.found].sort().reverse());
    expect(ordered.sizes).toEqual([60, 60, 10]);
  });

  test('end without a next one when they are just full', async () => {
    fillUp(120);
    expect((await follow('crm/Accounts', { $select: 'ID', $filter: 'ID ne null' }, 'ID')).sizes).toEqual([60, 60]);
  });

  test('are cut where $top asks for more', async () => {
    fillUp(130);
    const page = pageIn(await world.get('crm/Accounts', { $select: 'ID', $filter: 'ID ne null', $top: '100' }));
    expect([page.rows.length, page.next]).toEqual([60, null]);
  });

  test('of a synchronisation hold a thousand, in the order of changes, and lose nothing that changes meanwhile', async () => {
    fillUp(1005);
    const query = { $select: 'ID,Timestamp', $filter: 'Timestamp gt 0L' };
    const first = pageIn(await world.get('sync/CRM/Accounts', query));
    expect(first.rows).toHaveLength(1000);
    const stamps = first.rows.map((row) => BigInt(String(row['Timestamp'])));
    expect(stamps).toEqual([...stamps].sort((a, b) => (a < b ? -1 : 1)));
    const last = String(first.rows.at(-1)?.['ID']);
    world.exact.ledger.putAccount(last, { Name: 'Nieuwe naam' });
    const second = rowsIn(await world.call(first.next ?? ''));
    expect(second).toHaveLength(6);
    expect(second.at(-1)?.['ID']).toBe(last);
    const since = { ...query, $filter: `Timestamp gt ${stamps.at(-1)}` };
    expect(rowsIn(await world.get('sync/CRM/Accounts', since))).toHaveLength(6);
  });

  test.each([
    ['another property', { $filter: "Name eq 'x'" }],
    ['another property too', { $filter: "Timestamp gt 1L and Name eq 'x'" }],
    ['an order', { $filter: 'Timestamp gt 1L', $orderby: 'Name' }],
    ['no filter', {}],
  ])('of a synchronisation are refused by %s', async (_, query) => {
    expect((await world.get('sync/CRM/Accounts', { $select: 'ID', ...query })).status).toBe(400);
  });

  test('in bulk hold a thousand', async () => {
    const entry = [...world.exact.ledger.entries.values()][0];
    if (entry === undefined) throw new Error('The books are empty.');
    for (let count = 0; count < 70; count += 1) world.exact.ledger.putEntry({ ...entry, id: crypto.randomUUID() });
    const query = { $select: 'ID', $filter: 'IsFullyPaid eq false' };
    const { size } = world.exact.ledger.receivables;
    expect((await follow('bulk/Cashflow/Receivables', query, 'ID')).sizes).toEqual([size]);
    expect((await follow('cashflow/Receivables', query, 'ID')).sizes).toEqual([60, size - 60]);
  });

  test.each([...ENDPOINTS].filter(([, { mustFilter }]) => mustFilter).map(([name]) => name))(
    'of %s need a filter',
    async (name) => {
      expect(refusalIn(await world.get(name, { $select: 'ID' }))).toMatch(/^400 Filter is mandatory/);
    },
  );
});

describe.each(['results', 'array'] as const)('a list as %s', (exactListForm) => {
  test('has its own form; one entity has none', async () => {
    await reopen({ switches: { exactListForm } });
    const isArray = exactListForm === 'array';
    const journals = await world.get('financial/Journals', { $select: 'ID,Code' });
    expect(journals.json).toEqual({ d: isArray ? rowsIn(journals) : { results: rowsIn(journals) } });
    const me = await world.call(`https://${world.host}/api/v1/current/Me?$select=CurrentDivision`);
    expect(rowsIn(me)).toMatchObject([{ CurrentDivision: world.division }]);
    expect(me.json).toEqual({ d: isArray ? rowsIn(me) : { results: rowsIn(me) } });
    const id = rowsIn(journals)[0]?.['ID'];
    const one = await world.get(`financial/Journals(guid'${id}')`, { $select: 'Code' });
    expect(entityIn(one)).toMatchObject({ Code: '20' });
  });
});

describe('one entity', () => {
  test('is found by the kind of key that its address in a list has', async () => {
    for (const [name, $filter] of [
      ['financial/Journals', "Code eq '70'"],
      ['general/Currencies', "Code eq 'EUR'"],
      ['system/Divisions', 'Code gt 0'],
      ['documents/DocumentTypes', 'ID eq 10'],
      ['read/financial/ReceivablesList', 'HID gt 0L'],
      ['sync/CRM/Accounts', 'Timestamp gt 0L'],
    ] as const) {
      const [row] = rowsIn(await world.get(name, { $select: ENDPOINTS.get(name)?.key ?? '', $filter }));
      const one = entityIn(await world.call(uriIn(row)));
      expect(one).toMatchObject(row ?? { none: true });
      expect(Object.keys(one).length).toBeGreaterThan(5);
    }
  });

  test.each([
    ["financial/Journals(guid'9d4a3c0e-0000-4000-8000-000000000000')", 404],
    ["financial/Journals('70')", 400],
    ['financial/Journals(70)', 400],
    ['financial/Journals(null)', 400],
    ["system/Divisions('70')", 400],
    ['financial/journals', 404],
    ['financial/SubscriptionTypes', 404],
    ['Me', 404],
    ['constructor', 404],
    ['current/Me', 404],
  ])('%s is answered with %d', async (endpoint, status) => {
    expect((await world.get(endpoint, { $select: 'ID' })).status).toBe(status);
  });

  test('takes no options of a list', async () => {
    const id = customerIn(world);
    for (const option of ['$filter', '$top', '$orderby', '$skiptoken']) {
      const value = { $filter: 'ID ne null', $top: '1', $orderby: 'ID', $skiptoken: '1' }[option] ?? '';
      expect((await world.get(`crm/Accounts(guid'${id}')`, { [option]: value })).status).toBe(400);
    }
  });
});

describe('lines along with an entry', () => {
  async function book(): Promise<string> {
    const lines = [lineBody(world, { AmountFC: 100 }), lineBody(world, { AmountFC: 50, Description: 'Tweede' })];
    return String(
      entityIn(await world.post('salesentry/SalesEntries', entryBody(world, { SalesEntryLines: lines })))['EntryID'],
    );
  }
  const entry = (id: string, query: Readonly<Record<string, string>>) =>
    world.get('salesentry/SalesEntries', { $filter: `EntryID eq guid'${id}'`, ...query });

  test.each(['results', 'array'] as const)('are expanded, as %s', async (exactListForm) => {
    await reopen({ switches: { exactListForm } });
    const id = await book();
    const some = { $select: 'EntryID,SalesEntryLines/AmountFC,SalesEntryLines/GLAccount', $expand: 'SalesEntryLines' };
    const [row] = rowsIn(await entry(id, some));
    const lines = [
      { __metadata: expect.anything(), AmountFC: 100, GLAccount: revenueIn(world) },
      { __metadata: expect.anything(), AmountFC: 50, GLAccount: revenueIn(world) },
    ];
    expect(row?.['SalesEntryLines']).toEqual(exactListForm === 'array' ? lines : { results: lines });
    const [whole] = rowsIn(await entry(id, { $select: 'SalesEntryLines', $expand: 'SalesEntryLines' }));
    expect(JSON.stringify(whole)).toContain('"Description":"Tweede"');
    const [none] = rowsIn(await entry(id, { $select: 'EntryID', $expand: 'SalesEntryLines' }));
    expect(none).not.toHaveProperty('SalesEntryLines');
  });

  test('are a link where they are not expanded, and the link holds them', async () => {
    const id = await book();
    const [row] = rowsIn(await entry(id, { $select: 'SalesEntryLines' }));
    const uri = linkIn(row, 'SalesEntryLines');
    const lines = rowsIn(await world.call(uri));
    expect(lines.map((line) => [line['LineNumber'], line['AmountFC'], line['EntryID']])).toEqual([
      [1, 100, id],
      [2, 50, id],
    ]);
    const $filter = `EntryID eq guid'${id}' and AmountFC gt 60`;
    expect(rowsIn(await world.get('salesentry/SalesEntryLines', { $select: 'AmountFC', $filter }))).toMatchObject([
      { AmountFC: 100 },
    ]);
    const elsewhere = uri.replace(id, crypto.randomUUID());
    expect((await world.call(elsewhere)).status).toBe(404);
    expect((await world.call(uri.replace(/SalesEntryLines$/, 'Lines'))).status).toBe(404);
  });

  test('are a link in spite of $expand where Exact does not expand', async () => {
    await reopen({ switches: { exactExpand: false } });
    const [row] = rowsIn(
      await entry(await book(), { $select: 'SalesEntryLines/AmountFC', $expand: 'SalesEntryLines' }),
    );
    expect(linkIn(row, 'SalesEntryLines')).toMatch(/\/SalesEntryLines$/);
  });

  test.each([
    ['without $expand', { $select: 'EntryID,SalesEntryLines/AmountFC' }],
    ['by a property that lines do not have', { $select: 'SalesEntryLines/Nmae', $expand: 'SalesEntryLines' }],
    ['deeper', { $select: 'SalesEntryLines/AmountFC/X', $expand: 'SalesEntryLines' }],
    ['beside others', { $select: 'EntryID', $expand: 'SalesEntryLines,Customer' }],
    ['in a filter', { $select: 'EntryID', $filter: "SalesEntryLines eq 'x'" }],
  ])('are refused %s', async (_, query) => {
    expect((await world.get('salesentry/SalesEntries', query)).status).toBe(400);
  });
});

describe('forms', () => {
  test('dates are written in milliseconds, codes and percentages as switched', async () => {
    const periods = rowsIn(
      await world.get('financial/FinancialPeriods', { $select: 'EndDate', $filter: 'FinYear eq 2026' }),
    );
    expect(periods.map((row) => dayOf(row['EndDate'])).slice(0, 2)).toEqual(['2026-01-31', '2026-02-28']);
    const vatCode = async () => rowsIn(await world.get('vat/VATCodes', { $select: 'Code,Percentage' }))[0];
    expect(await vatCode()).toMatchObject({ Code: '4  ', Percentage: 0.21 });
    Object.assign(world.switches, { vatCodePadded: false, vatPercentage: 'percent' });
    expect(await vatCode()).toMatchObject({ Code: '4', Percentage: 21 });
  });

  test('without Accept: application/json the answer is XML', async () => {
    const url = `https://${world.host}/api/v1/${world.division}/crm/Accounts`;
    const query = new URLSearchParams({ $select: 'Name', $filter: "startswith(Name,'A & <B>')" });
    world.exact.ledger.putAccount(null, { Name: 'A & <B>' });
    for (const accept of ['*/*', 'application/atom+xml']) {
      const answer = await world.call(`${url}?${query}`, { headers: { accept } });
      expect(answer.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
      expect(answer.text).toMatch(/<feed .*<d:Name>A &#38; &#60;B&#62;<\/d:Name>/);
    }
    const refused = await world.call(url, { headers: { accept: '*/*' } });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/<error .*Select is mandatory/);
    const { size } = world.exact.ledger.accounts;
    const created = await world.post('crm/Accounts', { Name: 'In XML' }, { accept: '*/*' });
    expect(created.text).toMatch(/<entry .*<d:Name>In XML<\/d:Name>/);
    expect(world.exact.ledger.accounts.size).toBe(size + 1);
  });
});

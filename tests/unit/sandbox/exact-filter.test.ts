import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExactWorld, openWorld, rowsIn } from './exact-world.ts';

let world: ExactWorld;
let ids: readonly string[];

beforeAll(async () => {
  world = await openWorld();
  ids = seed();
});
beforeEach(() => world.freshHour());
afterAll(() => world.close());

const MOMENTS = ['10:00:00.000', '10:00:00.250', '10:00:01.000'];

/** Three accounts beside the ones that were there, told apart by Remarks. */
function seed(): string[] {
  const { ledger } = world.exact;
  const bodies = [
    { Name: "Café 't Hof", SearchCode: 'A', CreditLineSales: 10, IsPurchase: true },
    { Name: 'Bakkerij 100%', SearchCode: 'B', CreditLineSales: 20.5 },
    { Name: 'bakkerij of brood', SearchCode: 'C', CreditLineSales: -3, Email: 'a@x.example' },
  ];
  return bodies.map((body, index) => {
    const account = ledger.putAccount(null, { Remarks: 'seed', ...body });
    ledger.accounts.set(account.id, { ...account, modified: Date.parse(`2030-01-01T${MOMENTS[index]}Z`) });
    return account.id;
  });
}

/** The values of one property of the accounts that a filter lets through. */
async function accountsWhere($filter: string, property = 'Name'): Promise<unknown[]> {
  const answer = await world.get('crm/Accounts', { $select: property, $filter });
  expect(answer.status).toBe(200);
  return rowsIn(answer).map((row) => row[property]);
}

describe('$filter', () => {
  test.each([
    ["Name eq 'Café ''t Hof'", 'A'],
    ["Name ne 'Café ''t Hof'", 'BC'],
    ["Name gt 'Bakkerij 100%'", 'AC'],
    ["SearchCode ge 'B'", 'BC'],
    ["SearchCode lt 'B'", 'A'],
    ["SearchCode le 'B'", 'AB'],
    ['CreditLineSales eq 20.5', 'B'],
    ['CreditLineSales gt -3', 'AB'],
    ['CreditLineSales ge -3', 'ABC'],
    ['CreditLineSales lt 10', 'C'],
    ['CreditLineSales le 10L', 'AC'],
    ['Email eq null', 'AB'],
    ['Email ne null', 'C'],
    ["Email ne 'a@x.example'", 'AB'],
    ["Email gt 'a'", 'C'],
    ['IsPurchase eq true', 'A'],
    ['IsPurchase ne true', 'BC'],
    ["Modified gt datetime'2030-01-01T10:00:00'", 'BC'],
    ["Modified gt datetime'2030-01-01T10:00:00.249'", 'BC'],
    ["Modified gt datetime'2030-01-01T10:00:00.25'", 'C'],
    ["Modified ge datetime'2030-01-01T10:00:00.250'", 'BC'],
    ["Modified lt datetime'2030-01-01T10:00'", ''],
    ["Modified ge datetime'2030-01-01'", 'ABC'],
    ["substringof('bakkerij',Name)", 'BC'],
    ["substringof('bakkerij', Name) eq false", 'A'],
    ["startswith(Name,'bakkerij of')", 'C'],
    ["startswith(Name,'bakkerij') eq true and CreditLineSales gt 0", 'B'],
    ["SearchCode eq 'A' or SearchCode eq 'B' and CreditLineSales lt 0", 'A'],
    ["(SearchCode eq 'A' or SearchCode eq 'B') and CreditLineSales gt 10", 'B'],
    ["((SearchCode eq 'A')) or (SearchCode eq 'C')", 'AC'],
  ])('%s', async ($filter, expected) => {
    expect((await accountsWhere(`Remarks eq 'seed' and (${$filter})`, 'SearchCode')).join('')).toBe(expected);
  });

  test('by an id, in small or capital letters, and by a code with its blanks', async () => {
    expect(await accountsWhere(`ID eq guid'${ids[1]}'`)).toEqual(['Bakkerij 100%']);
    expect(await accountsWhere(`ID eq guid'${ids[1]?.toUpperCase()}'`)).toEqual(['Bakkerij 100%']);
    const [code] = await accountsWhere(`ID eq guid'${ids[1]}'`, 'Code');
    expect(code).toMatch(/^ +\d+$/);
    expect(String(code)).toHaveLength(18);
    expect(await accountsWhere(`Code eq '${code}'`)).toEqual(['Bakkerij 100%']);
    expect(await accountsWhere(`Code eq '${String(code).trim()}'`)).toEqual([]);
  });

  test('finds any name by its literal, quotes doubled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (name) => {
        await world.freshHour();
        const { id } = world.exact.ledger.putAccount(null, { Name: name });
        const $filter = `Name eq '${name.replaceAll("'", "''")}'`;
        expect(await accountsWhere($filter, 'ID')).toContain(id);
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    "Nmae eq 'x'",
    "name eq 'x'",
    "Name = 'x'",
    "Name like 'x'",
    "Name eq 'x",
    "Name eq 'x' and",
    "Name eq 'x' Name eq 'y'",
    "(Name eq 'x'",
    "Name eq 'x')",
    'Name eq "x"',
    "not Name eq 'x'",
    "tolower(Name) eq 'x'",
    "substringof(Name,'x')",
    "startswith('x',Name)",
    "startswith(CreditLineSales,'1')",
    "startswith(Name,'x') eq 1",
    "'x' eq Name",
    'Name eq SearchCode',
    'Name eq 12',
    "ID eq '9d4a3c0e-0000-4000-8000-000000000000'",
    "ID eq guid'9d4a3c0e'",
    "ID gt guid'9d4a3c0e-0000-4000-8000-000000000000'",
    "Modified gt '2026-01-01'",
    "Modified gt datetime'2026-13-01'",
    "Modified gt datetime'yesterday'",
    'Modified gt null',
    "CreditLineSales gt '10'",
    'Blocked eq 1',
    'Blocked gt false',
    "BankAccounts eq 'x'",
    '',
  ])('refuses %s', async ($filter) => {
    expect((await world.get('crm/Accounts', { $select: 'ID', $filter })).status).toBe(400);
  });
});

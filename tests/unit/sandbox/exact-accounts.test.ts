import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customerIn, type ExactWorld, entityIn, type Fields, openWorld, refusalIn, rowsIn } from './exact-world.ts';

let world: ExactWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const read = async (id: unknown): Promise<Fields> => entityIn(await world.get(`crm/Accounts(guid'${id}')`));
const create = async (body: Fields): Promise<Fields> => entityIn(await world.post('crm/Accounts', body));

test('the books open with the customers that are known, suppliers, and one who is no customer', async () => {
  const query = { $select: 'Name,Status,Blocked,IsSupplier,IsSales,Code', $filter: 'Timestamp gt 0L' };
  const rows = rowsIn(await world.get('sync/CRM/Accounts', query));
  const known = world.business.customers.filter(({ inExact }) => inExact !== 'no');
  const customers = rows.filter((row) => row['Status'] === 'C');
  expect(customers.map((row) => [row['Name'], row['Blocked'], row['IsSales']])).toEqual(
    known.flatMap(({ name, inExact }) => {
      const told = [name, inExact === 'blocked', true];
      return inExact === 'twice' ? [told, told] : [told];
    }),
  );
  const others = rows.filter((row) => row['Status'] !== 'C');
  expect(others.map((row) => row['IsSupplier'])).toEqual([true, true, true, false]);
  expect(new Set(rows.map((row) => row['Code'])).size).toBe(rows.length);
});

describe('a new account', () => {
  test('is told in full, with a code of its own', async () => {
    const account = await create({ Name: 'Nieuw', Status: 'C', VATNumber: 'BE0899623035', Remarks: null });
    expect(account).toMatchObject({
      Name: 'Nieuw',
      Status: 'C',
      IsSales: true,
      Blocked: false,
      VATNumber: 'BE0899623035',
      Division: world.division,
      Created: expect.stringMatching(/^\/Date\(\d+\)\/$/),
      BankAccounts: { __deferred: { uri: expect.stringMatching(/BankAccounts$/) } },
    });
    expect(account['Code']).toMatch(/^ {10,}\d+$/);
    expect(await read(account['ID'])).toEqual(account);
    expect(await create({ Name: 'Nog een' })).toMatchObject({ Status: null, IsSales: false });
    const defaults = { PaymentConditionSales: '30', SalesVATCode: '2' };
    expect(await create({ Name: 'Derde', ...defaults })).toMatchObject({ ...defaults, SalesVATCode: '2  ' });
  });

  test('takes a code, pads it, and gives the next one after it', async () => {
    expect(await create({ Name: 'A', Code: '5000' })).toMatchObject({ Code: '5000'.padStart(18) });
    expect(await create({ Name: 'B' })).toMatchObject({ Code: '5001'.padStart(18) });
    expect(refusalIn(await world.post('crm/Accounts', { Name: 'C', Code: '5000' }))).toBe(
      '400 Already exists - Code: 5000',
    );
  });

  test.each([
    [{}, 'Mandatory: Name'],
    [{ Name: null }, 'Mandatory: Name'],
    [{ Name: '' }, 'Mandatory: Name'],
    [{ Name: 'x', Status: 'X' }, 'Invalid: Status X'],
    [{ Name: 'x', Country: 'België' }, 'Invalid reference: Country België'],
    [{ Name: 'x', Country: 'be' }, 'Invalid reference: Country be'],
    [{ Name: 'x', PaymentConditionSales: 'ZZ' }, 'Invalid reference: Payment condition ZZ'],
    [{ Name: 'x', SalesVATCode: 'ZZ' }, 'Invalid reference: VAT code ZZ'],
    [{ Name: 'x', SalesCurrency: 'XXX' }, 'Invalid reference: Currency XXX'],
    [{ Name: 'x', Code: '1234567890123456789' }, 'Invalid: Code 1234567890123456789'],
  ])('%j is refused', async (body, words) => {
    const { size } = world.exact.ledger.accounts;
    expect(refusalIn(await world.post('crm/Accounts', body))).toBe(`400 ${words}`);
    expect(world.exact.ledger.accounts.size).toBe(size);
  });
});

describe('a changed account', () => {
  test('keeps what is not named, and moves to the end of the changes', async () => {
    const id = customerIn(world);
    const before = await read(id);
    const $select = 'ID,Timestamp';
    const all = rowsIn(await world.get('sync/CRM/Accounts', { $select, $filter: 'Timestamp gt 0L' }));
    const newest = String(all.at(-1)?.['Timestamp']);
    world.clock.advance(5000);
    expect((await world.put(`crm/Accounts(guid'${id}')`, { Email: 'new@x.example', Phone: null })).status).toBe(204);
    const { Modified, ...after } = await read(id);
    expect(after).toEqual({ ...before, Modified: undefined, Email: 'new@x.example', Phone: null });
    expect(Modified).not.toBe(before['Modified']);
    const since = { $select, $filter: `Timestamp gt ${newest}L` };
    expect(rowsIn(await world.get('sync/CRM/Accounts', since)).map((row) => row['ID'])).toEqual([id]);
  });

  test('cannot lose its name, nor take the code of another', async () => {
    const [first, second] = [...world.exact.ledger.accounts.values()];
    const change = (body: Fields) => world.put(`crm/Accounts(guid'${first?.id}')`, body);
    expect(refusalIn(await change({ Name: '' }))).toBe('400 Mandatory: Name');
    expect(refusalIn(await change({ Code: second?.fields['Code'] }))).toMatch(/^400 Already exists - Code/);
    expect((await change({ Code: first?.fields['Code'] })).status).toBe(204);
  });
});

describe('contacts and bank accounts', () => {
  test('are added to an account, and changed', async () => {
    const Account = customerIn(world);
    const contact = entityIn(
      await world.post('crm/Contacts', { Account, FirstName: 'An', LastName: 'Maes', BirthDate: '1980-02-29' }),
    );
    expect(contact).toMatchObject({ FullName: 'An Maes', AccountIsCustomer: true, BirthDate: '/Date(320630400000)/' });
    expect((await world.put(`crm/Contacts(guid'${contact['ID']}')`, { FirstName: null })).status).toBe(204);
    const $filter = `Account eq guid'${Account}'`;
    expect(rowsIn(await world.get('crm/Contacts', { $select: 'FullName', $filter }))).toMatchObject([
      { FullName: 'Maes' },
    ]);

    const bankAccount = entityIn(await world.post('crm/BankAccounts', { Account, BankAccount: 'BE71096123456769' }));
    expect(bankAccount).toMatchObject({ Main: false, Type: 'A' });
    expect((await world.put(`crm/BankAccounts(guid'${bankAccount['ID']}')`, { Main: true })).status).toBe(204);
    const rows = rowsIn(await world.get('crm/BankAccounts', { $select: 'BankAccount,Main', $filter }));
    expect(rows.at(-1)).toMatchObject({ BankAccount: 'BE71096123456769', Main: true });
  });

  test.each([
    ['crm/Contacts', { LastName: 'Maes' }, 'Mandatory: Account'],
    [
      'crm/Contacts',
      { Account: '9d4a3c0e-0000-4000-8000-000000000000', LastName: 'Maes' },
      'Invalid reference: Account',
    ],
    ['crm/BankAccounts', { BankAccount: 'BE71096123456769' }, 'Mandatory: Account'],
  ])('POST %s %j is refused', async (endpoint, body, words) => {
    expect(refusalIn(await world.post(endpoint, body))).toBe(`400 ${words}`);
  });

  test('are nothing without a name or a number', async () => {
    const Account = customerIn(world);
    expect(refusalIn(await world.post('crm/Contacts', { Account, FirstName: '' }))).toBe('400 Mandatory: Last name');
    expect(refusalIn(await world.post('crm/BankAccounts', { Account }))).toBe('400 Mandatory: Bank account');
  });
});

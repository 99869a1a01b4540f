import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import {
  book,
  bookLine,
  customerIn,
  dayOf,
  type ExactWorld,
  entityIn,
  entryBody,
  type Fields,
  lineBody,
  openWorld,
  refusalIn,
  revenueIn,
  rowsIn,
  sendEntry,
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

const ENTRIES = 'salesentry/SalesEntries';
const NOBODY = '9d4a3c0e-0000-4000-8000-000000000000';
const send = (changes: Fields = {}) => sendEntry(world, changes);
const booked = (changes: Fields = {}) => book(world, changes);
const refusal = async (changes: Fields): Promise<string> => refusalIn(await send(changes));

describe('an entry', () => {
  test('is told in full, and stands there as it was sent', async () => {
    const body = entryBody(world, {
      DueDate: '2026-12-24T00:00:00',
      YourRef: '2026 / 12',
      Description: 'Factuur 2026 / 12',
      PaymentReference: '+++084/2613/66074+++',
      ExternalLinkReference: 'https://focus.teamleader.eu/invoice_detail.php?id=1',
      OrderNumber: 12,
    });
    const entry = entityIn(await world.post(ENTRIES, body, { prefer: 'return=representation' }));
    expect(entry).toMatchObject({
      EntryID: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Customer: customerIn(world),
      Journal: '70',
      YourRef: '2026 / 12',
      Description: 'Factuur 2026 / 12',
      PaymentReference: '+++084/2613/66074+++',
      ExternalLinkReference: 'https://focus.teamleader.eu/invoice_detail.php?id=1',
      OrderNumber: 12,
      Currency: 'EUR',
      Rate: 1,
      AmountFC: 121,
      AmountDC: 121,
      VATAmountFC: 21,
      Type: 20,
      Status: 20,
      ReportingYear: 2026,
      ReportingPeriod: 11,
      Division: world.division,
    });
    expect([dayOf(entry['EntryDate']), dayOf(entry['DueDate'])]).toEqual(['2026-11-02', '2026-12-24']);
    expect(entry['SalesEntryLines']).toMatchObject({ results: [{ AmountFC: 100, VATAmountFC: 21, LineNumber: 1 }] });
    const again = entityIn(await world.get(`${ENTRIES}(guid'${entry['EntryID']}')`));
    expect({ ...again, SalesEntryLines: null }).toEqual({ ...entry, SalesEntryLines: null });
  });

  test('comes back with a link for its lines where nobody asks for them, or Exact does not expand', async () => {
    const bare = entityIn(await world.post(ENTRIES, entryBody(world)));
    expect(bare['SalesEntryLines']).toHaveProperty('__deferred');
    world.switches.exactExpand = false;
    expect((await booked())['SalesEntryLines']).toHaveProperty('__deferred');
  });

  test('is dated today, in its own currency, when nothing else is said', async () => {
    world.exact.closePeriodsBefore('2020-01-01');
    const entry = await booked({ EntryDate: null, ReportingYear: 2026, ReportingPeriod: 3 });
    expect(dayOf(entry['EntryDate'])).toBe(new Date(world.clock.now()).toISOString().slice(0, 10));
    expect(entry).toMatchObject({ Currency: 'EUR', ReportingYear: 2026, ReportingPeriod: 3 });
  });

  test('is of type 21 when its total is negative, as far as Exact goes by the sign', async () => {
    const credit = { Journal: '71', SalesEntryLines: [lineBody(world, { AmountFC: -100 })] };
    expect(await booked(credit)).toMatchObject({ AmountFC: -121, Type: 21 });
    world.switches.exactTypeFromSign = false;
    expect(await booked(credit)).toMatchObject({ AmountFC: -121, Type: 20 });
  });
});

describe('what an entry wants', () => {
  test.each([
    ['no journal', { Journal: null }, 'Mandatory: Journal'],
    ['an unknown journal', { Journal: '99' }, 'Invalid reference: Journals'],
    ['a journal that is not for sales', { Journal: '60' }, 'Invalid reference: Journals'],
    ['a blocked journal', { Journal: '69' }, 'Journal 69 is blocked.'],
    ['no customer', { Customer: null }, 'Mandatory: Account'],
    ['an unknown customer', { Customer: NOBODY }, 'Invalid reference: Account'],
    ['no lines', { SalesEntryLines: [] }, 'Mandatory: SalesEntryLines'],
    ['an unknown payment condition', { PaymentCondition: 'ZZ' }, 'Invalid reference: Payment condition ZZ'],
    ['an unknown document', { Document: NOBODY }, 'Invalid reference: Document'],
    ['an unknown currency', { Currency: 'XXX' }, 'Invalid reference: Currency XXX'],
    ['a rate where there is none to be', { Rate: 1.1 }, 'Invalid: Rate'],
    ['a rate of nothing', { Currency: 'USD', Rate: 0 }, 'Invalid: Rate'],
    ['a year that does not exist', { EntryDate: '2031-01-01' }, 'Unknown: Financial year (Period-date table)'],
    ['a period that does not exist', { ReportingPeriod: 13 }, 'Unknown: Financial year (Period-date table)'],
    ['a closed period', { EntryDate: '2026-01-31' }, 'Period closed: 2026 - 1'],
    ['a closed reporting period', { ReportingPeriod: 1 }, 'Period closed: 2026 - 1'],
    ['a reference too long', { YourRef: 'x'.repeat(31) }, "The value of 'YourRef' is too long: at most 30 characters."],
    [
      'a description too long',
      { Description: 'x'.repeat(61) },
      "The value of 'Description' is too long: at most 60 characters.",
    ],
  ])('%s is refused', async (_, changes, words) => {
    const { size } = world.exact.ledger.entries;
    expect(await refusal(changes)).toBe(`400 ${words}`);
    expect(world.exact.ledger.entries.size).toBe(size);
  });

  test('no lines at all, and a journal by its id, are refused', async () => {
    const { SalesEntryLines: _, ...bare } = entryBody(world);
    expect(refusalIn(await world.post(ENTRIES, bare))).toBe('400 Mandatory: SalesEntryLines');
    const journal = world.business.journals.find(({ code }) => code === '70');
    expect(await refusal({ Journal: journal?.id })).toBe('400 Invalid reference: Journals');
  });

  test('an account that is no customer, and one that is blocked, are refused', async () => {
    const idWhere = (name: string, value: unknown) =>
      [...world.exact.ledger.accounts.values()].find(({ fields }) => fields[name] === value)?.id;
    expect(await refusal({ Customer: idWhere('Status', null) })).toBe('400 Invalid: Customer (Type)');
    world.exact.ledger.putAccount(null, { Name: 'Verdacht', Status: 'S', Blocked: false });
    expect(await refusal({ Customer: idWhere('Status', 'S') })).toBe('400 Invalid: Customer (Type)');
    world.exact.ledger.putAccount(null, { Name: 'Wanbetaler', Status: 'C', Blocked: true });
    expect(await refusal({ Customer: idWhere('Name', 'Wanbetaler') })).toBe('400 Account blocked: Wanbetaler');
  });

  test('the longest texts that go are kept whole', async () => {
    const texts = { YourRef: 'r'.repeat(30), Description: 'd'.repeat(60) };
    expect(await booked(texts)).toMatchObject(texts);
  });
});

describe('a line', () => {
  test.each([
    ['no G/L account', { GLAccount: null }, 'Mandatory: G/L Account'],
    ['an unknown G/L account', { GLAccount: NOBODY }, `Not found: Account (${NOBODY}) - G/L Account: Sales`],
    ['no amount', { AmountFC: null }, 'Mandatory: Amount'],
    ['an unknown VAT code', { VATCode: 'ZZ' }, 'Invalid reference: VAT code ZZ'],
    ['a blocked VAT code', { VATCode: '15' }, 'VAT code 15 is blocked.'],
    ['a VAT code for purchases', { VATCode: '31' }, 'Invalid: VAT code 31 (Type)'],
    [
      'VAT where there is none',
      { VATCode: '0', VATAmountFC: 0.01 },
      'Invalid: VAT amount, there is no VAT under this VAT code.',
    ],
    [
      'a description too long',
      { Description: 'x'.repeat(61) },
      "The value of 'Description' is too long: at most 60 characters.",
    ],
  ])('with %s is refused', async (_, changes, words) => {
    expect(await refusal({ SalesEntryLines: [lineBody(world), lineBody(world, changes)] })).toBe(`400 ${words}`);
  });

  test('on a blocked G/L account is refused', async () => {
    const blocked = world.business.glAccounts.find(({ isBlocked }) => isBlocked);
    const words = `400 G/L Account ${blocked?.code} is blocked.`;
    expect(await refusal({ SalesEntryLines: [lineBody(world, { GLAccount: blocked?.id })] })).toBe(words);
  });

  test('with an id of another division is taken, and loses it', async () => {
    const [foreign] = world.exact.practiceLedger.books.glAccounts;
    expect(await bookLine(world, { GLAccount: foreign?.id })).toMatchObject({ GLAccount: null, AmountFC: 100 });
    const elsewhere = `https://${world.host}/api/v1/${world.division + 1}/financial/GLAccounts?$select=ID&$filter=ID ne null`;
    expect(rowsIn(await world.call(elsewhere)).map((row) => row['ID'])).toContain(foreign?.id);
  });

  test('keeps what else is said of it', async () => {
    const line = { GLAccount: revenueIn(world), Quantity: 3, Description: 'Advies' };
    expect(await bookLine(world, line)).toMatchObject(line);
  });
});

describe('the entry number', () => {
  const number = async (changes: Fields = {}) => (await booked(changes))['EntryNumber'];

  test('is the one that is given, once in a journal and year', async () => {
    expect(await number({ EntryNumber: 26_999_001 })).toBe(26_999_001);
    const { size } = world.exact.ledger.entries;
    expect(await refusal({ EntryNumber: 26_999_001 })).toBe('400 Already exists - Entry number: 26999001, Journal: 70');
    expect(world.exact.ledger.entries.size).toBe(size);
    expect(await number({ EntryNumber: 26_999_001, Journal: '71' })).toBe(26_999_001);
    world.exact.closePeriodsBefore('2025-01-01');
    expect(await number({ EntryNumber: 26_999_001, EntryDate: '2025-12-31' })).toBe(26_999_001);
  });

  test('is taken in all years where Exact counts so', async () => {
    await reopen({ switches: { entryNumberUnique: 'journal' } });
    world.exact.closePeriodsBefore('2025-01-01');
    await number({ EntryNumber: 26_999_001 });
    const lastYear = { EntryNumber: 26_999_001, EntryDate: '2025-12-31' };
    expect(await refusal(lastYear)).toBe('400 Already exists - Entry number: 26999001, Journal: 70');
  });

  test('is the next one of the journal and year when none is given', async () => {
    const first = Number(await number());
    expect(await number()).toBe(first + 1);
    await number({ EntryNumber: first + 100 });
    expect(await number()).toBe(first + 101);
    expect(await number({ Journal: '71' })).toBe(26_710_001);
  });

  test('must be a number, and be allowed', async () => {
    expect(await refusal({ EntryNumber: 0 })).toBe('400 Invalid: Entry number 0');
    world.switches.entryNumberPostable = false;
    expect(await refusal({ EntryNumber: 5 })).toBe('400 Not allowed: Entry number, Journal: 70');
    await booked();
  });
});

describe('a change of an entry', () => {
  const address = (entry: Fields) => `${ENTRIES}(guid'${entry['EntryID']}')`;
  const change = (entry: Fields, body: Fields) => world.put(address(entry), body);
  const read = async (entry: Fields) => entityIn(await world.get(address(entry)));

  test('keeps what is not named', async () => {
    const entry = await booked({ YourRef: 'A', PaymentCondition: '30', OrderNumber: 5, Document: null });
    world.clock.advance(2000);
    expect((await change(entry, { YourRef: 'B' })).status).toBe(204);
    const { Modified, SalesEntryLines: _, ...after } = await read(entry);
    expect(after).toEqual({ ...entry, Modified: undefined, SalesEntryLines: undefined, YourRef: 'B' });
    expect(Modified).not.toBe(entry['Modified']);
    await change(entry, { EntryDate: '2026-10-02' });
    const moved = await read(entry);
    expect([dayOf(moved['DueDate']), moved['ReportingPeriod']]).toEqual(['2026-11-01', 10]);
  });

  test.each([
    [{ EntryNumber: 5 }, 'Not allowed: change of EntryNumber'],
    [{ Journal: '71' }, 'Not allowed: change of Journal'],
    [{ Currency: 'USD' }, 'Not allowed: change of Currency'],
    [{ SalesEntryLines: [] }, 'Not allowed: change of SalesEntryLines'],
    [{ Customer: NOBODY }, 'Invalid reference: Account'],
    [{ EntryDate: '2026-01-05' }, 'Period closed: 2026 - 1'],
    [{ YourRef: 'x'.repeat(31) }, "The value of 'YourRef' is too long: at most 30 characters."],
  ])('to %j is refused', async (body, words) => {
    expect(refusalIn(await change(await booked(), body))).toBe(`400 ${words}`);
  });

  test('is refused once the period is closed or the entry is paid, and so is its deletion', async () => {
    const paid = await booked();
    const standing = await booked();
    world.exact.bookkeeper.reconcile(String(paid['EntryID']), '2026-11-10');
    for (const act of [change(paid, { YourRef: 'B' }), world.remove(address(paid))]) {
      expect(refusalIn(await act)).toBe('400 Not allowed: the entry is processed.');
    }
    world.exact.closePeriodsBefore('2026-12-01');
    for (const act of [change(standing, { YourRef: 'B' }), world.remove(address(standing))]) {
      expect(refusalIn(await act)).toBe('400 Period closed: 2026 - 11');
    }
  });

  test('can be its end', async () => {
    const entry = await booked({ EntryNumber: 26_999_001 });
    expect((await world.remove(address(entry))).status).toBe(204);
    expect((await world.get(address(entry))).status).toBe(404);
    expect((await world.remove(address(entry))).status).toBe(404);
    await booked({ EntryNumber: 26_999_001 });
  });
});

test('what changed is found by its moment, to the millisecond', async () => {
  const first = await booked();
  world.clock.advance(2);
  const second = await booked();
  const moment = (entry: Fields) =>
    new Date(Number(/\d+/.exec(String(entry['Modified']))?.[0])).toISOString().slice(0, -1);
  const since = async (text: string) =>
    rowsIn(await world.get(ENTRIES, { $select: 'EntryID', $filter: `Modified gt datetime'${text}'` })).map(
      (row) => row['EntryID'],
    );
  expect(await since(moment(first))).toEqual([second['EntryID']]);
  expect(await since(moment(second))).toEqual([]);
});

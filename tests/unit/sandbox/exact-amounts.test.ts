import Big from 'big.js';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dueDate } from '../../sandbox/exact/write/due-date.ts';
import {
  book,
  bookLine,
  customerIn,
  dayOf,
  type ExactWorld,
  type Fields,
  lineBody,
  linesOf,
  openWorld,
  refusalIn,
  sendEntry,
} from './exact-world.ts';

let world: ExactWorld;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const refusalOf = async (changes: Fields): Promise<string> => refusalIn(await sendEntry(world, changes));

describe('VAT', () => {
  test.each([
    ['on top', { VATCode: '4', AmountFC: 100 }, 100, 21],
    ['on top, half a cent up', { VATCode: '4', AmountFC: 0.5 }, 0.5, 0.11],
    ['on top, half a cent down when negative', { VATCode: '4', AmountFC: -0.5 }, -0.5, -0.11],
    ['on top, as it is given', { VATCode: '4', AmountFC: 100, VATAmountFC: 20.99 }, 100, 20.99],
    ['at nothing per cent', { VATCode: '5', AmountFC: 100 }, 100, 0],
    ['taken out of the amount', { VATCode: '14', AmountFC: 121 }, 100, 21],
    ['taken out, as it is given', { VATCode: '14', AmountFC: 121, VATAmountFC: 20.99 }, 100.01, 20.99],
    ['none under a code without VAT', { VATCode: '0', AmountFC: 100, VATAmountFC: 0 }, 100, 0],
    ['none without a code', { VATCode: null, AmountFC: 100 }, 100, 0],
    ['by a padded code', { VATCode: '4  ', AmountFC: 100 }, 100, 21],
    ['of an amount that is rounded first', { VATCode: '4', AmountFC: 10.005 }, 10.01, 2.1],
  ])('is %s', async (_, line, AmountFC, VATAmountFC) => {
    expect(await bookLine(world, line)).toMatchObject({ AmountFC, VATAmountFC });
  });

  test('goes by the customer where no code is given', async () => {
    const id = customerIn(world);
    world.exact.ledger.putAccount(id, { SalesVATCode: '2' });
    expect(await bookLine(world, { VATCode: undefined })).toMatchObject({ VATCode: '2  ', VATAmountFC: 6 });
    world.exact.ledger.putAccount(id, { SalesVATCode: null });
    expect(await bookLine(world, { VATCode: undefined })).toMatchObject({ VATCode: null, VATAmountFC: 0 });
  });

  test('and net add up to the total of the entry, whatever the lines', async () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((amount) => amount / 100);
    const line = fc.record({ AmountFC: cents, VATCode: fc.constantFrom('4', '2', '5', '14', '0') });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        await world.freshHour();
        const entry = await book(world, { SalesEntryLines: lines.map((one) => lineBody(world, one)) });
        const rows = await linesOf(world, entry);
        const sum = (name: string) => rows.reduce((all, row) => all.plus(String(row[name])), new Big(0));
        expect(entry['VATAmountFC']).toBe(sum('VATAmountFC').toNumber());
        expect(entry['AmountFC']).toBe(sum('AmountFC').plus(sum('VATAmountFC')).toNumber());
        const inclusive = lines.filter(({ VATCode }) => VATCode === '14');
        const net = rows.filter((_, index) => lines[index]?.VATCode === '14');
        for (const [index, { AmountFC }] of inclusive.entries()) {
          const [part, vat] = [String(net[index]?.['AmountFC']), String(net[index]?.['VATAmountFC'])];
          expect(new Big(part).plus(vat).toNumber()).toBeCloseTo(AmountFC, 10);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('the due date', () => {
  test.each([
    ['2026-01-17', 0, 2, '2026-03-31'],
    ['2026-01-17', 15, 2, '2026-04-15'],
    ['2026-01-31', 0, 1, '2026-02-28'],
    ['2026-12-15', 30, 1, '2027-03-02'],
    ['2026-11-02', 30, 0, '2026-12-02'],
    ['2026-11-02', 0, 0, '2026-11-02'],
  ])('of %s with %d days and %d ends of months is %s', (date, days, endOfMonths, due) => {
    expect(dueDate(date, { days, endOfMonths })).toBe(due);
  });

  test('goes by what is given, else by the condition, else by the customer’s own', async () => {
    const due = async (changes: Fields) => {
      const entry = await book(world, changes);
      return [dayOf(entry['DueDate']), entry['PaymentCondition']];
    };
    world.exact.ledger.putAccount(customerIn(world), { PaymentConditionSales: '14' });
    expect(await due({ DueDate: '2026-11-30', PaymentCondition: '30' })).toEqual(['2026-11-30', '30']);
    expect(await due({ PaymentCondition: '30' })).toEqual(['2026-12-02', '30']);
    expect(await due({})).toEqual(['2026-11-16', '14']);
    world.exact.ledger.putAccount(customerIn(world), { PaymentConditionSales: null });
    expect(await due({})).toEqual(['2026-11-02', null]);
  });
});

describe('a foreign currency', () => {
  test.each([
    [{ Currency: 'USD' }, 0.92, 111.32],
    [{ Currency: 'USD', Rate: 0.9 }, 0.9, 108.9],
    [{ Currency: 'JPY' }, 0.0061, 0.74],
  ])('%j goes at rate %d: 121 of it are %d at home', async (changes, Rate, AmountDC) => {
    expect(await book(world, changes)).toMatchObject({ Rate, AmountFC: 121, AmountDC });
  });

  test('has the digits of its own', async () => {
    expect(await bookLine(world, { AmountFC: 10.4 }, { Currency: 'JPY' })).toMatchObject({
      AmountFC: 10,
      VATAmountFC: 2,
    });
  });

  test('and its rate are for the journal to allow', async () => {
    const journal = world.exact.ledger.books.journals.find(({ code }) => code === '70');
    if (journal === undefined) throw new Error('There is no journal 70.');
    Object.assign(journal, { allowVariableExchangeRate: false });
    expect(await refusalOf({ Currency: 'USD', Rate: 0.9 })).toBe('400 Not allowed: Rate, Journal: 70');
    await book(world, { Currency: 'USD', Rate: 0.92 });
    await book(world, { Currency: 'USD' });
    Object.assign(journal, { allowVariableCurrency: false });
    expect(await refusalOf({ Currency: 'USD' })).toBe('400 Not allowed: Currency USD, Journal: 70');
    await book(world);
  });
});

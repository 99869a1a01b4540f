import { describe, expect, it } from 'vitest';
import { provenRateUse } from '../../../lib/accounting/exchange-rate.ts';
import type { BookedEntry, Journal, SalesDocument } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import {
  big,
  CONNECTION,
  causeOf,
  line,
  linesOf,
  must,
  plainInvoice,
  REFERENCE,
  standing,
  surroundings,
} from './builders.ts';

const plan = (document: SalesDocument, connection: Connection = CONNECTION) =>
  planEntry(document, REFERENCE, connection, surroundings());

const planned = (document: SalesDocument) => linesOf(must(plan(document)));

const withJournal = (invoices: string): Connection => ({ ...CONNECTION, journals: { invoices, creditNotes: '71' } });

describe('the currency', () => {
  const dollars = (change: Partial<SalesDocument> = {}) =>
    plainInvoice({ currency: 'USD', exchangeRate: { from: 'USD', to: 'EUR', rate: big('0.92') }, ...change });
  const withOwnCurrency = (currency: string) => ({
    ...REFERENCE,
    journals: REFERENCE.journals.map((journal): Journal => ({ ...journal, currency, allowsOtherCurrencies: false })),
  });

  it('carries the rate of the invoice', () => {
    expect(must(plan(dollars())).rate?.toFixed()).toBe('0.92');
  });

  it('turns a rate that points the other way', () => {
    const exchangeRate = { from: 'EUR', to: 'USD', rate: big('1.25') };
    expect(must(plan(dollars({ exchangeRate }))).rate?.toFixed()).toBe('0.8');
  });

  it.each([
    ['0.92', '0.92'],
    ['1.25', '0.8'],
  ])('reads a rate of %s by what Exact knows, whatever its names say', (rate, perUnit) => {
    for (const [from, to] of [['USD', 'EUR'] as const, ['EUR', 'USD'] as const]) {
      const entry = must(plan(dollars({ exchangeRate: { from, to, rate: big(rate) } })));
      expect(entry.rate?.toFixed()).toBe(perUnit);
    }
  });

  it.each(['1.9', '0.5', '0.001'])('is unclear at a rate of %s, which is near neither way', (rate) => {
    expect(causeOf(plan(dollars({ exchangeRate: { from: 'USD', to: 'EUR', rate: big(rate) } })))).toEqual({
      type: 'exchangeRateUnclear',
      currency: 'USD',
      rate,
    });
  });

  it('is unclear where Exact knows no rate, and must be active', () => {
    const unknown = { ...REFERENCE, currencies: { active: ['USD'], rates: [] } };
    expect(causeOf(planEntry(dollars(), unknown, CONNECTION, surroundings())).type).toBe('exchangeRateUnclear');
    const inactive = { ...REFERENCE, currencies: { active: ['GBP'], rates: [] } };
    expect(causeOf(planEntry(dollars(), inactive, CONNECTION, surroundings()))).toEqual({
      type: 'currencyNotActive',
      currency: 'USD',
    });
  });

  it.each([null, { from: 'GBP', to: 'EUR', rate: big(1) }, { from: 'USD', to: 'EUR', rate: big(0) }])(
    'is blocked without a usable rate',
    (exchangeRate) => {
      expect(causeOf(plan(dollars({ exchangeRate })))).toEqual({ type: 'exchangeRateMissing', currency: 'USD' });
    },
  );

  it('is refused by a journal of one currency', () => {
    expect(causeOf(plan(dollars(), withJournal('75')))).toEqual({
      type: 'currencyNotAllowed',
      currency: 'USD',
      journal: '75',
    });
    expect(plan(plainInvoice(), withJournal('75')).ok).toBe(true);
  });

  it('needs no rate in a journal that takes no other than Exact’s own', () => {
    expect(must(plan(dollars({ exchangeRate: null }), withJournal('76'))).rate).toBeNull();
  });

  it('may be the journal’s own', () => {
    expect(must(planEntry(dollars(), withOwnCurrency('USD'), CONNECTION, surroundings())).rate?.toFixed()).toBe('0.92');
    expect(causeOf(planEntry(plainInvoice(), withOwnCurrency('USD'), CONNECTION, surroundings())).type).toBe(
      'currencyNotAllowed',
    );
  });

  it('is the division’s in a journal that names none', () => {
    expect(must(planEntry(plainInvoice(), withOwnCurrency(''), CONNECTION, surroundings())).rate).toBeNull();
    expect(causeOf(planEntry(dollars(), withOwnCurrency(''), CONNECTION, surroundings())).type).toBe(
      'currencyNotAllowed',
    );
  });

  it('has no cents in yen', () => {
    const yen = plainInvoice({ currency: 'JPY', exchangeRate: { from: 'JPY', to: 'EUR', rate: big('0.006') } });
    const document = { ...yen, lines: [line('33.4'), line('33.4'), line('33.4')] };
    expect(planned(document)).toEqual([['gl-700000', '4', '100.00', '21.00']]);
  });
});

describe('how Exact uses a rate', () => {
  const entry = must(
    plan(plainInvoice({ currency: 'USD', exchangeRate: { from: 'USD', to: 'EUR', rate: big('0.92') } })),
  );
  const inBooks = (change: Partial<BookedEntry>): BookedEntry => standing(entry, change);

  it.each<[string, Partial<BookedEntry>, 'times' | 'by' | null]>([
    ['the amount times the rate', { grossInDivisionCurrency: big('111.32') }, 'times'],
    ['the amount by the rate', { grossInDivisionCurrency: big('131.52') }, 'by'],
    ['neither', { grossInDivisionCurrency: big('121.00') }, null],
    ['a rate of one tells nothing', { rate: big(1), grossInDivisionCurrency: big(121) }, null],
    ['no rate', { rate: null }, null],
    ['the division’s own currency', { currency: 'EUR' }, null],
    ['nothing was booked', { gross: big(0), grossInDivisionCurrency: big(0) }, null],
  ])('is proved by the books: %s', (_, change, use) => {
    expect(provenRateUse([inBooks(change)], 'EUR')).toBe(use);
  });
});

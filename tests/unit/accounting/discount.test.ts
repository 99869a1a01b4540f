import { describe, expect, it } from 'vitest';
import type { SalesDocument } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import {
  big,
  CONNECTION,
  causeOf,
  discount,
  invoice,
  line,
  linesOf,
  must,
  plainInvoice,
  REFERENCE,
  surroundings,
  tax,
} from './builders.ts';

const plan = (document: SalesDocument, connection: Connection = CONNECTION) =>
  planEntry(document, REFERENCE, connection, surroundings());

const planned = (document: SalesDocument, connection?: Connection) => linesOf(must(plan(document, connection)));

describe('a discount on the document', () => {
  it('is booked on its own account, for each VAT rate', () => {
    const document = invoice(
      [line(100), line(50, { taxRateId: 'rate-6' })],
      [tax('0.21', '90', '18.90'), tax('0.06', '45', '2.70')],
      { discounts: [discount('10')] },
    );
    const entry = must(plan(document));
    expect(linesOf(entry)).toEqual([
      ['gl-700000', '4', '100.00', '21.00'],
      ['gl-706000', '2', '50.00', '3.00'],
      ['gl-708000', '4', '-10.00', '-2.10'],
      ['gl-708000', '2', '-5.00', '-0.30'],
    ]);
    expect(entry.lines.at(-1)?.description).toBe('Klantenkorting');
  });

  it('is shared by the VAT codes of one rate, the cent on the largest', () => {
    const document = invoice(
      [line('66.65'), line('33.35', { taxRateId: 'rate-21-services' })],
      [tax('0.21', '90', '18.90')],
      { discounts: [discount('10')] },
    );
    expect(planned(document).slice(2)).toEqual([
      ['gl-708000', '4', '-6.66', '-1.40'],
      ['gl-708000', '4S', '-3.34', '-0.70'],
    ]);
  });

  it.each([
    ['one after another', '72', '15.12'],
    ['added up', '70', '14.70'],
  ])('may stack %s', (_, base, vat) => {
    const discounts = [discount('20'), discount('10', 'Actie')];
    const entry = must(plan(invoice([line(100)], [tax('0.21', base, vat)], { discounts })));
    expect(entry.lines[1]).toMatchObject({ net: big(base).minus(100), description: 'Klantenkorting, Actie' });
    expect(entry.net).toEqual(big(base));
  });

  it('has no line where it comes to nothing', () => {
    const document = invoice(
      [line(100), line('0.10', { taxRateId: 'rate-6' })],
      [tax('0.21', '98', '20.58'), tax('0.06', '0.10', '0.01')],
      { discounts: [discount('2')] },
    );
    expect(planned(document).map(([account, code]) => [account, code])).toEqual([
      ['gl-700000', '4'],
      ['gl-706000', '2'],
      ['gl-708000', '4'],
    ]);
  });

  it('joins the lines that stand on the same account', () => {
    const connection = { ...CONNECTION, glAccounts: { ...CONNECTION.glAccounts, discount: '700000' } };
    const document = invoice([line(100)], [tax('0.21', '90', '18.90')], { discounts: [discount('10')] });
    expect(planned(document, connection)).toEqual([['gl-700000', '4', '90.00', '18.90']]);
  });

  it('is not booked twice where the lines contain it already', () => {
    const document = invoice([line(90)], [tax('0.21', '90', '18.90')], { discounts: [discount('10')] });
    expect(planned(document)).toEqual([['gl-700000', '4', '90.00', '18.90']]);
  });

  it('must be what the percentages say', () => {
    const document = invoice([line(100)], [tax('0.21', '80', '16.80')], { discounts: [discount('10')] });
    expect(causeOf(plan(document))).toEqual({
      type: 'totalsDiffer',
      figure: 'net',
      teamleader: '80.00',
      entry: '100.00',
      currency: 'EUR',
    });
  });

  it('may be off by one cent for each line and discount, and no more', () => {
    const off = (base: string, vat: string) =>
      plan(invoice([line(100)], [tax('0.21', base, vat)], { discounts: [discount('10')] }));
    expect(off('89.98', '18.90').ok).toBe(true);
    expect(off('89.97', '18.89').ok).toBe(false);
  });

  it('needs an account, but not when it takes nothing off', () => {
    const none = { ...CONNECTION, glAccounts: { ...CONNECTION.glAccounts, discount: null } };
    const document = invoice([line(100)], [tax('0.21', '90', '18.90')], { discounts: [discount('10')] });
    expect(causeOf(plan(document, none))).toEqual({ type: 'discountAccountNotSet' });
    expect(plan(plainInvoice({ discounts: [discount('0')] }), none).ok).toBe(true);
  });

  it.each([
    ['709000', { type: 'glAccountBlocked', name: '709000' }],
    ['777777', { type: 'glAccountMissing' }],
  ])('needs a usable account: %s', (code, cause) => {
    const connection = { ...CONNECTION, glAccounts: { ...CONNECTION.glAccounts, discount: code } };
    const document = invoice([line(100)], [tax('0.21', '90', '18.90')], { discounts: [discount('10')] });
    expect(causeOf(plan(document, connection))).toEqual({ ...cause, code, usedBy: { kind: 'discount' } });
  });

  it('of everything leaves nothing', () => {
    const document = invoice([line(100)], [tax('0.21', '0', '0')], { discounts: [discount('100', '')] });
    const entry = must(plan(document));
    expect(linesOf(entry)).toEqual([
      ['gl-700000', '4', '100.00', '21.00'],
      ['gl-708000', '4', '-100.00', '-21.00'],
    ]);
    expect(entry.lines[1]?.description).toBe('2026 / 27');
  });
});

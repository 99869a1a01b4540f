import { describe, expect, it } from 'vitest';
import type { PaymentTerm } from '../../../lib/accounting/facts.ts';
import { matchPaymentCondition } from '../../../lib/accounting/payment-terms.ts';
import { condition } from './builders.ts';

const CONDITIONS = [
  condition({ code: '9', days: 0, description: 'Direct' }),
  condition({ code: '10', days: 0, method: 'cash' }),
  condition({ code: '30D', hasDiscount: true }),
  condition({ code: '31', days: 30 }),
  condition({ code: '4', days: 30 }),
  condition({ code: '30I', method: 'collection' }),
  condition({ code: '3E', endOfMonths: 1 }),
  condition({ code: '60EE', days: 60, endOfMonths: 2 }),
  condition({ code: '14D', days: 14, hasDiscount: true }),
];

const days = (count: number): PaymentTerm => ({ type: 'after_invoice_date', days: count });

describe('matchPaymentCondition', () => {
  it.each<[string, PaymentTerm | null, boolean, string | null]>([
    ['the lowest code of several, as a number', days(30), false, '4'],
    ['the end of the month', { type: 'end_of_month', days: 30 }, false, '3E'],
    ['a cash condition for cash', { type: 'cash' }, false, '10'],
    ['a condition without days', days(0), false, '9'],
    ['collection for direct debit', days(30), true, '30I'],
    ['none with a discount', days(14), false, null],
    ['none for direct debit that is not collected', days(14), true, null],
    ['none of other days', days(60), false, null],
    ['none to the end of a later month', { type: 'end_of_month', days: 60 }, false, null],
    ['none without a term', null, false, null],
  ])('takes %s', (_, term, isDirectDebit, code) => {
    expect(matchPaymentCondition(term, isDirectDebit, CONDITIONS)?.code ?? null).toBe(code);
  });

  it('takes a condition without days for cash where there is no cash condition', () => {
    const onCredit = CONDITIONS.filter(({ method }) => method !== 'cash');
    expect(matchPaymentCondition({ type: 'cash' }, false, onCredit)?.code).toBe('9');
  });

  it('leaves the list as it was', () => {
    const conditions = [condition({ code: '2' }), condition({ code: '1' })];
    matchPaymentCondition(days(30), false, conditions);
    expect(conditions.map(({ code }) => code)).toEqual(['2', '1']);
  });
});

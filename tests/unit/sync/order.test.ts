import { describe, expect, it } from 'vitest';
import type { DocumentHeader } from '../../../lib/accounting/facts.ts';
import { inOrder, keyOf } from '../../../lib/sync/order.ts';
import { plainInvoice } from '../accounting/builders.ts';

describe('the order of booking', () => {
  const document = (date: string, number: string): DocumentHeader => plainInvoice({ id: number, date, number });
  const documents = [
    document('2026-03-01', '2026 / 10'),
    document('2026-02-01', '2026 / 8'),
    document('2026-03-01', '2026 / 9'),
    document('2026-01-01', '2026 / 7'),
  ];
  const numbers = (refused: readonly DocumentHeader[], from: 'oldest' | 'newest') =>
    inOrder(documents, new Set(refused.map(keyOf)), from).map(({ number }) => number.slice(7));

  it('follows the dates, and within a day the numbers', () => {
    expect(numbers([], 'oldest')).toEqual(['7', '8', '9', '10']);
    expect(numbers([], 'newest')).toEqual(['10', '9', '8', '7']);
  });

  it('takes what was refused before at the end, whichever way it goes', () => {
    expect(numbers(documents.slice(0, 2), 'oldest')).toEqual(['7', '9', '8', '10']);
    expect(numbers(documents.slice(0, 2), 'newest')).toEqual(['9', '7', '10', '8']);
  });
});

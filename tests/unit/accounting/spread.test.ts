import type Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTo, sum } from '../../../lib/accounting/money.ts';
import { spread } from '../../../lib/accounting/spread.ts';
import { big } from './builders.ts';

const amounts = (total: string, shares: readonly string[], mostUnits: number, currency = 'EUR') =>
  spread(big(total), shares.map(big), (share) => share, mostUnits, currency)?.map(({ item, amount }) => [
    item.toFixed(),
    amount.toFixed(2),
  ]);

describe('spread', () => {
  it('rounds each share, and places the cent that is left on the largest', () => {
    expect(amounts('10.01', ['3', '5', '2'], 3)).toEqual([
      ['5', '5.01'],
      ['3', '3.00'],
      ['2', '2.00'],
    ]);
  });

  it('places a second cent on the next largest', () => {
    expect(amounts('9.98', ['3', '5', '2'], 3)).toEqual([
      ['5', '4.99'],
      ['3', '2.99'],
      ['2', '2.00'],
    ]);
  });

  it('begins anew when every share has one', () => {
    expect(amounts('5.03', ['3', '2'], 3)).toEqual([
      ['3', '3.02'],
      ['2', '2.01'],
    ]);
  });

  it('gives nothing when more is left than may be placed', () => {
    expect(amounts('10.04', ['3', '5', '2'], 3)).toBeUndefined();
    expect(amounts('9.96', ['3', '5', '2'], 3)).toBeUndefined();
  });

  it('counts in yen where there are no cents', () => {
    expect(
      spread(big(101), [big('60.4'), big('40.4')], (share) => share, 2, 'JPY')?.map((part) => part.amount.toFixed()),
    ).toEqual(['61', '40']);
  });

  it('adds up to the total, and no part is further from its share than its turn', () => {
    const share = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((thousandths) => big(thousandths).div(1000));
    fc.assert(
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 50 }),
        fc.integer({ min: -60, max: 60 }),
        (shares, off) => {
          const rounded = sum(shares.map((one) => roundTo(one, 'EUR')));
          const total = rounded.plus(big(off).div(100));
          const parts = spread(total, shares, (one) => one, shares.length, 'EUR');
          if (Math.abs(off) > shares.length) return parts === null;
          const isNear = ({ item, amount }: { item: Big; amount: Big }) =>
            amount.minus(roundTo(item, 'EUR')).abs().lte('0.01');
          return parts !== null && sum(parts.map((part) => part.amount)).eq(total) && parts.every(isNear);
        },
      ),
    );
  });
});

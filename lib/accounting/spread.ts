import type Big from 'big.js';
import { roundTo, smallestUnit, sum, ZERO } from './money.ts';

/** What one of the items gets of the total. */
export interface Part<T> {
  readonly item: T;
  readonly amount: Big;
}

/**
 * Spreads a total over items so that the parts add up to it: each gets its own share, rounded, and the smallest units
 * that rounding leaves are placed one by one, on the largest share first.
 * @param total with no more decimals than the currency has
 * @param shareOf what an item would get by itself, not rounded
 * @param mostUnits how many smallest units may be left to place
 * @returns the parts, largest share first; null when more is left than may be placed
 */
export function spread<T>(
  total: Big,
  items: readonly T[],
  shareOf: (item: T) => Big,
  mostUnits: number,
  currency: string,
): Part<T>[] | null {
  const unit = smallestUnit(currency);
  const shares = items.map((item) => ({ item, share: shareOf(item), rounded: roundTo(shareOf(item), currency) }));
  const left = total.minus(sum(shares.map(({ rounded }) => rounded))).div(unit);
  if (left.abs().gt(mostUnits)) return null;

  const units = left.abs().toNumber();
  const step = left.lt(ZERO) ? unit.neg() : unit;
  return shares
    .sort((a, b) => b.share.abs().cmp(a.share.abs()))
    .map(({ item, rounded }, rank) => ({ item, amount: rounded.plus(step.times(unitsAt(rank, units, items.length))) }));
}

/** Of so many units placed in turn on so many ranks, those that come to one rank. */
const unitsAt = (rank: number, units: number, ranks: number): number =>
  Math.floor(units / ranks) + (rank < units % ranks ? 1 : 0);

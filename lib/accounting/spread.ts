import type Big from 'big.js';
import { roundTo, smallestUnit, sum, ZERO } from './money.ts';

/**
 * Spreads a total over parts so that they add up to it: each part gets its own fair share, rounded, and what rounding
 * leaves goes to the largest, the next smallest unit to the next largest, never more than one unit a part.
 * @param shares what each part would get by itself, not rounded
 * @returns null when the total is further off than one smallest unit a part
 */
export function spread(total: Big, shares: readonly Big[], currency: string): Big[] | null {
  const parts = shares.map((share) => roundTo(share, currency));
  const unit = smallestUnit(currency);
  const missing = total.minus(sum(parts)).div(unit);
  if (missing.abs().gt(parts.length)) return null;
  const step = missing.lt(ZERO) ? unit.neg() : unit;
  const bySize = shares.map((_, index) => index).sort((a, b) => compareSize(shares, a, b));
  for (const index of bySize.slice(0, missing.abs().toNumber())) parts[index] = parts[index]?.plus(step) ?? step;
  return parts;
}

/** Largest first; the earlier of two equal ones, so that the answer is the same every time. */
function compareSize(shares: readonly Big[], a: number, b: number): number {
  return (shares[b] ?? ZERO).abs().cmp((shares[a] ?? ZERO).abs()) || a - b;
}

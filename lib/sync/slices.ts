import type { Period } from '../accounting/reconcile.ts';

const MONTHS_AT_LEAST = 3;
const MOST_PARTS = 8;

/** The period in a few parts of whole months: should the ration run out, no more than one of them is read again. */
export function slicesOf({ from, to }: Period): readonly Period[] {
  const months = Math.max(MONTHS_AT_LEAST, Math.ceil((monthOf(to) - monthOf(from) + 1) / MOST_PARTS));
  const slices: Period[] = [];
  for (let start = from; start <= to; ) {
    const next = new Date(`${start.slice(0, 7)}-01T00:00:00Z`);
    next.setUTCMonth(next.getUTCMonth() + months);
    const begin = next.toISOString().slice(0, 10);
    const last = new Date(next.getTime() - 24 * 60 * 60_000).toISOString().slice(0, 10);
    slices.push({ from: start, to: last < to ? last : to });
    start = begin;
  }
  return slices;
}

const monthOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

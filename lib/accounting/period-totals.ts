import type Big from 'big.js';
import type { BookedEntry, DocumentKind } from './facts.ts';
import { ZERO } from './money.ts';
import { bookedByRate, invoicedByRate, type RateAmount, rateKey } from './postings-by-rate.ts';
import { type Comparison, isWithin, type Period } from './reconcile.ts';

export interface Amounts {
  readonly net: Big;
  readonly vat: Big;
}

/** What was invoiced and what was booked, in one currency. */
export interface BothSides<T extends Amounts = Amounts> {
  readonly invoiced: T;
  readonly booked: T;
}

export type Counted = Amounts & { readonly count: number };

export interface PeriodTotals {
  readonly currency: string;
  /** The highest rate first; what bears no known one last. */
  readonly rates: readonly (BothSides & { readonly rate: Big | null })[];
  readonly kinds: Readonly<Record<DocumentKind, BothSides<Counted>>>;
  readonly all: BothSides<Counted>;
}

interface Posted {
  readonly side: keyof BothSides;
  readonly currency: string;
  readonly kind: DocumentKind;
  readonly amounts: readonly RateAmount[];
}

/** What of a comparison counts for the period: the document, and each entry, that is dated in it. */
export function postedIn(
  { document, entries }: Comparison,
  period: Period,
  rates: ReadonlyMap<string, Big>,
  creditJournal: string,
): readonly Posted[] {
  const kindOf = (entry: BookedEntry): DocumentKind =>
    document?.kind ?? (entry.journal === creditJournal || entry.gross.lt(0) ? 'creditNote' : 'invoice');
  return [
    ...(document !== null && isWithin(document.date, period)
      ? [
          {
            side: 'invoiced',
            currency: document.currency,
            kind: document.kind,
            amounts: invoicedByRate(document),
          } as const,
        ]
      : []),
    ...entries
      .filter(({ date }) => isWithin(date, period))
      .map((entry) => ({
        side: 'booked' as const,
        currency: entry.currency,
        kind: kindOf(entry),
        amounts: bookedByRate(entry, rates),
      })),
  ];
}

/** By currency: amounts of several do not add up. */
export function totalsOf(posted: readonly Posted[]): readonly PeriodTotals[] {
  const currencies = [...new Set(posted.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = posted.filter((one) => one.currency === currency);
    const rates = new Map(own.flatMap(({ amounts }) => amounts.map(({ rate }) => [rateKey(rate), rate] as const)));
    const ofKind = (kind: DocumentKind) => countedOf(own.filter((one) => one.kind === kind));
    return {
      currency,
      rates: [...rates.values()].sort(byRate).map((rate) => ({ rate, ...atRate(own, rateKey(rate)) })),
      kinds: { invoice: ofKind('invoice'), creditNote: ofKind('creditNote') },
      all: countedOf(own),
    };
  });
}

const byRate = (a: Big | null, b: Big | null): number => (a === null ? 1 : b === null ? -1 : b.cmp(a));

const amountsOf = (amounts: readonly RateAmount[]): Amounts =>
  amounts.reduce<Amounts>((total, { net, vat }) => ({ net: total.net.plus(net), vat: total.vat.plus(vat) }), {
    net: ZERO,
    vat: ZERO,
  });

function atRate(posted: readonly Posted[], key: string): BothSides {
  const of = (side: keyof BothSides): Amounts =>
    amountsOf(
      posted.flatMap((one) => (one.side === side ? one.amounts.filter(({ rate }) => rateKey(rate) === key) : [])),
    );
  return { invoiced: of('invoiced'), booked: of('booked') };
}

function countedOf(posted: readonly Posted[]): BothSides<Counted> {
  const of = (side: keyof BothSides): Counted => {
    const own = posted.filter((one) => one.side === side);
    return { ...amountsOf(own.flatMap(({ amounts }) => amounts)), count: own.length };
  };
  return { invoiced: of('invoiced'), booked: of('booked') };
}

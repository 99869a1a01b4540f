import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { shortened } from './description.ts';
import { discountPostings } from './discount.ts';
import type { ReferenceData, SalesDocument, SalesEntryLine } from './facts.ts';
import { formatAmount, roundTo, sum } from './money.ts';
import { byRate, countLines, grouped, type Posting, postingsOf, statedFor } from './postings.ts';
import { type Part, spread } from './spread.ts';

/**
 * The entry's lines, with positive amounts for what the document's kind says, adding up to Teamleader's base and VAT of
 * each rate to the cent: grouped where G/L account and VAT code are equal, or, where the connection says so, one for each
 * line of the document. Features D3 and D4.
 */
export function entryLines(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<SalesEntryLine[], Cause> {
  const postings = postingsOf(document, reference, connection);
  if (!postings.ok) return postings;
  const joined = connection.lines === 'grouped' ? grouped : (all: readonly Posting[]) => all;
  const lines = joined(postings.value);
  const discounts = discountPostings(lines, document, reference, connection);
  if (!discounts.ok) return discounts;

  const nets = spreadPerRate(joined([...lines, ...discounts.value]), document, 'base', ({ net }) => net);
  if (!nets.ok) return nets;
  const settled = nets.value.map(({ item, amount }) => ({ ...item, net: amount }));
  const vats = spreadPerRate(settled, document, 'vat', ({ net, rate }) => net.times(rate));
  if (!vats.ok) return vats;
  return ok(
    vats.value
      .toSorted((a, b) => a.item.position - b.item.position)
      .map(({ item, amount }) => ({
        glAccountId: item.glAccountId,
        vatCode: item.vatCode,
        description: descriptionOf(item),
        net: item.net,
        vat: amount,
      })),
  );
}

/**
 * What Teamleader states for each rate is the truth: it is spread over the rate's postings. Rounding can part the two by
 * one smallest unit for each line of the document; a larger difference has another reason and is not booked away.
 */
function spreadPerRate(
  postings: readonly Posting[],
  document: SalesDocument,
  figure: 'base' | 'vat',
  shareOf: (posting: Posting) => Big,
): Result<Part<Posting>[], Cause> {
  const { currency } = document;
  const all: Part<Posting>[] = [];
  for (const [rate, ofRate] of byRate(postings)) {
    const own = roundTo(sum(ofRate.map(shareOf)), currency);
    // A rate that Teamleader says nothing of has only its lines to go by; the document's totals still guard it.
    const stated = statedFor(document, rate, figure) ?? own;
    const parts = spread(stated, ofRate, shareOf, countLines(ofRate), currency);
    if (parts === null) {
      return err({
        type: 'totalsDiffer',
        figure: figure === 'base' ? 'net' : 'vat',
        teamleader: formatAmount(stated, currency),
        entry: formatAmount(own, currency),
        currency,
      });
    }
    all.push(...parts);
  }
  return ok(all);
}

/** The first line's own, and how many more there are. */
const descriptionOf = ({ description, lines }: Posting): string =>
  lines === 1 ? shortened(description) : shortened(description, ` + ${lines - 1}`);

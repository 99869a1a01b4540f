import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { ReferenceData, SalesDocument } from './facts.ts';
import { usableAccount } from './gl-account.ts';
import { ONE, roundTo, sum, ZERO } from './money.ts';
import { byRate, countLines, type Posting, statedFor } from './postings.ts';
import { spread } from './spread.ts';

/** The lines of one rate that share a VAT code, together. */
interface Discounted {
  readonly vatCode: string;
  readonly rate: Big;
  readonly net: Big;
  /** Of the first of the lines. */
  readonly position: number;
}

/**
 * What the document's own discounts take off its lines, booked on the discount account under the lines' VAT codes. The
 * amount is the lines' sum less Teamleader's base of each rate. It is left out where the percentages do not explain it:
 * the lines must then come to the base by themselves. Feature D4.
 * @param postings the document's lines
 */
export function discountPostings(
  postings: readonly Posting[],
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<Posting[], Cause> {
  const parts = [...byRate(postings)]
    .flatMap(([rate, ofRate]) => discountsOf(ofRate, statedFor(document, rate, 'base'), document))
    .filter(({ amount }) => !amount.eq(ZERO));
  if (parts.length === 0) return ok([]);

  if (connection.glAccounts.discount === null) return err({ type: 'discountAccountNotSet' });
  const glAccount = usableAccount(connection.glAccounts.discount, { kind: 'discount' }, reference);
  if (!glAccount.ok) return glAccount;
  const description = document.discounts.map((discount) => discount.description.trim()).filter((text) => text !== '');
  return ok(
    parts.map(({ item, amount }) => ({
      glAccountId: glAccount.value.id,
      vatCode: item.vatCode,
      rate: item.rate,
      description: description.join(', ') || document.number,
      net: amount,
      lines: 1,
      position: document.lines.length + item.position,
    })),
  );
}

/** The discount within one rate, by VAT code; empty where the percentages do not explain it. */
function discountsOf(postings: readonly Posting[], base: Big | null, document: SalesDocument) {
  if (base === null) return [];
  const before = sum(postings.map((posting) => roundTo(posting.net, document.currency)));
  const mostUnits = countLines(postings) + document.discounts.length;
  for (const factor of discountFactors(document)) {
    const shareOf = ({ net }: Discounted) => net.times(factor.minus(ONE));
    const parts = spread(base.minus(before), byVatCode(postings), shareOf, mostUnits, document.currency);
    if (parts !== null) return parts;
  }
  return [];
}

/** How stacked discounts work together is not documented: one after another, or added up. Teamleader 5. */
function discountFactors(document: SalesDocument): readonly Big[] {
  const fractions = document.discounts.map(({ percentage }) => percentage.div(100)).filter((one) => !one.eq(ZERO));
  if (fractions.length === 0) return [];
  const oneAfterAnother = fractions.reduce((factor, fraction) => factor.times(ONE.minus(fraction)), ONE);
  return [oneAfterAnother, ONE.minus(sum(fractions))];
}

const byVatCode = (postings: readonly Posting[]): Discounted[] =>
  [...Map.groupBy(postings, (posting) => posting.vatCode)].flatMap(([vatCode, ofCode]) =>
    ofCode.slice(0, 1).map(({ rate }) => ({
      vatCode,
      rate,
      net: sum(ofCode.map((posting) => posting.net)),
      position: Math.min(...ofCode.map((posting) => posting.position)),
    })),
  );

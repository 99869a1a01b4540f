import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { ReferenceData, SalesDocument, VatCode } from './facts.ts';
import { accountOfLine } from './gl-account.ts';
import { sum, ZERO } from './money.ts';
import { vatCodeProblem } from './vat-links.ts';

/** What one or more lines of a document, or a discount, come to in the books. */
export interface Posting {
  readonly glAccountId: string;
  readonly vatCode: string;
  /** The VAT code's: a fraction. */
  readonly rate: Big;
  /** The first line's. */
  readonly description: string;
  /** Excluding VAT; may have more decimals than the currency. */
  readonly net: Big;
  /** How many lines it sums up: each may have been rounded by itself. */
  readonly lines: number;
  /** Where the first of them stands in the document. */
  readonly position: number;
}

/** Resolves each line's VAT code and G/L account. Lines without an amount say nothing to the books, unless all are. */
export function postingsOf(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<Posting[], Cause> {
  const withAmount = document.lines.filter((line) => !line.net.eq(ZERO));
  const lines = withAmount.length > 0 ? withAmount : document.lines;
  const postings: Posting[] = [];
  for (const [position, line] of lines.entries()) {
    const vatCode = linkedVatCode(line.taxRateId, reference, connection);
    if (!vatCode.ok) return vatCode;
    const glAccount = accountOfLine(line, reference, connection);
    if (!glAccount.ok) return glAccount;
    postings.push({
      glAccountId: glAccount.value.id,
      vatCode: vatCode.value.code,
      rate: vatCode.value.rate,
      description: line.description.trim() || document.number,
      net: line.net,
      lines: 1,
      position,
    });
  }
  return ok(postings);
}

const keyOf = ({ glAccountId, vatCode }: Posting): string => `${glAccountId}/${vatCode}`;

/** One posting for each G/L account and VAT code, in the order of their first appearance. */
export function grouped(postings: readonly Posting[]): Posting[] {
  const groups = Map.groupBy(postings, keyOf);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(joined, first)],
  );
}

const joined = (first: Posting, other: Posting): Posting => ({
  ...first,
  net: first.net.plus(other.net),
  lines: first.lines + other.lines,
});

/**
 * The postings under each rate; the key is the rate as plain text. They are in the order of account and code, so that a
 * cent goes to the same one however the document's lines stand.
 */
export const byRate = (postings: readonly Posting[]): Map<string, Posting[]> =>
  Map.groupBy(
    postings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    (posting) => posting.rate.toFixed(),
  );

/** How many of the document's lines the postings sum up. */
export const countLines = (postings: readonly Posting[]): number =>
  postings.reduce((count, posting) => count + posting.lines, 0);

/** What Teamleader states for a rate, or null where it says nothing of it. */
export function statedFor(document: SalesDocument, rate: string, figure: 'base' | 'vat'): Big | null {
  const taxes = document.taxes.filter((tax) => tax.rate.toFixed() === rate);
  return taxes.length === 0 ? null : sum(taxes.map((tax) => tax[figure]));
}

function linkedVatCode(taxRateId: string, reference: ReferenceData, connection: Connection): Result<VatCode, Cause> {
  const taxRate = reference.taxRates.find((rate) => rate.id === taxRateId);
  const linked = connection.vatLinks[taxRateId];
  if (taxRate === undefined || linked === undefined) {
    return err({ type: 'taxRateNotLinked', taxRate: taxRate?.description ?? taxRateId });
  }
  const vatCode = reference.vatCodes.find((code) => code.code === linked);
  if (vatCode === undefined) return err({ type: 'vatCodeUnusable', vatCode: linked, reason: 'missing' });
  const reason = vatCodeProblem(vatCode, taxRate);
  return reason === null ? ok(vatCode) : err({ type: 'vatCodeUnusable', vatCode: linked, reason });
}

import type Big from 'big.js';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { BookedEntry, BookedLine, SalesEntry } from './facts.ts';
import { roundTo, smallestUnit, sum } from './money.ts';

/** What can turn out to differ. */
export type ReadBackFigure =
  | 'gross'
  | 'vat'
  | 'account'
  | 'journal'
  | 'currency'
  | 'date'
  | 'yourRef'
  | 'paymentCondition'
  | 'grossInDivisionCurrency'
  | 'lines'
  | 'vatOfLines';

type Compared = readonly [what: ReadBackFigure, sent: string, found: string];

/**
 * Compares what was sent with what stands in Exact: an entry can be accepted and yet lose a field (an id of another
 * division, say). Exact 8.
 * @returns the first difference
 */
export function compareReadBack(
  sent: SalesEntry & { readonly accountId: string },
  found: BookedEntry,
  divisionCurrency: string,
): Result<null, Cause> {
  const compared: readonly Compared[] = [
    ['gross', sent.gross.toFixed(), found.gross.toFixed()],
    ['vat', sent.vat.toFixed(), found.vat.toFixed()],
    ['account', sent.accountId, found.accountId],
    ['journal', sent.journal, found.journal],
    ['currency', sent.currency, found.currency],
    ['date', sent.date, found.date],
    ['yourRef', sent.yourRef, found.yourRef ?? ''],
    ...(sent.paymentCondition === null
      ? []
      : [['paymentCondition', sent.paymentCondition, found.paymentCondition ?? ''] as const]),
    ...comparedRate(sent, found, divisionCurrency),
    ...comparedLines(sent, found),
  ];
  const difference = compared.find(([, wanted, seen]) => wanted !== seen);
  if (difference === undefined) return ok(null);
  const [what, wanted, seen] = difference;
  return err({ type: 'readBackDiffers', what, sent: wanted, found: seen });
}

/** Tells whether Exact took the rate in the direction that was meant; each line may be rounded by itself. */
function comparedRate(sent: SalesEntry, found: BookedEntry, divisionCurrency: string): readonly Compared[] {
  if (sent.rate === null) return [];
  const expected = roundTo(sent.gross.times(sent.rate), divisionCurrency);
  const allowance = smallestUnit(divisionCurrency).times(sent.lines.length);
  return found.grossInDivisionCurrency.minus(expected).abs().lte(allowance)
    ? []
    : [['grossInDivisionCurrency', expected.toFixed(), found.grossInDivisionCurrency.toFixed()]];
}

/** Where Exact gives the lines along: what each account and VAT code got. */
function comparedLines(sent: SalesEntry, found: BookedEntry): readonly Compared[] {
  if (found.lines === null) return [];
  const told = (lines: readonly Pick<BookedLine, 'glAccountId' | 'vatCode' | 'net'>[]): string =>
    lines
      .map(({ glAccountId, vatCode, net }) => `${glAccountId} ${vatCode ?? ''} ${net.toFixed()}`)
      .sort()
      .join('; ');
  const vatOf = (lines: readonly { readonly vat: Big }[]): string => sum(lines.map(({ vat }) => vat)).toFixed();
  return [
    ['lines', told(sent.lines), told(found.lines)],
    ['vatOfLines', vatOf(sent.lines), vatOf(found.lines)],
  ];
}

import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { BookedEntry, SalesEntry } from './facts.ts';
import { roundTo, smallestUnit, sum } from './money.ts';

type Difference = readonly [what: string, sent: string, found: string];

/**
 * Compares what was sent with what stands in Exact: an entry can be accepted and yet lose a field (an id of another
 * division, say). Exact 8.
 */
export function compareReadBack(
  sent: SalesEntry & { readonly accountId: string },
  found: BookedEntry,
  divisionCurrency: string,
): Result<null, Cause> {
  const difference = [
    ...headerDifferences(sent, found),
    ...rateDifference(sent, found, divisionCurrency),
    ...lineDifferences(sent, found),
  ].find(([, wanted, seen]) => wanted !== seen);
  if (difference === undefined) return ok(null);
  const [what, wanted, seen] = difference;
  return err({ type: 'readBackDiffers', what, sent: wanted, found: seen });
}

function headerDifferences(sent: SalesEntry & { readonly accountId: string }, found: BookedEntry): Difference[] {
  return [
    ['gross', sent.gross.toFixed(), found.gross.toFixed()],
    ['VAT', sent.vat.toFixed(), found.vat.toFixed()],
    ['currency', sent.currency, found.currency],
    ['date', sent.date, found.date],
    ['journal', sent.journal, found.journal],
    ['customer', sent.accountId, found.accountId],
    ...(sent.paymentCondition === null
      ? []
      : [['payment condition', sent.paymentCondition, found.paymentCondition ?? ''] as const]),
  ];
}

/** Tells whether Exact took the rate in the direction that was meant; a cent for its own rounding. */
function rateDifference(sent: SalesEntry, found: BookedEntry, divisionCurrency: string): Difference[] {
  if (sent.rate === null) return [];
  const expected = roundTo(sent.gross.times(sent.rate), divisionCurrency);
  const allowance = smallestUnit(divisionCurrency).times(sent.lines.length * 2);
  if (found.grossInDivisionCurrency.minus(expected).abs().lte(allowance)) return [];
  return [['amount in the division’s currency', expected.toFixed(), found.grossInDivisionCurrency.toFixed()]];
}

/** Where Exact gives the lines along: what each account and VAT code got. */
function lineDifferences(sent: SalesEntry, found: BookedEntry): Difference[] {
  if (found.lines === null) return [];
  const told = (lines: readonly { glAccountId: string; vatCode: string | null; net: { toFixed(): string } }[]) =>
    lines
      .map((line) => `${line.glAccountId} ${line.vatCode ?? ''} ${line.net.toFixed()}`)
      .sort()
      .join('; ');
  return [
    ['lines', told(sent.lines), told(found.lines)],
    [
      'VAT of the lines',
      sum(sent.lines.map((line) => line.vat)).toFixed(),
      sum(found.lines.map((line) => line.vat)).toFixed(),
    ],
  ];
}

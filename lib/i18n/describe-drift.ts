import type { Outcome } from '../outcome.ts';
import type { Difference, Drift } from '../standing.ts';
import { describeCause } from './describe.ts';
import { fill, formatDate, formatMoney, formatPercent, formatTime, type Texts } from './index.ts';

/** What it is that differs: the VAT at 21 %, the journal ... */
export function nameDifference({ side, field, of }: Difference, texts: Texts, language: string): string {
  const { drifted } = texts;
  const name = texts.driftField[field];
  if (of === null) return name;
  return side === 'teamleader'
    ? fill(drifted.atRate, { field: name, rate: formatPercent(of, language) })
    : fill(drifted.underCode, { field: name, code: of });
}

const AMOUNTS: ReadonlySet<Difference['field']> = new Set(['net', 'vat', 'gross']);

/** @param value as it was booked, or as it is now */
export function describeValue(
  { field }: Difference,
  value: string,
  currency: string,
  texts: Texts,
  language: string,
): string {
  if (AMOUNTS.has(field)) return formatMoney(value, currency, language);
  if (field === 'date') return formatDate(value, language);
  return field === 'account' && value === '' ? texts.drifted.another : value;
}

/** What came of the user's last look at both sides; null: he has not looked since it was booked. */
export function describeLook(outcome: Outcome, drift: Drift | null, texts: Texts, language: string): string | null {
  const look = 'look' in outcome ? outcome.look : undefined;
  if (look === undefined) return null;
  const { at, problem } = look;
  const { drifted } = texts;
  if (problem !== null) {
    const { text, fix } = describeCause(problem, texts, language);
    return `${fill(drifted.lookFailed, { time: formatTime(at, language) })} ${text} ${fix}`;
  }
  return fill(drift === null ? drifted.lookedSame : drifted.lookedDiffers, { time: formatTime(at, language) });
}

import type { Difference, Drift, Look } from '../standing.ts';
import { fill, formatDate, formatMoney, formatPercent, formatTime, type Texts } from './index.ts';

/** That it is no longer as it was booked, and what to do. */
export const describeDrift = (drift: Drift, { drifted }: Texts): { readonly text: string; readonly fix: string } =>
  drift.kind === 'removed'
    ? { text: drifted.removed, fix: drifted.removedFix }
    : { text: drifted.changed, fix: drift.isFinal ? drifted.final : drifted.changedFix };

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

/** What came of the user's own look at both sides. */
export function describeLook({ at, silent }: Look, drift: Drift | null, texts: Texts, language: string): string {
  const { drifted } = texts;
  const time = formatTime(at, language);
  if (silent !== null) return fill(drifted.lookFailed, { time, service: texts.service[silent] });
  return fill(drift === null ? drifted.lookedSame : drifted.lookedDiffers, { time });
}

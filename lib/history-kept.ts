/** How long what was written is kept in the history, in months; null stands for: for good. */
export const HISTORY_MONTHS = [3, 12, 24] as const;
export type HistoryMonths = (typeof HISTORY_MONTHS)[number] | null;

/** What is older than this moment is not kept, in epoch milliseconds; null: all is. @param now likewise */
export function keptSince(months: HistoryMonths, now: number): number | null {
  if (months === null) return null;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since.getTime();
}

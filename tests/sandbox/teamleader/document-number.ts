/** Sorts numbers as `2026 / 27` or `2026/27`: book year first, then the running number as a number; null for a draft. */
export function numberKey(number: string | null): number | null {
  const [year, running] = (number ?? '').split('/').map(Number);
  return year === undefined || running === undefined ? null : year * 1e7 + running;
}

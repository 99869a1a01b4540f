import type { RunRecord } from '../store/records.ts';

/**
 * Is the run's end worth a notification? What the user started always is; of what goes on by itself every few minutes
 * he hears when something was booked, when more needs him than before, or when it came to a halt.
 * @param before the run that ended before it
 */
export function isNews(run: RunRecord, before: RunRecord | null): boolean {
  const { trigger, counts, problem } = run;
  if (trigger !== 'automatic') return true;
  if (counts.booked + counts.adopted > 0 || counts.blocked > (before?.counts.blocked ?? 0)) return true;
  if (problem === null || 'until' in problem || problem.type === 'unreachable') return false;
  return problem.type !== before?.problem?.type;
}

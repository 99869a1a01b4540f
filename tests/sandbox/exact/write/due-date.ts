import type { BusinessPaymentCondition } from '../../business/business.ts';

/**
 * First the ends of months, then the days: of 17 January two ends of months lead to 31 March, and fifteen days more
 * to 15 April.
 */
export function dueDate(date: string, { days, endOfMonths }: Pick<BusinessPaymentCondition, 'days' | 'endOfMonths'>) {
  const due = new Date(`${date}T00:00:00Z`);
  // Day 0 is the last day of the month before.
  if (endOfMonths > 0) due.setUTCMonth(due.getUTCMonth() + endOfMonths + 1, 0);
  due.setUTCDate(due.getUTCDate() + days);
  return due.toISOString().slice(0, 10);
}

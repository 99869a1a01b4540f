const DAY_MS = 86_400_000;

/** @param date YYYY-MM-DD */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const endOfMonth = (date: string): string => {
  const [year, month] = date.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
};

/** When the story begins, and what is open, in the year of its last day. All days YYYY-MM-DD. */
export interface Calendar {
  readonly firstDay: string;
  /** Only what is dated from here on is ever to be booked. */
  readonly startDate: string;
  /** Before it, periods are closed in Exact. */
  readonly openFrom: string;
  readonly today: string;
}

/**
 * A month before the start date, a month whose period is closed, and the rest of the year up to today.
 * @param today not before April: what is booked needs some weeks
 */
export function calendarUpTo(today: string): Calendar {
  const year = today.slice(0, 4);
  if (today < `${year}-04-01`) throw new RangeError(`A story that ends on ${today} has no room: take April or later.`);
  return {
    firstDay: `${Number(year) - 1}-12-01`,
    startDate: `${year}-01-01`,
    openFrom: `${year}-02-01`,
    today,
  };
}

export const PRESETS = ['thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Days {
  /** `YYYY-MM-DD`; both belong to the period. */
  readonly from: string;
  readonly to: string;
}

const MONTHS_IN_QUARTER = 3;

/** @param today by the clock on the user's wall */
export function daysOf(preset: Preset, today: Date): Days {
  const [year, month] = [today.getFullYear(), today.getMonth()];
  const quarter = month - (month % MONTHS_IN_QUARTER);
  switch (preset) {
    case 'thisMonth':
      return months(year, month, 1);
    case 'lastMonth':
      return months(year, month - 1, 1);
    case 'thisQuarter':
      return months(year, quarter, MONTHS_IN_QUARTER);
    case 'lastQuarter':
      return months(year, quarter - MONTHS_IN_QUARTER, MONTHS_IN_QUARTER);
    case 'thisYear':
      return months(year, 0, 12);
  }
}

const months = (year: number, first: number, count: number): Days => ({
  from: dayText(Date.UTC(year, first, 1)),
  to: dayText(Date.UTC(year, first + count, 0)),
});

const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The preset that comes to these days, or null. */
export const presetOf = ({ from, to }: Days, today: Date): Preset | null =>
  PRESETS.find((preset) => {
    const days = daysOf(preset, today);
    return days.from === from && days.to === to;
  }) ?? null;

export const isPeriod = ({ from, to }: Days): boolean => from !== '' && to !== '' && from <= to;

import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { daysOf, isPeriod, PRESETS, presetOf } from '../../../entrypoints/options/periods.ts';
import { reportCsv } from '../../../entrypoints/options/report-csv.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import type { ReportContent } from '../../../lib/report.ts';

const amounts = (net: string, vat: string, gross: string) => ({ net, vat, gross });
const SIDES = {
  invoiced: amounts('100.00', '21.00', '121.00'),
  booked: amounts('0.00', '0.00', '0.00'),
  difference: amounts('-100.00', '-21.00', '-121.00'),
};
const COUNTS = { counts: { invoiced: 1, booked: 0 } };

const CONTENT: ReportContent = {
  totals: [
    {
      currency: 'EUR',
      rates: [{ rate: '0.21', ...SIDES }],
      kinds: [{ kind: 'invoice', ...COUNTS, ...SIDES }],
      all: { ...COUNTS, ...SIDES },
    },
  ],
  equal: 0,
  rows: [
    {
      verdict: 'missing',
      document: {
        kind: 'invoice',
        id: 'd1',
        number: '2026 / 27',
        date: '2026-03-14',
        customer: '=HYPERLINK("x")',
        currency: 'EUR',
        webUrl: null,
        ...SIDES.invoiced,
      },
      entries: [],
      counts: [{ currency: 'EUR', ...SIDES }],
    },
  ],
  unread: [],
  doubleAccounts: [],
  doubleEntries: [],
};

describe('the file of a report', () => {
  const text = reportCsv(CONTENT, textsFor('nl'), 'nl-BE');
  const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ';', skipEmptyLines: true });

  it('has a line for each total and each difference, all as wide as its head', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(data.map(([line]) => line)).toEqual([
      'Regel',
      'Totaal per tarief',
      'Totaal per soort',
      'Totaal',
      'Verschil',
    ]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
  });

  it('has amounts that a spreadsheet takes for amounts, and texts that it takes for no formula', () => {
    const [, , , , difference = []] = data;
    expect(difference).toContain('-121,00');
    expect(difference).toContain('\'=HYPERLINK("x")');
    expect(difference.slice(3, 7)).toEqual(['Niet in Exact', 'Factuur', '2026 / 27', '2026-03-14']);
  });
});

describe('the periods to choose from', () => {
  it.each([
    ['thisMonth', '2026-01-01', '2026-01-31'],
    ['lastMonth', '2025-12-01', '2025-12-31'],
    ['thisQuarter', '2026-01-01', '2026-03-31'],
    ['lastQuarter', '2025-10-01', '2025-12-31'],
    ['thisYear', '2026-01-01', '2026-12-31'],
  ] as const)('have first and last day: %s', (preset, from, to) => {
    expect(daysOf(preset, new Date(2026, 0, 31, 23, 59))).toEqual({ from, to });
  });

  it('end on the last day of a short month, and are known again by their days', () => {
    const today = new Date(2028, 1, 29);
    expect(daysOf('thisMonth', today)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    for (const preset of PRESETS) expect(presetOf(daysOf(preset, today), today)).toBe(preset);
    expect(presetOf({ from: '2028-02-02', to: '2028-02-29' }, today)).toBeNull();
  });

  it('have a last day that is not before the first', () => {
    expect(isPeriod({ from: '2026-01-01', to: '2026-01-01' })).toBe(true);
    expect(isPeriod({ from: '2026-01-02', to: '2026-01-01' })).toBe(false);
    expect(isPeriod({ from: '', to: '2026-01-01' })).toBe(false);
  });
});

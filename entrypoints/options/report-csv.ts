import { fill, formatPercent, type Texts } from '../../lib/i18n/index.ts';
import type { ReportAmounts, ReportContent } from '../../lib/report.ts';
import { csvOf } from './csv.ts';

const SIDES = ['invoiced', 'booked', 'difference'] as const;
const AMOUNTS = ['net', 'vat', 'gross'] as const;

type Sides = Readonly<Record<(typeof SIDES)[number], ReportAmounts>>;

/** One line for each total, told by its first column, and one for each difference; a comma in amounts, dates as `YYYY-MM-DD`. */
export function reportCsv({ totals, rows }: ReportContent, texts: Texts, language: string): string {
  const { reports, csv, options, preview, document: kinds } = texts;
  const { lines } = reports.csv;
  const fields = [
    reports.csv.line,
    csv.currency,
    reports.csv.rate,
    reports.what,
    csv.kind,
    options.number,
    options.date,
    options.customer,
    csv.entryNumber,
    csv.journal,
    csv.entryDate,
    reports.csv.origin,
    ...SIDES.flatMap((side) =>
      AMOUNTS.map((amount) => fill(reports.csv.amount, { side: reports[side], amount: preview[amount] })),
    ),
    csv.teamleaderId,
    csv.exactId,
    csv.link,
  ];
  const amountsOf = (sides: Sides): string[] =>
    SIDES.flatMap((side) => AMOUNTS.map((amount) => sides[side][amount].replace('.', ',')));
  const total = (line: string, currency: string, rate: string, kind: string, sides: Sides): string[] => [
    line,
    currency,
    rate,
    '',
    kind,
    ...Array.from({ length: 7 }, () => ''),
    ...amountsOf(sides),
    '',
    '',
    '',
  ];
  const ofTotals = totals.flatMap(({ currency, rates, kinds: byKind, all }) => [
    ...rates.map((one) =>
      total(lines.rate, currency, one.rate === null ? reports.noRate : formatPercent(one.rate, language), '', one),
    ),
    ...byKind.map((one) => total(lines.kind, currency, '', reports.kinds[one.kind], one)),
    total(lines.all, currency, '', '', all),
  ]);
  const ofRows = rows.flatMap(({ verdict, document, entries, counts }) => {
    const together = (told: readonly (string | number)[]): string => told.join(' + ');
    return counts.map((one) => [
      lines.difference,
      one.currency,
      '',
      reports.verdict[verdict],
      document === null ? '' : kinds[document.kind],
      document?.number ?? entries[0]?.yourRef ?? '',
      document?.date ?? '',
      document?.customer ?? entries[0]?.customer ?? '',
      together(entries.map(({ entryNumber }) => entryNumber)),
      together(entries.map(({ journal }) => journal)),
      together(entries.map(({ date }) => date)),
      together(entries.map(({ isOurs }) => (isOurs ? reports.ours : reports.others))),
      ...amountsOf(one),
      document?.id ?? '',
      together(entries.map(({ id }) => id)),
      document?.webUrl ?? '',
    ]);
  });
  return csvOf(fields, [...ofTotals, ...ofRows]);
}

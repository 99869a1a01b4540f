import { download } from '../../components/download.ts';
import { Button, Notice, StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import type { ReportContent } from '../../lib/report.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import type { Days } from './periods.ts';
import { RateChart } from './RateChart.tsx';
import { reportCsv } from './report-csv.ts';
import { TotalsTable } from './TotalsTable.tsx';

const { reports } = texts;

/** More rows than this are found in the file. */
const MOST_ROWS = 300;

interface ReportResultProps {
  readonly content: ReportContent;
  readonly documents: readonly DocumentView[];
  /** Where Exact opens in the division. */
  readonly exact: string;
  readonly period: Days;
}

export function ReportResult({ content, documents, exact, period }: ReportResultProps) {
  const { totals, rows, equal, unread } = content;
  if (totals.length + unread.length === 0) return <p>{reports.nothing}</p>;
  const save = () =>
    download(reportCsv(content, texts, language), 'text/csv', `${reports.fileName}-${period.from}-${period.to}`, 'csv');
  return (
    <>
      <section>
        <p className="row" role="status">
          <StatusDot tone={rows.length === 0 ? 'good' : 'attention'} />
          {fill(rows.length === 0 ? reports.agrees : reports.equal, { count: equal, differences: rows.length })}
        </p>
        {unread.length > 0 && (
          <Notice tone="attention">
            {fill(reports.unread, { numbers: unread.map(({ number }) => number).join(', ') })}
          </Notice>
        )}
        <div className="row no-print">
          <Button onClick={save}>{texts.csv.download}</Button>
          <Button look="plain" onClick={() => print()}>
            {texts.preview.print}
          </Button>
        </div>
        {totals.map((one) => (
          <div key={one.currency} className="report-totals">
            <TotalsTable totals={one} />
            <RateChart totals={one} />
          </div>
        ))}
        <p className="prose soft">{reports.basis}</p>
      </section>
      <section aria-labelledby="differences">
        <h2 id="differences">{reports.differences}</h2>
        {rows.length === 0 && <p className="soft">{reports.noDifferences}</p>}
        {rows.length > MOST_ROWS && (
          <p className="soft">{fill(reports.shown, { shown: MOST_ROWS, count: rows.length })}</p>
        )}
        {rows.length > 0 && <DifferenceTable rows={rows.slice(0, MOST_ROWS)} documents={documents} exact={exact} />}
      </section>
    </>
  );
}

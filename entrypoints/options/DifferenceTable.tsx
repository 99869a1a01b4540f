import { OutcomeText } from '../../components/outcome-text.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatDate, formatMoney } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import type { ReportAmounts, ReportEntry, ReportRow } from '../../lib/report.ts';
import { DocumentActions } from './DocumentActions.tsx';
import { isNothing } from './TotalsTable.tsx';

const { reports, document: kinds, options } = texts;

const SIDES = ['invoiced', 'booked', 'difference'] as const;

interface DifferenceTableProps {
  readonly rows: readonly ReportRow[];
  /** As the last sync left them. */
  readonly documents: readonly DocumentView[];
  /** Where Exact opens in the division. */
  readonly exact: string;
}

/** Each difference with its document, its entries, and the way on. */
export function DifferenceTable({ rows, documents, exact }: DifferenceTableProps) {
  const known = new Map(documents.map((one) => [`${one.kind}/${one.id}`, one]));
  return (
    <div className="scroll">
      <table aria-labelledby="differences" className="compared">
        <thead>
          <tr>
            <th scope="col">{reports.what}</th>
            <th scope="col">{reports.document}</th>
            <th scope="col">{reports.entry}</th>
            {SIDES.map((side) => (
              <th key={side} scope="col" className="amount">
                {reports[side]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.document?.id ?? row.entries[0]?.id}
              row={row}
              exact={exact}
              known={known.get(`${row.document?.kind}/${row.document?.id}`)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: ReportRow;
  readonly exact: string;
  readonly known: DocumentView | undefined;
}

function Row({ row: { verdict, document, entries, counts }, exact, known }: RowProps) {
  const isHeldUp = verdict === 'missing' && known !== undefined && 'cause' in known.outcome;
  return (
    <tr>
      <td className="verdict">
        <div className="outcome">
          <StatusDot tone="attention" />
          <strong>{reports.verdict[verdict]}</strong>
        </div>
        {isHeldUp ? (
          <OutcomeText
            outcome={known.outcome}
            payment={null}
            isToCheck={false}
            webUrl={known.webUrl}
            connectionId={known.connectionId}
          />
        ) : (
          <p className="soft">{reports.fix[verdict]}</p>
        )}
        {known !== undefined && (
          <div className="no-print">
            <DocumentActions document={known} />
          </div>
        )}
      </td>
      <td>{document !== null && <DocumentText document={document} />}</td>
      <td>
        {entries.map((entry) => (
          <EntryText key={entry.id} entry={entry} exact={exact} />
        ))}
      </td>
      {SIDES.map((side) => (
        <td key={side} className="amount">
          {counts.map((one) => (
            <AmountText key={one.currency} amounts={one[side]} currency={one.currency} />
          ))}
        </td>
      ))}
    </tr>
  );
}

export function DocumentText({ document }: { readonly document: NonNullable<ReportRow['document']> }) {
  const name = `${kinds[document.kind]} ${document.number}`;
  return (
    <>
      {document.webUrl === null ? (
        name
      ) : (
        <a href={document.webUrl} target="_blank" rel="noreferrer" title={options.open}>
          {name}
        </a>
      )}
      <span className="hint">{[formatDate(document.date, language), document.customer].join(' · ')}</span>
    </>
  );
}

/** Exact documents no address for a single entry: its division is the nearest. */
export function EntryText({ entry, exact }: { readonly entry: ReportEntry; readonly exact: string }) {
  const date = formatDate(entry.date, language);
  const name = fill(reports.entryOf, { number: entry.entryNumber, journal: entry.journal, date });
  const told = [entry.isOurs ? reports.ours : reports.others, entry.customer, entry.yourRef];
  return (
    <div>
      <a href={exact} target="_blank" rel="noreferrer" title={texts.fixes.exact}>
        {name}
      </a>
      <span className="hint">{told.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

export function AmountText({ amounts, currency }: { readonly amounts: ReportAmounts; readonly currency: string }) {
  const money = (amount: string): string => formatMoney(amount, currency, language);
  return (
    <div>
      {money(amounts.gross)}
      {!(isNothing(amounts.gross) && isNothing(amounts.vat)) && (
        <span className="hint">{fill(reports.vatOf, { vat: withItsSign(money(amounts.vat)) })}</span>
      )}
    </div>
  );
}

/** A line may end after a minus that stands before a currency: not here. */
const withItsSign = (amount: string): string => amount.replace(/^-/, '-\u2060');

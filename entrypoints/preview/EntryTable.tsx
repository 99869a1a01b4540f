import { language, texts } from '../../components/texts.ts';
import { formatDate, formatMoney, formatNumber } from '../../lib/i18n/index.ts';
import type { Named, PreviewEntry } from '../../lib/preview.ts';

const { preview, entryField } = texts;

const FIELDS = [
  'journal',
  'entryNumber',
  'date',
  'dueDate',
  'yourRef',
  'description',
  'paymentReference',
  'paymentCondition',
  'currency',
  'rate',
] as const;

const told = ({ code, name }: Named): string => [code, name].filter(Boolean).join(' · ');

/** A sales entry as Exact shows it: its head, its lines, its totals. */
export function EntryTable({ entry }: { readonly entry: PreviewEntry }) {
  const money = (amount: string): string => formatMoney(amount, entry.currency, language);
  return (
    <>
      <Head entry={entry} />
      <div className="scroll">
        <table aria-label={preview.documents}>
          <thead>
            <tr>
              <th scope="col">{preview.account}</th>
              <th scope="col">{preview.line}</th>
              <th scope="col">{preview.vatCode}</th>
              <th scope="col" className="amount">
                {preview.net}
              </th>
              <th scope="col" className="amount">
                {preview.vat}
              </th>
            </tr>
          </thead>
          <tbody>
            {entry.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own, and never change places
              <tr key={index}>
                <td>{told(line.glAccount)}</td>
                <td>{line.description}</td>
                <td>{told(line.vatCode)}</td>
                <td className="amount">{money(line.net)}</td>
                <td className="amount">{money(line.vat)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sum">
              <th scope="row" colSpan={3}>
                {preview.total}
              </th>
              <td className="amount">{money(entry.net)}</td>
              <td className="amount">{money(entry.vat)}</td>
            </tr>
            <tr className="sum">
              <th scope="row" colSpan={3}>
                {preview.gross}
              </th>
              <td className="amount" colSpan={2}>
                {money(entry.gross)}
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function Head({ entry }: { readonly entry: PreviewEntry }) {
  const { entryNumber, dueDate, paymentCondition, rate } = entry;
  const fields: Readonly<Record<keyof typeof entryField, string | null>> = {
    journal: told(entry.journal),
    entryNumber: entryNumber === null ? preview.byExact : String(entryNumber),
    date: formatDate(entry.date, language),
    dueDate: dueDate && formatDate(dueDate, language),
    yourRef: entry.yourRef,
    description: entry.description,
    paymentReference: entry.paymentReference,
    paymentCondition: paymentCondition === null ? preview.byCustomer : told(paymentCondition),
    currency: entry.currency,
    rate: rate && formatNumber(rate, language),
  };
  return (
    <dl className="fields">
      {FIELDS.filter((field) => fields[field] !== null).map((field) => (
        <div key={field}>
          <dt>{entryField[field]}</dt>
          <dd>{fields[field]}</dd>
        </div>
      ))}
    </dl>
  );
}

import { language, texts } from '../../components/texts.ts';
import { fill, formatDate, formatMoney, formatPercent } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import type { Difference, Drift } from '../../lib/standing.ts';

const { drifted, driftField } = texts;

interface DriftDetailProps {
  readonly document: DocumentView;
  readonly drift: Drift;
}

/** What is no longer as it was booked, side by side, and what to do about it. */
export function DriftDetail({ document, drift }: DriftDetailProps) {
  if (drift.kind === 'removed') {
    return (
      <div className="cause">
        <strong>{drifted.removed}</strong> <span>{drifted.removedFix}</span>
      </div>
    );
  }
  return (
    <>
      <div className="cause">
        <strong>{drifted.changed}</strong> <span>{drift.isFinal ? drifted.final : drifted.changedFix}</span>
      </div>
      <div className="scroll">
        <table aria-label={drifted.changed}>
          <thead>
            <tr>
              <th scope="col">{drifted.where}</th>
              <th scope="col">{drifted.what}</th>
              <th scope="col">{drifted.booked}</th>
              <th scope="col">{drifted.now}</th>
            </tr>
          </thead>
          <tbody>
            {drift.differences.map((one) => (
              <tr key={`${one.side}/${one.field}/${one.of}`}>
                <td>{texts.service[one.side]}</td>
                <th scope="row">{nameOf(one)}</th>
                <td>{shownValue(one, one.booked, document.currency)}</td>
                <td>{shownValue(one, one.now, document.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function nameOf({ side, field, of }: Difference): string {
  const name = driftField[field];
  if (of === null) return name;
  return side === 'teamleader'
    ? fill(drifted.atRate, { field: name, rate: formatPercent(of, language) })
    : fill(drifted.underCode, { field: name, code: of });
}

const AMOUNTS: ReadonlySet<Difference['field']> = new Set(['net', 'vat', 'gross']);

function shownValue({ field }: Difference, value: string, currency: string): string {
  if (AMOUNTS.has(field)) return formatMoney(value, currency, language);
  if (field === 'date') return formatDate(value, language);
  return field === 'account' && value === '' ? drifted.another : value;
}

import { language, texts } from '../../components/texts.ts';
import { fill, formatNumber, formatPercent } from '../../lib/i18n/index.ts';
import type { ReportAmounts, ReportTotals } from '../../lib/report.ts';

const { reports, preview } = texts;

const SIDES = ['invoiced', 'booked', 'difference'] as const;
const AMOUNTS = ['net', 'vat', 'gross'] as const;

export const nameRate = (rate: string | null): string =>
  rate === null ? reports.noRate : formatPercent(rate, language);

/** Net, VAT and gross of both sides, all in the currency of its caption: by rate, by kind, and in all. */
export function TotalsTable({ totals: { currency, rates, kinds, all } }: { readonly totals: ReportTotals }) {
  return (
    <div className="scroll">
      <table className="totals">
        <caption>{fill(reports.totals, { currency })}</caption>
        <thead>
          <tr>
            <td rowSpan={2} />
            {SIDES.map((side) => (
              <th key={side} scope="colgroup" colSpan={AMOUNTS.length} className="side">
                {reports[side]}
              </th>
            ))}
          </tr>
          <tr>
            {SIDES.flatMap((side) =>
              AMOUNTS.map((amount) => (
                <th key={`${side}/${amount}`} scope="col" className={amount === 'net' ? 'amount side' : 'amount'}>
                  {preview[amount]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rates.map(({ rate, ...sides }) => (
            <Row key={rate ?? ''} name={nameRate(rate)} {...sides} />
          ))}
          {kinds.filter(isThere).map(({ kind, counts, ...sides }, index) => (
            <Row
              key={kind}
              name={reports.kinds[kind]}
              counts={counts}
              look={index === 0 ? 'first' : undefined}
              {...sides}
            />
          ))}
        </tbody>
        <tfoot>
          <Row name={preview.total} look="sum" {...all} />
        </tfoot>
      </table>
    </div>
  );
}

/** Of a kind that neither side knows, there is nothing to say. */
const isThere = ({ counts }: ReportTotals['kinds'][number]): boolean => counts.invoiced + counts.booked > 0;

type RowProps = Readonly<Record<(typeof SIDES)[number], ReportAmounts>> & {
  readonly name: string;
  /** Documents and entries; left out where an entry may bear several rates. */
  readonly counts?: ReportTotals['all']['counts'];
  readonly look?: 'first' | 'sum' | undefined;
};

function Row({ name, counts, look, ...sides }: RowProps) {
  return (
    <tr className={look}>
      <th scope="row">
        {name}
        {counts !== undefined && <span className="hint">{fill(reports.counted, counts)}</span>}
      </th>
      {SIDES.flatMap((side) =>
        AMOUNTS.map((amount) => {
          const value = sides[side][amount];
          const isOff = side === 'difference' && !isNothing(value);
          return (
            <td
              key={`${side}/${amount}`}
              className={['amount', amount === 'net' && 'side', isOff && 'is-off'].filter(Boolean).join(' ')}
            >
              {formatNumber(value, language)}
            </td>
          );
        }),
      )}
    </tr>
  );
}

/** `0.00`, or `0` of a currency without cents. */
export const isNothing = (amount: string): boolean => /^-?0(\.0+)?$/.test(amount);

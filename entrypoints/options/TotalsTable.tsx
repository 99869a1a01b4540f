import { language, texts } from '../../components/texts.ts';
import { fill, formatMoney, formatPercent } from '../../lib/i18n/index.ts';
import type { ReportAmounts, ReportTotals } from '../../lib/report.ts';

const { reports, preview } = texts;

const SIDES = ['invoiced', 'booked', 'difference'] as const;
const AMOUNTS = ['net', 'vat', 'gross'] as const;

export const nameRate = (rate: string | null): string =>
  rate === null ? reports.noRate : formatPercent(rate, language);

/** Net, VAT and gross of both sides: by rate, by kind, and in all. */
export function TotalsTable({ totals: { currency, rates, kinds, all } }: { readonly totals: ReportTotals }) {
  const counted = (kind: string, counts: ReportTotals['all']['counts']): string =>
    fill(reports.counted, { kind, ...counts });
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
            <Row key={rate ?? ''} name={nameRate(rate)} currency={currency} {...sides} />
          ))}
          {kinds.map(({ kind, counts, ...sides }) => (
            <Row
              key={kind}
              name={counted(reports.kinds[kind], counts)}
              currency={currency}
              look={kind === 'invoice' ? 'first' : undefined}
              {...sides}
            />
          ))}
        </tbody>
        <tfoot>
          <Row name={counted(preview.total, all.counts)} currency={currency} look="sum" {...all} />
        </tfoot>
      </table>
    </div>
  );
}

type RowProps = Readonly<Record<(typeof SIDES)[number], ReportAmounts>> & {
  readonly name: string;
  readonly currency: string;
  readonly look?: 'first' | 'sum' | undefined;
};

function Row({ name, currency, look, ...sides }: RowProps) {
  return (
    <tr className={look}>
      <th scope="row">{name}</th>
      {SIDES.flatMap((side) =>
        AMOUNTS.map((amount) => {
          const value = sides[side][amount];
          const isOff = side === 'difference' && !isNothing(value);
          return (
            <td
              key={`${side}/${amount}`}
              className={['amount', amount === 'net' && 'side', isOff && 'is-off'].filter(Boolean).join(' ')}
            >
              {formatMoney(value, currency, language)}
            </td>
          );
        }),
      )}
    </tr>
  );
}

/** `0.00`, or `0` of a currency without cents. */
export const isNothing = (amount: string): boolean => /^-?0(\.0+)?$/.test(amount);

import { language, texts } from '../../components/texts.ts';
import { fill, formatMoney } from '../../lib/i18n/index.ts';
import type { ReportTotals } from '../../lib/report.ts';
import { nameRate } from './TotalsTable.tsx';

const { reports } = texts;

const SIDES = ['invoiced', 'booked'] as const;

/** Both sides' net amounts as bars; the same figures stand in the table beside it. */
export function RateChart({ totals: { currency, rates } }: { readonly totals: ReportTotals }) {
  // Lengths on a screen, which need not be right to the cent.
  const sizeOf = (net: string): number => Math.abs(Number(net));
  const largest = Math.max(...rates.flatMap((one) => SIDES.map((side) => sizeOf(one[side].net))));
  if (!(largest > 0)) return null;
  const title = fill(reports.chart, { currency });
  const money = (net: string): string => formatMoney(net, currency, language);
  const told = rates.map(({ rate, invoiced, booked }) =>
    fill(reports.chartRow, { rate: nameRate(rate), invoiced: money(invoiced.net), booked: money(booked.net) }),
  );
  return (
    <figure className="chart">
      <figcaption>
        {title}
        <span className="legend" aria-hidden="true">
          {SIDES.map((side) => (
            <span key={side} className={`key is-${side}`}>
              {reports[side]}
            </span>
          ))}
        </span>
      </figcaption>
      <div role="img" aria-label={told.join('; ')} className="bars">
        {rates.map((one) => (
          <div key={one.rate ?? ''} className="rate">
            <span>{nameRate(one.rate)}</span>
            <svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
              {SIDES.map((side, at) => (
                <rect
                  key={side}
                  className={`is-${side}`}
                  y={at * 10 + 1}
                  height={8}
                  width={(sizeOf(one[side].net) / largest) * 100}
                />
              ))}
            </svg>
          </div>
        ))}
      </div>
    </figure>
  );
}

import Big from 'big.js';
import type { SalesEntry, VatCode } from '../accounting/facts.ts';
import { formatAmount, sum, ZERO } from '../accounting/money.ts';
import type { PreviewTotals } from '../preview.ts';

interface Sums {
  readonly net: Big;
  readonly vat: Big;
}

const NOTHING: Sums = { net: ZERO, vat: ZERO };

/** Adds up what entries say, by currency and by the percentage of their lines' VAT codes. */
export class Totals {
  /** Currency to rate to sums. */
  readonly #sums = new Map<string, Map<string, Sums>>();

  add({ currency, lines }: SalesEntry, vatCodes: readonly VatCode[]): void {
    const rates = this.#sums.get(currency) ?? new Map<string, Sums>();
    this.#sums.set(currency, rates);
    for (const { vatCode, net, vat } of lines) {
      const rate = vatCodes.find(({ code }) => code === vatCode)?.rate.toFixed() ?? '0';
      const before = rates.get(rate) ?? NOTHING;
      rates.set(rate, { net: before.net.plus(net), vat: before.vat.plus(vat) });
    }
  }

  /** By currency, the highest rate first. */
  view(connectionId: string): PreviewTotals[] {
    return [...this.#sums].map(([currency, rates]) => {
      const told = (amount: Big): string => formatAmount(amount, currency);
      const net = sum([...rates.values()].map((one) => one.net));
      const vat = sum([...rates.values()].map((one) => one.vat));
      const inOrder = [...rates].toSorted(([a], [b]) => new Big(b).cmp(a));
      return {
        connectionId,
        currency,
        rates: inOrder.map(([rate, sums]) => ({ rate, net: told(sums.net), vat: told(sums.vat) })),
        net: told(net),
        vat: told(vat),
        gross: told(net.plus(vat)),
      };
    });
  }
}

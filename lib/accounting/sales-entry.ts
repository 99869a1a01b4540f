import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { entryLines, shortened } from './entry-lines.ts';
import { entryNumberOf } from './entry-number.ts';
import type { Journal, ReferenceData, SalesDocument, SalesEntry } from './facts.ts';
import { formatAmount, sum, ZERO } from './money.ts';
import { matchPaymentCondition } from './payment-terms.ts';

/** Exact's field for the customer's reference holds thirty signs. */
const YOUR_REF_LENGTH = 30;

/**
 * The one sales entry that says in Exact what the document says in Teamleader, or why there is none. Everything that can
 * be known is checked here, before anything is sent: a refusal by Exact is expensive. Features D2 to D6.
 */
export function planEntry(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
): Result<SalesEntry, Cause> {
  const { kind, currency } = document;
  if (document.lines.some((line) => line.isTaxWithheld)) return err({ type: 'taxWithheld' });
  if (document.lines.length === 0) return err({ type: 'noLines' });
  const journal = salesJournal(document, reference, connection);
  if (!journal.ok) return journal;
  const rate = rateOf(document, journal.value, reference.currency);
  if (!rate.ok) return rate;
  const lines = entryLines(document, reference, connection);
  if (!lines.ok) return lines;

  const net = sum(lines.value.map((line) => line.net));
  const vat = sum(lines.value.map((line) => line.vat));
  const equal = equalTotals(document, net, vat);
  if (!equal.ok) return equal;

  // Exact has no kind of its own for what is sent: a credit note is an entry with negative amounts in its journal.
  const signed = (amount: Big): Big => (kind === 'creditNote' && !amount.eq(ZERO) ? amount.neg() : amount);
  return ok({
    kind,
    documentId: document.id,
    journal: journal.value.code,
    entryNumber: entryNumberOf(document.number),
    date: document.date,
    dueDate: kind === 'invoice' ? document.dueOn : null,
    yourRef: document.number.slice(0, YOUR_REF_LENGTH),
    description: shortened(`${document.number} ${document.customer.name}`),
    paymentReference: document.paymentReference,
    paymentCondition:
      kind === 'invoice'
        ? (matchPaymentCondition(document.paymentTerm, document.isDirectDebit, reference.paymentConditions)?.code ??
          null)
        : null,
    currency,
    rate: rate.value,
    link: document.webUrl ?? `https://focus.teamleader.eu/creditnote_detail.php?id=${document.id}`,
    lines: lines.value.map((line) => ({ ...line, net: signed(line.net), vat: signed(line.vat) })),
    net: signed(net),
    vat: signed(vat),
    gross: signed(net.plus(vat)),
  });
}

function salesJournal(
  document: SalesDocument,
  reference: ReferenceData,
  { journals }: Connection,
): Result<Journal, Cause> {
  const code = document.kind === 'invoice' ? journals.invoices : journals.creditNotes;
  const journal = reference.journals.find((one) => one.code === code && one.isSales);
  if (journal === undefined) return err({ type: 'journalMissing', journal: code });
  return journal.isBlocked ? err({ type: 'journalBlocked', journal: code }) : ok(journal);
}

/** Null in the division's own currency, and where the journal takes Exact's rate of the day and no other. */
function rateOf(document: SalesDocument, journal: Journal, divisionCurrency: string): Result<Big | null, Cause> {
  const { currency } = document;
  if (currency === divisionCurrency && (journal.allowsOtherCurrencies || journal.currency === currency))
    return ok(null);
  if (!journal.allowsOtherCurrencies && journal.currency !== currency) {
    return err({ type: 'currencyNotAllowed', currency, journal: journal.code });
  }
  const rate = divisionCurrencyPerUnit(document.exchangeRate, currency, divisionCurrency);
  if (rate === null) return err({ type: 'exchangeRateMissing', currency });
  return ok(journal.allowsOtherRates ? rate : null);
}

/**
 * Units of the division's currency for one unit of the document's. Teamleader's documentation does not say which way its
 * rate points; `from` times the rate being `to` is what its names say. The one place to change, should it be otherwise.
 */
export function divisionCurrencyPerUnit(
  exchangeRate: SalesDocument['exchangeRate'],
  currency: string,
  divisionCurrency: string,
): Big | null {
  if (exchangeRate === null || exchangeRate.rate.lte(ZERO)) return null;
  const { from, to, rate } = exchangeRate;
  if (from === currency && to === divisionCurrency) return rate;
  return from === divisionCurrency && to === currency ? ZERO.plus(1).div(rate) : null;
}

/** Equal or not at all: net, VAT and gross to the cent. */
function equalTotals(document: SalesDocument, net: Big, vat: Big): Result<null, Cause> {
  const stated = sum(document.taxes.map((tax) => tax.vat));
  const figures = [
    ['net', document.net, net],
    ['vat', stated, vat],
    ['gross', document.gross, net.plus(vat)],
  ] as const;
  const unequal = figures.find(([, teamleader, entry]) => !teamleader.eq(entry));
  if (unequal === undefined) return ok(null);
  const [figure, teamleader, entry] = unequal;
  return err({
    type: 'totalsDiffer',
    figure,
    teamleader: formatAmount(teamleader, document.currency),
    entry: formatAmount(entry, document.currency),
    currency: document.currency,
  });
}

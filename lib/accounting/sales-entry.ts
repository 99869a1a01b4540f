import type Big from 'big.js';
import type { Connection } from '../connection.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { shortened } from './description.ts';
import { entryLines } from './entry-lines.ts';
import { entryNumberOf } from './entry-number.ts';
import { entryRate } from './exchange-rate.ts';
import type { Customer, Journal, RateUse, ReferenceData, SalesDocument, SalesEntry, SalesEntryLine } from './facts.ts';
import { formatAmount, roundTo, sum } from './money.ts';
import { matchPaymentCondition } from './payment-terms.ts';

/** Exact's field for the customer's reference holds thirty signs. */
const YOUR_REF_LENGTH = 30;

/** What the entry of a document says beside the document itself. */
export interface Surroundings {
  readonly customer: Customer;
  /** The number of the invoice that a credit note credits. */
  readonly creditedNumber: string | null;
  readonly rateUse: RateUse;
}

/**
 * The one sales entry that says in Exact what the document says in Teamleader, or why there is none. Everything that can
 * be known is checked here, before anything is sent: a refusal by Exact is expensive. Features D2 to D6.
 */
export function planEntry(
  document: SalesDocument,
  reference: ReferenceData,
  connection: Connection,
  { customer, creditedNumber, rateUse }: Surroundings,
): Result<SalesEntry, Cause> {
  const journal = salesJournal(document, reference, connection);
  if (!journal.ok) return journal;
  const problem = documentProblem(document, reference);
  if (problem !== null) return err(problem);
  const rate = entryRate(document, journal.value, reference);
  if (!rate.ok) return rate;
  const lines = entryLines(document, reference, connection);
  if (!lines.ok) return lines;
  const listed = lines.value.find((line) => isListed(line, reference));
  if (listed !== undefined && !customer.vatNumber) {
    return err({ type: 'vatNumberNeeded', name: customer.name, vatCode: listed.vatCode });
  }

  const net = sum(lines.value.map((line) => line.net));
  const vat = sum(lines.value.map((line) => line.vat));
  const equal = equalTotals(document, net, vat);
  if (!equal.ok) return equal;

  // Exact has no kind of its own for what is sent: a credit note is an entry with negative amounts in its journal.
  const isCreditNote = document.kind === 'creditNote';
  const signed = (amount: Big): Big => (isCreditNote ? amount.neg() : amount);
  const name = nameOf(document, creditedNumber);
  return ok({
    kind: document.kind,
    documentId: document.id,
    journal: journal.value.code,
    entryNumber: entryNumberOf(document.number, document.date, connection.entrySeries),
    date: document.date,
    dueDate: isCreditNote ? null : document.dueOn,
    yourRef: (name.length <= YOUR_REF_LENGTH ? name : document.number).slice(0, YOUR_REF_LENGTH),
    description: shortened(`${name} ${document.customer.name}`),
    paymentReference: document.paymentReference?.trim() || null,
    paymentCondition: isCreditNote ? null : paymentConditionOf(document, reference),
    currency: document.currency,
    rate: rate.value,
    rateUse,
    link: linkTo(document),
    lines: lines.value.map((line) => ({ ...line, net: signed(line.net), vat: signed(line.vat) })),
    net: signed(net),
    vat: signed(vat),
    gross: signed(net.plus(vat)),
  });
}

/** What keeps the document from being booked whatever its lines say. */
function documentProblem(document: SalesDocument, { financialPeriods }: ReferenceData): Cause | null {
  const { date, currency, net, gross, taxes } = document;
  if (document.lines.length === 0) return { type: 'noLines' };
  if (document.isTaxWithheld) return { type: 'taxWithheld' };
  const isCovered = financialPeriods.some(({ from, to }) => from <= date && date <= to);
  if (financialPeriods.length > 0 && !isCovered) return { type: 'financialYearMissing', date };
  const stated = [net, gross, ...taxes.flatMap((tax) => [tax.base, tax.vat])];
  const tooFine = stated.find((amount) => !roundTo(amount, currency).eq(amount));
  return tooFine === undefined ? null : { type: 'amountTooFine', amount: tooFine.toFixed(), currency };
}

/** Sales under some VAT codes are listed by the customer's VAT number. */
const isListed = ({ vatCode }: SalesEntryLine, { vatCodes }: ReferenceData): boolean =>
  vatCodes.some((one) => one.code === vatCode && one.euListing !== null);

/** A credit note names the invoice that it credits. Feature D5. */
const nameOf = ({ number }: SalesDocument, creditedNumber: string | null): string =>
  creditedNumber === null ? number : `${number} (${creditedNumber})`;

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

const paymentConditionOf = (document: SalesDocument, { paymentConditions }: ReferenceData): string | null =>
  matchPaymentCondition(document.paymentTerm, document.isDirectDebit, paymentConditions)?.code ?? null;

const PAGES = { invoice: 'invoice_detail.php', creditNote: 'creditnote_detail.php' } as const;

/** The document's page for a person. It always carries the id, by which the entry is recognised ever after. */
function linkTo({ kind, id, webUrl }: SalesDocument): string {
  const page = webUrl ?? `https://focus.teamleader.eu/${PAGES[kind]}?id=${id}`;
  return page.includes(id) ? page : `${page}#${id}`;
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

import type { CalendarDate, DocumentHeader, DocumentKind, DocumentLine, SalesDocument } from '../accounting/facts.ts';
import type { UnreadableRow } from './rows.ts';
import type {
  WireCreditNote,
  WireCreditNoteHeader,
  WireDetails,
  WireHeader,
  WireInvoice,
  WireInvoiceHeader,
  WireTotal,
} from './schemas.ts';
import { documentIdentitySchema } from './schemas.ts';

/** Plus or minus one: what amounts are multiplied with, so that they are positive for what the document's kind says. */
type Sign = 1 | -1;

/** A row of the list of invoices, or null for a draft. */
export function readInvoiceHeader(invoice: WireInvoiceHeader): DocumentHeader | null {
  const { invoice_number: number, invoice_date: date } = invoice;
  if (number === null || !date) return null;
  return { kind: 'invoice', number, date, ...readHeader(invoice, 1), due: invoice.total.due?.amount ?? null };
}

/** A row of the list of credit notes, or null for one without number or date. */
export function readCreditNoteHeader(creditNote: WireCreditNoteHeader): DocumentHeader | null {
  const { credit_note_number: number, credit_note_date: date } = creditNote;
  if (number === null || !date) return null;
  return { kind: 'creditNote', number, date, ...readHeader(creditNote, signOf(creditNote.total)), due: null };
}

/** A document of which the list is not understood: as much of it as could be read. */
export interface UnreadableDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly number: string | null;
  readonly date: CalendarDate | null;
  readonly customerName: string | null;
  readonly companyEntityId: string | null;
  /** Which field, and the kind of fault. */
  readonly detail: string;
}

/** A row of either list that is not understood, as far as it says of which document it is. */
export function readUnreadable(kind: DocumentKind, { id, row, detail }: UnreadableRow): UnreadableDocument {
  const told = documentIdentitySchema.parse(row);
  return {
    kind,
    id,
    number: told.invoice_number ?? told.credit_note_number,
    date: told.invoice_date ?? told.credit_note_date ?? null,
    customerName: told.invoicee?.name ?? null,
    companyEntityId: told.department?.id ?? null,
    detail,
  };
}

export function readInvoice(invoice: WireInvoice): SalesDocument | null {
  const header = readInvoiceHeader(invoice);
  if (header === null) return null;
  return {
    ...header,
    ...readDetails(invoice, 1),
    dueOn: invoice.due_on ?? null,
    paymentTerm: invoice.payment_term ?? null,
    paymentReference: invoice.payment_reference,
    purchaseOrderNumber: invoice.purchase_order_number,
    isDirectDebit: DIRECT_DEBIT.has(invoice.expected_payment_method?.method),
    creditedInvoiceId: null,
  };
}

/** Credit notes have no term, reference or due date in Teamleader. */
export function readCreditNote(creditNote: WireCreditNote): SalesDocument | null {
  const header = readCreditNoteHeader(creditNote);
  if (header === null) return null;
  return {
    ...header,
    ...readDetails(creditNote, signOf(creditNote.total)),
    dueOn: null,
    paymentTerm: null,
    paymentReference: null,
    purchaseOrderNumber: null,
    isDirectDebit: false,
    creditedInvoiceId: creditNote.invoice?.id ?? null,
  };
}

const DIRECT_DEBIT: ReadonlySet<string | undefined> = new Set(['sepa_direct_debit', 'direct_debit']);

/** Teamleader does not say with which sign a credit note gives back: where its totals say minus, minus means that. */
const signOf = ({ tax_exclusive: net, tax_inclusive: gross }: WireTotal): Sign =>
  net.amount.lte(0) && gross.amount.lt(0) ? -1 : 1;

function readHeader({ id, department, invoicee, total, web_url, updated_at }: WireHeader, sign: Sign) {
  const { type, id: customerId } = invoicee.customer;
  return {
    id,
    companyEntityId: department.id,
    customer: { type, id: customerId, name: invoicee.name, vatNumber: invoicee.vat_number },
    currency: total.tax_exclusive.currency,
    net: total.tax_exclusive.amount.times(sign),
    gross: total.tax_inclusive.amount.times(sign),
    taxes: total.taxes.map(({ rate, taxable, tax }) => ({
      rate,
      base: taxable.amount.times(sign),
      vat: tax.amount.times(sign),
    })),
    webUrl: web_url,
    updatedAt: updated_at,
  };
}

function readDetails({ currency_exchange_rate, discounts, grouped_lines, total }: WireDetails, sign: Sign) {
  const lines = grouped_lines.flatMap(({ line_items }) => line_items);
  return {
    lines: lines.map((line) => readLine(line, sign)),
    isTaxWithheld: (total.withheld_taxes ?? []).length > 0 || lines.some((line) => Boolean(line.withheld_tax)),
    discounts: (discounts ?? []).map(({ value, description }) => ({ percentage: value, description })),
    exchangeRate: currency_exchange_rate ?? null,
  };
}

type WireLine = WireDetails['grouped_lines'][number]['line_items'][number];

function readLine(line: WireLine, sign: Sign): DocumentLine {
  return {
    description: line.description,
    quantity: line.quantity,
    taxRateId: line.tax.id,
    productCategoryId: line.product_category?.id ?? null,
    net: line.total.tax_exclusive.amount.times(sign),
  };
}

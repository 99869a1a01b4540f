import { Big } from 'big.js';
import { z } from 'zod';
import type { BusinessDocument } from '../../business/business.ts';
import { data, noContent, refusal } from '../answers.ts';
import { numberKey } from '../document-number.ts';
import { uuidFrom } from '../ids.ts';
import { sameInstant } from '../instants.ts';
import { changedSince, contains, pageAnswer, sorted, wanted } from './lists.ts';
import { type Call, type Method, method, notFound } from './method.ts';
import { customerReference, date, dateTime, id, ids, includes, money, onlyId, page, sort } from './schemas.ts';
import * as views from './views.ts';

const invoicesList = z.strictObject({
  filter: z
    .strictObject({
      ids,
      term: z.string().optional(),
      invoice_number: z.string().optional(),
      department_id: id.optional(),
      deal_id: id.optional(),
      project_id: id.optional(),
      subscription_id: id.optional(),
      status: z.array(z.enum(['draft', 'outstanding', 'matched'])).optional(),
      updated_since: dateTime.optional(),
      purchase_order_number: z.string().optional(),
      payment_reference: z.string().optional(),
      invoice_date_after: date.optional(),
      invoice_date_before: date.optional(),
      customer: customerReference.optional(),
    })
    .optional(),
  page,
  sort: sort('invoice_number', 'invoice_date'),
  includes: includes('late_fees'),
});
type InvoiceFilter = z.output<typeof invoicesList>['filter'];

const invoicesInfo = z.strictObject({ id, includes: includes('late_fees') });
const invoicesDownload = z.strictObject({
  id,
  format: z.enum(['pdf', 'ubl/e-fff', 'ubl/peppol_bis_3', 'ubl/xrechnung']),
});
const registerPayment = z.strictObject({
  id,
  payment: money,
  paid_at: dateTime,
  payment_method_id: id.optional(),
});

export const invoiceMethods: readonly Method[] = [
  method('invoices.list', invoicesList, ({ filter, page: asked, sort: by, includes: names }, call) => {
    const found = [...call.ledger.invoices.values()].filter((invoice) => matches(invoice, filter, call));
    const inOrder = sorted(found, by, [defaultOrder(call)], {
      invoice_number: ({ number }) => numberKey(number),
      invoice_date: (invoice) => invoice.date,
    });
    return pageAnswer(inOrder, asked, call, (invoice) => listedInvoice(invoice, call, names));
  }),

  method('invoices.info', invoicesInfo, ({ id: invoiceId, includes: names }, call) => {
    const invoice = call.ledger.invoices.get(invoiceId);
    return invoice === undefined ? notFound('Invoice') : data(invoiceDetails(invoice, call, names));
  }),

  method('invoices.download', invoicesDownload, ({ id: invoiceId, format }, { ledger, downloads }) => {
    const invoice = ledger.invoices.get(invoiceId);
    return invoice === undefined ? notFound('Invoice') : data(downloads.offer(invoice, format));
  }),

  method('invoices.registerPayment', registerPayment, (asked, { ledger, switches }) => {
    const invoice = ledger.invoices.get(asked.id);
    if (invoice === undefined) return notFound('Invoice');
    const { amount, currency } = asked.payment;
    const refused = whyNotPayable(
      invoice,
      new Big(amount),
      currency,
      switches.refusesOverpayment ? ledger.dueOf(invoice) : null,
    );
    if (refused !== null) return refusal(400, { title: refused, meta: { field: 'payment' } });
    ledger.addPayment({
      invoiceId: invoice.id,
      paidAt: sameInstant(asked.paid_at),
      amount: String(amount),
      currency,
      methodId: asked.payment_method_id ?? null,
    });
    return noContent;
  }),

  method('invoices.removePayments', onlyId, ({ id: invoiceId }, { ledger }) => {
    const invoice = ledger.invoices.get(invoiceId);
    if (invoice === undefined) return notFound('Invoice');
    if (invoice.status === 'draft') return refusal(400, { title: 'A draft invoice has no payments' });
    ledger.removePayments(invoiceId);
    return noContent;
  }),
];

function whyNotPayable(invoice: BusinessDocument, paid: Big, currency: string, most: Big | null): string | null {
  if (invoice.status === 'draft') return 'A draft invoice cannot be paid';
  if (currency !== invoice.currency) return 'The payment is not in the currency of the invoice';
  if (paid.lte(0)) return 'The amount must be above zero';
  return most !== null && paid.gt(most) ? 'The amount is more than what is due' : null;
}

const defaultOrder = ({ switches }: Call) => ({
  field: 'invoice_number' as const,
  order: switches.invoiceListDefaultOrder,
});

function matches(invoice: BusinessDocument, filter: InvoiceFilter, { ledger }: Call): boolean {
  if (filter === undefined) return true;
  const { date: day } = invoice;
  return (
    wanted(filter.ids, invoice.id) &&
    contains(
      filter.term,
      invoice.number,
      invoice.purchaseOrderNumber,
      invoice.paymentReference,
      views.customerOf(invoice, ledger).name,
    ) &&
    wanted(filter.invoice_number, invoice.number) &&
    wanted(filter.department_id, invoice.companyEntityId) &&
    [filter.deal_id, filter.project_id, filter.subscription_id].every((linked) => linked === undefined) &&
    wanted(filter.status, invoice.status) &&
    changedSince(filter.updated_since, invoice.updatedAt) &&
    wanted(filter.purchase_order_number, invoice.purchaseOrderNumber) &&
    wanted(filter.payment_reference, invoice.paymentReference) &&
    (filter.invoice_date_after === undefined || (day !== null && day >= filter.invoice_date_after)) &&
    (filter.invoice_date_before === undefined || (day !== null && day <= filter.invoice_date_before)) &&
    views.isFor(filter.customer, invoice, ledger)
  );
}

type Includes = readonly 'late_fees'[] | undefined;

function common(invoice: BusinessDocument, call: Call) {
  const booked = invoice.status !== 'draft';
  const paid = invoice.status === 'matched';
  return {
    id: invoice.id,
    department: views.reference('department', invoice.companyEntityId),
    invoice_number: invoice.number,
    invoice_date: invoice.date,
    status: invoice.status,
    due_on: invoice.dueOn,
    paid,
    paid_at: paid ? paidAt(invoice, call) : null,
    sent: booked,
    purchase_order_number: invoice.purchaseOrderNumber,
    payment_reference: invoice.paymentReference,
    currency_exchange_rate: views.exchangeRate(invoice, call),
    created_at: sameInstant(invoice.createdAt),
    updated_at: sameInstant(invoice.updatedAt),
    file: booked ? views.reference('file', uuidFrom('file', invoice.id)) : null,
    deal: null,
    project: null,
    delivery_date: null,
  };
}

/** Without a payment it was settled by credit notes. */
function paidAt(invoice: BusinessDocument, { ledger }: Call): string {
  return ledger.payments.get(invoice.id)?.at(-1)?.paidAt ?? sameInstant(invoice.updatedAt);
}

function listedInvoice(invoice: BusinessDocument, call: Call, names: Includes) {
  return {
    ...common(invoice, call),
    invoicee: { ...views.invoicee(invoice, call.ledger), for_attention_of: null },
    total: totalWithDue(invoice, call, names),
    web_url: `https://focus.teamleader.eu/invoice_detail.php?id=${invoice.id}`,
    subscription: null,
  };
}

function invoiceDetails(invoice: BusinessDocument, call: Call, names: Includes) {
  const { currency, totals, lines } = invoice;
  const grossBefore = lines.reduce((sum, { gross }) => sum.plus(gross), new Big(0));
  return {
    ...common(invoice, call),
    invoicee: { ...views.invoiceeDetails(invoice, call.ledger), for_attention_of: null },
    discounts: views.discounts(invoice),
    grouped_lines: views.groupedLines(invoice, 1).map(({ section, line_items }) => ({
      section,
      line_items: line_items.map((line) => ({ ...line, withheld_tax: views.withheldTax(invoice) })),
    })),
    total: {
      ...totalWithDue(invoice, call, names),
      tax_exclusive_before_discount: views.money(totals.netBeforeDiscount, currency),
      tax_inclusive_before_discount: views.money(grossBefore, currency),
      withheld_taxes: views.withheldTaxes(invoice),
    },
    payment_term: views.paymentTerm(invoice.paymentTerm),
    payments: (call.ledger.payments.get(invoice.id) ?? []).map((payment) => ({
      paid_at: payment.paidAt,
      payment: views.money(payment.amount, payment.currency),
    })),
    note: null,
    invoice_content: null,
    currency,
    expected_payment_method: null,
    on_hold_since: null,
    custom_fields: [],
    document_template: views.reference('documentTemplate', uuidFrom('documentTemplate', invoice.companyEntityId)),
    peppol_status: invoice.peppolStatus ?? null,
  };
}

function totalWithDue(invoice: BusinessDocument, { ledger }: Call, names: Includes) {
  const { currency } = invoice;
  const due = views.money(ledger.dueOf(invoice), currency);
  const nothing = views.money('0', currency);
  const lateFees = { due_incasso_inclusive: due, fixed_late_fee: nothing, interest: nothing };
  return { ...views.total(invoice, 1), due, ...(names?.includes('late_fees') ? lateFees : {}) };
}

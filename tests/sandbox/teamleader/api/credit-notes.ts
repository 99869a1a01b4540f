import { z } from 'zod';
import type { BusinessDocument } from '../../business/business.ts';
import { data } from '../answers.ts';
import { uuidFrom } from '../ids.ts';
import { sameInstant } from '../instants.ts';
import { changedSince, pageAnswer, wanted } from './lists.ts';
import { type Call, type Method, method, notFound } from './method.ts';
import { customerReference, date, dateTime, id, ids, onlyId, page } from './schemas.ts';
import * as views from './views.ts';

const creditNotesList = z.strictObject({
  filter: z
    .strictObject({
      ids,
      department_id: id.optional(),
      updated_since: dateTime.optional(),
      invoice_id: id.optional(),
      project_id: id.optional(),
      customer: customerReference.optional(),
      credit_note_date_after: date.optional(),
      credit_note_date_before: date.optional(),
    })
    .optional(),
  page,
});
type CreditNoteFilter = z.output<typeof creditNotesList>['filter'];

const creditNotesDownload = z.strictObject({
  id,
  format: z.enum(['pdf', 'ubl/e-fff', 'ubl/peppol_bis_3', 'ubl/xrechnung']),
});

export const creditNoteMethods: readonly Method[] = [
  method('creditNotes.list', creditNotesList, ({ filter, page: asked }, call) => {
    const found = [...call.ledger.creditNotes.values()].filter((creditNote) => matches(creditNote, filter, call));
    return pageAnswer(found, asked, call, (creditNote) => listedCreditNote(creditNote, call));
  }),

  method('creditNotes.info', onlyId, ({ id: creditNoteId }, call) => {
    const creditNote = call.ledger.creditNotes.get(creditNoteId);
    if (creditNote === undefined) return notFound('Credit note');
    const details = creditNoteDetails(creditNote, call);
    return data(call.switches.creditNoteInfoAsArray ? [details] : details);
  }),

  method('creditNotes.download', creditNotesDownload, ({ id: creditNoteId, format }, { ledger, downloads }) => {
    const creditNote = ledger.creditNotes.get(creditNoteId);
    return creditNote === undefined ? notFound('Credit note') : data(downloads.offer(creditNote, format));
  }),
];

/** "Before" leaves out the day itself, unlike with invoices. */
function matches(creditNote: BusinessDocument, filter: CreditNoteFilter, { ledger }: Call): boolean {
  if (filter === undefined) return true;
  const { date: day } = creditNote;
  return (
    wanted(filter.ids, creditNote.id) &&
    wanted(filter.department_id, creditNote.companyEntityId) &&
    changedSince(filter.updated_since, creditNote.updatedAt) &&
    wanted(filter.invoice_id, creditNote.creditsInvoiceId) &&
    filter.project_id === undefined &&
    views.isFor(filter.customer, creditNote, ledger) &&
    (filter.credit_note_date_after === undefined || (day !== null && day >= filter.credit_note_date_after)) &&
    (filter.credit_note_date_before === undefined || (day !== null && day < filter.credit_note_date_before))
  );
}

const signOf = ({ switches }: Call): 1 | -1 => (switches.creditNoteAmountsNegative ? -1 : 1);

function listedCreditNote(creditNote: BusinessDocument, call: Call) {
  const paid = creditNote.status === 'matched';
  const { creditsInvoiceId, updatedAt } = creditNote;
  return {
    id: creditNote.id,
    department: views.reference('department', creditNote.companyEntityId),
    credit_note_number: creditNote.number,
    credit_note_date: creditNote.date,
    status: 'booked',
    invoice: creditsInvoiceId === null ? null : views.reference('invoice', creditsInvoiceId),
    paid,
    paid_at: paid ? sameInstant(updatedAt) : null,
    invoicee: views.invoicee(creditNote, call.ledger),
    total: views.total(creditNote, signOf(call)),
    created_at: sameInstant(creditNote.createdAt),
    updated_at: sameInstant(updatedAt),
  };
}

function creditNoteDetails(creditNote: BusinessDocument, call: Call) {
  return {
    ...listedCreditNote(creditNote, call),
    invoicee: views.invoiceeDetails(creditNote, call.ledger),
    discounts: views.discounts(creditNote),
    grouped_lines: views.groupedLines(creditNote, signOf(call)),
    currency: creditNote.currency,
    currency_exchange_rate: views.exchangeRate(creditNote, call),
    document_template: views.reference('documentTemplate', uuidFrom('documentTemplate', creditNote.companyEntityId)),
    peppol_status: null,
  };
}

import { Big } from 'big.js';
import type { Business, BusinessDocument } from '../../business/business.ts';
import type { SandboxClock } from '../../contract.ts';
import { instant } from '../instants.ts';
import { type CustomerRecord, customersOf } from './customers.ts';

export interface Payment {
  readonly invoiceId: string;
  /** ISO date-time. */
  readonly paidAt: string;
  readonly amount: string;
  readonly currency: string;
  readonly methodId: string | null;
}

export type DocumentChanges = Partial<Omit<BusinessDocument, 'id' | 'kind' | 'updatedAt'>>;
export type CustomerChanges = Partial<Omit<CustomerRecord, 'id' | 'type' | 'updatedAt'>>;

/** What tests may read of the books of Teamleader. */
export interface Ledger {
  readonly invoices: ReadonlyMap<string, BusinessDocument>;
  readonly creditNotes: ReadonlyMap<string, BusinessDocument>;
  readonly customers: ReadonlyMap<string, CustomerRecord>;
  /** Those that were removed: their documents still name them. */
  readonly formerCustomers: ReadonlyMap<string, CustomerRecord>;
  /** By invoice id. */
  readonly payments: ReadonlyMap<string, readonly Payment[]>;
  /** What is still to be paid: the gross total less payments and credit notes. */
  dueOf(invoice: BusinessDocument): Big;
}

/** The books with the doors through which they change. Every change sets `updatedAt`. */
export interface OpenLedger extends Ledger {
  addDocument(document: BusinessDocument): void;
  updateInvoice(id: string, changes: DocumentChanges): void;
  addCustomer(customer: CustomerRecord): void;
  updateCustomer(id: string, changes: CustomerChanges): void;
  removeCustomer(id: string): void;
  /** Adds the payment; an invoice with nothing left to pay becomes matched. */
  addPayment(payment: Payment): void;
  removePayments(invoiceId: string): void;
}

export function createLedger(business: Business, clock: SandboxClock): OpenLedger {
  const invoices = byId(business.documents.filter(({ kind }) => kind === 'invoice'));
  const creditNotes = byId(business.documents.filter(({ kind }) => kind === 'creditNote'));
  const customers = byId(customersOf(business));
  const formerCustomers = new Map<string, CustomerRecord>();
  const payments = new Map<string, readonly Payment[]>();

  const dueOf = (invoice: BusinessDocument): Big => {
    const credits = [...creditNotes.values()].filter(({ creditsInvoiceId }) => creditsInvoiceId === invoice.id);
    const paid = payments.get(invoice.id) ?? [];
    const settled = [...credits.map(({ totals }) => totals.gross), ...paid.map(({ amount }) => amount)];
    return settled.reduce((due, amount) => due.minus(amount), new Big(invoice.totals.gross));
  };
  const updateInvoice = (id: string, changes: DocumentChanges) => replace(invoices, id, changes, clock);

  for (const invoice of invoices.values()) {
    const due = dueOf(invoice);
    if (invoice.status === 'matched' && due.gt(0)) {
      payments.set(invoice.id, [earlierPayment(invoice, due, business.today)]);
    }
  }

  return {
    invoices,
    creditNotes,
    customers,
    formerCustomers,
    payments,
    dueOf,
    addDocument: (document) => {
      const documents = document.kind === 'invoice' ? invoices : creditNotes;
      documents.set(document.id, document);
    },
    updateInvoice,
    addCustomer: (customer) => {
      customers.set(customer.id, customer);
    },
    updateCustomer: (id, changes) => replace(customers, id, changes, clock),
    removeCustomer: (id) => {
      const customer = customers.get(id);
      if (customer !== undefined) formerCustomers.set(id, customer);
      customers.delete(id);
    },
    addPayment: (payment) => {
      payments.set(payment.invoiceId, [...(payments.get(payment.invoiceId) ?? []), payment]);
      const invoice = invoices.get(payment.invoiceId);
      updateInvoice(payment.invoiceId, invoice && dueOf(invoice).lte(0) ? { status: 'matched' } : {});
    },
    removePayments: (invoiceId) => {
      payments.delete(invoiceId);
      updateInvoice(invoiceId, { status: 'outstanding' });
    },
  };
}

/** Invoices that were paid before the story begins have their payment on the due date, or today if that is to come. */
function earlierPayment(invoice: BusinessDocument, due: Big, today: string): Payment {
  const dueOn = invoice.dueOn ?? today;
  return {
    invoiceId: invoice.id,
    paidAt: `${dueOn < today ? dueOn : today}T09:30:00+00:00`,
    amount: due.toString(),
    currency: invoice.currency,
    methodId: null,
  };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/** The changed record goes to the end: a list without a tie-break moves what changes between two of its pages. */
function replace<T extends { readonly updatedAt: string }, C extends object>(
  records: Map<string, T>,
  id: string,
  changes: C & Partial<Pick<T, keyof C & keyof T>>,
  clock: SandboxClock,
): void {
  const record = records.get(id);
  if (record === undefined) throw new Error(`There is no record ${id}`);
  records.delete(id);
  records.set(id, { ...record, ...changes, updatedAt: instant(clock.now()) });
}

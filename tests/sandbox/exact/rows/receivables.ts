/** What customers owe, as Exact tells it. */
import type { Scope } from '../api/endpoint.ts';
import { grossOf, type Ledger, type LedgerEntry, type Receivable } from '../ledger.ts';
import { dayValue, type Row, type RowOf } from '../odata/values.ts';
import type { paymentTerms } from '../properties/payment-terms.ts';
import type { receivables } from '../properties/receivables.ts';
import type { receivablesList } from '../properties/receivables-list.ts';
import { inHomeCurrency, typeOf } from './entries.ts';

const OPEN = 20;
const MATCHED = 50;
/** A payment term that is a receipt, not a payment. */
const RECEIPT = 20;

interface Owed {
  readonly receivable: Receivable;
  readonly entry: LedgerEntry;
}

const owedIn = ({ entries, receivables }: Ledger): Owed[] =>
  [...receivables.values()].flatMap((receivable) => {
    const entry = entries.get(receivable.entryId);
    return entry === undefined ? [] : [{ receivable, entry }];
  });

function receivableRow({ receivable, entry }: Owed, { ledger, switches }: Scope): RowOf<typeof receivables> {
  const { accounts, books } = ledger;
  const account = accounts.get(entry.customer)?.fields;
  const condition = books.paymentConditions.find(({ code }) => code === entry.paymentCondition);
  const gross = grossOf(entry);
  const amountDC = inHomeCurrency(gross, entry, ledger);
  const { paidOn } = receivable;
  const paid = paidOn === null ? null : dayValue(paidOn);
  return {
    ID: receivable.id,
    Account: entry.customer,
    AccountCode: account?.['Code'] ?? null,
    AccountCountry: account?.['Country'] ?? null,
    AccountName: account?.['Name'] ?? null,
    AmountFC: gross.toNumber(),
    AmountDC: amountDC,
    Currency: entry.currency,
    Description: entry.description,
    Division: books.division.code,
    DueDate: dayValue(entry.dueDate),
    EndDate: paid,
    EntryDate: dayValue(entry.date),
    EntryID: receivable.id,
    EntryNumber: entry.entryNumber,
    InvoiceDate: dayValue(entry.date),
    InvoiceNumber: entry.entryNumber,
    IsFullyPaid: paid !== null,
    Journal: entry.journal,
    JournalDescription: books.journals.find(({ code }) => code === entry.journal)?.description ?? null,
    LastPaymentDate: paid,
    PaymentCondition: entry.paymentCondition,
    PaymentConditionDescription: condition?.description ?? null,
    PaymentMethod: condition?.method ?? 'B',
    PaymentReference: entry.paymentReference,
    RateFC: entry.rate.toNumber(),
    Status: paid === null ? OPEN : MATCHED,
    TransactionAmountFC: gross.toNumber(),
    TransactionAmountDC: amountDC,
    TransactionDueDate: dayValue(entry.dueDate),
    TransactionEntryID: entry.id,
    TransactionReportingPeriod: entry.period,
    TransactionReportingYear: entry.year,
    TransactionStatus: OPEN,
    TransactionType: typeOf(entry, switches),
    YourRef: entry.yourRef,
    Created: new Date(receivable.created),
    Modified: new Date(receivable.modified),
  };
}

export const receivableRows = (scope: Scope): Row[] => owedIn(scope.ledger).map((owed) => receivableRow(owed, scope));

/** In the order of their last changes. */
export const paymentTermRows = (scope: Scope): Row[] =>
  owedIn(scope.ledger)
    .sort((a, b) => (a.receivable.timestamp < b.receivable.timestamp ? -1 : 1))
    .map(
      (owed): RowOf<typeof paymentTerms> => ({
        ...receivableRow(owed, scope),
        LineType: RECEIPT,
        Timestamp: owed.receivable.timestamp,
      }),
    );

/** Only what is still open. */
export const receivablesListRows = ({ ledger }: Scope): Row[] =>
  owedIn(ledger)
    .filter(({ receivable }) => receivable.paidOn === null)
    .map(
      ({ entry, receivable }): RowOf<typeof receivablesList> => ({
        HID: receivable.hid,
        AccountCode: ledger.accounts.get(entry.customer)?.fields['Code'] ?? null,
        AccountId: entry.customer,
        AccountName: ledger.accounts.get(entry.customer)?.fields['Name'] ?? null,
        Amount: grossOf(entry).toNumber(),
        AmountInTransit: 0,
        CurrencyCode: entry.currency,
        Description: entry.description,
        DueDate: dayValue(entry.dueDate),
        EntryNumber: entry.entryNumber,
        InvoiceDate: dayValue(entry.date),
        InvoiceNumber: entry.entryNumber,
        JournalCode: entry.journal,
        JournalDescription: ledger.books.journals.find(({ code }) => code === entry.journal)?.description ?? null,
        YourRef: entry.yourRef,
      }),
    );

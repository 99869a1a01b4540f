/** What customers owe, as Exact tells it. */

import type Big from 'big.js';
import type { Scope } from '../api/endpoint.ts';
import { grossOf, type LedgerEntry, type Receivable, total } from '../ledger.ts';
import { dayValue, type Row, type RowOf } from '../odata/values.ts';
import type { paymentTerms } from '../properties/payment-terms.ts';
import type { receivables } from '../properties/receivables.ts';
import type { receivablesList } from '../properties/receivables-list.ts';
import { inHomeCurrency, typeOf } from './entries.ts';

const OPEN = 20;
const MATCHED = 50;
/** A payment term that is a receipt, not a payment. */
const RECEIPT = 20;

/** A row: a part of what is owed, or all of an entry in one. */
interface Owed {
  readonly receivable: Receivable;
  readonly entry: LedgerEntry;
  readonly amount: Big;
  readonly settledOn: string | null;
  readonly lastPaymentOn: string | null;
}

function owedIn({ ledger, switches }: Scope): Owed[] {
  return [...ledger.entries.values()].flatMap((entry) => {
    const parts = ledger.owedFor(entry.id);
    if (switches.exactPartsAsRows) {
      return parts.map((receivable): Owed => {
        const { amount, settledOn } = receivable;
        return { receivable, entry, amount, settledOn, lastPaymentOn: settledOn };
      });
    }
    const [first, ...others] = parts.toSorted((a, b) => (a.timestamp > b.timestamp ? -1 : 1));
    if (first === undefined) return [];
    const open = total([first, ...others].filter(({ settledOn }) => settledOn === null).map(({ amount }) => amount));
    const settledOn = ledger.settledOn(entry.id);
    const days = parts.flatMap((part) => part.settledOn ?? []).toSorted();
    const amount = settledOn === null ? open : grossOf(entry);
    return [{ receivable: first, entry, amount, settledOn, lastPaymentOn: days.at(-1) ?? null }];
  });
}

function receivableRow(owed: Owed, { ledger, switches }: Scope): RowOf<typeof receivables> {
  const { accounts, books } = ledger;
  const { receivable, entry, amount } = owed;
  const account = accounts.get(entry.customer)?.fields;
  const condition = books.paymentConditions.find(({ code }) => code === entry.paymentCondition);
  const gross = grossOf(entry);
  const amountDC = inHomeCurrency(gross, entry, ledger);
  const paid = owed.settledOn === null ? null : dayValue(owed.settledOn);
  return {
    ID: receivable.id,
    Account: entry.customer,
    AccountCode: account?.['Code'] ?? null,
    AccountCountry: account?.['Country'] ?? null,
    AccountName: account?.['Name'] ?? null,
    AmountFC: amount.toNumber(),
    AmountDC: inHomeCurrency(amount, entry, ledger),
    AmountDiscountFC: ledger.discounts.get(entry.id)?.toNumber() ?? 0,
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
    LastPaymentDate: owed.lastPaymentOn === null ? null : dayValue(owed.lastPaymentOn),
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

export const receivableRows = (scope: Scope): Row[] => owedIn(scope).map((owed) => receivableRow(owed, scope));

/** In the order of their last changes. */
export const paymentTermRows = (scope: Scope): Row[] =>
  owedIn(scope)
    .sort((a, b) => (a.receivable.timestamp < b.receivable.timestamp ? -1 : 1))
    .map(
      (owed): RowOf<typeof paymentTerms> => ({
        ...receivableRow(owed, scope),
        LineType: RECEIPT,
        Timestamp: owed.receivable.timestamp,
      }),
    );

/** Only what is still open. */
export const receivablesListRows = (scope: Scope): Row[] =>
  owedIn(scope)
    .filter(({ settledOn }) => settledOn === null)
    .map(
      ({ entry, receivable, amount }): RowOf<typeof receivablesList> => ({
        HID: receivable.hid,
        AccountCode: scope.ledger.accounts.get(entry.customer)?.fields['Code'] ?? null,
        AccountId: entry.customer,
        AccountName: scope.ledger.accounts.get(entry.customer)?.fields['Name'] ?? null,
        Amount: amount.toNumber(),
        AmountInTransit: 0,
        CurrencyCode: entry.currency,
        Description: entry.description,
        DueDate: dayValue(entry.dueDate),
        EntryNumber: entry.entryNumber,
        InvoiceDate: dayValue(entry.date),
        InvoiceNumber: entry.entryNumber,
        JournalCode: entry.journal,
        JournalDescription: scope.ledger.books.journals.find(({ code }) => code === entry.journal)?.description ?? null,
        YourRef: entry.yourRef,
      }),
    );

import type { CalendarDate } from '../accounting/facts.ts';
import { roundTo } from '../accounting/money.ts';
import type { PaymentLine, Receivable } from '../accounting/settlement.ts';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import type { DivisionCalls } from './documents.ts';
import { guidLiteral, int64Literal, timeLiteral } from './odata.ts';
import {
  changedTermSchema,
  receivableSchema,
  transactionLineSchema,
  type WireReceivable,
  type WireTransactionLine,
} from './schemas.ts';

/** What customers owe for their entries, and what settled it. Exact 5. */
export interface ExactReceivables {
  /**
   * The entries of which something changed in what is owed for them; one call for each thousand rows.
   * @param since the timestamp of an earlier answer, or null for all
   * @returns with the timestamp to go on from, null where nothing has changed
   */
  changedReceivables(
    since: string | null,
  ): Promise<Result<{ readonly entryIds: ReadonlySet<string>; readonly timestamp: string | null }, Failure>>;
  /** All that is or was owed for the entries; one call for each twenty. */
  receivables(entryIds: readonly string[]): Promise<Result<readonly Receivable[], Failure>>;
  /** The lines of payments and corrections that name the invoices; one call for each twenty. */
  paymentLines(invoiceNumbers: readonly number[]): Promise<Result<readonly PaymentLine[], Failure>>;
  /** The lines of payments of the accounts from the day on, whatever they name; one call for each twenty. */
  paymentLinesOf(accountIds: readonly string[], from: CalendarDate): Promise<Result<readonly PaymentLine[], Failure>>;
}

/** More in one filter, and the address grows too long. */
const MOST_AT_ONCE = 20;

const MATCHED = 50;
/** An entry of the bank or the cash. */
const CASH_FLOW = 40;
const SALES_ENTRY = 20;
const SALES_CREDIT_NOTE = 21;

export function receivablesOver({ list }: Pick<DivisionCalls, 'list'>): ExactReceivables {
  /** Asks for some at a time. */
  async function inPortions<Key, Row>(
    keys: readonly Key[],
    condition: (key: Key) => string,
    read: (anyOf: string) => Promise<Result<readonly Row[], Failure>>,
  ): Promise<Result<readonly Row[], Failure>> {
    const rows: Row[] = [];
    for (let from = 0; from < keys.length; from += MOST_AT_ONCE) {
      const portion = keys.slice(from, from + MOST_AT_ONCE);
      const found = await read(`(${portion.map(condition).join(' or ')})`);
      if (!found.ok) return found;
      rows.push(...found.value);
    }
    return ok(rows);
  }

  const lines = ($filter: string) => list('financialtransaction/TransactionLines', { $filter }, transactionLineSchema);

  return {
    async changedReceivables(since) {
      const $filter = `Timestamp gt ${int64Literal(since ?? '0')}`;
      const read = await list('sync/Cashflow/PaymentTerms', { $filter }, changedTermSchema);
      if (!read.ok) return read;
      const newest = Math.max(...read.value.map(({ Timestamp }) => Timestamp));
      return ok({
        entryIds: new Set(read.value.flatMap(({ TransactionEntryID }) => TransactionEntryID ?? [])),
        timestamp: Number.isFinite(newest) ? String(newest) : null,
      });
    },

    async receivables(entryIds) {
      const read = await inPortions(
        entryIds,
        (id) => `TransactionEntryID eq ${guidLiteral(id)}`,
        ($filter) => list('bulk/Cashflow/Receivables', { $filter }, receivableSchema),
      );
      return read.ok ? ok(read.value.map(readReceivable)) : read;
    },

    async paymentLines(invoiceNumbers) {
      const read = await inPortions(invoiceNumbers, (number) => `InvoiceNumber eq ${number}`, lines);
      return read.ok ? ok(readLines(read.value)) : read;
    },

    async paymentLinesOf(accountIds, from) {
      const since = `Type eq ${CASH_FLOW} and Date ge ${timeLiteral(from)}`;
      const read = await inPortions(
        accountIds,
        (id) => `Account eq ${guidLiteral(id)}`,
        (anyOf) => lines(`${since} and ${anyOf}`),
      );
      return read.ok ? ok(readLines(read.value)) : read;
    },
  };
}

/** What an invoice asks for is positive, whichever sign Exact gives it. */
function readReceivable(row: WireReceivable): Receivable {
  const sign = row.TransactionAmountFC.lt(0) ? -1 : 1;
  const inCents = (amount: WireReceivable['AmountFC']) => roundTo(amount.times(sign), row.Currency);
  const isSettled = row.IsFullyPaid || row.Status === MATCHED;
  return {
    entryId: row.TransactionEntryID,
    accountId: row.Account,
    invoiceNumber: row.InvoiceNumber,
    invoicedOn: row.InvoiceDate,
    currency: row.Currency,
    amount: inCents(row.AmountFC),
    total: inCents(row.TransactionAmountFC),
    discount: roundTo(row.AmountDiscountFC.abs(), row.Currency),
    isSettled,
    settledOn: isSettled ? (row.LastPaymentDate ?? row.EndDate ?? null) : null,
  };
}

/** Without the sales themselves. A line that lessens what is owed stands on the credit side, and so below zero. */
const readLines = (rows: readonly WireTransactionLine[]): PaymentLine[] =>
  rows
    .filter(({ Type }) => Type !== SALES_ENTRY && Type !== SALES_CREDIT_NOTE)
    .map((row) => ({
      entryId: row.EntryID,
      accountId: row.Account ?? null,
      invoiceNumber: row.InvoiceNumber ?? null,
      date: row.Date,
      amount: roundTo(row.AmountFC.neg(), row.Currency),
      currency: row.Currency,
      isMoney: row.Type === CASH_FLOW,
    }));

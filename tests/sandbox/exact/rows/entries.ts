/** Sales entries and their lines, as Exact tells them. */
import Big from 'big.js';
import type { Switches } from '../../contract.ts';
import type { Scope } from '../api/endpoint.ts';
import { grossOf, type Ledger, type LedgerEntry, type LedgerLine, round, vatOf } from '../ledger.ts';
import { dayValue, type Row, type RowOf } from '../odata/values.ts';
import type { salesEntries } from '../properties/sales-entries.ts';
import type { salesEntryLines } from '../properties/sales-entry-lines.ts';
import { toldVatCode } from './master-data.ts';

const OPEN = 20;
const SALES_ENTRY = 20;
const CREDIT_NOTE = 21;

/** A rate as the entry states it, and back: the ledger's own is units of the division's currency for one unit. */
export const toldRate = (rate: Big, { exactRateDirection }: Switches): Big =>
  exactRateDirection === 'multiply' ? rate : new Big(1).div(rate);

/** An amount times the ledger's rate is the amount in the currency of the division. */
export const inHomeCurrency = (amount: Big, { rate }: LedgerEntry, { books }: Ledger): number =>
  round(amount.times(rate), books.division.currency).toNumber();

export const typeOf = (entry: LedgerEntry, { exactTypeFromSign }: Switches): number =>
  exactTypeFromSign && grossOf(entry).lt(0) ? CREDIT_NOTE : SALES_ENTRY;

export function entryRow(entry: LedgerEntry, ledger: Ledger, switches: Switches): RowOf<typeof salesEntries> {
  const { accounts, books, documents } = ledger;
  const gross = grossOf(entry);
  const vat = vatOf(entry);
  return {
    InvoiceNumber: entry.entryNumber,
    ...entry.other,
    EntryID: entry.id,
    EntryNumber: entry.entryNumber,
    Journal: entry.journal,
    JournalDescription: books.journals.find(({ code }) => code === entry.journal)?.description ?? null,
    Customer: entry.customer,
    CustomerName: accounts.get(entry.customer)?.fields['Name'] ?? null,
    EntryDate: dayValue(entry.date),
    DueDate: dayValue(entry.dueDate),
    ReportingYear: entry.year,
    ReportingPeriod: entry.period,
    YourRef: entry.yourRef,
    Description: entry.description,
    DocumentSubject: documents.get(String(entry.other['Document']))?.fields['Subject'] ?? null,
    PaymentCondition: entry.paymentCondition,
    PaymentConditionDescription:
      books.paymentConditions.find(({ code }) => code === entry.paymentCondition)?.description ?? null,
    PaymentReference: entry.paymentReference,
    ExternalLinkReference: entry.link,
    Currency: entry.currency,
    Rate: toldRate(entry.rate, switches).toNumber(),
    AmountFC: gross.toNumber(),
    AmountDC: inHomeCurrency(gross, entry, ledger),
    VATAmountFC: vat.toNumber(),
    VATAmountDC: inHomeCurrency(vat, entry, ledger),
    Type: typeOf(entry, switches),
    Status: OPEN,
    Division: books.division.code,
    Created: new Date(entry.created),
    Modified: new Date(entry.modified),
  };
}

export const entryRows = ({ ledger, switches }: Scope): Row[] =>
  [...ledger.entries.values()].map((entry) => entryRow(entry, ledger, switches));

/** In the order in which they were booked. */
export const linesOfEntry = (entry: LedgerEntry, { ledger, switches }: Scope): Row[] =>
  entry.lines.map((line, index) => lineRow(line, index + 1, entry, ledger, switches));

export const lineRows = (scope: Scope): Row[] =>
  [...scope.ledger.entries.values()].flatMap((entry) => linesOfEntry(entry, scope));

function lineRow(
  line: LedgerLine,
  lineNumber: number,
  entry: LedgerEntry,
  ledger: Ledger,
  switches: Switches,
): RowOf<typeof salesEntryLines> {
  const { books } = ledger;
  const glAccount = books.glAccounts.find(({ id }) => id === line.glAccount);
  const vatCode = books.vatCodes.find(({ code }) => code === line.vatCode);
  return {
    Quantity: 1,
    ...line.other,
    ID: line.id,
    EntryID: entry.id,
    LineNumber: lineNumber,
    Type: typeOf(entry, switches),
    GLAccount: line.glAccount,
    GLAccountCode: glAccount?.code ?? null,
    GLAccountDescription: glAccount?.description ?? null,
    Description: line.description,
    VATCode: toldVatCode(line.vatCode, switches),
    VATCodeDescription: vatCode?.description ?? null,
    VATPercentage: vatCode === undefined ? null : Number(vatCode.rate),
    AmountFC: line.net.toNumber(),
    AmountDC: inHomeCurrency(line.net, entry, ledger),
    VATBaseAmountFC: line.net.toNumber(),
    VATBaseAmountDC: inHomeCurrency(line.net, entry, ledger),
    VATAmountFC: line.vat.toNumber(),
    VATAmountDC: inHomeCurrency(line.vat, entry, ledger),
    Division: books.division.code,
  };
}

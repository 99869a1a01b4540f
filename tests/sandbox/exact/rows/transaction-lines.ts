/** Lines of all journals: of the sales entries themselves, and of what settled them. */
import type { Scope } from '../api/endpoint.ts';
import { grossOf, type LedgerEntry, type SettlingLine } from '../ledger.ts';
import { dayValue, type Row, type RowOf } from '../odata/values.ts';
import type { transactionLines } from '../properties/transaction-lines.ts';
import { typeOf } from './entries.ts';

type Line = RowOf<typeof transactionLines>;

const CASH_FLOW = 40;
const GENERAL_JOURNAL = 90;
const PROCESSED = 50;

export const transactionLineRows = (scope: Scope): Row[] => [
  ...[...scope.ledger.entries.values()].flatMap((entry) => linesOfSale(entry, scope)),
  ...scope.ledger.settlingLines.map((line) => settlingRow(line, scope)),
];

/** What the customer owes is on the debit side, above zero. */
function linesOfSale(entry: LedgerEntry, { ledger, switches }: Scope): Line[] {
  const common = {
    EntryID: entry.id,
    EntryNumber: entry.entryNumber,
    InvoiceNumber: entry.entryNumber,
    Account: entry.customer,
    Date: dayValue(entry.date),
    Currency: entry.currency,
    JournalCode: entry.journal,
    Division: ledger.books.division.code,
    Type: typeOf(entry, switches),
    YourRef: entry.yourRef,
  } as const;
  return [
    { ...common, ID: entry.id.replace(/^./, 'f'), LineNumber: 0, AmountFC: grossOf(entry).toNumber() },
    ...entry.lines.map(
      (line, index): Line => ({ ...common, ID: line.id, LineNumber: index + 1, AmountFC: line.net.neg().toNumber() }),
    ),
  ];
}

function settlingRow(line: SettlingLine, { ledger, switches }: Scope): Line {
  const entry = ledger.entries.get(line.settles);
  const isNamed = switches.exactPaymentsNameInvoice && entry !== undefined;
  return {
    ID: line.id,
    EntryID: line.entryId,
    Account: line.account,
    Date: dayValue(line.date),
    AmountFC: line.amount.toNumber(),
    Currency: line.currency,
    Division: ledger.books.division.code,
    Type: line.kind === 'money' ? CASH_FLOW : GENERAL_JOURNAL,
    Status: PROCESSED,
    InvoiceNumber: isNamed ? entry.entryNumber : null,
    YourRef: isNamed ? entry.yourRef : null,
    JournalCode: line.kind === 'money' ? '10' : '90',
  };
}

/** The tables of the division, as rows of properties. */
import type { Business } from '../business/business.ts';
import type { Switches } from '../contract.ts';
import { grossOf, type Ledger, type LedgerAccount, type LedgerEntry, round, vatOf } from './ledger.ts';
import type { Row, Value } from './odata.ts';

const midnight = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** Exact answers with doubles; that is where its amounts leave the exact world. */
const double = (amount: { toNumber(): number }): number => amount.toNumber();

const accountRow = (account: LedgerAccount): Row => ({
  ...account.fields,
  ID: account.id,
  Modified: new Date(account.modified),
  Timestamp: account.timestamp,
});

export function entryRow(entry: LedgerEntry, business: Business, ledger: Ledger, switches: Switches): Row {
  const gross = grossOf(entry);
  const vat = vatOf(entry);
  return {
    EntryID: entry.id,
    EntryNumber: entry.entryNumber,
    InvoiceNumber: entry.entryNumber,
    Journal: entry.journal,
    JournalDescription: business.journals.find((journal) => journal.code === entry.journal)?.description ?? null,
    Customer: entry.customer,
    CustomerName: stringOf(ledger.accounts.get(entry.customer)?.fields['Name']),
    EntryDate: midnight(entry.date),
    DueDate: midnight(entry.dueDate),
    YourRef: entry.yourRef,
    Description: entry.description,
    PaymentCondition: entry.paymentCondition,
    PaymentReference: entry.paymentReference,
    ExternalLinkReference: entry.link,
    Currency: entry.currency,
    Rate: double(entry.rate),
    AmountFC: double(gross),
    AmountDC: double(round(gross.times(entry.rate), business.division.currency)),
    VATAmountFC: double(vat),
    VATAmountDC: double(round(vat.times(entry.rate), business.division.currency)),
    Type: switches.exactTypeFromSign && gross.lt(0) ? 21 : 20,
    Status: 20,
    ReportingYear: Number(entry.date.slice(0, 4)),
    ReportingPeriod: Number(entry.date.slice(5, 7)),
    Division: business.division.code,
    Created: new Date(entry.created),
    Modified: new Date(entry.modified),
  };
}

export function lineRows(entry: LedgerEntry, business: Business): Row[] {
  return entry.lines.map((line, index) => ({
    ID: line.id,
    EntryID: entry.id,
    LineNumber: index + 1,
    GLAccount: line.glAccount,
    GLAccountCode: business.glAccounts.find((account) => account.id === line.glAccount)?.code ?? null,
    VATCode: line.vatCode,
    Description: line.description,
    AmountFC: double(line.net),
    VATAmountFC: double(line.vat),
    AmountDC: double(round(line.net.times(entry.rate), business.division.currency)),
    Division: business.division.code,
  }));
}

const stringOf = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null);

/** The rows of an endpoint in a division; the second division is empty but for its own master data. */
export function rowsOf(
  endpoint: string,
  division: number,
  business: Business,
  ledger: Ledger,
  switches: Switches,
): readonly Row[] {
  const home = business.division;
  const isHome = division === home.code;
  switch (endpoint) {
    case 'system/Divisions':
      return [
        {
          Code: home.code,
          Description: home.name,
          CustomerName: home.name,
          Currency: home.currency,
          Country: home.country,
          VATNumber: home.vatNumber,
          ChamberOfCommerce: home.chamberOfCommerce,
          Status: 1,
          BlockingStatus: 0,
          Current: true,
        },
        {
          Code: home.code + 1,
          Description: 'Oefenadministratie',
          CustomerName: 'Oefenadministratie',
          Currency: 'EUR',
          Country: home.country,
          VATNumber: null,
          ChamberOfCommerce: null,
          Status: 1,
          BlockingStatus: 0,
          Current: false,
        },
      ];
    case 'financial/Journals':
      return business.journals.map((journal) => ({
        ID: journal.id,
        Code: journal.code,
        Description: journal.description,
        Type: journal.type,
        IsBlocked: ledger.blockedJournals.has(journal.code),
        Currency: journal.currency,
        AllowVariableCurrency: journal.allowVariableCurrency,
        AllowVariableExchangeRate: journal.allowVariableExchangeRate,
        Division: division,
      }));
    case 'vat/VATCodes':
      return business.vatCodes.map((code) => ({
        Code: switches.vatCodePadded ? code.code.padEnd(10) : code.code,
        Description: code.description,
        Percentage: switches.vatPercentage === 'fraction' ? Number(code.rate) : Number(code.rate) * 100,
        Type: code.type,
        VATTransactionType: code.transactionType,
        IsBlocked: code.isBlocked,
        EUSalesListing: code.kind === 'intraCommunityGoods' ? 'L' : code.kind === 'intraCommunityServices' ? 'S' : 'N',
        Charged: code.kind === 'reverseCharge',
        VatMargin: 0,
        Division: division,
      }));
    case 'financial/GLAccounts':
      return business.glAccounts.map((account) => ({
        ID: isHome ? account.id : account.id.replace(/^.{8}/, '00000000'),
        Code: account.code,
        Description: account.description,
        Type: account.type,
        IsBlocked: account.isBlocked,
        BalanceSide: 'C',
        BalanceType: 'W',
        Division: division,
        Modified: midnight('2026-01-01'),
      }));
    case 'cashflow/PaymentConditions':
      return business.paymentConditions.map((condition) => ({
        Code: condition.code,
        Description: condition.description,
        PaymentDays: condition.days,
        PaymentEndOfMonths: condition.endOfMonths,
        PaymentMethod: condition.method,
        DiscountPercentage: Number(condition.discountPercentage),
        Division: division,
      }));
    case 'general/Currencies':
      return ['EUR', 'USD', 'GBP', 'JPY', 'CHF'].map((code) => ({
        Code: code,
        Description: code,
        AmountPrecision: code === 'JPY' ? 1 : 0.01,
      }));
    case 'financial/FinancialPeriods':
      return [2025, 2026].flatMap((year) =>
        Array.from({ length: 12 }, (_, index) => ({
          FinYear: year,
          FinPeriod: index + 1,
          StartDate: new Date(Date.UTC(year, index, 1)),
          EndDate: new Date(Date.UTC(year, index + 1, 0)),
          Division: division,
        })),
      );
    case 'crm/Accounts':
    case 'sync/CRM/Accounts':
      return isHome
        ? [...ledger.accounts.values()].sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1)).map(accountRow)
        : [];
    case 'salesentry/SalesEntries':
      return isHome ? [...ledger.entries.values()].map((entry) => entryRow(entry, business, ledger, switches)) : [];
    case 'salesentry/SalesEntryLines':
      return isHome ? [...ledger.entries.values()].flatMap((entry) => lineRows(entry, business)) : [];
    case 'read/financial/ReceivablesList':
      return isHome
        ? [...ledger.entries.values()].map((entry, index) => ({
            HID: BigInt(index + 1),
            AccountId: entry.customer,
            Amount: double(grossOf(entry)),
            CurrencyCode: entry.currency,
            InvoiceNumber: entry.entryNumber,
            EntryNumber: entry.entryNumber,
            JournalCode: entry.journal,
            YourRef: entry.yourRef,
            DueDate: midnight(entry.dueDate),
            InvoiceDate: midnight(entry.date),
          }))
        : [];
    default:
      return [];
  }
}

import { accounts } from './properties/accounts.ts';
import { currencies } from './properties/currencies.ts';
import { divisions } from './properties/divisions.ts';
import { financialPeriods } from './properties/financial-periods.ts';
import { glAccounts } from './properties/gl-accounts.ts';
import { journals } from './properties/journals.ts';
import { paymentConditions } from './properties/payment-conditions.ts';
import type { Properties } from './properties/property.ts';
import { receivablesList } from './properties/receivables-list.ts';
import { salesEntries } from './properties/sales-entries.ts';
import { salesEntryLines } from './properties/sales-entry-lines.ts';
import { syncAccounts } from './properties/sync-accounts.ts';
import { vatCodes } from './properties/vat-codes.ts';

export type Right = 'manageAccounts' | 'salesEntries' | 'debtorReports' | 'creditorReports' | 'masterData';

export interface Endpoint {
  readonly properties: Properties;
  readonly key: string;
  readonly right: Right | null;
  readonly pageSize: number;
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[];
  /** A sync endpoint exists, so a list without a filter is refused. */
  readonly mustFilter: boolean;
}

const list = (properties: Properties, key: string, right: Right | null): Endpoint => ({
  properties,
  key,
  right,
  pageSize: 60,
  methods: ['GET'],
  mustFilter: false,
});

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  'system/Divisions': list(divisions, 'Code', null),
  'financial/Journals': list(journals, 'ID', 'masterData'),
  'vat/VATCodes': list(vatCodes, 'Code', 'masterData'),
  'financial/GLAccounts': { ...list(glAccounts, 'ID', 'masterData'), mustFilter: true },
  'cashflow/PaymentConditions': list(paymentConditions, 'Code', 'masterData'),
  'general/Currencies': list(currencies, 'Code', 'masterData'),
  'financial/FinancialPeriods': list(financialPeriods, 'FinPeriod', 'masterData'),
  'crm/Accounts': { ...list(accounts, 'ID', 'manageAccounts'), methods: ['GET', 'POST', 'PUT'], mustFilter: true },
  'sync/CRM/Accounts': { ...list(syncAccounts, 'ID', 'manageAccounts'), pageSize: 1000, mustFilter: true },
  'salesentry/SalesEntries': { ...list(salesEntries, 'EntryID', 'salesEntries'), methods: ['GET', 'POST'] },
  'salesentry/SalesEntryLines': list(salesEntryLines, 'ID', 'salesEntries'),
  'read/financial/ReceivablesList': list(receivablesList, 'HID', 'debtorReports'),
};

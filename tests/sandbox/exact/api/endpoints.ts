/** The endpoints that the stand-in answers for. */
import { accounts } from '../properties/accounts.ts';
import { bankAccounts } from '../properties/bank-accounts.ts';
import { contacts } from '../properties/contacts.ts';
import { currencies } from '../properties/currencies.ts';
import { divisions } from '../properties/divisions.ts';
import { documentAttachments } from '../properties/document-attachments.ts';
import { documentTypes } from '../properties/document-types.ts';
import { documents } from '../properties/documents.ts';
import { exchangeRates } from '../properties/exchange-rates.ts';
import { financialPeriods } from '../properties/financial-periods.ts';
import { glAccounts } from '../properties/gl-accounts.ts';
import { journals } from '../properties/journals.ts';
import { me } from '../properties/me.ts';
import { payablesList } from '../properties/payables-list.ts';
import { paymentConditions } from '../properties/payment-conditions.ts';
import { paymentTerms } from '../properties/payment-terms.ts';
import { receivables } from '../properties/receivables.ts';
import { receivablesList } from '../properties/receivables-list.ts';
import { salesEntries } from '../properties/sales-entries.ts';
import { salesEntryLines } from '../properties/sales-entry-lines.ts';
import { syncAccounts } from '../properties/sync-accounts.ts';
import { transactionLines } from '../properties/transaction-lines.ts';
import { vatCodes } from '../properties/vat-codes.ts';
import { accountRows, bankAccountRows, contactRows, syncAccountRows } from '../rows/accounts.ts';
import { attachmentRows, documentRows, documentTypeRows } from '../rows/documents.ts';
import { entryRows, lineRows } from '../rows/entries.ts';
import {
  currencyRows,
  exchangeRateRows,
  glAccountRows,
  journalRows,
  paymentConditionRows,
  periodRows,
  vatCodeRows,
} from '../rows/master-data.ts';
import { divisionRows, meRows } from '../rows/organisation.ts';
import { paymentTermRows, receivableRows, receivablesListRows } from '../rows/receivables.ts';
import { transactionLineRows } from '../rows/transaction-lines.ts';
import {
  changeAccount,
  changeBankAccount,
  changeContact,
  createAccount,
  createBankAccount,
  createContact,
} from '../write/accounts.ts';
import { changeDocument, createAttachment, createDocument } from '../write/documents.ts';
import { bookEntry, changeEntry, deleteEntry } from '../write/entries.ts';
import type { Endpoint } from './endpoint.ts';

const ORDINARY = { key: 'ID', right: null, paging: 'ordinary', mustFilter: false } as const;
/** The bookkeeper's master data. */
const MASTER = { ...ORDINARY, right: 'masterData' } as const;
const SYNC = { key: 'Timestamp', paging: 'sync', mustFilter: true } as const;

/** The only one without a division. */
export const ME: Endpoint = { ...ORDINARY, properties: me, key: 'UserID', rows: meRows };

const BY_NAME: Readonly<Record<string, Endpoint>> = {
  'system/Divisions': { ...ORDINARY, properties: divisions, key: 'Code', rows: divisionRows },
  'financial/Journals': { ...MASTER, properties: journals, rows: journalRows },
  'vat/VATCodes': { ...MASTER, properties: vatCodes, rows: vatCodeRows },
  'financial/GLAccounts': { ...MASTER, properties: glAccounts, mustFilter: true, rows: glAccountRows },
  'cashflow/PaymentConditions': { ...MASTER, properties: paymentConditions, rows: paymentConditionRows },
  'financial/FinancialPeriods': { ...MASTER, properties: financialPeriods, rows: periodRows },
  'general/Currencies': { ...MASTER, properties: currencies, key: 'Code', rows: currencyRows },
  'financial/ExchangeRates': { ...MASTER, properties: exchangeRates, rows: exchangeRateRows },
  'crm/Accounts': {
    ...ORDINARY,
    properties: accounts,
    right: 'manageAccounts',
    mustFilter: true,
    rows: accountRows,
    post: createAccount,
    put: changeAccount,
  },
  'sync/CRM/Accounts': { ...SYNC, properties: syncAccounts, right: 'manageAccounts', rows: syncAccountRows },
  'crm/Contacts': {
    ...ORDINARY,
    properties: contacts,
    right: 'manageAccounts',
    rows: contactRows,
    post: createContact,
    put: changeContact,
  },
  'crm/BankAccounts': {
    ...ORDINARY,
    properties: bankAccounts,
    right: 'manageAccounts',
    rows: bankAccountRows,
    post: createBankAccount,
    put: changeBankAccount,
  },
  'salesentry/SalesEntries': {
    ...ORDINARY,
    properties: salesEntries,
    key: 'EntryID',
    right: 'salesEntries',
    rows: entryRows,
    post: bookEntry,
    put: changeEntry,
    delete: deleteEntry,
  },
  'salesentry/SalesEntryLines': { ...ORDINARY, properties: salesEntryLines, right: 'salesEntries', rows: lineRows },
  'documents/Documents': {
    ...ORDINARY,
    properties: documents,
    mustFilter: true,
    rows: documentRows,
    post: createDocument,
    put: changeDocument,
  },
  'documents/DocumentAttachments': {
    ...ORDINARY,
    properties: documentAttachments,
    mustFilter: true,
    rows: attachmentRows,
    post: createAttachment,
  },
  'documents/DocumentTypes': { ...ORDINARY, properties: documentTypes, rows: documentTypeRows },
  'cashflow/Receivables': {
    ...ORDINARY,
    properties: receivables,
    right: 'debtorReports',
    mustFilter: true,
    rows: receivableRows,
  },
  'bulk/Cashflow/Receivables': {
    ...ORDINARY,
    properties: receivables,
    right: 'debtorReports',
    paging: 'bulk',
    mustFilter: true,
    rows: receivableRows,
  },
  'financialtransaction/TransactionLines': {
    ...ORDINARY,
    properties: transactionLines,
    right: 'debtorReports',
    mustFilter: true,
    rows: transactionLineRows,
  },
  'sync/Cashflow/PaymentTerms': { ...SYNC, properties: paymentTerms, right: 'debtorReports', rows: paymentTermRows },
  'read/financial/ReceivablesList': {
    ...ORDINARY,
    properties: receivablesList,
    key: 'HID',
    right: 'debtorReports',
    rows: receivablesListRows,
  },
  // The business owes nothing: nobody books purchases here.
  'read/financial/PayablesList': {
    ...ORDINARY,
    properties: payablesList,
    key: 'HID',
    right: 'creditorReports',
    rows: () => [],
  },
};

export const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(Object.entries(BY_NAME));

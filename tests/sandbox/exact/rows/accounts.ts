/** Accounts, and what belongs to them, as Exact tells them. */
import type { Switches } from '../../contract.ts';
import type { Scope } from '../api/endpoint.ts';
import type { Ledger, LedgerAccount, LedgerRecord } from '../ledger.ts';
import type { Row, RowOf, Value } from '../odata/values.ts';
import type { accounts } from '../properties/accounts.ts';
import type { bankAccounts } from '../properties/bank-accounts.ts';
import type { contacts } from '../properties/contacts.ts';
import type { syncAccounts } from '../properties/sync-accounts.ts';
import { toldVatCode } from './master-data.ts';

const times = ({ created, modified }: LedgerRecord) => ({ Created: new Date(created), Modified: new Date(modified) });

export function accountRow(account: LedgerAccount, { books }: Ledger, switches: Switches): RowOf<typeof accounts> {
  const { fields, id } = account;
  const condition = books.paymentConditions.find(({ code }) => code === fields['PaymentConditionSales']);
  return {
    ...fields,
    ID: id,
    Division: books.division.code,
    IsSales: fields['Status'] === 'C',
    PaymentConditionSalesDescription: condition?.description ?? null,
    SalesVATCode: toldVatCode(fields['SalesVATCode'], switches),
    Type: 'A',
    ...times(account),
  };
}

export const accountRows = ({ ledger, switches }: Scope): Row[] =>
  [...ledger.accounts.values()].map((account) => accountRow(account, ledger, switches));

/** In the order of their last changes. */
export const syncAccountRows = ({ ledger, switches }: Scope): Row[] =>
  [...ledger.accounts.values()]
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1))
    .map(
      (account): RowOf<typeof syncAccounts> => ({
        ...accountRow(account, ledger, switches),
        Timestamp: account.timestamp,
      }),
    );

function accountOf({ fields }: LedgerRecord, ledger: Ledger): LedgerAccount | undefined {
  return ledger.accounts.get(String(fields['Account']));
}

export function contactRow(contact: LedgerRecord, ledger: Ledger): RowOf<typeof contacts> {
  const { fields, id } = contact;
  const account = accountOf(contact, ledger);
  return {
    ...fields,
    ID: id,
    AccountIsCustomer: account?.fields['Status'] === 'C',
    AccountName: account?.fields['Name'] ?? null,
    Code: account?.fields['Code'] ?? null,
    Division: ledger.books.division.code,
    FullName: joined([fields['FirstName'], fields['MiddleName'], fields['LastName']]),
    ...times(contact),
  };
}

const joined = (parts: readonly (Value | undefined)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');

export const contactRows = ({ ledger }: Scope): Row[] =>
  [...ledger.contacts.values()].map((contact) => contactRow(contact, ledger));

export function bankAccountRow(bankAccount: LedgerRecord, ledger: Ledger): RowOf<typeof bankAccounts> {
  return {
    ...bankAccount.fields,
    ID: bankAccount.id,
    AccountName: accountOf(bankAccount, ledger)?.fields['Name'] ?? null,
    Division: ledger.books.division.code,
    Type: 'A',
    ...times(bankAccount),
  };
}

export const bankAccountRows = ({ ledger }: Scope): Row[] =>
  [...ledger.bankAccounts.values()].map((bankAccount) => bankAccountRow(bankAccount, ledger));

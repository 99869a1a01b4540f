/**
 * The least calls with which a first run can do what it did, whoever writes it: counted from what stands in the ledgers,
 * not from what was called.
 */
import type { Sandbox } from '../sandbox/sandbox.ts';

/** The most that one answer holds. */
const PAGES = { teamleader: 100, exact: 60, exactSync: 1000 } as const;

/** The lists that an entry is made from: journals, VAT codes, G/L accounts, payment conditions, periods. */
const EXACT_LISTS = 5;
/** Tax rates and product categories. */
const TEAMLEADER_LISTS = 2;

export interface Calls {
  readonly teamleader: number;
  readonly exact: number;
}

/** What stood in Exact before the run. */
export interface Before {
  readonly entries: number;
  readonly accounts: number;
  readonly bankAccounts: number;
}

export const standingIn = ({ exact: { ledger } }: Sandbox): Before => ({
  entries: ledger.entries.size,
  accounts: ledger.accounts.size,
  bankAccounts: ledger.bankAccounts.size,
});

/** At least one page is read to know that there is nothing. */
const pages = (rows: number, size: number): number => Math.max(1, Math.ceil(rows / size));

export function floorOf({ business, exact: { ledger } }: Sandbox, before: Before): Calls {
  const inScope = business.documents.filter(({ expected }) => expected !== 'notInScope');
  // What the books show already, under its number and with its amount, needs nothing more of Teamleader.
  const planned = inScope.filter(({ expected }) => expected !== 'adopted');
  const booked = [...ledger.entries.values()].filter(({ link }) => link !== null);
  const customers = business.customers.filter(({ id }) => planned.some(({ customerId }) => customerId === id));
  const listed = (kind: string): number => inScope.filter((document) => document.kind === kind).length;
  const customersOf = (type: string): number => customers.filter((one) => one.type === type).length;
  const isForeign = booked.some(({ currency }) => currency !== business.division.currency);
  return {
    teamleader:
      TEAMLEADER_LISTS +
      pages(listed('invoice'), PAGES.teamleader) +
      pages(listed('creditNote'), PAGES.teamleader) +
      // Only a document's own answer holds its lines.
      planned.length +
      Math.ceil(customersOf('company') / PAGES.teamleader) +
      Math.ceil(customersOf('contact') / PAGES.teamleader),
    exact:
      EXACT_LISTS +
      // The journals before anything is written, and what was written after.
      pages(before.entries, PAGES.exact) +
      Math.ceil(booked.length / PAGES.exact) +
      pages(before.accounts, PAGES.exactSync) +
      // Which currencies are in use, and their rates.
      (isForeign ? 2 : 0) +
      // Exact takes each of these alone.
      booked.length +
      (ledger.accounts.size - before.accounts) +
      (ledger.bankAccounts.size - before.bankAccounts) +
      // What changed in what customers owe.
      1,
  };
}

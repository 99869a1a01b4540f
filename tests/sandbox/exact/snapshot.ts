import { grossOf, type Ledger, vatOf } from './ledger.ts';

/** What stands in the books, with amounts as strings. */
export const snapshotOf = (ledger: Ledger) => ({
  accounts: [...ledger.accounts.values()].map(({ id, fields }) => ({ id, ...fields })),
  entries: [...ledger.entries.values()].map((entry) => ({
    id: entry.id,
    entryNumber: entry.entryNumber,
    journal: entry.journal,
    customer: entry.customer,
    date: entry.date,
    dueDate: entry.dueDate,
    yourRef: entry.yourRef,
    description: entry.description,
    paymentCondition: entry.paymentCondition,
    link: entry.link,
    currency: entry.currency,
    rate: entry.rate.toFixed(),
    net: grossOf(entry).minus(vatOf(entry)).toFixed(2),
    vat: vatOf(entry).toFixed(2),
    gross: grossOf(entry).toFixed(2),
    paidOn: ledger.settledOn(entry.id),
    lines: entry.lines.map((line) => ({
      glAccount: line.glAccount,
      vatCode: line.vatCode,
      net: line.net.toFixed(2),
      vat: line.vat.toFixed(2),
    })),
  })),
});

import type { Sandbox } from '../sandbox/sandbox.ts';

/** The newest invoices of ours of which nothing is paid or credited. */
export function unpaid({ exact, teamleader }: Sandbox) {
  const { invoices, dueOf } = teamleader.ledger;
  return [...exact.ledger.entries.values()]
    .flatMap((entry) => {
      const invoice = [...invoices.values()].find(({ id }) => entry.link?.includes(id));
      const isOpen = invoice !== undefined && dueOf(invoice).eq(invoice.totals.gross) && invoice.currency === 'EUR';
      return isOpen ? [{ invoice, entryId: entry.id, date: entry.date }] : [];
    })
    .toSorted((a, b) => b.date.localeCompare(a.date));
}

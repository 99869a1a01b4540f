import type Big from 'big.js';
import type { DoubleAccounts, DoubleEntries } from '../accounting/doubles.ts';
import type { Account, BookedEntry, DocumentHeader } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import { formatAmount, ZERO } from '../accounting/money.ts';
import { type Amounts, type BothSides, type PeriodTotals, postedIn, totalsOf } from '../accounting/period-totals.ts';
import type { Comparison, Period } from '../accounting/reconcile.ts';
import type { ReportContent, ReportEntry, ReportRow, ReportTotals } from '../report.ts';
import type { UnreadableDocument } from '../teamleader/read-document.ts';

/** What the report is made of. */
export interface Reported {
  readonly period: Period;
  readonly comparisons: readonly Comparison[];
  /** By VAT code. */
  readonly rates: ReadonlyMap<string, Big>;
  readonly creditJournal: string;
  readonly unreadable: readonly UnreadableDocument[];
  readonly accounts: readonly Account[];
  readonly doubleAccounts: readonly DoubleAccounts[];
  readonly doubleEntries: readonly DoubleEntries[];
}

export function viewReport(reported: Reported): ReportContent {
  const { period, comparisons, rates, creditJournal, unreadable, accounts } = reported;
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const viewEntry = (entry: BookedEntry) => entryView(entry, names);
  const posted = (one: Comparison) => postedIn(one, period, rates, creditJournal);
  const documents = new Map(comparisons.flatMap((one) => one.entries.map(({ id }) => [id, one.document] as const)));
  const rows = comparisons.flatMap((one): ReportRow[] =>
    one.verdict === 'equal'
      ? []
      : [
          {
            verdict: one.verdict,
            document: one.document && documentView(one.document),
            entries: one.entries.map(viewEntry),
            counts: totalsOf(posted(one)).map(({ currency, all }) => ({ currency, ...sidesView(all, currency) })),
          },
        ],
  );
  return {
    totals: totalsOf(comparisons.flatMap(posted)).map(totalsView),
    equal: comparisons.filter(({ verdict }) => verdict === 'equal').length,
    rows,
    unread: unreadable.map(({ kind, number, id }) => ({ kind, number: number ?? id })),
    doubleAccounts: reported.doubleAccounts.map((group) => ({
      by: group.by,
      accounts: group.accounts.map(accountView),
    })),
    doubleEntries: reported.doubleEntries.map(({ by, entries }) => {
      const document = entries.map(({ id }) => documents.get(id)).find(Boolean) ?? null;
      return { by, document: document && documentView(document), entries: entries.map(viewEntry) };
    }),
  };
}

function amountsView({ net, vat }: Amounts, currency: string) {
  const told = (amount: Big): string => formatAmount(amount, currency);
  return { net: told(net), vat: told(vat), gross: told(net.plus(vat)) };
}

const sidesView = ({ invoiced, booked }: BothSides, currency: string) => ({
  invoiced: amountsView(invoiced, currency),
  booked: amountsView(booked, currency),
  difference: amountsView({ net: booked.net.minus(invoiced.net), vat: booked.vat.minus(invoiced.vat) }, currency),
});

function totalsView({ currency, rates, kinds, all }: PeriodTotals): ReportTotals {
  const counted = (sides: PeriodTotals['all']) => ({
    ...sidesView(sides, currency),
    counts: { invoiced: sides.invoiced.count, booked: sides.booked.count },
  });
  return {
    currency,
    rates: rates.map(({ rate, ...sides }) => ({ rate: rate?.toFixed() ?? null, ...sidesView(sides, currency) })),
    kinds: [
      { kind: 'invoice', ...counted(kinds.invoice) },
      { kind: 'creditNote', ...counted(kinds.creditNote) },
    ],
    all: counted(all),
  };
}

/** What a credit note gives back is negative, as in the books. */
function documentView({ kind, id, number, date, customer, currency, webUrl, net, gross }: DocumentHeader) {
  const [sum, vat] = kind === 'invoice' ? [net, gross.minus(net)] : [ZERO.minus(net), net.minus(gross)];
  return {
    kind,
    id,
    number,
    date,
    customer: customer.name,
    currency,
    webUrl,
    ...amountsView({ net: sum, vat }, currency),
  };
}

function entryView(entry: BookedEntry, names: ReadonlyMap<string, string>): ReportEntry {
  const { id, entryNumber, journal, date, yourRef, accountId, currency, gross, vat, link } = entry;
  return {
    id,
    entryNumber,
    journal,
    date,
    yourRef,
    customer: names.get(accountId) ?? '',
    currency,
    isOurs: idsIn(link).length > 0,
    ...amountsView({ net: gross.minus(vat), vat }, currency),
  };
}

const accountView = ({ id, code, name, vatNumber, address, isCustomer, isBlocked }: Account) => ({
  id,
  code: code.trim(),
  name,
  vatNumber,
  place: [address.line1, [address.postalCode, address.city].filter(Boolean).join(' '), address.country]
    .filter(Boolean)
    .join(', '),
  isCustomer,
  isBlocked,
});

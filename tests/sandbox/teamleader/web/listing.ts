import { Big } from 'big.js';
import type { Business, BusinessDocument } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import { numberKey } from '../document-number.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { detailAddress } from './addresses.ts';
import {
  type DocumentKind,
  type ListPage,
  type ListQuery,
  type ListRow,
  SORTABLE,
  type Sortable,
  STATUSES,
  type Status,
} from './client/list-model.ts';
import type { Formats } from './formats.ts';
import type { Texts } from './texts.ts';

const PAGE_SIZE = 25;

/** What every page is made of. */
export interface Web {
  readonly business: Business;
  readonly ledger: Ledger;
  readonly switches: Switches;
  readonly texts: Texts;
  readonly formats: Formats;
}

export function readListQuery(parameters: URLSearchParams, kind: DocumentKind): ListQuery {
  const page = Number(parameters.get('page'));
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    sort: SORTABLE.find((column) => column === parameters.get('sort')) ?? 'number',
    direction: parameters.get('direction') === 'asc' ? 'asc' : 'desc',
    status: STATUSES[kind].find((status) => status === parameters.get('status')) ?? null,
    search: parameters.get('search') ?? '',
  };
}

/** One page of the list as people see it. */
export function listDocuments(kind: DocumentKind, query: ListQuery, web: Web): ListPage {
  const { ledger } = web;
  const documents = [...(kind === 'invoice' ? ledger.invoices : ledger.creditNotes).values()];
  const searched = query.search.trim().toLowerCase();
  const found = documents.filter(
    (document) =>
      (query.status === null || statusOf(document) === query.status) &&
      `${document.number ?? ''} ${customerName(document, ledger)}`.toLowerCase().includes(searched),
  );
  const sign = query.direction === 'asc' ? 1 : -1;
  const inOrder = found.toSorted((a, b) => sign * ORDERS[query.sort](a, b, ledger));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const rows = inOrder.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((document) => listRow(document, web));
  return { rows, page, pages, matches: found.length };
}

export const statusOf = ({ kind, status }: BusinessDocument): Status => (kind === 'creditNote' ? 'booked' : status);

export const customerName = ({ customerId }: BusinessDocument, { customers }: Ledger): string =>
  customers.get(customerId)?.name ?? '';

type Order = (a: BusinessDocument, b: BusinessDocument, ledger: Ledger) => number;

const ORDERS: Readonly<Record<Sortable, Order>> = {
  // Drafts have no number yet and stand above all others.
  number: (a, b) => (numberKey(a.number) ?? Number.MAX_VALUE) - (numberKey(b.number) ?? Number.MAX_VALUE),
  date: (a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'),
  customer: (a, b, ledger) => customerName(a, ledger).localeCompare(customerName(b, ledger)),
  gross: (a, b) => new Big(a.totals.gross).cmp(b.totals.gross),
};

function listRow(document: BusinessDocument, { business, ledger, switches, texts, formats }: Web): ListRow {
  const { totals, currency } = document;
  const entities = [business.companyEntity, business.otherCompanyEntity];
  const status = statusOf(document);
  return {
    id: document.id,
    href: detailAddress(document, switches),
    status,
    cells: {
      number: document.number ?? texts.draft,
      date: formats.date(document.date),
      dueOn: formats.date(document.dueOn),
      customer: customerName(document, ledger),
      credits: ledger.invoices.get(document.creditsInvoiceId ?? '')?.number ?? '',
      entity: entities.find(({ id }) => id === document.companyEntityId)?.name ?? '',
      net: formats.money(totals.net, currency),
      gross: formats.money(totals.gross, currency),
      status: texts[status],
    },
  };
}

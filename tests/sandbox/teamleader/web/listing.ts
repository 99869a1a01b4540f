import type { BusinessDocument } from '../../business/business.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Formats } from './formats.ts';
import type { Texts } from './texts.ts';

export const PAGE_SIZE = 25;
export const COLUMNS = ['number', 'date', 'customer', 'gross', 'dueOn', 'status'] as const;
export type Column = (typeof COLUMNS)[number];

export interface ListQuery {
  readonly kind: 'invoice' | 'creditNote';
  readonly page: number;
  readonly sort: Column;
  readonly direction: 'asc' | 'desc';
  readonly status: string;
  readonly search: string;
}

export interface ListRow {
  readonly id: string;
  readonly legacyId: number;
  readonly number: string;
  readonly date: string;
  readonly customer: string;
  readonly gross: string;
  readonly dueOn: string;
  readonly status: string;
  readonly statusName: BusinessDocument['status'];
}

export function readListQuery(parameters: URLSearchParams, kind: ListQuery['kind']): ListQuery {
  return {
    kind,
    page: Math.max(1, Number(parameters.get('page')) || 1),
    sort: COLUMNS.find((column) => column === parameters.get('sort')) ?? 'number',
    direction: parameters.get('direction') === 'asc' ? 'asc' : 'desc',
    status: parameters.get('status') ?? '',
    search: (parameters.get('search') ?? '').toLowerCase(),
  };
}

/** One page of the list as people see it. */
export function listDocuments(
  query: ListQuery,
  ledger: Ledger,
  texts: Texts,
  formats: Formats,
): { readonly rows: readonly ListRow[]; readonly total: number } {
  const documents = [...(query.kind === 'invoice' ? ledger.invoices : ledger.creditNotes).values()];
  const nameOf = (document: BusinessDocument) => ledger.customers.get(document.customerId)?.name ?? '';
  const found = documents
    .filter((document) => query.status === '' || document.status === query.status)
    .filter((document) => `${document.number ?? ''} ${nameOf(document)}`.toLowerCase().includes(query.search))
    .sort((a, b) => (query.direction === 'asc' ? 1 : -1) * compare(a, b, query.sort, nameOf));
  const rows = found.slice((query.page - 1) * PAGE_SIZE, query.page * PAGE_SIZE).map((document) => ({
    id: document.id,
    legacyId: document.legacyId,
    number: document.number ?? '',
    date: formats.date(document.date),
    customer: nameOf(document),
    gross: formats.money(document.totals.gross, document.currency),
    dueOn: formats.date(document.dueOn),
    status: document.kind === 'creditNote' ? texts.booked : texts[document.status],
    statusName: document.status,
  }));
  return { rows, total: found.length };
}

function compare(
  a: BusinessDocument,
  b: BusinessDocument,
  sort: Column,
  nameOf: (one: BusinessDocument) => string,
): number {
  switch (sort) {
    case 'number':
      // Drafts have no number yet and stand above all others.
      return (a.number ?? '9999').localeCompare(b.number ?? '9999', 'en', { numeric: true });
    case 'customer':
      return nameOf(a).localeCompare(nameOf(b));
    case 'gross':
      return Number(a.totals.gross) - Number(b.totals.gross);
    case 'date':
    case 'dueOn':
    case 'status':
      return (a[sort] ?? '').localeCompare(b[sort] ?? '');
  }
}

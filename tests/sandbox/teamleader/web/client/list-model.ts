/** What the list pages show, as the server tells it to its own templates and to the scripts. Types and tables only. */

export type DocumentKind = 'invoice' | 'creditNote';

export const COLUMNS = {
  invoice: ['number', 'date', 'dueOn', 'customer', 'entity', 'net', 'gross', 'status'],
  creditNote: ['number', 'date', 'customer', 'credits', 'entity', 'net', 'gross', 'status'],
} as const;
export type Column = (typeof COLUMNS)[DocumentKind][number];

export const SORTABLE = ['number', 'date', 'customer', 'gross'] as const;
export type Sortable = (typeof SORTABLE)[number];

export const STATUSES = {
  invoice: ['draft', 'outstanding', 'matched'],
  creditNote: ['booked'],
} as const;
export type Status = (typeof STATUSES)[DocumentKind][number];

export interface ListQuery {
  readonly page: number;
  readonly sort: Sortable;
  readonly direction: 'asc' | 'desc';
  readonly status: Status | null;
  readonly search: string;
}

export interface ListRow {
  /** UUID. */
  readonly id: string;
  /** Where the number's link leads, where the layout has links. */
  readonly href: string;
  readonly status: Status;
  /** Text as it is read, in the language of the page. */
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  readonly page: number;
  readonly pages: number;
  readonly matches: number;
}

/** A document's own page. */
export interface Detail {
  readonly heading: string;
  readonly status: Status;
  readonly statusText: string;
  /** Name and text. */
  readonly facts: readonly (readonly [string, string])[];
  readonly lineHeadings: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Name and amount. */
  readonly totals: readonly (readonly [string, string])[];
}

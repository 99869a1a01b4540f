/** Reads Teamleader's page: pure, so that saved pages are its tests. The page is not ours and may change any day. */
import type { Reading, RowReference, Taught } from '../../lib/messages.ts';
import { type Root, rootsOf } from './across.ts';
import type { Address, Kind } from './address.ts';
import {
  type FoundRow,
  findTitle,
  findToolbar,
  GRID_ROW,
  isEmptyList,
  numberInTitle,
  STRATEGIES,
  type Strategy,
} from './strategies.ts';
import { rowsAsTaught } from './taught.ts';

export interface PageRow extends Pick<FoundRow, 'element' | 'anchor'> {
  readonly reference: RowReference;
}

export interface PageReading extends Omit<Reading, 'rows'> {
  /** The box at the top right that takes our button; null where there is none. */
  readonly toolbar: Element | null;
  readonly rows: readonly PageRow[];
  /** To be watched for changes, each. */
  readonly roots: readonly Root[];
}

/** @returns null on a page that is no list of documents, nor a document's own */
export function readPage(document: Document, address: Address, taught: Taught | null): PageReading | null {
  const roots = rootsOf(document);
  switch (address.page) {
    case 'list':
      return readList(roots, address.kind, [...STRATEGIES, { name: 'taught', rows: (_, kind) => asTaught(kind) }]);
    case 'detail':
      return readDetail(roots, address);
    case 'unknown':
      return readUnknown(roots);
  }
  function asTaught(kind: Kind): readonly FoundRow[] {
    return taught?.kind === kind ? rowsAsTaught(document, taught) : [];
  }
}

function readList(roots: readonly Root[], kind: Kind, strategies: readonly Strategy[]): PageReading {
  const base = { page: 'list', kind, roots, toolbar: findToolbar(roots) } as const;
  for (const { name, rows } of strategies) {
    const found = rows(roots, kind);
    if (found.length > 0) return { ...base, strategy: name, rows: found.map((row) => pageRow(row, kind)) };
  }
  return { ...base, strategy: isEmptyList(roots) ? 'empty' : null, rows: [] };
}

/** A page with several links to documents side by side is a list of them. */
const readUnknown = (roots: readonly Root[]): PageReading | null =>
  KINDS.map((kind) => readList(roots, kind, STRATEGIES.slice(0, 1))).find(({ rows }) => rows.length > 1) ?? null;
const KINDS = ['invoice', 'creditNote'] as const;

function readDetail(roots: readonly Root[], { kind, id }: Extract<Address, { page: 'detail' }>): PageReading {
  const title = findTitle(roots);
  return {
    page: 'detail',
    kind,
    roots,
    toolbar: null,
    strategy: title === null ? null : 'title',
    rows: title === null ? [] : [pageRow({ element: title, anchor: title, id, number: numberInTitle(title) }, kind)],
  };
}

const pageRow = ({ element, anchor, id, number }: FoundRow, kind: Kind): PageRow => ({
  element,
  anchor,
  reference: { key: `${kind}/${id ?? number}`.slice(0, 200), kind, id, number },
});

const TICKED = 'input[type="checkbox"]:checked, [role="checkbox"][aria-checked="true"]';

/** Has the user selected the row in Teamleader's own list? Its check-box may stand in another section of the grid. */
export function isTicked({ element }: PageRow): boolean {
  const row = element.closest(GRID_ROW);
  const sections = row?.parentElement?.parentElement?.children ?? [];
  const nth = row === null ? -1 : rowsIn(row.parentElement).indexOf(row);
  const parts = [element, element.shadowRoot, ...[...sections].map((section) => rowsIn(section)[nth])];
  return parts.some((part) => part?.querySelector(TICKED));
}

const rowsIn = (section: Element | null): Element[] => [...(section?.querySelectorAll(GRID_ROW) ?? [])];

/** Reads Teamleader's page: pure, so that saved pages are its tests. The page is not ours and may change any day. */
import type { RowReference } from '../../lib/messages.ts';

type Kind = RowReference['kind'];

export interface PageRow {
  readonly reference: RowReference;
  /** Where the badge goes. */
  readonly cell: Element;
}

export interface PageReading {
  readonly kind: Kind;
  /** Which strategy held; null where the list was not recognised. */
  readonly strategy: string | null;
  /** The box at the top right that takes our button; null where there is none. */
  readonly toolbar: Element | null;
  readonly rows: readonly PageRow[];
}

const LIST_PATHS: readonly (readonly [Kind, RegExp])[] = [
  ['invoice', /^\/(?:invoices\.php|web\/invoices)\/?$/],
  ['creditNote', /^\/(?:credit_?notes\.php|web\/credit-?notes)\/?$/],
];

const DETAIL_LINK =
  /\/?(invoice|credit_?note)_detail\.php\?(?:.*&)?id=([0-9a-f-]{36}|\d+)|\/web\/(invoices|credit-?notes)\/([0-9a-f-]{36})/i;
const LINK_SELECTOR = 'a[href*="_detail.php?"], a[href*="/web/invoices/"], a[href*="/web/credit"]';

/** `2026 / 27`, `2026/27`: found by its form, since users move and hide columns. */
const NUMBER = /^\d{4} ?\/ ?\d+$/;

/** A credit note's own number has no blanks; the invoice that it credits stands in another column, with blanks. */
const OWN_FORM: Readonly<Record<Kind, RegExp>> = { invoice: /^\d{4} \/ \d+$/, creditNote: /^\d{4}\/\d+$/ };

interface Strategy {
  readonly name: string;
  /** When it was last known to hold. */
  readonly seen: string;
  readonly rows: (root: Document, kind: Kind) => PageRow[];
}

/** In order of trust. */
const STRATEGIES: readonly Strategy[] = [
  { name: 'detail links', seen: '2026-11-23', rows: rowsByLink },
  {
    name: 'data grid',
    seen: '2024-02-01',
    rows: (root, kind) =>
      rowsByNumber(root, '[data-teamleader-ui="datagrid-body-row"]', '[data-teamleader-ui="datagrid-cell"]', kind),
  },
  { name: 'table', seen: '2026-11-23', rows: (root, kind) => rowsByNumber(root, 'table tbody tr', 'td', kind) },
  {
    name: 'roles',
    seen: '2026-11-23',
    rows: (root, kind) => rowsByNumber(root, '[role="row"]', '[role="cell"], [role="gridcell"]', kind),
  },
];

/** @returns null on a page that is no list of documents */
export function readPage(root: Document, url: URL): PageReading | null {
  const byPath = LIST_PATHS.find(([, path]) => path.test(url.pathname))?.[0];
  const kind = byPath ?? kindByLinks(root);
  if (kind === null) return null;
  for (const strategy of STRATEGIES) {
    const rows = strategy.rows(root, kind);
    if (rows.length > 0) return { kind, strategy: strategy.name, toolbar: findToolbar(root), rows };
  }
  return { kind, strategy: null, toolbar: findToolbar(root), rows: [] };
}

/** Whatever its address: a page with several links to documents in rows is a list of them. */
function kindByLinks(root: Document): Kind | null {
  const links = [...root.querySelectorAll(`tr ${LINK_SELECTOR.replaceAll(', ', ', tr ')}`)]
    .map(linkedDocument)
    .filter((link) => link !== null);
  const [first] = links;
  return links.length >= 2 && first !== undefined ? first.kind : null;
}

function linkedDocument(link: Element): { readonly kind: Kind; readonly id: string } | null {
  const [, page, id, folder, uuid] = DETAIL_LINK.exec(link.getAttribute('href') ?? '') ?? [];
  const found = id ?? uuid;
  if (found === undefined) return null;
  return { kind: /^credit/i.test(page ?? folder ?? '') ? 'creditNote' : 'invoice', id: found.toLowerCase() };
}

function rowsByLink(root: Document, kind: Kind): PageRow[] {
  const rows: PageRow[] = [];
  const seen = new Set<Element>();
  for (const link of root.querySelectorAll(LINK_SELECTOR)) {
    const linked = linkedDocument(link);
    const row = link.closest('tr, [data-teamleader-ui="datagrid-body-row"], [role="row"], li');
    if (linked === null || linked.kind !== kind || row === null || seen.has(row)) continue;
    seen.add(row);
    const text = textOf(link);
    const number = NUMBER.test(text) ? text : numberIn(row, kind);
    rows.push({
      cell: link.parentElement ?? link,
      reference: { key: `${kind}/${linked.id}`, kind, id: linked.id, number },
    });
  }
  return rows;
}

const CELLS = 'td, [data-teamleader-ui="datagrid-cell"], [role="cell"], [role="gridcell"]';

/** The cell with the document's number: one in its kind's own form comes first. */
function numberCell(row: Element, cellSelector: string, kind: Kind): Element | undefined {
  const cells = [...row.querySelectorAll(cellSelector)].filter((cell) => NUMBER.test(textOf(cell)));
  return cells.find((cell) => OWN_FORM[kind].test(textOf(cell))) ?? cells[0];
}

function numberIn(row: Element, kind: Kind): string | null {
  const cell = numberCell(row, CELLS, kind);
  return cell === undefined ? null : textOf(cell);
}

/** In a grid of several sections a document's row is drawn once in each: only the one with the number counts. */
function rowsByNumber(root: Document, rowSelector: string, cellSelector: string, kind: Kind): PageRow[] {
  const rows: PageRow[] = [];
  for (const row of root.querySelectorAll(rowSelector)) {
    const cell = numberCell(row, cellSelector, kind);
    if (cell === undefined) continue;
    const number = textOf(cell);
    if (rows.some((one) => one.reference.number === number)) continue;
    rows.push({
      cell: cell.firstElementChild ?? cell,
      reference: { key: `${kind}/${number}`, kind, id: null, number },
    });
  }
  return rows;
}

/** Our own badge stands in a shadow root, so it is not part of the text. */
const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

function findToolbar(root: Document): Element | null {
  const header = root.querySelector('[data-teamleader-ui="overview-page-header"]');
  if (header !== null) return header.children[1] ?? header;
  const title = root.querySelector('.widgettitle');
  return title === null ? null : (title.lastElementChild ?? title);
}

/** The ways in which documents were seen to stand in Teamleader's pages: data with an age, in order of trust. */
import type { StrategyName } from '../../lib/messages.ts';
import { all, around, innermost, isOurs, type Root, textOf } from './across.ts';
import { type Kind, linkedDocument } from './address.ts';

export interface FoundRow {
  /** All that the page draws for the document, as far as it stands together. */
  readonly element: Element;
  /** The badge goes behind it, or at the end of it where it is the row's own cell. */
  readonly anchor: Element;
  readonly id: string | null;
  readonly number: string | null;
}

export interface Strategy {
  readonly name: StrategyName;
  readonly rows: (roots: readonly Root[], kind: Kind) => readonly FoundRow[];
}

interface Shape {
  readonly row: string;
  readonly cell: string;
  /** What rows and their headings have around them, and a heading. */
  readonly table: string;
  readonly heading: string;
}

/** Every component of Teamleader's design system names itself. */
const ui = (name: string): string => `[data-teamleader-ui="${name}"]`;

const GRID: Shape = {
  row: ui('datagrid-body-row'),
  cell: ui('datagrid-cell'),
  table: `:has(> ${ui('datagrid-header-row')})`,
  heading: `${ui('datagrid-header-row')} ${ui('datagrid-cell')}`,
};
const TABLE: Shape = { row: 'tbody tr', cell: 'td', table: 'table', heading: 'thead th' };
const ROLES: Shape = {
  row: '[role="row"]',
  cell: '[role="cell"],[role="gridcell"]',
  table: '[role="table"],[role="grid"]',
  heading: '[role="columnheader"]',
};
const SHAPES = [GRID, TABLE, ROLES];
export const GRID_ROW = GRID.row;
export const ANY_ROW = SHAPES.map(({ row }) => row).join();
const ANY_HEADING = SHAPES.map(({ heading }) => heading).join();
export const ANY_CELL = SHAPES.map(({ cell }) => cell).join();

/** In order of trust, each with the day on which it was last known to hold. */
export const STRATEGIES: readonly Strategy[] = [
  // 2026-11-23: the addresses that the API gives.
  { name: 'links', rows: rowsByLink },
  // 2024-02-01: the public version of the design system.
  { name: 'gridNumbers', rows: (roots, kind) => rowsByNumber(roots, kind, GRID) },
  // 2021-12-02: the older pages are tables.
  { name: 'tableNumbers', rows: (roots, kind) => rowsByNumber(roots, kind, TABLE) },
  // Not seen yet: what an accessible list would say of itself.
  { name: 'roles', rows: (roots, kind) => rowsByNumber(roots, kind, ROLES) },
  // 2026-11-23: the words of the help centre, in four languages.
  { name: 'headers', rows: (roots) => SHAPES.flatMap((shape) => rowsByHeading(roots, shape)) },
  // Not seen yet: a list of whatever elements, also in shadow roots.
  { name: 'loneNumbers', rows: rowsByLoneNumber },
];

/** `2026 / 27`, `2026/27`: found by its form, since users move and hide columns. */
const NUMBER = /^\d{4} ?\/ ?\d+$/;
/** A credit note's own number has no blanks; the invoice that it credits stands in another column, with blanks. */
const OWN_FORM: Readonly<Record<Kind, RegExp>> = { invoice: /^\d{4} \/ \d+$/, creditNote: /^\d{4}\/\d+$/ };

/** How a column of numbers is called in English, Dutch, French and German. */
const NUMBER_HEADING =
  /^(?:invoice |credit note )?(?:number|no\.?)$|^(?:factuur|creditnota|rechnungs|gutschrifts?)?-?n(?:umme)?r\.?$|^(?:num[ée]ro|n[°º])(?: de (?:la )?(?:facture|note de crédit))?$/i;

/**
 * Those that may be numbers of such documents. An invoice's may have another form than the usual one; a credit note's may
 * not, since it would be that of the invoice which it credits.
 */
function numbersOf(elements: readonly Element[], kind: Kind): readonly Element[] {
  const numbers = elements.filter((one) => NUMBER.test(textOf(one)));
  const own = numbers.filter((one) => OWN_FORM[kind].test(textOf(one)));
  return own.length > 0 || kind === 'creditNote' ? own : numbers;
}

function rowsByLink(roots: readonly Root[], kind: Kind): FoundRow[] {
  // While the browser reads the page, the last link may have no text yet, which would move a badge behind it.
  const anchors = all(roots, 'a[href]').filter((one) => document.readyState !== 'loading' || one.hasChildNodes());
  const linked = anchors.flatMap((anchor) => {
    const document = linkedDocument(anchor.getAttribute('href') ?? '');
    return document?.kind === kind ? [{ anchor, id: document.id, isNumber: NUMBER.test(textOf(anchor)) }] : [];
  });
  // A row may have several links to its document: the badge goes to the one with the number.
  return grouped(linked.toSorted((a, b) => Number(b.isNumber) - Number(a.isNumber))).map(
    ({ element, anchor, id, isNumber }) => {
      const number = isNumber ? anchor : numbersOf([...element.querySelectorAll(ANY_CELL)], kind)[0];
      return { element, anchor, id, number: number === undefined ? null : textOf(number) };
    },
  );
}

/** Of any layout: elements that hold nothing but a number of the right form. */
function rowsByLoneNumber(roots: readonly Root[], kind: Kind): FoundRow[] {
  const anchors = numbersOf(all(roots, ':not(:has(*))'), kind);
  return rowsByNumbers(anchors.map((anchor) => ({ anchor, id: textOf(anchor) })));
}

/** @param signs with their numbers as ids */
export const rowsByNumbers = (signs: readonly Sign[]): FoundRow[] =>
  grouped(signs).map(({ element, anchor, id }) => ({ element, anchor, id: null, number: id }));

export interface Sign {
  readonly anchor: Element;
  readonly id: string;
}

/**
 * A row is the most that stands around a sign of one document and of no other. A sign that stands alone, as in a list of
 * what was looked at last, is none where others stand side by side.
 */
function grouped<S extends Sign>(signs: readonly S[]): (S & { readonly element: Element })[] {
  const documents = new Map<Element, string | null>();
  for (const { anchor, id } of signs) {
    for (let at: Element | null = anchor; at !== null; at = around(at)) {
      const before = documents.get(at);
      documents.set(at, before === undefined || before === id ? id : null);
    }
  }
  const found = signs.map((sign) => ({ ...sign, element: widest(sign, documents) }));
  const beside = Map.groupBy(new Set(found.map(({ element }) => element)), around);
  const sideBySide = found.filter(({ element }) => (beside.get(around(element))?.length ?? 0) > 1);
  const seen = new Set<string>();
  return (sideBySide.length > 0 ? sideBySide : found).filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** A sign that is alone in the page has everything around it: there, known rows tell. */
function widest({ anchor }: Sign, documents: ReadonlyMap<Element, string | null>): Element {
  let element = anchor;
  for (let at = around(anchor); at !== null && documents.get(at) !== null; at = around(at)) element = at;
  if (around(element) !== null) return element;
  return anchor.closest(`${ANY_ROW},li`) ?? anchor;
}

/**
 * In a grid of several sections a document's row is drawn once in each: only the one with the number counts.
 * @param pick given a row's cells, and the one in the column of numbers where a heading tells it
 */
function rowsOf(
  roots: readonly Root[],
  { row, cell, table, heading }: Shape,
  pick: (cells: readonly Element[], headed: Element | undefined) => Element | undefined,
): FoundRow[] {
  const columns = new Map<Element | null, number>();
  const rows = new Map<string, FoundRow>();
  for (const element of all(roots, row)) {
    const outer = element.closest(table);
    const headings = () => [...(outer?.querySelectorAll(heading) ?? [])];
    const column = columns.get(outer) ?? headings().findIndex((one) => NUMBER_HEADING.test(textOf(one)));
    columns.set(outer, column);
    const cells = [...element.querySelectorAll(cell)];
    const picked = pick(cells, cells[column]);
    if (picked === undefined) continue;
    const number = textOf(picked);
    if (!rows.has(number)) rows.set(number, { element, anchor: innermost(picked), id: null, number });
  }
  return [...rows.values()];
}

const rowsByNumber = (roots: readonly Root[], kind: Kind, shape: Shape): FoundRow[] =>
  rowsOf(roots, shape, (cells, headed) =>
    headed !== undefined && NUMBER.test(textOf(headed)) ? headed : numbersOf(cells, kind)[0],
  );

/** A company may write its numbers otherwise: then the heading says where they stand. */
const rowsByHeading = (roots: readonly Root[], shape: Shape): FoundRow[] =>
  rowsOf(roots, shape, (_, headed) =>
    headed !== undefined && /^(?=.*\d).{1,30}$/.test(textOf(headed)) ? headed : undefined,
  );

/** A list without documents is no puzzle: its frame is there, and no row in it. */
export const isEmptyList = (roots: readonly Root[]): boolean =>
  all(roots, ui('empty-state')).length > 0 ||
  (all(roots, ANY_HEADING).length > 0 && !all(roots, ANY_ROW).some((row) => row.querySelector(ANY_CELL)));

/** Places for our button, at the top right. */
const TOOLBARS: readonly string[] = [
  // 2024-02-01
  `${ui('overview-page-header')} > :nth-child(2)`,
  ui('overview-page-header'),
  // 2021-12-02
  '.widgettitle > :last-child',
  '.widgettitle',
  // Not seen yet.
  'main [role="toolbar"]',
];
/** The document's name on its own page. */
const TITLES: readonly string[] = [
  // 2024-02-01
  `${ui('detail-page-header')} h1`,
  // 2021-12-02
  '.widgettitle h1',
  '.widgettitle',
  // Not seen yet.
  'main h1',
  'h1',
];

const first = (roots: readonly Root[], places: readonly string[]): Element | null =>
  places.flatMap((place) => all(roots, place)).find((element) => !isOurs(element)) ?? null;

export const findToolbar = (roots: readonly Root[]): Element | null => first(roots, TOOLBARS);
export const findTitle = (roots: readonly Root[]): Element | null => first(roots, TITLES);
export const numberInTitle = (title: Element): string | null => /\d{4} ?\/ ?\d+/.exec(textOf(title))?.[0] ?? null;

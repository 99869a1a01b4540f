import type { Texts } from '../texts.ts';
import { el } from './elements.ts';
import type { Column, ListRow } from './list-model.ts';

export interface RowEvents {
  select(id: string): void;
  hover(id: string | null): void;
  /** Opens the document; null where the number is a link. */
  readonly open: ((id: string) => void) | null;
}

interface RowState {
  readonly selected: boolean;
  readonly hovered: boolean;
}

/** The part of a row that stands in one section. Filling it again changes texts and links, never elements. */
export class GridRow {
  readonly element: HTMLElement;
  readonly #checkbox = el('input', { attributes: { type: 'checkbox' } });
  readonly #contents: ReadonlyMap<Column, HTMLElement>;
  #id = '';

  constructor(columns: readonly Column[], selectable: boolean, { select, hover, open }: RowEvents, texts: Texts) {
    this.#contents = new Map(columns.map((column) => [column, contentOf(column, open === null)]));
    const check = el('div', { ui: 'datagrid-cell', class: 'grid-cell is-check' }, this.#checkbox);
    const cells = [...this.#contents].map(([column, content]) =>
      el('div', { ui: 'datagrid-cell', class: `grid-cell is-${column}` }, el('div', {}, content)),
    );
    this.element = el('div', { ui: 'datagrid-body-row', class: 'grid-row' }, selectable ? check : null, ...cells);

    this.#checkbox.setAttribute('aria-label', texts.selectRow);
    this.#checkbox.addEventListener('change', () => select(this.#id));
    check.addEventListener('click', (event) => event.stopPropagation());
    this.element.addEventListener('mouseenter', () => hover(this.#id));
    this.element.addEventListener('mouseleave', () => hover(null));
    if (open === null) return;
    this.element.classList.add('is-clickable');
    this.element.addEventListener('click', () => open(this.#id));
  }

  fill(row: ListRow, { selected, hovered }: RowState): void {
    this.#id = row.id;
    this.#checkbox.checked = selected;
    this.element.classList.toggle('is-hovered', hovered);
    this.element.classList.toggle('is-selected', selected);
    for (const [column, content] of this.#contents) {
      content.textContent = row.cells[column] ?? '';
      if (content instanceof HTMLAnchorElement) content.href = row.href;
      if (column === 'status') content.className = `status is-${row.status}`;
    }
  }
}

function contentOf(column: Column, hasLinks: boolean): HTMLElement {
  if (column === 'number' && hasLinks) return el('a', { ui: 'link' });
  return column === 'status' ? el('span', { ui: 'status-label' }) : el('span', {});
}

import type { ScriptConfig } from '../pages.ts';
import { button, el } from './elements.ts';
import { GridRow, type RowEvents } from './grid-row.ts';
import { type Column, type ListQuery, type ListRow, SORTABLE, type Sortable } from './list-model.ts';

interface GridEvents {
  open(id: string): void;
  sortBy(column: Sortable): void;
}

interface Section {
  readonly className: string;
  readonly columns: readonly Column[];
  readonly selectable: boolean;
}

/**
 * The grid of the design system, in one section or in three.
 *
 * One section keeps its row elements and gives them other documents, as a library does that keys rows by position.
 * Three sections throw rows away and make new ones on every change, even of what the mouse is over.
 */
export class DataGrid {
  readonly element = el('div', { ui: 'data-grid', class: 'grid' });
  readonly #config: ScriptConfig;
  readonly #events: GridEvents;
  #columns: readonly Column[] = [];
  #rows: readonly ListRow[] = [];
  #query: Pick<ListQuery, 'sort' | 'direction'> = { sort: 'number', direction: 'desc' };
  #selected: ReadonlySet<string> = new Set();
  #hovered: string | null = null;
  /** Per section, the rows that are drawn. */
  #drawn: GridRow[][] = [];

  constructor(config: ScriptConfig, events: GridEvents) {
    this.#config = config;
    this.#events = events;
  }

  showColumns(columns: readonly Column[]): void {
    this.#columns = columns;
    this.#draw();
  }

  showRows(rows: readonly ListRow[], query: ListQuery): void {
    const keepsElements = this.#config.layout === 'grid' && rows.length === this.#rows.length;
    this.#rows = rows;
    this.#query = query;
    this.#selected = new Set();
    this.#hovered = null;
    if (keepsElements) this.#refill();
    else this.#draw();
  }

  #sections(): readonly Section[] {
    if (this.#config.layout === 'grid') {
      return [{ className: 'is-scrollable', columns: this.#columns, selectable: true }];
    }
    return [
      { className: 'is-sticky-left', columns: ['number'], selectable: true },
      { className: 'is-scrollable', columns: this.#columns, selectable: false },
      { className: 'is-sticky-right', columns: ['status'], selectable: false },
    ];
  }

  #draw(): void {
    const sections = this.#sections();
    this.#drawn = sections.map((section) => this.#rows.map((row) => this.#row(row, section)));
    const elements = sections.map((section, index) =>
      el(
        'div',
        { class: `grid-section ${section.className}` },
        this.#headerRow(section),
        ...(this.#drawn[index] ?? []).map(({ element }) => element),
        el('div', { ui: 'datagrid-footer-row' }),
      ),
    );
    const body = el('div', { class: 'grid-sections' }, ...elements);
    const { texts } = this.#config;
    const empty = this.#rows.length === 0 ? el('p', { ui: 'empty-state', class: 'empty' }, texts.empty) : null;
    this.element.replaceChildren(...[this.#overlay(), body, empty].filter((part) => part !== null));
  }

  /** The same elements for other rows; only the header is new. */
  #refill(): void {
    for (const [index, section] of this.#sections().entries()) {
      for (const [nth, row] of this.#rows.entries()) this.#drawn[index]?.[nth]?.fill(row, this.#stateOf(row));
      const header = this.element.querySelectorAll('[data-teamleader-ui="datagrid-header-row"]')[index];
      header?.replaceWith(this.#headerRow(section));
    }
    this.#drawOverlay();
  }

  /** What selection or the mouse changed about some rows. */
  #redraw(ids: readonly string[]): void {
    for (const [index, section] of this.#sections().entries()) {
      for (const [nth, row] of this.#rows.entries()) {
        if (ids.includes(row.id)) this.#redrawRow(index, nth, row, section);
      }
    }
    this.#drawOverlay();
  }

  #redrawRow(index: number, nth: number, row: ListRow, section: Section): void {
    const rows = this.#drawn[index] ?? [];
    const old = rows[nth];
    if (this.#config.layout === 'grid') {
      old?.fill(row, this.#stateOf(row));
      return;
    }
    const fresh = this.#row(row, section);
    old?.element.replaceWith(fresh.element);
    rows[nth] = fresh;
  }

  #row(row: ListRow, { columns, selectable }: Section): GridRow {
    const events: RowEvents = {
      select: (id) => this.#select(id),
      hover: (id) => this.#hover(id),
      open: this.#config.layout === 'grid' ? null : this.#events.open,
    };
    const gridRow = new GridRow(columns, selectable, events, this.#config.texts);
    gridRow.fill(row, this.#stateOf(row));
    return gridRow;
  }

  #stateOf({ id }: ListRow) {
    return { selected: this.#selected.has(id), hovered: this.#hovered === id };
  }

  #hover(id: string | null): void {
    if (id === this.#hovered) return;
    const changed = [id, this.#hovered].filter((one) => one !== null);
    this.#hovered = id;
    this.#redraw(changed);
  }

  #select(id: string): void {
    this.#selected = this.#selected.symmetricDifference(new Set([id]));
    this.#redraw([id]);
  }

  #selectAll(): void {
    const all = this.#rows.map(({ id }) => id);
    this.#selected = new Set(this.#selected.size === all.length ? [] : all);
    this.#redraw(all);
  }

  #headerRow({ columns, selectable }: Section): HTMLElement {
    const all = el('input', { attributes: { type: 'checkbox', 'aria-label': this.#config.texts.selectAll } });
    all.addEventListener('change', () => this.#selectAll());
    return el(
      'div',
      { ui: 'datagrid-header-row', class: 'grid-row' },
      selectable ? el('div', { ui: 'datagrid-cell', class: 'grid-cell is-check' }, all) : null,
      ...columns.map((column) => this.#headerCell(column)),
    );
  }

  #headerCell(column: Column): HTMLElement {
    const sortable = SORTABLE.find((one) => one === column);
    const cell = el(
      'div',
      { ui: 'datagrid-cell', class: `grid-cell is-${column}` },
      el('span', {}, this.#config.texts[column]),
    );
    if (sortable === undefined) return cell;
    cell.classList.add('is-sortable');
    if (this.#query.sort === sortable) cell.dataset['sorted'] = this.#query.direction;
    cell.addEventListener('click', () => this.#events.sortBy(sortable));
    return cell;
  }

  #drawOverlay(): void {
    this.element.querySelector('[data-teamleader-ui="datagrid-header-row-overlay"]')?.remove();
    const overlay = this.#overlay();
    if (overlay !== null) this.element.prepend(overlay);
  }

  /** What may be done with the selected rows; seen only while there are some. */
  #overlay(): HTMLElement | null {
    if (this.#selected.size === 0) return null;
    const { texts } = this.#config;
    const nothing = () => {};
    return el(
      'div',
      { ui: 'datagrid-header-row-overlay', class: 'bulkbar' },
      el('span', { ui: 'datagrid-num-selected-rows' }, `${this.#selected.size} ${texts.selected}`),
      el(
        'span',
        { ui: 'datagrid-bulk-actions', class: 'actions' },
        button(texts.download, 'button is-small', nothing, texts.notInSandbox),
        button(texts.sendReminder, 'button is-small', nothing, texts.notInSandbox),
      ),
    );
  }
}

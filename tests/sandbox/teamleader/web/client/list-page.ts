import type { ScriptConfig } from '../pages.ts';
import { columnChooser, readChoice, shownColumns } from './column-choice.ts';
import { DataGrid } from './data-grid.ts';
import { button, el } from './elements.ts';
import {
  COLUMNS,
  type Column,
  type ListPage as Listed,
  type ListQuery,
  type Sortable,
  STATUSES,
} from './list-model.ts';

/** The overview page of the newer layouts. */
export class ListPage {
  readonly element: HTMLElement;
  readonly #config: ScriptConfig;
  readonly #grid: DataGrid;
  readonly #count = el('span', { class: 'count' });
  readonly #pagination = el('nav', { ui: 'pagination', class: 'pagination' });
  #query: ListQuery = { page: 1, sort: 'number', direction: 'desc', status: null, search: '' };

  /** @param open Called with the id of the row that was clicked, where rows have no links. */
  constructor(config: ScriptConfig, open: (id: string) => void) {
    this.#config = config;
    this.#grid = new DataGrid(config, { open, sortBy: (column) => void this.#sortBy(column) });
    const movable = movableColumns(config);
    const chooser = columnChooser({
      kind: config.kind,
      columns: movable,
      texts: config.texts,
      onChange: (choice) => this.#grid.showColumns(shownColumns(choice)),
    });
    this.#grid.showColumns(shownColumns(readChoice(config.kind, movable)));
    this.element = el(
      'div',
      { ui: 'overview-page' },
      this.#header(),
      el(
        'div',
        { ui: 'overview-page-body' },
        this.#filters(),
        this.#grid.element,
        el('div', { class: 'list-foot' }, this.#pagination, chooser),
      ),
    );
  }

  /** Fetches and draws the page that the query asks for. */
  async load(change: Partial<ListQuery> = {}): Promise<void> {
    this.#query = { ...this.#query, ...change };
    const { page, sort, direction, status, search } = this.#query;
    const { kind } = this.#config;
    const asked = { kind, page: String(page), sort, direction, status: status ?? '', search };
    const answer = await fetch(`/ajax/list?${new URLSearchParams(asked)}`);
    const listed: Listed = await answer.json();
    this.#grid.showRows(listed.rows, this.#query);
    this.#count.textContent = `${listed.matches} ${this.#config.texts.found}`;
    this.#showPagination(listed);
  }

  async #sortBy(sort: Sortable): Promise<void> {
    const ascends = this.#query.sort === sort && this.#query.direction === 'asc';
    await this.load({ sort, direction: ascends ? 'desc' : 'asc', page: 1 });
  }

  #header(): HTMLElement {
    const { kind, texts } = this.#config;
    const nothing = () => {};
    return el(
      'div',
      { ui: 'overview-page-header' },
      el('h1', { ui: 'heading-1' }, kind === 'invoice' ? texts.invoices : texts.creditNotes),
      el(
        'div',
        { ui: 'box', class: 'actions' },
        button(texts.export, 'button', nothing, texts.notInSandbox),
        kind === 'invoice' ? button(texts.newInvoice, 'button is-primary', nothing, texts.notInSandbox) : null,
      ),
    );
  }

  #filters(): HTMLElement {
    const { kind, texts } = this.#config;
    const search = el('input', {
      attributes: { type: 'search', placeholder: texts.search, 'aria-label': texts.search },
    });
    search.addEventListener('change', () => void this.load({ search: search.value, page: 1 }));
    const option = (value: string, label: string) => el('option', { properties: { value } }, label);
    const select = el(
      'select',
      { attributes: { 'aria-label': texts.status } },
      option('', texts.allStatuses),
      ...STATUSES[kind].map((status) => option(status, texts[status])),
    );
    select.addEventListener('change', () => {
      const status = STATUSES[kind].find((one) => one === select.value) ?? null;
      void this.load({ status, page: 1 });
    });
    return el('div', { ui: 'filter-selection', class: 'filters' }, search, select, this.#count);
  }

  #showPagination({ page, pages }: Listed): void {
    const { texts } = this.#config;
    const step = (to: number, label: string) => {
      const element = button(label, 'button is-small', () => void this.load({ page: to }));
      element.disabled = to < 1 || to > pages;
      return element;
    };
    this.#pagination.replaceChildren(
      step(page - 1, texts.previous),
      el('span', {}, `${texts.page} ${page} ${texts.of} ${pages}`),
      step(page + 1, texts.next),
    );
  }
}

/** In three sections, the number sticks to the left and the status to the right. */
function movableColumns({ kind, layout }: ScriptConfig): readonly Column[] {
  const columns: readonly Column[] = COLUMNS[kind];
  return layout === 'grid' ? columns : columns.filter((column) => column !== 'number' && column !== 'status');
}

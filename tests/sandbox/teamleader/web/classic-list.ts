import {
  COLUMNS,
  type Column,
  type DocumentKind,
  type ListPage,
  type ListQuery,
  type ListRow,
  SORTABLE,
  STATUSES,
} from './client/list-model.ts';
import { type Html, html } from './html.ts';
import type { Web } from './listing.ts';
import type { TextName, Texts } from './texts.ts';

/** The older list: a table drawn on the server, a full page load for every change. */
export function classicList(kind: DocumentKind, query: ListQuery, listed: ListPage, { texts }: Web): Html {
  const columns = COLUMNS[kind];
  return html`
    <main class="container" id="list" data-kind="${kind}" data-texts="${JSON.stringify(texts)}">
      <div class="widgettitle">
        <h1 class="content_t">${kind === 'invoice' ? texts.invoices : texts.creditNotes}</h1>
        <div class="actions">
          <button type="button" class="button" title="${texts.notInSandbox}">${texts.export}</button>
          ${kind === 'invoice' && html`<button type="button" class="button is-primary" title="${texts.notInSandbox}">${texts.newInvoice}</button>`}
        </div>
      </div>
      ${filters(kind, query, listed.matches, texts)}
      <div class="bulkbar" hidden>
        <span class="bulkbar-count"></span>
        ${(['download', 'sendReminder'] as const).map((name) => html`<button type="button" class="button is-small" title="${texts.notInSandbox}">${texts[name]}</button>`)}
      </div>
      <div class="table-frame">
        <table class="list">
          <thead>
            <tr>
              <th class="check"><input type="checkbox" class="select-all" aria-label="${texts.selectAll}"></th>
              ${columns.map((column) => headerCell(column, query, texts))}
            </tr>
          </thead>
          <tbody>${listed.rows.map((row) => bodyRow(row, columns, texts))}</tbody>
        </table>
        ${listed.rows.length === 0 && html`<p class="empty">${texts.empty}</p>`}
      </div>
      <div class="list-foot">
        ${pagination(query, listed, texts)}
        <div class="column-choice"></div>
      </div>
    </main>
  `;
}

function filters(kind: DocumentKind, query: ListQuery, matches: number, texts: Texts): Html {
  const option = (value: string, name: TextName) =>
    html`<option value="${value}"${value === (query.status ?? '') && html` selected`}>${texts[name]}</option>`;
  return html`
    <form class="filters">
      <input type="hidden" name="sort" value="${query.sort}">
      <input type="hidden" name="direction" value="${query.direction}">
      <input type="search" name="search" value="${query.search}" placeholder="${texts.search}" aria-label="${texts.search}">
      <select name="status" aria-label="${texts.status}">
        ${option('', 'allStatuses')}
        ${STATUSES[kind].map((status) => option(status, status))}
      </select>
      <button class="button" type="submit">${texts.apply}</button>
      <span class="count">${matches} ${texts.found}</span>
    </form>
  `;
}

function headerCell(column: Column, query: ListQuery, texts: Texts): Html {
  const sortable = SORTABLE.find((one) => one === column);
  const heading = texts[column];
  if (sortable === undefined) return html`<th data-column="${column}">${heading}</th>`;
  const sorted = query.sort === sortable;
  const direction = sorted && query.direction === 'asc' ? 'desc' : 'asc';
  const href = address({ ...query, sort: sortable, direction, page: 1 });
  const order = query.direction === 'asc' ? 'ascending' : 'descending';
  return html`<th data-column="${column}"${sorted && html` aria-sort="${order}"`}><a href="${href}">${heading}</a></th>`;
}

function bodyRow(row: ListRow, columns: readonly Column[], texts: Texts): Html {
  return html`
    <tr>
      <td class="check"><input type="checkbox" class="select-row" aria-label="${texts.selectRow}"></td>
      ${columns.map((column) => html`<td data-column="${column}">${cellContent(column, row)}</td>`)}
    </tr>
  `;
}

function cellContent(column: Column, row: ListRow): Html | string {
  const text = row.cells[column] ?? '';
  if (column === 'number') return html`<a href="${row.href}">${text}</a>`;
  return column === 'status' ? html`<span class="status is-${row.status}">${text}</span>` : text;
}

function pagination(query: ListQuery, { page, pages }: ListPage, texts: Texts): Html {
  const step = (to: number, name: 'previous' | 'next') =>
    to < 1 || to > pages
      ? html`<span class="button is-small is-disabled">${texts[name]}</span>`
      : html`<a class="button is-small" rel="${name === 'next' ? 'next' : 'prev'}" href="${address({ ...query, page: to })}">${texts[name]}</a>`;
  return html`
    <nav class="pagination" aria-label="${texts.page}">
      ${step(page - 1, 'previous')}
      <span>${texts.page} ${page} ${texts.of} ${pages}</span>
      ${step(page + 1, 'next')}
    </nav>
  `;
}

function address({ page, sort, direction, status, search }: ListQuery): string {
  return `?${new URLSearchParams({ page: String(page), sort, direction, status: status ?? '', search })}`;
}

import type { Switches } from '../../contract.ts';
import { type Html, html } from './html.ts';
import { COLUMNS, type Column, type ListQuery, type ListRow, PAGE_SIZE } from './listing.ts';
import type { Texts } from './texts.ts';

interface ClassicList {
  readonly query: ListQuery;
  readonly listed: { readonly rows: readonly ListRow[]; readonly total: number };
  readonly texts: Texts;
  readonly idsInLinks: Switches['idsInLinks'];
}

/** The older list: a table drawn on the server, a full page load for every change. */
export function classicList({ query, listed, texts, idsInLinks }: ClassicList): Html {
  const detail = query.kind === 'invoice' ? 'invoice_detail.php' : 'creditnote_detail.php';
  const hrefOf = (row: ListRow) => `${detail}?id=${idsInLinks === 'uuid' ? row.id : row.legacyId}`;
  const pages = Math.max(1, Math.ceil(listed.total / PAGE_SIZE));
  return html`
    <main class="container">
      <div class="widgettitle">
        <h1>${query.kind === 'invoice' ? texts.invoices : texts.creditNotes}</h1>
        <div class="actions">
          <button type="button" class="button">${texts.export}</button>
          <button type="button" class="button is-primary">${texts.newInvoice}</button>
        </div>
      </div>
      <form class="filters">
        <input type="search" name="search" value="${query.search}" placeholder="${texts.search}" aria-label="${texts.search}">
        <select name="status" aria-label="${texts.status}">
          ${(['', 'draft', 'outstanding', 'matched'] as const).map((status) => html`<option value="${status}"${status === query.status && html` selected`}>${status === '' ? texts.allStatuses : texts[status]}</option>`)}
        </select>
        <button class="button">${texts.apply}</button>
        <span class="count">${listed.total} ${texts.found}</span>
      </form>
      <table class="list">
        <thead><tr><th><input type="checkbox" class="select-all" aria-label="${texts.selectAll}"></th>${COLUMNS.map((column) => headerCell(column, query, texts))}</tr></thead>
        <tbody>${listed.rows.map((row) => html`<tr><td><input type="checkbox" class="select-row" aria-label="${texts.selectRow}"></td>${COLUMNS.map((column) => bodyCell(column, row, hrefOf(row), texts))}</tr>`)}</tbody>
      </table>
      ${listed.rows.length === 0 && html`<p>${texts.empty}</p>`}
      <nav class="pagination">
        ${query.page > 1 && html`<a href="${link(query, { page: query.page - 1 })}">${texts.previous}</a>`}
        <span>${texts.page} ${query.page} ${texts.of} ${pages}</span>
        ${query.page < pages && html`<a href="${link(query, { page: query.page + 1 })}">${texts.next}</a>`}
      </nav>
      <div class="cog-menu" hidden>${COLUMNS.slice(1).map((column) => html`<label><input type="checkbox" value="${column}">${texts[column]}</label>`)}</div>
      <button type="button" class="button cog" aria-label="${texts.columns}">⚙</button>
    </main>`;
}

function headerCell(column: Column, query: ListQuery, texts: Texts): Html {
  const direction = query.sort === column && query.direction === 'asc' ? 'desc' : 'asc';
  return html`<th data-column="${column}"${column === 'gross' && html` class="amount"`}><a href="${link(query, { sort: column, direction, page: 1 })}">${texts[column]}</a></th>`;
}

function bodyCell(column: Column, row: ListRow, href: string, texts: Texts): Html {
  switch (column) {
    case 'number':
      return html`<td data-column="number"><a href="${href}">${row.number || texts.draft}</a></td>`;
    case 'status':
      return html`<td data-column="status"><span class="status ${row.statusName}">${row.status}</span></td>`;
    case 'gross':
      return html`<td data-column="gross" class="amount">${row.gross}</td>`;
    default:
      return html`<td data-column="${column}">${row[column]}</td>`;
  }
}

function link(query: ListQuery, change: Partial<ListQuery>): string {
  const { page, sort, direction, status, search } = { ...query, ...change };
  return `?${new URLSearchParams({ page: String(page), sort, direction, status, search })}`;
}

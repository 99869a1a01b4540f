// The newer list: drawn here, re-drawn on every change, as a page of a component library is.
const root = document.querySelector('#app');
const { kind, layout, path, texts } = JSON.parse(root.dataset.config);
const state = {
  page: 1,
  sort: 'number',
  direction: 'desc',
  status: '',
  search: '',
  hidden: new Set(JSON.parse(localStorage.getItem('grid-hidden') ?? '[]')),
  rows: [],
  total: 0,
  selected: new Set(),
};
const COLUMNS = ['number', 'date', 'customer', 'gross', 'dueOn', 'status'];

function ui(tag, name, className, ...children) {
  const element = document.createElement(tag);
  if (name) element.dataset.teamleaderUi = name;
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null));
  return element;
}

async function load() {
  const query = new URLSearchParams({
    kind,
    page: state.page,
    sort: state.sort,
    direction: state.direction,
    status: state.status,
    search: state.search,
  });
  const answer = await fetch(`/ajax/documents?${query}`);
  Object.assign(state, await answer.json());
  draw();
}

function cell(column, row) {
  const content = document.createElement('div');
  if (column === 'number' && layout === 'grid') {
    const link = document.createElement('a');
    link.href = row.href;
    link.textContent = row.number || texts.draft;
    content.append(link);
  } else {
    content.textContent = row[column] ?? '';
  }
  const kindOf = column === 'number' ? 'is-number' : column === 'gross' ? 'is-amount' : '';
  return ui('div', 'datagrid-cell', kindOf, content);
}

function checkCell(checked, onChange) {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = checked;
  box.ariaLabel = texts.selectRow;
  box.addEventListener('change', onChange);
  box.addEventListener('click', (event) => event.stopPropagation());
  return ui('div', 'datagrid-cell', 'is-check', box);
}

function section(columns, withChecks, className) {
  const header = ui(
    'div',
    'datagrid-header-row',
    '',
    ...(withChecks ? [ui('div', 'datagrid-cell', 'is-check')] : []),
    ...columns.map((column) => {
      const head = ui(
        'div',
        'datagrid-cell',
        column === 'number' ? 'is-number' : column === 'gross' ? 'is-amount' : '',
        texts[column],
      );
      head.addEventListener('click', () => {
        state.direction = state.sort === column && state.direction === 'asc' ? 'desc' : 'asc';
        state.sort = column;
        load();
      });
      return head;
    }),
  );
  const rows = state.rows.map((row) => bodyRow(row, columns, withChecks));
  return ui('div', null, `grid-section ${className}`, header, ...rows);
}

function bodyRow(row, columns, withChecks) {
  const element = ui(
    'div',
    'datagrid-body-row',
    layout === 'grid' ? '' : 'is-clickable',
    ...(withChecks
      ? [
          checkCell(state.selected.has(row.id), () => {
            state.selected.has(row.id) ? state.selected.delete(row.id) : state.selected.add(row.id);
          }),
        ]
      : []),
    ...columns.map((column) => cell(column, row)),
  );
  const nth = state.rows.indexOf(row);
  element.addEventListener('mouseenter', () => hover(nth, true));
  element.addEventListener('mouseleave', () => hover(nth, false));
  if (layout !== 'grid') element.addEventListener('click', () => open(row));
  return element;
}

function hover(nth, on) {
  for (const part of root.querySelectorAll('.grid-section')) {
    part.querySelectorAll('[data-teamleader-ui="datagrid-body-row"]')[nth]?.classList.toggle('is-hovered', on);
  }
}

function open(row) {
  history.pushState({ id: row.id }, '', `${path}/${row.id}`);
  root.replaceChildren(
    ui(
      'div',
      'detail-page',
      'detail',
      ui('h1', 'heading-1', '', `${texts.title} ${row.number}`),
      ui('p', null, '', `${row.customer} · ${row.gross}`),
    ),
  );
}

function button(label, onClick, className = 'button') {
  const element = ui('button', 'button', className, label);
  element.type = 'button';
  element.addEventListener('click', onClick);
  return element;
}

function header() {
  return ui(
    'div',
    'overview-page-header',
    '',
    ui('h1', 'heading-1', '', texts.heading),
    ui(
      'div',
      'box',
      '',
      button(texts.export, () => {}),
      button(texts.newInvoice, () => {}, 'button is-primary'),
    ),
  );
}

function filters() {
  const search = document.createElement('input');
  search.type = 'search';
  search.value = state.search;
  search.placeholder = texts.search;
  search.ariaLabel = texts.search;
  search.addEventListener('change', () => {
    state.search = search.value;
    state.page = 1;
    load();
  });
  const status = document.createElement('select');
  status.ariaLabel = texts.status;
  for (const value of ['', 'draft', 'outstanding', 'matched']) {
    const option = new Option(value === '' ? texts.allStatuses : texts[value], value, false, value === state.status);
    status.append(option);
  }
  status.addEventListener('change', () => {
    state.status = status.value;
    state.page = 1;
    load();
  });
  return ui(
    'div',
    'filter-selection',
    'filters',
    search,
    status,
    ui('span', null, 'count', `${state.total} ${texts.found}`),
  );
}

function pagination() {
  const pages = Math.max(1, Math.ceil(state.total / 25));
  return ui(
    'nav',
    'pagination',
    'pagination',
    button(texts.previous, () => {
      state.page = Math.max(1, state.page - 1);
      load();
    }),
    ui('span', null, '', `${texts.page} ${state.page} ${texts.of} ${pages}`),
    button(texts.next, () => {
      state.page = Math.min(pages, state.page + 1);
      load();
    }),
  );
}

function cog() {
  const menu = ui(
    'div',
    null,
    'cog-menu',
    ...COLUMNS.slice(1).map((column) => {
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = !state.hidden.has(column);
      box.addEventListener('change', () => {
        state.hidden.has(column) ? state.hidden.delete(column) : state.hidden.add(column);
        localStorage.setItem('grid-hidden', JSON.stringify([...state.hidden]));
        draw();
      });
      return ui('label', null, '', box, texts[column]);
    }),
  );
  menu.hidden = true;
  const wheel = button(
    '⚙',
    () => {
      menu.hidden = !menu.hidden;
    },
    'button cog',
  );
  wheel.ariaLabel = texts.columns;
  return [menu, wheel];
}

function draw() {
  const shown = COLUMNS.filter((column) => !state.hidden.has(column));
  const sections =
    layout === 'grid'
      ? [section(shown, true, 'is-scrolling')]
      : [
          section(['number'], true, ''),
          section(
            shown.filter((column) => column !== 'number' && column !== 'status').reverse(),
            false,
            'is-scrolling',
          ),
          section(
            shown.filter((column) => column === 'status'),
            false,
            '',
          ),
        ];
  root.replaceChildren(
    ui(
      'div',
      'overview-page',
      '',
      header(),
      ui(
        'div',
        'overview-page-body',
        '',
        filters(),
        ui('div', 'data-grid', 'grid', ui('div', null, 'grid-wrapper', ...sections)),
        pagination(),
      ),
    ),
    ...cog(),
  );
}

addEventListener('popstate', () => load());
load();

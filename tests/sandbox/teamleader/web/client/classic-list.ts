/** The older list is drawn by the server; here are its column choice and its selection. */

import type { Texts } from '../texts.ts';
import { columnChooser, readChoice, shownColumns } from './column-choice.ts';
import { COLUMNS, type Column } from './list-model.ts';

const list = document.querySelector('#list');
if (!(list instanceof HTMLElement)) throw new Error('This page has no list');

const kind = list.dataset['kind'] === 'creditNote' ? 'creditNote' : 'invoice';
const texts: Texts = JSON.parse(list.dataset['texts'] ?? '{}');
const columns: readonly Column[] = COLUMNS[kind];

function arrangeColumns(): void {
  const choice = readChoice(kind, columns);
  const shown = shownColumns(choice);
  for (const row of list?.querySelectorAll('table.list tr') ?? []) {
    for (const column of choice.order) {
      const cell = row.querySelector(`[data-column="${column}"]`);
      if (!(cell instanceof HTMLElement)) continue;
      cell.hidden = !shown.includes(column);
      row.append(cell);
    }
  }
}

arrangeColumns();
list
  .querySelector('.column-choice')
  ?.replaceWith(columnChooser({ kind, columns, texts, onChange: () => arrangeColumns() }));

const boxes = [...list.querySelectorAll<HTMLInputElement>('.select-row')];
const all = list.querySelector<HTMLInputElement>('.select-all');
const bulkbar = list.querySelector<HTMLElement>('.bulkbar');
const count = list.querySelector('.bulkbar-count');

function showSelection(): void {
  const selected = boxes.filter(({ checked }) => checked).length;
  for (const box of boxes) box.closest('tr')?.classList.toggle('is-selected', box.checked);
  if (bulkbar !== null) bulkbar.hidden = selected === 0;
  if (count !== null) count.textContent = `${selected} ${texts.selected}`;
  if (all !== null) all.checked = selected > 0 && selected === boxes.length;
}

all?.addEventListener('change', () => {
  for (const box of boxes) box.checked = all.checked;
  showSelection();
});
for (const box of boxes) box.addEventListener('change', showSelection);

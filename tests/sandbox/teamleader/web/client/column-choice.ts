import type { Texts } from '../texts.ts';
import { button, el, icon } from './elements.ts';
import type { Column, DocumentKind } from './list-model.ts';

/** Which columns are seen, and in which order. Kept in the browser, per kind of document. */
export interface ColumnChoice {
  readonly order: readonly Column[];
  readonly hidden: readonly Column[];
}

const storageKey = (kind: DocumentKind): string => `columns.${kind}`;

export function readChoice(kind: DocumentKind, columns: readonly Column[]): ColumnChoice {
  const kept: Partial<ColumnChoice> = JSON.parse(localStorage.getItem(storageKey(kind)) ?? '{}');
  const known = (kept.order ?? []).filter((column) => columns.includes(column));
  return {
    order: [...known, ...columns.filter((column) => !known.includes(column))],
    hidden: kept.hidden ?? ['entity'],
  };
}

export const shownColumns = ({ order, hidden }: ColumnChoice): readonly Column[] =>
  order.filter((column) => !hidden.includes(column));

interface Chooser {
  readonly kind: DocumentKind;
  /** Those that may be hidden and moved. */
  readonly columns: readonly Column[];
  readonly texts: Texts;
  onChange(choice: ColumnChoice): void;
}

/** The cog wheel at the bottom right, and the panel that it opens. */
export function columnChooser({ kind, columns, texts, onChange }: Chooser): HTMLElement {
  const panel = el('div', { ui: 'popover', class: 'column-panel', properties: { hidden: true } });
  const wheel = button(
    icon('cog'),
    'button is-icon cog',
    () => {
      panel.hidden = !panel.hidden;
    },
    texts.columns,
  );

  const change = (choice: ColumnChoice) => {
    localStorage.setItem(storageKey(kind), JSON.stringify(choice));
    draw();
    onChange(choice);
  };
  const draw = () => {
    const choice = readChoice(kind, columns);
    panel.replaceChildren(el('strong', {}, texts.columns), ...choice.order.map((column) => line(column, choice)));
  };
  const line = (column: Column, choice: ColumnChoice) => {
    const shown = !choice.hidden.includes(column);
    const box = el('input', { properties: { type: 'checkbox', checked: shown } });
    box.addEventListener('change', () => change(toggled(choice, column)));
    return el(
      'div',
      { class: 'column-line', attributes: { 'data-choice': column } },
      el('label', {}, box, texts[column]),
      button(icon('up'), 'button is-icon is-small', () => change(moved(choice, column, -1)), texts.moveUp),
      button(icon('down'), 'button is-icon is-small', () => change(moved(choice, column, 1)), texts.moveDown),
    );
  };
  draw();
  return el('div', { class: 'column-choice' }, panel, wheel);
}

function toggled({ order, hidden }: ColumnChoice, column: Column): ColumnChoice {
  return { order, hidden: hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column] };
}

function moved({ order, hidden }: ColumnChoice, column: Column, by: 1 | -1): ColumnChoice {
  const from = order.indexOf(column);
  const without = order.filter((one) => one !== column);
  return { order: without.toSpliced(Math.max(0, from + by), 0, column), hidden };
}

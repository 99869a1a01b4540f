import type { SheetView, TableView } from '../../lib/messages.ts';
import { button, element, host } from './draw.ts';

/** One thing at a time is shown beside the list: the result of a run, a document, a question. */
export interface Panel {
  readonly host: HTMLElement;
  readonly hasFocus: boolean;
  /**
   * @param act told the id of the action that the user chose
   * @param opener takes the focus back; null: the focus stays where it is
   */
  show(sheet: SheetView, act: (action: string) => void, opener: HTMLElement | null): void;
  close(): void;
}

/** Not modal: what is behind it stays usable. Closed by its button or Escape. */
export function createPanel(onClose: () => void): Panel {
  const { host: place, root } = host('panel');
  let back: HTMLElement | null = null;
  const panel: Panel = {
    host: place,
    get hasFocus() {
      return document.activeElement === place;
    },
    show: (sheet, act, opener) => {
      const takesFocus = opener !== null || panel.hasFocus;
      back = opener ?? back;
      const section = element(
        'section',
        { role: 'dialog', 'aria-labelledby': 'title', tabindex: '-1' },
        element(
          'div',
          { class: 'head' },
          element('h2', { id: 'title', class: sheet.tone }, sheet.title),
          button(sheet.closeLabel, '', () => panel.close()),
        ),
        ...bodyOf(sheet),
        element(
          'div',
          { class: 'foot' },
          ...sheet.actions.map(({ id, label, tone }) => button(label, tone, () => act(id))),
        ),
      );
      section.addEventListener('keydown', ({ key }) => {
        if (key === 'Escape') panel.close();
      });
      root.replaceChildren(section);
      if (!place.isConnected) document.body.append(place);
      if (takesFocus) section.focus({ preventScroll: true });
    },
    close: () => {
      const { hasFocus } = panel;
      place.remove();
      if (hasFocus) back?.focus({ preventScroll: true });
      onClose();
    },
  };
  return panel;
}

const bodyOf = ({ notes, facts, quotes, tables }: SheetView): readonly (Node | null)[] => [
  ...notes.map(({ text, tone }) => element('p', { class: tone }, text)),
  element(
    'dl',
    {},
    ...facts.flatMap(({ name, text, href, tone }) => [
      element('dt', {}, name),
      element('dd', { class: tone }, linked(href, text)),
    ]),
  ),
  element(
    'ul',
    {},
    ...quotes.map(({ title, href, text, fix }) =>
      element(
        'li',
        {},
        element('strong', {}, linked(href, title)),
        element('p', {}, text),
        element('p', { class: 'neutral' }, fix),
      ),
    ),
  ),
  ...tables.flatMap(tableOf),
];

const linked = (href: string | null, text: string): HTMLAnchorElement | string =>
  href?.startsWith('https://') ? element('a', { href, target: '_blank', rel: 'noreferrer' }, text) : text;

const tableOf = ({ heading, columns, rows }: TableView): readonly Node[] => [
  element('h3', {}, heading),
  element(
    'table',
    {},
    element('tr', {}, ...columns.map((text) => element('th', { scope: 'col' }, text))),
    ...rows.map((row) => element('tr', {}, ...row.map((text) => element('td', {}, text)))),
  ),
];

import type { ScriptConfig } from '../pages.ts';
import { el } from './elements.ts';
import type { Detail } from './list-model.ts';

/** The page of one document. */
export async function detailPage(id: string, config: ScriptConfig, onBack: () => void): Promise<HTMLElement> {
  const answer = await fetch(`/ajax/detail?${new URLSearchParams({ kind: config.kind, id })}`);
  const detail: Detail = await answer.json();
  const back = el('a', { ui: 'link', class: 'back', attributes: { href: config.listAddress } }, config.texts.back);
  back.addEventListener('click', (event) => {
    event.preventDefault();
    onBack();
  });
  const status = el('span', { ui: 'status-label', class: `status is-${detail.status}` }, detail.statusText);
  return el(
    'div',
    { ui: 'detail-page', class: 'detail' },
    back,
    el('div', { ui: 'detail-page-header' }, el('h1', { ui: 'heading-1' }, detail.heading, ' ', status)),
    el('div', { ui: 'detail-page-body' }, terms(detail.facts), lineTable(detail), terms(detail.totals, 'totals')),
  );
}

function terms(pairs: Detail['facts'], className = ''): HTMLElement {
  return el(
    'dl',
    { class: className },
    ...pairs.map(([name, text]) => el('div', {}, el('dt', {}, name), el('dd', {}, text))),
  );
}

function lineTable({ lineHeadings, lines }: Detail): HTMLElement {
  const head = el('tr', {}, ...lineHeadings.map((heading) => el('th', {}, heading)));
  const rows = lines.map((line) => el('tr', {}, ...line.map((text) => el('td', {}, text))));
  return el('table', { class: 'lines' }, el('thead', {}, head), el('tbody', {}, ...rows));
}

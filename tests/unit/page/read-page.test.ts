// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { drawBadge } from '../../../entrypoints/invoices.content/badge.ts';
import { readPage } from '../../../entrypoints/invoices.content/read-page.ts';

const ID = '7f461798-031c-479a-b3b5-05925935f7f3';
const OTHER = '0d9b2f7e-5d0a-4a57-9a55-2f1d7f1c0b42';

const classic = (rows: string) =>
  `<div class="container"><div class="widgettitle"><h1>Invoices</h1><div class="actions"></div></div><table><tbody>${rows}</tbody></table></div>`;
const cell = (text: string) => `<div data-teamleader-ui="datagrid-cell"><div>${text}</div></div>`;
const gridRow = (...texts: string[]) => `<div data-teamleader-ui="datagrid-body-row">${texts.map(cell).join('')}</div>`;
const grid = (...sections: string[]) =>
  `<div data-teamleader-ui="overview-page"><div data-teamleader-ui="overview-page-header"><h1>Facturen</h1><div data-teamleader-ui="box"></div></div><div data-teamleader-ui="data-grid"><div>${sections.map((rows) => `<div>${rows}</div>`).join('')}</div></div></div>`;

/** Trimmed pages by layout, language and column choice, with what is read of them. */
const PAGES = [
  {
    name: 'classic table, ids in links',
    path: '/invoices.php',
    html: classic(
      `<tr><td><input type="checkbox"></td><td><a href="invoice_detail.php?id=${ID}">2026 / 27</a></td><td>Peeters</td></tr><tr><td></td><td><a href="invoice_detail.php?id=${OTHER}">Draft</a></td><td>Maes</td></tr>`,
    ),
    kind: 'invoice',
    strategy: 'detail links',
    rows: [
      { id: ID, number: '2026 / 27' },
      { id: OTHER, number: null },
    ],
  },
  {
    name: 'classic table, numbers of the old API, columns moved',
    path: '/invoices.php',
    html: classic(
      '<tr><td>Peeters</td><td><a href="/invoice_detail.php?id=1000001">Openen</a></td><td>2026 / 27</td></tr>',
    ),
    kind: 'invoice',
    strategy: 'detail links',
    rows: [{ id: '1000001', number: '2026 / 27' }],
  },
  {
    name: 'credit notes, beside the invoices that they credit',
    path: '/creditnotes.php',
    html: classic(
      `<tr><td>2026 / 9</td><td><a href="creditnote_detail.php?id=${ID}">2026/5</a></td><td><a href="invoice_detail.php?id=${OTHER}">2026 / 9</a></td></tr>`,
    ),
    kind: 'creditNote',
    strategy: 'detail links',
    rows: [{ id: ID, number: '2026/5' }],
  },
  {
    name: 'data grid in three sections, without links, columns reordered',
    path: '/web/invoices',
    html: grid(
      gridRow('', '2026 / 27') + gridRow('', '2026 / 26'),
      gridRow('€ 12,10', 'Peeters') + gridRow('€ 1,21', 'Maes'),
      gridRow('Betaald') + gridRow('Open'),
    ),
    kind: 'invoice',
    strategy: 'data grid',
    rows: [
      { id: null, number: '2026 / 27' },
      { id: null, number: '2026 / 26' },
    ],
  },
  {
    name: 'data grid of credit notes, the credited invoice in an earlier column',
    path: '/web/credit-notes',
    html: grid(gridRow('2026 / 9', '2026/5')),
    kind: 'creditNote',
    strategy: 'data grid',
    rows: [{ id: null, number: '2026/5' }],
  },
  {
    name: 'empty list',
    path: '/invoices.php',
    html: classic(''),
    kind: 'invoice',
    strategy: null,
    rows: [],
  },
  {
    name: 'an address that nobody knew, with links to documents in rows',
    path: '/something/new',
    html: classic(
      `<tr><td><a href="/web/invoices/${ID}">2026 / 1</a></td></tr><tr><td><a href="/web/invoices/${OTHER}">2026 / 2</a></td></tr>`,
    ),
    kind: 'invoice',
    strategy: 'detail links',
    rows: [
      { id: ID, number: '2026 / 1' },
      { id: OTHER, number: '2026 / 2' },
    ],
  },
] as const;

beforeEach(() => {
  document.body.replaceChildren();
});

/** The fixtures are our own; a parser keeps them inert as the real page's markup would not be. */
function open(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...parsed.body.childNodes);
}

describe('the page', () => {
  it.each(PAGES)('is read: $name', ({ path, html, kind, strategy, rows }) => {
    open(html);
    const reading = readPage(document, new URL(`https://focus.teamleader.eu${path}`));
    expect(reading).toMatchObject({ kind, strategy });
    expect(reading?.rows.map(({ reference }) => ({ id: reference.id, number: reference.number }))).toEqual(rows);
    expect(reading?.toolbar).not.toBeNull();
  });

  it.each([
    ['a page without documents', '/companies.php', classic('<tr><td>Peeters</td></tr>')],
    ['a single invoice', `/invoice_detail.php`, `<main><a href="/invoice_detail.php?id=${ID}">2026 / 1</a></main>`],
  ])('is left alone: %s', (_, path, html) => {
    open(html);
    expect(readPage(document, new URL(`https://focus.teamleader.eu${path}`))).toBeNull();
  });
});

describe('a badge', () => {
  const view = { key: 'k', icon: 'booked', tone: 'good', text: 'Booked', title: 'Entry 1' } as const;

  it('is put once, is changed in place, and is not part of the row’s own text', () => {
    open(PAGES[0].html);
    const read = () => readPage(document, new URL('https://focus.teamleader.eu/invoices.php'));
    for (const shown of [null, view, { ...view, text: 'Other' }]) {
      for (const { cell: place } of read()?.rows ?? []) drawBadge(place, shown);
    }
    expect(document.querySelectorAll('[data-boekbrug="badge"]')).toHaveLength(2);
    expect(document.querySelector('[data-boekbrug="badge"]')?.shadowRoot?.textContent).toContain('Other');
    expect(read()?.rows[0]?.reference.number).toBe('2026 / 27');
  });

  it('keeps a click on it from opening the document', () => {
    open(grid(gridRow('2026 / 27')));
    const [row] = readPage(document, new URL('https://focus.teamleader.eu/web/invoices'))?.rows ?? [];
    if (row === undefined) throw new Error('no row');
    let opened = 0;
    row.cell.addEventListener('click', () => {
      opened += 1;
    });
    drawBadge(row.cell, view);
    document.querySelector<HTMLElement>('[data-boekbrug="badge"]')?.click();
    expect(opened).toBe(0);
  });
});

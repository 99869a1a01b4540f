// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readAddress } from '../../../entrypoints/invoices.content/address.ts';
import { isTicked, type PageReading, readPage } from '../../../entrypoints/invoices.content/read-page.ts';
import { open, SAVED_PAGES } from './saved-pages.ts';

const read = (path: string): PageReading | null => {
  const address = readAddress(new URL(path, 'https://focus.teamleader.eu'));
  return address === null ? null : readPage(document, address, null);
};

beforeEach(() => document.body.replaceChildren());

describe('a saved page', () => {
  it.each(SAVED_PAGES)('$name', ({ html, expected }) => {
    open(html);
    const reading = read(expected.path);
    const rows = reading?.rows.map((row) => [row.reference.id, row.reference.number, isTicked(row)]);
    expect({
      path: expected.path,
      page: reading?.page,
      kind: reading?.kind,
      strategy: reading?.strategy,
      toolbar: reading?.toolbar !== null,
      rows,
    }).toEqual(expected);
  });
});

const ID = '7f461798-031c-479a-b3b5-05925935f7f3';
const row = (nth: number) =>
  `<tr><td><a href="/invoice_detail.php?id=${nth + 1}">2026 / ${nth + 1}</a></td><td>Customer</td></tr>`;

describe('the page', () => {
  it('is read with 500 rows', () => {
    open(`<table><tbody>${Array.from({ length: 500 }, (_, nth) => row(nth)).join('')}</tbody></table>`);
    const reading = read('/invoices.php');
    expect(reading?.rows).toHaveLength(500);
    expect(reading?.rows.every(({ element }) => element.localName === 'tr')).toBe(true);
  });

  it('is read as far as the browser has come: a row waits for its number', () => {
    open(`<table><tbody>${row(0)}${row(1)}${row(2).replace('>2026 / 3<', '><')}</tbody></table>`);
    const [link] = [...document.querySelectorAll('a')].slice(-1);
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    expect(read('/invoices.php')?.rows).toHaveLength(2);
    link?.append('2026 / 3');
    expect(read('/invoices.php')?.rows).toHaveLength(3);
    vi.restoreAllMocks();
  });

  it('is read where links without a text lie over whole rows', () => {
    open(`<table><tbody>${row(0)}${row(1)}</tbody></table>`.replaceAll(/>(2026 \/ \d)</g, '></a>$1<a><'));
    expect(read('/invoices.php')?.rows.map(({ reference }) => reference.id)).toEqual(['1', '2']);
  });

  it.each([
    ['a page without documents', '/companies.php', '<table><tbody><tr><td>2026 / 1</td></tr></tbody></table>'],
    ['an address that may be a list, with one document', '/web/revenue', `<a href="/web/invoices/${ID}">2026 / 1</a>`],
    ['a page about invoicing', '/settings/invoicing', '<table><tbody><tr><td>2026 / 1</td></tr></tbody></table>'],
  ])('is left alone: %s', (_, path, html) => {
    open(html);
    expect(read(path)).toBeNull();
  });
});

/** Of numbers without links. */
const table = (headings: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table><thead><tr>${headings.map((one) => `<th>${one}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((one) => `<td>${one}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
const numbersOf = (path: string) => read(path)?.rows.map(({ reference }) => reference.number);

describe('a heading that tells the numbers', () => {
  it.each([
    ['the months after the first have no headings', []],
    ['a list beside it is headed otherwise', ['Document', 'Customer']],
  ])('tells them of its own list alone: %s', (_, headings) => {
    const first = table(['Number', 'Customer'], ['2026 / 9', 'A']);
    open(first + table(headings, ['2026 / 8', 'B'], ['2026 / 7', 'C']) + table(headings, ['2026 / 6', 'D']));
    expect(numbersOf('/invoices.php')).toEqual(['2026 / 9', '2026 / 8', '2026 / 7', '2026 / 6']);
  });

  it('is not believed where other things stand below it', () => {
    open(table(['Nr.', 'Document'], ['1', '2026 / 9'], ['2', '2026 / 8']));
    expect(numbersOf('/invoices.php')).toEqual(['2026 / 9', '2026 / 8']);
  });
});

describe('credit notes of which only drafts are seen are not taken for the invoices that they credit', () => {
  const drafts = [
    ['Draft', 'A', '2026 / 9'],
    ['Draft', 'B', '2026 / 8'],
  ];
  const sections = SAVED_PAGES.find(({ name }) => name.includes('creditnotes-grid-sections'))?.html ?? '';
  it.each([
    ['in a table', table(['Number', 'Customer', 'Credited invoice'], ...drafts)],
    ['in a table without known headings', table([], ...drafts)],
    ['in a grid of sections', sections.replaceAll(/2026\/\d+/g, 'Draft')],
    ['in whatever elements', drafts.map((cells) => `<p>${cells.map((one) => `<b>${one}</b>`).join('')}</p>`).join('')],
  ])('%s', (_, html) => {
    open(html);
    expect(read('/web/credit-notes')).toMatchObject({ page: 'list', rows: [] });
  });
});

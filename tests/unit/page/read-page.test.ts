// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
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

  it.each([
    ['a page without documents', '/companies.php', '<table><tbody><tr><td>2026 / 1</td></tr></tbody></table>'],
    ['an address that may be a list, with one document', '/web/revenue', `<a href="/web/invoices/${ID}">2026 / 1</a>`],
    ['a page about invoicing', '/settings/invoicing', '<table><tbody><tr><td>2026 / 1</td></tr></tbody></table>'],
  ])('is left alone: %s', (_, path, html) => {
    open(html);
    expect(read(path)).toBeNull();
  });
});

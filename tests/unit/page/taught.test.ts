// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress } from '../../../entrypoints/invoices.content/address.ts';
import { readPage } from '../../../entrypoints/invoices.content/read-page.ts';
import { deriveTaught, rowsAsTaught } from '../../../entrypoints/invoices.content/taught.ts';
import { type Taught, taughtSchema } from '../../../lib/messages.ts';
import { open } from './saved-pages.ts';

beforeEach(() => document.body.replaceChildren());

const rowOf = (number: string) =>
  `<section><p>Somebody</p><div><em>${number}<s></s></em><i>14/03/2026</i></div></section>`;
const LIST = `<h1>Invoices</h1><main><section><p>Who</p><div><em>Which</em><i>When</i></div></section>${['2026 / 27', '2026 / 26', '2026/9'].map(rowOf).join('')}${rowOf('Draft')}</main>`;

const click = (selector: string): Taught | null => {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(`${selector} is not in the page`);
  return deriveTaught(element, 'invoice');
};
const numbersOf = (taught: Taught | null) =>
  taught === null ? null : rowsAsTaught(document, taught).map(({ number }) => number);

describe('a click on a number', () => {
  it('tells where the others stand, and skips rows without one', () => {
    open(LIST);
    expect(numbersOf(click('section:nth-of-type(3) em'))).toEqual(['2026 / 27', '2026 / 26', '2026/9']);
  });

  it('gives whole rows, so that a ticked box in them is seen', () => {
    open(LIST);
    const taught = click('section:nth-of-type(2) em');
    expect(taught && rowsAsTaught(document, taught).every(({ element }) => element.localName === 'section')).toBe(true);
  });

  it('is understood in shadow roots', () => {
    const row = (number: string) =>
      `<x-row><template shadowrootmode="open"><b>A</b><x-cell><template shadowrootmode="open"><u>${number}<s></s></u></template></x-cell></template></x-row>`;
    open(`<x-list><template shadowrootmode="open">${row('2026 / 1')}${row('2026 / 2')}</template></x-list>`);
    const list = document.querySelector('x-list')?.shadowRoot;
    const number = list?.querySelector('x-row')?.shadowRoot?.querySelector('x-cell')?.shadowRoot?.querySelector('u');
    if (!number) throw new Error('no number');
    expect(numbersOf(deriveTaught(number, 'invoice'))).toEqual(['2026 / 1', '2026 / 2']);
  });

  it.each([
    ['a text without a number', 'h1'],
    ['what every row shares', 'section:nth-of-type(2) i'],
    ['a whole row', 'main'],
  ])('is not understood on %s', (_, selector) => {
    open(LIST);
    expect(click(selector)).toBeNull();
  });

  it('is not understood where it is the only one', () => {
    open(`<main>${rowOf('2026 / 27')}</main>`);
    expect(click('em')).toBeNull();
  });

  it('is not understood where another row has something else with digits at its place', () => {
    open(`<main>${['2026 / 27', '2026 / 26', 'Page 3'].map(rowOf).join('')}</main>`);
    expect(click('em')).toBeNull();
  });

  it('says nothing that the background would refuse', () => {
    open(LIST);
    expect(taughtSchema.parse(click('section:nth-of-type(2) em'))).toEqual(click('section:nth-of-type(2) em'));
  });
});

describe('a page that was shown', () => {
  const address = readAddress(new URL('https://focus.teamleader.eu/invoices.php'));
  if (address === null) throw new Error('no address');

  it('is read as it was shown, until a strategy of our own holds', () => {
    open(LIST);
    const taught = click('section:nth-of-type(2) em');
    expect(readPage(document, address, null)).toMatchObject({ strategy: null, rows: [] });
    expect(readPage(document, address, taught)).toMatchObject({ strategy: 'taught' });
    expect(readPage(document, address, taught && { ...taught, kind: 'creditNote' })).toMatchObject({ strategy: null });
    const table = document.createElement('table');
    table.insertRow().insertCell().textContent = '2026 / 5';
    document.body.append(table);
    expect(readPage(document, address, taught)).toMatchObject({ strategy: 'tableNumbers' });
  });
});

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress } from '../../../entrypoints/invoices.content/address.ts';
import { Badges } from '../../../entrypoints/invoices.content/badges.ts';
import { readPage } from '../../../entrypoints/invoices.content/read-page.ts';
import type { BadgeView } from '../../../lib/messages.ts';
import { open } from './saved-pages.ts';

const address = readAddress(new URL('https://focus.teamleader.eu/invoices.php'));
const read = () => {
  const reading = address && readPage(document, address, null);
  if (reading === null) throw new Error('no list');
  return reading;
};
const row = (id: number) => `<tr><td><a href="/invoice_detail.php?id=${id}">2026 / ${id}</a></td><td>A</td></tr>`;
const view = (id: number, text: string): readonly [string, BadgeView] => [
  `invoice/${id}`,
  { key: `invoice/${id}`, icon: 'booked', tone: 'good', text, title: 'Entry 1' },
];
const hosts = () => [...document.querySelectorAll('[data-boekbrug="badge"]')];
const texts = () => hosts().map((host) => host.shadowRoot?.textContent);

let badges: Badges;
beforeEach(() => {
  open(`<table><tbody>${row(1)}${row(2)}</tbody></table>`);
  badges = new Badges(() => undefined);
});

describe('a badge', () => {
  it('is put once, is changed in place, and is not part of the row’s own text', () => {
    expect(badges.draw(read(), new Map())).toBe(true);
    expect(badges.draw(read(), new Map([view(1, 'Booked')]))).toBe(false);
    badges.draw(read(), new Map([view(1, 'Other'), view(2, 'Booked')]));
    expect(texts()).toEqual(['Other', 'Booked']);
    expect(read().rows.map(({ reference }) => reference.number)).toEqual(['2026 / 1', '2026 / 2']);
  });

  it('cannot be reached by the keyboard before it says something', () => {
    badges.draw(read(), new Map([view(1, 'Booked')]));
    const [said, empty] = hosts().map((host) => host.shadowRoot?.querySelector('button'));
    expect(said?.tabIndex).toBe(0);
    expect(said?.ariaLabel).toBe('Booked: Entry 1');
    expect(empty?.tabIndex).toBe(-1);
  });

  it('follows the document that a row has come to show', () => {
    const all = new Map([view(1, 'First'), view(3, 'Third')]);
    badges.draw(read(), all);
    document.querySelector('a')?.setAttribute('href', '/invoice_detail.php?id=3');
    badges.draw(read(), all);
    expect(texts()[0]).toBe('Third');
  });

  it('is put back where the row was made anew, moved out of or copied', () => {
    badges.draw(read(), new Map([view(1, 'Booked')]));
    const [first] = document.querySelectorAll('tbody tr');
    first?.replaceWith(first.cloneNode(true));
    document.body.append(...hosts().slice(1));
    badges.draw(read(), new Map([view(1, 'Booked')]));
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(rows.map((one) => one.querySelectorAll('[data-boekbrug]').length)).toEqual([1, 1]);
    expect(hosts()).toHaveLength(2);
    expect(texts()[0]).toBe('Booked');
  });

  it('stays where another guest has moved it within its row', () => {
    badges.draw(read(), new Map());
    const [host] = hosts();
    const cell = document.querySelectorAll('td')[1];
    if (host !== undefined) cell?.append(host);
    expect(badges.draw(read(), new Map())).toBe(false);
    expect(host?.parentElement).toBe(cell);
  });

  it('keeps a click on it from opening the document', () => {
    let opened = 0;
    document.querySelector('td')?.addEventListener('click', () => {
      opened += 1;
    });
    badges.draw(read(), new Map());
    document.querySelector<HTMLElement>('[data-boekbrug="badge"]')?.click();
    expect(opened).toBe(0);
  });
});

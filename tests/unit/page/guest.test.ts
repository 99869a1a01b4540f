// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAddress } from '../../../entrypoints/invoices.content/address.ts';
import { beGuest } from '../../../entrypoints/invoices.content/guest.ts';
import { en } from '../../../lib/i18n/en/index.ts';
import {
  type BadgeView,
  type PageRequest,
  type PageView,
  pageRequestSchema,
  type SheetView,
  type Taught,
} from '../../../lib/messages.ts';
import { open } from './saved-pages.ts';

const row = (id: number) =>
  `<tr><td><input type="checkbox"></td><td><a href="/invoice_detail.php?id=${id}">2026 / ${id}</a></td></tr>`;
const LIST = `<div class="widgettitle"><h1>Invoices</h1><div id="toolbar"></div></div><table><tbody>${[1, 2, 3].map(row).join('')}</tbody></table>`;
const UNREAD = `<main>${[1, 2, 3].map((id) => `<p>2026 / ${id}<s></s></p>`).join('')}</main>`;

const SHEET: SheetView = {
  title: 'Invoice 2026 / 1',
  tone: '',
  notes: [],
  facts: [
    { name: 'Entry', text: '26000001', href: 'https://start.exactonline.be/', tone: '' },
    { name: 'Bad', text: 'Nowhere', href: 'javascript:alert(1)', tone: '' },
  ],
  quotes: [
    { title: '<b>x</b>', href: 'javascript:alert(2)', text: 'why', fix: 'how' },
    { title: 'Invoice 2026 / 2', href: 'https://focus.teamleader.eu/', text: 'why', fix: 'how' },
  ],
  tables: [],
  actions: [{ id: 'sync', label: 'Sync this one', tone: 'main' }],
  closeLabel: 'Close',
};

/** A background that knows every row as booked; what it is asked is kept. */
function background() {
  const asked: PageRequest[] = [];
  let taught: Taught | null = null;
  const view = (request: Extract<PageRequest, { rows: unknown }>): PageView => ({
    button: { state: 'idle', label: 'Sync to Exact', title: '', progress: null },
    badges: request.rows.map(
      ({ key }): BadgeView => ({ key, icon: 'booked', tone: 'good', text: 'Booked', title: key }),
    ),
    result: null,
    unread: { ...SHEET, title: 'List not recognised', actions: [{ id: 'teach', label: 'Show', tone: '' }] },
    words: en.words,
    taught,
  });
  const runtime = {
    id: 'us' as string | undefined,
    sendMessage: async (message: unknown) => {
      const request = pageRequestSchema.parse(message);
      asked.push(request);
      if (request.type === 'page/teach') taught = request.taught;
      if ('rows' in request) return view(request);
      return 'row' in request ? SHEET : null;
    },
    onMessage: { addListener: () => undefined, removeListener: () => undefined },
  };
  vi.stubGlobal('chrome', { runtime });
  return { asked, runtime, of: (type: PageRequest['type']) => asked.filter((one) => one.type === type) };
}

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => {
  life.abort();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function visit(html: string, path = '/invoices.php'): void {
  open(html);
  const address = readAddress(new URL(path, 'https://focus.teamleader.eu'));
  if (address === null) throw new Error('no address');
  beGuest(life.signal).visit(address);
}

const rootOf = (mark: string) => document.querySelector(`[data-boekbrug="${mark}"]`)?.shadowRoot ?? null;
const symbol = () => rootOf('button')?.querySelector('button') ?? null;
const badgeTexts = () =>
  [...document.querySelectorAll('[data-boekbrug="badge"]')].map((host) => host.shadowRoot?.textContent);
const inPanel = (label: string) =>
  [...(rootOf('panel')?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === label) ?? null;

/** What is drawn before it has been. */
const nextFrame = () => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve)));

/** As a user does, and not as a script. */
function click(target: Element | null): void {
  if (target === null) throw new Error('nothing to click on');
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}

describe('the guest', () => {
  it('asks once for all rows of a screen, and tells how it read them', async () => {
    const { asked } = background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toEqual(['Booked', 'Booked', 'Booked']));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      type: 'page/view',
      reading: { page: 'list', kind: 'invoice', strategy: 'links', rows: 3 },
    });
    expect(rootOf('button')?.host.parentElement?.id).toBe('toolbar');
  });

  it('gives a row that was made anew its badge back without asking', async () => {
    const { asked } = background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toContain('Booked'));
    const first = document.querySelector('tbody tr');
    first?.replaceWith(first.cloneNode(true));
    await vi.waitFor(() => expect(badgeTexts()).toEqual(['Booked', 'Booked', 'Booked']));
    expect(document.querySelectorAll('[data-boekbrug="badge"]')).toHaveLength(3);
    expect(asked).toHaveLength(1);
  });

  it('is there with the rows, though the page took long to read before they came', async () => {
    background();
    let late = 0;
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + late);
    vi.stubGlobal('getComputedStyle', () => {
      late += 100;
      return { backgroundColor: '' };
    });
    visit('<div class="widgettitle"><h1>Invoices</h1></div><table><tbody></tbody></table>');
    await vi.waitFor(() => expect(symbol()).not.toBeNull());
    const parsed = new DOMParser().parseFromString(`<table><tbody>${row(7)}${row(8)}</tbody></table>`, 'text/html');
    document.querySelector('tbody')?.append(...parsed.querySelectorAll('tr'));
    await nextFrame();
    expect(badgeTexts()).toHaveLength(2);
  });

  it('leaves a page that never rests its time, once the burst in which it was drawn is over', async () => {
    background();
    let late = 0;
    let looks = 0;
    const { now } = Date;
    vi.spyOn(Date, 'now').mockImplementation(() => now() + late);
    vi.stubGlobal('getComputedStyle', () => {
      looks += 1;
      late += 300;
      return { backgroundColor: '' };
    });
    visit(LIST);
    const ticker = document.querySelector('h1');
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticker !== null) ticker.textContent = `Invoices ${ticks}`;
    }, 5);
    // Each reading takes the page 300 ms: three or four in a burst, then one in one and a half seconds.
    await vi.waitFor(() => expect(looks).toBeGreaterThan(2));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    clearInterval(ticking);
    expect(looks).toBeLessThan(12);
  });

  it('asks about rows that have come, together', async () => {
    const { of } = background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toEqual(Array(3).fill('Booked')));
    const table = document.createElement('table');
    document.body.append(table);
    const parsed = new DOMParser().parseFromString(`<table><tbody>${row(7)}${row(8)}</tbody></table>`, 'text/html');
    document.querySelector('tbody')?.append(...parsed.querySelectorAll('tr'));
    await vi.waitFor(() => expect(badgeTexts()).toEqual(Array(5).fill('Booked')));
    expect(of('page/view')).toHaveLength(2);
  });

  it('syncs the ticked rows alone, else everything', async () => {
    const { of } = background();
    visit(LIST);
    await vi.waitFor(() => expect(symbol()?.textContent).toBe('Sync to Exact'));
    click(symbol());
    await vi.waitFor(() => expect(of('page/sync')).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [box] = document.querySelectorAll('input');
    // As Teamleader's grid does.
    box?.parentElement?.addEventListener('click', (event) => event.stopPropagation());
    if (box) box.checked = true;
    click(box ?? null);
    if (box) box.checked = true;
    await vi.waitFor(() => expect(symbol()?.textContent).toBe('Sync 1 selected'));
    click(symbol());
    await vi.waitFor(() => expect(of('page/sync')).toHaveLength(2));
    expect(of('page/sync').map((one) => one.type === 'page/sync' && one.only?.map(({ id }) => id))).toEqual([
      undefined,
      ['1'],
    ]);
  });

  it('does nothing on a click that a script has made up', async () => {
    const { of } = background();
    visit(LIST);
    await vi.waitFor(() => expect(symbol()?.textContent).toBe('Sync to Exact'));
    symbol()?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(of('page/sync')).toEqual([]);
  });

  it('opens a document, with texts as texts and links to the web alone, and has its actions done', async () => {
    const { of } = background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toContain('Booked'));
    const [badge] = document.querySelectorAll('[data-boekbrug="badge"]');
    const opener = badge?.shadowRoot?.querySelector('button') ?? null;
    click(opener);
    await vi.waitFor(() => expect(rootOf('panel')?.querySelector('h2')?.textContent).toBe('Invoice 2026 / 1'));
    const panel = rootOf('panel');
    expect([...(panel?.querySelectorAll('a') ?? [])].map(({ href }) => href)).toEqual([
      'https://start.exactonline.be/',
      'https://focus.teamleader.eu/',
    ]);
    expect(panel?.querySelector('li strong')?.textContent).toBe('<b>x</b>');
    click(inPanel('Sync this one'));
    await vi.waitFor(() => expect(of('page/act')).toMatchObject([{ action: 'sync', row: { id: '1' } }]));
    panel?.querySelector('section')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(rootOf('panel')).toBeNull();
  });

  it('says that a list is not recognised, learns it, and asks again', async () => {
    const { of } = background();
    visit(UNREAD);
    await vi.waitFor(() => expect(symbol()?.textContent).toBe('List not recognised'));
    expect(rootOf('button')?.host.hasAttribute('data-floating')).toBe(true);
    click(symbol());
    click(inPanel('Show'));
    click(document.querySelectorAll('p')[1] ?? null);
    expect(rootOf('panel')?.textContent).toContain('3 numbers found: 2026 / 1, 2026 / 2, 2026 / 3');
    click(inPanel(en.words.teachKeep));
    await vi.waitFor(() => expect(badgeTexts()).toEqual(['Booked', 'Booked', 'Booked']));
    expect(of('page/teach')).toMatchObject([{ kind: 'invoice', taught: { form: '9/9' } }]);
    expect(symbol()?.textContent).toBe('Sync to Exact');
  });

  it('says so when the extension is gone, and takes everything else away', async () => {
    const { runtime, asked } = background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toContain('Booked'));
    runtime.id = undefined;
    click(symbol());
    expect(symbol()?.textContent).toBe('Reload the page');
    expect(badgeTexts()).toEqual([]);
    const before = asked.length;
    document.querySelector('tbody')?.append(document.createElement('tr'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(asked).toHaveLength(before);
  });

  it('does not fight with a neighbour that takes every badge away', async () => {
    background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toContain('Booked'));
    let rounds = 0;
    const take = () => {
      const all = document.querySelectorAll('[data-boekbrug="badge"]');
      if (all.length > 0) rounds += 1;
      for (const one of all) one.remove();
    };
    const neighbour = new MutationObserver(take);
    neighbour.observe(document.body, { childList: true, subtree: true });
    take();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    neighbour.disconnect();
    expect(rounds).toBeGreaterThan(5);
    expect(rounds).toBeLessThan(40);
  });

  it('leaves nothing behind when its life ends', async () => {
    background();
    visit(LIST);
    await vi.waitFor(() => expect(badgeTexts()).toContain('Booked'));
    life.abort();
    expect(document.querySelectorAll('[data-boekbrug]')).toHaveLength(0);
  });

  it('puts a badge beside the title of a document’s own page, and no symbol', async () => {
    const { asked } = background();
    visit('<div class="widgettitle"><h1>Invoice 2026 / 27</h1></div>', '/invoice_detail.php?id=1000001');
    await vi.waitFor(() => expect(badgeTexts()).toEqual(['Booked']));
    expect(document.querySelector('h1 [data-boekbrug="badge"]')).not.toBeNull();
    expect(symbol()).toBeNull();
    expect(asked[0]).toMatchObject({ rows: [{ id: '1000001', number: '2026 / 27' }], reading: { page: 'detail' } });
  });
});

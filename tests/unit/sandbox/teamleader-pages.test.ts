import { type HTMLElement, Window } from 'happy-dom';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { BusinessDocument } from '../../sandbox/business/business.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { locationOf, WEB, type World, worldForTest } from './teamleader-world.ts';

afterEach(() => vi.unstubAllGlobals());

const shop = (switches: NonNullable<SandboxOptions['switches']>, country: 'BE' | 'NL' = 'BE') =>
  worldForTest({ documents: 80, country, switches });

const ofKind = ({ business }: World, kind: BusinessDocument['kind']) =>
  business.documents.filter((document) => document.kind === kind);

interface Page {
  readonly window: Window;
  readonly document: Window['document'];
  texts(selector: string): string[];
  /** The nth element, which must be there. */
  element(selector: string, nth?: number): HTMLElement;
}

/** The page as the server sends it. */
async function open(world: World, path: string): Promise<Page> {
  const answer = await world.page(path);
  expect(answer.status).toBe(200);
  const window = new Window({ url: `${WEB}${path}` });
  window.document.write(await answer.text());
  const { document } = window;
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
  const element = (selector: string, nth = 0) => {
    const found = [...document.querySelectorAll(selector)].at(nth);
    if (!(found instanceof window.HTMLElement)) throw new Error(`The page has no ${selector}`);
    return found;
  };
  return { window, document, texts, element };
}

/** The page with its script run: the script finds the page's own world, and asks the sandbox. */
async function run(world: World, path: string, script: 'app' | 'classic-list'): Promise<Page> {
  const page = await open(world, path);
  const { window } = page;
  expect(page.document.querySelector('script')?.getAttribute('src')).toBe(`/assets/client/${script}.ts`);
  vi.stubGlobal('fetch', (address: string) => world.page(address));
  const names = ['document', 'location', 'history', 'localStorage', 'HTMLElement', 'HTMLAnchorElement'] as const;
  for (const name of names) vi.stubGlobal(name, window[name]);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.resetModules();
  await import(`../../sandbox/teamleader/web/client/${script}.ts`);
  return page;
}

const ui = (name: string): string => `[data-teamleader-ui="${name}"]`;
const CLASSIC_ROW = 'table.list tbody tr';
const GRID_ROW = ui('datagrid-body-row');

describe('the classic list', () => {
  test.each([
    ['invoice', '/invoices.php', 'invoice_detail.php'],
    ['creditNote', '/creditnotes.php', 'creditnote_detail.php'],
  ] as const)('of %s has a row with a link for each document, 25 a page', async (kind, path, detail) => {
    const world = await shop({ layout: 'classic' });
    const all = ofKind(world, kind);
    const first = await open(world, path);
    expect(first.texts(CLASSIC_ROW)).toHaveLength(Math.min(25, all.length));

    const pages = Math.ceil(all.length / 25);
    const links: string[] = [];
    for (let number = 1; number <= pages; number += 1) {
      const { document } = await open(world, `${path}?page=${number}`);
      const found = [...document.querySelectorAll(`.container ${CLASSIC_ROW} a[href*="${detail}?id="]`)];
      links.push(...found.map((link) => link.getAttribute('href')?.split('id=')[1] ?? ''));
    }
    expect(links.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  });

  test('has the title bar before the table, with the actions at its end', async () => {
    const world = await shop({ layout: 'classic' });
    const { document } = await open(world, '/invoices.php');
    const bar = document.querySelector('.container > .widgettitle');
    expect(bar?.lastElementChild?.className).toBe('actions');
    expect(document.querySelector('.container .widgettitle ~ * table')).not.toBeNull();
  });

  test('carries numbers in its links when that is switched on', async () => {
    const world = await shop({ layout: 'classic', idsInLinks: 'number' });
    const { document } = await open(world, '/invoices.php');
    const href = document.querySelector(`${CLASSIC_ROW} a`)?.getAttribute('href') ?? '';
    expect(href).toMatch(/invoice_detail\.php\?id=\d+$/);
    expect((await world.page(href)).status).toBe(200);
  });

  test('filters, searches and sorts by full page loads', async () => {
    const world = await shop({ layout: 'classic' });
    const drafts = ofKind(world, 'invoice').filter(({ status }) => status === 'draft');
    const drawn = await open(world, '/invoices.php?status=draft');
    expect(drawn.texts(`${CLASSIC_ROW} .status`)).toEqual(drafts.map(() => 'Draft'));

    const [invoice] = ofKind(world, 'invoice').filter(({ number }) => number !== null);
    const searched = await open(world, `/invoices.php?${new URLSearchParams({ search: invoice?.number ?? '' })}`);
    expect(searched.texts(`${CLASSIC_ROW} a`)).toContain(invoice?.number);

    const amounts = async (direction: string) =>
      (await open(world, `/invoices.php?sort=gross&direction=${direction}`)).texts(
        `${CLASSIC_ROW} [data-column=gross]`,
      );
    const upward = await amounts('asc');
    expect(upward[0]).not.toBe((await amounts('desc'))[0]);
    expect((await open(world, '/invoices.php?search=nobody')).texts('.empty')).toEqual([
      'Nothing matches this filter.',
    ]);
  });

  test('hides and moves columns, and keeps that in the browser', async () => {
    const world = await shop({ layout: 'classic' });
    const { document, window, element } = await run(world, '/invoices.php', 'classic-list');
    const headings = () =>
      [...document.querySelectorAll('th[data-column]:not([hidden])')].map((cell) => cell.getAttribute('data-column'));
    expect(headings()).toEqual(['number', 'date', 'dueOn', 'customer', 'net', 'gross', 'status']);

    element('.cog').click();
    expect(element('.column-panel').hidden).toBe(false);
    element('[data-choice=gross] button').click();
    element('[data-choice=date] input').click();
    expect(headings()).toEqual(['number', 'dueOn', 'customer', 'gross', 'net', 'status']);
    expect(JSON.parse(window.localStorage.getItem('columns.invoice') ?? '')).toMatchObject({
      hidden: ['entity', 'date'],
    });
  });

  test('selects rows, all of them too, and shows what may be done with them', async () => {
    const world = await shop({ layout: 'classic' });
    const { document, texts, element } = await run(world, '/invoices.php', 'classic-list');
    expect(element('.bulkbar').hidden).toBe(true);
    element('.select-all').click();
    expect(element('.bulkbar').hidden).toBe(false);
    expect(texts('.bulkbar-count')).toEqual(['25 selected']);
    expect(document.querySelectorAll('tr.is-selected')).toHaveLength(25);
  });
});

describe('the data grid', () => {
  test('in one section has a linked row for each document, title first and actions second in its header', async () => {
    const world = await shop({ layout: 'grid' });
    const { document, texts } = await run(world, '/web/invoices', 'app');
    expect(document.querySelectorAll(`${ui('data-grid')} > div > div`)).toHaveLength(1);
    expect(texts(GRID_ROW)).toHaveLength(25);
    const header = document.querySelector(`${ui('overview-page')} > ${ui('overview-page-header')}`);
    const names = [...(header?.children ?? [])].map((child) => child.getAttribute('data-teamleader-ui'));
    expect(names).toEqual(['heading-1', 'box']);
    const href = document.querySelector(`${GRID_ROW} a`)?.getAttribute('href') ?? '';
    expect(href).toMatch(/^\/web\/invoices\/[0-9a-f-]{36}$/);
  });

  test('links to the older addresses where links carry numbers', async () => {
    const world = await shop({ layout: 'grid', idsInLinks: 'number' });
    const { element } = await run(world, '/web/credit-notes', 'app');
    expect(element(`${GRID_ROW} a`).getAttribute('href')).toMatch(/^\/creditnote_detail\.php\?id=\d+$/);
  });

  test('in three sections draws a row once in each, without a link', async () => {
    const world = await shop({ layout: 'grid-sections' });
    const { document } = await run(world, '/web/invoices', 'app');
    const sections = [...document.querySelectorAll(`${ui('data-grid')} > div > div`)];
    expect(sections.map((section) => section.querySelectorAll(GRID_ROW).length)).toEqual([25, 25, 25]);
    expect(document.querySelectorAll(`${ui('data-grid')} a`)).toHaveLength(0);
    const rows = (nth: number) => sections[nth]?.querySelector(GRID_ROW)?.textContent ?? '';
    expect(rows(0)).toMatch(/^(Draft|\d{4} \/ \d+)$/);
    expect(rows(2)).toMatch(/^(Draft|Outstanding|Paid)$/);
  });

  test.each([
    ['grid', true],
    ['grid-sections', false],
  ] as const)('%s keeps its row elements when it shows other rows: %s', async (layout, keeps) => {
    const world = await shop({ layout });
    const { document, window, texts, element } = await run(world, '/web/invoices', 'app');
    const row = element(GRID_ROW);
    const numbers = texts(`${GRID_ROW} .is-number`);
    row.append(window.document.createElement('foreign-badge'));
    element(`${ui('pagination')} button`, -1).click();
    await vi.waitFor(() => expect(texts(`${GRID_ROW} .is-number`)).not.toEqual(numbers));
    expect(document.contains(row)).toBe(keeps);
    expect(document.querySelectorAll('foreign-badge')).toHaveLength(keeps ? 1 : 0);
  });

  test('in three sections makes the row new that the mouse comes over, in all of them', async () => {
    const world = await shop({ layout: 'grid-sections' });
    const { document, window } = await run(world, '/web/invoices', 'app');
    const before = [...document.querySelectorAll(GRID_ROW)];
    before[3]?.dispatchEvent(new window.MouseEvent('mouseenter'));
    const after = [...document.querySelectorAll(GRID_ROW)];
    const renewed = after.flatMap((row, index) => (row === before[index] ? [] : [index]));
    expect(renewed).toEqual([3, 28, 53]);
    expect(after.filter((row) => row.classList.contains('is-hovered'))).toHaveLength(3);
  });

  test('in three sections opens a document in the page, and goes back', async () => {
    const world = await shop({ layout: 'grid-sections' });
    const { window, texts, element } = await run(world, '/web/invoices', 'app');
    const [first] = texts(`${GRID_ROW} .is-number`);
    element(GRID_ROW).click();
    await vi.waitFor(() => expect(texts(`${ui('detail-page')} h1`)[0]).toContain(`Invoice ${first}`));
    expect(window.location.pathname).toMatch(/^\/web\/invoices\/[0-9a-f-]{36}$/);
    element(ui('link')).click();
    await vi.waitFor(() => expect(texts(GRID_ROW)).toHaveLength(75));
    expect(window.location.pathname).toBe('/web/invoices');
  });

  test('sorts by a click on a heading, and back', async () => {
    const world = await shop({ layout: 'grid' });
    const { document, texts, element } = await run(world, '/web/invoices', 'app');
    const byCustomer = async (sorted: string) => {
      const heading = `${ui('datagrid-header-row')} .is-customer`;
      element(heading).click();
      await vi.waitFor(() => expect(document.querySelector(`${heading}[data-sorted=${sorted}]`)).not.toBeNull());
      return texts(`${GRID_ROW} .is-customer`);
    };
    const upward = await byCustomer('asc');
    expect(upward).toEqual(upward.toSorted((a, b) => a.localeCompare(b)));
    const downward = await byCustomer('desc');
    expect(downward).toEqual(downward.toSorted((a, b) => b.localeCompare(a)));
  });

  test('lays what may be done over the header while rows are selected', async () => {
    const world = await shop({ layout: 'grid-sections' });
    const { document, texts, element } = await run(world, '/web/invoices', 'app');
    const box = `${ui('data-grid')} input`;
    element(box, 2).click();
    element(box, 3).click();
    expect(texts(ui('datagrid-num-selected-rows'))).toEqual(['2 selected']);
    element(box, 2).click();
    element(box, 3).click();
    expect(document.querySelector(ui('datagrid-header-row-overlay'))).toBeNull();
  });
});

describe('addresses', () => {
  test.each([
    ['classic', '/invoices.php', '/creditnotes.php'],
    ['grid', '/web/invoices', '/web/credit-notes'],
    ['grid-sections', '/web/invoices', '/web/credit-notes'],
  ] as const)('of other layouts lead to that of %s', async (layout, invoices, creditNotes) => {
    const world = await shop({ layout });
    const goesTo = async (path: string) => {
      const answer = await world.page(path);
      return answer.status === 303 ? locationOf(answer) : path;
    };
    expect(await goesTo('/')).toBe(invoices);
    for (const path of ['/invoices.php', '/web/invoices']) expect(await goesTo(path)).toBe(invoices);
    for (const path of ['/creditnotes.php', '/web/credit-notes']) expect(await goesTo(path)).toBe(creditNotes);
    expect(world.teamleader.invoiceListPath()).toBe(invoices);
  });

  test('need a session, and come back after the log-in', async () => {
    const world = await shop({});
    const answer = await world.fetch(`${WEB}/invoices.php?page=2`, { redirect: 'manual' });
    expect(locationOf(answer)).toBe(`/login?${new URLSearchParams({ return: '/invoices.php?page=2' })}`);
  });

  test.each(['classic', 'grid', 'grid-sections'] as const)(
    'that the API hands out show the document in %s, by UUID and by number',
    async (layout) => {
      const world = await shop({ layout });
      for (const [kind, path] of [
        ['invoice', 'invoice_detail.php'],
        ['creditNote', 'creditnote_detail.php'],
      ] as const) {
        const document = ofKind(world, kind).find(({ number }) => number !== null);
        for (const id of [document?.id, document?.legacyId]) {
          const { texts } = await open(world, `/${path}?id=${id}`);
          expect(texts('h1')[0]).toContain(document?.number);
          expect(texts('.lines tbody tr')).toHaveLength(document?.lines.length ?? 0);
        }
      }
      expect((await world.page('/invoice_detail.php?id=17')).status).toBe(404);
      expect((await world.page('/nowhere.php')).status).toBe(404);
    },
  );

  test('of scripts and styles need no session; nothing else is served there', async () => {
    const world = await shop({});
    const script = await world.fetch(`${WEB}/assets/client/app.ts`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
    expect(await script.text()).not.toContain(': ScriptConfig');
    expect((await world.fetch(`${WEB}/assets/base.css`)).status).toBe(200);
    for (const path of ['/assets/../index.ts', '/assets/client/..%2Fpages.ts', '/assets/pages.ts', '/assets/no.css']) {
      expect((await world.fetch(`${WEB}${path}`, { redirect: 'manual' })).status).not.toBe(200);
    }
  });
});

describe('languages', () => {
  test.each([
    ['en', 'BE', 'Invoices', /^\d\d\/\d\d\/\d{4}$/, /^€[\d,]+\.\d\d$/],
    ['nl', 'BE', 'Facturen', /^\d\d\/\d\d\/\d{4}$/, /^€\s[\d.]+,\d\d$/],
    ['nl', 'NL', 'Facturen', /^\d\d-\d\d-\d{4}$/, /^€\s[\d.]+,\d\d$/],
  ] as const)('%s in %s writes texts, dates and money its way', async (language, country, title, date, money) => {
    const world = await shop({ language }, country);
    const page = await open(world, '/invoices.php?sort=customer&status=outstanding');
    expect(page.document.documentElement.lang).toBe(language);
    expect(page.texts('h1')).toEqual([title]);
    for (const text of page.texts('td[data-column=date]')) expect(text).toMatch(date);
    expect(page.texts('td[data-column=gross]').filter((text) => money.test(text)).length).toBeGreaterThan(10);
  });

  test.each(['grid', 'grid-sections'] as const)('reach the scripts of %s', async (layout) => {
    const world = await shop({ layout, language: 'nl' });
    const { texts } = await run(world, '/web/credit-notes', 'app');
    expect(texts('h1')).toEqual(['Creditnota’s']);
    expect(texts(`${GRID_ROW} .status`)[0]).toBe('Geboekt');
  });
});

test('what customers are called is shown as text, never as markup', async () => {
  const world = await shop({ layout: 'classic' });
  const [customer] = world.business.customers;
  const name = '<img src=x onerror=alert(1)> & "Zonen"';
  world.teamleader.ledger.updateCustomer(customer?.id ?? '', { name });
  const { document, texts } = await open(world, '/companies.php');
  expect(texts('td')).toContain(name);
  expect(document.querySelector('img')).toBeNull();
});

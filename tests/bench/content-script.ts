/** What the content script costs the page that it stands in, on a machine four times slower than this one. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

export const SLOWDOWN = 4;
const SCRIPT = 'content-scripts/invoices.js';

export interface Cost {
  /** Milliseconds in which the page's thread was busy with it. */
  readonly busy: number;
  /** The longest of its tasks, in milliseconds. */
  readonly longest: number;
  /** How far it moved things in the page: the web's own measure, 0 for not at all. */
  readonly shift: number;
}

const traceEventSchema = z.object({
  name: z.string(),
  /** Microseconds of the thread's own time, whatever else the machine does meanwhile. */
  tdur: z.number().default(0),
  args: z.object({ data: z.object({ url: z.string().default('') }).default({ url: '' }) }).catch({ data: { url: '' } }),
});
type TraceEvent = z.infer<typeof traceEventSchema>;

/**
 * In the page: its list made longer, or shorter, under ids and numbers of their own. However much of it is there when it
 * is drawn first, its columns stay what they are: what moves is moved by the content script.
 */
async function listOf(rows: number): Promise<string> {
  const page = new DOMParser().parseFromString(await (await fetch('/invoices.php')).text(), 'text/html');
  const body = page.querySelector('tbody');
  const like = body?.querySelector('tr:has(a[href*="id="])');
  const copies = Array.from({ length: rows }, (_, nth) => {
    const row = page.createElement('tr');
    row.append(...[...(like?.cloneNode(true).childNodes ?? [])]);
    const sequence = 1000 + nth;
    for (const link of row.querySelectorAll<HTMLAnchorElement>('a[href*="id="]')) {
      link.setAttribute('href', `/invoice_detail.php?id=${sequence}`);
      if (/\d/.test(link.textContent)) link.textContent = `2026 / ${sequence}`;
    }
    return row;
  });
  body?.replaceChildren(...copies);
  page.documentElement.style.scrollbarGutter = 'stable';
  // Headings alone have other widths than headings with rows: until the first has come, there is nothing to be moved.
  const style = page.createElement('style');
  style.textContent = 'table:not(:has(tbody tr)) { visibility: hidden }';
  page.head.append(style);
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** A page of the stand-in that lists no documents. */
const ANOTHER_PAGE = 'https://focus.teamleader.eu/companies.php';
const LIST = 'https://focus.teamleader.eu/invoices.php';

/** @param rows 0: a page that lists no documents */
export async function measureCost(context: BrowserContext, rows: number): Promise<Cost> {
  const page = await context.newPage();
  const url = rows === 0 ? ANOTHER_PAGE : LIST;
  await page.goto(ANOTHER_PAGE);
  const body = await page.evaluate(listOf, rows);
  await page.route(LIST, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.addInitScript(`
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) globalThis.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const trace = await traced(session, () => visit(page, url, rows));
  const shift = Number(await page.evaluate('shift'));
  await page.close();
  const tasks = trace
    .filter(({ name, args }) => isTask(name) && args.data.url.endsWith(SCRIPT))
    .map(({ tdur }) => tdur / 1000);
  return { busy: tasks.reduce((sum, ms) => sum + ms, 0), longest: Math.max(0, ...tasks), shift };
}

const isTask = (name: string): boolean => name === 'EvaluateScript' || name === 'FunctionCall';

async function visit(page: Page, url: string, rows: number): Promise<void> {
  await page.goto(url);
  if (rows > 0) {
    const drawn = page.locator('[data-boekbrug="badge"] button:not(:empty)');
    while ((await drawn.count()) < rows) await page.waitForTimeout(50);
  }
  await page.waitForTimeout(200);
}

async function traced(session: CDPSession, task: () => Promise<void>): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...traceEventSchema.array().parse(value)));
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  await task();
  await session.send('Tracing.end');
  await done;
  return events;
}

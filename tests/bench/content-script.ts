/** What the content script costs the page that it stands in, on a machine four times slower than this one. */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

const SLOWDOWN = 4;
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
  /** Microseconds. */
  dur: z.number().default(0),
  args: z.object({ data: z.object({ url: z.string().default('') }).default({ url: '' }) }).catch({ data: { url: '' } }),
});
type TraceEvent = z.infer<typeof traceEventSchema>;

const listOf = (rows: number): string => {
  const cells = (nth: number) =>
    `<td><input type="checkbox"></td><td><a href="/invoice_detail.php?id=${nth}">2026 / ${nth}</a></td>${'<td>Customer and amount</td>'.repeat(6)}`;
  const body = Array.from({ length: rows }, (_, nth) => `<tr>${cells(nth + 1)}</tr>`).join('');
  return `<!doctype html><html lang="en"><body><div class="widgettitle"><h1>Invoices</h1><div></div></div><table><tbody>${body}</tbody></table></body></html>`;
};

/** @param rows 0: a page that lists no documents */
export async function measureCost(context: BrowserContext, rows: number): Promise<Cost> {
  const page = await context.newPage();
  const url = `https://focus.teamleader.eu/${rows === 0 ? 'companies.php' : 'invoices.php'}`;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: listOf(rows) }));
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
    .map(({ dur }) => dur / 1000);
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

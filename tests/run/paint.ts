/** How soon a page shows something useful, and how much of it jumps. */
import type { Page } from '@playwright/test';

/** Text that tells something: the connection, the steps or a panel, not "Loading". */
const USEFUL = '.route, .steps, .panel section';

/** To be called before the page is opened. */
export async function watchPaint(page: Page): Promise<void> {
  await page.addInitScript(`
    const seen = () => {
      if (document.querySelector(${JSON.stringify(USEFUL)}) === null) return false;
      const seenAt = performance.now();
      // In the frame after the one in which it is drawn. Where nothing was painted before, Chromium knows exactly.
      requestAnimationFrame(() => requestAnimationFrame(function told() {
        const first = performance.getEntriesByName('first-contentful-paint')[0];
        if (first === undefined) requestAnimationFrame(told);
        else window.usefulPaint = first.startTime > seenAt ? first.startTime : performance.now();
      }));
      return true;
    };
    new MutationObserver((_, observer) => { if (seen()) observer.disconnect(); })
      .observe(document, { childList: true, subtree: true });
    window.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  `);
}

/** Milliseconds from the page's beginning. */
export async function usefulPaint(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((done) => {
      const look = () => (window.usefulPaint === undefined ? requestAnimationFrame(look) : done(window.usefulPaint));
      look();
    })`),
  );
}

/** The same for whatever is painted first. */
export async function firstPaint(page: Page): Promise<number> {
  return Number(
    await page.evaluate(`new Promise((done) => {
      const look = () => {
        const first = performance.getEntriesByName('first-contentful-paint')[0];
        if (first === undefined) requestAnimationFrame(look);
        else done(first.startTime);
      };
      look();
    })`),
  );
}

/** The sum of all layout shifts so far, after two frames more. */
export async function shiftsOf(page: Page): Promise<number> {
  return Number(
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(window.shifts))))',
    ),
  );
}

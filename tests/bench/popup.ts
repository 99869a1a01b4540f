/** How soon the popup shows something, and how much it loads. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { stopWorker } from '../chaos/profile.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { EXTENSION_PATH } from '../run/build.ts';
import { firstPaint, usefulPaint, watchPaint } from '../run/paint.ts';
import { type Spread, sampled, spreadOf } from './spread.ts';
import type { Stage } from './stage.ts';

const ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** So long a page is left open, as by who reads it: what it still does would hold up the next one. */
const AT_REST_MS = 500;

/** Home, once somebody answers there. */
const USABLE = '#root:not([inert]) .route';

/** From the opening of its page to the frame in which the connection stands there, in milliseconds. */
export async function popupPaint(stage: Stage, worker: 'awake' | 'asleep'): Promise<Spread> {
  const { context, keeper } = stage;
  await openOnce(stage);
  await checkUseful(stage);
  const times = await sampled(async () => {
    if (worker === 'asleep') await stopWorker(context, keeper);
    return paintOf(stage, 'popup.html');
  });
  return spreadOf(times);
}

/** The same for a page with nothing on it but text: what the browser itself takes. */
export async function emptyPagePaint(stage: Stage): Promise<Spread> {
  return spreadOf(await sampled(() => paintOf(stage, 'manifest.json')));
}

/** All files that it loads until it can be used. */
export async function popupBytes(stage: Stage): Promise<number> {
  const page = await stage.context.newPage();
  const session = await stage.context.newCDPSession(page);
  const files = new Set<string>();
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith(ORIGIN)) files.add(new URL(request.url).pathname);
  });
  await session.send('Network.enable');
  await page.goto(`${ORIGIN}/popup.html`);
  await page.locator(USABLE).waitFor();
  await page.close();
  return [...files].reduce((sum, file) => sum + statSync(join(EXTENSION_PATH, file)).size, 0);
}

/** As a user does, who leaves it open for a moment: it keeps what it looks like. */
async function openOnce(stage: Stage): Promise<void> {
  const page = await opened(stage, 'popup.html');
  await page.locator(USABLE).waitFor();
  await page.evaluate(`new Promise((done) => {
    const look = () => (localStorage.getItem('picture') === null ? setTimeout(look, 50) : done());
    look();
  })`);
  await page.close();
}

/** What is painted first is the connection: no sample needs to be watched for it, which alone takes milliseconds. */
async function checkUseful({ context }: Stage): Promise<void> {
  const page = await context.newPage();
  await watchPaint(page);
  await page.goto(`${ORIGIN}/popup.html`);
  const [useful, first] = [await usefulPaint(page), await firstPaint(page)];
  await page.close();
  if (useful !== first) throw new Error(`The connection was painted at ${useful} ms, something else at ${first} ms.`);
}

async function paintOf(stage: Stage, file: string): Promise<number> {
  const page = await opened(stage, file);
  const time = await firstPaint(page);
  await page.waitForTimeout(AT_REST_MS);
  await page.close();
  return time;
}

async function opened({ context }: Stage, file: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 440, height: 600 });
  await page.goto(`${ORIGIN}/${file}`);
  return page;
}

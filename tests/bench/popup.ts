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

/** Home, once somebody answers there. */
const USABLE = '#root:not([inert]) .route';

/** From the opening of its page to the frame in which the connection stands there, in milliseconds. */
export async function popupPaint(stage: Stage, worker: 'awake' | 'asleep'): Promise<Spread> {
  const { context, keeper } = stage;
  await openOnce(stage);
  const times = await sampled(async () => {
    if (worker === 'asleep') await stopWorker(context, keeper);
    const page = await opened(stage, 'popup.html');
    const time = await usefulPaint(page);
    await page.close();
    return time;
  });
  return spreadOf(times);
}

/** The same for a page with nothing on it but text: what the browser itself takes. */
export async function emptyPagePaint(stage: Stage): Promise<Spread> {
  const times = await sampled(async () => {
    const page = await opened(stage, 'manifest.json');
    const time = await firstPaint(page);
    await page.close();
    return time;
  });
  return spreadOf(times);
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

async function opened({ context }: Stage, file: string): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 440, height: 600 });
  await watchPaint(page);
  await page.goto(`${ORIGIN}/${file}`);
  return page;
}

/** How soon the popup shows something, and how much it loads. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { stopWorker } from '../chaos/profile.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { EXTENSION_PATH } from '../run/build.ts';
import { firstPaint, usefulPaint, watchPaint } from '../run/paint.ts';
import { type Spread, sampled, spreadOf } from './spread.ts';
import type { Stage } from './stage.ts';

const ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** So long it is left open, as by who reads it, and closed: what either still does would hold up what is measured. */
const AT_REST_MS = 500;

/** Home, once somebody answers there. */
const USABLE = '#root:not([inert]) .route';

/** From its opening to the frame in which the connection stands there, in milliseconds. */
export async function popupPaint(stage: Stage, worker: 'awake' | 'asleep'): Promise<Spread> {
  await openOnce(stage);
  await checkUseful(stage);
  return paintsOf(stage, 'popup.html', async () => {
    if (worker === 'asleep') await stopWorker(stage.context, stage.keeper);
  });
}

/** The same for a page with nothing on it but text: what the browser itself takes. */
export const emptyPagePaint = (stage: Stage): Promise<Spread> =>
  paintsOf(stage, 'manifest.json', async () => undefined);

/** In the toolbar's own bubble, as a click on the icon opens it: a tab takes longer. */
async function paintsOf({ keeper }: Stage, file: string, prepare: () => Promise<void>): Promise<Spread> {
  await keeper.bringToFront();
  await keeper.evaluate(`chrome.action.setPopup({ popup: '${file}' })`);
  const times = await sampled(async () => {
    await prepare();
    await keeper.evaluate('void chrome.action.openPopup()');
    await keeper.waitForTimeout(AT_REST_MS);
    const time = Number(await keeper.evaluate(PAINT_IN_BUBBLE));
    await keeper.evaluate(CLOSE_BUBBLE);
    await keeper.waitForTimeout(AT_REST_MS);
    return time;
  });
  return spreadOf(times);
}

const PAINT_IN_BUBBLE = `new Promise((done) => {
  const look = () => {
    const [bubble] = chrome.extension.getViews({ type: 'popup' });
    const first = bubble?.performance.getEntriesByName('first-contentful-paint')[0];
    if (first === undefined) setTimeout(look, 50);
    else done(first.startTime);
  };
  look();
})`;

const CLOSE_BUBBLE = `new Promise((done) => {
  const bubbles = () => chrome.extension.getViews({ type: 'popup' });
  for (const bubble of bubbles()) bubble.close();
  const look = () => (bubbles().length === 0 ? done() : setTimeout(look, 50));
  look();
})`;

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
  const page = await stage.context.newPage();
  await page.goto(`${ORIGIN}/popup.html`);
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

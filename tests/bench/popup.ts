/** How soon the popup shows something, and how much it loads. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { stopWorker } from '../chaos/profile.ts';
import { EXTENSION_ID } from '../run/browser.ts';
import { EXTENSION_PATH } from '../run/build.ts';
import { usefulPaint, watchPaint } from '../run/paint.ts';
import { type Spread, sampled, spreadOf } from './spread.ts';
import type { Stage } from './stage.ts';

const ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** From the opening of its page to the frame in which the connection stands there, in milliseconds. */
export async function popupPaint({ context, keeper }: Stage, worker: 'awake' | 'asleep'): Promise<Spread> {
  const times = await sampled(async () => {
    if (worker === 'asleep') await stopWorker(context, keeper);
    const page = await context.newPage();
    await page.setViewportSize({ width: 440, height: 600 });
    await watchPaint(page);
    await page.goto(`${ORIGIN}/popup.html`);
    const time = await usefulPaint(page);
    await page.close();
    return time;
  });
  return spreadOf(times);
}

/** All files that it loads until the connection stands there. */
export async function popupBytes({ context }: Stage): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const files = new Set<string>();
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (request.url.startsWith(ORIGIN)) files.add(new URL(request.url).pathname);
  });
  await session.send('Network.enable');
  await watchPaint(page);
  await page.goto(`${ORIGIN}/popup.html`);
  await usefulPaint(page);
  await page.close();
  return [...files].reduce((sum, file) => sum + statSync(join(EXTENSION_PATH, file)).size, 0);
}

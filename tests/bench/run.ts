/** `npm run bench`: figures, not tests. What every page of Teamleader carries, and how soon the popup shows something. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stopWorker } from '../chaos/profile.ts';
import { EXTENSION_ID, openBrowser, openOptions, openPopup } from '../run/browser.ts';
import { buildExtension, EXTENSION_PATH } from '../run/build.ts';
import { connect } from '../run/journey.ts';
import { usefulPaint, watchPaint } from '../run/paint.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { type Cost, measureCost } from './content-script.ts';

const SAMPLES = 20;

buildExtension();
const chunks = readdirSync(join(EXTENSION_PATH, 'chunks')).map((name) => `chunks/${name}`);
const sizes = ['content-scripts/invoices.js', 'background.js', ...chunks].map((file) => {
  const content = readFileSync(join(EXTENSION_PATH, file));
  return { file, bytes: content.length, gzipped: gzipSync(content).length };
});
console.table(sizes);

const sandbox = await startSandbox({ documents: 60, speed: 20 });
const profile = mkdtempSync(join(tmpdir(), 'boekbrug-bench-'));
const context = await openBrowser(sandbox, { profile, headless: true });
const popup = await openPopup(context);
await connect(context, popup, sandbox);
await popup.close();
const keeper = await openOptions(context, 'about');

/** From the opening of the popup's page to the frame in which the connection stands there. */
async function sample(isAsleep: boolean): Promise<number> {
  if (isAsleep) await stopWorker(context, keeper);
  const page = await context.newPage();
  await page.setViewportSize({ width: 440, height: 600 });
  await watchPaint(page);
  await page.goto(`chrome-extension://${EXTENSION_ID}/popup.html`);
  const time = await usefulPaint(page);
  await page.close();
  return time;
}

async function measure(isAsleep: boolean): Promise<Record<string, number>> {
  const times: number[] = [];
  for (let nth = 0; nth < SAMPLES; nth += 1) times.push(Math.round(await sample(isAsleep)));
  return spreadOf(times);
}

function spreadOf(samples: readonly number[]): Record<string, number> {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(SAMPLES - 1, Math.floor(SAMPLES * share))] ?? Number.NaN;
  return { least: at(0), quarter: at(0.25), median: at(0.5), 'three quarters': at(0.75), most: at(1) };
}

console.table({
  'popup: first useful paint, worker awake (ms)': await measure(false),
  'popup: first useful paint, worker asleep (ms)': await measure(true),
});

const figures: Record<string, Record<string, number>> = {};
for (const [name, rows] of Object.entries({ 'another page': 0, '100 rows': 100, '500 rows': 500 })) {
  const costs: Cost[] = [];
  for (let nth = 0; nth < SAMPLES; nth += 1) costs.push(await measureCost(context, rows));
  const rounded = (pick: (cost: Cost) => number) => spreadOf(costs.map((cost) => Math.round(pick(cost) * 100) / 100));
  figures[`${name}: busy (ms)`] = rounded(({ busy }) => busy);
  figures[`${name}: longest task (ms)`] = rounded(({ longest }) => longest);
  figures[`${name}: layout shift`] = rounded(({ shift }) => shift);
}
console.log('The content script, on a processor four times slower:');
console.table(figures);
await context.close();
await sandbox.close();
rmSync(profile, { recursive: true, force: true });

/** `npm run bench`: figures, not tests. What every page of Teamleader carries, and how soon the popup shows something. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBrowser, openPopup } from '../run/browser.ts';
import { buildExtension, EXTENSION_PATH } from '../run/build.ts';
import { startSandbox } from '../sandbox/sandbox.ts';

const SAMPLES = 9;

buildExtension();
const sizes = ['content-scripts/invoices.js', 'background.js'].map((file) => {
  const content = readFileSync(join(EXTENSION_PATH, file));
  return { file, bytes: content.length, gzipped: gzipSync(content).length };
});
console.table(sizes);

const sandbox = await startSandbox({ documents: 60, speed: 20 });
const profile = mkdtempSync(join(tmpdir(), 'boekbrug-bench-'));
const context = await openBrowser(sandbox, { profile, headless: true });
const times: number[] = [];
for (let sample = 0; sample < SAMPLES; sample += 1) {
  const popup = await openPopup(context);
  await popup.getByRole('button').first().waitFor();
  times.push(
    Number(await popup.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN")),
  );
  await popup.close();
}
times.sort((a, b) => a - b);
console.table({
  'popup: first contentful paint (ms)': {
    least: times[0],
    median: times[Math.floor(SAMPLES / 2)],
    most: times[SAMPLES - 1],
  },
});
await context.close();
await sandbox.close();
rmSync(profile, { recursive: true, force: true });

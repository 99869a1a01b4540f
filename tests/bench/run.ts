/** `npm run bench`: figures of the production build, not tests. `--report FILE` writes the medians. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildExtension, EXTENSION_PATH } from '../run/build.ts';
import { callsOfIdleRound, callsOfRun } from './calls.ts';
import { type Cost, measureCost, SLOWDOWN } from './content-script.ts';
import { lookingUp } from './lookup.ts';
import { planning } from './plan.ts';
import { emptyPagePaint, popupBytes, popupPaint } from './popup.ts';
import { SAMPLES, type Spread, sampled, spreadOf } from './spread.ts';
import { onStage, type Stage } from './stage.ts';
import { peakOf } from './worker-heap.ts';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const CONTENT_SCRIPT = 'content-scripts/invoices.js';

buildExtension();
printSizes();
const plan = await planning();
const few = await onStage(100, async (stage) => ({
  calls: await callsOfRun(stage),
  idle: await callsOfIdleRound(stage),
  popup: {
    warm: await popupPaint(stage, 'awake'),
    cold: await popupPaint(stage, 'asleep'),
    empty: await emptyPagePaint(stage),
    bytes: await popupBytes(stage),
  },
  content: {
    start: await costsOf(stage, 0),
    rows100: await costsOf(stage, 100),
    rows500: await costsOf(stage, 500),
  },
  lookup: await lookingUp(stage),
}));
const many = await onStage(1000, async (stage) => {
  const calls: Awaited<ReturnType<typeof callsOfRun>>[] = [];
  const peakMB = await peakOf(stage, async () => void calls.push(await callsOfRun(stage)));
  return { calls, peakMB };
});

const { content, popup } = few;
console.log(`Calls of one run, against the least that is possible for whoever does the same:`);
console.table({ '100 documents': few.calls, '1,000 documents': many.calls[0], 'a round with nothing new': few.idle });
console.log(`Milliseconds, ${SAMPLES} samples:`);
console.table({
  'popup: first useful paint, worker awake': popup.warm,
  'popup: first useful paint, worker asleep': popup.cold,
  'the browser alone: first paint of an empty page': popup.empty,
  [`content script at ${SLOWDOWN}x slow-down: start on a page without documents`]: content.start.busy,
  [`content script at ${SLOWDOWN}x slow-down: 100 rows`]: content.rows100.busy,
  [`content script at ${SLOWDOWN}x slow-down: 500 rows`]: content.rows500.busy,
  [`content script at ${SLOWDOWN}x slow-down: longest task, 500 rows`]: content.rows500.longest,
  'planning 10,000 documents': plan,
  'badges of 100 rows among 50,000 documents': few.lookup,
});
console.log(`Layout shift, ${SAMPLES} samples:`);
console.table({ '100 rows': content.rows100.shift, '500 rows': content.rows500.shift });
console.table({
  'popup: all it loads (bytes)': popup.bytes,
  'worker: most memory in a run of 1,000 (MB)': many.peakMB,
});

if (values.report !== undefined) {
  const report = {
    calls: { 100: few.calls, 1000: many.calls[0] },
    idle: few.idle,
    content: {
      bytes: statSync(join(EXTENSION_PATH, CONTENT_SCRIPT)).size,
      startMs: content.start.busy.median,
      rows100Ms: content.rows100.busy.median,
      rows500Ms: content.rows500.busy.median,
      layoutShift: Math.max(content.rows100.shift.median, content.rows500.shift.median),
      longestTaskMs: content.rows500.longest.median,
    },
    popup: { warmMs: popup.warm.median, coldMs: popup.cold.median, bytes: popup.bytes },
    plan10000Ms: plan.median,
    lookup100of50000Ms: few.lookup.median,
    workerPeakMB: many.peakMB,
  };
  writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
}

function printSizes(): void {
  const chunks = readdirSync(join(EXTENSION_PATH, 'chunks')).map((name) => `chunks/${name}`);
  const sizes = [CONTENT_SCRIPT, 'background.js', ...chunks].map((file) => {
    const content = readFileSync(join(EXTENSION_PATH, file));
    return { file, bytes: content.length, gzipped: gzipSync(content).length };
  });
  console.table(sizes);
}

async function costsOf({ context }: Stage, rows: number): Promise<Readonly<Record<keyof Cost, Spread>>> {
  const costs = await sampled(() => measureCost(context, rows));
  return {
    busy: spreadOf(costs.map(({ busy }) => busy)),
    longest: spreadOf(costs.map(({ longest }) => longest)),
    shift: spreadOf(costs.map(({ shift }) => shift)),
  };
}

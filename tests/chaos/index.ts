/** `npm run chaos -- --report FILE [--part NAME [--share 1/4]] [--quick]`: trouble of every kind, and whether all was right after it. */
import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { alterations } from './alterations.ts';
import { clocks } from './clocks.ts';
import { deaths } from './deaths.ts';
import { faults } from './faults.ts';
import { fuzz } from './fuzz.ts';
import { importDeaths } from './import-deaths.ts';
import { importFaults } from './import-faults.ts';
import { importMany } from './import-many.ts';
import { kills } from './kills.ts';
import { quotas } from './quotas.ts';
import { added, isGood, type Part, type RunPart } from './report.ts';
import { secrets } from './secrets.ts';
import { setUpFaults } from './set-up-faults.ts';
import { specs } from './specs.ts';
import { trust } from './trust.ts';
import { twoBrowsers } from './two-browsers.ts';
import { twoProfiles } from './two-profiles.ts';
import { weeks } from './weeks.ts';

const { values } = parseArgs({
  options: {
    report: { type: 'string' },
    part: { type: 'string' },
    share: { type: 'string', default: '1/1' },
    quick: { type: 'boolean', default: false },
  },
});
const [first = 1, of = 1] = values.share.split('/').map(Number);
const options = { quick: values.quick, share: { index: first - 1, of } };

const PARTS: Readonly<Record<string, RunPart>> = {
  deaths,
  'import-deaths': importDeaths,
  'import-faults': importFaults,
  'import-many': importMany,
  faults,
  'set-up': setUpFaults,
  alterations,
  clocks,
  kills,
  quotas,
  weeks,
  'two-browsers': twoBrowsers,
  'two-profiles': twoProfiles,
  fuzz,
  trust,
  secrets,
  specs,
};

const names = Object.keys(PARTS).filter((name) => values.part === undefined || values.part === name);
if (names.length === 0) throw new Error(`There is no part ${values.part}; there are ${Object.keys(PARTS).join(', ')}.`);

const parts: Part[] = [];
for (const name of names) {
  const started = performance.now();
  const part = await PARTS[name]?.(options);
  if (part === undefined) continue;
  parts.push(part);
  console.log(`${name}: ${Math.round((performance.now() - started) / 1000)} s, ${part.failures.length} failures`);
  if (part.told !== undefined) console.log(`  ${part.told}`);
}
const report = added(parts);
const { failures, ...figures } = report;
console.table(figures);
for (const failure of failures) console.log(failure);
if (values.report !== undefined) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
process.exitCode = isGood(report) ? 0 : 1;

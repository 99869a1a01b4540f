/** `npm run zip`: what goes to the stores, each checked, with the sums by which a stranger's build can be compared. */
import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { z } from 'zod';
import { findFirefox } from './firefox.ts';
import { type Packed, pack, STORE_BROWSERS, sumOf, sumsElsewhere } from './pack.ts';
import { smokeInChromium, smokeInFirefox } from './smoke.ts';

const lintSchema = z.object({
  summary: z.object({ errors: z.number(), warnings: z.number() }),
  errors: z.array(z.object({ message: z.string(), file: z.string().nullish() })),
});

/** @returns what was found right, in words */
async function checkFirefox(packed: Packed): Promise<string> {
  const linted = spawnSync('addons-linter', [packed.file, '--output', 'json'], { encoding: 'utf8' });
  const { summary, errors } = lintSchema.parse(JSON.parse(linted.stdout));
  if (summary.errors > 0) throw new Error(`Mozilla's linter refuses it: ${JSON.stringify(errors, null, 2)}`);
  const clean = `0 errors of Mozilla's linter (${summary.warnings} warnings)`;
  const firefox = findFirefox();
  if (firefox === null) return `${clean}; NOT tried: no Firefox is installed (name one in FIREFOX_PATH)`;
  await smokeInFirefox(firefox, packed);
  return `${clean}; works in ${firefox}`;
}

async function check(packed: Packed): Promise<string> {
  if (packed.browser === 'firefox') return checkFirefox(packed);
  await smokeInChromium(packed);
  return 'works in Chromium';
}

const packed: Packed[] = [];
for (const browser of STORE_BROWSERS) packed.push(await pack(browser));
const elsewhere = await sumsElsewhere();
const rows: Record<string, string>[] = [];
for (const one of packed) {
  const sum = sumOf(one.file);
  const isSame = elsewhere.get(basename(one.file)) === sum;
  if (!isSame) process.exitCode = 1;
  const checked = await check(one).catch((error: unknown) => {
    process.exitCode = 1;
    return `FAILED: ${error instanceof Error ? error.message : String(error)}`;
  });
  const repeated = isSame ? 'the same' : 'DIFFERENT';
  rows.push({ file: basename(one.file), 'SHA-256': sum, 'built again elsewhere': repeated, checked });
}
for (const row of rows) {
  console.log();
  for (const [name, value] of Object.entries(row)) console.log(`${name.padEnd(22)} ${value}`);
}

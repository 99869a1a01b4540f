/** Everything that must hold, step by step; ends with one line of counts and a failing exit code if anything failed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from './build.ts';
import { findChromium } from './chromium.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'boekbrug-test-'));

function run(command: string, args: readonly string[], environment: Record<string, string> = {}): boolean {
  console.log(`\n> ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

const check = (command: string, ...args: string[]): Counts =>
  run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/** A run whose report is missing has failed, whatever its exit code. */
function counted(ran: boolean, read: () => Counts): Counts {
  try {
    const counts = read();
    return ran || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function unitTests(): Counts {
  const report = join(scratch, 'unit.json');
  const ran = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  return counted(ran, () => {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  });
}

function endToEndTests(): Counts {
  const report = join(scratch, 'e2e.json');
  const ran = run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    CHROMIUM_PATH: findChromium(),
  });
  return counted(ran, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(stats.expected), failed: Number(stats.unexpected) + Number(stats.flaky) };
  });
}

function build(): Counts {
  console.log('\n> build for production');
  try {
    buildExtension();
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1 };
  }
}

const steps: readonly (() => Counts)[] = [
  () => check('biome', 'ci', '--colors=off', '.'),
  () => check('wxt', 'prepare'),
  () => check('tsc'),
  unitTests,
  build,
  endToEndTests,
  () => check(process.execPath, 'tests/chaos/index.ts', '--quick'),
];
const results = steps.map((step) => step());
rmSync(scratch, { recursive: true, force: true });

const sum = (key: keyof Counts) => results.reduce((total, counts) => total + counts[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;

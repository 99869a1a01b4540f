/** Imports of thousands under Teamleader's real ration, in simulated time; and two colleagues who import at the same moment. */
import {
  addCalls,
  ImportBrowser,
  importContext,
  importedIn,
  startImportWorld,
  twiceIn,
} from '../unit/sync/import-world.ts';
import type { World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';

const MINUTE = 60_000;
const MANY = 5_000;
const QUICK_MANY = 300;
const ROUNDS = 20;
const QUICK_ROUNDS = 3;
/** Of twenty accounts seventeen are to be created: see the generator. */
const toCreate = (accounts: number): number => (accounts / 20) * 17;

export async function importMany({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts = [await thousands(quick ? QUICK_MANY : MANY)];
  for (let seed = 1; seed <= (quick ? QUICK_ROUNDS : ROUNDS); seed += 1) parts.push(await twoAtOnce(seed));
  return joined(parts);
}

async function thousands(accounts: number): Promise<Part> {
  const world = await startImportWorld({ inExactAlone: accounts, speed: 1 }, { sleepIn });
  try {
    const browser = new ImportBrowser(importContext(world.context));
    const began = { at: performance.now(), simulated: world.sandbox.clock.now() };
    await browser.plan();
    await browser.start();
    const minutes = Math.round((world.sandbox.clock.now() - began.simulated) / MINUTE);
    const seconds = Math.round((performance.now() - began.at) / 1000);
    const calls = (service: 'teamleader' | 'exact') =>
      Object.values(world.sandbox.log.counts(service)).reduce((sum, count) => sum + count, 0);
    console.log(
      `import of ${accounts} accounts: ${addCalls(world)} created, ${calls('teamleader')} calls to Teamleader, ` +
        `${calls('exact')} to Exact, ${minutes} minutes at the real pace, simulated in ${seconds} s`,
    );
    return part(world, toCreate(accounts), `${accounts} accounts`);
  } finally {
    await world.sandbox.close();
  }
}

async function twoAtOnce(seed: number): Promise<Part> {
  const world = await startImportWorld({ seed });
  try {
    const browsers = [
      new ImportBrowser(importContext(world.context, (seed * 7) / 20 - Math.floor((seed * 7) / 20))),
      new ImportBrowser(importContext(await world.anotherBrowser(), ((seed * 11) / 20 + 0.5) % 1)),
    ];
    await Promise.all(browsers.map((browser) => browser.plan()));
    await Promise.all(browsers.map((browser) => browser.start()));
    for (let wakes = 0; wakes < 8; wakes += 1) {
      world.sandbox.clock.advance(4 * MINUTE);
      for (const browser of browsers) await browser.wake();
    }
    const { figures, failures } = part(world, toCreate(40), `two browsers, round ${seed}`);
    return { figures: { ...figures, twoBrowserRounds: 1 }, failures };
  } finally {
    await world.sandbox.close();
  }
}

function part(world: World, expected: number, name: string): Part {
  const duplicates = twiceIn(world).length;
  const missing = expected - new Set(importedIn(world).map(({ remarks }) => remarks)).size;
  const told = [
    ...(duplicates + missing === 0 ? [] : [`${duplicates} twice, ${missing} missing`]),
    ...world.sandbox.defects,
  ];
  return { figures: { duplicates, missing }, failures: told.map((text) => `import, ${name}: ${text}`) };
}

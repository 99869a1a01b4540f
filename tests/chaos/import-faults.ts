/** Every call that an import makes, answered wrongly in every way: each account of Exact alone is brought in once. */
import { ImportBrowser, importContext, importedIn, startImportWorld, twiceIn } from '../unit/sync/import-world.ts';
import type { World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { type Call, FAULTS, type Told, timesOf } from './faults.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';

const MINUTE = 60_000;
const WAITS_MIN = [0, 7, 7, 61, 61, 25 * 60];
/** One of each kind that there is, see the generator. */
const ACCOUNTS = 20;
/** The browser gives an answer up after so long. */
const TIMEOUT_MS = 400;

const start = (): Promise<World> =>
  startImportWorld({ documents: 8, inExactAlone: ACCOUNTS }, { timeoutMs: TIMEOUT_MS, sleepIn });

/** Who is told of trouble tries again; gives where it was not told. */
async function bringIn(world: World, expected: number): Promise<readonly string[]> {
  let { context } = world;
  let browser = new ImportBrowser(importContext(context));
  const wrong: string[] = [];
  for (const minutes of WAITS_MIN) {
    world.sandbox.clock.advance(minutes * MINUTE);
    await browser.wake();
    await browser.plan();
    if ((await browser.head()).problem === null) await browser.start();
    const { problem, failed } = await browser.head();
    const isMissing = importedIn(world).length < expected;
    if (isMissing && problem === null && failed === 0) wrong.push('it is not told why it is not done');
    if (problem?.type !== 'loginNeeded') continue;
    const { database, connection } = context;
    context = { ...(await world.anotherBrowser()), database, connection };
    browser = new ImportBrowser(importContext(context));
  }
  return wrong;
}

async function undisturbed(): Promise<{ readonly calls: readonly Call[]; readonly made: number }> {
  const world = await start();
  try {
    const before = world.sandbox.log.calls.length;
    const browser = new ImportBrowser(importContext(world.context));
    await browser.plan();
    await browser.start();
    const calls = world.sandbox.log.calls.slice(before).map(({ service, name }) => ({ service, name }));
    return {
      calls: [...new Map(calls.map((call) => [`${call.service} ${call.name}`, call])).values()],
      made: importedIn(world).length,
    };
  } finally {
    await world.sandbox.close();
  }
}

async function withstand({ service, name }: Call, kind: string, fault: Told, expected: number): Promise<Part> {
  const world = await start();
  try {
    world.sandbox.faults.order({ service, call: name, times: timesOf(kind), fault });
    const wrong = await bringIn(world, expected);
    const duplicates = twiceIn(world).length;
    const missing = expected - new Set(importedIn(world).map(({ remarks }) => remarks)).size;
    const found = duplicates + missing === 0 ? [] : [`${duplicates} twice, ${missing} missing`];
    return {
      figures: { faults: 1, duplicates, missing },
      failures: [...wrong, ...found, ...world.sandbox.defects].map(
        (text) => `${kind} at ${service} ${name}, in an import: ${text}`,
      ),
    };
  } finally {
    await world.sandbox.close();
  }
}

export async function importFaults({ quick }: { readonly quick: boolean }): Promise<Part> {
  const { calls, made } = await undisturbed();
  const all = calls.flatMap((call) => Object.entries(FAULTS).map(([kind, fault]) => ({ call, kind, fault })));
  const parts: Part[] = [];
  for (const [index, { call, kind, fault }] of all.entries()) {
    // A prime step passes by every call and every fault.
    if (quick && index % 13 !== 0) continue;
    parts.push(await withstand(call, kind, fault, made));
  }
  return joined(parts);
}

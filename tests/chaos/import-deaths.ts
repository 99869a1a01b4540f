/** An import whose worker dies at any point where it awaits; the points are found, not listed. */
import type { ImportContext } from '../../lib/sync/import-look.ts';
import { ImportBrowser, importContext, importedIn, startImportWorld, twiceIn } from '../unit/sync/import-world.ts';
import type { World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { type Death, mortal } from './mortal.ts';
import type { Part } from './report.ts';

const MINUTE = 60_000;
const QUICK_POINTS = 12;
/** One of each kind that there is, see the generator. */
const ACCOUNTS = 20;

const start = (): Promise<World> => startImportWorld({ documents: 8, inExactAlone: ACCOUNTS });

/** Plans in peace, and dies while it runs. */
async function runUntil(context: ImportContext, death: Death | null): Promise<readonly string[]> {
  await new ImportBrowser(context).plan();
  const { context: dying, names } = mortal(context, death);
  const browser = new ImportBrowser(dying);
  // A death in what nobody waits for is heard nowhere else.
  await browser.start().catch(() => undefined);
  return names;
}

async function survive(death: Death, name: string, expected: number): Promise<Part> {
  const world = await start();
  try {
    await runUntil(importContext(world.context), death);
    const browser = new ImportBrowser(importContext(world.reopened()));
    for (const minutes of [0, 7, 7]) {
      world.sandbox.clock.advance(minutes * MINUTE);
      await browser.wake();
    }
    // Where it died before it was noted that it is wanted.
    await browser.start();
    const duplicates = twiceIn(world).length;
    const missing = expected - new Set(importedIn(world).map(({ remarks }) => remarks)).size;
    const told = [
      ...(duplicates + missing === 0 ? [] : [`${duplicates} twice, ${missing} missing`]),
      ...world.sandbox.defects,
    ];
    return {
      figures: { duplicates, missing },
      failures: told.map((text) => `import, death ${death.when} await ${death.at} (${name}): ${text}`),
    };
  } finally {
    await world.sandbox.close();
  }
}

async function pointsOfARun(): Promise<{ readonly names: readonly string[]; readonly made: number }> {
  const world = await start();
  try {
    const names = await runUntil(importContext(world.context), null);
    return { names, made: importedIn(world).length };
  } finally {
    await world.sandbox.close();
  }
}

export async function importDeaths({ quick }: { readonly quick: boolean }): Promise<Part> {
  const { names, made } = await pointsOfARun();
  const step = quick ? Math.ceil(names.length / QUICK_POINTS) : 1;
  const parts: Part[] = [];
  for (const [at, name] of names.entries()) {
    if (at % step !== 0) continue;
    parts.push(await survive({ at, when: 'before' }, name, made));
    parts.push(await survive({ at, when: 'after' }, name, made));
  }
  return { ...joined(parts), told: `${parts.length} deaths` };
}

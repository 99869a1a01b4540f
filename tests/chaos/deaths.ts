/** A worker that dies at any point where a run of the engine awaits; the points are found, not listed. */
import type { SyncContext } from '../../lib/sync/context.ts';
import { run, startWorld, type World } from '../unit/sync/world.ts';
import { checked } from './ledger-check.ts';
import { Dead, type Death, mortal } from './mortal.ts';
import type { Part } from './report.ts';

const MINUTE = 60_000;
const QUICK_POINTS = 12;

const start = async (): Promise<World> => {
  const world = await startWorld({ documents: 12 });
  const connection = { ...world.context.connection, attachPdf: true };
  return { ...world, context: { ...world.context, connection } };
};

/** Runs until death; a run that ends without it has passed the point by. */
async function runUntil(context: SyncContext): Promise<void> {
  try {
    await run(context);
  } catch (error) {
    if (!(error instanceof Dead)) throw error;
  }
}

async function survive({ at, when }: Death, name: string, isDouble: boolean): Promise<Part> {
  const world = await start();
  try {
    await runUntil(mortal(world.context, { at, when }).context);
    // The run that goes on dies too, right after what it writes first.
    if (isDouble) await runUntil(mortal(world.context, { at: at + 1, when: 'after' }).context);
    for (const minutes of [0, 7, 7, 61]) {
      world.sandbox.clock.advance(minutes * MINUTE);
      await run(world.context);
    }
    const part = await checked(`death ${when} await ${at} (${name})${isDouble ? ', twice' : ''}`, world);
    const counted = isDouble ? { doubleKills: 1 } : { engineCrashPoints: 1 };
    return { figures: { ...part.figures, ...counted }, failures: part.failures };
  } finally {
    await world.sandbox.close();
  }
}

async function pointsOfARun(): Promise<readonly string[]> {
  const world = await start();
  try {
    const { context, names } = mortal(world.context, null);
    await run(context);
    return names;
  } finally {
    await world.sandbox.close();
  }
}

export async function deaths({ quick }: { readonly quick: boolean }): Promise<Part> {
  const names = await pointsOfARun();
  const step = quick ? Math.ceil(names.length / QUICK_POINTS) : 1;
  const parts: Part[] = [];
  for (const [at, name] of names.entries()) {
    if (at % step !== 0) continue;
    parts.push(await survive({ at, when: 'before' }, name, false));
    parts.push(await survive({ at, when: 'after' }, name, false));
    if (at % (step * 4) === 0) parts.push(await survive({ at, when: 'after' }, name, true));
  }
  return joined(parts);
}

/** Figures are summed by the report; here only kept together. */
export function joined(parts: readonly Part[]): Part {
  const figures: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part.figures)) figures[name] = (figures[name] ?? 0) + value;
  }
  return { figures, failures: parts.flatMap(({ failures }) => failures) };
}

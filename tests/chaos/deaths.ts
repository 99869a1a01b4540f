/** A worker that dies at any point where a run of the engine awaits; the points are found, not listed. */
import type { SyncContext } from '../../lib/sync/context.ts';
import { run, startWorld, type World } from '../unit/sync/world.ts';
import { checked } from './ledger-check.ts';
import type { Part } from './report.ts';

const MINUTE = 60_000;
const QUICK_POINTS = 12;

interface Death {
  /** The how manieth await of the run. */
  readonly at: number;
  /** The call is not made any more, or it is made and its answer never heard. */
  readonly when: 'before' | 'after';
}

class Dead extends Error {}

/** A context that counts its awaits and ends for good at one of them: nothing that is called later answers either. */
function mortal(context: SyncContext, death: Death | null) {
  let count = 0;
  let isDead = false;
  const names: string[] = [];
  const cut = async (name: string, call: () => unknown): Promise<unknown> => {
    if (isDead) throw new Dead();
    const at = count;
    count += 1;
    names.push(name);
    if (death?.at !== at) return call();
    isDead = true;
    if (death.when === 'after') await call();
    throw new Dead();
  };
  const wrapped = <T extends object>(room: string, target: T): T =>
    new Proxy(target, {
      get(real, property) {
        const value: unknown = Reflect.get(real, property, real);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => cut(`${room}.${String(property)}`, () => Reflect.apply(value, real, values));
      },
    });
  const dying: SyncContext = {
    ...context,
    teamleader: wrapped('teamleader', context.teamleader),
    exact: wrapped('exact', context.exact),
    database: wrapped('database', context.database),
  };
  return { context: dying, names };
}

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

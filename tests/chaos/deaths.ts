/** A worker that dies at any point where a run of the engine awaits; the points are found, not listed. */
import type { SyncContext } from '../../lib/sync/context.ts';
import { run } from '../unit/sync/world.ts';
import { checkedAlone } from './ledger-check.ts';
import { Dead, type Death, isWrite, mortal } from './mortal.ts';
import type { Part } from './report.ts';
import { startWhole, wrongPdfs } from './whole-world.ts';

const MINUTE = 60_000;
const QUICK_POINTS = 8;

/** Whether the run was cut off before its end. */
async function isCutOff(context: SyncContext, death: Death): Promise<boolean> {
  try {
    await run(mortal(context, death).context);
    return false;
  } catch (error) {
    if (!(error instanceof Dead)) throw error;
    return true;
  }
}

/** One after the other: the run that goes on after the first death dies of the second. */
async function survive(title: string, deaths: readonly Death[]): Promise<Part> {
  const world = await startWhole();
  try {
    for (const death of deaths) {
      if (await isCutOff(world.context, death)) continue;
      return { figures: {}, failures: [`${title}: there was no death ${death.when} ${death.at}`] };
    }
    for (const minutes of [0, 7, 7, 61]) {
      world.sandbox.clock.advance(minutes * MINUTE);
      await run(world.context);
    }
    const part = await checkedAlone(title, world);
    const wrong = wrongPdfs(world).map((one) => `${title}: ${one}`);
    return { figures: part.figures, failures: [...part.failures, ...wrong] };
  } finally {
    await world.sandbox.close();
  }
}

async function pointsOfARun(): Promise<readonly string[]> {
  const world = await startWhole();
  try {
    const { context, names } = mortal(world.context, null);
    await run(context);
    return names;
  } finally {
    await world.sandbox.close();
  }
}

/** What is in doubt of the last document is not written again at once, so that there may be no second write. */
const WRITES_OF_A_DOCUMENT = 4;
/** Any run, also one that finds nothing left to write, awaits so often. */
const FEWEST_AWAITS = 16;

export async function deaths({ quick }: { readonly quick: boolean }): Promise<Part> {
  const names = await pointsOfARun();
  const writes = names.flatMap((name, at) => (isWrite(name) ? [at] : []));
  const step = quick ? Math.ceil(names.length / QUICK_POINTS) : 1;
  const parts: Part[] = [];
  for (const [at, name] of names.entries()) {
    if (at % step !== 0) continue;
    const before: Death = { at, when: 'before' };
    const after: Death = { at, when: 'after' };
    const next: Death = {
      at: at % 2 === 0 && at < (writes.at(-WRITES_OF_A_DOCUMENT) ?? 0) ? 'firstWrite' : at % FEWEST_AWAITS,
      when: 'after',
    };
    parts.push(await survive(`death before await ${at} (${name})`, [before]));
    parts.push(await survive(`death after await ${at} (${name})`, [after]));
    parts.push(await survive(`deaths after await ${at} (${name}) and then after ${next.at}`, [after, next]));
  }
  return { ...joined(parts), told: `${parts.length} runs of the engine were cut off, a third of them twice` };
}

/** Figures are summed by the report; here only kept together. */
export function joined(parts: readonly Part[]): Part {
  const figures: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, value] of Object.entries(part.figures)) figures[name] = (figures[name] ?? 0) + value;
  }
  return { figures, failures: parts.flatMap(({ failures }) => failures) };
}

/** Every answer that a run gets, with each of its values left out, empty or unknown in turn. */
import type { RunRecord } from '../../lib/store/records.ts';
import { run, startWorld } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { callsOfARun, type FoundCall, SIZES } from './faults.ts';
import { checkedAlone } from './ledger-check.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';
import { startWhole } from './whole-world.ts';

const MINUTE = 60_000;
const ALTERATIONS = ['absent', 'null', 'unknown'] as const;
const WAITS_MIN = [7, 61, 25 * 60];
const OF_PDFS = /download|file|documents\//;

interface Alteration {
  readonly call: FoundCall;
  readonly node: number;
  readonly to: (typeof ALTERATIONS)[number];
}

/** Null where the call's answer has no such node. */
async function withstand({ call: { service, name, size }, node, to }: Alteration): Promise<Part | null> {
  // Of PDFs nothing is read that the rest hangs on.
  const options = { documents: SIZES[size] };
  const world = await (OF_PDFS.test(name) ? startWhole({ sleepIn }, options) : startWorld(options, { sleepIn }));
  try {
    const { sandbox, context } = world;
    sandbox.faults.order({ service, call: name, fault: { kind: 'alter', node, to } });
    const told: string[] = [];
    const runAgain = (): Promise<RunRecord | null> =>
      run(context).catch((error: unknown) => {
        told.push(`${service} ${name} node ${node} ${to}: the run broke: ${String(error)}`);
        return null;
      });
    const first = await runAgain();
    const path = sandbox.faults.altered;
    if (path === null) return null;
    const title = `${service} ${name} ${path} ${to}`;
    const { database, connection } = context;
    for (const { number, outcome } of await database.documents(connection.id)) {
      if (outcome.state === 'waiting' && outcome.cause === null && first?.problem === null)
        told.push(`${title}: ${number} waits for nothing`);
    }
    for (const minutes of WAITS_MIN) {
      sandbox.clock.advance(minutes * MINUTE);
      await runAgain();
    }
    const part = await checkedAlone(title, world);
    return { figures: { ...part.figures, faults: 1 }, failures: [...told, ...part.failures] };
  } finally {
    await world.sandbox.close();
  }
}

/** All nodes of the call's answer, one after the other until there are no more. */
async function withstandAll(call: FoundCall): Promise<Part> {
  const parts: Part[] = [];
  for (let node = 0; ; node += 1) {
    for (const to of ALTERATIONS) {
      const part = await withstand({ call, node, to });
      if (part === null) return told(call, joined(parts));
      parts.push(part);
    }
  }
}

/** It takes long: whoever waits sees where it is. */
function told({ service, name }: FoundCall, part: Part): Part {
  console.log(`  ${service} ${name}: ${part.figures.faults ?? 0} alterations, ${part.failures.length} failures`);
  return part;
}

export async function alterations({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  for (const [index, call] of (await callsOfARun()).entries()) {
    const one = { call, node: (index * 5) % 12, to: ALTERATIONS[index % ALTERATIONS.length] ?? 'absent' };
    const part = quick ? await withstand(one) : await withstandAll(call);
    if (part !== null) parts.push(part);
  }
  return joined(parts);
}

/** Every call that a run makes, answered wrongly in every way; and a service that answers none for a while. */
import type { Fault, FaultOrder } from '../sandbox/core/faults.ts';
import { run, type World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import { checkedAlone } from './ledger-check.ts';
import { outages } from './outages.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';
import { startWhole, wrongPdfs } from './whole-world.ts';

const MINUTE = 60_000;

export type Told = FaultOrder['fault'];

export const FAULTS: Readonly<Record<string, Told>> = {
  'cut before': { kind: 'cut', when: 'before' },
  'cut after': { kind: 'cut', when: 'after' },
  '429 without headers': { kind: 'status', status: 429, when: 'before' },
  '429 with headers': { kind: 'status', status: 429, headers: { 'retry-after': '5' }, when: 'before' },
  '500 before': { kind: 'status', status: 500, when: 'before' },
  '500 after': { kind: 'status', status: 500, when: 'after' },
  '503 before': { kind: 'status', status: 503, when: 'before' },
  '401': { kind: 'status', status: 401, when: 'before' },
  '401 twice': { kind: 'status', status: 401, when: 'before' },
  '403': { kind: 'status', status: 403, when: 'before' },
  '400': { kind: 'status', status: 400, body: '{"error":{"message":{"value":"Invalid: Something"}}}', when: 'before' },
  'empty body': { kind: 'body', body: '', when: 'after' },
  'HTML instead of JSON': { kind: 'body', body: '<html><body>Maintenance</body></html>', when: 'after' },
  'JSON of another shape': {
    kind: 'body',
    body: '{"d":{"results":[{"unknown":1}]},"data":[{"unknown":1}]}',
    when: 'after',
  },
  truncated: { kind: 'truncate' },
  'no answer in time, done later': { kind: 'latency', ms: 1_200 },
  'no answer in time, done at once': { kind: 'latency', ms: 1_200, when: 'after' },
  'a slow drip': { kind: 'drip', ms: 100 },
  'a slow drip without end': { kind: 'drip', ms: 1_200 },
} satisfies Record<string, Fault | Told>;

const TIMES_OF: Readonly<Record<string, number>> = { '401': 1, '401 twice': 2 };

/** Three times in a row, so that no second try helps; a token is renewed after the first. */
export const timesOf = (kind: string): number => TIMES_OF[kind] ?? 3;

const WAITS_MIN = [0, 7, 7, 61, 61, 25 * 60, 25 * 60, 25 * 60];

/** The browser gives an answer up after so long. */
const TIMEOUT_MS = 400;

/** A small business makes most of the calls, and makes them sooner. */
export const SIZES = { small: 5, large: 12 } as const;
type Size = keyof typeof SIZES;

const start = (size: Size): Promise<World> =>
  startWhole({ timeoutMs: TIMEOUT_MS, sleepIn }, { documents: SIZES[size] });

export interface Call {
  readonly service: 'teamleader' | 'exact';
  readonly name: string;
}

/** A call, and the smallest business in which a run makes it. */
export interface FoundCall extends Call {
  readonly size: Size;
}

/** Each call that a run makes, by name. */
export async function callsOfARun(): Promise<readonly FoundCall[]> {
  const found = new Map<string, FoundCall>();
  for (const size of ['large', 'small'] as const) {
    for (const call of await callsIn(size)) {
      // A small business asks for its credit notes and has none.
      if (size === 'large' || !call.name.startsWith('creditNotes.'))
        found.set(`${call.service} ${call.name}`, { ...call, size });
    }
  }
  return [...found.values()];
}

async function callsIn(size: Size): Promise<readonly Call[]> {
  const world = await start(size);
  try {
    const before = world.sandbox.log.calls.length;
    await run(world.context);
    return world.sandbox.log.calls.slice(before).map(({ service, name }) => ({ service, name }));
  } finally {
    await world.sandbox.close();
  }
}

async function withstand({ service, name, size }: FoundCall, kind: string, fault: Told): Promise<Part> {
  const world = await start(size);
  try {
    world.sandbox.faults.order({ service, call: name, times: timesOf(kind), fault });
    const told: string[] = [];
    const { problem } = await run(world.context);
    const { database, connection } = world.context;
    for (const { number, outcome } of await database.documents(connection.id)) {
      if (outcome.state === 'waiting' && outcome.cause === null && problem === null)
        told.push(`${number} waits for nothing`);
    }
    let { context } = world;
    for (const minutes of WAITS_MIN) {
      world.sandbox.clock.advance(minutes * MINUTE);
      const again = await run(context);
      // The user does as he is told, and goes on with what the browser knows.
      if (again.problem?.type === 'loginNeeded') context = { ...(await world.anotherBrowser()), database, connection };
    }
    const title = `${kind} at ${service} ${name}`;
    const part = await checkedAlone(title, world);
    told.push(...wrongPdfs(world));
    return {
      figures: { ...part.figures, faults: 1 },
      failures: [...told.map((one) => `${title}: ${one}`), ...part.failures],
    };
  } finally {
    await world.sandbox.close();
  }
}

export async function faults({ quick }: { readonly quick: boolean }): Promise<Part> {
  const calls = await callsOfARun();
  const combinations = calls.flatMap((call) => Object.entries(FAULTS).map(([kind, fault]) => ({ call, kind, fault })));
  const parts: Part[] = [];
  for (const [index, { call, kind, fault }] of combinations.entries()) {
    // A prime step passes by every call and every fault.
    if (quick && index % 17 !== 0) continue;
    parts.push(await withstand(call, kind, fault));
  }
  return joined([...parts, await outages({ quick })]);
}

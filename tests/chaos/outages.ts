/** A service that turns every call away for a while, from any call of a run on. */
import type { Fault } from '../sandbox/core/faults.ts';
import { run, type World } from '../unit/sync/world.ts';
import { joined } from './deaths.ts';
import type { Call } from './faults.ts';
import { checkedAlone } from './ledger-check.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';
import { startWhole, wrongPdfs } from './whole-world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Runs while the service is away, and after. */
const WAITS_AWAY_MIN = [0, 1, 3];
const WAITS_AFTER_MIN = [7, 61, 25 * 60];
/** A run asks for all its documents together, and for each of them four times at most. */
const MOST_WASTED = 4 * 12;
/** As the log of calls tells an answer that was cut, and those that were ordered. */
const FAILED: ReadonlySet<number> = new Set([0, 429, 503]);
const ENDLESS = 10_000;

type Service = Call['service'];
type Headers = Readonly<Record<string, string>>;

/** What the service tells of a ration. */
interface Ration {
  readonly remaining: number;
  /** Epoch milliseconds. */
  readonly resetAt: number;
}

const minuteHeaders: Readonly<Record<Service, (ration: Ration) => Headers>> = {
  teamleader: ({ remaining, resetAt }) => ({
    'x-ratelimit-limit': '200',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': new Date(resetAt).toISOString(),
  }),
  exact: ({ remaining, resetAt }) => ({
    'x-ratelimit-minutely-limit': '60',
    'x-ratelimit-minutely-remaining': String(remaining),
    'x-ratelimit-minutely-reset': String(resetAt),
  }),
};

const turnedAway = (headers: Headers): Fault => ({ kind: 'status', status: 429, headers, body: '', when: 'before' });

/** Exact alone counts days. */
const dayHeaders = ({ remaining, resetAt }: Ration): Headers => ({
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetAt),
});

type FaultAt = (now: number, service: Service) => Fault;

/** By what the service says, at a time in epoch milliseconds. */
const OUTAGES: Readonly<Record<string, FaultAt>> = {
  '429 without a word': () => turnedAway({}),
  '429 with Retry-After': () => turnedAway({ 'retry-after': '300' }),
  '429 with the minute used up': (now, service) =>
    turnedAway(minuteHeaders[service]({ remaining: 0, resetAt: now + 40 * SECOND })),
  '429 with a reset at hand': (now, service) =>
    turnedAway(minuteHeaders[service]({ remaining: 0, resetAt: now + 5 * SECOND })),
  '429 with calls left': (now, service) =>
    turnedAway(minuteHeaders[service]({ remaining: 49, resetAt: now + 40 * SECOND })),
  '503': () => ({ kind: 'status', status: 503, headers: {}, body: '', when: 'before' }),
  'no connection': () => ({ kind: 'cut', when: 'before' }),
};

const OUTAGES_OF: Readonly<Record<Service, typeof OUTAGES>> = {
  teamleader: OUTAGES,
  exact: {
    ...OUTAGES,
    '429 with the day used up': (now) => turnedAway(dayHeaders({ remaining: 0, resetAt: now + 2 * HOUR })),
  },
};

interface Outage {
  readonly service: Service;
  readonly kind: string;
  readonly faultAt: FaultAt;
  /** After so many calls of the service. */
  readonly at: number;
}

const start = (): Promise<World> => startWhole({ sleepIn });

async function withstand({ service, kind, faultAt, at }: Outage): Promise<Part> {
  const title = `${kind} from call ${at} of ${service} on`;
  const world = await start();
  try {
    const { sandbox, context } = world;
    sandbox.faults.order({ service, skip: at, times: ENDLESS, fault: faultAt(sandbox.clock.now(), service) });
    const told: string[] = [];
    for (const minutes of WAITS_AWAY_MIN) {
      sandbox.clock.advance(minutes * MINUTE);
      told.push(...(await wrongInARunWhileAway(world)));
    }
    sandbox.faults.clear();
    for (const minutes of WAITS_AFTER_MIN) {
      sandbox.clock.advance(minutes * MINUTE);
      await run(context);
    }
    const part = await checkedAlone(title, world);
    const wrong = [...told, ...wrongPdfs(world)].map((one) => `${title}: ${one}`);
    return { figures: { ...part.figures, faults: 1 }, failures: [...wrong, ...part.failures] };
  } finally {
    await world.sandbox.close();
  }
}

/** Nothing is blocked by what passes, what waits says for what, and few calls are wasted. */
async function wrongInARunWhileAway({ sandbox, context }: World): Promise<readonly string[]> {
  const { database, connection } = context;
  const before = sandbox.log.calls.length;
  const { problem, startedAt } = await run(context);
  const wasted = sandbox.log.calls.slice(before).filter(({ status }) => FAILED.has(status)).length;
  const outcomes = (await database.documents(connection.id)).map(({ number, outcome }) => ({ number, outcome }));
  return [
    ...(wasted > MOST_WASTED ? [`${wasted} calls were wasted in one run`] : []),
    ...(problem?.type === 'limitReached' && problem.until < startedAt ? ['it goes on at a time that is past'] : []),
    ...outcomes.flatMap(({ number, outcome }) => {
      if (outcome.state === 'blocked') return [`${number} is blocked by ${outcome.cause.type}`];
      return outcome.state === 'waiting' && outcome.cause === null ? [`${number} waits for nothing`] : [];
    }),
  ];
}

async function callsTo(service: Service): Promise<number> {
  const world = await start();
  try {
    const before = world.sandbox.log.calls.length;
    await run(world.context);
    return world.sandbox.log.calls.slice(before).filter((call) => call.service === service).length;
  } finally {
    await world.sandbox.close();
  }
}

export async function outages({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  for (const service of ['teamleader', 'exact'] as const) {
    const calls = await callsTo(service);
    for (const [index, [kind, faultAt]] of Object.entries(OUTAGES_OF[service]).entries()) {
      // A quick part meets each kind once, each at another call.
      const points = quick ? [(index * 5) % calls] : Array.from({ length: calls }, (_, at) => at);
      for (const at of points) parts.push(await withstand({ service, kind, faultAt, at }));
    }
  }
  return joined(parts);
}

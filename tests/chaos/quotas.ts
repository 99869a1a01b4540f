/** A thousand documents under the services' real rations, in simulated time: over days, and with Chrome closed in between. */
import type { RunRecord } from '../../lib/store/records.ts';
import type { Call } from '../sandbox/core/call-log.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startWorld } from '../unit/sync/world.ts';
import { Browser } from './browser.ts';
import { joined } from './deaths.ts';
import { checked } from './ledger-check.ts';
import type { Death } from './mortal.ts';
import { refusals } from './refusals.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Exact's rations of calls for one division. */
const EXACT_A_MINUTE = 60;
const EXACT_A_DAY = 5_000;
/** So many wake-ups are far more than any story needs. */
const MOST_WAKES = 200;

/** The clock goes on to the time of day, in UTC as Exact counts its days. */
function waitFor({ clock }: Sandbox, timeOfDay: number): void {
  clock.advance((timeOfDay - (clock.now() % DAY) + DAY) % DAY);
}

interface Story {
  readonly name: string;
  readonly documents: number;
  readonly startsAt: number;
  /** What another program of the same app has used of the first day's ration. */
  readonly spent: number;
  /** Awaits after which Chrome is closed, the one after the other. */
  readonly closedAfter: readonly number[];
  /** What the run must have told on its way. */
  readonly mustWait: boolean;
}

async function tell({ name, documents, startsAt, spent, closedAfter, mustWait }: Story): Promise<Part> {
  const world = await startWorld({ documents, speed: 1 }, { sleepIn });
  try {
    const { sandbox } = world;
    waitFor(sandbox, startsAt);
    if (spent > 0) sandbox.exact.spendCalls(spent);
    const from = sandbox.log.calls.length;
    const browser = new Browser(world.context);
    const deaths = closedAfter.map((at): Death => ({ at, when: 'after' }));
    const [first = null, ...later] = deaths;
    browser.reopen(world.reopened(), first);
    await browser.click();
    for (const death of [...later, null].slice(0, deaths.length)) {
      // Opened again after lunch.
      sandbox.clock.advance(HOUR);
      browser.reopen(world.reopened(), death);
      await browser.wake();
    }
    let wakes = 0;
    for (; browser.alarm !== null && wakes < MOST_WAKES; wakes += 1) {
      // Chrome was closed and opened again while it waited: the alarm is set again.
      browser.reopen(world.reopened());
      await browser.wake();
      sandbox.clock.advance(Math.max(0, (browser.alarm ?? 0) - sandbox.clock.now()));
      await browser.wake();
    }
    const calls = sandbox.log.calls.slice(from);
    const part = await checked(name, world);
    const wrong = [
      ...(browser.alarm === null ? [] : [`still woken after ${wakes} times`]),
      ...overRation(calls),
      ...untold(browser.told, mustWait),
    ];
    return { figures: part.figures, failures: [...part.failures, ...wrong.map((text) => `${name}: ${text}`)] };
  } finally {
    await world.sandbox.close();
  }
}

/** Counted from the call log, beside the stand-in's own refusals. */
function overRation(calls: readonly Call[]): string[] {
  const ofExact = calls.filter(({ service, isApi }) => service === 'exact' && isApi);
  const turnedAway = calls.filter(({ status }) => status === 429).length;
  return [
    ...(turnedAway === 0 ? [] : [`${turnedAway} calls were turned away`]),
    ...(most(ofExact, MINUTE) <= EXACT_A_MINUTE ? [] : [`${most(ofExact, MINUTE)} calls of Exact in a minute`]),
    ...(most(ofExact, DAY) <= EXACT_A_DAY ? [] : [`${most(ofExact, DAY)} calls of Exact in a day`]),
  ];
}

function most(calls: readonly Call[], length: number): number {
  const counts = new Map<number, number>();
  for (const { at } of calls) counts.set(Math.floor(at / length), (counts.get(Math.floor(at / length)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** Was progress told step by step, and the time when it goes on? */
function untold(told: readonly RunRecord[], mustWait: boolean): string[] {
  const steps = new Set(told.filter(({ phase }) => phase === 'booking').map(({ done }) => done));
  const total = Math.max(0, ...told.map((run) => run.total));
  const waits = told.filter(({ problem }) => problem?.type === 'limitReached');
  return [
    ...(steps.size > total / 2 ? [] : [`progress was told in ${steps.size} steps for ${total} documents`]),
    ...(waits.length > 0 === mustWait ? [] : [mustWait ? 'it never said when it goes on' : 'it waited for nothing']),
  ];
}

export async function quotas({ quick }: { readonly quick: boolean }): Promise<Part> {
  const documents = quick ? 120 : 1_000;
  const stories: readonly Story[] = [
    {
      name: 'the day’s ration nearly used up',
      documents,
      startsAt: 10 * HOUR,
      spent: EXACT_A_DAY - 100,
      closedAfter: [],
      mustWait: true,
    },
    {
      name: 'through midnight, closed twice',
      documents,
      startsAt: DAY - 2 * MINUTE,
      spent: 0,
      closedAfter: [documents, documents],
      mustWait: false,
    },
  ];
  const parts: Part[] = [];
  for (const story of stories) parts.push(await tell(story));
  return joined([...parts, await refusals({ quick })]);
}

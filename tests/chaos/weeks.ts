/** Three weeks in the life of a business, told by a seed: at their end both ledgers agree, counted in the sandbox. */
import type { AutomaticEvery } from '../../lib/automatic.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { Random } from '../sandbox/business/random.ts';
import { startWorld, type World } from '../unit/sync/world.ts';
import { Bookkeeping } from './bookkeeping.ts';
import { Browser } from './browser.ts';
import { joined } from './deaths.ts';
import type { Part } from './report.ts';
import { sleepIn } from './simulated-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 21;
const EVERY: AutomaticEvery = 240;
const OPENS_AT = 8;
const CLOSES_AFTER_H = 11;
const QUICK_SEEDS = 2;
const SEEDS = 20;

/** A browser that is opened in the morning and closed at night, and its user. */
class Chrome {
  readonly #world: World;
  readonly #connection: SyncContext['connection'];
  readonly #browser: Browser;
  /** What the browser works with, since its user has logged in again. */
  #loggedIn: SyncContext | null = null;

  constructor(world: World) {
    this.#world = world;
    this.#connection = {
      ...world.context.connection,
      firstSyncAt: world.sandbox.clock.now(),
      otherIntegration: 'off',
      automaticEvery: EVERY,
    };
    this.#browser = new Browser(this.#contextOf(world.context));
  }

  /** @param dyingAt the await of what follows at which the worker dies, or null */
  async open(dyingAt: number | null): Promise<void> {
    const death = dyingAt === null ? null : ({ at: dyingAt, when: dyingAt % 2 ? 'after' : 'before' } as const);
    this.#browser.reopen(this.#contextOf(this.#loggedIn ?? this.#world.reopened()), death);
    await this.#browser.wake();
    // The watchdog wakes a worker that died.
    if (death !== null) await this.open(null);
    await this.#logInWhereNeeded();
  }

  click(): Promise<void> {
    return this.#browser.click();
  }

  /** The alarm rings, if it was set for before then. */
  async pass(until: number): Promise<void> {
    const { clock } = this.#world.sandbox;
    for (let rings = 0; rings < 20; rings += 1) {
      const { alarm } = this.#browser;
      if (alarm === null || alarm > until) break;
      clock.advance(Math.max(0, alarm - clock.now()));
      await this.#browser.wake();
    }
    clock.advance(Math.max(0, until - clock.now()));
  }

  #contextOf(context: SyncContext): SyncContext {
    return { ...context, connection: this.#connection };
  }

  /** The user does as he is told. */
  async #logInWhereNeeded(): Promise<void> {
    const { database } = this.#world.context;
    const [last] = await database.runs(1);
    if (last?.problem?.type !== 'loginNeeded') return;
    this.#loggedIn = { ...(await this.#world.anotherBrowser()), database };
    this.#browser.reopen(this.#contextOf(this.#loggedIn));
    await this.#browser.goOnAfterLogin();
  }
}

/** What else may befall a day. */
function befall(random: Random, { sandbox }: World): void {
  const { exact, teamleader, faults } = sandbox;
  if (random.chance(0.1)) exact.revokeTokens();
  if (random.chance(0.1)) teamleader.revokeTokens();
  if (random.chance(0.06)) exact.spendCalls(4_960);
  if (!random.chance(0.3)) return;
  const when = random.pick(['before', 'after'] as const);
  const call = random.pick([
    { service: 'exact', call: 'POST salesentry/SalesEntries' },
    { service: 'exact', call: 'GET sync/Cashflow/PaymentTerms' },
    { service: 'teamleader', call: 'invoices.registerPayment' },
    { service: 'teamleader', call: 'invoices.list' },
  ] as const);
  const fault = random.pick([{ kind: 'cut', when } as const, { kind: 'status', status: 503, when } as const]);
  faults.order({ ...call, times: random.whole(1, 3), fault });
}

async function live(seed: number): Promise<Part> {
  // Of another row than the business's own, which would give the same ids.
  const random = new Random(seed + 1_000_000);
  const switches = {
    exactPartsAsRows: random.chance(0.7),
    exactDifference: random.pick(['entry', 'line'] as const),
    refusesOverpayment: random.chance(0.5),
  };
  const world = await startWorld({ seed, documents: 24, speed: 1, switches }, { sleepIn });
  try {
    const { clock } = world.sandbox;
    const chrome = new Chrome(world);
    const business = new Bookkeeping(world.sandbox, random);
    await chrome.click();
    for (let day = 1; day <= DAYS; day += 1) {
      clock.advance((OPENS_AT * HOUR - (clock.now() % (24 * HOUR)) + 24 * HOUR) % (24 * HOUR) || 24 * HOUR);
      // Now and then nobody opens the browser for a day.
      const isAway = random.chance(0.15);
      if (!isAway) await chrome.open(random.chance(0.3) ? random.whole(0, 80) : null);
      for (let hours = 0; hours < CLOSES_AFTER_H; hours += 3) {
        business.work(day);
        befall(random, world);
        if (isAway) clock.advance(3 * HOUR);
        else await chrome.pass(clock.now() + 3 * HOUR);
        if (!isAway && random.chance(0.1)) await chrome.click();
      }
    }
    // Nothing befalls any more, and what was left comes to its end.
    world.sandbox.faults.clear();
    for (let days = 0; days < 3; days += 1) {
      await chrome.open(null);
      await chrome.pass(clock.now() + 25 * HOUR);
    }
    await chrome.click();
    const records = await world.context.database.documents(world.context.connection.id);
    const intents = await world.context.database.intents(world.context.connection.id);
    const { figures, failures } = business.agree(records);
    const wrong = [...failures, ...world.sandbox.defects.filter((defect) => !defect.includes('error quota'))];
    return {
      figures: { ...figures, openIntents: intents.length, businessWeeks: DAYS / 7 },
      failures: wrong.map((text) => `weeks, seed ${seed}: ${text}`),
    };
  } finally {
    await world.sandbox.close();
  }
}

export async function weeks({ quick }: { readonly quick: boolean }): Promise<Part> {
  const parts: Part[] = [];
  for (let seed = 1; seed <= (quick ? QUICK_SEEDS : SEEDS); seed += 1) parts.push(await live(seed));
  return joined(parts);
}

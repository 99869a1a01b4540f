/** Three weeks in the life of a business, told by a seed: at their end both ledgers agree, counted in the sandbox. */
import type { AutomaticEvery } from '../../lib/automatic.ts';
import type { SyncContext } from '../../lib/sync/context.ts';
import { Runner } from '../../lib/sync/runner.ts';
import { Random } from '../sandbox/business/random.ts';
import { startWorld, type World } from '../unit/sync/world.ts';
import { Bookkeeping } from './bookkeeping.ts';
import { joined } from './deaths.ts';
import { Dead, mortal } from './mortal.ts';
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

/** A browser that is opened in the morning and closed at night, with the one alarm that wakes its worker. */
class Chrome {
  readonly #world: World;
  readonly #connection: SyncContext['connection'];
  /** What the browser works with, since its user has logged in again. */
  #loggedIn: SyncContext | null = null;
  #runner: Runner;
  #alarm: number | null = null;
  #ending: Promise<void> = Promise.resolve();

  constructor(world: World) {
    this.#world = world;
    this.#connection = {
      ...world.context.connection,
      firstSyncAt: world.sandbox.clock.now(),
      otherIntegration: 'off',
      automaticEvery: EVERY,
    };
    this.#runner = this.#runnerOf(this.#contextOf(world.context));
  }

  /** Nothing is left but what is stored. @param dyingAt the await of what follows at which the worker dies, or null */
  async open(dyingAt: number | null): Promise<void> {
    const context = this.#contextOf(this.#loggedIn ?? this.#world.reopened());
    const dying =
      dyingAt === null ? context : mortal(context, { at: dyingAt, when: dyingAt % 2 ? 'after' : 'before' }).context;
    this.#alarm = null;
    this.#runner = this.#runnerOf(dying);
    await this.#settled(() => this.#runner.goOn());
    // The watchdog wakes a worker that died.
    if (dyingAt !== null) await this.open(null);
    await this.#logInWhereNeeded();
  }

  async click(): Promise<void> {
    await this.#settled(async () => void (await this.#runner.start('click')));
  }

  /** The alarm rings, if it was set for before then. */
  async pass(until: number): Promise<void> {
    const { clock } = this.#world.sandbox;
    for (let rings = 0; this.#alarm !== null && this.#alarm <= until && rings < 20; rings += 1) {
      clock.advance(Math.max(0, this.#alarm - clock.now()));
      this.#alarm = null;
      await this.#settled(() => this.#runner.goOn());
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
    this.#runner = this.#runnerOf(this.#contextOf(this.#loggedIn));
    await this.#settled(() => this.#runner.goOnAfterLogin());
  }

  async #settled(begin: () => Promise<void>): Promise<void> {
    try {
      await begin();
      await this.#ending;
    } catch (error) {
      if (!(error instanceof Dead)) throw error;
    }
  }

  #runnerOf(context: SyncContext): Runner {
    return new Runner({
      database: context.database,
      now: context.now,
      newId: () => crypto.randomUUID(),
      contexts: async () => [context],
      // Resolves when whoever holds the name lets go of it: nobody waits for that here.
      lockIfFree: async (_, task) => {
        void task();
        return true;
      },
      lock: (_, task) => task(),
      stayAwake: (task) => {
        this.#ending = task();
        return this.#ending;
      },
      wakeAt: async (at) => {
        this.#alarm = at;
      },
      onChange: () => undefined,
      onEnd: async () => undefined,
    });
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

/** Imports against the stand-ins over real HTTP, without a browser: what was made, seen in the ledgers. */

import { ok } from '../../../lib/result.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import type { ImportContext } from '../../../lib/sync/import-look.ts';
import { Importer } from '../../../lib/sync/importer.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import type { CustomerRecord } from '../../sandbox/teamleader/ledger/customers.ts';
import { startWorld, type World } from './world.ts';

export const importOptions: SandboxOptions = { documents: 20, inExactAlone: 40, speed: 60 };

export const importContext = (
  { connection, teamleader, exact, database, now }: SyncContext,
  random = 0,
): ImportContext => ({
  division: connection.division.code,
  teamleaderUser: 'user',
  teamleader,
  exact,
  database,
  now,
  random: () => random,
});

/** A browser with its importer and its one alarm. */
export class ImportBrowser {
  readonly importer: Importer;
  readonly division: number;
  alarm: number | null = null;
  #working: Promise<unknown> = Promise.resolve();

  constructor(context: ImportContext) {
    const held = new Set<string>();
    this.division = context.division;
    this.importer = new Importer({
      database: context.database,
      now: context.now,
      contextOf: async () => ok(context),
      lockIfFree: (name, task) => {
        if (held.has(name)) return Promise.resolve(false);
        held.add(name);
        const working = task().finally(() => held.delete(name));
        this.#working = Promise.allSettled([this.#working, working]);
        return working.then(() => true);
      },
      stayAwake: (task) => task(),
      wakeAt: async (at) => {
        this.alarm = at;
      },
      onChange: () => undefined,
    });
  }

  async plan(): Promise<void> {
    await this.importer.plan(this.division);
    await this.settled();
  }

  async start(): Promise<void> {
    await this.importer.start(this.division);
    await this.settled();
  }

  /** The worker starts, or an alarm rings. */
  async wake(): Promise<void> {
    await this.importer.goOn();
    await this.settled();
  }

  async settled(): Promise<void> {
    for (let before: unknown = null; before !== this.#working; ) {
      before = this.#working;
      await new Promise(setImmediate);
      await this.#working;
    }
  }

  head = () => this.importer.head(this.division);
}

export const startImportWorld = (
  options: SandboxOptions = {},
  surroundings?: Parameters<typeof startWorld>[1],
): Promise<World> => startWorld({ ...importOptions, ...options }, surroundings);

export const customersIn = ({ sandbox }: World): CustomerRecord[] => [...sandbox.teamleader.ledger.customers.values()];

/** What was brought in from Exact bears its account's id. */
export const importedIn = (world: World): CustomerRecord[] =>
  customersIn(world).filter(({ remarks }) => remarks?.startsWith('Exact Online'));

/** Accounts of which two customers were made. */
export function twiceIn(world: World): string[] {
  const marks = importedIn(world).map(({ remarks }) => remarks ?? '');
  return marks.filter((mark, index) => marks.indexOf(mark) !== index);
}

export const addCalls = ({ sandbox }: World): number =>
  (sandbox.log.counts('teamleader')['companies.add'] ?? 0) + (sandbox.log.counts('teamleader')['contacts.add'] ?? 0);

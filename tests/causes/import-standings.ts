/** Customers whom an import leaves out, or asks about: each reason with what brings it about. */
import type { ImportStanding } from '../../lib/import-messages.ts';
import { viewImportItems } from '../../lib/views/import-view.ts';
import type { Fields } from '../sandbox/exact/ledger.ts';
import { customersIn, ImportBrowser, importContext, importedIn } from '../unit/sync/import-world.ts';
import type { World } from '../unit/sync/world.ts';

type NameOf<S> = S extends { readonly is: infer I extends string; readonly why: infer W extends string }
  ? `${I} ${W}`
  : never;
/** `left blocked`, `ask nameKnown` ... */
export type StandingName = NameOf<ImportStanding>;

interface StandingCase {
  /** @returns the account that it is about */
  readonly happen: (world: World, browser: ImportBrowser) => string | Promise<string>;
}

const DAY_MS = 24 * 60 * 60_000;

const NOBODY = { Name: 'Jan Zonder Meer', Status: 'C', Blocked: false } as const;

const put = ({ sandbox }: World, change: Fields = {}): string =>
  sandbox.exact.ledger.putAccount(null, { ...NOBODY, ...change }).id;

export const STANDING_CASES: Readonly<Record<StandingName, StandingCase>> = {
  'left notCustomer': { happen: (world) => put(world, { Status: null }) },
  'left blocked': { happen: (world) => put(world, { Blocked: true }) },
  'left noName': { happen: (world) => put(world, { Name: '-' }) },
  'left answer': {
    happen: async (world, browser) => {
      const { importer, division } = browser;
      const account = put(world);
      await browser.plan();
      await importer.answer(division, account, { do: 'skip' });
      return account;
    },
  },
  'ask nameKnown': {
    happen: (world) => put(world, { Name: customersIn(world).find(({ type }) => type === 'contact')?.name ?? '' }),
  },
  'ask nameTwice': {
    happen: (world) => {
      put(world);
      return put(world);
    },
  },
  // It was brought in, and removed in Teamleader since.
  'ask gone': {
    happen: async (world, browser) => {
      const account = put(world);
      await browser.plan();
      await browser.start();
      const [made] = importedIn(world).filter(({ name }) => name === NOBODY.Name);
      world.sandbox.teamleader.ledger.removeCustomer(made?.id ?? '');
      // What was removed is seen once all is read again.
      world.sandbox.clock.advance(DAY_MS);
      return account;
    },
  },
};

/** How the import says that the account stands. */
export async function standingIn({ happen }: StandingCase, world: World): Promise<ImportStanding | null> {
  const browser = new ImportBrowser(importContext(world.context));
  const accountId = await happen(world, browser);
  await browser.plan();
  const planned = await browser.importer.planned(browser.division);
  if (planned === null) return null;
  const { items } = viewImportItems(planned, '', null);
  return items.find((item) => item.accountId === accountId)?.standing ?? null;
}

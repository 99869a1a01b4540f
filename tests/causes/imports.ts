/** An import that cannot go on at once. */
import type { ImportContext } from '../../lib/sync/import-look.ts';
import { ImportBrowser, importContext } from '../unit/sync/import-world.ts';
import type { Case, CaseName, Told } from './case.ts';

const options = { documents: 1, inExactAlone: 8 };

async function importTells(context: ImportContext): Promise<readonly (Told | null)[]> {
  const browser = new ImportBrowser(context);
  await browser.plan();
  await browser.start();
  return [(await browser.head()).problem];
}

export const IMPORTS = {
  importAnswerLost: {
    options,
    happen: ({ sandbox }) => {
      for (const call of ['companies.add', 'contacts.add'])
        sandbox.faults.order({ service: 'teamleader', call, skip: 1, fault: { kind: 'cut', when: 'before' } });
    },
    tried: (context) => importTells(importContext(context)),
  },
  // After our first one a colleague's browser makes all that is left.
  colleagueImporting: {
    options,
    tried: async (context, world) => {
      const mine = importContext(context);
      const { teamleader } = mine;
      let added = 0;
      const addCustomer: typeof teamleader.addCustomer = async (draft) => {
        const one = await teamleader.addCustomer(draft);
        added += 1;
        if (added === 1) await importTells(importContext(await world.anotherBrowser()));
        return one;
      };
      return importTells({ ...mine, teamleader: { ...teamleader, addCustomer } });
    },
  },
} satisfies Partial<Record<CaseName, Case>>;

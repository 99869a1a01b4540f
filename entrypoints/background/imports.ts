import type { ImportAnswers } from '../../lib/import-messages.ts';
import type { TrustedRequest } from '../../lib/messages.ts';
import type { Cause, Service } from '../../lib/outcome.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { isAnotherUser, type ServiceAccesses } from '../../lib/setup/setup.ts';
import type { Database } from '../../lib/store/database.ts';
import type { Item, Settings } from '../../lib/store/settings.ts';
import type { ImportContext } from '../../lib/sync/import-look.ts';
import { Importer } from '../../lib/sync/importer.ts';
import { viewImport, viewImportHistory, viewImportItems } from '../../lib/views/import-view.ts';
import { lockIfFree, stayAwake, wakeImportAt } from './awake.ts';
import { tellChanged } from './tell.ts';

type ImportRequest = Extract<TrustedRequest, { type: `import/${string}` }>;

export const isImportRequest = (request: TrustedRequest): request is ImportRequest =>
  request.type.startsWith('import/');

export interface Imports {
  answer(request: ImportRequest): Promise<ImportAnswers[ImportRequest['type']]>;
  goOn(): Promise<void>;
}

/** Brings Exact's customers into Teamleader, as the popup and the options page ask for it. */
export function createImports(settings: Item<Settings>, database: Database, services: ServiceAccesses): Imports {
  const contextOf = async (division: number): Promise<Result<ImportContext, Cause>> => {
    const [teamleader, exact] = await Promise.all([services.teamleader.client(), services.exact.client()]);
    const { connections, users } = await settings.read();
    // Whoever used a connection with the division so far is to go on with it, or to be said to be right.
    const ofDivision = connections.filter((one) => one.division.code === division);
    const isHeld = (service: Service) => ofDivision.some((one) => isAnotherUser(one, users, service));
    if (teamleader === null || isHeld('teamleader')) return err({ type: 'loginNeeded', service: 'teamleader' });
    if (exact === null || isHeld('exact')) return err({ type: 'loginNeeded', service: 'exact' });
    return ok({
      division,
      teamleaderUser: users.teamleader?.id ?? '',
      teamleader,
      exact: exact.inDivision(division),
      database,
      now: Date.now,
      random: Math.random,
    });
  };

  const importer = new Importer({
    database,
    now: Date.now,
    contextOf,
    lockIfFree,
    stayAwake,
    wakeAt: wakeImportAt,
    onChange: tellChanged,
  });

  const view = async (division: number) => {
    const head = await importer.head(division);
    // While it runs its progress says enough, and is told often.
    const planned = head.wants === null && head.plannedAt !== null ? await importer.planned(division) : null;
    return viewImport(head, planned, importer.isCreating(division), Date.now());
  };

  return {
    goOn: () => importer.goOn(),

    async answer(request) {
      const { division } = request;
      switch (request.type) {
        case 'import/view':
          return view(division);
        case 'import/choose':
          await importer.change(division, (head) => ({ ...head, choice: request.choice }));
          if (request.choice === 'no') await importer.pause(division);
          return view(division);
        case 'import/unnumbered':
          await importer.change(division, (head) => ({ ...head, unnumberedAs: request.as }));
          return view(division);
        case 'import/plan':
          await importer.plan(division);
          return view(division);
        case 'import/start':
          await importer.start(division);
          return view(division);
        case 'import/pause':
          await importer.pause(division);
          return view(division);
        case 'import/answer':
          await importer.answer(division, request.accountId, request.answer);
          return view(division);
        case 'import/items': {
          const planned = await importer.planned(division);
          return planned === null ? { items: [], found: 0 } : viewImportItems(planned, request.sought, request.filter);
        }
        case 'import/history':
          return viewImportHistory((await database.imports.rows(division, Date.now())).values());
      }
    },
  };
}

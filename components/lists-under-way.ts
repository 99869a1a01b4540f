import type { SetupRequest } from './foresee.ts';
import { useSetup } from './setup-store.ts';

/** Leads to other lists than those shown: of another company entity or division. */
export const leadsToOtherLists = (request: SetupRequest): boolean =>
  request.type === 'setup/change' &&
  (request.draft.companyEntityId !== undefined || request.draft.divisionCode !== undefined);

const readsListsAgain = (request: SetupRequest): boolean => request.type === 'setup/view' && request.reload;

export const useOtherListsComing = (): boolean => useSetup(({ asked }) => asked.some(leadsToOtherLists));
export const useListsReadAgain = (): boolean => useSetup(({ asked }) => asked.some(readsListsAgain));

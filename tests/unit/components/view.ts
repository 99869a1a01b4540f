import { EMPTY_DRAFT, NEW_DRAFT } from '../../../lib/connection-draft.ts';
import type { ServiceView, SetupView } from '../../../lib/messages.ts';

const service: ServiceView = {
  state: 'noKeys',
  user: null,
  isAnotherUser: false,
  clientId: null,
  hasSecret: false,
  preset: 'nothing',
  redirectUrl: 'https://id.chromiumapp.org/',
  keyTest: null,
  problem: null,
};

/** What a fresh background answers. */
export const FRESH: SetupView = {
  services: { teamleader: service, exact: service },
  region: 'nl',
  isRegionPreset: false,
  connections: [],
  unsaved: [],
  editing: NEW_DRAFT,
  proposals: null,
  draft: EMPTY_DRAFT,
  choices: { companyEntities: [], divisions: [], journals: [], vatLinks: [], glAccounts: [], paymentTerms: [] },
  rights: [],
  othersEntries: null,
  isImportDone: false,
  choicesProblem: null,
  problems: ['teamleaderNotConnected', 'exactNotConnected'],
  connection: null,
  isSaved: false,
  notify: 'all',
  notifyPaid: false,
  historyMonths: 24,
  sync: { run: null, attention: 0, held: [] },
};

export const withDraft = (draft: Partial<SetupView['draft']>): SetupView => ({
  ...FRESH,
  proposals: null,
  draft: { ...EMPTY_DRAFT, ...draft },
});

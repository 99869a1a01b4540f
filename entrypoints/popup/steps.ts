import type { SetupStep as StepName } from '../../lib/fix.ts';
import type { SetupProblem, SetupView } from '../../lib/messages.ts';

export type { StepName };

interface SetupStep {
  readonly name: StepName;
  /** What it takes beyond what keeps the set-up from being saved. */
  readonly isDone?: (view: SetupView) => boolean;
}

/** The set-up in its order. */
export const STEPS: readonly SetupStep[] = [
  { name: 'teamleader' },
  { name: 'exact' },
  { name: 'entity' },
  { name: 'division' },
  { name: 'other', isDone: ({ draft }) => draft.otherIntegration === 'off' },
  { name: 'import', isDone: ({ isImportDone }) => isImportDone },
  { name: 'vat' },
  { name: 'accounts' },
  { name: 'terms', isDone: ({ choices, isSaved }) => isSaved || HAS_CHOICES.terms(choices) },
  { name: 'firstSync', isDone: ({ connection }) => Boolean(connection?.firstSyncAt) },
  { name: 'automatic', isDone: ({ connection }) => Boolean(connection?.automaticEvery) },
];

/** The step in which it is put right. */
export const STEP_OF: Readonly<Record<SetupProblem, StepName>> = {
  teamleaderNotConnected: 'teamleader',
  exactNotConnected: 'exact',
  companyEntityMissing: 'entity',
  startDateMissing: 'entity',
  divisionMissing: 'division',
  alreadyConnected: 'division',
  invoiceJournalMissing: 'division',
  creditNoteJournalMissing: 'division',
  journalsEqual: 'division',
  vatLinksMissing: 'vat',
  vatLinkUnusable: 'vat',
  revenueAccountMissing: 'accounts',
};

export const isStepDone = ({ name, isDone = () => true }: SetupStep, view: SetupView): boolean =>
  !view.problems.some((problem) => STEP_OF[problem] === name) && isDone(view);

/** The steps in which something is chosen from lists that the services give, in their order. */
const LIST_STEPS = ['entity', 'division', 'vat', 'accounts', 'terms'] as const;
export type ListStep = (typeof LIST_STEPS)[number];

const OF_DIVISION: ReadonlySet<StepName> = new Set<ListStep>(['vat', 'accounts', 'terms']);

/** Do its lists hang on the company entity and the division that are chosen? */
export const isOfDivision = (step: StepName): boolean => OF_DIVISION.has(step);

const HAS_CHOICES: Readonly<Record<ListStep, (choices: SetupView['choices']) => boolean>> = {
  entity: ({ companyEntities }) => companyEntities.length > 0,
  division: ({ divisions }) => divisions.length > 0,
  vat: ({ vatLinks }) => vatLinks.some(({ vatCodes }) => vatCodes.length > 0),
  accounts: ({ glAccounts }) => glAccounts.length > 0,
  // What is chosen there is in no list; the terms become conditions of a division whose lists are read.
  terms: ({ paymentTerms, glAccounts }) => paymentTerms.length > 0 && glAccounts.length > 0,
};

/**
 * What a step waits for that has nothing to choose from yet; null: for nothing.
 * @param areComing other lists are under way; what was answered without one stays empty until they are read again
 */
export function waitOf(
  { draft, choices, choicesProblem }: SetupView,
  step: ListStep,
  areComing: boolean,
): 'needsDivision' | 'loading' | 'needsLists' | 'nothingThere' | null {
  if (HAS_CHOICES[step](choices)) return null;
  if (isOfDivision(step) && (draft.companyEntityId === null || draft.divisionCode === null)) return 'needsDivision';
  if (choicesProblem !== null) return 'needsLists';
  if (areComing) return 'loading';
  return step === 'terms' ? null : 'nothingThere';
}

/** One for invoices, one for credit notes. */
const JOURNALS_NEEDED = 2;

/** How many journals of the division can be chosen, where they are too few; else null. */
export function tooFewJournals({ draft, choices, choicesProblem }: SetupView, areComing: boolean): number | null {
  if (areComing || draft.divisionCode === null || choices.divisions.length === 0 || choicesProblem !== null)
    return null;
  const usable = choices.journals.filter(({ unusable }) => unusable === null).length;
  return usable < JOURNALS_NEEDED ? usable : null;
}

/** The step in which the lists can be read again: the first that lacks something. All of them are read at once. */
export const reloadStep = (view: SetupView, areComing: boolean): ListStep | null =>
  LIST_STEPS.find(
    (step) =>
      waitOf(view, step, areComing) === 'nothingThere' ||
      (step === 'division' && tooFewJournals(view, areComing) !== null),
  ) ?? null;

const LOGINS: ReadonlySet<SetupProblem> = new Set(['teamleaderNotConnected', 'exactNotConnected']);

/** What can be done something about now: before the log-ins, nothing else can. */
export function problemsNow(problems: readonly SetupProblem[]): readonly SetupProblem[] {
  const logins = problems.filter((problem) => LOGINS.has(problem));
  return logins.length > 0 ? logins : problems;
}

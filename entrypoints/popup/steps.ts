import type { SetupStep as StepName } from '../../lib/fix.ts';
import type { SetupProblem, SetupView } from '../../lib/messages.ts';

export type { StepName };

interface SetupStep {
  readonly name: StepName;
  /** What keeps it from being done. */
  readonly problems: readonly SetupProblem[];
  /** What it takes beyond that, where it does not keep the set-up from being saved. */
  readonly isDone?: (view: SetupView) => boolean;
}

/** The set-up in its order. */
export const STEPS: readonly SetupStep[] = [
  { name: 'teamleader', problems: ['teamleaderNotConnected'] },
  { name: 'exact', problems: ['exactNotConnected'] },
  { name: 'entity', problems: ['companyEntityMissing', 'startDateMissing'] },
  {
    name: 'division',
    problems: [
      'divisionMissing',
      'alreadyConnected',
      'invoiceJournalMissing',
      'creditNoteJournalMissing',
      'journalsEqual',
    ],
  },
  { name: 'other', problems: [], isDone: ({ draft }) => draft.otherIntegration === 'off' },
  { name: 'import', problems: [], isDone: ({ isImportDone }) => isImportDone },
  { name: 'vat', problems: ['vatLinksMissing', 'vatLinkUnusable'] },
  { name: 'accounts', problems: ['revenueAccountMissing'] },
  {
    name: 'terms',
    problems: [],
    isDone: ({ choices }) => choices.paymentTerms.length > 0 && choices.glAccounts.length > 0,
  },
  { name: 'firstSync', problems: [], isDone: ({ connection }) => Boolean(connection?.firstSyncAt) },
  { name: 'automatic', problems: [], isDone: ({ connection }) => Boolean(connection?.automaticEvery) },
];

export const isStepDone = ({ problems, isDone = () => true }: SetupStep, view: SetupView): boolean =>
  !view.problems.some((problem) => problems.includes(problem)) && isDone(view);

/**
 * What a step waits for that has nothing to choose from yet; null: for nothing.
 * @param isAsking an answer is under way; what was answered without one stays empty until the lists are read again
 */
export function waitOf(
  { draft, choices, choicesProblem }: SetupView,
  list: 'glAccounts' | 'vatLinks',
  isAsking: boolean,
): 'needsDivision' | 'loading' | 'needsLists' | 'nothingThere' | null {
  if (choices[list].length > 0) return null;
  if (draft.companyEntityId === null || draft.divisionCode === null) return 'needsDivision';
  if (choicesProblem !== null) return 'needsLists';
  return isAsking ? 'loading' : 'nothingThere';
}

export const stepOf = (problem: SetupProblem): StepName | undefined =>
  STEPS.find((step) => step.problems.includes(problem))?.name;

const LOGINS: ReadonlySet<SetupProblem> = new Set(['teamleaderNotConnected', 'exactNotConnected']);

/** What can be done something about now: before the log-ins, nothing else can. */
export function problemsNow(problems: readonly SetupProblem[]): readonly SetupProblem[] {
  const logins = problems.filter((problem) => LOGINS.has(problem));
  return logins.length > 0 ? logins : problems;
}

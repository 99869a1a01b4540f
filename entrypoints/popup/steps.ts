import type { SetupProblem } from '../../lib/messages.ts';

export type StepName = 'teamleader' | 'exact' | 'entity' | 'division' | 'vat' | 'accounts';

interface SetupStep {
  /** Also the id of its section. */
  readonly name: StepName;
  /** What keeps it from being done. */
  readonly problems: readonly SetupProblem[];
}

/** The set-up in its order. */
export const STEPS: readonly SetupStep[] = [
  { name: 'teamleader', problems: ['teamleaderNotConnected'] },
  { name: 'exact', problems: ['exactNotConnected'] },
  { name: 'entity', problems: ['companyEntityMissing', 'startDateMissing'] },
  {
    name: 'division',
    problems: ['divisionMissing', 'invoiceJournalMissing', 'creditNoteJournalMissing', 'journalsEqual'],
  },
  { name: 'vat', problems: ['vatLinksMissing', 'vatLinkUnusable'] },
  { name: 'accounts', problems: ['revenueAccountMissing'] },
];

export const isStepDone = (step: SetupStep, problems: readonly SetupProblem[]): boolean =>
  !problems.some((problem) => step.problems.includes(problem));

export const stepOf = (problem: SetupProblem): StepName | undefined =>
  STEPS.find((step) => step.problems.includes(problem))?.name;

const LOGINS: ReadonlySet<SetupProblem> = new Set(['teamleaderNotConnected', 'exactNotConnected']);

/** What can be done something about now: before the log-ins, nothing else can. */
export function problemsNow(problems: readonly SetupProblem[]): readonly SetupProblem[] {
  const logins = problems.filter((problem) => LOGINS.has(problem));
  return logins.length > 0 ? logins : problems;
}

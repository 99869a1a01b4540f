import { type ReactNode, useId, useState } from 'react';
import { Button, Notice } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import type { SetupProblem, SetupView } from '../../lib/messages.ts';
import { AccountsFields, DivisionFields, EntityFields, VatFields } from './MappingFields.tsx';
import { ServiceFields } from './ServiceFields.tsx';

const { setup } = texts;

/** Which problems belong to which step: a step without one is done. */
const STEPS: readonly { readonly title: string; readonly problems: readonly SetupProblem[] }[] = [
  { title: setup.stepTeamleader, problems: ['teamleaderNotConnected'] },
  { title: setup.stepExact, problems: ['exactNotConnected'] },
  { title: setup.stepEntity, problems: ['companyEntityMissing', 'startDateMissing'] },
  {
    title: setup.stepDivision,
    problems: ['divisionMissing', 'invoiceJournalMissing', 'creditNoteJournalMissing', 'journalsEqual'],
  },
  { title: setup.stepVat, problems: ['vatLinksMissing'] },
  { title: setup.stepAccounts, problems: ['revenueAccountMissing'] },
];

interface SetupStepsProps {
  readonly view: SetupView;
  /** Null while there is nothing to go back to. */
  readonly onBack: (() => void) | null;
}

/** The checklist: what is done and what is missing, every choice kept the moment it is made. */
export function SetupSteps({ view, onBack }: SetupStepsProps) {
  const isBothConnected = view.services.teamleader.state === 'connected' && view.services.exact.state === 'connected';
  const isLater = !isBothConnected && setup.needsLogins;
  const hasDivision = view.choices.glAccounts.length > 0;
  const isDivisionLater = isLater || (!hasDivision && setup.needsDivision);
  const contents: readonly ReactNode[] = [
    <ServiceFields key="teamleader" service="teamleader" view={view} />,
    <ServiceFields key="exact" service="exact" view={view} />,
    isLater || <EntityFields key="entity" view={view} />,
    isLater || <DivisionFields key="division" view={view} />,
    isDivisionLater || <VatFields key="vat" view={view} />,
    isDivisionLater || <AccountsFields key="accounts" view={view} />,
  ];
  return (
    <>
      <header className="head">
        <h1>{setup.title}</h1>
        {onBack !== null && (
          <Button look="plain" onClick={onBack}>
            {texts.home.back}
          </Button>
        )}
      </header>
      {view.choicesProblem !== null && <ChoicesProblem view={view} />}
      <ol className="steps">
        {STEPS.map((step, index) => (
          <Step
            key={step.title}
            title={step.title}
            isDone={!view.problems.some((problem) => step.problems.includes(problem))}
          >
            {contents[index]}
          </Step>
        ))}
      </ol>
      <Foot view={view} />
    </>
  );
}

interface StepProps {
  readonly title: string;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

function Step({ title, isDone, children }: StepProps) {
  const id = useId();
  return (
    <li>
      <section className="step" aria-labelledby={id}>
        <div className="step-head">
          <span className={isDone ? 'dot is-good' : 'dot'} />
          <h2 id={id}>{title}</h2>
        </div>
        {typeof children === 'string' ? <p className="soft">{children}</p> : children}
      </section>
    </li>
  );
}

function ChoicesProblem({ view }: { readonly view: SetupView }) {
  const ask = useSetup((state) => state.ask);
  if (view.choicesProblem === null) return null;
  const { text, fix } = describeCause(view.choicesProblem, texts, language);
  return (
    <Notice tone="attention">
      <p>
        {text} {fix}
      </p>
      <Button look="plain" onClick={() => void ask({ type: 'setup/view', reload: true })}>
        {setup.reload}
      </Button>
    </Notice>
  );
}

/** Saving is safe to press any number of times; what keeps it from being saved is said when it is pressed. */
function Foot({ view }: { readonly view: SetupView }) {
  const ask = useSetup((state) => state.ask);
  const isSaving = useSetup((state) => state.pending.has('setup/save'));
  const [wasPressed, setPressed] = useState(false);
  const save = () => {
    setPressed(true);
    void ask({ type: 'setup/save' });
  };
  return (
    <footer className="foot">
      {wasPressed && view.problems.length > 0 && (
        <Notice tone="attention">
          {setup.missing}
          <ul>
            {view.problems.map((problem) => (
              <li key={problem}>{texts.problem[problem]}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="row">
        <Button look="primary" isBusy={isSaving} onClick={save}>
          {setup.save}
        </Button>
        <span role="status" className="soft">
          {view.isSaved ? setup.saved : setup.unsaved}
        </span>
      </div>
    </footer>
  );
}

import type { ReactNode } from 'react';
import { Brand, Button, Notice } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { language, texts } from '../../components/texts.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import type { SetupView } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';
import { AutomaticFields, FirstSync, OtherIntegrationFields } from './AutomaticFields.tsx';
import { AccountsFields, DivisionFields, EntityFields, TermsFields, VatFields } from './MappingFields.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { isStepDone, STEPS, type StepName } from './steps.ts';

const { setup } = texts;

interface SetupStepsProps {
  readonly view: SetupView;
  /** Null while there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  readonly onSaved: () => void;
}

/** The checklist: what is done and what is missing, every choice kept the moment it is made. */
export function SetupSteps({ view, onBack, onSaved }: SetupStepsProps) {
  const contents = contentsOf(view);
  return (
    <>
      <header className="head">
        <Brand />
        {onBack !== null && (
          <Button look="plain" onClick={onBack}>
            {texts.home.back}
          </Button>
        )}
      </header>
      {view.choicesProblem !== null && <ChoicesProblem cause={view.choicesProblem} />}
      <ol className="steps">
        {STEPS.map((step, index) => (
          <Step key={step.name} name={step.name} number={index + 1} isDone={isStepDone(step, view)}>
            {contents[step.name]}
          </Step>
        ))}
      </ol>
      <SaveBar view={view} onSaved={onSaved} />
    </>
  );
}

/** Each step's fields, or in words what has to come before them. */
function contentsOf(view: SetupView): Readonly<Record<StepName, ReactNode>> {
  const { teamleader, exact } = view.services;
  const isEarly = (teamleader.state !== 'connected' || exact.state !== 'connected') && setup.needsLogins;
  const isBeforeMapping = isEarly || (view.choices.glAccounts.length === 0 && setup.needsDivision);
  return {
    teamleader: <ServiceFields service="teamleader" view={view} />,
    exact: <ServiceFields service="exact" view={view} />,
    entity: isEarly || <EntityFields view={view} />,
    division: isEarly || <DivisionFields view={view} />,
    other: isEarly || <OtherIntegrationFields view={view} />,
    vat: isBeforeMapping || <VatFields view={view} />,
    accounts: isBeforeMapping || <AccountsFields view={view} />,
    terms: isBeforeMapping || <TermsFields view={view} />,
    firstSync: <FirstSync view={view} />,
    automatic: <AutomaticFields view={view} />,
  };
}

interface StepProps {
  readonly name: StepName;
  readonly number: number;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

function Step({ name, number, isDone, children }: StepProps) {
  const titleId = `${name}-title`;
  return (
    <li>
      {/* Takes the focus when saving finds it unfinished. */}
      <section className="step" id={name} aria-labelledby={titleId} tabIndex={-1}>
        <div className="step-head">
          <span className={isDone ? 'step-mark is-done' : 'step-mark'} aria-hidden="true">
            {isDone ? '✓' : number}
          </span>
          <h2 id={titleId}>{setup.steps[name]}</h2>
          <span className="sr-only">{isDone ? setup.done : setup.toDo}</span>
        </div>
        {typeof children === 'string' ? <p className="soft">{children}</p> : children}
      </section>
    </li>
  );
}

function ChoicesProblem({ cause }: { readonly cause: Cause }) {
  const { ask, pending } = useSetup();
  const { text, fix } = describeCause(cause, texts, language);
  return (
    <Notice tone="attention">
      <p>
        {text} {fix}
      </p>
      <Button
        look="plain"
        isBusy={pending.has('setup/view')}
        onClick={() => void ask({ type: 'setup/view', reload: true })}
      >
        {setup.reload}
      </Button>
    </Notice>
  );
}

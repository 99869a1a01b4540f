import { type ReactNode, useEffect, useRef } from 'react';
import { CauseText } from '../../components/cause-text.tsx';
import { SETUP_PAGE, setupHash } from '../../components/fix-links.tsx';
import { useListsReadAgain, useOtherListsComing } from '../../components/lists-under-way.ts';
import { Brand, Button, Link, Notice, Progress, ServiceIcon } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SetupView } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';
import { AutomaticFields, FirstSync, OtherIntegrationFields } from './AutomaticFields.tsx';
import { ConnectionChoice, ConnectionTools } from './ConnectionChoice.tsx';
import { ImportFields } from './ImportFields.tsx';
import { AccountsFields, DivisionFields, EntityFields, TermsFields, VatFields } from './MappingFields.tsx';
import { NothingThere, ReloadLists } from './ReloadLists.tsx';
import { SaveBar } from './SaveBar.tsx';
import { ServiceFields } from './ServiceFields.tsx';
import { isOfDivision, isStepDone, type ListStep, reloadStep, STEPS, type StepName, waitOf } from './steps.ts';
import { useKeptFocus } from './use-kept-focus.ts';

const { setup } = texts;

interface SetupStepsProps {
  readonly view: SetupView;
  /** The step that was asked for. */
  readonly step: string | null;
  /** Null while there is nothing to go back to. */
  readonly onBack: (() => void) | null;
  readonly onSaved: (isNew: boolean) => void;
}

/** The checklist: what is done and what is missing, every choice kept the moment it is made. */
export function SetupSteps({ view, step, onBack, onSaved }: SetupStepsProps) {
  const areComing = useOtherListsComing();
  const contents = contentsOf(view, areComing);
  const steps = useRef<HTMLOListElement>(null);
  useKeptFocus(steps);
  useEffect(() => {
    if (step !== null) lead(step);
  }, [step]);
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
      <ConnectionChoice view={view} />
      {onBack === null && <StayOpen />}
      <HowFar view={view} />
      {view.choicesProblem !== null && <ChoicesProblem cause={view.choicesProblem} />}
      <ol className="steps" ref={steps}>
        {STEPS.map((one, index) => (
          <Step
            key={one.name}
            name={one.name}
            number={index + 1}
            isDone={isStepDone(one, view)}
            isStale={areComing && isOfDivision(one.name)}
          >
            {contents[one.name]}
          </Step>
        ))}
      </ol>
      <ConnectionTools view={view} />
      <SaveBar view={view} onSaved={onSaved} />
    </>
  );
}

/** The keys are fetched from other pages, and each click there closes the popup: it says what becomes of it. */
const StayOpen = () => (
  <p className="stay-open soft">
    {setup.closes} <Link href={SETUP_PAGE}>{setup.stayOpen}</Link>
  </p>
);

const lead = (step: string): void => document.getElementById(step)?.focus();

/** What may take a service some time to answer, and what is shown follows from it. */
const ASKING = [
  'setup/change',
  'setup/edit',
  'setup/logIn',
  'setup/testKeys',
  'setup/acceptUser',
  'setup/save',
] as const;

function useIsAsking(): boolean {
  const isAsking = useSetup(({ pending }) => ASKING.some((type) => pending.has(type)));
  return useListsReadAgain() || isAsking;
}

/** How far it has come, and what is next; and whether a service is being asked just now. */
function HowFar({ view }: { readonly view: SetupView }) {
  const left = STEPS.filter((step) => !isStepDone(step, view));
  const [next] = left;
  const isAsking = useIsAsking();
  return (
    <div className="how-far">
      <p className="soft" role="status">
        {fill(setup.stepsDone, { done: STEPS.length - left.length, total: STEPS.length })}
      </p>
      {next !== undefined && (
        <a className="button is-plain" href={setupHash(next.name)} onClick={() => lead(next.name)}>
          {fill(setup.nextStep, { step: setup.steps[next.name] })}
        </a>
      )}
      {isAsking && <Progress label={setup.loading} done={0} total={0} />}
    </div>
  );
}

const WAITS = { needsDivision: setup.needsDivision, loading: setup.loading, needsLists: setup.needsLists } as const;

/** Each step's fields, or in words what has to come before them. */
function contentsOf(view: SetupView, areComing: boolean): Readonly<Record<StepName, ReactNode>> {
  const { teamleader, exact } = view.services;
  const isEarly = (teamleader.state !== 'connected' || exact.state !== 'connected') && setup.needsLogins;
  const reloadAt = reloadStep(view, areComing);
  const waits = (step: ListStep) => {
    const wait = waitOf(view, step, areComing);
    if (isEarly || wait === null) return isEarly;
    if (wait === 'nothingThere') return <NothingThere hasReload={reloadAt === step} />;
    return <p className="soft">{WAITS[wait]}</p>;
  };
  return {
    teamleader: <ServiceFields service="teamleader" view={view} />,
    exact: <ServiceFields service="exact" view={view} />,
    entity: isEarly || <EntityFields view={view} lack={waits('entity')} />,
    division: isEarly || (
      <DivisionFields view={view} lack={waits('division')} hasReload={reloadAt === 'division'} areComing={areComing} />
    ),
    other: isEarly || <OtherIntegrationFields view={view} />,
    import: isEarly || (view.draft.divisionCode === null && setup.needsDivision) || (
      <ImportFields key={view.draft.divisionCode} division={view.draft.divisionCode ?? 0} />
    ),
    vat: waits('vat') || <VatFields view={view} />,
    accounts: waits('accounts') || <AccountsFields view={view} />,
    terms: waits('terms') || <TermsFields view={view} />,
    firstSync: <FirstSync connection={view.connection} />,
    automatic: <AutomaticFields connection={view.connection} />,
  };
}

interface StepProps {
  readonly name: StepName;
  readonly number: number;
  readonly isDone: boolean;
  /** What is chosen from there is about to be replaced. */
  readonly isStale: boolean;
  readonly children: ReactNode;
}

function Step({ name, number, isDone, isStale, children }: StepProps) {
  const titleId = `${name}-title`;
  return (
    <li>
      {/* Takes the focus when a link leads to it, and when saving finds it unfinished. */}
      <section className="step" id={name} aria-labelledby={titleId} tabIndex={-1} inert={isStale}>
        <div className="step-head">
          <span className={isDone ? 'step-mark is-done' : 'step-mark'} aria-hidden="true">
            {isDone ? '✓' : number}
          </span>
          {(name === 'teamleader' || name === 'exact') && <ServiceIcon service={name} />}
          <h2 id={titleId}>{setup.steps[name]}</h2>
          <span className="sr-only">{isDone ? setup.done : setup.toDo}</span>
        </div>
        {typeof children === 'string' ? <p className="soft">{children}</p> : children}
      </section>
    </li>
  );
}

const ChoicesProblem = ({ cause }: { readonly cause: Cause }) => (
  <Notice tone="attention">
    <CauseText cause={cause} />
    <ReloadLists />
  </Notice>
);

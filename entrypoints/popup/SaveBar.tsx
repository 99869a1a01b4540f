import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { setupHash } from '../../components/fix-links.tsx';
import { Button, Notice } from '../../components/parts.tsx';
import { useSetup } from '../../components/setup-store.ts';
import { texts } from '../../components/texts.ts';
import { toast } from '../../components/toasts.tsx';
import { fill } from '../../lib/i18n/index.ts';
import type { SetupProblem, SetupView } from '../../lib/messages.ts';
import { problemsNow, STEP_OF } from './steps.ts';
import { useFootRoom } from './use-foot-room.ts';

const { setup } = texts;

interface SaveBarProps {
  readonly view: SetupView;
  /** @param isNew it was no connection before */
  readonly onSaved: (isNew: boolean) => void;
}

/** Saving is safe to press any number of times; what keeps it from being saved is said when it is pressed. */
export function SaveBar({ view, onSaved }: SaveBarProps) {
  const { ask, pending } = useSetup();
  const [wasPressed, setPressed] = useState(false);
  const problems = problemsNow(view.problems);
  const foot = useRef<HTMLElement>(null);
  useFootRoom(foot);
  /** Pressed, and not seen to be saved yet: was it no connection before? */
  const awaited = useRef<{ readonly isNew: boolean } | null>(null);
  const finish = () => {
    const saved = awaited.current;
    if (saved === null) return;
    awaited.current = null;
    toast(setup.isSaved);
    onSaved(saved.isNew);
  };
  const save = async () => {
    setPressed(true);
    awaited.current = { isNew: view.connection === null };
    await ask({ type: 'setup/save' });
    const answered = useSetup.getState().view;
    if (answered !== null && answered.problems.length > 0) awaited.current = null;
    if (answered?.isSaved) finish();
    focusFirst(answered);
  };
  // What was typed last may be answered later than the saving itself.
  const isSaved = view.isSaved && !pending.has('setup/save');
  const finishLate = useEffectEvent(finish);
  useEffect(() => {
    if (isSaved) finishLate();
  }, [isSaved]);
  const undo = async () => {
    await ask({ type: 'setup/discard' });
    toast(setup.undone);
  };
  return (
    <footer className="foot" ref={foot}>
      {wasPressed && <Missing problems={problems} />}
      <div className="row">
        <Button look="primary" isBusy={pending.has('setup/save')} onClick={() => void save()}>
          {setup.save}
        </Button>
        <span role="status" className={view.isSaved ? 'saved' : 'soft'}>
          {view.isSaved ? setup.saved : view.connection === null ? setup.unsaved : setup.changed}
        </span>
        {view.connection !== null && !view.isSaved && (
          <Button look="plain" isBusy={pending.has('setup/discard')} onClick={() => void undo()}>
            {setup.undo}
          </Button>
        )}
      </div>
    </footer>
  );
}

/** Leads to the first step that is not finished. */
function focusFirst(view: SetupView | null): void {
  const [first] = problemsNow(view?.problems ?? []);
  if (first !== undefined) focusStepOf(first);
}

const focusStepOf = (problem: SetupProblem): void => document.getElementById(STEP_OF[problem])?.focus();

/** One line, so that the bar leaves room for the steps: the first, to which saving has led, and the others unfolded. */
function Missing({ problems }: { readonly problems: readonly SetupProblem[] }) {
  const [first, ...others] = problems;
  if (first === undefined) return null;
  const text = fill(setup.missing, { count: problems.length, first: texts.problem[first] });
  return (
    <Notice tone="attention">
      {others.length === 0 ? (
        text
      ) : (
        <details>
          <summary>{text}</summary>
          <ul className="missing">
            {others.map((problem) => (
              <li key={problem}>
                <a className="button is-plain" href={setupHash(STEP_OF[problem])} onClick={() => focusStepOf(problem)}>
                  {texts.problem[problem]}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}

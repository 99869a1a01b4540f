import { type ChangeEvent, useId, useState } from 'react';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SETUP_PAGE } from '../../components/fix-links.tsx';
import { Button, Link, Notice } from '../../components/parts.tsx';
import { failureOf, type SendFailure, send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { SettingsFileProblem } from '../../lib/messages.ts';

const { settingsFile, options } = texts;

/** No file of settings is longer, in bytes. */
const MOST_BYTES = 200_000;

type State =
  | { readonly step: 'open' | 'taken' }
  | { readonly step: 'refused'; readonly problem: SettingsFileProblem }
  | { readonly step: 'failed'; readonly failure: SendFailure; readonly again: () => void };

/** The settings leave as a file and come back as the draft of the set-up. Feature B13. */
export function SettingsFile() {
  const [state, setState] = useState<State>({ step: 'open' });
  const inputId = useId();
  const failed = (again: () => void) => (error: unknown) =>
    setState({ step: 'failed', failure: failureOf(error), again });
  const save = (): void =>
    void send({ type: 'settings/export' }).then(
      (text) => download(text, 'application/json', settingsFile.fileName, 'json'),
      failed(save),
    );
  const take = (file: File): void =>
    void read(file).then(
      (problem) => setState(problem === null ? { step: 'taken' } : { step: 'refused', problem }),
      failed(() => take(file)),
    );
  const onFile = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file !== undefined) take(file);
    // The same file, mended, may be chosen again.
    target.value = '';
  };
  return (
    <section aria-labelledby="settings-file">
      <h2 id="settings-file">{settingsFile.title}</h2>
      <p className="prose">{settingsFile.text}</p>
      <div>
        <Button onClick={save}>{settingsFile.save}</Button>
      </div>
      <div className="field">
        <label htmlFor={inputId} className="button file">
          {settingsFile.load}
          <input
            id={inputId}
            className="sr-only"
            type="file"
            accept=".json,application/json"
            aria-describedby={`${inputId}-hint`}
            onChange={onFile}
          />
        </label>
        <span className="hint" id={`${inputId}-hint`}>
          {settingsFile.loadHint}
        </span>
      </div>
      {state.step === 'taken' && (
        <Notice tone="good">
          {settingsFile.taken} <Link href={SETUP_PAGE}>{options.openSetup}</Link>
        </Notice>
      )}
      {state.step === 'refused' && <Notice tone="attention">{describeProblem(state.problem)}</Notice>}
      {state.step === 'failed' && <FailureNotice failure={state.failure} onTryAgain={state.again} />}
    </section>
  );
}

async function read(file: File): Promise<SettingsFileProblem | null> {
  if (file.size > MOST_BYTES) return { type: 'notOurs' };
  return send({ type: 'settings/import', text: await file.text() });
}

const describeProblem = (problem: SettingsFileProblem): string =>
  fill(settingsFile.problems[problem.type], { ...problem });

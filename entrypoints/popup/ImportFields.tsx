import { browser } from 'wxt/browser';
import { ChoiceField } from '../../components/choice-field.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { ImportPanel } from '../../components/import-panel.tsx';
import { Button } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import { useImport } from '../../components/use-import.ts';

const { imports } = texts;

const ANSWERS = ['no', 'yes'] as const;

/** Import or not: first what would be created, and only then the import. Feature B4. */
export function ImportFields({ division }: { readonly division: number }) {
  const state = useImport(division);
  const { view, failure, ask, load } = state;
  return (
    <>
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      <ChoiceField
        question={imports.question}
        choices={ANSWERS.map((value) => ({ value, label: imports.answers[value] }))}
        value={view?.choice ?? null}
        onChange={(choice) => void ask({ type: 'import/choose', division, choice })}
      />
      <p className="soft">{imports.hint}</p>
      {view?.choice === 'yes' && <ImportPanel division={division} state={state} />}
      {view?.choice === 'yes' && view.counts !== null && (
        <div>
          <Button look="plain" onClick={() => void browser.tabs.create({ url: browser.runtime.getURL(LIST) })}>
            {imports.showList}
          </Button>
        </div>
      )}
    </>
  );
}

const LIST = '/options.html#import';

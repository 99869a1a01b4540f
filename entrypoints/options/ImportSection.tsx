import { useState } from 'react';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SelectField, TextField } from '../../components/fields.tsx';
import { ImportPanel } from '../../components/import-panel.tsx';
import { Button } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import { useImport } from '../../components/use-import.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { ImportFilter } from '../../lib/import-messages.ts';
import { ImportTable } from './ImportTable.tsx';
import { importCsv } from './import-csv.ts';
import { useImportItems } from './use-import-items.ts';

const { imports } = texts;

const isFilter = (value: string): value is ImportFilter => value in imports.filters;
const FILTERS = Object.keys(imports.filters).filter(isFilter);

/** The import of a division's customers: how it stands, every account with what becomes of it, and the questions. */
export function ImportSection({ division, name }: { readonly division: number; readonly name: string }) {
  const state = useImport(division);
  const { view, failure, load } = state;
  return (
    <section aria-label={fill(imports.ofName, { action: imports.title, name })}>
      <h3>{name}</h3>
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      <ImportPanel division={division} state={state} />
      {view !== null && view.state !== 'unplanned' && view.state !== 'reading' && (
        <Accounts division={division} state={state} />
      )}
    </section>
  );
}

function Accounts({ division, state }: { readonly division: number; readonly state: ReturnType<typeof useImport> }) {
  const { counts } = state.view ?? {};
  const [sought, setSought] = useState('');
  const [filter, setFilter] = useState<ImportFilter | null>(() => (counts && counts.ask > 0 ? 'ask' : null));
  const { list, failure, load } = useImportItems(division, sought, filter);
  return (
    <>
      <div className="tools">
        <TextField label={imports.search} type="search" value={sought} onCommit={setSought} />
        <SelectField
          label={imports.show}
          value={filter}
          none={imports.showAll}
          choices={FILTERS.map((value) => ({ value, label: imports.filters[value], unusable: null }))}
          onChange={(value) => setFilter(value !== null && isFilter(value) ? value : null)}
        />
      </div>
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      {list === null && failure === null && <p className="soft">{texts.setup.loading}</p>}
      {list !== null && (
        <p className="soft" role="status">
          {list.found === 0
            ? imports.noMatch
            : list.found > list.items.length
              ? fill(imports.shown, { shown: list.items.length, count: list.found })
              : fill(list.found === 1 ? imports.foundOne : imports.found, { count: list.found })}
        </p>
      )}
      {list !== null && list.items.length > 0 && (
        <ImportTable
          items={list.items}
          onAnswer={(accountId, answer) => state.ask({ type: 'import/answer', division, accountId, answer })}
        />
      )}
      <div>
        <Button look="plain" onClick={() => void downloadHistory(division)}>
          {imports.history}
        </Button>
      </div>
    </>
  );
}

async function downloadHistory(division: number): Promise<void> {
  const lines = await send({ type: 'import/history', division });
  download(importCsv(lines, texts), 'text/csv', imports.fileName, 'csv');
}

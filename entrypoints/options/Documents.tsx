import { useState } from 'react';
import { download } from '../../components/download.ts';
import { SelectField, TextField } from '../../components/fields.tsx';
import { Button } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import { useConnectionNames } from './connection-names.ts';
import { DocumentTable } from './DocumentTable.tsx';
import { documentsCsv } from './documents-csv.ts';
import { type DocumentFilter, findDocuments, isFilter } from './find-documents.ts';
import { NotYet } from './NotYet.tsx';

const { connections, options } = texts;

/** More rows than this are found by searching, not by scrolling. */
const MOST_ROWS = 300;

const FILTERS: readonly (readonly [DocumentFilter, string])[] = [
  ['attention', options.showAttention],
  ['waiting', options.showWaiting],
  ['booked', options.showBooked],
];

interface DocumentsProps {
  readonly documents: readonly DocumentView[];
  readonly pdfsWaiting: number;
}

/** Every document in scope with its outcome: what needs attention first, then the newest. */
export function Documents({ documents, pdfsWaiting }: DocumentsProps) {
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<DocumentFilter | null>(null);
  const [connectionId, setConnectionId] = useState<string | null>(null);
  const names = useConnectionNames();
  const booking = Object.entries(names).filter(([id]) => documents.some((document) => document.connectionId === id));
  const found = findDocuments(documents, search, filter, connectionId);
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{options.documents}</h2>
      {documents.length === 0 ? (
        <NotYet>{options.noDocuments}</NotYet>
      ) : (
        <>
          <div className="tools">
            <TextField label={options.search} type="search" value={search} onCommit={setSearch} />
            <SelectField
              label={options.show}
              value={filter}
              none={options.showAll}
              choices={FILTERS.map(([value, label]) => ({ value, label, unusable: null }))}
              onChange={(value) => setFilter(value !== null && isFilter(value) ? value : null)}
            />
            {booking.length > 1 && (
              <SelectField
                label={connections.which}
                value={connectionId}
                none={connections.all}
                choices={booking.map(([value, label]) => ({ value, label, unusable: null }))}
                onChange={setConnectionId}
              />
            )}
          </div>
          <div className="between">
            <p className="soft" role="status">
              {found.length === 0
                ? options.noMatch
                : found.length > MOST_ROWS
                  ? fill(options.shown, { shown: MOST_ROWS, count: found.length })
                  : fill(found.length === 1 ? options.foundOne : options.found, { count: found.length })}
            </p>
            {found.length > 0 && (
              <Button
                onClick={() =>
                  download(documentsCsv(found, texts, language, names), 'text/csv', texts.csv.fileName, 'csv')
                }
              >
                {texts.csv.download}
              </Button>
            )}
          </div>
          {pdfsWaiting > 0 && <p className="soft">{fill(options.pdfsWaiting, { count: pdfsWaiting })}</p>}
          {found.length > 0 && <DocumentTable documents={found.slice(0, MOST_ROWS)} />}
        </>
      )}
    </section>
  );
}

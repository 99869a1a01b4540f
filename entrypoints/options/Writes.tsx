import { useState } from 'react';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { SelectField, TextField } from '../../components/fields.tsx';
import { Button, StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { customerAddress, exactAddress } from '../../lib/addresses.ts';
import { fill, formatTime } from '../../lib/i18n/index.ts';
import type { DocumentView, SetupView, WriteView } from '../../lib/messages.ts';
import { useConnectionNames } from './connection-names.ts';
import { findWrites, isWriteFilter, type WriteFilter } from './find-writes.ts';
import { useWrites } from './use-writes.ts';
import { howOf, whatOf, whyOf } from './write-words.ts';
import { writesCsv } from './writes-csv.ts';

const { options, history } = texts;

/** More rows than this are found by searching, not by scrolling. */
const MOST_ROWS = 300;

const FILTERS: readonly (readonly [WriteFilter, string])[] = [
  ['done', history.showDone],
  ['refused', history.showRefused],
  ['unknown', history.showUnknown],
];

interface BothSides {
  /** Whose pages in Teamleader are known. */
  readonly documents: readonly DocumentView[];
  /** Null while it is not known into which divisions is booked. */
  readonly view: SetupView | null;
}

/** Every call that wrote: what, when, why, how it ended, and the ids on both sides. Feature D10. */
export function Writes(sides: BothSides) {
  const { writes, failure, load } = useWrites();
  return (
    <section aria-labelledby="writes">
      <h2 id="writes">{history.title}</h2>
      <p className="prose soft">{history.text}</p>
      {failure !== null && <FailureNotice failure={failure} onTryAgain={load} />}
      {writes === null ? (
        failure === null && <p className="soft">{texts.setup.loading}</p>
      ) : writes.length === 0 ? (
        <p className="soft">{history.none}</p>
      ) : (
        <WriteList writes={writes} {...sides} />
      )}
    </section>
  );
}

function WriteList({ writes, ...sides }: BothSides & { readonly writes: readonly WriteView[] }) {
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<WriteFilter | null>(null);
  const found = findWrites(writes, search, filter);
  return (
    <>
      <div className="tools">
        <TextField label={history.search} type="search" value={search} onCommit={setSearch} />
        <SelectField
          label={options.show}
          value={filter}
          none={options.showAll}
          choices={FILTERS.map(([value, label]) => ({ value, label, unusable: null }))}
          onChange={(value) => setFilter(value !== null && isWriteFilter(value) ? value : null)}
        />
      </div>
      <div className="between">
        <p className="soft" role="status">
          {found.length === 0
            ? history.noMatch
            : found.length > MOST_ROWS
              ? fill(history.shown, { shown: MOST_ROWS, count: found.length })
              : fill(history.found, { count: found.length })}
        </p>
        {found.length > 0 && (
          <Button onClick={() => download(writesCsv(found, texts), 'text/csv', history.fileName, 'csv')}>
            {texts.csv.download}
          </Button>
        )}
      </div>
      {found.length > 0 && <WriteTable writes={found.slice(0, MOST_ROWS)} {...sides} />}
    </>
  );
}

function WriteTable({ writes, documents, view }: BothSides & { readonly writes: readonly WriteView[] }) {
  const names = useConnectionNames();
  const pages = new Map(documents.map(({ id, webUrl }) => [id, webUrl]));
  const divisions = new Map(view?.connections.map(({ connection: { id, division } }) => [id, division.code]));
  return (
    <div className="scroll">
      <table aria-labelledby="writes">
        <thead>
          <tr>
            <th scope="col">{history.at}</th>
            <th scope="col">{history.written}</th>
            <th scope="col">{options.result}</th>
            <th scope="col">{history.ids}</th>
          </tr>
        </thead>
        <tbody>
          {writes.map((write) => (
            <tr key={write.id}>
              <td className="number">{formatTime(write.at, language)}</td>
              <td>
                {whatOf(write, texts)}
                <span className="hint">
                  {[whyOf(write, texts), names[write.connectionId]].filter(Boolean).join(' · ')}
                </span>
              </td>
              <td>
                <div className="outcome">
                  <StatusDot tone={toneOf(write)} />
                  {howOf(write, texts)}
                </div>
              </td>
              <td className="ids">
                <IdLink
                  text={`T ${write.subject}`}
                  title={options.open}
                  href={pages.get(write.subject) ?? customerAddress(write.subject)}
                />
                <IdLink
                  text={`E ${write.exactId ?? '–'}`}
                  title={texts.fixes.exact}
                  href={
                    write.exactId === null || view === null
                      ? null
                      : exactAddress(view.region, divisions.get(write.connectionId) ?? null)
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface IdLinkProps {
  readonly text: string;
  /** Where the link leads. */
  readonly title: string;
  /** Null: nowhere. */
  readonly href: string | null;
}

const IdLink = ({ text, title, href }: IdLinkProps) => (
  <span>
    {href === null ? (
      text
    ) : (
      <a href={href} title={title} target="_blank" rel="noreferrer">
        {text}
      </a>
    )}
  </span>
);

function toneOf({ outcome: { state } }: WriteView): 'good' | 'attention' | 'neutral' {
  if (state === 'done' || state === 'found') return 'good';
  return state === 'refused' ? 'attention' : 'neutral';
}

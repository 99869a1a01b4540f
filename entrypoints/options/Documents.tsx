import { useState } from 'react';
import { SelectField, TextField } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { describeCause } from '../../lib/i18n/describe.ts';
import { fill, formatDate, formatMoney } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';

const { options } = texts;

const FILTERS: Readonly<Record<string, (document: DocumentView) => boolean>> = {
  attention: ({ outcome }) => outcome.state === 'blocked' || outcome.state === 'waiting',
  booked: ({ outcome }) => outcome.state === 'booked' || outcome.state === 'adopted',
};

/** More rows than this are found by searching, not by scrolling. */
const MOST_ROWS = 300;

/** Every document in scope with its outcome: what needs attention first, then the newest. */
export function Documents({ documents }: { readonly documents: readonly DocumentView[] }) {
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<string | null>(null);
  const wanted = search.toLowerCase();
  const found = documents
    .filter(FILTERS[filter ?? ''] ?? (() => true))
    .filter(({ number, customer }) =>
      `${number} ${number.replaceAll(' ', '')} ${customer}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => rank(a) - rank(b) || b.date.localeCompare(a.date));
  return (
    <section aria-labelledby="documents">
      <h2 id="documents">{options.documents}</h2>
      {documents.length === 0 ? (
        <p className="soft">{options.noDocuments}</p>
      ) : (
        <>
          <div className="tools">
            <TextField label={options.search} value={search} onCommit={setSearch} />
            <SelectField
              label={options.show}
              value={filter}
              none={options.showAll}
              choices={[
                { value: 'attention', label: options.showAttention, unusable: null },
                { value: 'booked', label: options.showBooked, unusable: null },
              ]}
              onChange={setFilter}
            />
          </div>
          {found.length === 0 ? (
            <p className="soft">{options.noMatch}</p>
          ) : (
            <DocumentTable documents={found.slice(0, MOST_ROWS)} />
          )}
        </>
      )}
    </section>
  );
}

const rank = ({ outcome }: DocumentView): number =>
  outcome.state === 'blocked' ? 0 : outcome.state === 'waiting' ? 1 : 2;

function DocumentTable({ documents }: { readonly documents: readonly DocumentView[] }) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th>{options.number}</th>
            <th>{options.date}</th>
            <th>{options.customer}</th>
            <th className="amount">{options.amount}</th>
            <th>{options.status}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow key={`${document.kind}/${document.id}`} document={document} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DocumentRow({ document }: { readonly document: DocumentView }) {
  const name = `${texts.document[document.kind]} ${document.number}`;
  return (
    <tr>
      <td className="number">
        {document.webUrl === null ? (
          name
        ) : (
          <a href={document.webUrl} target="_blank" rel="noreferrer" title={options.open}>
            {name}
          </a>
        )}
      </td>
      <td className="number">{formatDate(document.date, language)}</td>
      <td>{document.customer}</td>
      <td className="amount">{formatMoney(document.gross, document.currency, language)}</td>
      <td className="cause">
        <OutcomeText outcome={document.outcome} />
      </td>
    </tr>
  );
}

function OutcomeText({ outcome }: { readonly outcome: DocumentView['outcome'] }) {
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      return <>{fill(texts.badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) })}</>;
    }
    case 'waiting':
    case 'blocked': {
      if (outcome.cause === null) return <>{texts.badge.waiting}</>;
      const { text, fix } = describeCause(outcome.cause, texts, language);
      return (
        <>
          <strong>{text}</strong> {fix}
        </>
      );
    }
  }
}

import { CauseText } from '../../components/cause-text.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatDate, formatMoney, formatTime } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import { DocumentName } from './Attention.tsx';

const { options, badgeTitle } = texts;

export function DocumentTable({ documents }: { readonly documents: readonly DocumentView[] }) {
  return (
    <div className="scroll">
      <table aria-labelledby="documents">
        <thead>
          <tr>
            <th scope="col">{options.number}</th>
            <th scope="col">{options.date}</th>
            <th scope="col">{options.customer}</th>
            <th scope="col" className="amount">
              {options.amount}
            </th>
            <th scope="col">{options.status}</th>
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
  return (
    <tr>
      <td className="number">
        <DocumentName document={document} />
      </td>
      <td className="number">{formatDate(document.date, language)}</td>
      <td>{document.customer}</td>
      <td className="amount">{formatMoney(document.gross, document.currency, language)}</td>
      <td className="status">
        <OutcomeText document={document} />
      </td>
    </tr>
  );
}

function OutcomeText({ document: { outcome, webUrl, connectionId } }: { readonly document: DocumentView }) {
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      const text = fill(badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) });
      return (
        <div className="outcome">
          <StatusDot tone="good" />
          {text}
        </div>
      );
    }
    case 'waiting': {
      const { cause, until } = outcome;
      return (
        <div className="outcome">
          <StatusDot tone="neutral" />
          {cause !== null ? (
            <CauseText cause={cause} webUrl={webUrl} connectionId={connectionId} />
          ) : until === null ? (
            badgeTitle.waiting
          ) : (
            fill(badgeTitle.waitingUntil, { time: formatTime(until, language) })
          )}
        </div>
      );
    }
    case 'blocked':
      return (
        <div className="outcome">
          <StatusDot tone="attention" />
          <CauseText cause={outcome.cause} webUrl={webUrl} connectionId={connectionId} />
        </div>
      );
  }
}

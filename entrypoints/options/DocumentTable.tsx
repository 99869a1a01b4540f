import { CauseText } from '../../components/cause-text.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import { describePayment, isPaymentToCheck } from '../../lib/i18n/describe-payment.ts';
import { fill, formatDate, formatMoney, formatTime } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import { DocumentName } from './Attention.tsx';
import { useConnectionNames } from './connection-names.ts';

const { options, badgeTitle, connections } = texts;

export function DocumentTable({ documents }: { readonly documents: readonly DocumentView[] }) {
  const names = useConnectionNames();
  const isOfSeveral = Object.keys(names).length > 0;
  return (
    <div className="scroll">
      <table aria-labelledby="documents">
        <thead>
          <tr>
            <th scope="col">{options.number}</th>
            <th scope="col">{options.date}</th>
            <th scope="col">{options.customer}</th>
            {isOfSeveral && <th scope="col">{connections.which}</th>}
            <th scope="col" className="amount">
              {options.amount}
            </th>
            <th scope="col">{options.status}</th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow
              key={`${document.connectionId}/${document.kind}/${document.id}`}
              document={document}
              connection={isOfSeveral ? (names[document.connectionId] ?? '') : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DocumentRowProps {
  readonly document: DocumentView;
  /** Its name, where there are several. */
  readonly connection: string | null;
}

function DocumentRow({ document, connection }: DocumentRowProps) {
  return (
    <tr>
      <td className="number">
        <DocumentName document={document} />
      </td>
      <td className="number">{formatDate(document.date, language)}</td>
      <td>{document.customer}</td>
      {connection !== null && <td>{connection}</td>}
      <td className="amount">{formatMoney(document.gross, document.currency, language)}</td>
      <td className="status">
        <OutcomeText document={document} />
      </td>
    </tr>
  );
}

function OutcomeText({ document }: { readonly document: DocumentView }) {
  const { outcome, payment, currency, webUrl, connectionId } = document;
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      const text = fill(badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) });
      return (
        <div className="outcome">
          <StatusDot tone={isPaymentToCheck(payment) ? 'attention' : 'good'} />
          {[text, describePayment(payment, currency, texts, language)].filter((one) => one !== null).join('. ')}
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

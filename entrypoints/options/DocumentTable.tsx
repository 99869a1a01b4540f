import { FixLinks } from '../../components/fix-links.tsx';
import { OutcomeText } from '../../components/outcome-text.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { language, texts } from '../../components/texts.ts';
import type { Fix } from '../../lib/fix.ts';
import { describePayment, isPaymentToCheck } from '../../lib/i18n/describe-payment.ts';
import { formatDate, formatMoney } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';
import { DocumentName } from './Attention.tsx';
import { useConnectionNames } from './connection-names.ts';
import { DocumentActions } from './DocumentActions.tsx';
import { DriftDetail } from './DriftDetail.tsx';

const { options } = texts;
/** What can be done about payments stands with what needs attention. */
const QUESTION: readonly Fix[] = [{ at: 'attention' }];

export function DocumentTable({ documents }: { readonly documents: readonly DocumentView[] }) {
  const names = useConnectionNames();
  const isOfSeveral = Object.keys(names).length > 0;
  return (
    <div className="scroll">
      <table className="documents" aria-labelledby="documents">
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
      <td>
        {document.customer}
        {connection !== null && <span className="hint">{connection}</span>}
      </td>
      <td className="amount">{formatMoney(document.gross, document.currency, language)}</td>
      <td className="status">
        {document.drift === null ? (
          <OutcomeText
            outcome={document.outcome}
            payment={describePayment(document.payment, document.currency, texts, language)}
            isToCheck={isPaymentToCheck(document.payment)}
            webUrl={document.webUrl}
            connectionId={document.connectionId}
          />
        ) : (
          <div className="outcome">
            <StatusDot tone="attention" />
            <div className="drift">
              <DriftDetail document={document} drift={document.drift} />
            </div>
          </div>
        )}
        {document.drift === null && isPaymentToCheck(document.payment) && (
          <div className="row">
            <FixLinks fixes={QUESTION} webUrl={document.webUrl} connectionId={document.connectionId} />
          </div>
        )}
        <DocumentActions document={document} />
      </td>
    </tr>
  );
}

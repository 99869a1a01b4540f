import { CauseText } from '../../components/cause-text.tsx';
import { StatusDot } from '../../components/parts.tsx';
import { SyncButton } from '../../components/sync-button.tsx';
import { texts } from '../../components/texts.ts';
import { fixesOf } from '../../lib/fix.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { DocumentView, RunView } from '../../lib/messages.ts';
import { type CauseGroup, groupCauses } from '../../lib/views/group-causes.ts';
import { AccountQuestion } from './AccountQuestion.tsx';
import { useConnectionNames } from './connection-names.ts';
import { DocumentActions } from './DocumentActions.tsx';
import { DriftDetail } from './DriftDetail.tsx';
import { NotYet } from './NotYet.tsx';
import { PaymentQuestion } from './PaymentQuestion.tsx';

const { attention, options } = texts;

interface AttentionProps {
  readonly documents: readonly DocumentView[];
  /** Newest first. */
  readonly runs: readonly RunView[];
}

/** What the user has to mend, cause by cause: what happened, what to do, and which documents wait for it. */
export function Attention({ documents, runs: [last] }: AttentionProps) {
  const groups = groupCauses(documents);
  const unclear = documents.filter(({ payment }) => payment?.state === 'attention' || payment?.state === 'paidBack');
  const drifted = documents.filter(({ drift }) => drift !== null);
  const problem = last?.problem ?? null;
  // What goes on by itself needs nobody.
  const stopped = problem !== null && fixesOf(problem).length > 0 ? problem : null;
  const isNone = groups.length + unclear.length + drifted.length === 0;
  return (
    <section aria-labelledby="attention">
      <div className="between">
        <h2 id="attention">{attention.title}</h2>
        {!isNone && <SyncButton>{texts.fixes.syncAgain}</SyncButton>}
      </div>
      {last !== undefined && stopped !== null && (
        <div className="card">
          <p className="soft">{texts.panel.stopped}</p>
          <CauseText cause={stopped} connectionId={last.connectionId} />
        </div>
      )}
      {isNone && stopped === null && <Nothing wasRead={last !== undefined || documents.length > 0} />}
      {!isNone && (
        <ul className="groups">
          {groups.map((group) => (
            <Group key={`${group.documents[0].connectionId}/${JSON.stringify(group.cause)}`} group={group} />
          ))}
          {unclear.map((document) => (
            <PaymentQuestion key={document.id} document={document} />
          ))}
          {drifted.slice(0, MOST_DRIFTED).map((document) => (
            <Drifted key={`${document.kind}/${document.id}`} document={document} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Before anything was read, nothing is known to be well. */
const Nothing = ({ wasRead }: { readonly wasRead: boolean }) =>
  wasRead ? (
    <p className="row">
      <StatusDot tone="good" /> {attention.none}
    </p>
  ) : (
    <NotYet>{options.noRuns}</NotYet>
  );

/** More of them are found among the documents. */
const MOST_DRIFTED = 50;

/** Booked, and no longer as it was. */
function Drifted({ document }: { readonly document: DocumentView }) {
  return (
    <li className="card drift">
      <p>
        <DocumentName document={document} /> · {document.customer}
      </p>
      {document.drift !== null && <DriftDetail document={document} drift={document.drift} />}
      <DocumentActions document={document} />
    </li>
  );
}

function Group({ group: { cause, lastDate, documents } }: { readonly group: CauseGroup<DocumentView> }) {
  const names = useConnectionNames();
  const [first, ...others] = documents;
  return (
    <li className="card">
      {cause.type === 'customerAmbiguous' ? (
        <AccountQuestion connectionId={first.connectionId} cause={cause} />
      ) : (
        <CauseText
          cause={cause}
          lastDate={lastDate}
          webUrl={others.length === 0 ? first.webUrl : null}
          connectionId={first.connectionId}
        />
      )}
      <details open={documents.length <= 3}>
        <summary>{others.length === 0 ? options.foundOne : fill(options.found, { count: documents.length })}</summary>
        <ul>
          {documents.map((document) => (
            <li key={`${document.connectionId}/${document.kind}/${document.id}`}>
              <DocumentName document={document} /> ·{' '}
              {[document.customer, names[document.connectionId]].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** Kind and number, and the way to its page in Teamleader. */
export function DocumentName({ document: { kind, number, webUrl } }: { readonly document: DocumentView }) {
  const name = `${texts.document[kind]} ${number}`;
  if (webUrl === null) return name;
  return (
    <a href={webUrl} target="_blank" rel="noreferrer" title={options.open}>
      {name}
    </a>
  );
}

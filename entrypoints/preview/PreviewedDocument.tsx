import { OutcomeText } from '../../components/outcome-text.tsx';
import { language, texts } from '../../components/texts.ts';
import { fill, formatMoney } from '../../lib/i18n/index.ts';
import type { PreviewView } from '../../lib/messages.ts';
import type { PreviewAccount } from '../../lib/preview.ts';
import { EntryTable } from './EntryTable.tsx';

const { preview, accountField, accountPlan } = texts;

interface PreviewedDocumentProps {
  readonly document: PreviewView['documents'][number];
  /** The connection's name, where there are several. */
  readonly connection: string | null;
  /** The preview was given to be booked: each document has an outcome from then on. */
  readonly wasBooked: boolean;
}

export function PreviewedDocument({ document, connection, wasBooked }: PreviewedDocumentProps) {
  const { kind, number, customer, gross, currency, webUrl, connectionId, plan, outcome } = document;
  const title = `${texts.document[kind]} ${number}`;
  return (
    <article className="card entry" aria-label={title}>
      <header className="between">
        <h3>
          {webUrl === null ? (
            title
          ) : (
            <a href={webUrl} target="_blank" rel="noreferrer">
              {title}
            </a>
          )}{' '}
          <span className="soft">{[customer, connection].filter(Boolean).join(' · ')}</span>
        </h3>
        <strong className="amount">{formatMoney(gross, currency, language)}</strong>
      </header>
      {plan.do === 'end' ? (
        <OutcomeText outcome={outcome ?? plan.outcome} webUrl={webUrl} connectionId={connectionId} />
      ) : (
        <>
          {wasBooked &&
            (outcome === null ? (
              <p className="soft">{preview.gone}</p>
            ) : (
              <OutcomeText outcome={outcome} webUrl={webUrl} connectionId={connectionId} />
            ))}
          <EntryTable entry={plan.entry} />
          <AccountText account={plan.account} />
        </>
      )}
    </article>
  );
}

/** What is done at the customer's account first. */
function AccountText({ account }: { readonly account: PreviewAccount }) {
  const name = account.code === null ? account.name : `${account.name} (${account.code})`;
  const text = fill(accountPlan[account.do], { name });
  if (account.details.length === 0) return <p className="soft">{text}</p>;
  return (
    <details className="account" open={account.do === 'change'}>
      <summary>{text}</summary>
      <div className="scroll">
        <table aria-label={text}>
          <thead>
            <tr>
              <th scope="col">{preview.detail}</th>
              {account.do === 'change' && <th scope="col">{preview.before}</th>}
              <th scope="col">{preview.after}</th>
            </tr>
          </thead>
          <tbody>
            {account.details.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{accountField[field]}</th>
                {account.do === 'change' && <td>{from ?? <span className="soft">{preview.empty}</span>}</td>}
                <td>{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

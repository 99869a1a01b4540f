import { ImportCause } from '../../components/import-cause.tsx';
import { Button, Link, StatusDot } from '../../components/parts.tsx';
import { texts } from '../../components/texts.ts';
import type { ImportAnswer } from '../../lib/accounting/import-plan.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { ImportCustomerView, ImportItemView } from '../../lib/import-messages.ts';
import { ImportQuestion } from './ImportQuestion.tsx';

const { imports } = texts;

interface ImportTableProps {
  readonly items: readonly ImportItemView[];
  readonly onAnswer: (accountId: string, answer: ImportAnswer | null) => Promise<void>;
}

/** Each account beside what it is, or becomes, in Teamleader. */
export function ImportTable({ items, onAnswer }: ImportTableProps) {
  return (
    <div className="scroll">
      <table aria-label={imports.title}>
        <thead>
          <tr>
            <th scope="col">{imports.inExact}</th>
            <th scope="col">{imports.inTeamleader}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.accountId}>
              <td>
                {fill(imports.account, { name: item.name, code: item.code })}
                <div className="soft">{[item.place, item.vatNumber].filter(Boolean).join(' · ')}</div>
              </td>
              <td>
                <Standing item={item} onAnswer={onAnswer} />
                {item.answer !== null && item.standing.is !== 'ask' && (
                  <Button
                    look="plain"
                    label={fill(imports.ofName, { action: imports.askAgain, name: item.name })}
                    onClick={() => void onAnswer(item.accountId, null)}
                  >
                    {imports.askAgain}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Standing({ item, onAnswer }: { readonly item: ImportItemView } & Pick<ImportTableProps, 'onAnswer'>) {
  const { standing } = item;
  switch (standing.is) {
    case 'create':
      return <Line tone="neutral">{imports.create[standing.as]}</Line>;
    case 'known':
      return (
        <Line tone="good">
          {imports.by[standing.by]}
          <Customer customer={standing.customer} />
        </Line>
      );
    case 'sameAs':
      return <Line tone="neutral">{fill(imports.sameAs, { account: standing.account })}</Line>;
    case 'left':
      return <Line tone="neutral">{imports.why[standing.why]}</Line>;
    case 'ask':
      return <ImportQuestion item={item} question={standing} onAnswer={(answer) => onAnswer(item.accountId, answer)} />;
    case 'made':
      return (
        <Line tone={standing.twin === null ? 'good' : 'attention'}>
          {imports.made}
          <Customer customer={standing.customer} />
          {standing.twin !== null && (
            <>
              {imports.twin}
              <Customer customer={standing.twin} />
            </>
          )}
        </Line>
      );
    case 'inDoubt':
      return <Line tone="neutral">{imports.inDoubt}</Line>;
    case 'failed':
      return (
        <Line tone="attention">
          <ImportCause cause={standing.cause} />
        </Line>
      );
  }
}

function Line({
  tone,
  children,
}: {
  readonly tone: 'neutral' | 'good' | 'attention';
  readonly children: React.ReactNode;
}) {
  return (
    <div className="outcome">
      <StatusDot tone={tone} />
      <div>{children}</div>
    </div>
  );
}

function Customer({ customer: { name, place, webUrl } }: { readonly customer: ImportCustomerView }) {
  const text = place === null ? name : `${name}, ${place}`;
  return <div>{webUrl === null ? text : <Link href={webUrl}>{fill(imports.open, { name: text })}</Link>}</div>;
}

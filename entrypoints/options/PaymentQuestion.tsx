import { useState } from 'react';
import { CauseText } from '../../components/cause-text.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { Explain } from '../../components/explain.tsx';
import { FixLinks } from '../../components/fix-links.tsx';
import { send } from '../../components/send.ts';
import { language, texts } from '../../components/texts.ts';
import { paymentFixesOf } from '../../lib/fix.ts';
import { describePayment } from '../../lib/i18n/describe-payment.ts';
import type { DocumentView } from '../../lib/messages.ts';
import type { Cause } from '../../lib/outcome.ts';
import { canRemovePayments, canSettle } from '../../lib/payment-choices.ts';
import { DocumentName } from './Attention.tsx';

const { payments } = texts;

/** An invoice of which the payments do not agree, and what can be done about it here. Feature E3. */
export function PaymentQuestion({ document }: { readonly document: DocumentView }) {
  const [problem, setProblem] = useState<Cause | null>(null);
  const { connectionId, payment, wish, currency, id, customer, webUrl } = document;
  const text = describePayment(payment, currency, texts, language);
  const act = (type: 'payment/remove' | 'payment/settle') => () =>
    void send({ type, connectionId, id }).then(setProblem, () => undefined);
  return (
    <li className="card">
      <p>
        <DocumentName document={document} /> · {customer}
      </p>
      <p>{text}</p>
      {payment?.state === 'attention' && (
        <>
          <FixLinks fixes={paymentFixesOf(payment.cause)} webUrl={webUrl} connectionId={connectionId} />
          <Explain type={payment.cause.type} of={text ?? ''} />
        </>
      )}
      {wish !== null && <p className="soft">{payments.wished[wish]}</p>}
      <div className="row">
        {wish === null && canRemovePayments(payment) && (
          <Confirm
            action={payments.removePayments}
            title={payments.removePayments}
            text={payments.removeQuestion}
            onConfirm={act('payment/remove')}
          />
        )}
        {wish === null && canSettle(payment) && (
          <Confirm
            action={payments.settle}
            title={payments.settle}
            text={payments.settleQuestion}
            onConfirm={act('payment/settle')}
          />
        )}
      </div>
      {problem !== null && <CauseText cause={problem} />}
    </li>
  );
}

import { useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import { Button, Notice } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import type { DocumentAction } from '../../lib/document-action.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { DocumentView } from '../../lib/messages.ts';

const { documentAction, drifted, setup } = texts;

/** What may be asked for the document, as the background says; what is not undone easily is asked about first. */
export function DocumentActions({ document }: { readonly document: DocumentView }) {
  const { connectionId, kind, id, drift } = document;
  // Of all that is booked, each row would have it.
  const actions = document.actions.filter((action) => action !== 'lookAgain' || drift !== null);
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  if (actions.length === 0) return null;
  const ask = (action: DocumentAction) => {
    setState('sending');
    // The table itself follows the change that the background tells of.
    void send({ type: 'document/act', connectionId, kind, id, action }).then(
      () => setState('open'),
      () => setState('failed'),
    );
  };
  return (
    <div className="row">
      {actions.map((action) => (
        <ActionButton key={action} action={action} document={document} isBusy={state === 'sending'} onAsk={ask} />
      ))}
      {state === 'failed' && <Notice tone="attention">{setup.failed}</Notice>}
    </div>
  );
}

interface ActionButtonProps {
  readonly action: DocumentAction;
  readonly document: DocumentView;
  readonly isBusy: boolean;
  readonly onAsk: (action: DocumentAction) => void;
}

const QUESTIONS = {
  accept: { title: drifted.acceptTitle, text: drifted.acceptText },
  bookAgain: { title: drifted.againTitle, text: drifted.againText },
} as const;

function ActionButton({ action, document: { number }, isBusy, onAsk }: ActionButtonProps) {
  // Many documents have the same buttons: the number tells them apart.
  const label = `${documentAction[action]}: ${number}`;
  if (action === 'accept' || action === 'bookAgain') {
    const { title, text } = QUESTIONS[action];
    return (
      <Confirm
        look="plain"
        action={documentAction[action]}
        label={label}
        title={fill(title, { number })}
        text={text}
        onConfirm={() => onAsk(action)}
      />
    );
  }
  return (
    <Button look="plain" label={label} isBusy={isBusy} onClick={() => onAsk(action)}>
      {documentAction[action]}
    </Button>
  );
}

import { useId, useRef } from 'react';
import { Button } from './parts.tsx';
import { texts } from './texts.ts';

interface ConfirmProps {
  /** What the button shows, here and in the question. */
  readonly action: string;
  /** The button's full name, where what it shows says too little by itself. */
  readonly label?: string;
  readonly look?: 'plain';
  /** The question, and what doing it means. */
  readonly title: string;
  readonly text: string;
  readonly onConfirm: () => void;
}

/** A button that says what it will do, and does it when told so again. */
export function Confirm({ action, label, look, title, text, onConfirm }: ConfirmProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  return (
    <>
      <Button look={look} label={label} onClick={() => dialog.current?.showModal()}>
        {action}
      </Button>
      <dialog ref={dialog} aria-labelledby={titleId}>
        <h3 id={titleId}>{title}</h3>
        <p>{text}</p>
        <div className="row">
          <Button
            look="primary"
            onClick={() => {
              dialog.current?.close();
              onConfirm();
            }}
          >
            {action}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{texts.setup.cancel}</Button>
        </div>
      </dialog>
    </>
  );
}

import { useRef, useState } from 'react';
import { Button, FailureNotice, Notice } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';

const { options } = texts;

/** Resetting is harmless, and says so before it is done. */
export function Troubleshooting() {
  const [result, setResult] = useState<'none' | 'done' | 'failed'>('none');
  const dialog = useRef<HTMLDialogElement>(null);
  const reset = () => {
    dialog.current?.close();
    void send({ type: 'cache/reset' }).then(
      () => setResult('done'),
      () => setResult('failed'),
    );
  };
  return (
    <section aria-labelledby="troubleshooting">
      <h2 id="troubleshooting">{options.troubleshooting}</h2>
      <div>
        <Button onClick={() => dialog.current?.showModal()}>{options.reset}</Button>
      </div>
      <dialog ref={dialog} aria-labelledby="reset-title">
        <h3 id="reset-title">{options.reset}</h3>
        <p>{options.resetText}</p>
        <div className="row">
          <Button look="primary" onClick={reset}>
            {options.resetConfirm}
          </Button>
          <Button onClick={() => dialog.current?.close()}>{options.cancel}</Button>
        </div>
      </dialog>
      {result === 'done' && <Notice tone="good">{options.resetDone}</Notice>}
      {result === 'failed' && <FailureNotice onTryAgain={reset} />}
    </section>
  );
}

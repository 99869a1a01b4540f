import { useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Button } from '../../components/parts.tsx';
import { failureOf, type SendFailure, send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import { toast } from '../../components/toasts.tsx';

const { options, diagnostics } = texts;

type Result = 'none' | { readonly failure: SendFailure; readonly again: () => void };

/** Resetting is harmless, and says so before it is done; the file for who helps says what is in it. */
export function Troubleshooting() {
  const [result, setResult] = useState<Result>('none');
  const failed = (again: () => void) => (error: unknown) => setResult({ failure: failureOf(error), again });
  const reset = (): void =>
    void send({ type: 'cache/reset' }).then(() => {
      setResult('none');
      toast(options.resetDone);
    }, failed(reset));
  const diagnose = (): void =>
    void send({ type: 'diagnostics/read' }).then(
      (text) => download(text, 'application/json', diagnostics.fileName, 'json'),
      failed(diagnose),
    );
  return (
    <section aria-labelledby="troubleshooting">
      <h2 id="troubleshooting">{options.troubleshooting}</h2>
      <p className="prose">{diagnostics.text}</p>
      <div>
        <Button onClick={diagnose}>{diagnostics.save}</Button>
      </div>
      <div>
        <Confirm action={options.reset} title={options.reset} text={options.resetText} onConfirm={reset} />
      </div>
      {typeof result === 'object' && <FailureNotice failure={result.failure} onTryAgain={result.again} />}
    </section>
  );
}

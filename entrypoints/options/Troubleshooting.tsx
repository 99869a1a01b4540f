import { useState } from 'react';
import { Confirm } from '../../components/confirm.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Notice } from '../../components/parts.tsx';
import { failureOf, type SendFailure, send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';

const { options } = texts;

/** Resetting is harmless, and says so before it is done. */
export function Troubleshooting() {
  const [result, setResult] = useState<'none' | 'done' | SendFailure>('none');
  const reset = () =>
    void send({ type: 'cache/reset' }).then(
      () => setResult('done'),
      (error: unknown) => setResult(failureOf(error)),
    );
  return (
    <section aria-labelledby="troubleshooting">
      <h2 id="troubleshooting">{options.troubleshooting}</h2>
      <div>
        <Confirm action={options.reset} title={options.reset} text={options.resetText} onConfirm={reset} />
      </div>
      {result === 'done' && <Notice tone="good">{options.resetDone}</Notice>}
      {result !== 'none' && result !== 'done' && <FailureNotice failure={result} onTryAgain={reset} />}
    </section>
  );
}

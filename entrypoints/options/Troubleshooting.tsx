import { useState } from 'react';
import { Button, Notice } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';

const { options } = texts;

/** Resetting is harmless, and says so before it is done. */
export function Troubleshooting() {
  const [step, setStep] = useState<'idle' | 'asked' | 'done'>('idle');
  return (
    <section aria-labelledby="troubleshooting">
      <h2 id="troubleshooting">{options.troubleshooting}</h2>
      <p>{options.resetText}</p>
      <div className="row">
        {step === 'asked' ? (
          <>
            <Button look="primary" onClick={() => void send({ type: 'cache/reset' }).then(() => setStep('done'))}>
              {options.resetConfirm}
            </Button>
            <Button onClick={() => setStep('idle')}>{options.cancel}</Button>
          </>
        ) : (
          <Button onClick={() => setStep('asked')}>{options.reset}</Button>
        )}
      </div>
      {step === 'done' && <Notice tone="good">{options.resetDone}</Notice>}
    </section>
  );
}

import { type SubmitEvent, useState } from 'react';
import { Explain } from '../../components/explain.tsx';
import { Notice } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { Cause } from '../../lib/outcome.ts';

const { options, setup } = texts;

interface AccountQuestionProps {
  /** In whose division it is asked. */
  readonly connectionId: string;
  readonly cause: Extract<Cause, { type: 'customerAmbiguous' }>;
}

/** Several accounts may be the customer: the user says which, and a run books what waited for it. */
export function AccountQuestion({ connectionId, cause: { type, customer, name, candidates } }: AccountQuestionProps) {
  const [state, setState] = useState<'open' | 'sending' | 'failed'>('open');
  const answer = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const accountId = new FormData(event.currentTarget).get('account');
    if (state === 'sending' || typeof accountId !== 'string') return;
    setState('sending');
    // The table itself follows the change that the background tells of.
    void send({ type: 'customer/choose', connectionId, customer, accountId }).then(
      () => setState('open'),
      () => setState('failed'),
    );
  };
  return (
    // A form for each document: one customer's question may stand on the page more than once.
    <form className="question" onSubmit={answer}>
      <fieldset>
        <legend>{fill(options.whichAccount, { name })}</legend>
        {candidates.map(({ id, label }) => (
          <label key={id}>
            <input type="radio" name="account" value={id} required /> {label}
          </label>
        ))}
      </fieldset>
      <p className="soft">{options.whichAccountHint}</p>
      {state === 'failed' && <Notice tone="attention">{setup.failed}</Notice>}
      <button type="submit" className="button" aria-disabled={state === 'sending'}>
        {options.useAccount}
      </button>
      <Explain type={type} of={fill(options.whichAccount, { name })} />
    </form>
  );
}

import { useState } from 'react';
import { Button } from '../../components/parts.tsx';
import { send } from '../../components/send.ts';
import { texts } from '../../components/texts.ts';
import type { Cause } from '../../lib/outcome.ts';

const { options } = texts;

interface AccountQuestionProps {
  readonly cause: Extract<Cause, { type: 'customerAmbiguous' }>;
}

/** Several accounts may be the customer: the user says which, and a run books what waited for it. */
export function AccountQuestion({ cause: { customer, candidates } }: AccountQuestionProps) {
  const [accountId, setAccountId] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const answer = () => {
    if (accountId === null) return;
    setBusy(true);
    // The table itself follows the change that the background tells of.
    void send({ type: 'customer/choose', customer, accountId }).finally(() => setBusy(false));
  };
  return (
    <fieldset className="question">
      <legend>{options.whichAccount}</legend>
      {candidates.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={customer} checked={id === accountId} onChange={() => setAccountId(id)} /> {label}
        </label>
      ))}
      <Button onClick={answer} isBusy={isBusy}>
        {options.useAccount}
      </Button>
    </fieldset>
  );
}

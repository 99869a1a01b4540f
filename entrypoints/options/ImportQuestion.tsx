import { type SubmitEvent, useState } from 'react';
import { texts } from '../../components/texts.ts';
import type { ImportAnswer } from '../../lib/accounting/import-plan.ts';
import { fill } from '../../lib/i18n/index.ts';
import type { ImportItemView, ImportStanding } from '../../lib/import-messages.ts';

const { imports } = texts;

interface ImportQuestionProps {
  readonly item: ImportItemView;
  readonly question: Extract<ImportStanding, { is: 'ask' }>;
  readonly onAnswer: (answer: ImportAnswer) => Promise<void>;
}

/** Too doubtful to be guessed: the user says what it is. */
export function ImportQuestion({ item: { name, mayBeContact }, question, onAnswer }: ImportQuestionProps) {
  const [isSending, setSending] = useState(false);
  const choices: readonly { readonly label: string; readonly answer: ImportAnswer }[] = [
    ...question.candidates.map((one) => ({
      label: fill(imports.isThis, { name: one.place === null ? one.name : `${one.name}, ${one.place}` }),
      answer: { do: 'link', customer: one.key } as const,
    })),
    { label: imports.createAs.company, answer: { do: 'create', as: 'company' } },
    ...(mayBeContact ? [{ label: imports.createAs.contact, answer: { do: 'create', as: 'contact' } as const }] : []),
    { label: imports.leaveOut, answer: { do: 'skip' } },
  ];
  const answer = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = choices[Number(new FormData(event.currentTarget).get('answer'))]?.answer;
    if (isSending || chosen === undefined) return;
    setSending(true);
    void onAnswer(chosen).finally(() => setSending(false));
  };
  return (
    <form className="question" onSubmit={answer}>
      <fieldset>
        <legend>{fill(imports.asked[question.why], { name, account: question.account ?? '' })}</legend>
        {choices.map(({ label }, index) => (
          <label key={label}>
            <input type="radio" name="answer" value={index} required /> {label}
          </label>
        ))}
      </fieldset>
      <button
        type="submit"
        className="button"
        aria-disabled={isSending}
        aria-label={fill(imports.ofName, { action: imports.decide, name })}
      >
        {imports.decide}
      </button>
    </form>
  );
}

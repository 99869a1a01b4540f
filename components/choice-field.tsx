import { useId } from 'react';

interface ChoiceFieldProps<T extends string> {
  readonly question: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  /** Null: not answered yet. */
  readonly value: T | null;
  readonly onChange: (value: T) => void;
}

/** A question with all its answers in sight. */
export function ChoiceField<T extends string>({ question, choices, value, onChange }: ChoiceFieldProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{question}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="row">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

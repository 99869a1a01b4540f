import { type ReactNode, useId, useState } from 'react';
import type { Choice } from '../lib/messages.ts';
import { texts } from './texts.ts';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly look?: 'primary' | 'plain';
  /** Under way: pressing again does nothing, but the focus stays. */
  readonly isBusy?: boolean;
}

export function Button({ children, onClick, look, isBusy = false }: ButtonProps) {
  return (
    <button
      type="button"
      className={look === undefined ? 'button' : `button is-${look}`}
      aria-disabled={isBusy}
      onClick={() => !isBusy && onClick()}
    >
      {children}
    </button>
  );
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly children: (ids: { readonly id: string; readonly hintId: string | undefined }) => ReactNode;
}

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, hintId })}
      {hint !== undefined && (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly type?: 'text' | 'password' | 'date';
  readonly onCommit: (value: string) => void;
}

/** Commits when it is left, and at the latest a moment after the last key: closing the popup loses nothing. */
export function TextField({ label, hint, value, type = 'text', onCommit }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (text: string) => {
    if (text !== value) onCommit(text);
  };
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <input
          id={id}
          type={type}
          aria-describedby={hintId}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? value}
          onChange={(event) => {
            setTyped(event.target.value);
            commit(event.target.value.trim());
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </Field>
  );
}

interface SelectFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  /** What choosing nothing is called. */
  readonly none: string;
  readonly onChange: (value: string | null) => void;
}

/** Choices that cannot be picked are shown with the reason. */
export function SelectField({ label, hint, value, choices, none, onChange }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {({ id, hintId }) => (
        <select
          id={id}
          aria-describedby={hintId}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{none}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.unusable !== null}>
              {choice.unusable === null ? choice.label : `${choice.label} (${texts.unusable[choice.unusable]})`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <Field label={label}>
      {({ id }) => (
        <span className="copy">
          <input id={id} readOnly value={value} onFocus={(event) => event.target.select()} />
          <Button onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
            <span aria-live="polite">{isCopied ? texts.setup.copied : texts.setup.copy}</span>
          </Button>
        </span>
      )}
    </Field>
  );
}

interface NoticeProps {
  readonly tone: 'attention' | 'good' | 'neutral';
  readonly children: ReactNode;
}

export function Notice({ tone, children }: NoticeProps) {
  return (
    <div
      className={tone === 'neutral' ? 'notice' : `notice is-${tone}`}
      role={tone === 'attention' ? 'alert' : 'status'}
    >
      {children}
    </div>
  );
}

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  return (
    <div
      className="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <div style={{ width: `${total === 0 ? 0 : Math.round((done / total) * 100)}%` }} />
    </div>
  );
}

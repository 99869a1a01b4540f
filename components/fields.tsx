import { type ReactNode, useEffect, useEffectEvent, useId, useState } from 'react';
import { fill } from '../lib/i18n/index.ts';
import type { Choice } from '../lib/messages.ts';
import { Button } from './parts.tsx';
import { texts } from './texts.ts';
import { toast } from './toasts.tsx';

interface FieldProps {
  /** Its own where none is given. */
  readonly id?: string;
  readonly label: string;
  /** Its full name, where the label says too little by itself. */
  readonly name?: string | undefined;
  /** Label on the left, what it labels on the right. */
  readonly isPair?: boolean | undefined;
  /** What stands in it was proposed, and not chosen by the user. */
  readonly isProposal?: boolean | undefined;
  readonly hint?: string | undefined;
  /** Why what stands in it will not do. */
  readonly problem?: string | null;
  readonly children: (ids: FieldIds) => ReactNode;
}

interface FieldIds {
  readonly id: string;
  readonly 'aria-label': string | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** A label, what it labels, and a hint and a problem that are read out with it. */
export function Field({ id: given, label, name, isPair, isProposal, hint, problem = null, children }: FieldProps) {
  const ownId = useId();
  const id = given ?? ownId;
  const hintId = hint === undefined && problem === null ? undefined : `${id}-hint`;
  const markId = isProposal ? `${id}-mark` : undefined;
  const described = [markId, hintId].filter((one) => one !== undefined).join(' ') || undefined;
  return (
    <div className={isPair ? 'field is-pair' : 'field'}>
      <span className="field-head">
        <label htmlFor={id}>{label}</label>
        {markId !== undefined && (
          <span className="mark" id={markId}>
            {texts.setup.proposal}
          </span>
        )}
      </span>
      {children({ id, 'aria-label': name, 'aria-describedby': described })}
      {hintId !== undefined && (
        <span className="hint" id={hintId}>
          {problem !== null && <strong>{problem} </strong>}
          {hint}
        </span>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null;
  readonly value: string;
  readonly type?: 'text' | 'password' | 'date' | 'search';
  readonly maxLength?: number;
  readonly onCommit: (value: string) => void;
}

/** How long after the last key a text is taken as typed. */
const SETTLE_MS = 300;

/** Commits when it is left, a moment after the last key, and when the page goes: closing the popup loses nothing. */
export function TextField({ label, hint, problem = null, value, type = 'text', maxLength, onCommit }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const text = typed?.trim();
    if (text !== undefined && text !== value) onCommit(text);
  };
  const commitSettled = useEffectEvent(commit);
  useEffect(() => {
    if (typed === null) return;
    const commitNow = () => commitSettled();
    const timer = setTimeout(commitNow, SETTLE_MS);
    window.addEventListener('pagehide', commitNow);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', commitNow);
    };
  }, [typed]);
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          spellCheck={false}
          maxLength={maxLength}
          value={typed ?? value}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => {
            commit();
            setTyped(null);
          }}
        />
      )}
    </Field>
  );
}

export interface SelectFieldProps extends Pick<FieldProps, 'label' | 'name' | 'isPair' | 'isProposal' | 'hint'> {
  readonly value: string | null;
  readonly choices: readonly Choice[];
  /** What choosing nothing is called; null where something is always chosen. */
  readonly none: string | null;
  readonly onChange: (value: string | null) => void;
}

/** What stands chosen among the choices, and why it will not do any more. */
export function problemWith(value: string | null, choices: readonly Choice[]) {
  const chosen = choices.find((choice) => choice.value === value);
  const isGone = chosen === undefined && Boolean(value) && choices.length > 0;
  const reason = isGone ? 'missing' : (chosen?.unusable ?? null);
  const problem = reason === null ? null : fill(texts.setup.unusableChoice, { reason: texts.unusable[reason] });
  return { isGone, problem };
}

interface PlainSelectFieldProps extends SelectFieldProps {
  /** Why what stands chosen will not do beside what is chosen elsewhere. */
  readonly clash?: string | null;
}

/** Choices that cannot be picked are shown with the reason, also the one that stands chosen. */
export function SelectField({ value, choices, none, clash = null, onChange, ...field }: PlainSelectFieldProps) {
  const { isGone, problem: unusable } = problemWith(value, choices);
  const problem = unusable ?? clash;
  return (
    <Field {...field} problem={problem}>
      {(ids) => (
        <select
          {...ids}
          aria-invalid={problem !== null}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          {none !== null && <option value="">{none}</option>}
          {isGone && (
            <option value={value ?? ''} disabled>
              {`${value} (${texts.unusable.missing})`}
            </option>
          )}
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

interface CheckFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Not to be changed now; why stands beside it. */
  readonly isLocked?: boolean;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function CheckField({ label, hint, isLocked = false, value, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        disabled={isLocked}
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    </div>
  );
}

/** A value to be carried elsewhere. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const copy = (): void => void navigator.clipboard.writeText(value).then(() => toast(texts.setup.copied));
  return (
    <Field label={label}>
      {(ids) => (
        <span className="copy">
          <input {...ids} readOnly value={value} onFocus={(event) => event.target.select()} />
          <Button onClick={copy}>{texts.setup.copy}</Button>
        </span>
      )}
    </Field>
  );
}

import type { ReactNode } from 'react';
import type { Service } from '../lib/outcome.ts';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly look?: 'primary' | 'plain' | undefined;
  /** Under way: pressing again does nothing, but the focus stays. */
  readonly isBusy?: boolean;
  /** Its name, where what it shows says too little by itself. */
  readonly label?: string | undefined;
}

export function Button({ children, onClick, look, isBusy = false, label }: ButtonProps) {
  return (
    <button
      type="button"
      className={look === undefined ? 'button' : `button is-${look}`}
      aria-label={label}
      aria-disabled={isBusy}
      onClick={() => !isBusy && onClick()}
    >
      {children}
    </button>
  );
}

interface LinkProps {
  readonly href: string;
  readonly look?: 'button';
  readonly children: ReactNode;
}

/** Opens a tab of its own: the popup closes, and the page that one is on stays. */
export function Link({ href, look, children }: LinkProps) {
  return (
    <a className={look === 'button' ? 'button' : 'button is-plain'} href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** Two pages and the bridge between them. Not in a file of its own: that would hold the popup's first paint up. */
const Mark = () => (
  <svg viewBox="0 0 32 32" width={24} height={24} aria-hidden="true">
    <rect width="32" height="32" rx="7" fill="#12574f" />
    <path fill="#fff" d="M6 5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v13H6zM18 5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v13h-8z" />
    <path stroke="#12574f" strokeWidth="2" d="M8 9h4M8 13h4M20 9h4M20 13h4" />
    <path fill="#7fe0c8" d="M4 20h24v8h-6a6 6 0 0 0-12 0H4z" />
  </svg>
);

/** The product's name beside its mark. */
export function Brand() {
  return (
    <h1 className="brand">
      <Mark />
      Boekbrug
    </h1>
  );
}

/** Stands where a service's own sign would: a sheet for who invoices, a ledger for who keeps the books. */
export function ServiceIcon({ service }: { readonly service: Service }) {
  return (
    <svg className="service-icon" viewBox="0 0 20 20" aria-hidden="true">
      {service === 'teamleader' ? (
        <path d="M5 2.5h7l3 3v12H5zM12 2.5v3h3M7.5 9h5M7.5 12h5M7.5 15h3" />
      ) : (
        <path d="M4 3.5h5a1.5 1.5 0 0 1 1 .5 1.5 1.5 0 0 1 1-.5h5v12h-5.5l-.5.5-.5-.5H4zM10 4v12M6 7h2M6 10h2M12 7h2M12 10h2" />
      )}
    </svg>
  );
}

/** Says in colour and shape what the text beside it says in words. */
export function StatusDot({ tone }: { readonly tone: 'neutral' | 'good' | 'attention' }) {
  return <span className={tone === 'neutral' ? 'dot' : `dot is-${tone}`} aria-hidden="true" />;
}

interface NoticeProps {
  readonly tone: 'attention' | 'good' | 'neutral';
  /** Answers what was asked for, and is scrolled to when it comes, as far as it must. */
  readonly isAnswer?: boolean;
  readonly children: ReactNode;
}

export function Notice({ tone, isAnswer = false, children }: NoticeProps) {
  return (
    <div
      ref={isAnswer ? reveal : null}
      className={tone === 'neutral' ? 'notice' : `notice is-${tone}`}
      role={tone === 'attention' ? 'alert' : 'status'}
    >
      {children}
    </div>
  );
}

const reveal = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known yet. */
  readonly total: number;
}

export function Progress({ label, done, total }: ProgressProps) {
  const isKnown = total > 0;
  return (
    <div
      className={isKnown ? 'progress' : 'progress is-unknown'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(isKnown ? { 'aria-valuemax': total, 'aria-valuenow': done } : {})}
    >
      <div style={isKnown ? { width: `${Math.round((done / total) * 100)}%` } : {}} />
    </div>
  );
}

import type { ReactNode } from 'react';

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
  readonly children: ReactNode;
}

/** Opens a tab of its own: the popup closes, and the page that one is on stays. */
export function Link({ href, children }: LinkProps) {
  return (
    <a className="button is-plain" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}

/** The product's name beside its mark. */
export function Brand() {
  return (
    <h1 className="brand">
      <img src="/icon/boekbrug.svg" alt="" width={24} height={24} />
      Boekbrug
    </h1>
  );
}

/** Says in colour and shape what the text beside it says in words. */
export function StatusDot({ tone }: { readonly tone: 'neutral' | 'good' | 'attention' }) {
  return <span className={tone === 'neutral' ? 'dot' : `dot is-${tone}`} aria-hidden="true" />;
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

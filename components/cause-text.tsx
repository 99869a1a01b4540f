import { fixesOf } from '../lib/fix.ts';
import { describeCause } from '../lib/i18n/describe.ts';
import type { Cause } from '../lib/outcome.ts';
import { Explain } from './explain.tsx';
import { FixLinks } from './fix-links.tsx';
import { language, texts } from './texts.ts';

interface CauseTextProps {
  readonly cause: Cause;
  /** The last day that it is about, where it is about more than the one that it names. */
  readonly lastDate?: string | null;
  /** The document's page in Teamleader, where it is about a document. */
  readonly webUrl?: string | null;
  /** Of which connection it is told. */
  readonly connectionId?: string | null;
}

/** What happened, what to do, the way there, and the same at length. */
export function CauseText({ cause, lastDate = null, webUrl = null, connectionId = null }: CauseTextProps) {
  const { text, fix } = describeCause(cause, texts, language, lastDate);
  return (
    <div className="cause" data-of-today={'until' in cause || undefined}>
      <strong>{text}</strong> <span>{fix}</span>
      <FixLinks fixes={fixesOf(cause)} webUrl={webUrl} connectionId={connectionId} />
      <Explain type={cause.type} of={text} />
    </div>
  );
}

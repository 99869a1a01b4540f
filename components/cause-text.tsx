import { describeCause, placeOf } from '../lib/i18n/describe.ts';
import type { Cause } from '../lib/outcome.ts';
import { Link } from './parts.tsx';
import { language, texts } from './texts.ts';

/** The set-up in a tab of its own. */
export const SETUP_PAGE = '/popup.html#set-up';

interface CauseTextProps {
  readonly cause: Cause;
  /** The document's page in Teamleader, where it is about a document. */
  readonly webUrl?: string | null;
}

/** What happened, what to do, and the way there. */
export function CauseText({ cause, webUrl = null }: CauseTextProps) {
  const { text, fix } = describeCause(cause, texts, language);
  const place = placeOf(cause);
  return (
    <div className="cause">
      <strong>{text}</strong> <span>{fix}</span>
      {place === 'setup' && <Link href={SETUP_PAGE}>{texts.options.openSetup}</Link>}
      {place === 'teamleader' && webUrl !== null && <Link href={webUrl}>{texts.options.open}</Link>}
    </div>
  );
}

import { fill, formatDate, formatTime } from '../lib/i18n/index.ts';
import type { Outcome } from '../lib/outcome.ts';
import { CauseText } from './cause-text.tsx';
import { StatusDot } from './parts.tsx';
import { language, texts } from './texts.ts';

const { badgeTitle } = texts;

interface OutcomeTextProps {
  readonly outcome: Outcome;
  readonly webUrl: string | null;
  readonly connectionId: string;
  /** How it stands with its payments, in words. */
  readonly payment?: string | null;
  /** The user has to look at the payments. */
  readonly isToCheck?: boolean;
}

/** How a document ended, in words. */
export function OutcomeText({ outcome, webUrl, connectionId, payment = null, isToCheck = false }: OutcomeTextProps) {
  switch (outcome.state) {
    case 'booked':
    case 'adopted': {
      const { entryNumber, journal, date } = outcome.entry;
      const text = fill(badgeTitle[outcome.state], { entryNumber, journal, date: formatDate(date, language) });
      return (
        <div className="outcome">
          <StatusDot tone={isToCheck ? 'attention' : 'good'} />
          {payment === null ? text : `${text}. ${payment}`}
        </div>
      );
    }
    case 'waiting': {
      const { cause, until } = outcome;
      return (
        <div className="outcome">
          <StatusDot tone="neutral" />
          {cause !== null ? (
            <CauseText cause={cause} webUrl={webUrl} connectionId={connectionId} />
          ) : until === null ? (
            badgeTitle.waiting
          ) : (
            fill(badgeTitle.waitingUntil, { time: formatTime(until, language) })
          )}
        </div>
      );
    }
    case 'blocked':
      return (
        <div className="outcome">
          <StatusDot tone="attention" />
          <CauseText cause={outcome.cause} webUrl={webUrl} connectionId={connectionId} />
        </div>
      );
  }
}

import type { SalesEntry } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause, CauseType, Outcome, Service } from '../outcome.ts';
import type { SalesEntryIntent } from '../store/records.ts';

/**
 * A write whose answer was lost ages before "not found" is believed: longer than the other side may still be
 * working on it (Exact ends a request after five minutes).
 */
export const ANSWER_LOST_WAIT_MS = 6 * 60_000;

const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/**
 * When "not found" may be believed and the document sent again, in epoch milliseconds. One that is lost again and again
 * is at fault itself: each time it waits twice as long.
 */
export const believedAt = ({ sentAt, losses }: Pick<SalesEntryIntent, 'sentAt' | 'losses'>): number =>
  sentAt + Math.min(ANSWER_LOST_WAIT_MS * 2 ** Math.max(0, losses - 1), LONGEST_WAIT_MS);

/** How long a run that meets a colleague's stands back: each refusal that they cost each other is rationed. */
export const STAND_BACK_MS = 90_000;

/** A failed read, or a failed write that surely did nothing, as the user is told of it. */
export function causeOf(failure: Failure, service: Service): Cause {
  switch (failure.kind) {
    case 'noAnswer':
    case 'noToken':
      return { type: 'unreachable', service };
    case 'limited':
      return { type: 'limitReached', service, until: failure.until };
    case 'heldBack':
      return { type: 'tooManyErrors', errors: failure.errors, until: failure.until };
    case 'loginNeeded':
      return { type: 'loginNeeded', service };
    case 'forbidden':
      return { type: 'rightMissing', service, endpoint: failure.endpoint };
    case 'refused':
      return { type: 'refused', service, text: failure.text };
    case 'notUnderstood':
      return { type: 'notUnderstood', service, detail: failure.detail };
  }
}

/** Causes that go away by themselves, and when to look again (epoch milliseconds; null: at the next run). */
export function waitOf(cause: Cause): { readonly until: number | null } | null {
  switch (cause.type) {
    case 'limitReached':
    case 'tooManyErrors':
    case 'colleagueBooking':
    case 'colleagueImporting':
    case 'answerLost':
    case 'importAnswerLost':
      return { until: cause.until };
    case 'unreachable':
    case 'loginNeeded':
    case 'notReadBack':
      return { until: null };
    default:
      return null;
  }
}

/** A ration is used up, of calls or of errors. */
export const isRationed = ({ type }: Cause): boolean => type === 'limitReached' || type === 'tooManyErrors';

/** How a document ends for which the cause holds. */
export function outcomeOf(cause: Cause): Outcome {
  const wait = waitOf(cause);
  return wait === null ? { state: 'blocked', cause, entry: null } : { state: 'waiting', cause, until: wait.until };
}

const FROM_REFERENCE_DATA: ReadonlySet<CauseType> = new Set([
  'taxRateNotLinked',
  'vatCodeUnusable',
  'glAccountMissing',
  'glAccountBlocked',
  'journalMissing',
  'journalBlocked',
  'currencyNotAllowed',
]);

/** What was sent is looked for again, and not sent a second time before then. */
export function stillInDoubt(intent: Pick<SalesEntryIntent, 'sentAt' | 'losses' | 'answer'>): Outcome {
  if (intent.answer !== null) return { state: 'waiting', cause: { type: 'notReadBack' }, until: believedAt(intent) };
  const until = believedAt(intent);
  return { state: 'waiting', cause: { type: 'answerLost', write: 'booking', until }, until };
}

/** May fresher reference data make it go away? */
export const isFromReferenceData = (cause: Cause): boolean => FROM_REFERENCE_DATA.has(cause.type);

/**
 * A refusal is expensive (Exact blocks a key after ten an hour), so what would surely be refused for the same
 * cause is held back unsent. Gives whether an entry shares the cause for which `refused` was turned down.
 */
export function isKin(cause: Cause, refused: SalesEntry, entry: SalesEntry): boolean {
  switch (cause.type) {
    case 'periodClosed':
      // Periods are closed from the oldest on, so what is dated no later falls into a closed one too.
      return entry.date.slice(0, 7) <= refused.date.slice(0, 7);
    case 'financialYearMissing':
      return entry.date.slice(0, 4) === refused.date.slice(0, 4);
    case 'journalBlocked':
    case 'journalMissing':
      return entry.journal === refused.journal;
    case 'rightMissing':
    case 'notUnderstood':
      return true;
    default:
      return false;
  }
}

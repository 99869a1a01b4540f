import type { Failure } from '../http/failure.ts';
import type { Cause, LostWrite } from '../outcome.ts';
import type { WriteOutcome } from '../store/write-record.ts';

/** Why a write did not bring its document further. */
export type Failed =
  /** Not booked, or not known to be; the cause says whether it goes on by itself. */
  | { readonly kind: 'failed'; readonly cause: Cause }
  /** As failed, and nothing more can be sent in this run, for the problem named. */
  | { readonly kind: 'stopped'; readonly cause: Cause; readonly problem: Cause };

export const stopped = (cause: Cause): Failed => ({ kind: 'stopped', cause, problem: cause });

/** A write after which nobody here knows whether it was done. */
export const isInDoubt = (failure: Failure): boolean => failure.kind === 'noAnswer' || failure.kind === 'notUnderstood';

/** What the history says of a write that failed; null: nothing was sent. */
export function writeOutcomeOf(failure: Failure): WriteOutcome | null {
  switch (failure.kind) {
    case 'limited':
    case 'heldBack':
    case 'noToken':
    case 'loginNeeded':
      return null;
    case 'noAnswer':
    case 'notUnderstood':
      return { state: 'lost' };
    case 'forbidden':
      return { state: 'refused', text: failure.endpoint };
    case 'refused':
      return { state: 'refused', text: failure.text };
  }
}

/** A service that twice in a row does not answer is left alone until the next run. */
const MOST_IN_A_ROW = 2;

/** Counts answers to writes that were lost one after another. */
export class LostAnswers {
  #inARow = 0;

  /** @param until when it may be sent again, in epoch milliseconds */
  note(write: LostWrite, until: number): Failed {
    this.#inARow += 1;
    const cause: Cause = { type: 'answerLost', write, until };
    if (this.#inARow < MOST_IN_A_ROW) return { kind: 'failed', cause };
    return { kind: 'stopped', cause, problem: { type: 'unreachable', service: 'exact' } };
  }

  forget(): void {
    this.#inARow = 0;
  }
}

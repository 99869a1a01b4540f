/** What a user may ask for one document: the background says which, and takes no other. */
import { isSettled, type Outcome } from './outcome.ts';
import { driftOf, isGone } from './standing.ts';

export const DOCUMENT_ACTIONS = ['preview', 'syncThis', 'lookAgain', 'bookAgain', 'accept'] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

/** These are asked about before they are done. */
export const QUESTIONED = ['bookAgain', 'accept'] as const satisfies DocumentAction[];
export type QuestionedAction = (typeof QUESTIONED)[number];

const NOT_BOOKED: readonly DocumentAction[] = ['preview', 'syncThis'];

/** What was booked once is only ever booked again where its entry is gone, and by the user's own word. Feature D9. */
export function actionsFor(outcome: Outcome): readonly DocumentAction[] {
  if (!isSettled(outcome)) return NOT_BOOKED;
  if (outcome.standing === undefined) return [];
  const drift = driftOf(outcome.standing);
  const again: readonly DocumentAction[] = isGone(outcome.standing) ? ['bookAgain'] : [];
  return [...again, 'lookAgain', ...(drift === null ? [] : (['accept'] as const))];
}

import type { WriteView } from '../../lib/messages.ts';

const STATES = {
  done: ['done', 'found'],
  refused: ['refused'],
  unknown: ['lost', 'sent'],
} as const satisfies Record<string, readonly WriteView['outcome']['state'][]>;

export type WriteFilter = keyof typeof STATES;

export const isWriteFilter = (value: string): value is WriteFilter => Object.hasOwn(STATES, value);

/**
 * The calls that match, in the order given.
 * @param search part of a name, a number or an id (blanks do not matter)
 * @param filter null for all
 */
export function findWrites(
  writes: readonly WriteView[],
  search: string,
  filter: WriteFilter | null,
): readonly WriteView[] {
  const wanted = compact(search);
  const states: readonly string[] | null = filter === null ? null : STATES[filter];
  return writes
    .filter(({ outcome }) => states === null || states.includes(outcome.state))
    .filter(({ name, madeFor, subject, exactId }) =>
      [name, madeFor, subject, exactId].some((text) => text !== null && compact(text).includes(wanted)),
    );
}

const compact = (text: string): string => text.replace(/\s+/g, '').toLowerCase();

import type { SyncContext } from '../../lib/sync/context.ts';

/** At most so long, in milliseconds. */
const APART_MS = 8_000;

/** By then who goes first has sent the first of his, and whoever comes after sees it: he stands back from all of them. */
const HEAD_START_MS = 12_000;

export const standApart: SyncContext['standApart'] = (from) =>
  new Promise((resolve) => {
    setTimeout(resolve, (from === 'booker' ? 0 : HEAD_START_MS) + Math.random() * APART_MS);
  });

import { useSyncExternalStore } from 'react';

const follow = (listener: () => void): (() => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** The address's part after `#`, which says what a page shows, so that links lead there and Back goes back. */
export const useHash = (): string => useSyncExternalStore(follow, () => location.hash.slice(1));

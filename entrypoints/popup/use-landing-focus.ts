import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where one page makes way for the other, the button that led there is gone, and the focus with it: the page that came
 * takes it, unless a part of it has.
 * @param isHome which page stands there; null: none yet
 */
export function useLandingFocus(page: RefObject<HTMLElement | null>, isHome: boolean | null): void {
  const before = useRef(isHome);
  useEffect(() => {
    const isOther = before.current !== null && isHome !== before.current;
    before.current = isHome;
    if (isOther && document.activeElement === document.body) page.current?.focus();
  }, [page, isHome]);
}

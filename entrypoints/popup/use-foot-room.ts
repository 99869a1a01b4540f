import { type RefObject, useEffect } from 'react';

/** What takes the focus or is led to must not hide under the bar at the foot, which grows with what it says. */
export function useFootRoom(foot: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const bar = foot.current;
    if (bar === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      style.scrollPaddingBlockEnd = `${bar.offsetHeight}px`;
    });
    observer.observe(bar);
    return () => {
      observer.disconnect();
      style.scrollPaddingBlockEnd = '';
    };
  }, [foot]);
}

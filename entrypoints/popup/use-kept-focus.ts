import { type RefObject, useEffect } from 'react';

/** Where what had the focus goes with a change of its step, the step takes it: by keyboard, one goes on from there. */
export function useKeptFocus(steps: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const place = steps.current;
    if (place === null) return;
    let last: { readonly element: Element; readonly step: HTMLElement } | null = null;
    const note = ({ target }: FocusEvent) => {
      const step = target instanceof Element && place.contains(target) ? target.closest<HTMLElement>('.step') : null;
      last = target instanceof Element && step !== null ? { element: target, step } : null;
    };
    const observer = new MutationObserver(() => {
      if (last !== null && !last.element.isConnected && document.activeElement === document.body) last.step.focus();
    });
    document.addEventListener('focusin', note);
    observer.observe(place, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [steps]);
}

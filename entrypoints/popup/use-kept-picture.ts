import { useEffect } from 'react';
import { chosen } from '../../components/texts.ts';
import type { SetupView } from '../../lib/messages.ts';
import { keepPicture } from './picture.ts';

/** Parts that are loaded as they are needed stand there by then. */
const SETTLED_MS = 200;

/** Keeps a picture of the page once it shows this; null: not of what is shown now. */
export function useKeptPicture(shown: SetupView | null): void {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>('#root');
    if (shown === null || root === null) return;
    const timer = setTimeout(() => void keepPicture(root, shown, chosen), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [shown]);
}

import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { forgetPicture, keepPicture } from '../../components/picture.ts';
import { chosen } from '../../components/texts.ts';
import { chosenLanguage, LANGUAGE } from '../../lib/i18n/language.ts';
import type { SetupView } from '../../lib/messages.ts';

/** Parts that are loaded as they are needed stand there by then. */
const SETTLED_MS = 200;

/**
 * Keeps a picture of the first page once it shows this.
 * @param view null: nothing is known yet
 * @param isHome what is shown first by now is the page of which there is a picture
 * @param isSettled it stands there as it will when it is opened next
 */
export function useKeptPicture(view: SetupView | null, isHome: boolean, isSettled: boolean): void {
  useEffect(() => {
    const root = document.querySelector<HTMLElement>('#root');
    if (view === null || root === null) return;
    if (!isHome) forgetPicture();
    if (!isSettled) return;
    let isOver = false;
    const keep = async () => {
      // It may have been changed under a page that stands open: what is opened next speaks another one.
      const spoken = chosenLanguage(await browser.storage.local.get(LANGUAGE));
      if (!isOver && spoken === chosen) keepPicture(root);
    };
    const timer = setTimeout(() => void keep(), SETTLED_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [view, isHome, isSettled]);
}

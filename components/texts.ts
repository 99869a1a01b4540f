import { browser } from 'wxt/browser';
import { type Texts, textLanguage } from '../lib/i18n/index.ts';
import { chosenLanguage, LANGUAGE, type Language } from '../lib/i18n/language.ts';
import { loadTexts } from '../lib/i18n/load-texts.ts';

const spoken = browser.i18n.getUILanguage();
/** Most users have chosen nothing: these texts are loaded while that is read. */
const spokenTexts = loadTexts(spoken);

/** As the user chose; null: as the browser speaks. */
export const chosen: Language | null = chosenLanguage(await browser.storage.local.get(LANGUAGE));

/** Texts, money and dates follow it. */
export const language: string = chosen ?? spoken;
export const texts: Texts = await (chosen === null ? spokenTexts : loadTexts(chosen));

/** Tells screen readers in which language to read. */
export function markLanguage(): void {
  document.documentElement.lang = textLanguage(language);
}

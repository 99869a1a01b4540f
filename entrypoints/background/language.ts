import { browser } from 'wxt/browser';
import { chosenLanguage, LANGUAGE, type Language } from '../../lib/i18n/language.ts';

/** The user's choice, or the language that speaks for him where he has made none. */
export const languageOr = async (other: string): Promise<string> =>
  chosenLanguage(await browser.storage.local.get(LANGUAGE)) ?? other;

export async function chooseLanguage(language: Language | null): Promise<void> {
  await browser.storage.local.set({ [LANGUAGE]: language });
}

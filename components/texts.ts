import { browser } from 'wxt/browser';
import { type Texts, textLanguage, textsFor } from '../lib/i18n/index.ts';

/** The browser's own language; texts, money and dates follow it. */
export const language: string = browser.i18n.getUILanguage();
export const texts: Texts = textsFor(language);

/** Tells screen readers in which language to read. */
export function markLanguage(): void {
  document.documentElement.lang = textLanguage(language);
}

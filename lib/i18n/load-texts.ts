import { type Texts, tableOf } from './index.ts';
import type { Language } from './language.ts';

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import('./en/index.ts')).en,
  nl: async () => (await import('./nl/index.ts')).nl,
  fr: async () => (await import('./fr/index.ts')).fr,
  de: async () => (await import('./de/index.ts')).de,
};

/** The texts for a language tag and no others: a page speaks one language, and is drawn the sooner. */
export const loadTexts = (language: string): Promise<Texts> => LOADERS[tableOf(language) ?? 'en']();

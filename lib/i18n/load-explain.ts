import type { ExplainTexts } from './en/explain.ts';
import { tableOf } from './index.ts';
import type { Language } from './language.ts';

export type ExplainWords = ExplainTexts['explain'];

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly explain: ExplainTexts }>>> = {
  en: async () => import('./en/explain.ts'),
  nl: async () => import('./nl/explain.ts'),
  fr: async () => import('./fr/explain.ts'),
  de: async () => import('./de/explain.ts'),
};

/** Only who asks to have something explained waits for the words. */
export const loadExplain = async (language: string): Promise<ExplainWords> =>
  (await LOADERS[tableOf(language) ?? 'en']()).explain.explain;

import { explain as explainDe } from '../../../lib/i18n/de/explain.ts';
import { de } from '../../../lib/i18n/de/index.ts';
import { type ExplainTexts, explain as explainEn } from '../../../lib/i18n/en/explain.ts';
import { en, type Texts } from '../../../lib/i18n/en/index.ts';
import { explain as explainFr } from '../../../lib/i18n/fr/explain.ts';
import { fr } from '../../../lib/i18n/fr/index.ts';
import { explain as explainNl } from '../../../lib/i18n/nl/explain.ts';
import { nl } from '../../../lib/i18n/nl/index.ts';

/** Every table by its language, with what is read only when it is asked for. */
export const tables: Readonly<Record<'en' | 'nl' | 'fr' | 'de', Texts & ExplainTexts>> = {
  en: { ...en, ...explainEn },
  nl: { ...nl, ...explainNl },
  fr: { ...fr, ...explainFr },
  de: { ...de, ...explainDe },
};

/** Every text of a table by its path: `cause.noLines.0`. */
export const textsOf = (table: object, path = ''): (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  );

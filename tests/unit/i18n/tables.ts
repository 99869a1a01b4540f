import { de } from '../../../lib/i18n/de/index.ts';
import { en, type Texts } from '../../../lib/i18n/en/index.ts';
import { fr } from '../../../lib/i18n/fr/index.ts';
import { nl } from '../../../lib/i18n/nl/index.ts';

/** Every table by its language. */
export const tables: Readonly<Record<'en' | 'nl' | 'fr' | 'de', Texts>> = { en, nl, fr, de };

/** Every text of a table by its path: `cause.noLines.0`. */
export const textsOf = (table: object, path = ''): (readonly [string, string])[] =>
  Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : textsOf(value, `${path}${key}.`),
  );

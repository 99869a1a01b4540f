import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { fr } from './fr/index.ts';
import { type Texts, tableOf } from './index.ts';
import type { Language } from './language.ts';
import { nl } from './nl/index.ts';

const TABLES: Readonly<Record<Language, Texts>> = { en, nl, fr, de };

/** The texts for a language tag; English where there is no table for it. */
export const textsFor = (language: string): Texts => TABLES[tableOf(language) ?? 'en'];

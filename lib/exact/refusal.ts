/** What Exact's words for a refusal are taken to mean. */
export type Refusal =
  | 'entryNumberTaken'
  | 'entryNumberNotAllowed'
  | 'periodClosed'
  | 'financialYearMissing'
  | 'customerInvalid'
  | 'journalBlocked'
  | 'other';

/** The words, in lower case, with which a language speaks of things and of what is wrong with them. */
interface Language {
  readonly entryNumber: RegExp;
  readonly period: RegExp;
  readonly financialYear: RegExp;
  readonly customer: RegExp;
  readonly journal: RegExp;
  readonly account: RegExp;
  readonly exists: RegExp;
  readonly unknown: RegExp;
  readonly closed: RegExp;
  readonly blocked: RegExp;
  readonly invalid: RegExp;
}
type Word = keyof Language;

const ENGLISH: Language = {
  entryNumber: /entry number/,
  period: /\bperiod\b/,
  financialYear: /financial year/,
  customer: /\bcustomer\b/,
  journal: /\bjournal\b/,
  account: /\baccount\b/,
  exists: /already exists/,
  unknown: /unknown|not found|does not exist|missing/,
  closed: /\bclosed\b/,
  blocked: /\bblocked\b/,
  invalid: /\binvalid\b|not allowed/,
};

const DUTCH: Language = {
  entryNumber: /boekstuknummer|boekingsnummer|stuknummer/,
  period: /\bperiode\b/,
  financialYear: /\bboekjaar\b/,
  customer: /\bklant\b|\bdebiteur\b/,
  journal: /\bdagboek\b/,
  account: /rekening|\brelatie\b/,
  exists: /bestaat (reeds|al)(?!\p{L})/u,
  unknown: /onbekend|niet gevonden|bestaat niet|ontbreekt/,
  closed: /gesloten/,
  blocked: /geblokkeerd/,
  invalid: /ongeldig|niet toegestaan/,
};

const FRENCH: Language = {
  entryNumber: /(num[ée]ro|n°) (de pi[èe]ce|d['’][ée]criture)/,
  period: /p[ée]riode/,
  financialYear: /exercice/,
  customer: /\bclient\b/,
  journal: /\bjournal\b/,
  account: /\bcompte\b|\brelation\b/,
  exists: /existe d[ée]j[àa]|d[ée]j[àa] existant/,
  unknown: /inconnu|introuvable|n['’]existe pas|manquant/,
  closed: /cl[ôo]tur[ée]|ferm[ée]/,
  blocked: /bloqu[ée]/,
  invalid: /non valide|invalide|incorrect|non autoris[ée]/,
};

const GERMAN: Language = {
  entryNumber: /buchungsnummer|belegnummer/,
  period: /\bperiode\b|buchungszeitraum/,
  financialYear: /(geschäfts|wirtschafts|buchungs)jahr/,
  customer: /\bkunde\b|\bdebitor\b/,
  journal: /\bjournal\b|\bbuchungskreis\b/,
  account: /konto\b/,
  exists: /existiert (bereits|schon)|(bereits|schon) vorhanden/,
  unknown: /unbekannt|nicht gefunden|existiert nicht|nicht vorhanden|fehlt/,
  closed: /geschlossen/,
  blocked: /gesperrt|blockiert/,
  invalid: /ungültig|nicht zulässig|nicht erlaubt/,
};

const LANGUAGES = [ENGLISH, DUTCH, FRENCH, GERMAN] as const;

interface Reading {
  readonly refusal: Refusal;
  readonly says: readonly Word[];
  readonly saysNot?: Word;
}

/** The first that fits counts. All of its words must come in one language. */
const READINGS: readonly Reading[] = [
  { refusal: 'entryNumberTaken', says: ['entryNumber', 'exists'] },
  { refusal: 'financialYearMissing', says: ['financialYear', 'unknown'] },
  { refusal: 'periodClosed', says: ['financialYear', 'closed'] },
  { refusal: 'entryNumberNotAllowed', says: ['entryNumber', 'invalid'] },
  { refusal: 'periodClosed', says: ['period', 'closed'] },
  { refusal: 'customerInvalid', says: ['customer', 'invalid'] },
  // A blocked account's message may name its journal, or a customer of that name.
  { refusal: 'journalBlocked', says: ['journal', 'blocked'], saysNot: 'account' },
];

/**
 * Reads the text of a refusal, which comes in the language of Exact's user: English, Dutch, French or German.
 * Cautious: what is not plain is "other", and the text itself is shown.
 */
export function readRefusal(text: string): Refusal {
  const words = text.toLowerCase();
  const fits = ({ says, saysNot }: Reading) =>
    LANGUAGES.some(
      (language) =>
        says.every((word) => language[word].test(words)) && !(saysNot !== undefined && language[saysNot].test(words)),
    );
  return READINGS.find(fits)?.refusal ?? 'other';
}

/** What Exact's words for a refusal are taken to mean. */
export type Refusal =
  | 'entryNumberTaken'
  | 'periodClosed'
  | 'financialYearMissing'
  | 'customerInvalid'
  | 'journalBlocked'
  | 'other';

type Words = readonly RegExp[];

const TAKEN: Words = [
  /already exists/,
  /bestaat (reeds|al)\b/,
  /existe déjà/,
  /existiert bereits|(bereits|schon) vorhanden/,
];
const ENTRY_NUMBER: Words = [
  /entry number/,
  /(boekstuk|bookings)nummer|boekingsnummer|stuknummer/,
  /num[ée]ro (d[e’']\s?)?((é|e)criture|pièce)|n° (de )?pièce/,
  /(buchungs|beleg)nummer/,
];
const CLOSED: Words = [
  /closed|blocked/,
  /afgesloten|gesloten|geblokkeerd/,
  /clôturée?|fermée?|bloquée?/,
  /abgeschlossen|geschlossen|gesperrt/,
];
const PERIOD: Words = [/period\b/, /periode/, /période/];
const FINANCIAL_YEAR: Words = [/financial year/, /boekjaar/, /exercice/, /(geschäfts|wirtschafts|buchungs)jahr/];
const UNKNOWN: Words = [
  /unknown|not found|does not exist|missing/,
  /onbekend|niet gevonden|bestaat niet|ontbreekt/,
  /inconnue?|introuvable|n[’']existe pas|manquante?/,
  /unbekannt|nicht gefunden|existiert nicht|fehlt/,
];
const INVALID: Words = [
  /invalid|not allowed/,
  /ongeldig|niet toegestaan/,
  /non valide|invalide|non autorisée?/,
  /ungültig|nicht zulässig/,
];
const CUSTOMER: Words = [/customer/, /klant|debiteur/, /client/, /kunde|debitor/];
const JOURNAL: Words = [/journal/, /dagboek/, /journal/, /journal|tagebuch/];
const BLOCKED: Words = [/blocked/, /geblokkeerd/, /bloquée?/, /gesperrt|blockiert/];

/** In each language both parts must be there, the thing and what is wrong with it. The first that fits counts. */
const MEANINGS: readonly { readonly refusal: Refusal; readonly thing: Words; readonly fault: Words }[] = [
  { refusal: 'entryNumberTaken', thing: ENTRY_NUMBER, fault: TAKEN },
  { refusal: 'financialYearMissing', thing: FINANCIAL_YEAR, fault: UNKNOWN },
  { refusal: 'periodClosed', thing: FINANCIAL_YEAR, fault: CLOSED },
  { refusal: 'periodClosed', thing: PERIOD, fault: CLOSED },
  { refusal: 'customerInvalid', thing: CUSTOMER, fault: INVALID },
  { refusal: 'journalBlocked', thing: JOURNAL, fault: BLOCKED },
];

/**
 * Reads the text of a refusal, which comes in the language of Exact's user: English, Dutch, French or German.
 * Cautious: what is not plain is "other", and the text itself is shown.
 */
export function readRefusal(text: string): Refusal {
  const words = text.toLowerCase();
  const says = (pattern: RegExp | undefined): boolean => pattern?.test(words) === true;
  const meaning = MEANINGS.find(({ thing, fault }) =>
    thing.some((pattern, language) => says(pattern) && says(fault[language])),
  );
  return meaning?.refusal ?? 'other';
}

import { addDays, type Calendar, daysBetween } from './calendar.ts';
import type { Random } from './random.ts';

/** What is out of the ordinary about a document. It has one story, so that what a right run makes of it is certain. */
export type Story =
  | 'plain'
  | 'draft'
  | 'otherEntity'
  | 'beforeStart'
  | 'creditNote'
  | 'creditNoteAlone'
  | 'creditNoteAgain'
  | 'foreignCurrency'
  | 'goodsToEu'
  | 'servicesToEu'
  | 'reverseCharge'
  | 'exempt'
  | 'margin'
  | 'vatNumberOnInvoice'
  | 'discounted'
  | 'adopted'
  | 'periodClosed'
  | 'customerBlocked'
  | 'vatNumberInvalid'
  | 'glAccountBlocked'
  | 'entryNumberTaken'
  | 'glAccountUnfit'
  | 'glAccountMissing'
  | 'taxRateNotLinked'
  | 'customerAmbiguous'
  | 'vatNumberNeeded'
  | 'currencyNotActive'
  | 'exchangeRateUnclear';

export interface PlannedDocument {
  readonly story: Story;
  /** How many documents have the same story and were thought of before: what varies within it goes by turns. */
  readonly turn: number;
  readonly date: string;
}

/** From so many documents on, every common story is told; from more on, every rare one too. */
const ENOUGH = 50;
const ENOUGH_FOR_RARE = 200;

interface Quota {
  readonly story: Story;
  /** Of all documents. */
  readonly share: number;
  /** How many there are at least once there is room for all. */
  readonly least: number;
}

const rare = (story: Story): Quota => ({ story, share: 0, least: 1 });

const RARE: readonly Quota[] = [
  rare('creditNoteAgain'),
  rare('margin'),
  rare('vatNumberOnInvoice'),
  rare('glAccountUnfit'),
  rare('glAccountMissing'),
  rare('taxRateNotLinked'),
  rare('customerAmbiguous'),
  rare('vatNumberNeeded'),
  rare('currencyNotActive'),
  rare('exchangeRateUnclear'),
];

const COMMON: readonly Quota[] = [
  { story: 'draft', share: 0.04, least: 1 },
  { story: 'otherEntity', share: 0.05, least: 1 },
  { story: 'beforeStart', share: 0.06, least: 1 },
  { story: 'creditNote', share: 0.06, least: 2 },
  { story: 'creditNoteAlone', share: 0.02, least: 1 },
  { story: 'foreignCurrency', share: 0.08, least: 3 },
  { story: 'goodsToEu', share: 0.03, least: 1 },
  { story: 'servicesToEu', share: 0.03, least: 1 },
  { story: 'reverseCharge', share: 0.04, least: 2 },
  { story: 'exempt', share: 0.02, least: 1 },
  { story: 'discounted', share: 0.03, least: 1 },
  { story: 'adopted', share: 0.02, least: 2 },
  { story: 'periodClosed', share: 0, least: 2 },
  { story: 'customerBlocked', share: 0, least: 1 },
  { story: 'vatNumberInvalid', share: 0, least: 1 },
  { story: 'glAccountBlocked', share: 0, least: 1 },
  { story: 'entryNumberTaken', share: 0, least: 1 },
];

/** So many documents, each with its story, in order of date. */
export function planDocuments(random: Random, calendar: Calendar, documents: number): PlannedDocument[] {
  const quotas = documents < ENOUGH_FOR_RARE ? COMMON : [...COMMON, ...RARE];
  const special = quotas.flatMap(({ story, share, least }) => {
    const byShare = Math.round(share * documents);
    const many = documents < ENOUGH ? byShare : Math.max(least, byShare);
    return Array.from({ length: many }, (_, turn) => ({ story, turn }));
  });
  return Array.from({ length: documents }, (_, index) => special[index] ?? { story: 'plain' as const, turn: index })
    .map((told) => ({ ...told, date: dateOf(told.story, random, calendar) }))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

const BEFORE_THE_FIRST_CREDIT_NOTE = 40;

function dateOf(story: Story, random: Random, { firstDay, startDate, openFrom, today }: Calendar): string {
  const between = (from: string, to: string) => addDays(from, random.whole(0, daysBetween(from, to)));
  switch (story) {
    case 'beforeStart':
      return between(firstDay, addDays(startDate, -1));
    case 'periodClosed':
      return between(startDate, addDays(openFrom, -1));
    case 'creditNote':
      return between(addDays(openFrom, BEFORE_THE_FIRST_CREDIT_NOTE), today);
    case 'creditNoteAgain':
      return today;
    default:
      return between(openFrom, today);
  }
}

/** What varies within a story, one after the other and then again. */
export function byTurns<T>(list: readonly T[], turn: number): T {
  const one = list[turn % list.length];
  if (one === undefined) throw new RangeError('Nothing to take turns with.');
  return one;
}

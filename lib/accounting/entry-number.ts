import type { CalendarDate } from './facts.ts';

/** The last digits are the sequence; what stands before them may tell the book year. Teamleader 5. */
const NUMBER = /^(?:(.*\D))?0*(\d{1,6})\D*$/s;

/** Of a book year that spans two calendar years, `2026-2027`, the first. */
const FOUR_DIGITS = /(?<!\d)(?:19|20)(\d{2})(?!\d)/;
/** `26 / ` or `26-27 / ` right before the sequence. */
const TWO_DIGITS = /(?<!\d)(\d{2})(?:\s*[-–/.]\s*\d{2})?\D*$/;

/**
 * The entry number that a document gets in Exact: the series of its company entity, two digits of the book year, six of
 * the sequence (`2026 / 27` becomes 26000027, in the second series 126000027). Given by us, so that Exact itself refuses
 * a second entry for the document.
 * @param date the document's, for a number without a book year
 * @param series null: the company entity has none
 * @returns null where no number can be made; Exact numbers the entry then
 */
export function entryNumberOf(documentNumber: string, date: CalendarDate, series: number | null): number | null {
  const [, head = '', digits] = NUMBER.exec(documentNumber) ?? [];
  const sequence = Number(digits ?? 0);
  if (series === null || sequence === 0) return null;
  const year = FOUR_DIGITS.exec(head)?.[1] ?? TWO_DIGITS.exec(head)?.[1] ?? date.slice(2, 4);
  return series * 100_000_000 + Number(year) * 1_000_000 + sequence;
}

/** One way of writing for each number: `2026 / 27`, `2026/27` and `2026/027` are one. */
export const sameNumberKey = (documentNumber: string): string =>
  documentNumber
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/(?<!\d)0+(?=\d+$)/, '');

/** Are two document numbers one, however they are written? */
export const sameNumber = (a: string, b: string): boolean => sameNumberKey(a) === sameNumberKey(b);

/**
 * Does a text that a person may have typed name the document? `INV 2026/12` names `2026 / 12`; `2026/120` does not, and
 * neither does the date `2026/12/01`.
 */
export function mentionsNumber(text: string | null, documentNumber: string): boolean {
  if (text === null) return false;
  const wanted = documentNumber
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s*\/\s*0*/g, '\\s*/\\s*0*')
    .replace(/\s+/g, '\\s*');
  return new RegExp(`(?<!\\d)(?<!\\d/)${wanted}(?!\\d)(?!/\\d)`, 'iu').test(text);
}

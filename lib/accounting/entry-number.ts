/** Book year and sequence, with or without blanks around the slash: `2026 / 27`. Teamleader 5. */
const NUMBER = /^\s*(\d{4})\s*\/\s*0*(\d{1,6})\s*$/;

/**
 * The entry number that a document gets in Exact: two digits of the book year, six of the sequence
 * (`2026 / 27` becomes 26000027). Given by us, so that Exact itself refuses a second entry for the document.
 * @returns null for a number of another form; Exact numbers the entry then
 */
export function entryNumberOf(documentNumber: string): number | null {
  const [, year, sequence] = NUMBER.exec(documentNumber) ?? [];
  if (year === undefined || sequence === undefined || Number(sequence) === 0) return null;
  return (Number(year) % 100) * 1_000_000 + Number(sequence);
}

/** One way of writing for each number: `2026 / 27`, `2026/27` and `2026/027` are one. */
function normalised(documentNumber: string): string {
  const [, year, sequence] = NUMBER.exec(documentNumber) ?? [];
  return year === undefined || sequence === undefined
    ? documentNumber.replace(/\s+/g, '').toLowerCase()
    : `${year}/${sequence}`;
}

/** Are two document numbers one, however they are written? */
export const sameNumber = (a: string, b: string): boolean => normalised(a) === normalised(b);

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

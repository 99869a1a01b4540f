/** What the user shows by a click on one number: where numbers stand, derived and checked on all rows that are seen. */
import type { Taught } from '../../lib/messages.ts';
import { around, inside, textOf } from './across.ts';
import type { Kind } from './address.ts';
import { type FoundRow, rowsByNumbers } from './strategies.ts';

/** Each run of digits is a `9`, blanks count for nothing: `2026 / 27` has the form `9/9`. */
const formOf = (text: string): string => text.replace(/\s/g, '').replace(/\d+/g, '9');

const MOST_TEXT = 40;

/**
 * The lowest ancestor of which there are others with a number at the same place tells the way to all of them.
 * @returns null where the click does not tell a list of different numbers
 */
export function deriveTaught(clicked: Element, kind: Kind): Taught | null {
  const text = textOf(clicked);
  if (!/\d/.test(text) || text.length > MOST_TEXT) return null;
  const cell: number[] = [];
  let row = clicked;
  for (let outer = around(row); outer !== null; outer = around(row)) {
    const taught = { kind, rows: pathTo(row), cell: [...cell], form: formOf(text) };
    if (isList(row.ownerDocument, taught)) return taught;
    cell.unshift(inside(outer).indexOf(row));
    row = outer;
  }
  return null;
}

/** Two rows at least, each with another number, and no row that has something else with digits at that place. */
function isList(document: Document, taught: Taught): boolean {
  const found = rowsAsTaught(document, taught);
  return (
    found.length > 1 && found.length === elementsAt(document, taught).filter((one) => /\d/.test(textOf(one))).length
  );
}

export const rowsAsTaught = (document: Document, taught: Taught): FoundRow[] =>
  rowsByNumbers(
    elementsAt(document, taught).flatMap((anchor) => {
      const id = textOf(anchor);
      return id.length <= MOST_TEXT && formOf(id) === taught.form ? [{ anchor, id }] : [];
    }),
  );

/** Tags from the body down. */
function pathTo(row: Element): string[] {
  const outer = row.localName === 'body' ? null : around(row);
  return outer === null ? [] : [...pathTo(outer), row.localName];
}

/** Whatever stands at the place in each row, number or not. */
function elementsAt({ body }: Document, { rows, cell }: Taught): Element[] {
  const found = rows.reduce<Element[]>(
    (level, tag) => level.flatMap((one) => inside(one).filter(({ localName }) => localName === tag)),
    [body],
  );
  return cell.reduce((level, nth) => level.flatMap((one) => inside(one)[nth] ?? []), found);
}

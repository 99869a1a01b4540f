import type { SandboxAnswer } from '../../contract.ts';
import { json } from '../answers.ts';
import type { Call } from './method.ts';
import type { Page } from './schemas.ts';

const DEFAULT_PAGE = 20;
const LARGEST_PAGE = 100;

type SortKey = string | number | null;
type Keys<T, Field extends string> = Readonly<Record<Field, (item: T) => SortKey>>;
interface SortBy<Field extends string> {
  readonly field: Field;
  readonly order?: 'asc' | 'desc' | undefined;
}

/**
 * Sorted by each field in turn, ascending unless told; equals stay as they stood, for there is no tie-break by id.
 * @param usual The order where none is asked for.
 */
export function sorted<T, Field extends string>(
  items: readonly T[],
  asked: readonly SortBy<Field>[] | undefined,
  usual: readonly SortBy<Field>[],
  keys: Keys<T, Field>,
): readonly T[] {
  const by = asked === undefined || asked.length === 0 ? usual : asked;
  return items.toSorted((a, b) => {
    for (const { field, order } of by) {
      const difference = compare(keys[field](a), keys[field](b));
      if (difference !== 0) return order === 'desc' ? -difference : difference;
    }
    return 0;
  });
}

function compare(a: SortKey, b: SortKey): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
}

interface Paged<T> {
  readonly items: readonly T[];
  readonly meta: { readonly page: { readonly size: number; readonly number: number }; readonly matches: number };
}

/** The page that was asked for: 20 rows unless told, never more than 100. */
export function pageOf<T>(items: readonly T[], page: Page, call: Call): Paged<T> {
  const asked = page?.size ?? DEFAULT_PAGE;
  if (asked > LARGEST_PAGE) call.defect(`page size ${asked} is above ${LARGEST_PAGE}`);
  const size = Math.min(asked, LARGEST_PAGE);
  const number = page?.number ?? 1;
  return {
    items: items.slice((number - 1) * size, number * size),
    meta: { page: { size, number }, matches: items.length },
  };
}

/** Answers one page, with `meta` where the switch says so. */
export function pageAnswer<T>(items: readonly T[], page: Page, call: Call, view: (item: T) => unknown): SandboxAnswer {
  const { items: shown, meta } = pageOf(items, page, call);
  const data = shown.map(view);
  return json(200, call.switches.listMeta ? { data, meta } : { data });
}

/** Is the value wanted, or nothing special asked for? */
export const wanted = <T>(filter: readonly T[] | T | undefined, value: T): boolean =>
  filter === undefined || (Array.isArray(filter) ? filter.includes(value) : filter === value);

export function contains(term: string | undefined, ...texts: readonly (string | null)[]): boolean {
  if (term === undefined) return true;
  return texts.some((text) => text?.toLowerCase().includes(term.toLowerCase()));
}

/** Both ISO date-times; the moment itself counts. */
export const changedSince = (since: string | undefined, updatedAt: string): boolean =>
  since === undefined || Date.parse(updatedAt) >= Date.parse(since);

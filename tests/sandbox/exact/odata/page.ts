import type { Endpoint } from '../api/endpoint.ts';
import { badRequest } from '../refusal.ts';
import { parseLiteral } from './literals.ts';
import type { Query } from './query.ts';
import { compareValues, keyLiteral, type Row } from './values.ts';

const PAGE_SIZES = { ordinary: 60, bulk: 1000, sync: 1000 } as const;

export interface Page {
  readonly rows: readonly Row[];
  /** The `$skiptoken` of the page that follows, or null at the end. */
  readonly nextToken: string | null;
}

/** Filters, puts in order and cuts to a page. What `$top` asks for beyond a page is not given. */
export function pageOf(rows: readonly Row[], query: Query, endpoint: Endpoint): Page {
  const { filter, order, skipToken, top } = query;
  const found = filter === null ? rows : rows.filter(filter.matches);
  const ordered = order === null ? found : [...found].sort(order);
  const rest = skipToken === null ? ordered : ordered.slice(placeAfter(skipToken, ordered, endpoint));
  const size = PAGE_SIZES[endpoint.paging];
  const page = rest.slice(0, top === null ? size : Math.min(top, size));
  const last = page.at(-1);
  const type = endpoint.properties[endpoint.key]?.[0];
  const isLast = top !== null || rest.length <= size || last === undefined || type === undefined;
  return { rows: page, nextToken: isLast ? null : keyLiteral(last[endpoint.key], type) };
}

/** Where a page begins that goes on after the entity with that key. */
function placeAfter(skipToken: string, rows: readonly Row[], { key, paging }: Endpoint): number {
  const { value } = parseLiteral(skipToken);
  // A changed entity has moved to the end, so there one goes on after its old place.
  if (paging === 'sync' && typeof value === 'bigint') {
    const next = rows.findIndex((row) => compareValues(row[key] ?? 0n, value) > 0);
    return next === -1 ? rows.length : next;
  }
  const last = rows.findIndex((row) => row[key] === value);
  if (last === -1) throw badRequest(`The query option '$skiptoken' is not valid: '${skipToken}'.`);
  return last + 1;
}

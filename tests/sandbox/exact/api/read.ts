import { collection, encodeEntity, everything, type Writing } from '../odata/entity.ts';
import { LITERAL_TYPES } from '../odata/filter.ts';
import { parseLiteral } from '../odata/literals.ts';
import { pageOf } from '../odata/page.ts';
import { parseQuery } from '../odata/query.ts';
import { compareValues, type Row, type Value } from '../odata/values.ts';
import { badRequest, notFound } from '../refusal.ts';
import type { Endpoint } from './endpoint.ts';

/**
 * A list, a page at a time, as it stands under `d`.
 * @param mustSelect whether the caller has to say which properties he wants
 */
export function readList(url: URL, rows: readonly Row[], mustSelect: boolean, writing: Writing): unknown {
  const { endpoint, switches } = writing;
  const query = parseQuery(url.searchParams, endpoint);
  if (mustSelect && query.selection === null) throw badRequest('Select is mandatory.');
  if (endpoint.mustFilter && query.filter === null) {
    throw badRequest('Filter is mandatory: use the sync endpoint to read everything.');
  }
  if (endpoint.paging === 'sync') {
    const names = [...(query.filter?.names ?? [])];
    if (query.order !== null || names.some((name) => name !== endpoint.key)) {
      throw badRequest(`Synchronising goes by ${endpoint.key} only.`);
    }
  }
  const page = pageOf(rows, query, endpoint);
  const selection = query.selection ?? everything(endpoint, false);
  const encoded = page.rows.map((row) => encodeEntity(row, selection, writing));
  if (page.nextToken === null) return collection(encoded, switches);
  const next = new URL(url);
  // Whatever port the sandbox has, the service has its own.
  next.port = '';
  next.searchParams.set('$skiptoken', page.nextToken);
  return { results: encoded, __next: next.href };
}

/** One entity, as it stands under `d`. */
export function readEntity(url: URL, key: string, rows: readonly Row[], writing: Writing): unknown {
  const { filter, order, top, skipToken, selection } = parseQuery(url.searchParams, writing.endpoint);
  if (filter !== null || order !== null || top !== null || skipToken !== null) {
    throw badRequest('Query options of a list cannot be applied to a single entity.');
  }
  return encodeEntity(
    entityWithKey(key, rows, writing.endpoint),
    selection ?? everything(writing.endpoint, false),
    writing,
  );
}

/** The entity that an address names between its brackets. */
export function entityWithKey(key: string, rows: readonly Row[], endpoint: Endpoint): Row {
  const wanted = keyOf(key, endpoint);
  const found = rows.find((row) => compareValues(row[endpoint.key] ?? '', wanted) === 0);
  if (found === undefined) throw notFound();
  return found;
}

/** Reads a key; it must be of the right kind. */
export function keyOf(text: string, { properties, key }: Endpoint): NonNullable<Value> {
  const { type, value } = parseLiteral(text);
  const property = properties[key];
  if (value === null || property === undefined || LITERAL_TYPES[property[0]] !== type) {
    throw badRequest(`'${text}' is no key of this resource.`);
  }
  return value;
}

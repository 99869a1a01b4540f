import type { Switches } from '../contract.ts';
import type { Endpoint } from './endpoints.ts';
import { encodeValue, ODataError, parseFilter, type Row } from './odata.ts';
import { allows, edmTypeOf } from './properties/property.ts';
import { Refusal } from './refusal.ts';

const OPTIONS: ReadonlySet<string> = new Set(['$filter', '$select', '$top', '$orderby', '$expand', '$skiptoken']);

/** A list as Exact answers it: filtered, ordered, a page at a time, only the properties asked for. */
export function readList(
  url: URL,
  name: string,
  endpoint: Endpoint,
  rows: readonly Row[],
  linesOf: (entryId: string) => readonly Row[],
  switches: Switches,
): unknown {
  const query = url.searchParams;
  for (const option of query.keys()) {
    if (!OPTIONS.has(option)) throw new Refusal(400, `The query option '${option}' is not supported.`);
  }
  const isKnown = (property: string): boolean => {
    const found = endpoint.properties[property];
    return found !== undefined && allows(found, 'G');
  };
  const filter = query.get('$filter');
  if (filter === null && endpoint.mustFilter)
    throw new Refusal(400, 'Filter is mandatory: use the sync endpoint to read everything.');
  const select = query
    .get('$select')
    ?.split(',')
    .map((property) => property.trim());
  if (select === undefined) throw new Refusal(400, 'Select is mandatory.');
  const unknown = select.find((property) => !isKnown(property) && !property.startsWith('SalesEntryLines'));
  if (unknown !== undefined) throw new Refusal(400, `No property '${unknown}' exists in this resource.`);
  const expand = query.get('$expand');
  if (expand !== null && expand !== 'SalesEntryLines') throw new Refusal(400, `'${expand}' cannot be expanded.`);

  const found = understood(() => rows.filter(filter === null ? () => true : parseFilter(filter, isKnown)));
  const ordered = order(found, query.get('$orderby'), isKnown);
  const limited = ordered.slice(0, query.has('$top') ? whole(query.get('$top'), '$top') : undefined);
  const from = query.has('$skiptoken') ? whole(query.get('$skiptoken'), '$skiptoken') : 0;
  const page = limited.slice(from, from + endpoint.pageSize);
  const results = page.map((row) =>
    encodeRow(row, name, endpoint, select, expand !== null, linesOf, switches, url.origin),
  );
  if (switches.exactListForm === 'array' && limited.length <= endpoint.pageSize) return { d: results };
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(from + endpoint.pageSize));
  return { d: { results, ...(limited.length > from + endpoint.pageSize ? { __next: next.href } : {}) } };
}

export function encodeRow(
  row: Row,
  name: string,
  endpoint: Endpoint,
  select: readonly string[],
  isExpanded: boolean,
  linesOf: (entryId: string) => readonly Row[],
  switches: Switches,
  origin: string,
): Record<string, unknown> {
  const uri = `${origin}/api/v1/${row['Division'] ?? 0}/${name}(guid'${String(row[endpoint.key])}')`;
  const encoded: Record<string, unknown> = {
    __metadata: { uri, type: `Exact.Web.Api.Models.${name.split('/').at(-1)}` },
  };
  for (const property of select) {
    if (property.startsWith('SalesEntryLines')) continue;
    encoded[property] = encodeValue(row[property]);
  }
  const entryId = row['EntryID'];
  if (
    name === 'salesentry/SalesEntries' &&
    typeof entryId === 'string' &&
    select.some((one) => one.startsWith('SalesEntryLines'))
  ) {
    const wanted = select
      .filter((one) => one.startsWith('SalesEntryLines/'))
      .map((one) => one.slice('SalesEntryLines/'.length));
    encoded['SalesEntryLines'] =
      isExpanded && switches.exactExpand
        ? { results: linesOf(entryId).map((line) => encodeLine(line, wanted)) }
        : { __deferred: { uri: `${uri}/SalesEntryLines` } };
  }
  return encoded;
}

const encodeLine = (line: Row, wanted: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(line)
      .filter(([property]) => wanted.length === 0 || wanted.includes(property))
      .map(([property, value]) => [property, encodeValue(value)]),
  );

/** Every readable property of a resource: what a created entity is answered with. */
export const allReadable = (endpoint: Endpoint): string[] =>
  Object.entries(endpoint.properties)
    .filter(([, property]) => allows(property, 'G') && edmTypeOf(property) !== 'BankAccounts')
    .map(([name]) => name);

function understood<T>(task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof ODataError) throw new Refusal(400, error.message);
    throw error;
  }
}

function order(rows: readonly Row[], orderBy: string | null, isKnown: (property: string) => boolean): readonly Row[] {
  if (orderBy === null) return rows;
  const [property, direction = 'asc'] = orderBy.trim().split(/\s+/);
  if (property === undefined || !isKnown(property) || !/^(asc|desc)$/.test(direction)) {
    throw new Refusal(400, `'${orderBy}' is not an order that is understood.`);
  }
  const sign = direction === 'asc' ? 1 : -1;
  const value = (row: Row) => row[property] ?? '';
  return [...rows].sort((a, b) => sign * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0));
}

function whole(text: string | null, option: string): number {
  if (text === null || !/^\d+$/.test(text)) throw new Refusal(400, `'${text}' is not a value for ${option}.`);
  return Number(text);
}

import type { Endpoint } from '../api/endpoint.ts';
import { typeFor } from '../properties/property.ts';
import { salesEntryLines } from '../properties/sales-entry-lines.ts';
import { badRequest } from '../refusal.ts';
import { type Filter, parseFilter } from './filter.ts';
import { compareValues, type Row } from './values.ts';

/** The collection that can be given along with an entity, and the properties of its rows. */
export const LINES = 'SalesEntryLines';

export interface Selection {
  readonly names: readonly string[];
  /** The properties of the lines that were asked for along with the entry, or null where they were not. */
  readonly lines: readonly string[] | null;
}

export interface Query {
  readonly filter: Filter | null;
  /** Null: all that there is. */
  readonly selection: Selection | null;
  readonly order: ((a: Row, b: Row) => number) | null;
  readonly top: number | null;
  readonly skipToken: string | null;
}

const OPTIONS: ReadonlySet<string> = new Set(['$filter', '$select', '$top', '$orderby', '$expand', '$skiptoken']);

/** Reads the query options; refuses what is not understood rather than pass over it. */
export function parseQuery(parameters: URLSearchParams, { properties }: Endpoint): Query {
  for (const option of parameters.keys()) {
    if (!OPTIONS.has(option)) throw badRequest(`The query option '${option}' is not supported.`);
    if (parameters.getAll(option).length > 1) throw badRequest(`The query option '${option}' is given twice.`);
  }
  const option = <T>(name: string, parse: (text: string) => T): T | null => {
    const text = parameters.get(name);
    return text === null ? null : parse(text);
  };
  const typeOf = (name: string) => typeFor(properties, name, 'G');
  const isKnown = (name: string) => typeOf(name) !== null;
  const isExpanded = option('$expand', (text) => parseExpand(text, isKnown)) ?? false;
  return {
    filter: option('$filter', (text) => parseFilter(text, typeOf)),
    selection: option('$select', (text) => parseSelect(text, isKnown, isExpanded)),
    order: option('$orderby', (text) => parseOrder(text, isKnown)),
    top: option('$top', parseTop),
    skipToken: parameters.get('$skiptoken'),
  };
}

function parseExpand(text: string, isKnown: (name: string) => boolean): true {
  if (text !== LINES || !isKnown(LINES)) throw badRequest(`'${text}' cannot be expanded.`);
  return true;
}

function parseSelect(text: string, isKnown: (name: string) => boolean, isExpanded: boolean): Selection {
  const asked = text.split(',').map((name) => name.trim());
  const ofLines = asked.filter((name) => name.startsWith(`${LINES}/`)).map((name) => name.slice(LINES.length + 1));
  const names = asked.filter((name) => !name.startsWith(`${LINES}/`));
  const unknown = [
    ...names.filter((name) => !isKnown(name)),
    ...ofLines.filter((name) => !isExpanded || typeFor(salesEntryLines, name, 'G') === null),
  ];
  if (unknown.length > 0) throw badRequest(`No property '${unknown[0]}' exists in this resource.`);
  const isWhole = isExpanded && names.includes(LINES);
  return {
    names: ofLines.length > 0 ? [...new Set([...names, LINES])] : names,
    lines: isWhole ? Object.keys(salesEntryLines) : ofLines.length > 0 ? ofLines : null,
  };
}

function parseOrder(text: string, isKnown: (name: string) => boolean): (a: Row, b: Row) => number {
  const keys = text.split(',').map((key) => {
    const [name = '', direction = 'asc', ...rest] = key.trim().split(/\s+/);
    if (!isKnown(name) || !/^(asc|desc)$/.test(direction) || rest.length > 0) {
      throw badRequest(`'${text}' is not an order that is understood.`);
    }
    return { name, sign: direction === 'asc' ? 1 : -1 };
  });
  return (a, b) => {
    for (const { name, sign } of keys) {
      const order = compareNullable(a[name] ?? null, b[name] ?? null);
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

/** Nothing comes first. */
function compareNullable(a: NonNullable<Row[string]> | null, b: NonNullable<Row[string]> | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return compareValues(a, b);
}

function parseTop(text: string): number {
  if (!/^\d+$/.test(text)) throw badRequest(`'${text}' is not a value for $top.`);
  return Number(text);
}

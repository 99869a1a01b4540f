import type { Body } from '../api/endpoint.ts';
import type { Fields } from '../ledger.ts';
import type { Value } from '../odata/values.ts';
import { type EdmType, type Properties, typeFor } from '../properties/property.ts';
import { badRequest } from '../refusal.ts';

const BROKEN = 'Error processing request stream.';

/** Reads a JSON body; each property must exist, be one that the method may name, and have its type. */
export function parseBody(text: string, properties: Properties, use: 'P' | 'U'): Body {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badRequest(`${BROKEN} JSON text specified is not valid.`);
  }
  return parseEntity(json, properties, use);
}

export function parseEntity(json: unknown, properties: Properties, use: 'P' | 'U'): Body {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw badRequest(`${BROKEN} An object is expected.`);
  }
  const fields: Record<string, Value> = {};
  const collections: Record<string, readonly unknown[]> = {};
  for (const [name, given] of Object.entries(json)) {
    if (!Object.hasOwn(properties, name)) {
      throw badRequest(`${BROKEN} The property name '${name}' specified is not valid.`);
    }
    const type = typeFor(properties, name, use);
    if (type === null) throw badRequest(`The property '${name}' is read-only.`);
    if (type === 'Collection') {
      if (!Array.isArray(given)) throw badRequest(`${BROKEN} '${name}' is not a collection.`);
      collections[name] = given;
    } else fields[name] = given === null ? null : parseValue(name, given, type);
  }
  return { fields, collections };
}

function parseValue(name: string, given: unknown, type: EdmType): Value {
  const value = readAs(given, type);
  if (value === null) throw badRequest(`${BROKEN} The value of '${name}' is not of type Edm.${type}.`);
  return value;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const WHOLE = {
  Byte: [0, 255],
  Int16: [-(2 ** 15), 2 ** 15 - 1],
  Int32: [-(2 ** 31), 2 ** 31 - 1],
} as const;

/** Null where the value is not of the type. */
function readAs(given: unknown, type: EdmType): Value {
  switch (type) {
    case 'Guid':
      return typeof given === 'string' && GUID.test(given) ? given.toLowerCase() : null;
    case 'String':
      return typeof given === 'string' ? given : null;
    case 'Boolean':
      return typeof given === 'boolean' ? given : null;
    case 'Double':
      return typeof given === 'number' ? given : null;
    case 'Byte':
    case 'Int16':
    case 'Int32': {
      const [least, most] = WHOLE[type];
      return typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most ? given : null;
    }
    case 'Int64':
      return typeof given === 'string' && /^-?\d+$/.test(given) ? BigInt(given) : null;
    case 'DateTime':
      return typeof given === 'string' ? momentOf(given) : null;
    case 'Binary':
      return typeof given === 'string' && BASE64.test(given) ? given : null;
    case 'Collection':
    case 'Complex':
      return null;
  }
}

/** ISO only, with or without a time of day; a day that the calendar does not have is none. */
function momentOf(text: string): Date | null {
  const [, day, time = 'T00:00:00'] = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d(?:\.\d{1,7})?)?Z?$/.exec(text) ?? [];
  if (day === undefined) return null;
  const moment = new Date(`${day}${time}Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? moment : null;
}

/** A text that was given and is not empty. */
export function textIn(fields: Fields, name: string): string | null {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberIn(fields: Fields, name: string): number | null {
  const value = fields[name];
  return typeof value === 'number' ? value : null;
}

/** The calendar date of a moment that was given. */
export function dayIn(fields: Fields, name: string): string | null {
  const value = fields[name];
  return value instanceof Date ? value.toISOString().slice(0, 10) : null;
}

/** Refuses a longer text. */
export function limitLength(fields: Fields, name: string, most: number): void {
  if ((textIn(fields, name)?.length ?? 0) > most) {
    throw badRequest(`The value of '${name}' is too long: at most ${most} characters.`);
  }
}

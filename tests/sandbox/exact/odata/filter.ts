/** As much of OData's `$filter` as Exact offers and a client may need; anything else is refused. */
import type { EdmType } from '../properties/property.ts';
import { badRequest } from '../refusal.ts';
import { type LiteralType, parseLiteral, Tokens } from './literals.ts';
import { compareValues, type Row } from './values.ts';

export type Predicate = (row: Row) => boolean;

/** The type of a property that answers tell, or null where there is none. */
export type TypeOf = (property: string) => EdmType | null;

export interface Filter {
  readonly matches: Predicate;
  /** The properties that it names. */
  readonly names: ReadonlySet<string>;
}

/** or (and (comparison, function or parentheses)), from the loosest to the tightest. */
export function parseFilter(text: string, typeOf: TypeOf): Filter {
  const tokens = new Tokens(text);
  const names = new Set<string>();
  const matches = parseOr(tokens, (name) => {
    names.add(name);
    return typeOf(name);
  });
  tokens.expectEnd();
  return { matches, names };
}

function parseOr(tokens: Tokens, typeOf: TypeOf): Predicate {
  const parts = [parseAnd(tokens, typeOf)];
  while (tokens.skip('or')) parts.push(parseAnd(tokens, typeOf));
  return (row) => parts.some((part) => part(row));
}

function parseAnd(tokens: Tokens, typeOf: TypeOf): Predicate {
  const parts = [parseTerm(tokens, typeOf)];
  while (tokens.skip('and')) parts.push(parseTerm(tokens, typeOf));
  return (row) => parts.every((part) => part(row));
}

function parseTerm(tokens: Tokens, typeOf: TypeOf): Predicate {
  if (tokens.skip('(')) {
    const inner = parseOr(tokens, typeOf);
    tokens.expect(')');
    return inner;
  }
  const word = tokens.next();
  if (word === 'substringof' || word === 'startswith') return parseFunction(word, tokens, typeOf);
  return parseComparison(word, tokens, typeOf);
}

/** With what kind of literal a property of that type is compared; null: with none. */
export const LITERAL_TYPES: Readonly<Record<EdmType, LiteralType | null>> = {
  Guid: 'guid',
  String: 'text',
  Boolean: 'boolean',
  Double: 'number',
  Byte: 'number',
  Int16: 'number',
  Int32: 'number',
  Int64: 'number',
  DateTime: 'time',
  Binary: null,
  Collection: null,
  Complex: null,
};

/** A comparison by the sign of the order of both sides. */
const OPERATORS: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['eq', (order) => order === 0],
  ['ne', (order) => order !== 0],
  ['gt', (order) => order > 0],
  ['ge', (order) => order >= 0],
  ['lt', (order) => order < 0],
  ['le', (order) => order <= 0],
]);

const UNORDERED: ReadonlySet<LiteralType> = new Set(['guid', 'boolean', 'null']);

function parseComparison(property: string, tokens: Tokens, typeOf: TypeOf): Predicate {
  const type = typeOfProperty(property, typeOf);
  const operator = tokens.next();
  const holds = OPERATORS.get(operator);
  if (holds === undefined) throw badRequest(`'${operator}' is not an operator that is understood.`);
  const literal = parseLiteral(tokens.next());
  const isEquality = operator === 'eq' || operator === 'ne';
  const fits = literal.type === 'null' || literal.type === LITERAL_TYPES[type];
  if (!fits || (UNORDERED.has(literal.type) && !isEquality)) {
    throw badRequest(
      `Operator '${operator}' is incompatible with operand types 'Edm.${type}' and ${literal.type} in '${property}'.`,
    );
  }
  const { value } = literal;
  return (row) => {
    const held = row[property] ?? null;
    // Nothing is neither smaller nor larger than anything.
    if (held === null || value === null) return isEquality && holds(held === value ? 0 : 1);
    return holds(compareValues(held, value));
  };
}

function parseFunction(name: 'substringof' | 'startswith', tokens: Tokens, typeOf: TypeOf): Predicate {
  tokens.expect('(');
  const first = tokens.next();
  tokens.expect(',');
  const second = tokens.next();
  tokens.expect(')');
  const [property, token] = name === 'startswith' ? [first, second] : [second, first];
  const part = parseLiteral(token);
  if (typeOfProperty(property, typeOf) !== 'String' || typeof part.value !== 'string') {
    throw badRequest(`No function '${name}' takes these operands.`);
  }
  const wanted = tokens.skip('eq') ? parseTruth(tokens) : true;
  const sought = part.value.toLowerCase();
  return (row) => {
    const held = String(row[property] ?? '').toLowerCase();
    return (name === 'startswith' ? held.startsWith(sought) : held.includes(sought)) === wanted;
  };
}

function parseTruth(tokens: Tokens): boolean {
  const { type, value } = parseLiteral(tokens.next());
  if (type !== 'boolean') throw badRequest(`'${value}' is neither true nor false.`);
  return value === true;
}

function typeOfProperty(name: string, typeOf: TypeOf): EdmType {
  const type = typeOf(name);
  if (type === null) throw badRequest(`No property '${name}' exists in this resource.`);
  return type;
}

/** As much of OData v2 as Exact Online offers and a client may need; anything else is refused. */

export type Value = string | number | boolean | null | bigint | Date;
export type Row = Readonly<Record<string, Value | undefined>>;
export type Predicate = (row: Row) => boolean;

export class ODataError extends Error {}

const TOKEN =
  /\s*(guid'[^']*'|datetime'[^']*'|'(?:[^']|'')*'|-?\d+L\b|-?\d+(?:\.\d+)?|true\b|false\b|null\b|[A-Za-z_][A-Za-z0-9_]*|[(),])/y;

function tokens(text: string): string[] {
  const found: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match?.[1] === undefined) throw new ODataError(`Syntax error at position ${at} in '${text}'.`);
    found.push(match[1]);
  }
  return found;
}

type Operand = (row: Row) => Value | undefined;

/** Parses `$filter`; properties must be known. */
export function parseFilter(text: string, known: (property: string) => boolean): Predicate {
  const list = tokens(text);
  let at = 0;
  const peek = () => list[at];
  const next = (): string => {
    const token = list[at];
    if (token === undefined) throw new ODataError(`Unexpected end of '${text}'.`);
    at += 1;
    return token;
  };
  const expect = (wanted: string) => {
    const token = next();
    if (token !== wanted) throw new ODataError(`'${wanted}' expected, found '${token}'.`);
  };

  const either = (): Predicate => {
    let left = both();
    while (peek() === 'or') {
      next();
      const [first, second] = [left, both()];
      left = (row) => first(row) || second(row);
    }
    return left;
  };
  const both = (): Predicate => {
    let left = single();
    while (peek() === 'and') {
      next();
      const [first, second] = [left, single()];
      left = (row) => first(row) && second(row);
    }
    return left;
  };
  const single = (): Predicate => {
    if (peek() === '(') {
      next();
      const inner = either();
      expect(')');
      return inner;
    }
    const name = peek();
    if ((name === 'substringof' || name === 'startswith') && list[at + 1] === '(') return call(name);
    const left = operand();
    const operator = next();
    const right = operand();
    return compare(operator, left, right);
  };
  const call = (name: 'substringof' | 'startswith'): Predicate => {
    next();
    expect('(');
    const first = operand();
    expect(',');
    const second = operand();
    expect(')');
    const [whole, part] = name === 'startswith' ? [first, second] : [second, first];
    const words = (value: Value | undefined) => String(value ?? '').toLowerCase();
    return name === 'startswith'
      ? (row) => words(whole(row)).startsWith(words(part(row)))
      : (row) => words(whole(row)).includes(words(part(row)));
  };
  const operand = (): Operand => {
    const token = next();
    if (/^[A-Za-z_]\w*$/.test(token) && !/^(true|false|null)$/.test(token)) {
      if (!known(token)) throw new ODataError(`No property '${token}' exists in this resource.`);
      return (row) => row[token];
    }
    const value = literal(token);
    return () => value;
  };

  const predicate = either();
  if (at !== list.length) throw new ODataError(`Unexpected '${list[at]}' in '${text}'.`);
  return predicate;
}

function literal(token: string): Value {
  if (token === 'null') return null;
  if (token === 'true' || token === 'false') return token === 'true';
  const guid = /^guid'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'$/i.exec(token);
  if (guid?.[1] !== undefined) return guid[1].toLowerCase();
  const time = /^datetime'(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?)?)'$/.exec(token);
  if (time?.[1] !== undefined) return new Date(time[1].length === 10 ? `${time[1]}T00:00:00Z` : `${time[1]}Z`);
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
  if (/^-?\d+L$/.test(token)) return BigInt(token.slice(0, -1));
  if (/^-?\d/.test(token)) return Number(token);
  throw new ODataError(`'${token}' is not a literal that is understood.`);
}

function compare(operator: string, left: Operand, right: Operand): Predicate {
  const order = (row: Row): number | null => {
    const [a, b] = [left(row) ?? null, right(row) ?? null];
    if (a === null || b === null) return a === b ? 0 : null;
    if (a instanceof Date || b instanceof Date) {
      if (!(a instanceof Date && b instanceof Date)) throw new ODataError('A date can be compared with a date only.');
      return a.getTime() - b.getTime();
    }
    if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
    if (typeof a === 'string' || typeof b === 'string') {
      throw new ODataError(`Operator '${operator}' is incompatible with the operand types.`);
    }
    return a === b || Number(a) === Number(b) ? 0 : a < b ? -1 : 1;
  };
  switch (operator) {
    case 'eq':
      return (row) => order(row) === 0;
    case 'ne':
      return (row) => order(row) !== 0;
    case 'gt':
      return (row) => (order(row) ?? 0) > 0;
    case 'ge':
      return (row) => (order(row) ?? -1) >= 0;
    case 'lt':
      return (row) => (order(row) ?? 0) < 0;
    case 'le':
      return (row) => (order(row) ?? 1) <= 0;
    default:
      throw new ODataError(`'${operator}' is not an operator that is understood.`);
  }
}

/** How Exact writes a value in JSON. */
export function encodeValue(value: Value | undefined): unknown {
  if (value instanceof Date) return `/Date(${value.getTime()})/`;
  if (typeof value === 'bigint') return value.toString();
  return value ?? null;
}

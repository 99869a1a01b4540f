import type { EdmType, Properties } from '../properties/property.ts';

/** What a property can hold: a DateTime is a Date, an Int64 a bigint, a Guid a string in lower case. */
export type Value = string | number | boolean | bigint | Date | null;

/** An entity; what it does not name is null. */
export type Row = Readonly<Record<string, Value | undefined>>;

/** An entity of a certain kind, so that a misspelt property does not compile. */
export type RowOf<P extends Properties> = { readonly [Name in keyof P]?: Value };

/** Negative, zero or positive, as the first is smaller, equal or larger. Both are of the same Edm type. */
export function compareValues(a: NonNullable<Value>, b: NonNullable<Value>): number {
  const [first, second] = [comparable(a), comparable(b)];
  if (first === second) return 0;
  return first < second ? -1 : first > second ? 1 : 0;
}

const comparable = (value: NonNullable<Value>) => (value instanceof Date ? value.getTime() : value);

/** Midnight UTC of a calendar date: how Exact keeps days. */
export const dayValue = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** How a value stands in a JSON answer; an Int64 is a string in OData. */
export function encodeValue(value: Value | undefined): string | number | boolean | null {
  if (value instanceof Date) return `/Date(${value.getTime()})/`;
  if (typeof value === 'bigint') return value.toString();
  return value ?? null;
}

/** How a key stands in an entity's address. */
export function keyLiteral(value: Value | undefined, type: EdmType): string {
  switch (type) {
    case 'Guid':
      return `guid'${value}'`;
    case 'String':
      return `'${String(value).replaceAll("'", "''")}'`;
    case 'Int64':
      return `${value}L`;
    default:
      return String(value);
  }
}

export type EdmType =
  | 'Guid'
  | 'String'
  | 'Boolean'
  | 'Double'
  | 'Byte'
  | 'Int16'
  | 'Int32'
  | 'Int64'
  | 'DateTime'
  | 'Binary'
  | 'Collection'
  | 'Complex';

/** G: answers tell it and filters may name it; P: a POST may name it; U: a PUT may. */
export type Use = 'G' | 'P' | 'U';

export type Property = readonly [type: EdmType, uses: 'G' | 'GP' | 'GPU'];

/** What Exact documents of an entity: each property's type, and the methods that may name it. */
export type Properties = Readonly<Record<string, Property>>;

/** The property's type, or null where the entity has none of that name or the use is not allowed. */
export function typeFor(properties: Properties, name: string, use: Use): EdmType | null {
  const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
  return property?.[1].includes(use) ? property[0] : null;
}

/** Property name to `<Edm type or collection> <letters of the methods that may name it>`. */
export type Properties = Readonly<Record<string, string>>;

export const edmTypeOf = (property: string): string => property.split(' ')[0] ?? '';
export const allows = (property: string, method: 'G' | 'P' | 'U'): boolean =>
  (property.split(' ')[1] ?? '').includes(method);

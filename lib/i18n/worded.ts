/** The same keys with other words. */
export type Worded<T> = { readonly [K in keyof T]: T[K] extends string ? string : Worded<T[K]> };

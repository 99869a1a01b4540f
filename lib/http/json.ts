import Big from 'big.js';
import { z } from 'zod';

// Chrome (114 and newer) and Node give JSON's source text; the type library does not know of it yet.
declare global {
  interface JSON {
    parse(
      text: string,
      reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown;
    rawJSON(text: string): unknown;
  }
}

/**
 * Parses JSON with every number as its source text, so that no amount ever becomes a binary float.
 * @throws SyntaxError for what is not JSON
 */
export const parseJson = (text: string): unknown =>
  JSON.parse(text, (_key, value, { source }) => (typeof value === 'number' ? source : value));

/** Writes JSON with every Big as a number, digit by digit. Properties that are undefined are left out. */
export const stringifyJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key: string, encoded: unknown) {
    // Big has a toJSON of its own, which would make a string of it: look at what stood there before.
    const original = this[key];
    return original instanceof Big ? JSON.rawJSON(original.toFixed()) : encoded;
  });

/** A decimal as `parseJson` gives it, or as a service sends it in quotes. */
export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?([eE][+-]?\d{1,2})?$/)
  .transform((text) => new Big(text));

/** A whole number, likewise. */
export const integer = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number)
  .pipe(z.int());

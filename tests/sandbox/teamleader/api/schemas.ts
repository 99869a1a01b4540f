import { z } from 'zod';

/** Shapes that several methods take. Objects are strict, so that what is unknown can be named. */

export const id = z.guid();
export const ids = z.array(id).optional();
/** Seconds without fraction, with an offset: a bare date or milliseconds are refused. */
export const dateTime = z.iso.datetime({ offset: true, precision: 0 });
export const date = z.iso.date();

export const page = z.strictObject({ size: z.int().min(1).optional(), number: z.int().min(1).optional() }).optional();
export type Page = z.output<typeof page>;

export function sort<const Field extends string>(...fields: readonly Field[]) {
  return z.array(z.strictObject({ field: z.enum(fields), order: z.enum(['asc', 'desc']).optional() })).optional();
}

/** Comes as one comma-separated string, which is split before it is parsed. */
export function includes<const Name extends string>(...names: readonly Name[]) {
  return z.array(z.enum(names)).optional();
}

export const onlyId = z.strictObject({ id });
export const departmentFilter = z.strictObject({ filter: z.strictObject({ department_id: id.optional() }).optional() });
export const customerReference = z.strictObject({ type: z.enum(['contact', 'company']), id });

const CURRENCIES = 'BAM CAD CHF CLP CNY COP CZK DKK EUR GBP INR ISK JPY MAD MXN NOK PEN PLN RON SEK TRY USD ZAR'.split(
  ' ',
);
export const currency = z.enum(CURRENCIES);
export const money = z.strictObject({ amount: z.number(), currency });

import { z } from 'zod';
import type { CalendarDate } from '../accounting/facts.ts';
import { readAnswer } from '../http/answer.ts';

// How Exact writes: OData, second version.

/** `/Date(1700000000000)/`, in milliseconds UTC; `+0100` after them tells whose midnight a calendar date is. */
const TIME = /^\/Date\((-?\d+)(?:([+-])(\d\d)(\d\d))?\)\/$/;
const timeText = z.string().regex(TIME);

/** A day in the books. */
export const odataDate = timeText.transform((text): CalendarDate => {
  const [, ms, sign, hours, minutes] = TIME.exec(text) ?? [];
  const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -60_000 : 60_000);
  return new Date(Number(ms) + ahead).toISOString().slice(0, 10);
});

/** A moment, as ISO date-time. */
export const odataMoment = timeText.transform((text) => new Date(Number(TIME.exec(text)?.[1])).toISOString());

/** Codes are padded with blanks to a fixed length. */
export const code = z.string().transform((padded) => padded.trim());

export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null);

/** One entity: `{"d": {...}}`. */
export const entityOf = <T>(entity: z.ZodType<T>) => z.object({ d: entity }).transform(({ d }) => d);

export interface ListPage<T> {
  readonly rows: readonly T[];
  /** The address of the next page. */
  readonly next: string | null;
}

/** A list, in either of its forms: `{"d": {"results": [...], "__next": "..."}}` or `{"d": [...]}`. */
export const listOf = <T>(row: z.ZodType<T>) =>
  z.union([
    z
      .object({ d: z.object({ results: z.array(row), __next: z.string().nullish() }) })
      .transform(({ d }): ListPage<T> => ({ rows: d.results, next: d.__next ?? null })),
    z.object({ d: z.array(row) }).transform(({ d }): ListPage<T> => ({ rows: d, next: null })),
  ]);

/** Rows that belong to a row: given along with it, or, deferred, only as a link (then null). */
export const expanded = <T>(row: z.ZodType<T>) =>
  z.union([
    z.object({ results: z.array(row) }).transform(({ results }): readonly T[] | null => results),
    z.array(row).transform((rows): readonly T[] | null => rows),
    z.object({ __deferred: z.unknown() }).transform((): readonly T[] | null => null),
  ]);

// How one writes to Exact.

export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const guidLiteral = (guid: string): string => `guid'${guid}'`;
export const int64Literal = (digits: string): string => `${digits}L`;
/** @param moment calendar date or ISO date-time in UTC */
export const timeLiteral = (moment: string): string => `datetime'${moment.replace(/Z$/, '')}'`;

/** A day in a body. */
export const dateInBody = (date: CalendarDate): string => `${date}T00:00:00`;

const errorSchema = z.object({ error: z.object({ message: z.object({ value: z.string() }) }) });

/** Exact's own words in a refusal, in the user's language, for display; empty where there are none. */
export function exactErrorText(body: string): string {
  const read = readAnswer(body, errorSchema);
  return read.ok ? read.value.error.message.value.trim() : '';
}

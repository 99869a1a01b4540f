import { z } from 'zod';
import { detailOf } from '../http/answer.ts';
import { err, ok, type Result } from '../result.ts';

/** A row of a list that is not understood. */
export interface UnreadableRow {
  readonly id: string;
  readonly row: unknown;
  /** Which field, and the kind of fault. */
  readonly detail: string;
}

/**
 * Rows one by one, so that one which is not understood does not take the others with it. A row that does not even tell
 * its id could be any document's: the whole list is not understood then. An id of another form would be asked for by
 * every later run, and refused together with all others.
 */
export const eachOf = <T>(schema: z.ZodType<T>): z.ZodType<Result<T, UnreadableRow>> =>
  z.looseObject({ id: z.guid() }).transform((row): Result<T, UnreadableRow> => {
    const parsed = schema.safeParse(row);
    return parsed.success ? ok(parsed.data) : err({ id: row.id, row, detail: detailOf(parsed.error) });
  });

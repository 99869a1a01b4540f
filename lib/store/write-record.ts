import { z } from 'zod';

/** The calls that write, by what they make or change. */
export const writtenSchema = z.enum([
  'salesEntry',
  'account',
  'accountChange',
  'bankAccount',
  'document',
  'attachment',
  'payment',
  'paymentRemoval',
]);
export type Written = z.infer<typeof writtenSchema>;

const writeOutcomeSchema = z.discriminatedUnion('state', [
  /** On its way, or the worker died under it. */
  z.object({ state: z.literal('sent') }),
  z.object({ state: z.literal('done') }),
  z.object({ state: z.literal('refused'), text: z.string() }),
  /** It was sent and no answer came. */
  z.object({ state: z.literal('lost') }),
  /** No answer came, or none that said so, but it stood there when it was looked for. */
  z.object({ state: z.literal('found') }),
]);
export type WriteOutcome = z.infer<typeof writeOutcomeSchema>;

/** One call that wrote or was to write, for the history. Feature D10. */
export const writeRecordSchema = z.object({
  /** Given by the store, in the order of sending. */
  id: z.number().int(),
  connectionId: z.string(),
  written: writtenSchema,
  /** The id in Teamleader: the document's, or `company/<id>` or `contact/<id>`. */
  subject: z.string(),
  /** What a reader knows the subject by: a document's number, a customer's name. */
  name: z.string(),
  /** The number of the document that it was made for, where that is not the subject itself. */
  madeFor: z.string().nullable(),
  /** Epoch milliseconds. */
  at: z.number(),
  outcome: writeOutcomeSchema,
  /** The id in Exact of what was made or changed, as far as it is known. */
  exactId: z.string().nullable(),
});
export type WriteRecord = z.infer<typeof writeRecordSchema>;

/** A call that is about to be made. */
export type WriteBegun = Omit<WriteRecord, 'id' | 'outcome'>;

/** How a call ended; the id only where the call itself has told a new one. */
export interface WriteEnded extends Pick<WriteRecord, 'connectionId' | 'written' | 'subject'> {
  /** Null: nothing was sent after all. */
  readonly outcome: WriteOutcome | null;
  readonly exactId?: string;
}

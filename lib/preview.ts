/** What a preview shows: plans in the user's terms, exactly as they would be sent. Amounts and rates as plain decimals. */
import { z } from 'zod';
import { causeSchema, outcomeSchema } from './outcome.ts';

/** Something of Exact's by its code, with the name that it bears there. */
const namedSchema = z.object({ code: z.string(), name: z.string() });
export type Named = z.infer<typeof namedSchema>;

export const previewEntrySchema = z.object({
  journal: namedSchema,
  /** Null: Exact gives it. */
  entryNumber: z.number().int().nullable(),
  date: z.string(),
  dueDate: z.string().nullable(),
  yourRef: z.string(),
  description: z.string(),
  paymentReference: z.string().nullable(),
  /** Null: Exact takes the customer's own. */
  paymentCondition: namedSchema.nullable(),
  currency: z.string(),
  /** Units of the division's currency for one of the entry's; null in the division's. */
  rate: z.string().nullable(),
  lines: z.array(
    z.object({
      glAccount: namedSchema,
      vatCode: namedSchema,
      description: z.string(),
      net: z.string(),
      vat: z.string(),
    }),
  ),
  net: z.string(),
  vat: z.string(),
  gross: z.string(),
});
export type PreviewEntry = z.infer<typeof previewEntrySchema>;

export const accountFieldSchema = z.enum([
  'name',
  'vatNumber',
  'companyNumber',
  'email',
  'phone',
  'website',
  'language',
  'line1',
  'postalCode',
  'city',
  'country',
  'paymentCondition',
  'iban',
  'link',
  /** The standing of a customer, without which Exact takes no sales. */
  'standing',
]);
export type AccountField = z.infer<typeof accountFieldSchema>;

/** What is done at the customer's account before the entry is sent. */
export const previewAccountSchema = z.object({
  do: z.enum(['use', 'change', 'create']),
  name: z.string(),
  /** Of a new one it is given when it is made. */
  code: z.string().nullable(),
  /** Only what is sent; empty where nothing is. */
  details: z.array(z.object({ field: accountFieldSchema, from: z.string().nullable(), to: z.string().nullable() })),
});
export type PreviewAccount = z.infer<typeof previewAccountSchema>;

/** Fingerprints of what is sent, and the customer's account: null where one is made. */
export const shownSchema = z.object({ entry: z.string(), account: z.string(), accountId: z.string().nullable() });
export type Shown = z.infer<typeof shownSchema>;

export const previewDocumentSchema = z.object({
  connectionId: z.string(),
  kind: z.enum(['invoice', 'creditNote']),
  id: z.string(),
  number: z.string(),
  date: z.string(),
  customer: z.string(),
  currency: z.string(),
  gross: z.string(),
  webUrl: z.string().nullable(),
  plan: z.discriminatedUnion('do', [
    z.object({ do: z.literal('book'), entry: previewEntrySchema, account: previewAccountSchema, shown: shownSchema }),
    /** Nothing is sent: how it ends all the same. */
    z.object({ do: z.literal('end'), outcome: outcomeSchema }),
  ]),
});
export type PreviewDocument = z.infer<typeof previewDocumentSchema>;

const totalsSchema = z.object({
  connectionId: z.string(),
  currency: z.string(),
  /** By the percentage of the VAT codes, as a fraction. */
  rates: z.array(z.object({ rate: z.string(), net: z.string(), vat: z.string() })),
  net: z.string(),
  vat: z.string(),
  gross: z.string(),
});
export type PreviewTotals = z.infer<typeof totalsSchema>;

/** How far it is, and what it comes to. */
export const previewHeadSchema = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  /** Whether it is about all documents. */
  isWhole: z.boolean(),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('working'), phase: z.enum(['collecting', 'looking', 'planning']) }),
    z.object({ is: z.literal('done') }),
    z.object({ is: z.literal('stopped') }),
    z.object({ is: z.literal('failed'), problem: causeSchema }),
  ]),
  /** Documents: how many are gone through, of how many. */
  done: z.number().int(),
  total: z.number().int(),
  counts: z.object({
    book: z.number().int(),
    adopt: z.number().int(),
    waiting: z.number().int(),
    blocked: z.number().int(),
    /** Settled already. */
    unchanged: z.number().int(),
  }),
  /** Of what would be booked, by connection and currency. */
  totals: z.array(totalsSchema),
  /** When the user said yes, in epoch milliseconds; null: he has not. */
  bookedAt: z.number().nullable(),
  /** So many pages of documents. */
  pages: z.number().int(),
});
export type PreviewHead = z.infer<typeof previewHeadSchema>;

/** What the report on a period shows: both sides beside each other. Amounts are plain decimals with the signs of the books. */
import { z } from 'zod';
import { causeSchema } from './outcome.ts';

const kindSchema = z.enum(['invoice', 'creditNote']);

const amountsSchema = z.object({ net: z.string(), vat: z.string(), gross: z.string() });
export type ReportAmounts = z.infer<typeof amountsSchema>;

const bothSidesSchema = z.object({ invoiced: amountsSchema, booked: amountsSchema, difference: amountsSchema });
const counted = { counts: z.object({ invoiced: z.number().int(), booked: z.number().int() }) };

const totalsSchema = z.object({
  currency: z.string(),
  /** As a fraction; null where no known rate is told. */
  rates: z.array(bothSidesSchema.extend({ rate: z.string().nullable() })),
  kinds: z.array(bothSidesSchema.extend({ kind: kindSchema, ...counted })),
  all: bothSidesSchema.extend(counted),
});
export type ReportTotals = z.infer<typeof totalsSchema>;

const documentSchema = z.object({
  kind: kindSchema,
  id: z.string(),
  number: z.string(),
  date: z.string(),
  customer: z.string(),
  currency: z.string(),
  webUrl: z.string().nullable(),
  ...amountsSchema.shape,
});

const entrySchema = z.object({
  id: z.string(),
  entryNumber: z.number().int(),
  journal: z.string(),
  date: z.string(),
  yourRef: z.string().nullable(),
  /** The account's name; empty where it is not known. */
  customer: z.string(),
  currency: z.string(),
  /** It bears our mark. */
  isOurs: z.boolean(),
  ...amountsSchema.shape,
});
export type ReportEntry = z.infer<typeof entrySchema>;

export const DIFFERENCES = ['missing', 'withoutDocument', 'differs', 'otherPeriod', 'twice'] as const;

const rowSchema = z.object({
  verdict: z.enum(DIFFERENCES),
  document: documentSchema.nullable(),
  entries: z.array(entrySchema),
  /** What it adds to each side of the period, and so to the difference; by currency. */
  counts: z.array(bothSidesSchema.extend({ currency: z.string() })),
});
export type ReportRow = z.infer<typeof rowSchema>;

const accountSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  vatNumber: z.string().nullable(),
  place: z.string(),
  isCustomer: z.boolean(),
  isBlocked: z.boolean(),
});

export const reportContentSchema = z.object({
  totals: z.array(totalsSchema),
  /** So many documents stand in Exact as they were invoiced. */
  equal: z.number().int(),
  rows: z.array(rowSchema),
  /** Documents of which Teamleader's list was not understood: they are in no total. */
  unread: z.array(z.object({ kind: kindSchema, number: z.string() })),
  doubleAccounts: z.array(z.object({ by: z.enum(['vatNumber', 'nameAndAddress']), accounts: z.array(accountSchema) })),
  doubleEntries: z.array(
    z.object({
      by: z.enum(['document', 'likeness']),
      /** Of Teamleader, where it is known. */
      document: documentSchema.nullable(),
      entries: z.array(entrySchema),
    }),
  ),
});
export type ReportContent = z.infer<typeof reportContentSchema>;

export const reportPhaseSchema = z.enum(['invoiced', 'booked', 'accounts']);

export const reportHeadSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  /** Both days belong to it. */
  from: z.string(),
  to: z.string(),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  /** So many steps are done, of how many. */
  done: z.number().int(),
  total: z.number().int(),
  state: z.discriminatedUnion('is', [
    z.object({ is: z.literal('working'), phase: reportPhaseSchema }),
    z.object({ is: z.literal('done') }),
    z.object({ is: z.literal('stopped') }),
    z.object({ is: z.literal('failed'), problem: causeSchema }),
  ]),
});
export type ReportHead = z.infer<typeof reportHeadSchema>;

import { z } from 'zod';
import { AUTOMATIC_EVERY, AUTOMATIC_HOURS } from './automatic.ts';
import { EMPTY_DRAFT } from './connection-draft.ts';
import type { Region } from './region.ts';

export const regionSchema = z.enum(['nl', 'be', 'de', 'fr', 'uk', 'es', 'com']) satisfies z.ZodType<Region>;

/** Company entities that are booked into one journal need entry numbers of their own: each has a series. */
export const LAST_ENTRY_SERIES = 20;

/** One line in the entry for each G/L account and VAT code, or for each line of the document. */
export const lineStyleSchema = z.enum(['grouped', 'each']);

/** Is Teamleader's own integration with Exact (or its Accounting Connector Booster) at work on the company entity too? */
export const otherIntegrationSchema = z.enum(['off', 'active']);

export const calendarDateSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** One company entity of Teamleader, booked into one division of Exact: everything hangs off it. */
export const connectionSchema = z.object({
  id: z.uuid(),
  companyEntity: z.object({ id: z.string().min(1), name: z.string() }),
  /** The company entity's place among Teamleader's, by age: the same in every browser. */
  entrySeries: z.number().int().min(0).max(LAST_ENTRY_SERIES).nullable().default(0),
  /** Only documents dated on or after it are ever touched. */
  startDate: calendarDateSchema,
  division: z.object({ code: z.number().int().positive(), name: z.string(), currency: z.string().length(3) }),
  /** Journal codes. They differ, since an invoice and a credit note may carry the same number. */
  journals: z.object({ invoices: z.string().min(1), creditNotes: z.string().min(1) }),
  /** Teamleader tax rate id to Exact VAT code. */
  vatLinks: z.record(z.string(), z.string()),
  /** Codes of G/L accounts. */
  glAccounts: z.object({
    /** For lines that nothing else gives an account. */
    revenue: z.string().min(1),
    /** For document-level discounts; null: a discounted document is blocked. */
    discount: z.string().min(1).nullable(),
    /** Tax rate id to code. */
    perTaxRate: z.record(z.string(), z.string()),
  }),
  lines: lineStyleSchema.default('grouped'),
  /** The PDFs of what is booked from then on are stored with their entries. */
  attachPdf: z.boolean().default(false),
  /** As the user says; null: he has not said. */
  otherIntegration: otherIntegrationSchema.nullable().default(null),
  /** When a sync that the user started ended well for the first time, in epoch milliseconds. */
  firstSyncAt: z.number().nullable().default(null),
  /** Null: only the user starts a sync. */
  automaticEvery: z.literal(AUTOMATIC_EVERY).nullable().default(null),
  automaticHours: z.enum(AUTOMATIC_HOURS).default('always'),
  /**
   * Ids of those who are logged in while it is used: it goes on with nobody else before the user has said so. Null where
   * an earlier version has not kept them.
   */
  users: z
    .object({ teamleader: z.string().nullable(), exact: z.string().nullable() })
    .default({ teamleader: null, exact: null }),
  /** The user's answers to "which account is it?": `company/<id>` or `contact/<id>` to an account's id. */
  accountChoices: z.record(z.string(), z.string()).default({}),
});
export type Connection = z.infer<typeof connectionSchema>;

/** A connection in the making: what the popup has so far. Survives its closing. */
export const connectionDraftSchema = z.object({
  companyEntityId: z.string().nullable(),
  startDate: calendarDateSchema.nullable(),
  divisionCode: z.number().int().positive().nullable(),
  invoiceJournal: z.string().nullable(),
  creditNoteJournal: z.string().nullable(),
  vatLinks: z.record(z.string(), z.string()),
  revenueAccount: z.string().nullable(),
  discountAccount: z.string().nullable(),
  /** Tax rate id to the G/L account's code; empty: the connection's own account. */
  accountPerTaxRate: z.record(z.string(), z.string()),
  lines: lineStyleSchema,
  attachPdf: z.boolean(),
  otherIntegration: otherIntegrationSchema.nullable(),
});
export type ConnectionDraft = z.infer<typeof connectionDraftSchema>;

/** What the set-up shows of a connection that nothing was changed of: what is chosen as nothing stays so. */
export const draftOf = (connection: Connection): ConnectionDraft => ({
  companyEntityId: connection.companyEntity.id,
  startDate: connection.startDate,
  divisionCode: connection.division.code,
  invoiceJournal: connection.journals.invoices,
  creditNoteJournal: connection.journals.creditNotes,
  vatLinks: connection.vatLinks,
  revenueAccount: connection.glAccounts.revenue,
  discountAccount: connection.glAccounts.discount ?? '',
  accountPerTaxRate: connection.glAccounts.perTaxRate,
  lines: connection.lines,
  attachPdf: connection.attachPdf,
  otherIntegration: connection.otherIntegration,
});

/** How the user tells it from others. */
export const nameOf = ({
  companyEntity,
  division,
}: {
  readonly companyEntity: { readonly name: string };
  readonly division: { readonly name: string };
}): string => `${companyEntity.name} → ${division.name}`;

/** Names tell connections apart: a single one needs none. */
export const namesOf = (connections: readonly Connection[]): ReadonlyMap<string, string> =>
  new Map(connections.length < 2 ? [] : connections.map((one) => [one.id, nameOf(one)]));

/** A draft as an earlier version stored it: what it did not know yet is not chosen yet. */
export const storedDraftSchema = z
  .record(z.string(), z.unknown())
  .transform((stored) => ({ ...EMPTY_DRAFT, ...stored }))
  .pipe(connectionDraftSchema);

/** The shapes that IndexedDB holds. Schemas first, types inferred; facts are checked against the rules' own types. */
import { z } from 'zod';
import type { Account, BookedEntry, Currencies, Customer, SalesEntry } from '../accounting/facts.ts';
import { causeSchema, outcomeSchema } from '../outcome.ts';
import { paymentActionSchema, paymentStateSchema } from '../payment.ts';
import { shownSchema } from '../preview.ts';
import { storedDecimal } from './decimal.ts';

const documentKind = z.enum(['invoice', 'creditNote']);

/** One document of one connection, and how it ended. Amounts as plain decimals, for display only. */
export const documentRecordSchema = z.object({
  connectionId: z.string(),
  kind: documentKind,
  id: z.string(),
  number: z.string(),
  date: z.string(),
  customer: z.string(),
  currency: z.string(),
  net: z.string(),
  vat: z.string(),
  gross: z.string(),
  webUrl: z.string().nullable(),
  /** Teamleader's, as of the last look. */
  updatedAt: z.string(),
  /** One that this version cannot read is found anew: the document must not be lost with it. */
  outcome: outcomeSchema.catch({ state: 'waiting', cause: null, until: null }),
  /** When it was last tried and held back, in epoch milliseconds. */
  triedAt: z.number().default(0),
  /** What Teamleader still asks for, as of the last look; null for a credit note. */
  due: z.string().nullable().default(null),
  /** How a booked invoice stands with its payments; null: not looked at yet, or a credit note. */
  payment: paymentStateSchema.nullable().default(null).catch(null),
  follow: z
    .object({
      /** Something changed that its payments have not been looked at for. */
      isDue: z.boolean(),
      /** When they were looked at last, in epoch milliseconds. */
      at: z.number(),
      /** What Teamleader asked for then, and when nothing of ours was left to register. */
      due: z.string().nullable(),
    })
    .default({ isDue: true, at: 0, due: null }),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;

/** What is known of a document's payments before they were looked at. */
export const NOT_FOLLOWED = {
  triedAt: 0,
  due: null,
  payment: null,
  follow: { isDue: true, at: 0, due: null },
} as const satisfies Partial<DocumentRecord>;

const addressSchema = z.object({
  line1: z.string().nullable(),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
});

const salesEntrySchema = z.object({
  kind: documentKind,
  documentId: z.string(),
  journal: z.string(),
  entryNumber: z.number().int().nullable(),
  date: z.string(),
  dueDate: z.string().nullable(),
  yourRef: z.string(),
  description: z.string(),
  paymentReference: z.string().nullable(),
  paymentCondition: z.string().nullable(),
  currency: z.string(),
  rate: storedDecimal.nullable(),
  rateUse: z.enum(['times', 'by']).default('times'),
  link: z.string().nullable(),
  lines: z.array(
    z.object({
      glAccountId: z.string(),
      vatCode: z.string(),
      description: z.string(),
      net: storedDecimal,
      vat: storedDecimal,
    }),
  ),
  net: storedDecimal,
  vat: storedDecimal,
  gross: storedDecimal,
}) satisfies z.ZodType<SalesEntry>;

/** How far a PDF has come: first a document in Exact that names the entry, then the file in it. */
const pdfStepSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('wanted') }),
  z.object({ at: z.literal('documentSent') }),
  z.object({ at: z.literal('documentMade'), exactDocumentId: z.string() }),
  z.object({ at: z.literal('fileSent'), exactDocumentId: z.string() }),
]);

/**
 * A write that may have reached Exact. Stored before it is sent, removed once the books have been read
 * and agree, so that a run which starts after a death knows what to look for.
 */
export const intentSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('salesEntry'),
    connectionId: z.string(),
    /** The document's id. */
    subject: z.string(),
    /** Epoch milliseconds. */
    sentAt: z.number(),
    /** How often the document has been sent and Exact gave no answer. */
    losses: z.number().int().default(0),
    /** Exact's answer, where one came: nothing is in doubt then, but it is not read back yet. */
    answer: z.object({ id: z.string(), entryNumber: z.number().int() }).nullable(),
    entry: salesEntrySchema,
    accountId: z.string(),
  }),
  z.object({
    type: z.literal('account'),
    connectionId: z.string(),
    /** The customer's id. */
    subject: z.string(),
    sentAt: z.number(),
  }),
  /** The bank account of a new account: wanted from its creation on. */
  z.object({
    type: z.literal('bankAccount'),
    connectionId: z.string(),
    /** The customer's id. */
    subject: z.string(),
    isSent: z.boolean(),
    sentAt: z.number(),
    accountId: z.string(),
    iban: z.string(),
    bic: z.string().nullable(),
  }),
  /** The PDF of a booked document: wanted from its booking on. */
  z.object({
    type: z.literal('pdf'),
    connectionId: z.string(),
    /** The document's id. */
    subject: z.string(),
    kind: documentKind,
    number: z.string(),
    date: z.string(),
    entryId: z.string(),
    step: pdfStepSchema,
    sentAt: z.number(),
    /** Epoch milliseconds. */
    notBefore: z.number(),
  }),
  /** A payment that may have reached Teamleader. */
  z.object({
    type: z.literal('payment'),
    connectionId: z.string(),
    /** The invoice's id. */
    subject: z.string(),
    sentAt: z.number(),
    losses: z.number().int().default(0),
    date: z.string(),
    amount: storedDecimal,
    currency: z.string(),
    /** What Teamleader had as paid before it. */
    paidBefore: storedDecimal,
  }),
  /** What the user wants done about an invoice's payments: nothing is sent yet, or it is not known to be done. */
  z.object({
    type: z.literal('paymentWish'),
    connectionId: z.string(),
    /** The invoice's id. */
    subject: z.string(),
    /** When he said so, in epoch milliseconds. */
    sentAt: z.number(),
    action: paymentActionSchema,
    /** What Teamleader still asked for when he was shown it; null: not known. */
    due: storedDecimal.nullable(),
    /** When it was tried in vain, in epoch milliseconds; null: not yet. */
    triedAt: z.number().nullable(),
  }),
]);
export type Intent = z.infer<typeof intentSchema>;
export type PaymentIntent = Extract<Intent, { type: 'payment' }>;
export type PaymentWish = Extract<Intent, { type: 'paymentWish' }>;
export type PdfIntent = Extract<Intent, { type: 'pdf' }>;
export type BankAccountIntent = Extract<Intent, { type: 'bankAccount' }>;
export type SalesEntryIntent = Extract<Intent, { type: 'salesEntry' }>;

/**
 * A booking or a new account that another version noted in a form which this one cannot read: it may stand in Exact, and
 * all that is known of it is whose it is.
 */
export const unreadableIntentSchema = z.object({
  type: z.enum(['salesEntry', 'account']),
  /** The document's id, or the customer's. */
  subject: z.string(),
  /** When this version met it first, in epoch milliseconds. */
  unreadSince: z.number(),
});
export type UnreadableIntent = z.infer<typeof unreadableIntentSchema>;

/**
 * The documents that a run is about, where it is not about all. One that was shown to the user beforehand is booked as it
 * was shown or not at all.
 */
export const onlySchema = z.array(
  z.object({
    kind: documentKind,
    /** Null: whoever asks knows its number alone. */
    id: z.string().nullable(),
    number: z.string().optional(),
    shown: shownSchema.nullable(),
  }),
);
export type Only = z.infer<typeof onlySchema>;

export const runRecordSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  trigger: z.enum(['click', 'popup', 'preview', 'resume', 'automatic']),
  /** Runs that were started together have one; null: it was started alone by an earlier version. */
  round: z.string().nullable().default(null),
  /** Null: all documents. Of a run that has ended, those that it left waiting. */
  only: onlySchema.nullable().default(null),
  /** Another than `ended` with a time of ending: its worker died in it. */
  phase: z.enum([
    'queued',
    'collecting',
    'looking',
    'planning',
    'booking',
    'checking',
    'attaching',
    'following',
    'ended',
  ]),
  done: z.number().int(),
  total: z.number().int(),
  /** As far as it can be told from what it has done so far. */
  secondsLeft: z.number().nullable().default(null),
  counts: z.object({
    booked: z.number().int(),
    adopted: z.number().int(),
    unchanged: z.number().int(),
    waiting: z.number().int(),
    blocked: z.number().int(),
  }),
  problem: causeSchema.nullable(),
  /** How many invoices were set as paid. */
  paid: z.number().int().default(0),
  /** Why payments could not be followed, where the rest went well. */
  paymentsProblem: causeSchema.nullable().default(null),
});
export type RunRecord = z.infer<typeof runRecordSchema>;

const bookedEntrySchema = z.object({
  id: z.string(),
  entryNumber: z.number().int(),
  journal: z.string(),
  accountId: z.string(),
  date: z.string(),
  yourRef: z.string().nullable(),
  description: z.string().nullable(),
  currency: z.string(),
  gross: storedDecimal,
  vat: storedDecimal,
  grossInDivisionCurrency: storedDecimal,
  rate: storedDecimal.nullable(),
  paymentCondition: z.string().nullable(),
  link: z.string().nullable(),
  lines: z
    .array(
      z.object({
        glAccountId: z.string(),
        account: z.string().nullable().default(null),
        description: z.string().nullable().default(null),
        vatCode: z.string().nullable(),
        net: storedDecimal,
        vat: storedDecimal,
      }),
    )
    .nullable(),
}) satisfies z.ZodType<BookedEntry>;

/** Exact's cursor for what changed in what customers owe. */
export const receivablesCursorSchema = z.string().nullable();

/** Why payments could not be followed when it was tried last. */
export const paymentsProblemSchema = causeSchema;

/** The sales entries that a connection knows of. */
export const entriesCacheSchema = z.object({
  entries: z.array(bookedEntrySchema),
  /** The journals that are looked at, but for the first time, when all are. */
  journals: z.array(z.string()),
  /** Exact's own time of the newest change among them. */
  modifiedUpTo: z.string().nullable(),
});
export type EntriesCache = z.infer<typeof entriesCacheSchema>;

const accountSchema = z.object({
  id: z.string(),
  name: z.string(),
  code: z.string(),
  isCustomer: z.boolean(),
  isBlocked: z.boolean(),
  vatNumber: z.string().nullable(),
  companyNumber: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  website: z.string().nullable(),
  language: z.string().nullable(),
  address: addressSchema,
  paymentCondition: z.string().nullable(),
  remarks: z.string().nullable(),
  modifiedAt: z.string(),
}) satisfies z.ZodType<Account>;

/** The accounts of a division; `timestamp` is Exact's cursor for what changed since. */
export const accountsCacheSchema = z.object({ accounts: z.array(accountSchema), timestamp: z.string().nullable() });
export type AccountsCache = z.infer<typeof accountsCacheSchema>;

/** All of Teamleader's companies and contacts, and its own time of the newest change among them. */
export const customersCacheSchema = z.object({
  customers: z.array(
    z.object({
      type: z.enum(['company', 'contact']),
      id: z.string(),
      name: z.string(),
      vatNumber: z.string().nullable(),
      companyNumber: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      website: z.string().nullable(),
      language: z.string().nullable(),
      address: addressSchema,
      iban: z.string().nullable(),
      bic: z.string().nullable(),
      paymentTerm: z
        .discriminatedUnion('type', [
          z.object({ type: z.literal('cash') }),
          z.object({ type: z.enum(['end_of_month', 'after_invoice_date']), days: z.number().int() }),
        ])
        .nullable(),
      webUrl: z.string().nullable(),
      updatedAt: z.string(),
    }) satisfies z.ZodType<Customer>,
  ),
  updatedUpTo: z.string().nullable(),
  /** When all were read, in epoch milliseconds. */
  fullAt: z.number(),
});
export type CustomersCache = z.infer<typeof customersCacheSchema>;

/** A change of an account, as text, that Exact refused. */
export const refusedChangeSchema = z.string();

/** The type of documents of sales in a division. */
export const documentTypeCacheSchema = z.number().int();

/** That what is settled was compared with the books. */
export const reviewedSchema = z.literal(true);

/** Codes of journals in which Exact gives the entry numbers. */
export const selfNumberingSchema = z.array(z.string());

/** Teamleader's lists for a company entity. */
export const entityCacheSchema = z.object({
  taxRates: z.array(z.object({ id: z.string(), description: z.string(), rate: storedDecimal })),
  productCategories: z.array(z.object({ id: z.string(), name: z.string(), glAccountCode: z.string().nullable() })),
});

/** Exact's lists for a division. */
export const booksCacheSchema = z.object({
  journals: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      isSales: z.boolean(),
      isBlocked: z.boolean(),
      currency: z.string(),
      allowsOtherCurrencies: z.boolean(),
      allowsOtherRates: z.boolean(),
    }),
  ),
  vatCodes: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      rate: storedDecimal,
      type: z.enum(['exclusive', 'inclusive', 'baseOnly', 'none']),
      isForSales: z.boolean(),
      isBlocked: z.boolean(),
      euListing: z.enum(['goods', 'services', 'triangular']).nullable(),
      isMargin: z.boolean(),
    }),
  ),
  glAccounts: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      description: z.string(),
      isRevenue: z.boolean(),
      isForSales: z.boolean(),
      isBlocked: z.boolean(),
    }),
  ),
  paymentConditions: z.array(
    z.object({
      code: z.string(),
      description: z.string(),
      days: z.number().int(),
      endOfMonths: z.number().int(),
      method: z.enum(['onCredit', 'collection', 'cash']),
      hasDiscount: z.boolean(),
    }),
  ),
});

/** Of a division, from a connection's start date on. */
export const periodsCacheSchema = z.array(z.object({ from: z.string(), to: z.string() }));

/** What the division knows of other currencies: read only when a document asks for it. */
export const currenciesCacheSchema = z.object({
  active: z.array(z.string()),
  rates: z.array(z.object({ currency: z.string(), from: z.string(), perUnit: storedDecimal })),
}) satisfies z.ZodType<Currencies>;

/** How far Teamleader has been read for a connection: ISO date-time by kind, null where all is to be read. */
export const cursorSchema = z.object({
  invoice: z.string().nullable(),
  creditNote: z.string().nullable(),
  /** When all was read last, in epoch milliseconds. */
  fullAt: z.number(),
});
export type Cursor = z.infer<typeof cursorSchema>;

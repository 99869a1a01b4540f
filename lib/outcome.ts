/**
 * How a document ended, and why: two closed unions. Texts, badges, notifications and history are views of them;
 * nothing branches on a message string.
 */
import { z } from 'zod';
import { type Drift, driftOf, type Look, standingSchema } from './standing.ts';

export const serviceSchema = z.enum(['teamleader', 'exact']);
export type Service = z.infer<typeof serviceSchema>;

const amount = z.string();
const text = z.string();

/** Who sent a line to a G/L account, and so where another one is chosen. */
export const accountUserSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('productCategory'), name: text }),
  z.object({ kind: z.literal('taxRate'), name: text }),
  z.object({ kind: z.literal('revenue') }),
  z.object({ kind: z.literal('discount') }),
]);
export type AccountUser = z.infer<typeof accountUserSchema>;

/** What was sent when an answer was lost; earlier versions have not kept it. */
export const lostWriteSchema = z.enum(['booking', 'customer', 'payment']);
export type LostWrite = z.infer<typeof lostWriteSchema>;

/** Why a document cannot be booked, or a run cannot go on. Feature F1. */
export const causeSchema = z.discriminatedUnion('type', [
  // To be mended in the set-up.
  z.object({ type: z.literal('taxRateNotLinked'), taxRate: text }),
  z.object({
    type: z.literal('vatCodeUnusable'),
    vatCode: text,
    reason: z.enum(['missing', 'blocked', 'inclusive', 'notExclusive', 'notForSales', 'percentageDiffers']),
  }),
  z.object({ type: z.literal('glAccountMissing'), code: text, usedBy: accountUserSchema }),
  z.object({ type: z.literal('glAccountBlocked'), code: text, name: text, usedBy: accountUserSchema }),
  /** Sales cannot be booked on it: an account of the bank, of receivables, of VAT ... */
  z.object({ type: z.literal('glAccountUnfit'), code: text, name: text, usedBy: accountUserSchema }),
  z.object({ type: z.literal('discountAccountNotSet') }),
  z.object({ type: z.literal('journalMissing'), journal: text }),
  z.object({ type: z.literal('journalBlocked'), journal: text }),
  // To be mended in the document or its customer.
  z.object({
    type: z.literal('totalsDiffer'),
    figure: z.enum(['net', 'vat', 'gross']),
    teamleader: amount,
    entry: amount,
    currency: text,
  }),
  /** Finer than the currency: a document in yen with a half yen. */
  z.object({ type: z.literal('amountTooFine'), amount, currency: text }),
  z.object({ type: z.literal('vatNumberInvalid'), vatNumber: text, country: text, format: text }),
  /** Sales to the rest of the EU are listed under the customer's VAT number. */
  z.object({ type: z.literal('vatNumberNeeded'), name: text, vatCode: text }),
  z.object({ type: z.literal('customerMissing'), name: text }),
  z.object({ type: z.literal('customerBlocked'), name: text }),
  /** The user says which it is; `customer` is `company/<id>` or `contact/<id>`. */
  z.object({
    type: z.literal('customerAmbiguous'),
    customer: text,
    name: text,
    candidates: z.array(z.object({ id: text, label: text })),
  }),
  z.object({ type: z.literal('currencyNotActive'), currency: text }),
  z.object({ type: z.literal('currencyNotAllowed'), currency: text, journal: text }),
  z.object({ type: z.literal('exchangeRateMissing'), currency: text }),
  /** Which way Teamleader's rate points cannot be told by what Exact knows of the currency. */
  z.object({ type: z.literal('exchangeRateUnclear'), currency: text, rate: text }),
  z.object({ type: z.literal('taxWithheld') }),
  z.object({ type: z.literal('noLines') }),
  // What Exact says or would say.
  z.object({ type: z.literal('entryNumberTaken'), entryNumber: z.number().int(), journal: text }),
  z.object({ type: z.literal('bookedTwice'), entryNumbers: z.array(z.number().int()) }),
  z.object({ type: z.literal('periodClosed'), date: text }),
  z.object({ type: z.literal('financialYearMissing'), date: text }),
  z.object({ type: z.literal('readBackDiffers'), what: text, sent: text, found: text }),
  z.object({ type: z.literal('refused'), service: serviceSchema, text }),
  // The way there.
  z.object({ type: z.literal('notConnected'), service: serviceSchema }),
  z.object({ type: z.literal('loginNeeded'), service: serviceSchema }),
  z.object({ type: z.literal('rightMissing'), service: serviceSchema, endpoint: text }),
  z.object({ type: z.literal('limitReached'), service: serviceSchema, until: z.number() }),
  /** Exact has refused so many calls within an hour that it would soon lock us out: it is left alone. */
  z.object({ type: z.literal('tooManyErrors'), errors: z.number().int(), until: z.number() }),
  z.object({ type: z.literal('unreachable'), service: serviceSchema }),
  z.object({ type: z.literal('notUnderstood'), service: serviceSchema, detail: text }),
  /** The browser has no room left to store what was done. */
  z.object({ type: z.literal('storageFull') }),
  /** Another window of this browser has the storage open and does not give way. */
  z.object({ type: z.literal('storageHeld') }),
  /** What is stored here was written by a later version. */
  z.object({ type: z.literal('newerVersion') }),
  /** A fault of our own or of this browser. */
  z.object({ type: z.literal('unexpected'), detail: text }),
  /** Somebody else's browser books the same documents, or registers the same payments, right now; this one goes on when that is over. */
  z.object({
    type: z.literal('colleagueBooking'),
    write: z.enum(['booking', 'payment']).default('booking'),
    until: z.number(),
  }),
  /** Somebody else's browser imports the same customers right now; this one goes on when that is over. */
  z.object({ type: z.literal('colleagueImporting'), until: z.number() }),
  /** The user did: what was left is taken up when he syncs again, or by the next automatic sync. */
  z.object({ type: z.literal('stoppedByUser') }),
  /** Exact has said that it is booked, and could not be asked to show it since. */
  z.object({ type: z.literal('notReadBack') }),
  /** It was removed in Exact, and the user wants it booked again: what is known of it is read anew before. */
  z.object({ type: z.literal('toBookAgain'), entryId: text }),
  /** It would be booked otherwise than the user was shown, so that it was not. */
  z.object({ type: z.literal('changedSincePreview') }),
  /** A write whose answer was lost; it is looked up before it is sent again, not before `until`. */
  z.object({ type: z.literal('answerLost'), write: lostWriteSchema.default('booking'), until: z.number() }),
  /** The same of a customer who was sent to Teamleader. */
  z.object({ type: z.literal('importAnswerLost'), until: z.number() }),
]);
export type Cause = z.infer<typeof causeSchema>;
export type CauseType = Cause['type'];

export const entryReferenceSchema = z.object({
  id: z.string(),
  entryNumber: z.number().int(),
  journal: z.string(),
  date: z.string(),
  division: z.number().int(),
});
export type EntryReference = z.infer<typeof entryReferenceSchema>;

/** A document that is booked stays so, whatever is changed after: what differs is told beside. */
const settled = {
  entry: entryReferenceSchema,
  /** What both sides said by then, and say now; earlier versions have not kept it. */
  standing: standingSchema.optional().catch(undefined),
};

export const outcomeSchema = z.discriminatedUnion('state', [
  /** Written by us, read back and found equal. */
  z.object({ state: z.literal('booked'), ...settled }),
  /** It stood in Exact already. */
  z.object({ state: z.literal('adopted'), ...settled }),
  /** Goes on by itself; `until` in epoch milliseconds, null when the next run takes it. */
  z.object({ state: z.literal('waiting'), cause: causeSchema.nullable(), until: z.number().nullable() }),
  /** Needs the user. An entry is named where one stands in Exact all the same. */
  z.object({ state: z.literal('blocked'), cause: causeSchema, entry: entryReferenceSchema.nullable() }),
]);
export type Outcome = z.infer<typeof outcomeSchema>;

export type SettledOutcome = Extract<Outcome, { state: 'booked' | 'adopted' }>;

/** Nothing is left to do for the document: it is never decided on again, unless the user says so. */
export const isSettled = (outcome: Outcome): outcome is SettledOutcome =>
  outcome.state === 'booked' || outcome.state === 'adopted';

/** What was changed on either side since it was booked, or null. */
export const driftIn = (outcome: Outcome): Drift | null =>
  isSettled(outcome) && outcome.standing !== undefined ? driftOf(outcome.standing) : null;

/** The user's own look at both sides, or null. */
export const lookIn = (outcome: Outcome): Look | null => (isSettled(outcome) ? (outcome.standing?.look ?? null) : null);

/** Somebody has to look at it. */
export const needsUser = (outcome: Outcome): boolean => outcome.state === 'blocked' || driftIn(outcome) !== null;

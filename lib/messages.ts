/**
 * The typed protocol between page, popup, options and background: every request with its answer. What Teamleader's pages
 * may ask stands in a file of its own.
 */
import { z } from 'zod';
import type { PaymentTerm } from './accounting/facts.ts';
import { AUTOMATIC_EVERY, AUTOMATIC_HOURS } from './automatic.ts';
import {
  type Connection,
  type ConnectionDraft,
  calendarDateSchema,
  connectionDraftSchema,
  regionSchema,
} from './connection.ts';
import { DOCUMENT_ACTIONS, type DocumentAction } from './document-action.ts';
import { HISTORY_MONTHS, type HistoryMonths } from './history-kept.ts';
import { isLanguage, type Language } from './i18n/language.ts';
import { type ImportAnswers, importRequestSchemas } from './import-messages.ts';
import type { KeyVerdict } from './key-verdict.ts';
import { NOTIFY, type Notify } from './notify.ts';
import { type Cause, type Outcome, type Service, serviceSchema } from './outcome.ts';
import type { PageAnswers, PageRequest } from './page-messages.ts';
import type { PaymentAction, PaymentState } from './payment.ts';
import type { PreviewDocument, PreviewHead } from './preview.ts';
import type { Region } from './region.ts';
import type { ReportContent, ReportHead } from './report.ts';
import type { ExactRight } from './rights.ts';
import type { Drift, Look } from './standing.ts';
import type { WriteRecord } from './store/write-record.ts';

export * from './page-messages.ts';

// What the extension's own pages may ask.

const documentReferenceSchema = z.object({ kind: z.enum(['invoice', 'creditNote']), id: z.string().max(64) });
const previewPage = z.number().int().min(0).max(10_000);

/** No settings are longer than this, in characters. */
const SETTINGS_FILE_MOST = 200_000;

/** Which draft is meant, and the connection that comes of it; where it is left out, the one that the set-up shows. */
const keySchema = z.string().max(64);

export const trustedRequestSchema = z.discriminatedUnion('type', [
  /** With `reload`, the choices are read from the services again. */
  z.object({ type: z.literal('setup/view'), reload: z.boolean() }),
  z.object({
    type: z.literal('setup/saveKeys'),
    service: serviceSchema,
    clientId: z.string().trim().max(200),
    /** Null keeps the stored secret; an empty one removes it (log-in without a secret). */
    clientSecret: z.string().trim().max(500).nullable(),
  }),
  z.object({ type: z.literal('setup/region'), region: regionSchema }),
  /** Which of client id, secret and redirect URL is wrong? */
  z.object({ type: z.literal('setup/testKeys'), service: serviceSchema }),
  z.object({ type: z.literal('setup/logIn'), service: serviceSchema }),
  z.object({ type: z.literal('setup/logOut'), service: serviceSchema }),
  /** The connection goes on with whoever is logged in now. */
  z.object({ type: z.literal('setup/acceptUser'), service: serviceSchema }),
  /** Shows another draft from now on: that of a connection by its id, or one that is none yet. */
  z.object({ type: z.literal('setup/edit'), key: keySchema }),
  z.object({
    type: z.literal('setup/change'),
    key: keySchema.optional(),
    draft: connectionDraftSchema.partial(),
    /** Whose lists it was chosen from: not taken where those are another's now. */
    of: connectionDraftSchema.pick({ companyEntityId: true, divisionCode: true }).optional(),
  }),
  z.object({ type: z.literal('setup/save'), key: keySchema.optional() }),
  /** Forgets what was changed since the connection was saved. */
  z.object({ type: z.literal('setup/discard'), key: keySchema.optional() }),
  /** Refused in silence while it is being synced: the view tells. */
  z.object({ type: z.literal('setup/remove'), key: keySchema }),
  /** How often in minutes, or null: not by itself. Refused in silence while something locks it: the view tells what. */
  z.object({
    type: z.literal('setup/automatic'),
    key: keySchema.optional(),
    every: z.literal(AUTOMATIC_EVERY).nullable(),
  }),
  z.object({ type: z.literal('setup/automaticHours'), key: keySchema.optional(), hours: z.enum(AUTOMATIC_HOURS) }),
  z.object({ type: z.literal('setup/notify'), notify: z.enum(NOTIFY) }),
  z.object({ type: z.literal('setup/notifyPaid'), notifyPaid: z.boolean() }),
  /** How long the history is kept; what is older goes at once. */
  z.object({ type: z.literal('setup/historyMonths'), months: z.literal(HISTORY_MONTHS).nullable() }),
  z.object({ type: z.literal('sync/start') }),
  /** What is under way ends as soon as what was sent is read back. */
  z.object({ type: z.literal('sync/stop') }),
  /** The answer to "which account is it?" in a connection's division; the customer is `company/<id>` or `contact/<id>`. */
  z.object({
    type: z.literal('customer/choose'),
    connectionId: keySchema,
    customer: z.string().max(100),
    accountId: z.string().max(64),
  }),
  ...importRequestSchemas,
  /** All payments of an invoice that was paid back are removed in Teamleader; or its rest is set as paid. */
  z.object({ type: z.literal('payment/remove'), connectionId: keySchema, id: z.string().max(64) }),
  z.object({ type: z.literal('payment/settle'), connectionId: keySchema, id: z.string().max(64) }),
  /** What a run would do; null: a run of all documents. */
  z.object({ type: z.literal('preview/start'), documents: z.array(documentReferenceSchema).max(1000).nullable() }),
  z.object({ type: z.literal('preview/view'), page: previewPage }),
  z.object({ type: z.literal('preview/stop'), page: previewPage }),
  /** Books what the preview with that id showed, as it was shown. */
  z.object({ type: z.literal('preview/book'), id: z.string().max(64), page: previewPage }),
  /** Reads both sides for a period, both of whose days belong to it, and writes to neither. */
  z.object({
    type: z.literal('report/start'),
    connectionId: keySchema,
    from: calendarDateSchema,
    to: calendarDateSchema,
  }),
  z.object({ type: z.literal('report/view') }),
  z.object({ type: z.literal('report/stop') }),
  /** Not done where it is not among what may be asked for the document by now. */
  z.object({
    type: z.literal('document/act'),
    connectionId: z.string().max(64),
    ...documentReferenceSchema.shape,
    action: z.enum(DOCUMENT_ACTIONS),
  }),
  z.object({ type: z.literal('history/view') }),
  /** Every call that wrote, newest first. */
  z.object({ type: z.literal('history/writes') }),
  /** Null: as the browser speaks. */
  z.object({ type: z.literal('language/choose'), language: z.custom<Language>(isLanguage).nullable() }),
  z.object({ type: z.literal('settings/export') }),
  z.object({ type: z.literal('settings/import'), text: z.string().max(SETTINGS_FILE_MOST) }),
  z.object({ type: z.literal('diagnostics/read') }),
  /** Forgets what was read and learnt; loses nothing, since the books are the record. */
  z.object({ type: z.literal('cache/reset') }),
]);
export type TrustedRequest = z.infer<typeof trustedRequestSchema>;

export interface ServiceView {
  readonly state: 'noKeys' | 'loggedOut' | 'connected';
  /** Who is logged in, as the service names him. */
  readonly user: string | null;
  /** The connection was used by somebody else so far, and stands still until the user has said that it is right. */
  readonly isAnotherUser: boolean;
  readonly clientId: string | null;
  readonly hasSecret: boolean;
  /** Which keys the company has preset, so that the user need not know them. */
  readonly preset: 'nothing' | 'clientId' | 'keys';
  readonly redirectUrl: string;
  /** What the last test of the keys found, or why it could not be made; null: they were not tested. */
  readonly keyTest: KeyVerdict | Cause | null;
  readonly problem: Cause | LoginProblem | null;
}

/** How a log-in ended that did not succeed, or that does not hold any more. */
export type LoginProblem =
  | { readonly type: 'loginCancelled' }
  | { readonly type: 'loginRefused' }
  | { readonly type: 'wrongKeys'; readonly text: string }
  | { readonly type: 'loginPageFailed'; readonly text: string }
  /** The company had preset the keys of the app that was logged in with, and does so no more. */
  | { readonly type: 'keysWithdrawn' }
  /** The connection's company entity or division is not among those that this user sees. */
  | { readonly type: 'notAmongYours'; readonly name: string };

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Why it cannot be picked, or null. */
  readonly unusable: UnusableReason | null;
}
export type UnusableReason =
  | 'blocked'
  | 'inclusive'
  | 'notExclusive'
  | 'notForSales'
  | 'percentageDiffers'
  | 'notSales'
  | 'notRevenue';

export interface VatLinkChoice {
  readonly taxRateId: string;
  readonly label: string;
  readonly vatCodes: readonly Choice[];
  /** How many of the newest invoices charge its percentage, which other rates may share; null: not known. */
  readonly use: { readonly invoices: number; readonly charged: number } | null;
  /** The linked code is of the margin scheme. */
  readonly isMargin: boolean;
}

export interface PaymentTermView {
  readonly term: PaymentTerm;
  /** Code and description; null: the customer's own condition in Exact is taken. */
  readonly condition: string | null;
}

export interface OthersEntries {
  readonly count: number;
  /** The date of the last one. */
  readonly newest: string | null;
}

/** What still keeps the set-up from being saved. */
export type SetupProblem =
  | 'teamleaderNotConnected'
  | 'exactNotConnected'
  | 'companyEntityMissing'
  | 'startDateMissing'
  | 'divisionMissing'
  /** Another connection books the company entity into the division. */
  | 'alreadyConnected'
  | 'invoiceJournalMissing'
  | 'creditNoteJournalMissing'
  | 'journalsEqual'
  | 'vatLinksMissing'
  /** A rate is linked to a code that it cannot be booked under: of another percentage, blocked, inclusive ... */
  | 'vatLinkUnusable'
  | 'revenueAccountMissing';

export interface SetupView {
  readonly services: Readonly<Record<Service, ServiceView>>;
  readonly region: Region;
  readonly isRegionPreset: boolean;
  /** In the order of their making. */
  readonly connections: readonly ConnectionView[];
  /** Drafts that no connection has come of yet. */
  readonly unsaved: readonly { readonly key: string; readonly name: string | null }[];
  /** The key of the draft that is shown. */
  readonly editing: string;
  readonly draft: ConnectionDraft;
  /** What is proposed where the user has chosen nothing; null where all that stands there was saved once. */
  readonly proposals: ConnectionDraft | null;
  /** Empty lists while a log-in or an earlier choice is missing. */
  readonly choices: {
    readonly companyEntities: readonly Choice[];
    readonly divisions: readonly Choice[];
    readonly journals: readonly Choice[];
    readonly vatLinks: readonly VatLinkChoice[];
    readonly glAccounts: readonly Choice[];
    /** Every payment term in use, and the condition that it is booked under. */
    readonly paymentTerms: readonly PaymentTermView[];
  };
  /** What the user may do in the division; empty while there is none. */
  readonly rights: readonly { readonly right: ExactRight; readonly isGranted: boolean }[];
  /** Entries that others made lately in the chosen journals, by hand or by another integration; null: not known. */
  readonly othersEntries: OthersEntries | null;
  /** Exact's customers were brought into Teamleader, or are not to be. */
  readonly isImportDone: boolean;
  /** Why choices could not be read. */
  readonly choicesProblem: Cause | null;
  readonly problems: readonly SetupProblem[];
  /** What the draft changes, if it is saved already. */
  readonly connection: Connection | null;
  /** The draft says the same as the saved connection. */
  readonly isSaved: boolean;
  readonly notify: Notify;
  readonly notifyPaid: boolean;
  readonly historyMonths: HistoryMonths;
  /** Of all connections together. */
  readonly sync: SyncView;
}

/** A saved connection among others. */
export interface ConnectionView {
  readonly connection: Connection;
  /** How it is told from the others. */
  readonly name: string;
  /** It stands still: somebody else is logged in than who used it so far. */
  readonly isHeld: boolean;
  readonly sync: SyncView;
  /** By id. */
  readonly taxRates: Readonly<Record<string, string>>;
  /** By code, where they were read before; of the division that the set-up shows, `choices` has them. */
  readonly names: Readonly<Record<'journals' | 'vatCodes' | 'glAccounts', Readonly<Record<string, string>>>>;
}

export type RunPhase =
  /** Another connection has its turn. */
  'queued' | 'collecting' | 'looking' | 'planning' | 'booking' | 'checking' | 'attaching' | 'following' | 'ended';

export interface RunView {
  readonly id: string;
  readonly connectionId: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly trigger: 'click' | 'popup' | 'preview' | 'resume' | 'automatic';
  readonly phase: RunPhase;
  readonly done: number;
  readonly total: number;
  /** As far as it can be told from what it has done so far. */
  readonly secondsLeft: number | null;
  readonly counts: {
    readonly booked: number;
    readonly adopted: number;
    readonly unchanged: number;
    readonly waiting: number;
    readonly blocked: number;
  };
  /** Why the run as a whole could not go on. */
  readonly problem: Cause | null;
  /** How many invoices were set as paid. */
  readonly paid: number;
  /** Why payments could not be followed, where the rest went well. */
  readonly paymentsProblem: Cause | null;
}

/** What holds documents, and how many. */
export interface HeldView {
  readonly cause: Cause;
  /** The last day that it is about, where it is about more than the one that it names. */
  readonly lastDate: string | null;
  readonly connectionId: string;
  readonly count: number;
  /** The document's page in Teamleader, where it is only one. */
  readonly webUrl: string | null;
}

export interface SyncView {
  readonly run: RunView | null;
  /** Documents that need the user. */
  readonly attention: number;
  /** The causes that hold most of them, the first first. */
  readonly held: readonly HeldView[];
}

export interface DocumentView {
  readonly connectionId: string;
  readonly kind: 'invoice' | 'creditNote';
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly customer: string;
  readonly currency: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly webUrl: string | null;
  readonly outcome: Outcome;
  /** How it stands with its payments; null: not looked at, or a credit note. */
  readonly payment: PaymentState | null;
  /** What the user has asked for about them and is not done yet, or null. */
  readonly wish: PaymentAction | null;
  /** What is no longer as it was booked, or null. */
  readonly drift: Drift | null;
  /** The user's own look at both sides, or null. */
  readonly look: Look | null;
  /** What may be asked for it. */
  readonly actions: readonly DocumentAction[];
}

export interface PreviewView {
  /** Null: none was made. */
  readonly head: PreviewHead | null;
  /** Which page of its documents, from 0. */
  readonly page: number;
  /** Each with how it ended, once the preview was booked. */
  readonly documents: readonly (PreviewDocument & { readonly outcome: Outcome | null })[];
  /** Names of connections by id; none where there is one. */
  readonly connections: Readonly<Record<string, string>>;
  /** What books it, or has. */
  readonly run: RunView | null;
}

export interface ReportView {
  /** Null: none was made. */
  readonly head: ReportHead | null;
  /** Null while it is not made. */
  readonly content: ReportContent | null;
}

export interface HistoryView {
  readonly runs: readonly RunView[];
  readonly documents: readonly DocumentView[];
  /** Id to name of every connection that there is or was. */
  readonly connections: Readonly<Record<string, string>>;
  /** How many are still to be stored with their entries. */
  readonly pdfsWaiting: number;
}

/** One call that wrote, or was to. Feature D10. */
export type WriteView = WriteRecord;

/** Why a file's settings cannot be taken. */
export type SettingsFileProblem =
  | { readonly type: 'notJson' | 'notOurs' | 'newer' }
  | { readonly type: 'wrongField'; readonly field: string };

/** Request type to answer. */
export interface Answers extends PageAnswers, ImportAnswers {
  'setup/view': SetupView;
  'setup/saveKeys': SetupView;
  'setup/region': SetupView;
  'setup/testKeys': SetupView;
  'setup/logIn': SetupView;
  'setup/logOut': SetupView;
  'setup/acceptUser': SetupView;
  'setup/edit': SetupView;
  'setup/change': SetupView;
  'setup/save': SetupView;
  'setup/discard': SetupView;
  'setup/remove': SetupView;
  'setup/automatic': SetupView;
  'setup/automaticHours': SetupView;
  'setup/notify': SetupView;
  'setup/notifyPaid': SetupView;
  'setup/historyMonths': SetupView;
  'sync/start': SetupView;
  'sync/stop': SetupView;
  'customer/choose': HistoryView;
  /** Null: it is done. */
  'payment/remove': Cause | null;
  'payment/settle': Cause | null;
  'preview/start': PreviewView;
  'preview/view': PreviewView;
  'preview/stop': PreviewView;
  'preview/book': PreviewView;
  'report/start': ReportView;
  'report/view': ReportView;
  'report/stop': ReportView;
  'document/act': HistoryView;
  'history/view': HistoryView;
  'history/writes': readonly WriteView[];
  'cache/reset': null;
  'language/choose': null;
  /** The file's content. */
  'settings/export': string;
  /** Null: it is the draft now. */
  'settings/import': SettingsFileProblem | null;
  'diagnostics/read': string;
}

/** What the extension's own pages are told where there is no answer. */
export interface Trouble {
  readonly trouble: Cause;
}

export type Request = PageRequest | TrustedRequest;
export type Answer<R extends Request> = Answers[R['type']];

/** Told to every open page of ours when something that it shows may have changed; no answer is expected. */
export const CHANGED_NOTICE = { notice: 'changed' } as const;
export const isChangedNotice = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'notice' in message && message.notice === CHANGED_NOTICE.notice;

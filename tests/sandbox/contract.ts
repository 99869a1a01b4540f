/** The vocabulary that the parts of the sandbox share. */
import { REDIRECT_BASE } from './credentials.ts';

export type ServiceName = 'teamleader' | 'exact';

export interface SandboxRequest {
  readonly method: string;
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SandboxAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** One stand-in service: the hosts it answers for and how. */
export interface StandIn {
  readonly service: ServiceName;
  readonly hosts: readonly string[];
  handle(request: SandboxRequest): SandboxAnswer | Promise<SandboxAnswer>;
  /** `invoices.list`, `POST salesentry/SalesEntries`, `authorize`, `token`, `file` ...: the name under which a call is counted; null is not counted. */
  nameCall(request: SandboxRequest): string | null;
  /** Is this an API call that fault orders and counts apply to (as opposed to pages and log-in)? */
  isApiCall(request: SandboxRequest): boolean;
  /** Changes the stand-in's story while it runs (a period is closed, a right taken away); throws for an order it does not know. */
  order?(order: unknown): void;
  /** What tests and people may read of it, as JSON. */
  snapshot(): unknown;
}

/** The one clock of the sandbox, so that tests can move time. */
export interface SandboxClock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

/** What each stand-in is given. */
export interface StandInContext {
  readonly clock: SandboxClock;
  /** Announced windows (a minute, a day) last this many times shorter; 1 is the real pace. */
  readonly speed: number;
  /** So many times shorter is a token's life. */
  readonly tokenSpeed: number;
  readonly switches: Switches;
  /** Notes what the real service would swallow in silence (unknown filter, field ...) but our product must never do. */
  defect(text: string): void;
}

/** Facts that are not sure of the real services: each can be set either way. */
export interface Switches {
  /** creditNotes.info wraps `data` in an array. */
  creditNoteInfoAsArray: boolean;
  /** Credit notes carry negative amounts in Teamleader. */
  creditNoteAmountsNegative: boolean;
  /** invoices.list, creditNotes.list, companies.list, contacts.list and taxRates.list answer with `meta`. */
  listMeta: boolean;
  /** Ids in page links: UUIDs, or the numbers of the old API. */
  idsInLinks: 'uuid' | 'number';
  /** Layout of the invoice list page. */
  layout: 'classic' | 'grid' | 'grid-sections';
  /** Language of the pages of Teamleader. */
  language: 'en' | 'nl';
  /** Direction of Teamleader's currency_exchange_rate.rate for {from: X, to: company currency}: X times rate is company currency ('multiply'), or company currency times rate is X ('divide'). */
  exchangeRateDirection: 'multiply' | 'divide';
  /** An entry's rate in Exact: the amount times it ('multiply') or by it ('divide') is the amount in the division's currency. */
  exactRateDirection: 'multiply' | 'divide';
  /** The default order of invoices.list when no sort is given. */
  invoiceListDefaultOrder: 'asc' | 'desc';
  /** Form of Teamleader's X-RateLimit-Reset. */
  rateLimitResetForm: 'offset-without-colon' | 'offset-with-colon';
  /** VATCodes.Percentage as 0.21 or as 21. */
  vatPercentage: 'fraction' | 'percent';
  /** VATCodes.Code padded with blanks. */
  vatCodePadded: boolean;
  /** Lists as {"d":{"results":[...]}} or {"d":[...]}. */
  exactListForm: 'results' | 'array';
  /** $expand=SalesEntryLines is honoured, or answered with a deferred link only. */
  exactExpand: boolean;
  /** The journals let the caller give the entry number. */
  entryNumberPostable: boolean;
  /** A second entry number is refused per journal, or per journal and reporting year. */
  entryNumberUnique: 'journal' | 'journal-year';
  /** Exact still offers the implicit grant. */
  exactImplicitGrant: boolean;
  /** Where the redirect URLs begin with which the apps are registered: the extension's own. */
  redirectBase: string;
  /** Exact sets Type 21 on an entry whose total is negative. */
  exactTypeFromSign: boolean;
  /** What is owed falls into a row for each part that was paid and one for the rest; or one row is left with the rest. */
  exactPartsAsRows: boolean;
  /** A payment names the invoice that it settles. */
  exactPaymentsNameInvoice: boolean;
  /** A payment difference is an entry of its own, or a line of the payment's. */
  exactDifference: 'entry' | 'line';
  /** A payment of more than is due is refused, or taken. */
  refusesOverpayment: boolean;
}

export const DEFAULT_SWITCHES: Switches = {
  creditNoteInfoAsArray: false,
  creditNoteAmountsNegative: false,
  listMeta: true,
  idsInLinks: 'uuid',
  layout: 'classic',
  language: 'en',
  exchangeRateDirection: 'multiply',
  exactRateDirection: 'multiply',
  invoiceListDefaultOrder: 'desc',
  rateLimitResetForm: 'offset-with-colon',
  vatPercentage: 'fraction',
  vatCodePadded: true,
  exactListForm: 'results',
  exactExpand: true,
  entryNumberPostable: true,
  entryNumberUnique: 'journal-year',
  exactImplicitGrant: true,
  redirectBase: REDIRECT_BASE,
  exactTypeFromSign: true,
  exactPartsAsRows: true,
  exactPaymentsNameInvoice: true,
  exactDifference: 'entry',
  refusesOverpayment: true,
};

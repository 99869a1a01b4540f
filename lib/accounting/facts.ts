/**
 * What is known of both sides, parsed. Pure types: the two clients make them, the rules read them.
 * Amounts are decimals in the document's currency; a document's amounts are positive for what its kind says
 * (an invoice charges, a credit note gives back), so a negative line on either is an exception to its kind.
 */
import type Big from 'big.js';

/** `YYYY-MM-DD`: a day in the books, without time zone. */
export type CalendarDate = string;

export type DocumentKind = 'invoice' | 'creditNote';

export interface Money {
  readonly amount: Big;
  /** ISO 4217. */
  readonly currency: string;
}

export type PaymentTerm =
  | { readonly type: 'cash' }
  | { readonly type: 'end_of_month' | 'after_invoice_date'; readonly days: number };

export interface CustomerReference {
  readonly type: 'company' | 'contact';
  readonly id: string;
  readonly name: string;
  /** As the document bears it. */
  readonly vatNumber: string | null;
}

/** A rate of Teamleader's `total.taxes`: keyed by percentage, not by tax rate. */
export interface TaxTotal {
  /** A fraction: 0.21. */
  readonly rate: Big;
  readonly base: Big;
  readonly vat: Big;
}

/** What a list of documents tells. Teamleader 4.3 and 4.4. */
export interface DocumentHeader {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly companyEntityId: string;
  /** As Teamleader shows it: `2026 / 27`, for credit notes `2026/27`. */
  readonly number: string;
  readonly date: CalendarDate;
  readonly customer: CustomerReference;
  readonly currency: string;
  readonly net: Big;
  readonly gross: Big;
  /** Of an invoice, what is still to be paid: less payments and credit notes. Null where it is not told. */
  readonly due: Big | null;
  readonly taxes: readonly TaxTotal[];
  /** The page for a person; a list of credit notes has none. */
  readonly webUrl: string | null;
  /** ISO date-time. */
  readonly updatedAt: string;
}

export interface DocumentLine {
  readonly description: string;
  readonly quantity: Big;
  readonly taxRateId: string;
  readonly productCategoryId: string | null;
  /** Excluding VAT, after the line's own discount, before the document's discounts. */
  readonly net: Big;
}

/** The whole document, as booking needs it. */
export interface SalesDocument extends DocumentHeader {
  readonly dueOn: CalendarDate | null;
  readonly paymentTerm: PaymentTerm | null;
  readonly paymentReference: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly isDirectDebit: boolean;
  /** Part of the tax is kept back by the customer (Italy, Spain). */
  readonly isTaxWithheld: boolean;
  readonly lines: readonly DocumentLine[];
  /** Document-level discounts in percent; they stack. */
  readonly discounts: readonly { readonly percentage: Big; readonly description: string }[];
  /** As Teamleader gives it, which does not say which way it points. */
  readonly exchangeRate: { readonly from: string; readonly to: string; readonly rate: Big } | null;
  /** A credit note's invoice. */
  readonly creditedInvoiceId: string | null;
}

export interface TaxRate {
  readonly id: string;
  readonly description: string;
  /** A fraction. */
  readonly rate: Big;
}

export interface ProductCategory {
  readonly id: string;
  readonly name: string;
  /** The G/L account's code for the company entity in question, or null. */
  readonly glAccountCode: string | null;
}

export interface Address {
  readonly line1: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166, two letters. */
  readonly country: string | null;
}

/** A company or contact of Teamleader. */
export interface Customer {
  readonly type: 'company' | 'contact';
  readonly id: string;
  readonly name: string;
  readonly vatNumber: string | null;
  readonly companyNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly language: string | null;
  readonly address: Address;
  /** In electronic form and with good check digits, or null. */
  readonly iban: string | null;
  readonly bic: string | null;
  readonly paymentTerm: PaymentTerm | null;
  readonly webUrl: string | null;
  readonly updatedAt: string;
}

// Exact Online, all within one division.

export interface Journal {
  readonly code: string;
  readonly description: string;
  readonly isSales: boolean;
  readonly isBlocked: boolean;
  /** Empty where the journal names none: the division's own. */
  readonly currency: string;
  readonly allowsOtherCurrencies: boolean;
  readonly allowsOtherRates: boolean;
}

export interface VatCode {
  /** Without padding. */
  readonly code: string;
  readonly description: string;
  /** A fraction. */
  readonly rate: Big;
  readonly type: 'exclusive' | 'inclusive' | 'baseOnly' | 'none';
  readonly isForSales: boolean;
  readonly isBlocked: boolean;
  /** How sales under the code stand on the EU sales listing: goods (L), services (S), triangular (T); null where not listed. */
  readonly euListing: 'goods' | 'services' | 'triangular' | null;
  /** VAT is due on the margin, which Exact works out by itself: the entry bears none. */
  readonly isMargin: boolean;
}

export interface GlAccount {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly isRevenue: boolean;
  /** Whether a line of a sale can stand on it at all: not on the accounts that Exact keeps for its own ends. */
  readonly isForSales: boolean;
  readonly isBlocked: boolean;
}

export interface PaymentCondition {
  readonly code: string;
  readonly description: string;
  readonly days: number;
  /** Number of month ends that are added. */
  readonly endOfMonths: number;
  readonly method: 'onCredit' | 'collection' | 'cash';
  readonly hasDiscount: boolean;
}

/** An account in Exact: what matching and updating need of it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly isCustomer: boolean;
  readonly isBlocked: boolean;
  readonly vatNumber: string | null;
  readonly companyNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly language: string | null;
  readonly address: Address;
  readonly paymentCondition: string | null;
  /** Free text; ours holds the link back to Teamleader. */
  readonly remarks: string | null;
  /** ISO date-time, by Exact's clock. */
  readonly modifiedAt: string;
}

/** A sales entry that stands in Exact. Amounts carry Exact's own signs. */
export interface BookedEntry {
  readonly id: string;
  readonly entryNumber: number;
  readonly journal: string;
  readonly accountId: string;
  readonly date: CalendarDate;
  readonly yourRef: string | null;
  readonly description: string | null;
  readonly currency: string;
  /** Including VAT. */
  readonly gross: Big;
  readonly vat: Big;
  /** In the division's currency, including VAT. */
  readonly grossInDivisionCurrency: Big;
  /** As Exact states it, which does not say which way it points. */
  readonly rate: Big | null;
  readonly paymentCondition: string | null;
  /** The link back to Teamleader, where we wrote the entry. */
  readonly link: string | null;
  /** Null where Exact gave no lines along with the entry. */
  readonly lines: readonly BookedLine[] | null;
}

export interface BookedLine {
  readonly glAccountId: string;
  /** The code of the G/L account; null where Exact did not say it along. */
  readonly account: string | null;
  readonly description: string | null;
  readonly vatCode: string | null;
  readonly net: Big;
  readonly vat: Big;
}

/** The reference data that planning needs: both sides' lists for one connection. */
export interface ReferenceData {
  readonly taxRates: readonly TaxRate[];
  readonly productCategories: readonly ProductCategory[];
  readonly journals: readonly Journal[];
  readonly vatCodes: readonly VatCode[];
  readonly glAccounts: readonly GlAccount[];
  readonly paymentConditions: readonly PaymentCondition[];
  /** The division's own currency. */
  readonly currency: string;
  /** First and last day of each; which of them are closed Exact does not tell. */
  readonly financialPeriods: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[];
  /** Null until a document in another currency asks for it. */
  readonly currencies: Currencies | null;
}

/** What the division knows of other currencies. */
export interface Currencies {
  /** ISO 4217. */
  readonly active: readonly string[];
  readonly rates: readonly KnownRate[];
}

export interface KnownRate {
  readonly currency: string;
  /** It holds from that day until the next one of the currency. */
  readonly from: CalendarDate;
  /** Units of division currency for one unit. */
  readonly perUnit: Big;
}

// What planning makes.

export interface SalesEntryLine {
  readonly glAccountId: string;
  readonly vatCode: string;
  readonly description: string;
  /** Excluding VAT, with the sign that Exact wants: a credit note's are negative. */
  readonly net: Big;
  readonly vat: Big;
}

/** Amount times rate, or amount by rate, is the amount in division currency. */
export type RateUse = 'times' | 'by';

/** An entry ready to be sent, but for its customer's account. Totals carry the lines' sign. */
export interface SalesEntry {
  readonly kind: DocumentKind;
  readonly documentId: string;
  readonly journal: string;
  /** Null: Exact gives the number. */
  readonly entryNumber: number | null;
  readonly date: CalendarDate;
  readonly dueDate: CalendarDate | null;
  readonly yourRef: string;
  readonly description: string;
  readonly paymentReference: string | null;
  /** Null: Exact takes the customer's default. */
  readonly paymentCondition: string | null;
  readonly currency: string;
  /** Units of division currency for one unit of the entry's currency; null in division currency. */
  readonly rate: Big | null;
  /** How Exact has been seen to use an entry's rate. */
  readonly rateUse: RateUse;
  readonly link: string | null;
  readonly lines: readonly SalesEntryLine[];
  readonly net: Big;
  readonly vat: Big;
  readonly gross: Big;
}

/** An account to be created or changed in Exact; absent properties are left as they are. */
export interface AccountDraft {
  readonly name: string;
  /** Only for a new account: Exact refuses a second one with the same code. */
  readonly code?: string;
  readonly vatNumber?: string | null;
  readonly companyNumber?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly website?: string | null;
  readonly language?: string | null;
  readonly address?: Address;
  readonly paymentCondition?: string | null;
  readonly remarks?: string | null;
}

/** A company or contact to be created in Teamleader. A contact has a last name at least. */
export interface CustomerDraft {
  readonly type: Customer['type'];
  /** Of a contact: first and last name. */
  readonly name: string;
  readonly firstName: string | null;
  readonly vatNumber: string | null;
  readonly companyNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  /** Two letters. */
  readonly language: string | null;
  /** Without a country Teamleader takes no address. */
  readonly address: (Address & { readonly country: string }) | null;
  readonly remarks: string;
}

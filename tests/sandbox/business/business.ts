/**
 * A make-believe business, told once and neutrally; each stand-in derives its own records from it.
 * Types only. Amounts are decimal strings in the document's currency, dates YYYY-MM-DD, ids UUIDs.
 */

export interface Business {
  readonly seed: number;
  readonly country: 'BE' | 'NL';
  /** The day the story ends: "today" for the data. */
  readonly today: string;
  /** Suggested start date of the connection; some documents are older. */
  readonly startDate: string;
  readonly companyEntity: BusinessCompanyEntity;
  readonly otherCompanyEntity: BusinessCompanyEntity;
  readonly users: { readonly teamleader: BusinessUser; readonly exact: BusinessUser };
  readonly division: BusinessDivision;
  readonly taxRates: readonly BusinessTaxRate[];
  readonly vatCodes: readonly BusinessVatCode[];
  readonly glAccounts: readonly BusinessGlAccount[];
  readonly journals: readonly BusinessJournal[];
  readonly paymentConditions: readonly BusinessPaymentCondition[];
  readonly paymentTerms: readonly {
    readonly id: string;
    readonly term: BusinessPaymentTerm;
    readonly isDefault: boolean;
  }[];
  readonly productCategories: readonly {
    readonly id: string;
    readonly name: string;
    readonly glAccountCode: string | null;
  }[];
  readonly customers: readonly BusinessCustomer[];
  /** In order of date. Drafts, documents of the other company entity and from before the start date are among them. */
  readonly documents: readonly BusinessDocument[];
  /** Entries that stood in Exact before Boekbrug came. */
  readonly bookedByHand: readonly HandBookedEntry[];
  /** First day of the first open period in Exact; before it, periods are closed. */
  readonly openFrom: string;
}

export interface BusinessCompanyEntity {
  readonly id: string;
  readonly name: string;
  readonly vatNumber: string;
  readonly currency: string;
}
export interface BusinessUser {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly password: string;
  readonly language: string;
}
export interface BusinessDivision {
  readonly code: number;
  readonly name: string;
  readonly country: 'BE' | 'NL';
  readonly currency: string;
  readonly vatNumber: string;
  readonly chamberOfCommerce: string;
}
/** `kind` tells why a rate is nil. */
export interface BusinessTaxRate {
  readonly id: string;
  readonly companyEntityId: string;
  readonly description: string;
  readonly rate: string;
  readonly kind:
    | 'domestic'
    | 'reverseCharge'
    | 'intraCommunityGoods'
    | 'intraCommunityServices'
    | 'export'
    | 'exempt'
    | 'margin'
    | 'abolished';
  /** Null for one that nothing in Exact answers to. */
  readonly vatCode: string | null;
}
export interface BusinessVatCode {
  readonly code: string;
  readonly description: string;
  readonly rate: string;
  readonly type: 'E' | 'I' | 'B' | 'N';
  readonly transactionType: 'S' | 'P' | 'B';
  readonly isBlocked: boolean;
  readonly kind: BusinessTaxRate['kind'] | 'purchase';
}
export interface BusinessGlAccount {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly type: number;
  readonly isBlocked: boolean;
}
export interface BusinessJournal {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly type: number;
  readonly isBlocked: boolean;
  readonly currency: string;
  readonly allowVariableCurrency: boolean;
  readonly allowVariableExchangeRate: boolean;
  readonly role: 'invoices' | 'creditNotes' | 'other';
}
export interface BusinessPaymentCondition {
  readonly code: string;
  readonly description: string;
  readonly days: number;
  readonly endOfMonths: number;
  readonly method: 'B' | 'I' | 'K';
  readonly discountPercentage: string;
}
export type BusinessPaymentTerm =
  | { readonly type: 'cash' }
  | { readonly type: 'end_of_month' | 'after_invoice_date'; readonly days: number };

export interface BusinessCustomer {
  readonly id: string;
  readonly type: 'company' | 'contact';
  /** For a contact: first and last name. */
  readonly name: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly vatNumber: string | null;
  readonly companyNumber: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  readonly address: {
    readonly line1: string;
    readonly postalCode: string;
    readonly city: string;
    readonly country: string;
  };
  readonly iban: string | null;
  readonly paymentTerm: BusinessPaymentTerm | null;
  /** Already an account in Exact: absent, present and good, present and blocked, or there as two accounts. */
  readonly inExact: 'no' | 'yes' | 'blocked' | 'twice';
}

export interface BusinessLine {
  readonly description: string;
  readonly quantity: string;
  /** Excluding VAT; may have three decimals. */
  readonly unitPrice: string;
  /** Line discount in percent, 0 to 100. */
  readonly discount: string | null;
  readonly taxRateId: string;
  readonly productCategoryId: string | null;
  /** After the line discount, rounded to the currency; before document discounts. */
  readonly net: string;
  readonly netBeforeDiscount: string;
  readonly gross: string;
  readonly grossBeforeDiscount: string;
  readonly section: string;
}

export interface BusinessDocument {
  readonly id: string;
  /** Id in the old, numeric API. */
  readonly legacyId: number;
  readonly kind: 'invoice' | 'creditNote';
  readonly companyEntityId: string;
  readonly status: 'draft' | 'outstanding' | 'matched';
  /** Book year and sequence ("2026 / 27" for an invoice, "2026/27" for a credit note); null for a draft. */
  readonly number: string | null;
  readonly date: string | null;
  readonly dueOn: string | null;
  readonly customerId: string;
  readonly currency: string;
  /** Units of company currency for one unit of the document's currency; null in company currency. */
  readonly exchangeRate: string | null;
  readonly paymentTerm: BusinessPaymentTerm;
  readonly paymentReference: string | null;
  readonly purchaseOrderNumber: string | null;
  readonly discounts: readonly { readonly percentage: string; readonly description: string }[];
  readonly lines: readonly BusinessLine[];
  readonly totals: {
    readonly netBeforeDiscount: string;
    readonly net: string;
    readonly vat: string;
    readonly gross: string;
    readonly taxes: readonly { readonly rate: string; readonly base: string; readonly vat: string }[];
  };
  /** What the customer keeps back as tax, and of how much. */
  readonly withheld?: readonly { readonly base: string; readonly withheld: string }[];
  /** How far it has come over Peppol; none where it was not sent so. */
  readonly peppolStatus?: string;
  /** For a credit note, the invoice it credits. */
  readonly creditsInvoiceId: string | null;
  /** What a right run makes of it. */
  readonly expected: 'booked' | 'adopted' | 'notInScope' | { readonly blocked: string };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An entry in Exact that Boekbrug did not write. */
export interface HandBookedEntry {
  /** The document it stands for, or null for an unrelated entry. */
  readonly documentId: string | null;
  readonly customerId: string;
  readonly journal: string;
  readonly entryNumber: number;
  readonly date: string;
  readonly yourRef: string | null;
  readonly description: string;
  readonly currency: string;
  readonly lines: readonly {
    readonly glAccountCode: string;
    readonly vatCode: string;
    readonly net: string;
    readonly vat: string;
  }[];
}

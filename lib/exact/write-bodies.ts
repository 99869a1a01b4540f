import type { AccountDraft, SalesEntry } from '../accounting/facts.ts';
import { ONE } from '../accounting/money.ts';
import { dateInBody } from './odata.ts';

/** The customer's standing: without it a sales entry on the account is refused. */
const CUSTOMER = 'C';

/** A code is padded with blanks on its left. Exact 1. */
const ACCOUNT_CODE_LENGTH = 18;

/** Properties that are absent in the draft are left out, and so stay as they are. */
export const accountBody = ({ address, ...draft }: Partial<AccountDraft>) => ({
  Name: draft.name,
  Code: draft.code?.padStart(ACCOUNT_CODE_LENGTH),
  Status: CUSTOMER,
  VATNumber: draft.vatNumber,
  ChamberOfCommerce: draft.companyNumber,
  Email: draft.email,
  Phone: draft.phone,
  Website: draft.website,
  Language: languageCode(draft.language),
  PaymentConditionSales: draft.paymentCondition,
  Remarks: draft.remarks,
  ...(address === undefined
    ? {}
    : {
        AddressLine1: address.line1,
        Postcode: address.postalCode,
        City: address.city,
        Country: address.country?.toUpperCase() ?? null,
      }),
});

/** Exact's language codes are the two letters with which a language tag begins. */
const languageCode = (tag: string | null | undefined): string | null | undefined =>
  tag?.slice(0, 2).toUpperCase() ?? tag;

/** What is null is left to Exact. VAT is given for each line, so that Exact's own rounding changes nothing. */
export const salesEntryBody = (entry: SalesEntry, accountId: string) => ({
  Customer: accountId,
  Journal: entry.journal,
  EntryDate: dateInBody(entry.date),
  YourRef: entry.yourRef,
  Description: entry.description,
  Currency: entry.currency,
  ...given('EntryNumber', entry.entryNumber),
  ...given('DueDate', entry.dueDate === null ? null : dateInBody(entry.dueDate)),
  ...given('PaymentReference', entry.paymentReference),
  ...given('PaymentCondition', entry.paymentCondition),
  ...given('Rate', entry.rate === null || entry.rateUse === 'times' ? entry.rate : ONE.div(entry.rate)),
  ...given('ExternalLinkReference', entry.link),
  SalesEntryLines: entry.lines.map((line) => ({
    GLAccount: line.glAccountId,
    VATCode: line.vatCode,
    Description: line.description,
    AmountFC: line.net,
    VATAmountFC: line.vat,
  })),
});

const given = (name: string, value: unknown): Readonly<Record<string, unknown>> =>
  value === null ? {} : { [name]: value };

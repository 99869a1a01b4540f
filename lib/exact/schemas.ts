/** As much of Exact's answers as is read, with the names to select by. */
import Big from 'big.js';
import { z } from 'zod';
import { decimal, integer } from '../http/json.ts';
import { code, expanded, odataDate, odataMoment, optionalText } from './odata.ts';

const guid = z.guid();
const flag = z.boolean().nullish().transform(Boolean);
/** Zero where Exact has none. */
const optionalAmount = decimal.nullish().transform((given) => given ?? new Big(0));
const count = integer.nullish().transform((given) => given ?? 0);

export const meSchema = z.object({
  UserID: z.string().min(1),
  FullName: optionalText,
  UserName: optionalText,
  CurrentDivision: integer,
});

export const divisionSchema = z.object({ Code: integer, Description: optionalText, Currency: code, Status: count });

export const journalSchema = z.object({
  Code: code,
  Description: optionalText,
  Type: integer,
  Currency: optionalText,
  AllowVariableCurrency: flag,
  AllowVariableExchangeRate: flag,
  IsBlocked: flag,
});

export const vatCodeSchema = z.object({
  Code: code,
  Description: optionalText,
  Percentage: optionalAmount,
  Type: z.enum(['E', 'I', 'B', 'N']),
  VATTransactionType: optionalText,
  IsBlocked: flag,
  EUSalesListing: optionalText,
  VatMargin: count,
});

export const glAccountSchema = z.object({
  ID: guid,
  Code: code,
  Description: optionalText,
  Type: integer,
  IsBlocked: flag,
});

export const financialPeriodSchema = z.object({ StartDate: odataDate, EndDate: odataDate });
export const currencySchema = z.object({ Code: code });
/** One unit of the target currency, the division's own, is so many of the source currency. Exact's reference. */
export const exchangeRateSchema = z.object({ SourceCurrency: code, Rate: decimal, StartDate: odataDate });

export const paymentConditionSchema = z.object({
  Code: code,
  Description: optionalText,
  PaymentDays: count,
  PaymentEndOfMonths: count,
  PaymentMethod: optionalText,
  DiscountPercentage: optionalAmount,
});

export const documentTypeSchema = z.object({ ID: integer, Description: optionalText });

export const documentSchema = z.object({ ID: guid, Subject: optionalText });

export const attachmentSchema = z.object({ ID: guid });

export const bankAccountSchema = z.object({ BankAccount: optionalText });

export const accountSchema = z.object({
  ID: guid,
  Timestamp: integer,
  Code: code,
  Name: z.string(),
  Status: optionalText,
  Blocked: flag,
  VATNumber: optionalText,
  ChamberOfCommerce: optionalText,
  Email: optionalText,
  Phone: optionalText,
  Website: optionalText,
  Language: optionalText,
  AddressLine1: optionalText,
  Postcode: optionalText,
  City: optionalText,
  Country: optionalText,
  PaymentConditionSales: optionalText,
  Remarks: optionalText,
  Modified: odataMoment,
});

export const salesEntryLineSchema = z.object({
  /** Exact may drop an id that it does not know in the division. */
  GLAccount: optionalText,
  GLAccountCode: optionalText,
  Description: optionalText,
  VATCode: optionalText,
  AmountFC: decimal,
  VATAmountFC: optionalAmount,
});

export const salesEntrySchema = z.object({
  EntryID: guid,
  EntryNumber: integer,
  Journal: code,
  Customer: guid,
  EntryDate: odataDate,
  YourRef: optionalText,
  Description: optionalText,
  Currency: code,
  AmountFC: decimal,
  AmountDC: decimal,
  Rate: decimal.nullish(),
  VATAmountFC: optionalAmount,
  PaymentCondition: optionalText,
  ExternalLinkReference: optionalText,
  Modified: odataMoment,
  SalesEntryLines: expanded(salesEntryLineSchema),
});

/** A row of the feed of changes: of what customers owe, and of what is owed to suppliers. */
export const changedTermSchema = z.object({ Timestamp: integer, TransactionEntryID: z.guid().nullish() });

export const receivableSchema = z.object({
  TransactionEntryID: guid,
  Account: guid,
  InvoiceNumber: integer,
  Currency: code,
  AmountFC: decimal,
  TransactionAmountFC: decimal,
  AmountDiscountFC: optionalAmount,
  IsFullyPaid: flag,
  Status: count,
  InvoiceDate: odataDate,
  LastPaymentDate: odataDate.nullish(),
  EndDate: odataDate.nullish(),
});

export const transactionLineSchema = z.object({
  ID: guid,
  EntryID: guid,
  Account: z.guid().nullish(),
  InvoiceNumber: integer.nullish(),
  Date: odataDate,
  AmountFC: decimal,
  Currency: code,
  Type: integer,
});

export const createdAccountSchema = z.object({ ID: guid });
export const createdEntrySchema = z.object({ EntryID: guid, EntryNumber: integer });

export type WireJournal = z.output<typeof journalSchema>;
export type WireVatCode = z.output<typeof vatCodeSchema>;
export type WireGlAccount = z.output<typeof glAccountSchema>;
export type WirePaymentCondition = z.output<typeof paymentConditionSchema>;
export type WireAccount = z.output<typeof accountSchema>;
export type WireExchangeRate = z.output<typeof exchangeRateSchema>;
export type WireReceivable = z.output<typeof receivableSchema>;
export type WireTransactionLine = z.output<typeof transactionLineSchema>;
export type WireSalesEntry = z.output<typeof salesEntrySchema>;

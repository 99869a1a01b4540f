import Big from 'big.js';
import type {
  Account,
  BookedEntry,
  GlAccount,
  Journal,
  KnownRate,
  PaymentCondition,
  VatCode,
} from '../accounting/facts.ts';
import { roundTo } from '../accounting/money.ts';
import type {
  WireAccount,
  WireExchangeRate,
  WireGlAccount,
  WireJournal,
  WirePaymentCondition,
  WireSalesEntry,
  WireVatCode,
} from './schemas.ts';

const SALES_JOURNAL = 20;
const REVENUE_ACCOUNT = 110;
const CUSTOMER = 'C';

/**
 * Types of G/L accounts that Exact keeps for its own ends: cash, bank, cards and payment services, receivables and payables,
 * VAT and other taxes, wages, results of the year. What else there is may be right for a line of a sale (an accrual, a
 * prepayment, costs charged on).
 */
const NOT_FOR_SALES: ReadonlySet<number> = new Set([10, 12, 14, 16, 20, 22, 24, 25, 29, 52, 100, 150, 300, 301, 302]);

export const readJournal = (journal: WireJournal): Journal => ({
  code: journal.Code,
  description: journal.Description ?? '',
  isSales: journal.Type === SALES_JOURNAL,
  isBlocked: journal.IsBlocked,
  currency: journal.Currency ?? '',
  allowsOtherCurrencies: journal.AllowVariableCurrency,
  allowsOtherRates: journal.AllowVariableExchangeRate,
});

const VAT_TYPES = { E: 'exclusive', I: 'inclusive', B: 'baseOnly', N: 'none' } as const;
const EU_LISTINGS: ReadonlyMap<string | null, VatCode['euListing']> = new Map([
  ['L', 'goods'],
  ['S', 'services'],
  ['T', 'triangular'],
]);

/** Rates come as fractions or as percentages; a list tells which, since no rate is above the whole. */
export function readVatCodes(codes: readonly WireVatCode[]): VatCode[] {
  const unit = codes.some(({ Percentage }) => Percentage.gt(1)) ? new Big(100) : new Big(1);
  return codes.map((code) => ({
    code: code.Code,
    description: code.Description ?? '',
    rate: code.Percentage.div(unit),
    type: VAT_TYPES[code.Type],
    isForSales: code.VATTransactionType !== 'P',
    isBlocked: code.IsBlocked,
    euListing: EU_LISTINGS.get(code.EUSalesListing) ?? null,
    isMargin: code.VatMargin !== 0,
  }));
}

export const readGlAccount = (account: WireGlAccount): GlAccount => ({
  id: account.ID,
  code: account.Code,
  description: account.Description ?? '',
  isRevenue: account.Type === REVENUE_ACCOUNT,
  isForSales: !NOT_FOR_SALES.has(account.Type),
  isBlocked: account.IsBlocked,
});

const PAYMENT_METHODS: ReadonlyMap<string | null, PaymentCondition['method']> = new Map([
  ['B', 'onCredit'],
  ['I', 'collection'],
  ['K', 'cash'],
]);

/** A condition that pays in instalments has a row for each: no term of one date is like it, so it is left out. */
export function readPaymentConditions(rows: readonly WirePaymentCondition[]): PaymentCondition[] {
  const isAlone = ({ Code }: WirePaymentCondition) => rows.filter((row) => row.Code === Code).length === 1;
  return rows.filter(isAlone).map((row) => ({
    code: row.Code,
    description: row.Description ?? '',
    days: row.PaymentDays,
    endOfMonths: row.PaymentEndOfMonths,
    method: PAYMENT_METHODS.get(row.PaymentMethod) ?? 'onCredit',
    hasDiscount: !row.DiscountPercentage.eq(0),
  }));
}

export const readExchangeRate = ({ SourceCurrency, Rate, StartDate }: WireExchangeRate): KnownRate => ({
  currency: SourceCurrency,
  from: StartDate,
  perUnit: Rate.gt(0) ? new Big(1).div(Rate) : new Big(0),
});

export const readAccount = (account: WireAccount): Account => ({
  id: account.ID,
  name: account.Name,
  code: account.Code,
  isCustomer: account.Status === CUSTOMER,
  isBlocked: account.Blocked,
  vatNumber: account.VATNumber,
  companyNumber: account.ChamberOfCommerce,
  email: account.Email,
  phone: account.Phone,
  website: account.Website,
  language: account.Language,
  address: {
    line1: account.AddressLine1,
    postalCode: account.Postcode,
    city: account.City,
    country: account.Country,
  },
  paymentCondition: account.PaymentConditionSales,
  remarks: account.Remarks,
  modifiedAt: account.Modified,
});

/** Exact's amounts are doubles: what is finer than the currency is no amount. */
export const readSalesEntry = (entry: WireSalesEntry): BookedEntry => ({
  id: entry.EntryID,
  entryNumber: entry.EntryNumber,
  journal: entry.Journal,
  accountId: entry.Customer,
  date: entry.EntryDate,
  yourRef: entry.YourRef,
  description: entry.Description,
  currency: entry.Currency,
  gross: roundTo(entry.AmountFC, entry.Currency),
  vat: roundTo(entry.VATAmountFC, entry.Currency),
  grossInDivisionCurrency: entry.AmountDC,
  rate: entry.Rate ?? null,
  paymentCondition: entry.PaymentCondition,
  link: entry.ExternalLinkReference,
  lines:
    entry.SalesEntryLines?.map((line) => ({
      glAccountId: line.GLAccount ?? '',
      account: line.GLAccountCode,
      description: line.Description,
      vatCode: line.VATCode,
      net: roundTo(line.AmountFC, entry.Currency),
      vat: roundTo(line.VATAmountFC, entry.Currency),
    })) ?? null,
});

/** What a bookkeeper has set up, as Exact tells it. */
import Big from 'big.js';
import type { BusinessVatCode } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import type { Scope } from '../api/endpoint.ts';
import { CURRENCIES } from '../books.ts';
import { dayValue, type Row, type RowOf, type Value } from '../odata/values.ts';
import type { currencies } from '../properties/currencies.ts';
import type { exchangeRates } from '../properties/exchange-rates.ts';
import type { financialPeriods } from '../properties/financial-periods.ts';
import type { glAccounts } from '../properties/gl-accounts.ts';
import type { journals } from '../properties/journals.ts';
import type { paymentConditions } from '../properties/payment-conditions.ts';
import type { vatCodes } from '../properties/vat-codes.ts';

/** The division was set up on that day, and nothing was changed since. */
const SET_UP = dayValue('2020-01-01');

const PROFIT_AND_LOSS_FROM = 110;

export const journalRows = ({ ledger: { books, blockedJournals } }: Scope): Row[] =>
  books.journals.map(
    (journal): RowOf<typeof journals> => ({
      ID: journal.id,
      Code: journal.code,
      Description: journal.description,
      Type: journal.type,
      IsBlocked: blockedJournals.has(journal.code),
      Currency: journal.currency,
      AllowVariableCurrency: journal.allowVariableCurrency,
      AllowVariableExchangeRate: journal.allowVariableExchangeRate,
      Division: books.division.code,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

const VAT_CODE_LENGTH = 3;

/** A VAT code as Exact tells it: padded with blanks on the right, or bare. */
export const toldVatCode = (code: Value | undefined, { vatCodePadded }: Switches): string | null =>
  typeof code !== 'string' ? null : vatCodePadded ? code.trim().padEnd(VAT_CODE_LENGTH) : code.trim();

const EU_LISTINGS: Partial<Readonly<Record<BusinessVatCode['kind'], string>>> = {
  intraCommunityGoods: 'L',
  intraCommunityServices: 'S',
};

export const vatCodeRows = ({ ledger: { books }, switches }: Scope): Row[] =>
  books.vatCodes.map(
    (code): RowOf<typeof vatCodes> => ({
      ID: code.id,
      Code: toldVatCode(code.code, switches),
      Description: code.description,
      Percentage: switches.vatPercentage === 'fraction' ? Number(code.rate) : Number(code.rate) * 100,
      Type: code.type,
      VATTransactionType: code.transactionType,
      IsBlocked: code.isBlocked,
      Charged: code.kind === 'reverseCharge',
      EUSalesListing: EU_LISTINGS[code.kind] ?? 'N',
      VatMargin: code.kind === 'margin' ? 1 : 0,
      Division: books.division.code,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

export const glAccountRows = ({ ledger: { books } }: Scope): Row[] =>
  books.glAccounts.map(
    (account): RowOf<typeof glAccounts> => ({
      ID: account.id,
      Code: account.code,
      Description: account.description,
      Type: account.type,
      IsBlocked: account.isBlocked,
      BalanceSide: account.type === PROFIT_AND_LOSS_FROM ? 'C' : 'D',
      BalanceType: account.type >= PROFIT_AND_LOSS_FROM ? 'W' : 'B',
      Division: books.division.code,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

export const paymentConditionRows = ({ ledger: { books } }: Scope): Row[] =>
  books.paymentConditions.map(
    (condition): RowOf<typeof paymentConditions> => ({
      ID: condition.id,
      Code: condition.code,
      Description: condition.description,
      PaymentDays: condition.days,
      PaymentEndOfMonths: condition.endOfMonths,
      PaymentMethod: condition.method,
      DiscountPercentage: Number(condition.discountPercentage),
      Percentage: 1,
      Division: books.division.code,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

export const periodRows = ({ ledger: { books } }: Scope): Row[] =>
  books.periods.map(
    (period): RowOf<typeof financialPeriods> => ({
      ID: period.id,
      FinYear: period.year,
      FinPeriod: period.number,
      StartDate: dayValue(period.start),
      EndDate: dayValue(period.end),
      Division: books.division.code,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

export const currencyRows = (): Row[] =>
  [...CURRENCIES].map(
    ([code, { name }]): RowOf<typeof currencies> => ({
      Code: code,
      Description: name,
      AmountPrecision: 0.0001,
      PricePrecision: code === 'JPY' ? 1 : 0.01,
      Created: SET_UP,
      Modified: SET_UP,
    }),
  );

/** One rate for each currency, from the day on which the division was set up: 1 of its own currency is so many. */
export const exchangeRateRows = ({ ledger: { books } }: Scope): Row[] =>
  [...CURRENCIES]
    .filter(([code]) => code !== books.division.currency)
    .map(
      ([code, { id, rate }]): RowOf<typeof exchangeRates> => ({
        ID: id,
        SourceCurrency: code,
        TargetCurrency: books.division.currency,
        Rate: new Big(1).div(rate).round(6).toNumber(),
        StartDate: SET_UP,
        Division: books.division.code,
        Created: SET_UP,
        Modified: SET_UP,
      }),
    );

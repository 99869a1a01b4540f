/** The ordinary set-up that the cases of documents start from: tax rates and categories bear their own names as ids. */
import Big from 'big.js';
import type { GlAccount, Journal, PaymentCondition, ReferenceData, VatCode } from '../../../lib/accounting/facts.ts';
import type { Connection } from '../../../lib/connection.ts';
import { CONNECTION as ORDINARY } from './builders.ts';

const vatCode = (code: string, percent: string, change: Partial<VatCode> = {}): VatCode => ({
  code,
  description: code,
  rate: new Big(percent).div(100),
  type: 'exclusive',
  isForSales: true,
  isBlocked: false,
  euListing: null,
  isMargin: false,
  ...change,
});

/** Tax rate in Teamleader, its percentage, and the VAT code in Exact that it is linked to; null: not linked. */
const TAX_RATES: readonly (readonly [name: string, percent: string, vatCode: string | null])[] = [
  ['21%', '21', '4'],
  ['21% services', '21', '4S'],
  ['12%', '12', '3'],
  ['9%', '9', '9'],
  ['6%', '6', '2'],
  ['0% reverse charge', '0', '5'],
  ['0% IC goods', '0', '7G'],
  ['0% IC services', '0', '7S'],
  ['0% triangular', '0', '7T'],
  ['0% export', '0', '8'],
  ['0% exempt', '0', '6'],
  ['0% margin', '0', 'M'],
  ['19%', '19', null],
  ['21% inclusive', '21', '14'],
  ['21% blocked', '21', '40'],
  ['21% purchases', '21', '41'],
  ['21% base', '21', '42'],
  ['21% on 6', '21', '2'],
  ['21% gone', '21', '99'],
];

const VAT_CODES: readonly VatCode[] = [
  vatCode('4', '21'),
  vatCode('4S', '21'),
  vatCode('3', '12'),
  vatCode('9', '9'),
  vatCode('2', '6'),
  vatCode('5', '0'),
  vatCode('7G', '0', { euListing: 'goods' }),
  vatCode('7S', '0', { euListing: 'services' }),
  vatCode('7T', '0', { euListing: 'triangular' }),
  vatCode('8', '0'),
  vatCode('6', '0'),
  vatCode('M', '0', { isMargin: true }),
  vatCode('14', '21', { type: 'inclusive' }),
  vatCode('40', '21', { isBlocked: true }),
  vatCode('41', '21', { isForSales: false }),
  vatCode('42', '21', { type: 'baseOnly' }),
];

const glAccount = (code: string, description: string, change: Partial<GlAccount> = {}): GlAccount => ({
  id: code,
  code,
  description,
  isRevenue: true,
  isForSales: true,
  isBlocked: false,
  ...change,
});

const journal = (code: string, change: Partial<Journal> = {}): Journal => ({
  code,
  description: code,
  isSales: true,
  isBlocked: false,
  currency: 'EUR',
  allowsOtherCurrencies: true,
  allowsOtherRates: true,
  ...change,
});

const condition = (code: string, days: number, change: Partial<PaymentCondition> = {}): PaymentCondition => ({
  code,
  description: code,
  days,
  endOfMonths: 0,
  method: 'onCredit',
  hasDiscount: false,
  ...change,
});

export const REFERENCE: ReferenceData = {
  taxRates: TAX_RATES.map(([name, percent]) => ({ id: name, description: name, rate: new Big(percent).div(100) })),
  productCategories: [
    { id: 'Goods', name: 'Goods', glAccountCode: '701000' },
    { id: 'Services', name: 'Services', glAccountCode: '702000' },
    { id: 'Plain', name: 'Plain', glAccountCode: null },
    { id: 'Old', name: 'Old', glAccountCode: '709000' },
    { id: 'Gone', name: 'Gone', glAccountCode: '799999' },
    { id: 'Bank', name: 'Bank', glAccountCode: '550000' },
    { id: 'Blanks', name: 'Blanks', glAccountCode: ' 701000 ' },
  ],
  journals: [
    journal('70'),
    journal('71'),
    journal('69', { isBlocked: true }),
    journal('20', { isSales: false }),
    journal('75', { allowsOtherCurrencies: false, allowsOtherRates: false }),
    journal('76', { allowsOtherRates: false }),
    journal('77', { currency: 'USD', allowsOtherCurrencies: false }),
    journal('78', { currency: '', allowsOtherCurrencies: false }),
  ],
  vatCodes: VAT_CODES,
  glAccounts: [
    glAccount('700000', 'Sales'),
    glAccount('701000', 'Sales of goods'),
    glAccount('702000', 'Sales of services'),
    glAccount('706000', 'Sales at 6 %'),
    glAccount('708000', 'Discounts'),
    glAccount('709000', 'Old sales', { isBlocked: true }),
    glAccount('550000', 'Bank', { isRevenue: false, isForSales: false }),
  ],
  paymentConditions: [
    condition('05', 0, { method: 'cash' }),
    condition('01', 0),
    condition('13', 14, { method: 'cash' }),
    condition('14', 14),
    condition('30', 30),
    condition('29', 30, { hasDiscount: true }),
    condition('3D', 30, { method: 'collection' }),
    condition('30B', 30),
    condition('0E', 30, { endOfMonths: 1 }),
    condition('1E', 0, { endOfMonths: 1 }),
    condition('2E', 0, { endOfMonths: 2 }),
    condition('45E', 45, { endOfMonths: 1 }),
    condition('60D', 60, { method: 'collection' }),
  ],
  currency: 'EUR',
  financialPeriods: [
    { from: '2025-01-01', to: '2025-12-31' },
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2028-01-01', to: '2028-12-31' },
  ],
  currencies: {
    active: ['EUR', 'USD', 'GBP', 'JPY', 'ISK', 'CLP', 'CHF', 'TRY'],
    rates: [
      { currency: 'USD', from: '2025-12-01', perUnit: new Big('0.92') },
      { currency: 'USD', from: '2026-06-01', perUnit: new Big('0.86') },
      { currency: 'GBP', from: '2025-12-01', perUnit: new Big('1.17') },
      { currency: 'JPY', from: '2025-12-01', perUnit: new Big('0.0061') },
      { currency: 'ISK', from: '2025-12-01', perUnit: new Big('0.0067') },
      { currency: 'CLP', from: '2025-12-01', perUnit: new Big('0.00095') },
      { currency: 'CHF', from: '2025-12-01', perUnit: new Big('1.02') },
      { currency: 'TRY', from: '2025-12-01', perUnit: new Big('0.021') },
      { currency: 'TRY', from: '2026-06-01', perUnit: new Big('0.016') },
    ],
  },
};

export const CONNECTION: Connection = {
  ...ORDINARY,
  startDate: '2025-01-01',
  vatLinks: Object.fromEntries(TAX_RATES.flatMap(([name, , code]) => (code === null ? [] : [[name, code]]))),
  glAccounts: { revenue: '700000', discount: '708000', perTaxRate: {} },
};

/** Small, believable facts of both sides; a test changes what it is about. */
import Big from 'big.js';
import type {
  Account,
  BookedEntry,
  Customer,
  DocumentLine,
  PaymentCondition,
  ReferenceData,
  SalesDocument,
  SalesEntry,
  TaxTotal,
  VatCode,
} from '../../../lib/accounting/facts.ts';
import type { Surroundings } from '../../../lib/accounting/sales-entry.ts';
import type { Connection } from '../../../lib/connection.ts';
import type { Cause } from '../../../lib/outcome.ts';
import type { Result } from '../../../lib/result.ts';

export const big = (amount: string | number): Big => new Big(amount);

export const DOCUMENT_ID = 'd1a2b3c4-1111-4111-8111-11111111abcd';
export const CUSTOMER_ID = 'c1a2b3c4-2222-4222-8222-22222222abcd';

export const vatCode = (change: Partial<VatCode> = {}): VatCode => ({
  code: '4',
  description: 'Verkoop binnenland 21%, exclusief',
  rate: big('0.21'),
  type: 'exclusive',
  isForSales: true,
  isBlocked: false,
  euListing: null,
  isMargin: false,
  ...change,
});

export const condition = (change: Partial<PaymentCondition> = {}): PaymentCondition => ({
  code: '30',
  description: '30 dagen',
  days: 30,
  endOfMonths: 0,
  method: 'onCredit',
  hasDiscount: false,
  ...change,
});

const glAccount = (code: string, isBlocked = false) => ({
  id: `gl-${code}`,
  code,
  description: code,
  isRevenue: true,
  isForSales: true,
  isBlocked,
});

const journal = (code: string) => ({
  code,
  description: code,
  isSales: true,
  isBlocked: false,
  currency: 'EUR',
  allowsOtherCurrencies: true,
  allowsOtherRates: true,
});

/** Two tax rates of 21 % under codes of their own, as some keep sales of goods and services apart. */
export const REFERENCE: ReferenceData = {
  taxRates: [
    { id: 'rate-21', description: '21%', rate: big('0.21') },
    { id: 'rate-21-services', description: '21% diensten', rate: big('0.21') },
    { id: 'rate-6', description: '6%', rate: big('0.06') },
    { id: 'rate-verlegd', description: '0% Medecontractant', rate: big(0) },
    { id: 'rate-export', description: '0% Export', rate: big(0) },
    { id: 'rate-unlinked', description: '12%', rate: big('0.12') },
  ],
  productCategories: [
    { id: 'goods', name: 'Goods', glAccountCode: '701000' },
    { id: 'other', name: 'Other', glAccountCode: null },
    { id: 'old', name: 'Old', glAccountCode: '709000' },
  ],
  journals: [
    journal('70'),
    journal('71'),
    { ...journal('69'), isBlocked: true },
    { ...journal('20'), isSales: false },
    { ...journal('75'), allowsOtherCurrencies: false, allowsOtherRates: false },
    { ...journal('76'), allowsOtherRates: false },
  ],
  vatCodes: [
    vatCode(),
    vatCode({ code: '4S', description: 'Diensten 21%' }),
    vatCode({ code: '2', rate: big('0.06') }),
    vatCode({ code: '5', rate: big(0) }),
    vatCode({ code: '8', rate: big(0) }),
    vatCode({ code: '14', type: 'inclusive' }),
  ],
  glAccounts: [
    glAccount('700000'),
    glAccount('701000'),
    glAccount('706000'),
    glAccount('708000'),
    glAccount('709000', true),
  ],
  paymentConditions: [condition(), condition({ code: '14', days: 14 })],
  currency: 'EUR',
  financialPeriods: [{ from: '2026-01-01', to: '2026-12-31' }],
  currencies: {
    active: ['EUR', 'USD', 'GBP', 'JPY', 'ISK', 'CLP'],
    rates: [
      { currency: 'USD', from: '2025-12-01', perUnit: big('0.92') },
      { currency: 'GBP', from: '2025-12-01', perUnit: big('1.17') },
      { currency: 'JPY', from: '2025-12-01', perUnit: big('0.0061') },
      { currency: 'ISK', from: '2025-12-01', perUnit: big('0.0067') },
      { currency: 'CLP', from: '2025-12-01', perUnit: big('0.00095') },
    ],
  },
};

export const CONNECTION: Connection = {
  id: '33333333-3333-4333-8333-333333333333',
  companyEntity: { id: 'entity', name: 'Studio Noord' },
  entrySeries: 0,
  startDate: '2026-01-01',
  division: { code: 1, name: 'Studio Noord', currency: 'EUR' },
  journals: { invoices: '70', creditNotes: '71' },
  vatLinks: {
    'rate-21': '4',
    'rate-21-services': '4S',
    'rate-6': '2',
    'rate-verlegd': '5',
    'rate-export': '8',
  },
  glAccounts: { revenue: '700000', discount: '708000', perTaxRate: { 'rate-6': '706000' } },
  lines: 'grouped',
  attachPdf: false,
  otherIntegration: null,
  firstSyncAt: null,
  automaticEvery: null,
  automaticHours: 'always',
  users: { teamleader: null, exact: null },
  accountChoices: {},
};

export const line = (net: string | number, change: Partial<DocumentLine> = {}): DocumentLine => ({
  description: 'Consultancy',
  quantity: big(1),
  taxRateId: 'rate-21',
  productCategoryId: null,
  net: big(net),
  ...change,
});

export const tax = (rate: string, base: string, vat: string): TaxTotal => ({
  rate: big(rate),
  base: big(base),
  vat: big(vat),
});

/** An invoice whose net and gross follow from its taxes. */
export function invoice(
  lines: readonly DocumentLine[],
  taxes: readonly TaxTotal[],
  change: Partial<SalesDocument> = {},
): SalesDocument {
  const net = taxes.reduce((total, { base }) => total.plus(base), big(0));
  return {
    kind: 'invoice',
    id: DOCUMENT_ID,
    companyEntityId: 'entity',
    number: '2026 / 27',
    date: '2026-03-14',
    customer: { type: 'company', id: CUSTOMER_ID, name: 'Peeters BV', vatNumber: 'BE0403227515' },
    currency: 'EUR',
    net,
    gross: taxes.reduce((total, { vat }) => total.plus(vat), net),
    due: null,
    taxes,
    webUrl: `https://focus.teamleader.eu/invoice_detail.php?id=${DOCUMENT_ID}`,
    updatedAt: '2026-03-14T09:00:00+00:00',
    dueOn: '2026-04-13',
    paymentTerm: { type: 'after_invoice_date', days: 30 },
    paymentReference: '+++123/4567/89012+++',
    purchaseOrderNumber: null,
    isDirectDebit: false,
    isTaxWithheld: false,
    lines,
    discounts: [],
    exchangeRate: null,
    creditedInvoiceId: null,
    ...change,
  };
}

export const plainInvoice = (change: Partial<SalesDocument> = {}): SalesDocument =>
  invoice([line('100')], [tax('0.21', '100', '21')], change);

export const discount = (percentage: string, description = 'Klantenkorting') => ({
  percentage: big(percentage),
  description,
});

/** The entry as it stands in Exact after it was sent there. */
export const standing = (entry: SalesEntry, change: Partial<BookedEntry> = {}): BookedEntry => ({
  id: `entry-${entry.documentId}`,
  entryNumber: entry.entryNumber ?? 1,
  journal: entry.journal,
  accountId: 'account',
  date: entry.date,
  yourRef: entry.yourRef,
  description: entry.description,
  currency: entry.currency,
  gross: entry.gross,
  vat: entry.vat,
  grossInDivisionCurrency: entry.gross.times(entry.rate ?? 1).round(2, Big.roundHalfUp),
  rate: entry.rate,
  paymentCondition: entry.paymentCondition,
  link: entry.link,
  lines: entry.lines.map((line) => ({ ...line, account: null })),
  ...change,
});

/** Account, VAT code, net, VAT. */
export const linesOf = (entry: SalesEntry) =>
  entry.lines.map(({ glAccountId, vatCode, net, vat }) => [glAccountId, vatCode, net.toFixed(2), vat.toFixed(2)]);

const ADDRESS = { line1: 'Kerkstraat 1', postalCode: '9000', city: 'Gent', country: 'BE' };

export const customer = (change: Partial<Customer> = {}): Customer => ({
  type: 'company',
  id: CUSTOMER_ID,
  name: 'Peeters BV',
  vatNumber: 'BE0403227515',
  companyNumber: '0403227515',
  email: 'info@peeters.example',
  phone: '+32 9 123 45 67',
  website: 'https://www.peeters.example',
  language: 'nl',
  address: ADDRESS,
  iban: 'BE68539007547034',
  bic: null,
  paymentTerm: { type: 'after_invoice_date', days: 30 },
  webUrl: `https://focus.teamleader.eu/company_detail.php?id=${CUSTOMER_ID}`,
  updatedAt: '2026-01-01T09:00:00+00:00',
  ...change,
});

/** The account that says what `customer` says, but bears no mark of ours. */
export const account = (change: Partial<Account> = {}): Account => ({
  id: 'account',
  name: 'Peeters BV',
  code: '                42',
  isCustomer: true,
  isBlocked: false,
  vatNumber: 'BE0403227515',
  companyNumber: '0403227515',
  email: 'info@peeters.example',
  phone: '+32 9 123 45 67',
  website: 'https://www.peeters.example',
  language: 'NL',
  address: ADDRESS,
  paymentCondition: '30',
  remarks: null,
  modifiedAt: '2025-06-01T09:00:00.000Z',
  ...change,
});

export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

export function causeOf(result: Result<unknown, Cause>): Cause {
  if (result.ok) throw new Error(`Expected a cause, got ${JSON.stringify(result.value)}`);
  return result.error;
}

/** What an entry says beside its document. */
export const surroundings = (change: Partial<Surroundings> = {}): Surroundings => ({
  customer: customer(),
  creditedNumber: null,
  rateUse: 'times',
  ...change,
});

/** How the make-believe business keeps its books in Exact, in Belgium and in the Netherlands. */
import type {
  Business,
  BusinessGlAccount,
  BusinessJournal,
  BusinessPaymentCondition,
  BusinessPaymentTerm,
  BusinessTaxRate,
  BusinessVatCode,
} from './business.ts';
import type { Random } from './random.ts';

type Kind = BusinessTaxRate['kind'];

interface RatePlan {
  readonly description: string;
  readonly rate: string;
  readonly kind: Kind;
  readonly vatCode: string | null;
}

export const STANDARD_VAT_CODE = '4';

const RARE_RATES: readonly RatePlan[] = [
  { description: '0% Margeregeling', rate: '0', kind: 'margin', vatCode: '10' },
  { description: '19%', rate: '0.19', kind: 'abolished', vatCode: null },
];

export const RATES: Readonly<Record<'BE' | 'NL', readonly RatePlan[]>> = {
  BE: [
    { description: '21%', rate: '0.21', kind: 'domestic', vatCode: STANDARD_VAT_CODE },
    { description: '12%', rate: '0.12', kind: 'domestic', vatCode: '3' },
    { description: '6%', rate: '0.06', kind: 'domestic', vatCode: '2' },
    { description: '0% Medecontractant', rate: '0', kind: 'reverseCharge', vatCode: '5' },
    { description: '0% Intracommunautaire levering goederen', rate: '0', kind: 'intraCommunityGoods', vatCode: '6' },
    { description: '0% Intracommunautaire diensten', rate: '0', kind: 'intraCommunityServices', vatCode: '7' },
    { description: '0% Export buiten EU', rate: '0', kind: 'export', vatCode: '8' },
    { description: '0% Vrijgesteld art. 44', rate: '0', kind: 'exempt', vatCode: '9' },
    ...RARE_RATES,
  ],
  NL: [
    { description: '21%', rate: '0.21', kind: 'domestic', vatCode: STANDARD_VAT_CODE },
    { description: '9%', rate: '0.09', kind: 'domestic', vatCode: '2' },
    { description: '0% BTW verlegd', rate: '0', kind: 'reverseCharge', vatCode: '5' },
    { description: '0% Intracommunautaire levering goederen', rate: '0', kind: 'intraCommunityGoods', vatCode: '6' },
    { description: '0% Intracommunautaire diensten', rate: '0', kind: 'intraCommunityServices', vatCode: '7' },
    { description: '0% Export buiten EU', rate: '0', kind: 'export', vatCode: '8' },
    { description: '0% Vrijgesteld', rate: '0', kind: 'exempt', vatCode: '9' },
    ...RARE_RATES,
  ],
};

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  domestic: 'Verkoop binnenland',
  reverseCharge: 'Btw verlegd / medecontractant',
  intraCommunityGoods: 'Intracommunautaire levering goederen',
  intraCommunityServices: 'Intracommunautaire diensten',
  export: 'Export buiten EU',
  exempt: 'Vrijgesteld van btw',
  margin: 'Margeregeling',
  abolished: 'Afgeschaft',
};

export function vatCodesOf(country: 'BE' | 'NL'): BusinessVatCode[] {
  const sales = RATES[country].flatMap(({ rate, kind, vatCode: code }): BusinessVatCode[] => {
    if (code === null) return [];
    const name = KIND_NAMES[kind];
    const description = kind === 'domestic' ? `${name} ${Number(rate) * 100}%, exclusief` : name;
    return [{ code, description, rate, type: 'E', transactionType: 'S', isBlocked: false, kind }];
  });
  return [
    ...sales,
    {
      code: '14',
      description: 'Verkoop binnenland 21%, inclusief',
      rate: '0.21',
      type: 'I',
      transactionType: 'S',
      isBlocked: false,
      kind: 'domestic',
    },
    {
      code: '15',
      description: 'Verkoop binnenland 21%, oud',
      rate: '0.21',
      type: 'E',
      transactionType: 'S',
      isBlocked: true,
      kind: 'domestic',
    },
    {
      code: '31',
      description: 'Aankoop binnenland 21%',
      rate: '0.21',
      type: 'E',
      transactionType: 'P',
      isBlocked: false,
      kind: 'purchase',
    },
    {
      code: '32',
      description: 'Aankoop binnenland 6%',
      rate: '0.06',
      type: 'E',
      transactionType: 'P',
      isBlocked: false,
      kind: 'purchase',
    },
    {
      code: '0',
      description: 'Geen btw',
      rate: '0',
      type: 'N',
      transactionType: 'B',
      isBlocked: false,
      kind: 'exempt',
    },
  ];
}

const REVENUE = 110;
const COSTS = 111;
const RECEIVABLE = 20;

interface AccountPlan {
  readonly description: string;
  readonly type: number;
  readonly codes: Readonly<Record<'BE' | 'NL', string>>;
}

const OLD_ACTIVITY: AccountPlan = {
  description: 'Omzet oude activiteit',
  type: REVENUE,
  codes: { BE: '709000', NL: '8090' },
};

const SERVICES: AccountPlan = { description: 'Omzet diensten', type: REVENUE, codes: { BE: '700000', NL: '8000' } };
const GOODS: AccountPlan = {
  description: 'Omzet handelsgoederen',
  type: REVENUE,
  codes: { BE: '701000', NL: '8010' },
};
const LICENCES: AccountPlan = { description: 'Omzet licenties', type: REVENUE, codes: { BE: '702000', NL: '8020' } };

const DEBTORS: AccountPlan = {
  description: 'Handelsdebiteuren',
  type: RECEIVABLE,
  codes: { BE: '400000', NL: '1300' },
};
/** Was removed from the chart. */
const REMOVED: AccountPlan = { description: 'Omzet webshop', type: REVENUE, codes: { BE: '704000', NL: '8040' } };

const CHART: readonly AccountPlan[] = [
  SERVICES,
  GOODS,
  LICENCES,
  { description: 'Omzet hosting', type: REVENUE, codes: { BE: '703000', NL: '8030' } },
  { description: 'Toegekende kortingen', type: REVENUE, codes: { BE: '708000', NL: '8080' } },
  OLD_ACTIVITY,
  { description: 'Huur', type: COSTS, codes: { BE: '610000', NL: '4100' } },
  { description: 'Erelonen', type: COSTS, codes: { BE: '613000', NL: '4300' } },
  DEBTORS,
];

export const glAccountsOf = (country: 'BE' | 'NL', random: Random): BusinessGlAccount[] =>
  CHART.map((plan) => ({
    id: random.uuid(),
    code: plan.codes[country],
    description: plan.description,
    type: plan.type,
    isBlocked: plan === OLD_ACTIVITY,
  }));

export const revenueCodeOf = (country: 'BE' | 'NL'): string => SERVICES.codes[country];

type Category = Business['productCategories'][number];

export interface Categories {
  readonly usual: readonly Category[];
  /** Each leads to an account that cannot be booked on. */
  readonly faulty: Readonly<Record<'glAccountBlocked' | 'glAccountUnfit' | 'glAccountMissing', Category>>;
}

/** Product categories lead to revenue accounts, one of the usual to none. */
export function productCategoriesOf(country: 'BE' | 'NL', random: Random): Categories {
  const category = (name: string, account: AccountPlan | null) => ({
    id: random.uuid(),
    name,
    glAccountCode: account?.codes[country] ?? null,
  });
  return {
    usual: [
      category('Diensten', SERVICES),
      category('Handelsgoederen', GOODS),
      category('Licenties', LICENCES),
      category('Varia', null),
    ],
    faulty: {
      glAccountBlocked: category('Oude activiteit', OLD_ACTIVITY),
      glAccountUnfit: category('Doorgerekende kosten', DEBTORS),
      glAccountMissing: category('Webshop', REMOVED),
    },
  };
}

export const JOURNAL_CODES = { invoices: '70', creditNotes: '71' } as const;

export function journalsOf(random: Random): BusinessJournal[] {
  const journal = (
    code: string,
    description: string,
    type: number,
    role: BusinessJournal['role'],
    isBlocked = false,
  ): BusinessJournal => ({
    id: random.uuid(),
    code,
    description,
    type,
    isBlocked,
    currency: 'EUR',
    allowVariableCurrency: type === 20,
    allowVariableExchangeRate: type === 20,
    role,
  });
  return [
    journal('20', 'Bank', 12, 'other'),
    journal('60', 'Aankopen', 22, 'other'),
    journal('69', 'Verkopen oud', 20, 'other', true),
    journal(JOURNAL_CODES.invoices, 'Verkoopfacturen', 20, 'invoices'),
    journal(JOURNAL_CODES.creditNotes, 'Creditnota’s', 20, 'creditNotes'),
    journal('90', 'Memoriaal', 90, 'other'),
  ];
}

export const PAYMENT_CONDITIONS: readonly BusinessPaymentCondition[] = [
  { code: '00', description: 'Contant', days: 0, endOfMonths: 0, method: 'K', discountPercentage: '0' },
  { code: '14', description: '14 dagen', days: 14, endOfMonths: 0, method: 'B', discountPercentage: '0' },
  { code: '30', description: '30 dagen', days: 30, endOfMonths: 0, method: 'B', discountPercentage: '0' },
  {
    code: '31',
    description: '30 dagen, 2% korting binnen 8 dagen',
    days: 30,
    endOfMonths: 0,
    method: 'B',
    discountPercentage: '0.02',
  },
  {
    code: '32',
    description: '30 dagen, domiciliëring',
    days: 30,
    endOfMonths: 0,
    method: 'I',
    discountPercentage: '0',
  },
  { code: '60', description: '60 dagen', days: 60, endOfMonths: 0, method: 'B', discountPercentage: '0' },
  { code: '3E', description: '30 dagen einde maand', days: 30, endOfMonths: 1, method: 'B', discountPercentage: '0' },
];

export const DEFAULT_PAYMENT_TERM: BusinessPaymentTerm = { type: 'after_invoice_date', days: 30 };

export const PAYMENT_TERMS: readonly BusinessPaymentTerm[] = [
  DEFAULT_PAYMENT_TERM,
  { type: 'after_invoice_date', days: 14 },
  { type: 'after_invoice_date', days: 60 },
  { type: 'end_of_month', days: 30 },
  { type: 'cash' },
];

/** How the make-believe business keeps its books in Exact, in Belgium and in the Netherlands. */
import type {
  BusinessGlAccount,
  BusinessJournal,
  BusinessPaymentCondition,
  BusinessTaxRate,
  BusinessVatCode,
} from './business.ts';
import type { Random } from './random.ts';

type Kind = BusinessTaxRate['kind'];

interface RatePlan {
  readonly description: string;
  readonly rate: string;
  readonly kind: Kind;
  readonly vatCode: string;
}

export const RATES: Readonly<Record<'BE' | 'NL', readonly RatePlan[]>> = {
  BE: [
    { description: '21%', rate: '0.21', kind: 'domestic', vatCode: '4' },
    { description: '12%', rate: '0.12', kind: 'domestic', vatCode: '3' },
    { description: '6%', rate: '0.06', kind: 'domestic', vatCode: '2' },
    { description: '0% Medecontractant', rate: '0', kind: 'reverseCharge', vatCode: '5' },
    { description: '0% Intracommunautaire levering goederen', rate: '0', kind: 'intraCommunityGoods', vatCode: '6' },
    { description: '0% Intracommunautaire diensten', rate: '0', kind: 'intraCommunityServices', vatCode: '7' },
    { description: '0% Export buiten EU', rate: '0', kind: 'export', vatCode: '8' },
    { description: '0% Vrijgesteld art. 44', rate: '0', kind: 'exempt', vatCode: '9' },
  ],
  NL: [
    { description: '21%', rate: '0.21', kind: 'domestic', vatCode: '4' },
    { description: '9%', rate: '0.09', kind: 'domestic', vatCode: '2' },
    { description: '0% BTW verlegd', rate: '0', kind: 'reverseCharge', vatCode: '5' },
    { description: '0% Intracommunautaire levering goederen', rate: '0', kind: 'intraCommunityGoods', vatCode: '6' },
    { description: '0% Intracommunautaire diensten', rate: '0', kind: 'intraCommunityServices', vatCode: '7' },
    { description: '0% Export buiten EU', rate: '0', kind: 'export', vatCode: '8' },
  ],
};

const KIND_NAMES: Readonly<Record<Kind, string>> = {
  domestic: 'Verkoop binnenland',
  reverseCharge: 'Btw verlegd / medecontractant',
  intraCommunityGoods: 'Intracommunautaire levering goederen',
  intraCommunityServices: 'Intracommunautaire diensten',
  export: 'Export buiten EU',
  exempt: 'Vrijgesteld van btw',
};

export function vatCodesOf(country: 'BE' | 'NL'): BusinessVatCode[] {
  const sales = RATES[country].map(
    ({ rate, kind, vatCode }): BusinessVatCode => ({
      code: vatCode,
      description: kind === 'domestic' ? `${KIND_NAMES[kind]} ${Number(rate) * 100}%, exclusief` : KIND_NAMES[kind],
      rate,
      type: 'E',
      transactionType: 'S',
      isBlocked: false,
      kind,
    }),
  );
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

export function glAccountsOf(country: 'BE' | 'NL', random: Random): BusinessGlAccount[] {
  const prefix = country === 'BE' ? '70' : '80';
  const account = (code: string, description: string, type = REVENUE, isBlocked = false): BusinessGlAccount => ({
    id: random.uuid(),
    code,
    description,
    type,
    isBlocked,
  });
  return [
    account(`${prefix}0000`, 'Omzet diensten'),
    account(`${prefix}1000`, 'Omzet handelsgoederen'),
    account(`${prefix}2000`, 'Omzet licenties'),
    account(`${prefix}3000`, 'Omzet hosting'),
    account(`${prefix}8000`, 'Toegekende kortingen'),
    account(`${prefix}9000`, 'Omzet oude activiteit', REVENUE, true),
    account('610000', 'Huur', 111),
    account('613000', 'Erelonen', 111),
    account('400000', 'Handelsdebiteuren', 20),
  ];
}

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
    journal('70', 'Verkoopfacturen', 20, 'invoices'),
    journal('71', 'Creditnota’s', 20, 'creditNotes'),
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
  { code: '3E', description: '30 dagen einde maand', days: 30, endOfMonths: 1, method: 'B', discountPercentage: '0' },
];

/** What is to be mended in the set-up, or in Exact's master data. */
import type { World } from '../unit/sync/world.ts';
import type { Case, CaseName } from './case.ts';
import { sale, taxRateOf } from './sale.ts';

const linkedTo = (code: string): Case => ({
  options: sale(),
  connection: ({ sandbox: { business } }) => ({ vatLinks: { [taxRateOf(business).id]: code } }),
});

const accountsOf = ({ context }: World) => context.connection.glAccounts;

const discounted = { document: { discounts: [{ percentage: '10', description: 'Vriendenprijs' }] } };

/** By each of those that can name an account. @param category a product category that names one of the kind */
const accountCases = (code: string, category: string) =>
  ({
    revenue: {
      options: sale(),
      connection: (world) => ({ glAccounts: { ...accountsOf(world), revenue: code } }),
    },
    discount: {
      options: sale(discounted),
      connection: (world) => ({ glAccounts: { ...accountsOf(world), discount: code } }),
    },
    taxRate: {
      options: sale(),
      connection: (world) => ({
        glAccounts: { ...accountsOf(world), perTaxRate: { [taxRateOf(world.sandbox.business).id]: code } },
      }),
    },
    productCategory: { options: sale({ category }) },
  }) satisfies Record<string, Case>;

const missing = accountCases('799999', 'Webshop');
const blocked = accountCases('709000', 'Oude activiteit');
const unfit = accountCases('400000', 'Doorgerekende kosten');

export const SET_UP_WRONG = {
  taxRateNotLinked: { options: sale(), connection: () => ({ vatLinks: {} }) },
  'vatCodeUnusable missing': linkedTo('99'),
  'vatCodeUnusable blocked': linkedTo('15'),
  'vatCodeUnusable inclusive': linkedTo('14'),
  'vatCodeUnusable notExclusive': linkedTo('0'),
  'vatCodeUnusable notForSales': linkedTo('31'),
  'vatCodeUnusable percentageDiffers': linkedTo('2'),
  'glAccountMissing revenue': missing.revenue,
  'glAccountMissing discount': missing.discount,
  'glAccountMissing taxRate': missing.taxRate,
  'glAccountMissing productCategory': missing.productCategory,
  'glAccountBlocked revenue': blocked.revenue,
  'glAccountBlocked discount': blocked.discount,
  'glAccountBlocked taxRate': blocked.taxRate,
  'glAccountBlocked productCategory': blocked.productCategory,
  'glAccountUnfit revenue': unfit.revenue,
  'glAccountUnfit discount': unfit.discount,
  'glAccountUnfit taxRate': unfit.taxRate,
  'glAccountUnfit productCategory': unfit.productCategory,
  discountAccountNotSet: {
    options: sale(discounted),
    connection: (world) => ({ glAccounts: { ...accountsOf(world), discount: null } }),
  },
  journalMissing: { options: sale(), connection: () => ({ journals: { invoices: '79', creditNotes: '71' } }) },
  journalBlocked: { options: sale(), happen: ({ sandbox }) => sandbox.exact.blockJournal('70') },
} satisfies Partial<Record<CaseName, Case>>;

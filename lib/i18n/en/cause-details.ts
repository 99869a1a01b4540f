import type { ReadBackFigure } from '../../accounting/read-back.ts';
import type { Worded } from '../worded.ts';

/** What is put into the sentences of the causes. */
export const causeDetails = {
  unusable: {
    missing: 'not found',
    blocked: 'blocked',
    inclusive: 'inclusive of VAT',
    notExclusive: 'not of type exclusive',
    notForSales: 'not for sales',
    percentageDiffers: 'another percentage',
    notSales: 'not a sales journal',
    notRevenue: 'not a revenue account',
  },
  accountUser: {
    productCategory: 'the product category “{name}” in Teamleader',
    taxRate: 'the tax rate “{name}” in the set-up',
    revenue: 'the set-up, as the revenue account',
    discount: 'the set-up, as the discount account',
  },
  /** In Teamleader by what the call is about; in Exact where it is none of those that the set-up tests. */
  neededRight: {
    invoices: 'invoices',
    creditNotes: 'credit notes',
    companies: 'companies',
    contacts: 'contacts',
    productCategories: 'product categories',
    taxRates: 'tax rates',
    paymentTerms: 'payment terms',
    departments: 'company entities (departments)',
    users: 'users',
    documents: 'documents, for the PDFs',
    other: 'one that the set-up does not name',
  },
  figure: { net: 'net total', vat: 'VAT', gross: 'gross total' },
  difference: {
    gross: 'the gross total is {found} instead of {sent}',
    vat: 'the VAT is {found} instead of {sent}',
    account: 'it is booked on another customer',
    journal: 'the journal is {found} instead of {sent}',
    currency: 'the currency is {found} instead of {sent}',
    date: 'the date is {found} instead of {sent}',
    yourRef: 'the reference is “{found}” instead of “{sent}”',
    paymentCondition: 'the payment condition is “{found}” instead of “{sent}”',
    grossInDivisionCurrency: 'the gross total in the division’s own currency is {found} instead of {sent}',
    lines: 'its lines have other G/L accounts, VAT codes or amounts',
    vatOfLines: 'the VAT of its lines is {found} instead of {sent}',
  } satisfies Record<ReadBackFigure, string>,
};

export type CauseDetailsTexts = Worded<typeof causeDetails>;

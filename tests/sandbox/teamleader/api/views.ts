import { Big } from 'big.js';
import type { Business, BusinessDocument, BusinessLine, BusinessPaymentTerm } from '../../business/business.ts';
import type { Switches } from '../../contract.ts';
import type { CustomerRecord } from '../ledger/customers.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Call } from './method.ts';

/** The parts that invoices and credit notes share, in the API's own shapes. */

export const reference = <const Type extends string>(type: Type, id: string) => ({ type, id });

/** JSON knows one kind of number: the shortest that reads as this decimal. */
export const amount = (decimal: string | Big): number => Number(decimal.toString());

export const money = (decimal: string | Big, currency: string) => ({ amount: amount(decimal), currency });

export const paymentTerm = (term: BusinessPaymentTerm) =>
  term.type === 'cash' ? { type: term.type } : { type: term.type, days: term.days };

function companyCurrency(business: Business, companyEntityId: string): string {
  const entities = [business.companyEntity, business.otherCompanyEntity];
  return entities.find(({ id }) => id === companyEntityId)?.currency ?? business.companyEntity.currency;
}

const RATE_DIGITS = 6;

export function exchangeRate(document: BusinessDocument, { business, switches }: Call) {
  const to = companyCurrency(business, document.companyEntityId);
  const toCompany = new Big(document.exchangeRate ?? 1);
  const rate = switches.exchangeRateDirection === 'multiply' ? toCompany : reverseOf(toCompany);
  return { from: document.currency, to, rate: amount(rate) };
}

const reverseOf = (rate: Big): Big => new Big(1).div(rate).round(RATE_DIGITS);

/** What one unit of the document's currency is worth by the rate that the document states, whichever way it points. */
export function perUnit(document: BusinessDocument, { exchangeRateDirection }: Switches): Big {
  const toCompany = new Big(document.exchangeRate ?? 1);
  return exchangeRateDirection === 'multiply' ? toCompany : new Big(1).div(reverseOf(toCompany));
}

export function customerOf(document: BusinessDocument, ledger: Ledger): CustomerRecord {
  const customer = ledger.customers.get(document.customerId) ?? ledger.formerCustomers.get(document.customerId);
  if (customer === undefined) throw new Error(`Document ${document.id} names no known customer`);
  return customer;
}

/** Is the document for the customer that is asked for, if one is? */
export function isFor(
  asked: { readonly type: string; readonly id: string } | undefined,
  document: BusinessDocument,
  ledger: Ledger,
): boolean {
  const { id, type } = customerOf(document, ledger);
  return asked === undefined || (asked.id === id && asked.type === type);
}

export function invoicee(document: BusinessDocument, ledger: Ledger) {
  const customer = customerOf(document, ledger);
  return {
    name: customer.name,
    vat_number: customer.vatNumber,
    customer: reference(customer.type, customer.id),
  };
}

export function invoiceeDetails(document: BusinessDocument, ledger: Ledger) {
  const customer = customerOf(document, ledger);
  return {
    ...invoicee(document, ledger),
    email: customer.emails[0]?.email ?? null,
    national_identification_number: customer.nationalIdentificationNumber,
  };
}

export const discounts = (document: BusinessDocument) =>
  document.discounts.map(({ percentage, description }) => ({
    type: 'percentage',
    value: amount(percentage),
    description,
  }));

const WITHHOLDING_TAX = 'e2314517-3cab-4aa9-8471-450e73449040';

export const withheldTax = ({ withheld = [] }: BusinessDocument) =>
  withheld.length === 0 ? null : reference('withholding_tax', WITHHOLDING_TAX);

export const withheldTaxes = ({ withheld = [], currency }: BusinessDocument) =>
  withheld.map((one) => ({
    id: WITHHOLDING_TAX,
    taxable: money(one.base, currency),
    withheld: money(one.withheld, currency),
  }));

/** @param sign Minus one where the amounts of a credit note are told as negative. */
export function total({ totals, currency, withheld = [] }: BusinessDocument, sign: 1 | -1) {
  const signed = (decimal: string) => money(new Big(decimal).times(sign), currency);
  return {
    tax_exclusive: signed(totals.net),
    tax_inclusive: signed(totals.gross),
    payable: signed(withheld.reduce((payable, one) => payable.minus(one.withheld), new Big(totals.gross)).toFixed()),
    taxes: totals.taxes.map(({ rate, base, vat }) => ({
      rate: amount(rate),
      taxable: signed(base),
      tax: signed(vat),
    })),
  };
}

/** The lines under their section titles, in the order in which the sections first appear. */
export function groupedLines({ lines, currency }: BusinessDocument, sign: 1 | -1) {
  const titles = [...new Set(lines.map(({ section }) => section))];
  return titles.map((title) => ({
    section: { title },
    line_items: lines.filter(({ section }) => section === title).map((line) => lineItem(line, currency, sign)),
  }));
}

function lineItem(line: BusinessLine, currency: string, sign: 1 | -1) {
  const signed = (decimal: string) => money(new Big(decimal).times(sign), currency);
  return {
    product: null,
    product_category: line.productCategoryId === null ? null : reference('productCategory', line.productCategoryId),
    quantity: amount(line.quantity),
    description: line.description,
    extended_description: null,
    unit: null,
    unit_price: { amount: amount(new Big(line.unitPrice).times(sign)), tax: 'excluding' },
    tax: reference('taxRate', line.taxRateId),
    discount: line.discount === null ? null : { type: 'percentage', value: amount(line.discount) },
    total: {
      tax_exclusive: signed(line.net),
      tax_exclusive_before_discount: signed(line.netBeforeDiscount),
      tax_inclusive: signed(line.gross),
      tax_inclusive_before_discount: signed(line.grossBeforeDiscount),
    },
  };
}

import { z } from 'zod';
import type { Business } from '../../business/business.ts';
import { data, json } from '../answers.ts';
import { uuidFrom } from '../ids.ts';
import { currenciesOf, rateFrom } from './currencies.ts';
import { pageAnswer, pageOf, sorted, wanted } from './lists.ts';
import { type Method, method } from './method.ts';
import { currency, departmentFilter, id, ids, page, sort } from './schemas.ts';
import { amount, paymentTerm, reference } from './views.ts';

const taxRatesList = z.strictObject({
  filter: z.strictObject({ department_id: id.optional() }).optional(),
  page,
  sort: sort('department_id', 'rate', 'description'),
});

const paymentMethodsList = z.strictObject({
  filter: z.strictObject({ ids, status: z.array(z.enum(['active', 'archived'])).optional() }).optional(),
  page,
});

const PAYMENT_METHODS = [
  { name: 'Bank transfer', status: 'active' },
  { name: 'Cash', status: 'active' },
  { name: 'Cheque', status: 'archived' },
] as const;

export const masterDataMethods: readonly Method[] = [
  method('taxRates.list', taxRatesList, ({ filter, page: asked, sort: by }, call) => {
    const found = call.business.taxRates.filter((rate) => wanted(filter?.department_id, rate.companyEntityId));
    const byAll = [{ field: 'department_id' }, { field: 'rate' }, { field: 'description' }] as const;
    const inOrder = sorted(found, by, byAll, {
      department_id: ({ companyEntityId }) => companyEntityId,
      rate: ({ rate }) => amount(rate),
      description: ({ description }) => description,
    });
    return pageAnswer(inOrder, asked, call, (rate) => ({
      id: rate.id,
      description: rate.description,
      rate: amount(rate.rate),
      department: reference('department', rate.companyEntityId),
    }));
  }),

  method('paymentTerms.list', z.strictObject({}), (_, { business: { paymentTerms } }) =>
    json(200, {
      data: paymentTerms.map(({ id: termId, term }) => ({ id: termId, ...paymentTerm(term) })),
      meta: { default: paymentTerms.find(({ isDefault }) => isDefault)?.id ?? null },
    }),
  ),

  method('paymentMethods.list', paymentMethodsList, ({ filter, page: asked }, call) => {
    const found = paymentMethodsOf(call.business).filter(
      (one) => wanted(filter?.ids, one.id) && wanted(filter?.status, one.status),
    );
    return data(pageOf(found, asked, call).items);
  }),

  method('commercialDiscounts.list', departmentFilter, ({ filter }, { business }) =>
    data(commercialDiscountsOf(business).filter(({ department }) => wanted(filter?.department_id, department.id))),
  ),

  /** Only accounts in Italy and Spain have any. */
  method('withholdingTaxRates.list', departmentFilter, () => data([])),

  method('productCategories.list', departmentFilter, ({ filter }, { business }) => {
    const entities = [business.companyEntity, business.otherCompanyEntity];
    const shown = entities.filter((entity) => wanted(filter?.department_id, entity.id));
    return data(
      business.productCategories.map(({ id: categoryId, name, glAccountCode }) => ({
        id: categoryId,
        name,
        ledgers:
          glAccountCode === null
            ? []
            : shown.map((entity) => ({
                department: reference('department', entity.id),
                ledger_account_number: glAccountCode,
              })),
      })),
    );
  }),

  method('currencies.exchangeRates', z.strictObject({ base: currency }), ({ base: code }, { business }) => {
    const currencies = currenciesOf(business);
    const base = currencies.find((one) => one.code === code);
    if (base === undefined) throw new Error(`The table of currencies lacks ${code}`);
    return data(
      currencies.map((one) => ({
        code: one.code,
        symbol: one.symbol,
        name: one.name,
        exchange_rate: amount(rateFrom(base, one)),
      })),
    );
  }),
];

const paymentMethodsOf = ({ seed }: Business) =>
  PAYMENT_METHODS.map(({ name, status }) => ({ id: uuidFrom('paymentMethod', seed, name), name, status }));

/** Those that documents make use of, per company entity. */
function commercialDiscountsOf({ seed, documents }: Business) {
  const used = documents.flatMap(({ companyEntityId, discounts }) =>
    discounts.map(({ description }) => ({
      id: uuidFrom('commercialDiscount', seed, companyEntityId, description),
      name: description,
      department: reference('department', companyEntityId),
    })),
  );
  return [...new Map(used.map((discount) => [discount.id, discount])).values()];
}

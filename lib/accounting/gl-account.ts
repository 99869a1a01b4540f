import type { Connection } from '../connection.ts';
import type { AccountUser, Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { DocumentLine, GlAccount, ReferenceData } from './facts.ts';

/** The product category's account comes first, then the tax rate's, then the connection's own. Feature B8. */
export function accountOfLine(
  line: DocumentLine,
  reference: ReferenceData,
  { glAccounts }: Connection,
): Result<GlAccount, Cause> {
  const category = reference.productCategories.find((one) => one.id === line.productCategoryId);
  const ofCategory = category?.glAccountCode?.trim();
  if (category !== undefined && ofCategory) {
    return usableAccount(ofCategory, { kind: 'productCategory', name: category.name }, reference);
  }
  const ofTaxRate = glAccounts.perTaxRate[line.taxRateId];
  if (ofTaxRate !== undefined) {
    const name = reference.taxRates.find((rate) => rate.id === line.taxRateId)?.description ?? line.taxRateId;
    return usableAccount(ofTaxRate, { kind: 'taxRate', name }, reference);
  }
  return usableAccount(glAccounts.revenue, { kind: 'revenue' }, reference);
}

/** @param usedBy who names the account, so that a person can be told where to change it */
export function usableAccount(code: string, usedBy: AccountUser, reference: ReferenceData): Result<GlAccount, Cause> {
  const account = reference.glAccounts.find((one) => one.code === code);
  if (account === undefined) return err({ type: 'glAccountMissing', code, usedBy });
  const told = { code, name: account.description, usedBy };
  if (account.isBlocked) return err({ type: 'glAccountBlocked', ...told });
  return account.isForSales ? ok(account) : err({ type: 'glAccountUnfit', ...told });
}

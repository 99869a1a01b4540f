import type { ReferenceData } from '../accounting/facts.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { referenceCacheSchema } from '../store/records.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';

const FRESH_FOR_MS = 60 * 60_000;

export const referenceKey = (connectionId: string): string => `reference/${connectionId}`;

/**
 * Both sides' lists for the connection: from the cache while they are fresh, else read.
 * @param anew reads them in any case
 */
export async function readReference(
  context: SyncContext,
  anew: boolean,
): Promise<Result<{ readonly data: ReferenceData; readonly isCached: boolean }, Cause>> {
  const { connection, teamleader, exact, database, now } = context;
  const key = referenceKey(connection.id);
  const cached = anew ? null : await database.cached(key, referenceCacheSchema);
  if (cached !== null && now() - cached.at < FRESH_FOR_MS) return ok({ data: cached.value, isCached: true });

  const [taxRates, productCategories] = await Promise.all([
    teamleader.taxRates(connection.companyEntity.id),
    teamleader.productCategories(connection.companyEntity.id),
  ]);
  if (!taxRates.ok) return err(causeOf(taxRates.error, 'teamleader'));
  if (!productCategories.ok) return err(causeOf(productCategories.error, 'teamleader'));

  const [journals, vatCodes, glAccounts, paymentConditions] = await Promise.all([
    exact.journals(),
    exact.vatCodes(),
    exact.glAccounts(),
    exact.paymentConditions(),
  ]);
  if (!journals.ok) return err(causeOf(journals.error, 'exact'));
  if (!vatCodes.ok) return err(causeOf(vatCodes.error, 'exact'));
  if (!glAccounts.ok) return err(causeOf(glAccounts.error, 'exact'));
  if (!paymentConditions.ok) return err(causeOf(paymentConditions.error, 'exact'));

  const data = {
    taxRates: [...taxRates.value],
    productCategories: [...productCategories.value],
    journals: [...journals.value],
    vatCodes: [...vatCodes.value],
    glAccounts: [...glAccounts.value],
    paymentConditions: [...paymentConditions.value],
    currency: connection.division.currency,
  };
  await database.cache(key, referenceCacheSchema, data, now());
  return ok({ data, isCached: false });
}

import type { Currencies, ReferenceData } from '../accounting/facts.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { currenciesCacheSchema, referenceCacheSchema } from '../store/records.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isFresh } from './fresh.ts';

const FRESH_FOR_MS = 60 * 60_000;

/** Both sides' lists, but for what other currencies need. */
export type BasicReference = Omit<ReferenceData, 'currencies'>;

export const referenceKey = (connectionId: string): string => `reference/${connectionId}`;

/**
 * Both sides' lists for the connection: from the cache while they are fresh, else read.
 * @param anew reads them in any case
 */
export async function readReference(
  context: SyncContext,
  anew: boolean,
): Promise<Result<{ readonly data: BasicReference; readonly isCached: boolean }, Cause>> {
  const { connection, teamleader, exact, database, now } = context;
  const key = referenceKey(connection.id);
  const cached = anew ? null : await database.cached(key, referenceCacheSchema);
  if (cached !== null && isFresh(cached.at, now(), FRESH_FOR_MS)) return ok({ data: cached.value, isCached: true });

  const [taxRates, productCategories] = await Promise.all([
    teamleader.taxRates(connection.companyEntity.id),
    teamleader.productCategories(connection.companyEntity.id),
  ]);
  if (!taxRates.ok) return err(causeOf(taxRates.error, 'teamleader'));
  if (!productCategories.ok) return err(causeOf(productCategories.error, 'teamleader'));

  const [journals, vatCodes, glAccounts, paymentConditions, financialPeriods] = await Promise.all([
    exact.journals(),
    exact.vatCodes(),
    exact.glAccounts(),
    exact.paymentConditions(),
    exact.financialPeriods(connection.startDate),
  ]);
  if (!journals.ok) return err(causeOf(journals.error, 'exact'));
  if (!vatCodes.ok) return err(causeOf(vatCodes.error, 'exact'));
  if (!glAccounts.ok) return err(causeOf(glAccounts.error, 'exact'));
  if (!paymentConditions.ok) return err(causeOf(paymentConditions.error, 'exact'));
  if (!financialPeriods.ok) return err(causeOf(financialPeriods.error, 'exact'));

  const data = {
    taxRates: [...taxRates.value],
    productCategories: [...productCategories.value],
    journals: [...journals.value],
    vatCodes: [...vatCodes.value],
    glAccounts: [...glAccounts.value],
    paymentConditions: [...paymentConditions.value],
    currency: connection.division.currency,
    financialPeriods: [...financialPeriods.value],
  };
  await database.cache(key, referenceCacheSchema, data, now());
  return ok({ data, isCached: false });
}

const CURRENCIES_FRESH_FOR_MS = 24 * 60 * 60_000;

/** A rate that was fixed so long before the first document may still be the one that holds. */
const RATES_BEFORE_MS = 31 * 24 * 60 * 60_000;

/** What Exact knows of some currencies; two calls, none while it is fresh. */
export async function readCurrencies(
  { connection, exact, database, now }: SyncContext,
  codes: readonly string[],
): Promise<Result<Currencies, Cause>> {
  const key = `currencies/${connection.division.code}/${connection.startDate}/${codes.toSorted().join()}`;
  const cached = await database.cached(key, currenciesCacheSchema);
  if (cached !== null && isFresh(cached.at, now(), CURRENCIES_FRESH_FOR_MS)) return ok(cached.value);
  const from = new Date(Date.parse(connection.startDate) - RATES_BEFORE_MS).toISOString().slice(0, 10);
  const read = await exact.currencies(codes, from);
  if (!read.ok) return err(causeOf(read.error, 'exact'));
  const { active, rates } = read.value;
  await database.cache(key, currenciesCacheSchema, { active: [...active], rates: [...rates] }, now());
  return ok(read.value);
}

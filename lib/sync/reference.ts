import type { z } from 'zod';
import type { Currencies, ReferenceData } from '../accounting/facts.ts';
import type { Connection } from '../connection.ts';
import type { ExactDivision } from '../exact/client.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import { booksCacheSchema, currenciesCacheSchema, entityCacheSchema, periodsCacheSchema } from '../store/records.ts';
import type { Teamleader } from '../teamleader/client.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isFresh } from './fresh.ts';

const FRESH_FOR_MS = 60 * 60_000;

/** Both sides' lists, but for what other currencies need. */
export type BasicReference = Omit<ReferenceData, 'currencies'>;

const entityKey = ({ id }: Connection): string => `entity/${id}`;
const booksKey = ({ division }: Connection): string => `books/${division.code}`;
const periodsKey = ({ division, startDate }: Connection): string => `periods/${division.code}/${startDate}`;

/** What is read anew by the next run. */
export async function forgetReference(database: Database, connection: Connection): Promise<void> {
  for (const keyOf of [entityKey, booksKey, periodsKey]) await database.forgetCached(keyOf(connection));
}

/**
 * Both sides' lists for the connection: from the cache while they are fresh, else read. Connections of one division share
 * what is the division's.
 * @param anew reads them in any case
 */
export async function readReference(
  context: SyncContext,
  anew: boolean,
): Promise<Result<{ readonly data: BasicReference; readonly isCached: boolean }, Cause>> {
  const { connection, teamleader, exact, database, now } = context;
  let isCached = false;

  async function read<S extends z.ZodType>(
    key: string,
    schema: S,
    call: () => Promise<Result<z.output<S>, Cause>>,
  ): Promise<Result<z.output<S>, Cause>> {
    const cached = anew ? null : await database.cached(key, schema);
    if (cached !== null && isFresh(cached.at, now(), FRESH_FOR_MS)) {
      isCached = true;
      return ok(cached.value);
    }
    const fresh = await call();
    if (fresh.ok) await database.cache(key, schema, fresh.value, now());
    return fresh;
  }

  const entity = await read(entityKey(connection), entityCacheSchema, () =>
    readEntity(teamleader, connection.companyEntity.id),
  );
  if (!entity.ok) return entity;
  const [books, periods] = await Promise.all([
    read(booksKey(connection), booksCacheSchema, () => readBooks(exact)),
    read(periodsKey(connection), periodsCacheSchema, () => readPeriods(exact, connection.startDate)),
  ]);
  if (!books.ok) return books;
  if (!periods.ok) return periods;
  const { currency } = connection.division;
  return ok({ data: { ...entity.value, ...books.value, currency, financialPeriods: periods.value }, isCached });
}

async function readEntity(
  teamleader: Teamleader,
  companyEntityId: string,
): Promise<Result<z.output<typeof entityCacheSchema>, Cause>> {
  const [taxRates, productCategories] = await Promise.all([
    teamleader.taxRates(companyEntityId),
    teamleader.productCategories(companyEntityId),
  ]);
  if (!taxRates.ok) return err(causeOf(taxRates.error, 'teamleader'));
  if (!productCategories.ok) return err(causeOf(productCategories.error, 'teamleader'));
  return ok({ taxRates: [...taxRates.value], productCategories: [...productCategories.value] });
}

async function readBooks(exact: ExactDivision): Promise<Result<z.output<typeof booksCacheSchema>, Cause>> {
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
  return ok({
    journals: [...journals.value],
    vatCodes: [...vatCodes.value],
    glAccounts: [...glAccounts.value],
    paymentConditions: [...paymentConditions.value],
  });
}

async function readPeriods(
  exact: ExactDivision,
  from: string,
): Promise<Result<z.output<typeof periodsCacheSchema>, Cause>> {
  const periods = await exact.financialPeriods(from);
  return periods.ok ? ok([...periods.value]) : err(causeOf(periods.error, 'exact'));
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

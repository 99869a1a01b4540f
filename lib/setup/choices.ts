import { z } from 'zod';
import type { GlAccount, Journal, PaymentCondition, TaxRate, VatCode } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import type { ConnectionDraft } from '../connection.ts';
import type { Exact, ExactDivision } from '../exact/client.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause, Service } from '../outcome.ts';
import { ok, type Result } from '../result.ts';
import { EXACT_RIGHTS } from '../rights.ts';
import type { Database } from '../store/database.ts';
import { booksCacheSchema, entityCacheSchema } from '../store/records.ts';
import type { Settings } from '../store/settings.ts';
import { causeOf } from '../sync/causes.ts';
import type { Teamleader } from '../teamleader/client.ts';

const companyEntitySchema = z.object({ id: z.string(), name: z.string(), position: z.number().int() });
const divisionSchema = z.object({ code: z.number().int(), name: z.string(), currency: z.string() });
const paymentTermSchema = z.object({
  id: z.string(),
  term: z.union([
    z.object({ type: z.literal('cash') }),
    z.object({ type: z.enum(['end_of_month', 'after_invoice_date']), days: z.number().int() }),
  ]),
});
const rateUseSchema = z.object({ invoices: z.number().int(), charged: z.record(z.string(), z.number().int()) });
const othersEntriesSchema = z.object({ count: z.number().int(), newest: z.string().nullable() });
const rightSchema = z.object({ right: z.enum(EXACT_RIGHTS), isGranted: z.boolean() });
const shape = { ...entityCacheSchema.shape, ...booksCacheSchema.shape };

const CACHE_PREFIX = 'setup/';

/** What can be chosen from, as far as the log-ins and the choices so far allow. */
export interface SetupFacts {
  readonly companyEntities: readonly z.infer<typeof companyEntitySchema>[];
  readonly divisions: readonly z.infer<typeof divisionSchema>[];
  readonly taxRates: readonly TaxRate[];
  readonly journals: readonly Journal[];
  readonly vatCodes: readonly VatCode[];
  readonly glAccounts: readonly GlAccount[];
  readonly paymentTerms: readonly z.infer<typeof paymentTermSchema>[];
  readonly paymentConditions: readonly PaymentCondition[];
  /** Null while it is not known. */
  readonly rateUse: z.infer<typeof rateUseSchema> | null;
  /** Of the user in the division. */
  readonly rights: readonly z.infer<typeof rightSchema>[];
  /** Made lately in the chosen journals by others than Boekbrug; null while it is not known. */
  readonly othersEntries: z.infer<typeof othersEntriesSchema> | null;
  /** Why something could not be read. */
  readonly problem: Cause | null;
}

export interface SetupSources {
  readonly database: Database;
  readonly now: () => number;
  /** Null while nobody is logged in there. */
  readonly teamleader: Teamleader | null;
  readonly exact: Exact | null;
  /** Another country is another Exact: what was read there does not hold here. */
  readonly region: Settings['region'];
}

/**
 * Reads the choices; from the cache where they were read before, so that the popup opens at once.
 * @param anew reads them from the services in any case
 */
export async function readSetupFacts(
  sources: SetupSources,
  draft: ConnectionDraft,
  anew: boolean,
): Promise<SetupFacts> {
  const { now, teamleader, exact, region } = sources;
  const problems: Cause[] = [];

  /** An empty list while its source is missing or does not answer. */
  async function list<E extends z.ZodType, Source>(
    key: string,
    element: E,
    service: Service,
    source: Source | null,
    call: (source: Source) => Promise<Result<readonly z.output<E>[], Failure>>,
  ): Promise<readonly z.output<E>[]> {
    const place = service === 'exact' ? `exact/${region}/${key}` : key;
    const read = await readList(sources, place, element, source, call, anew);
    if (read.ok) return read.value;
    problems.push(causeOf(read.error, service));
    return [];
  }

  const entityId = draft.companyEntityId;
  const code = draft.divisionCode;
  const from = draft.startDate;
  const drafted = [draft.invoiceJournal, draft.creditNoteJournal].filter((journal) => journal !== null);
  const division = exact === null || code === null ? null : exact.inDivision(code);
  const [
    companyEntities,
    divisions,
    taxRates,
    journals,
    vatCodes,
    glAccounts,
    terms,
    conditions,
    uses,
    rights,
    others,
  ] = await Promise.all([
    list('companyEntities', companyEntitySchema, 'teamleader', teamleader, (source) => source.companyEntities()),
    list('divisions', divisionSchema, 'exact', exact, (source) => source.divisions()),
    entityId === null
      ? []
      : list(taxRatesKey(entityId), shape.taxRates.element, 'teamleader', teamleader, (source) =>
          source.taxRates(entityId),
        ),
    list(`journals/${code}`, shape.journals.element, 'exact', division, (source) => source.journals()),
    list(`vatCodes/${code}`, shape.vatCodes.element, 'exact', division, (source) => source.vatCodes()),
    list(`glAccounts/${code}`, shape.glAccounts.element, 'exact', division, (source) => source.glAccounts()),
    list('paymentTerms', paymentTermSchema, 'teamleader', teamleader, (source) => source.paymentTerms()),
    list(`paymentConditions/${code}`, shape.paymentConditions.element, 'exact', division, (source) =>
      source.paymentConditions(),
    ),
    entityId === null
      ? []
      : list(`rateUse/${entityId}`, rateUseSchema, 'teamleader', teamleader, async (source) => {
          const use = await source.rateUse(entityId);
          return use.ok ? ok([use.value]) : use;
        }),
    list(`rights/${code}`, rightSchema, 'exact', division, readRights),
    from === null || drafted.length === 0
      ? []
      : list(`othersEntries/${code}/${drafted.join('/')}/${from}`, othersEntriesSchema, 'exact', division, (source) =>
          readOthersEntries(source, drafted, from, now()),
        ),
  ]);
  return {
    companyEntities,
    divisions,
    taxRates,
    journals,
    vatCodes,
    glAccounts,
    paymentTerms: terms,
    paymentConditions: conditions,
    rateUse: uses[0] ?? null,
    rights,
    othersEntries: others[0] ?? null,
    problem: problems[0] ?? null,
  };
}

const taxRatesKey = (companyEntityId: string): string => `taxRates/${companyEntityId}`;

/** Those of a company entity, without their use; none where they cannot be read. */
export async function readTaxRates(sources: SetupSources, companyEntityId: string): Promise<readonly TaxRate[]> {
  const { teamleader } = sources;
  const read = await readList(
    sources,
    taxRatesKey(companyEntityId),
    shape.taxRates.element,
    teamleader,
    (source) => source.taxRates(companyEntityId),
    false,
  );
  return read.ok ? read.value : [];
}

/** Those of a division that codes are named by, as they were read last: nobody is asked. */
export async function readBefore({ database, region }: SetupSources, divisionCode: number) {
  const { journals, vatCodes, glAccounts } = shape;
  const list = async <E extends z.ZodType>(name: string, schema: z.ZodArray<E>): Promise<readonly z.output<E>[]> =>
    (await database.cached(`${CACHE_PREFIX}exact/${region}/${name}/${divisionCode}`, schema))?.value ?? [];
  return {
    journals: await list('journals', journals),
    vatCodes: await list('vatCodes', vatCodes),
    glAccounts: await list('glAccounts', glAccounts),
  };
}

/** By a list's key, the last reading of it that is under way: who asks meanwhile waits for it, and finds it read. */
const underWay = new Map<string, Promise<unknown>>();

/** An empty list while its source is missing. */
async function readList<E extends z.ZodType, Source>(
  { database, now }: SetupSources,
  key: string,
  element: E,
  source: Source | null,
  call: (source: Source) => Promise<Result<readonly z.output<E>[], Failure>>,
  anew: boolean,
): Promise<Result<readonly z.output<E>[], Failure>> {
  if (source === null) return ok([]);
  const schema = z.array(element);
  const read = async (): Promise<Result<readonly z.output<E>[], Failure>> => {
    const cached = anew ? null : await database.cached(`${CACHE_PREFIX}${key}`, schema);
    if (cached !== null) return ok(cached.value);
    const answer = await call(source);
    if (answer.ok) await database.cache(`${CACHE_PREFIX}${key}`, schema, [...answer.value], now());
    return answer;
  };
  const reading = (underWay.get(key) ?? Promise.resolve()).then(read, read);
  underWay.set(key, reading);
  try {
    return await reading;
  } finally {
    if (underWay.get(key) === reading) underWay.delete(key);
  }
}

async function readRights(division: ExactDivision): Promise<Result<readonly z.infer<typeof rightSchema>[], Failure>> {
  const rights: z.infer<typeof rightSchema>[] = [];
  for (const right of EXACT_RIGHTS) {
    const isGranted = await division.hasRight(right);
    if (!isGranted.ok) return isGranted;
    rights.push({ right, isGranted: isGranted.value });
  }
  return ok(rights);
}

/** What was made or changed since then tells whether something else is at work now. */
const LATELY_MS = 31 * 24 * 60 * 60_000;

/** What neither a document's link nor its id leads from is not ours. */
async function readOthersEntries(
  division: ExactDivision,
  journals: readonly string[],
  from: string,
  now: number,
): Promise<Result<readonly z.infer<typeof othersEntriesSchema>[], Failure>> {
  const modifiedAfter = new Date(now - LATELY_MS).toISOString();
  // What was made lately may be dated before the first day that is to be booked.
  const earliest = from < modifiedAfter ? from : modifiedAfter.slice(0, from.length);
  const read = await division.salesEntries({ journals, from: earliest, modifiedAfter });
  if (!read.ok) return read;
  const others = read.value.entries.filter(({ link }) => idsIn(link).length === 0);
  const newest =
    others
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? null;
  return ok([{ count: others.length, newest }]);
}

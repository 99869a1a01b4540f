import type { Account, Customer } from '../accounting/facts.ts';
import { type ImportItem, type ImportKnowledge, planImport } from '../accounting/import-plan.ts';
import type { ExactDivision } from '../exact/client.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import type { ImportHead, ImportRow } from '../store/import-records.ts';
import { accountsCacheSchema, type CustomersCache, customersCacheSchema } from '../store/records.ts';
import type { Teamleader } from '../teamleader/client.ts';
import { causeOf } from './causes.ts';
import { isFresh } from './fresh.ts';
import { accountsKey, lookAtAccounts } from './look.ts';

/** What an import of one division's customers works with. */
export interface ImportContext {
  readonly division: number;
  /** Who is logged in at Teamleader: what was read for another says nothing. */
  readonly teamleaderUser: string;
  readonly teamleader: Teamleader;
  readonly exact: ExactDivision;
  readonly database: Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

export interface BothSides {
  readonly accounts: readonly Account[];
  readonly customers: readonly Customer[];
  /** When Teamleader was read, in epoch milliseconds. */
  readonly readAt: number;
}

/** A list of changes does not tell what was removed. */
const FULL_LOOK_AFTER_MS = 24 * 60 * 60_000;

/** What is added at one moment may be listed a little later: the last minute is read again. */
const OVERLAP_MS = 60_000;

const customersKey = (user: string): string => `customers/${user}`;

/** @param anew reads all of Teamleader's, else what changed is enough */
export async function lookAtBothSides(context: ImportContext, anew: boolean): Promise<Result<BothSides, Cause>> {
  const accounts = await lookAtAccounts(context, context.division);
  if (!accounts.ok) return err(causeOf(accounts.error, 'exact'));
  const looked = await lookAtCustomers(context, anew);
  return looked.ok ? ok({ accounts: accounts.value, ...looked.value }) : looked;
}

/** Gives all: those that are new or changed are read, the others are known from the last look. */
export async function lookAtCustomers(
  { teamleaderUser, teamleader, database, now }: ImportContext,
  anew: boolean,
): Promise<Result<Omit<BothSides, 'accounts'>, Cause>> {
  const key = customersKey(teamleaderUser);
  const cached = await database.cached(key, customersCacheSchema);
  const known =
    !anew && cached !== null && isFresh(cached.value.fullAt, now(), FULL_LOOK_AFTER_MS) ? cached.value : null;
  const readAt = now();
  const read = await teamleader.allCustomers(known?.updatedUpTo == null ? null : overlapping(known.updatedUpTo));
  if (!read.ok) return err(causeOf(read.error, 'teamleader'));
  const customers = new Map(known?.customers.map((customer) => [customer.id, customer]));
  for (const customer of read.value) customers.set(customer.id, customer);
  const looked: CustomersCache = {
    customers: [...customers.values()],
    updatedUpTo: newest([...read.value.map(({ updatedAt }) => updatedAt), known?.updatedUpTo ?? '']),
    fullAt: known?.fullAt ?? readAt,
  };
  await database.cache(key, customersCacheSchema, looked, readAt);
  return ok({ customers: looked.customers, readAt });
}

const overlapping = (moment: string): string =>
  new Date(Date.parse(moment) - OVERLAP_MS).toISOString().replace(/\.\d+Z$/, '+00:00');

const newest = (moments: readonly string[]): string | null =>
  moments
    .filter((moment) => !Number.isNaN(Date.parse(moment)))
    .reduce<string | null>(
      (latest, moment) => (latest === null || Date.parse(moment) > Date.parse(latest) ? moment : latest),
      null,
    );

/** What both sides were when they were read last; null: they were not. */
export async function recallBothSides({
  division,
  teamleaderUser,
  database,
}: Pick<ImportContext, 'division' | 'teamleaderUser' | 'database'>): Promise<BothSides | null> {
  const accounts = await database.cached(accountsKey(division), accountsCacheSchema);
  const customers = await database.cached(customersKey(teamleaderUser), customersCacheSchema);
  if (accounts === null || customers === null) return null;
  return { accounts: accounts.value.accounts, customers: customers.value.customers, readAt: customers.at };
}

export function planOf(
  { accounts, customers, readAt }: BothSides,
  { division, unnumberedAs }: ImportHead,
  rows: ReadonlyMap<string, ImportRow>,
): readonly ImportItem[] {
  const known = new Map([...rows].map(([id, row]) => [id, knowledgeOf(row, readAt)]));
  return planImport({ division, accounts, customers, known, unnumberedAs });
}

function knowledgeOf({ answer, state, log }: ImportRow, readAt: number): ImportKnowledge {
  const made = state.kind === 'made' ? state.customer : null;
  return { answer, made, isNew: made !== null && (log.at(-1)?.at ?? 0) > readAt - OVERLAP_MS };
}

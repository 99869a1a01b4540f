import type { BookedEntry } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import { type AccountsCache, accountsCacheSchema, type EntriesCache, entriesCacheSchema } from '../store/records.ts';
import type { SyncContext } from './context.ts';

/** Now and then everything is read anew, since a list of changes does not tell what was removed. */
const FULL_LOOK_AFTER_MS = 24 * 60 * 60_000;

/** Exact may show two changes in another order than they were made: read the last minute again. */
const OVERLAP_MS = 60_000;

/**
 * Reads what stands in the connection's two journals since its start date; only what changed, where that is enough.
 * @param inDoubt a write of ours may stand there unseen, at an unknown time: read everything
 */
export async function lookAtEntries(
  context: SyncContext,
  inDoubt: boolean,
): Promise<Result<readonly BookedEntry[], Failure>> {
  const { connection, exact, database, now } = context;
  const { invoices, creditNotes } = connection.journals;
  const key = `entries/${connection.id}/${connection.division.code}/${invoices}/${creditNotes}/${connection.startDate}`;
  const cached = await database.cached(key, entriesCacheSchema);
  const known = cached === null || inDoubt || now() - cached.at > FULL_LOOK_AFTER_MS ? null : cached;

  const read = await exact.salesEntries({
    journals: [invoices, creditNotes],
    from: connection.startDate,
    modifiedAfter: known?.value.modifiedUpTo ? shifted(known.value.modifiedUpTo, -OVERLAP_MS) : null,
  });
  if (!read.ok) return read;

  const entries = new Map(known?.value.entries.map((entry) => [entry.id, entry]));
  for (const entry of read.value.entries) {
    entries.set(entry.id, { ...entry, lines: entry.lines === null ? null : [...entry.lines] });
  }
  const looked: EntriesCache = {
    entries: [...entries.values()],
    modifiedUpTo: read.value.modifiedUpTo ?? known?.value.modifiedUpTo ?? null,
  };
  await database.cache(key, entriesCacheSchema, looked, known?.at ?? now());
  return ok(looked.entries);
}

const shifted = (isoTime: string, byMs: number): string => new Date(Date.parse(isoTime) + byMs).toISOString();

/** Reads the division's accounts, in as few calls as possible: only what changed, but for once a day. */
export async function lookAtAccounts(context: SyncContext): Promise<Result<AccountsCache['accounts'], Failure>> {
  const { connection, exact, database, now } = context;
  const key = `accounts/${connection.division.code}`;
  const cached = await database.cached(key, accountsCacheSchema);
  const known = cached === null || now() - cached.at > FULL_LOOK_AFTER_MS ? null : cached;
  const { timestamp, accounts: before } = known?.value ?? { accounts: [], timestamp: null };
  const read = await exact.accounts(timestamp);
  if (!read.ok) return read;
  const accounts = new Map(before.map((account) => [account.id, account]));
  for (const account of read.value.accounts) accounts.set(account.id, account);
  const looked = { accounts: [...accounts.values()], timestamp: read.value.timestamp ?? timestamp };
  await database.cache(key, accountsCacheSchema, looked, known?.at ?? now());
  return ok(looked.accounts);
}

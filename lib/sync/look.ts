import type { BookedEntry } from '../accounting/facts.ts';
import { idsIn } from '../accounting/lookup.ts';
import type { Connection } from '../connection.ts';
import type { Failure } from '../http/failure.ts';
import { ok, type Result } from '../result.ts';
import { type AccountsCache, accountsCacheSchema, type EntriesCache, entriesCacheSchema } from '../store/records.ts';
import type { SyncContext } from './context.ts';
import { isFresh } from './fresh.ts';

/** Now and then everything is read anew, since a list of changes does not tell what was removed. */
const FULL_LOOK_AFTER_MS = 24 * 60 * 60_000;

/** Exact may show two changes in another order than they were made: read the last minute again. */
const OVERLAP_MS = 60_000;

export const entriesKey = ({ id, division, startDate }: Connection): string =>
  `entries/${id}/${division.code}/${startDate}`;

/**
 * Reads the sales entries since the connection's start date: the first time in all journals, since an earlier set-up may
 * have booked elsewhere; from then on in the connection's two and wherever entries of ours stand, and only what changed,
 * where that is enough.
 * @param since all is read unless that was done after this moment (epoch milliseconds): a write of ours may have come to
 *   stand there unseen until then
 * @returns with when all was read last, in epoch milliseconds: an entry that is not among them stood elsewhere or nowhere
 *   then
 */
export async function lookAtEntries(
  context: SyncContext,
  since: number,
): Promise<Result<{ readonly entries: readonly BookedEntry[]; readonly fullAt: number }, Failure>> {
  const { connection, exact, database, now } = context;
  const key = entriesKey(connection);
  const cached = await database.cached(key, entriesCacheSchema);
  const before = cached?.value.entries ?? [];
  const journals = journalsOf(connection, before);
  const isFull =
    cached === null ||
    cached.at < since ||
    !isFresh(cached.at, now(), FULL_LOOK_AFTER_MS) ||
    journals.some((journal) => !cached.value.journals.includes(journal));
  const modifiedUpTo = isFull ? null : cached.value.modifiedUpTo;

  const read = await exact.salesEntries({
    journals: cached === null ? null : journals,
    from: connection.startDate,
    modifiedAfter: modifiedUpTo === null ? null : shifted(modifiedUpTo, -OVERLAP_MS),
  });
  if (!read.ok) return read;

  const kept = isFull ? before.filter((entry) => !journals.includes(entry.journal)) : before;
  const entries = new Map<string, EntriesCache['entries'][number]>(kept.map((entry) => [entry.id, entry]));
  for (const entry of read.value.entries) {
    entries.set(entry.id, { ...entry, lines: entry.lines === null ? null : [...entry.lines] });
  }
  const looked: Omit<EntriesCache, 'entries'> = {
    journals: cached === null ? journalsOf(connection, read.value.entries) : journals,
    modifiedUpTo: read.value.modifiedUpTo ?? modifiedUpTo,
  };
  const fullAt = isFull ? now() : cached.at;
  await database.changeCached(key, entriesCacheSchema, (meanwhile) => {
    // What somebody has found to be gone since it was read above is not told of any more.
    const standing = new Set((meanwhile?.value.entries ?? before).map(({ id }) => id));
    for (const { id } of before) if (!standing.has(id)) entries.delete(id);
    // Its connection was removed in the meantime.
    if (meanwhile === null && cached !== null) return null;
    return { at: fullAt, value: { ...looked, entries: [...entries.values()] } };
  });
  return ok({ entries: [...entries.values()], fullAt });
}

/** What is known to be gone is not among what was read any more: a list of changes would never tell. */
export async function forgetEntry({ connection, database }: SyncContext, id: string): Promise<void> {
  await database.changeCached(entriesKey(connection), entriesCacheSchema, (cached) => {
    if (cached === null) return null;
    const { at, value } = cached;
    return { at, value: { ...value, entries: value.entries.filter((entry) => entry.id !== id) } };
  });
}

/** The connection's own, and those in which entries of ours stand. */
function journalsOf({ journals }: Connection, entries: readonly BookedEntry[]): string[] {
  const ours = entries.filter(({ link }) => idsIn(link).length > 0);
  return [...new Set([...Object.values(journals), ...ours.map(({ journal }) => journal)])];
}

const shifted = (isoTime: string, byMs: number): string => new Date(Date.parse(isoTime) + byMs).toISOString();

export const accountsKey = (division: number): string => `accounts/${division}`;

/** Reads the division's accounts, in as few calls as possible: only what changed, but for once a day. */
export async function lookAtAccounts(
  { exact, database, now }: Pick<SyncContext, 'exact' | 'database' | 'now'>,
  division: number,
): Promise<Result<AccountsCache['accounts'], Failure>> {
  const key = accountsKey(division);
  const cached = await database.cached(key, accountsCacheSchema);
  const known = cached !== null && isFresh(cached.at, now(), FULL_LOOK_AFTER_MS) ? cached : null;
  const { timestamp, accounts: before } = known?.value ?? { accounts: [], timestamp: null };
  const read = await exact.accounts(timestamp);
  if (!read.ok) return read;
  const accounts = new Map(before.map((account) => [account.id, account]));
  for (const account of read.value.accounts) accounts.set(account.id, account);
  const looked = { accounts: [...accounts.values()], timestamp: read.value.timestamp ?? timestamp };
  await database.cache(key, accountsCacheSchema, looked, known?.at ?? now());
  return ok(looked.accounts);
}

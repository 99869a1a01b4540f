import type { BookedEntry } from '../accounting/facts.ts';
import { type Cause, isSettled, type Outcome, type SettledOutcome } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { type Standing, withEntry } from '../standing.ts';
import { reviewedSchema } from '../store/records.ts';
import { causeOf } from './causes.ts';
import type { Settled } from './collect.ts';
import type { SyncContext } from './context.ts';
import { entryFigures, standingByEntry, standingOfRemoved } from './figures.ts';
import { isFresh } from './fresh.ts';
import type { Books } from './survey.ts';

/** Entries that a look does not show are asked for by themselves; so many a run, twenty in a call. */
const MOST_ASKED = 200;
/** Whether a document is final costs a call each. */
const MOST_FINAL_ASKED = 20;

/** Where nothing is to be booked, a run that goes by itself looks in Exact no oftener than this for the review alone. */
const REVIEW_HOLDS_MS = 60 * 60_000;
const reviewedKey = ({ connection }: SyncContext): string => `reviewed/${connection.id}`;

export async function isReviewDue(context: SyncContext): Promise<boolean> {
  const reviewed = await context.database.cached(reviewedKey(context), reviewedSchema);
  return reviewed === null || !isFresh(reviewed.at, context.now(), REVIEW_HOLDS_MS);
}

/**
 * Compares what is settled with what stands in Exact now, and notes what differs. Nothing is decided: what was booked once
 * is never booked again but by the user's own word. An entry is taken for removed only if all entries were read since the
 * last review, by whomever, and Exact, asked for it by its id, does not have it. Feature D9.
 */
export async function reviewSettled(
  context: SyncContext,
  settled: readonly Settled[],
  books: Books,
): Promise<Result<null, Cause>> {
  const { connection, database, exact } = context;
  const stands = new Map(books.entries.map((entry) => [entry.id, entry]));
  const watched = settled.filter(({ outcome: { entry } }) => entry.division === connection.division.code);
  const missing = watched
    .filter(({ outcome: { entry } }) => !stands.has(entry.id) && entry.date >= connection.startDate)
    .slice(0, MOST_ASKED);
  const asked = new Set(
    (await isReadInFullSince(context, books)) ? missing.map(({ outcome: { entry } }) => entry.id) : [],
  );
  const found = asked.size === 0 ? ok([]) : await exact.salesEntriesByIds([...asked]);
  if (!found.ok) return err(causeOf(found.error, 'exact'));
  for (const entry of found.value) stands.set(entry.id, entry);

  for (const one of watched) {
    const entry = stands.get(one.outcome.entry.id);
    if (entry === undefined && !asked.has(one.outcome.entry.id)) continue;
    const { kind, id } = one.record;
    const change = (now: Outcome) => changed(now, one, entry);
    // Most stay as they are: what would not be changed is not opened for it.
    if (change(one.outcome) !== null) await database.changeOutcome(connection.id, kind, id, change);
  }
  await askWhetherFinal(context, watched);
  await database.cache(reviewedKey(context), reviewedSchema, true, context.now());
  return ok(null);
}

/** Was all read since the last review? One that is dated ahead of the clock says nothing. */
async function isReadInFullSince(context: SyncContext, { fullAt }: Books): Promise<boolean> {
  const reviewed = await context.database.cached(reviewedKey(context), reviewedSchema);
  return reviewed === null || reviewed.at > context.now() || fullAt > reviewed.at;
}

/** The outcome with what the entry says now, or null where that is no news. */
function changed(now: Outcome, seen: Settled, entry: BookedEntry | undefined): SettledOutcome | null {
  // Somebody may have decided on it meanwhile.
  if (!isSettled(now) || now.entry.id !== seen.outcome.entry.id) return null;
  const standing = standingNow(now, seen, entry);
  if (standing === null || JSON.stringify(standing) === JSON.stringify(now.standing)) return null;
  return { ...now, standing };
}

function standingNow(
  { state, standing, entry: reference }: SettledOutcome,
  { record: { kind }, header }: Settled,
  entry: BookedEntry | undefined,
): Standing | null {
  if (standing !== undefined) return withEntry(standing, entry === undefined ? 'removed' : entryFigures(entry, kind));
  if (header === null) return null;
  return entry === undefined
    ? standingOfRemoved(header, reference)
    : standingByEntry(header, entry, state === 'booked');
}

/** What cannot be told now is told by a later run. */
async function askWhetherFinal({ connection, database, teamleader }: SyncContext, watched: readonly Settled[]) {
  const toAsk = watched.filter(
    ({ outcome: { standing } }) => standing?.document.now != null && standing.isFinal === null,
  );
  for (const { record, outcome } of toAsk.slice(0, MOST_FINAL_ASKED)) {
    const isFinal = await teamleader.isFinal(record.kind, record.id);
    if (!isFinal.ok) return;
    await database.changeOutcome(connection.id, record.kind, record.id, (now) =>
      isSettled(now) && now.entry.id === outcome.entry.id && now.standing !== undefined
        ? { ...now, standing: { ...now.standing, isFinal: isFinal.value } }
        : null,
    );
  }
}

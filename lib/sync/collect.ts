import type { DocumentHeader, DocumentKind } from '../accounting/facts.ts';
import { formatAmount } from '../accounting/money.ts';
import type { Cause } from '../outcome.ts';
import { isSettled, type Outcome, type SettledOutcome } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { withDocument } from '../standing.ts';
import { type Cursor, cursorSchema, type DocumentRecord, NOT_FOLLOWED } from '../store/records.ts';
import type { DocumentList } from '../teamleader/client.ts';
import type { UnreadableDocument } from '../teamleader/read-document.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { documentFigures } from './figures.ts';
import { isFresh } from './fresh.ts';
import { keyOf } from './order.ts';

const KINDS: readonly DocumentKind[] = ['invoice', 'creditNote'];

/** Teamleader's list has no sort on change, so paging while documents change can skip one: read a little again. */
const OVERLAP_MS = 5 * 60_000;

const FULL_READ_AFTER_MS = 24 * 60 * 60_000;

export interface Collected {
  /** Documents in scope that are not settled, in no order. */
  readonly open: readonly DocumentHeader[];
  /** Those of them that Exact refused before, as `kind/id`. */
  readonly refused: ReadonlySet<string>;
  /** The entries that once booked those of them which the user wants booked again, by `kind/id`. */
  readonly again: ReadonlyMap<string, string>;
  /** Records of those that are settled and stay so. */
  readonly settled: readonly Settled[];
  /** Records of those that stay as they are in this run: not understood, or not to be tried again yet. */
  readonly held: readonly DocumentRecord[];
}

export interface Settled {
  readonly record: Pick<DocumentRecord, 'kind' | 'id' | 'number'>;
  /** With what Teamleader says of it now. */
  readonly outcome: SettledOutcome;
  /** What Teamleader told of it this time, or null. */
  readonly header: DocumentHeader | null;
}

/**
 * Reads what changed in Teamleader since last time, and keeps a record of every document in scope.
 * @param isAsked the user started it: what is held back is tried again now
 */
export async function collect(context: SyncContext, isAsked: boolean): Promise<Result<Collected, Cause>> {
  const gathered = await gather(context, isAsked);
  if (!gathered.ok) return gathered;
  const { collected, changed, renew, gone, cursorKey, cursor } = gathered.value;
  await context.database.putCollected(changed, gone, cursorKey, cursor, context.now(), renew);
  return ok(collected);
}

/** What was read, and what is to be kept of it. */
interface Gathered {
  readonly collected: Collected;
  readonly changed: readonly DocumentRecord[];
  /** A changed one, given the record that stands by now: the user may have decided on it while Teamleader was read. */
  readonly renew: (changed: DocumentRecord, stored: DocumentRecord) => DocumentRecord;
  readonly gone: readonly DocumentRecord[];
  readonly cursorKey: string;
  readonly cursor: Cursor;
}

/** As `collect`, but nothing is kept. */
export async function gather(context: SyncContext, isAsked: boolean): Promise<Result<Gathered, Cause>> {
  const { connection, database, now } = context;
  const cursorKey = `cursor/${connection.id}/${connection.companyEntity.id}/${connection.startDate}`;
  const cursor = cursorAt(now(), (await database.cached(cursorKey, cursorSchema))?.value ?? null);
  const records = new Map((await database.documents(connection.id)).map((record) => [keyOf(record), record]));
  const isHeld = (record: DocumentRecord): boolean => !isAsked && isHeldBack(record, now());
  const listed = await list(context, cursor, records, isHeld);
  if (!listed.ok) return listed;
  const { headers, unreadable, gone } = listed.value;

  const told = [...unreadable.values()].flatMap((document) => {
    const known = records.get(keyOf(document));
    return known !== undefined && isDecided(known) ? [] : [notUnderstood(document, context, known)];
  });
  const changed = [
    ...[...headers.values()].map((header) => recordOf(header, context, records.get(keyOf(header)))),
    ...told,
  ];
  const renew = (record: DocumentRecord, stored: DocumentRecord): DocumentRecord => {
    const header = headers.get(keyOf(record));
    if (header !== undefined) return recordOf(header, context, stored);
    return isDecided(stored) ? stored : { ...stored, triedAt: record.triedAt, outcome: record.outcome };
  };
  // What is gone now may only have been left out: then the whole list tells next time.
  const next = gone.length > 0 ? { ...cursor, ...FROM_THE_START } : cursorAfter(cursor, headers.values());
  const open = [...headers.values()].filter((header) => {
    const record = records.get(keyOf(header));
    return record === undefined || !isSettled(record.outcome);
  });
  const settled = [...records].flatMap(([key, record]) => {
    const header = headers.get(key) ?? null;
    const outcome = header === null ? record.outcome : outcomeNow(header, record);
    return outcome !== undefined && isSettled(outcome) ? [{ record, header, outcome }] : [];
  });
  const refused = [...records].flatMap(([key, { outcome }]) => (isRefused(outcome) ? [key] : []));
  const stay = [...records].filter(([key, record]) => isHeld(record) && !headers.has(key));
  const stays = new Set(stay.map(([key]) => key));
  const held = [...stay.map(([, record]) => record), ...told.filter((record) => !stays.has(keyOf(record)))];
  const again = [...records].flatMap(([key, { outcome }]) => {
    const entryId = entryToBookAgain(outcome);
    return entryId === null ? [] : [[key, entryId] as const];
  });
  const collected = { open, refused: new Set(refused), again: new Map(again), settled, held };
  return ok({ collected, changed, renew, gone, cursorKey, cursor: next });
}

/** What needs the user is tried again by itself so seldom that an idle round costs nothing for it. */
const TRY_AGAIN_AFTER_MS = 60 * 60_000;

/** Unless it changes in Teamleader, nothing is to be done about it yet. */
function isHeldBack({ outcome, triedAt }: DocumentRecord, now: number): boolean {
  if (outcome.state === 'blocked') return isFresh(triedAt, now, TRY_AGAIN_AFTER_MS);
  return outcome.state === 'waiting' && outcome.until !== null && outcome.until > now;
}

/** What Teamleader's lists say; keys are `kind/id`. */
interface Listed {
  readonly headers: ReadonlyMap<string, DocumentHeader>;
  readonly unreadable: ReadonlyMap<string, UnreadableDocument>;
  /** Records of documents that are not settled and that the lists no longer tell of. */
  readonly gone: readonly DocumentRecord[];
}

/** What changed since the cursor, and whatever is not settled yet. */
async function list(
  { connection, teamleader }: SyncContext,
  cursor: Cursor,
  records: ReadonlyMap<string, DocumentRecord>,
  isHeld: (record: DocumentRecord) => boolean,
): Promise<Result<Listed, Cause>> {
  const scope = { companyEntityId: connection.companyEntity.id, from: connection.startDate };
  const headers = new Map<string, DocumentHeader>();
  const unreadable = new Map<string, UnreadableDocument>();
  const isListed = (record: DocumentRecord): boolean => headers.has(keyOf(record)) || unreadable.has(keyOf(record));
  const note = (told: DocumentList): void => {
    for (const header of told.headers) headers.set(keyOf(header), header);
    for (const document of told.unreadable) unreadable.set(keyOf(document), document);
  };

  for (const kind of KINDS) {
    const changed = await teamleader.documents({ ...scope, kind, updatedSince: cursor[kind] });
    if (!changed.ok) return err(causeOf(changed.error, 'teamleader'));
    note(changed.value);
  }
  const unfinished = [...records.values()].filter(
    (record) => !isSettled(record.outcome) && !isHeld(record) && !isListed(record),
  );
  for (const kind of KINDS) {
    const ids = unfinished.filter((record) => record.kind === kind).map((record) => record.id);
    if (ids.length === 0) continue;
    const again = await teamleader.documentsByIds(kind, ids);
    if (!again.ok) return err(causeOf(again.error, 'teamleader'));
    const inScope = again.value.headers.filter(
      (header) => header.companyEntityId === scope.companyEntityId && header.date >= scope.from,
    );
    note({ ...again.value, headers: inScope });
  }
  return ok({ headers, unreadable, gone: unfinished.filter((record) => !isListed(record)) });
}

const entryToBookAgain = (outcome: Outcome): string | null =>
  outcome.state === 'waiting' && outcome.cause?.type === 'toBookAgain' ? outcome.cause.entryId : null;

/** That Teamleader's list cannot be understood changes nothing about it. */
const isDecided = ({ outcome }: DocumentRecord): boolean => isSettled(outcome) || entryToBookAgain(outcome) !== null;

const isRefused = (outcome: Outcome): boolean => outcome.state === 'blocked' && outcome.cause.type === 'refused';

/** What is settled stays so; that the document says something else by now is noted with it. */
function outcomeNow(header: DocumentHeader, known: DocumentRecord | undefined): Outcome | undefined {
  if (known === undefined || !isSettled(known.outcome) || known.outcome.standing === undefined) return known?.outcome;
  return { ...known.outcome, standing: withDocument(known.outcome.standing, documentFigures(header)) };
}

const NOT_YET: Outcome = { state: 'waiting', cause: null, until: null };

function recordOf(header: DocumentHeader, context: SyncContext, known: DocumentRecord | undefined): DocumentRecord {
  const due = header.due === null ? null : formatAmount(header.due, header.currency);
  const { triedAt, payment, follow } = known ?? NOT_FOLLOWED;
  // Somebody paid, credited or took back a payment in Teamleader.
  const isDue = follow.isDue || (payment !== null && due !== follow.due);
  return {
    connectionId: context.connection.id,
    kind: header.kind,
    id: header.id,
    number: header.number,
    date: header.date,
    customer: header.customer.name,
    currency: header.currency,
    net: formatAmount(header.net, header.currency),
    vat: formatAmount(header.gross.minus(header.net), header.currency),
    gross: formatAmount(header.gross, header.currency),
    webUrl: header.webUrl,
    updatedAt: header.updatedAt,
    outcome: outcomeNow(header, known) ?? NOT_YET,
    triedAt,
    due,
    payment,
    follow: { ...follow, isDue },
  };
}

/** The document alone is told of; what was known of it, or could be read, stays, and the rest is left empty. */
function notUnderstood(
  { kind, id, number, date, customerName, detail }: UnreadableDocument,
  context: SyncContext,
  known: DocumentRecord | undefined,
): DocumentRecord {
  const nothing = {
    currency: '',
    net: '',
    vat: '',
    gross: '',
    webUrl: null,
    updatedAt: '',
    ...NOT_FOLLOWED,
  };
  return {
    connectionId: context.connection.id,
    kind,
    id,
    number: number ?? id,
    date: date ?? '',
    customer: customerName ?? '',
    ...nothing,
    ...known,
    triedAt: context.now(),
    outcome: { state: 'blocked', cause: { type: 'notUnderstood', service: 'teamleader', detail }, entry: null },
  };
}

const FROM_THE_START = { invoice: null, creditNote: null } as const;

/** Where reading starts: once a day at the start, since a list of changes can miss one. */
function cursorAt(now: number, stored: Cursor | null): Cursor {
  const isCurrent = stored !== null && isFresh(stored.fullAt, now, FULL_READ_AFTER_MS);
  return isCurrent ? stored : { ...FROM_THE_START, fullAt: now };
}

/** Teamleader's own times are used, so that a wrong clock here loses nothing. */
function cursorAfter(before: Cursor, headers: Iterable<DocumentHeader>): Cursor {
  const after = { ...before };
  for (const { kind, updatedAt } of headers) {
    const since = new Date(Date.parse(updatedAt) - OVERLAP_MS).toISOString().replace(/\.\d+Z$/, '+00:00');
    if (Date.parse(since) > Date.parse(after[kind] ?? EARLIEST)) after[kind] = since;
  }
  return after;
}

const EARLIEST = new Date(0).toISOString();

import Big from 'big.js';
import { receivedOf, type Settlement, settlementsOf } from '../accounting/settlement.ts';
import type { Cause } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { type DocumentRecord, paymentsProblemSchema, receivablesCursorSchema } from '../store/records.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isFresh } from './fresh.ts';
import { carryOutWishes } from './payment-actions.ts';
import { PaymentKeeper, sideOf } from './payment-keeper.ts';

/** Invoices that are not paid are looked at once a day, whatever the list of changes says or misses. */
const LOOK_AGAIN_AFTER_MS = 24 * 60 * 60_000;

/** A right that is missing costs Exact's error ration at each try. */
const TRY_AGAIN_AFTER_MS = 24 * 60 * 60_000;

interface Problem {
  readonly at: number;
  readonly value: Cause;
}

export interface Followed {
  /** How many invoices were set as paid, also where it came to a halt after them. */
  readonly setAsPaid: number;
  readonly problem: Cause | null;
}

const haltedBy = (problem: Cause, setAsPaid = 0): Followed => ({ setAsPaid, problem });

/**
 * Brings to Teamleader what Exact has received since last time. One call where nothing has changed; else one for each
 * twenty invoices of either kind of row in Exact, and in Teamleader as many as there is to register, with a look at each
 * of those invoices before and one after. Features E1 to E4.
 * @param isAsked the user started it: what was refused is tried anew
 * @param isStopped asked before each invoice: the user wants no more done
 */
export async function followPayments(
  context: SyncContext,
  isAsked: boolean,
  onStart: () => Promise<void>,
  isStopped: () => boolean,
): Promise<Followed> {
  const { connection, database, now } = context;
  // Whatever keeps Exact from telling what came, the user's own wishes are Teamleader's.
  await carryOutWishes(context);
  const key = `paymentsProblem/${connection.id}`;
  const refused = await database.cached(key, paymentsProblemSchema);
  if (refused !== null && isHeld(refused, isAsked, now())) return haltedBy(refused.value);
  const followed = await follow(context, onStart, isStopped);
  const { problem } = followed;
  if (problem !== null && (problem.type === 'rightMissing' || problem.type === 'colleagueBooking')) {
    await database.cache(key, paymentsProblemSchema, problem, now());
  } else if (refused !== null) await database.forgetCached(key);
  return followed;
}

/** A colleague's browser is let go ahead, whoever asks. */
function isHeld({ at, value }: Problem, isAsked: boolean, now: number): boolean {
  if (value.type === 'colleagueBooking') return isFresh(at, now, value.until - at);
  return !isAsked && isFresh(at, now, TRY_AGAIN_AFTER_MS);
}

async function follow(context: SyncContext, onStart: () => Promise<void>, isStopped: () => boolean): Promise<Followed> {
  const noted = await noteChanges(context);
  if (!noted.ok) return haltedBy(noted.error);
  const { connection, database, now } = context;
  const intents = await database.intents(connection.id);
  const inDoubt = new Set(intents.flatMap(({ type, subject }) => (type === 'payment' ? [subject] : [])));
  const records = await database.documents(connection.id);
  const due = records.filter((record) => isToLookAt(record, now(), inDoubt.has(record.id)));
  if (due.length === 0) return { setAsPaid: 0, problem: null };
  await onStart();
  const settlements = await readSettlements(context, due);
  if (!settlements.ok) return haltedBy(settlements.error);
  const keeper = new PaymentKeeper(context, intents);
  const settlementFor = (record: DocumentRecord) => settlements.value.get(entryIdOf(record) ?? '') ?? null;
  const oldestFirst = due.toSorted((a, b) => a.date.localeCompare(b.date));
  const toSee = await keeper.endKnown(oldestFirst, settlementFor);
  const sides = Map.groupBy(toSee, sideOf);
  const inTurn = (['booker', 'other'] as const).flatMap((side) => fromSomewhere(sides.get(side) ?? [], context));
  for (const record of inTurn) {
    if (isStopped()) return haltedBy({ type: 'stoppedByUser' }, keeper.setAsPaid);
    const done = await keeper.see(record, settlementFor(record));
    if (!done.ok) return haltedBy(done.error, keeper.setAsPaid);
  }
  return { setAsPaid: keeper.setAsPaid, problem: null };
}

/** Two browsers that begin at different places meet where one has been already, and not in step. */
function fromSomewhere<T>(list: readonly T[], { random }: SyncContext): readonly T[] {
  const from = Math.floor(random() * list.length);
  return [...list.slice(from), ...list.slice(0, from)];
}

/** Notes which invoices are to be looked at, before the cursor moves on. */
async function noteChanges({ connection, database, exact, now }: SyncContext): Promise<Result<null, Cause>> {
  const key = `receivables/${connection.id}/${connection.division.code}`;
  const cursor = (await database.cached(key, receivablesCursorSchema))?.value ?? null;
  const changed = await exact.changedReceivables(cursor);
  if (!changed.ok) return err(causeOf(changed.error, 'exact'));
  const { entryIds, timestamp } = changed.value;
  if (timestamp !== null) await database.noteReceivables(connection.id, entryIds, key, timestamp, now());
  return ok(null);
}

function entryIdOf({ outcome }: DocumentRecord): string | null {
  return outcome.state === 'booked' || outcome.state === 'adopted' ? outcome.entry.id : null;
}

/** An invoice that gives back, or is of nothing, is paid by nobody. */
export const isFollowed = (record: DocumentRecord): boolean =>
  record.kind === 'invoice' && entryIdOf(record) !== null && new Big(record.gross).gt(0);

/** @param isInDoubt something was sent for it, and not answered */
function isToLookAt(record: DocumentRecord, now: number, isInDoubt: boolean): boolean {
  const { follow, payment } = record;
  if (!isFollowed(record)) return false;
  if (follow.isDue || isInDoubt) return true;
  const isUnfinished = payment === null || payment.state === 'open' || payment.state === 'partlyPaid';
  return isUnfinished && !isFresh(follow.at, now, LOOK_AGAIN_AFTER_MS);
}

/** What settled each entry, by its id; an entry of which nothing was ever owed has none. */
async function readSettlements(
  { exact }: SyncContext,
  records: readonly DocumentRecord[],
): Promise<Result<ReadonlyMap<string, Settlement>, Cause>> {
  const rows = await exact.receivables(records.flatMap((record) => entryIdOf(record) ?? []));
  if (!rows.ok) return err(causeOf(rows.error, 'exact'));
  const touched = rows.value.filter((row) => row.isSettled || !row.amount.eq(row.total));
  const named = await exact.paymentLines([...new Set(touched.map(({ invoiceNumber }) => invoiceNumber))]);
  if (!named.ok) return err(causeOf(named.error, 'exact'));
  const settlements = settlementsOf(rows.value, named.value);

  // Lines need not say which invoice they pay: where they do not, the account's own are looked through.
  const unexplained = rows.value.filter(({ entryId }) => isUnexplained(settlements.get(entryId)));
  const from = unexplained.map(({ invoicedOn }) => invoicedOn).toSorted()[0];
  if (from === undefined) return ok(settlements);
  const others = await exact.paymentLinesOf([...new Set(unexplained.map(({ accountId }) => accountId))], from);
  if (!others.ok) return err(causeOf(others.error, 'exact'));
  const unnamed = others.value.filter(({ invoiceNumber }) => invoiceNumber === null);
  return ok(settlementsOf(rows.value, [...named.value, ...unnamed]));
}

const isUnexplained = (settlement: Settlement | undefined): boolean =>
  settlement !== undefined && receivedOf(settlement).lt(settlement.settled);

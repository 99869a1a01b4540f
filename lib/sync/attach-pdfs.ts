import type { DocumentKind } from '../accounting/facts.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause, Service } from '../outcome.ts';
import { err, ok, type Result } from '../result.ts';
import { documentTypeCacheSchema, type PdfIntent } from '../store/records.ts';
import { ANSWER_LOST_WAIT_MS, causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { isInDoubt, writeOutcomeOf } from './failed.ts';
import { isFresh } from './fresh.ts';

/** A file that could not be had, or that Exact did not take, is tried again after these times. */
const UNAVAILABLE_WAIT_MS = 60 * 60_000;
const REFUSED_WAIT_MS = 24 * 60 * 60_000;

const TYPE_HOLDS_MS = 24 * 60 * 60_000;

/** So many that fail in a row have one reason. */
const MOST_IN_A_ROW = 2;

/** Why a PDF is not attached yet. `stop`: nor would the next one be; the cause is null where Exact has no place for them. */
type Problem = { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'stop'; readonly cause: Cause | null };

/** Noted before the entry is told as booked, so that no death of the worker loses it. */
export async function wantPdf(
  { connection, database, now }: SyncContext,
  document: { readonly kind: DocumentKind; readonly id: string; readonly number: string; readonly date: string },
  entryId: string,
): Promise<void> {
  if (!connection.attachPdf) return;
  const { kind, id: subject, number, date } = document;
  const wanted = { type: 'pdf', connectionId: connection.id, subject, kind, number, date, entryId } as const;
  await database.addIntent({ ...wanted, step: { at: 'wanted' }, sentAt: now(), notBefore: 0 });
}

/**
 * Stores the PDFs of booked documents with their entries, each once: a document in Exact that names the entry, and the
 * file in it. It follows on booking and never changes an entry; what cannot be done now is done by a later run. Feature D8.
 * @param onStart told where there is anything to do
 * @param isStopped asked before each: the user wants no more done
 * @returns what kept all that is left from being attached, where that is known
 */
export async function attachPdfs(
  context: SyncContext,
  onStart: () => Promise<void>,
  isStopped: () => boolean,
): Promise<Result<null, Cause>> {
  const { connection, database, now } = context;
  const intents = await database.intents(connection.id);
  // What was turned off is not begun any more, but ended. Two that cannot be had must not stand before all the others.
  const due = intents
    .filter((intent) => intent.type === 'pdf')
    .filter(({ notBefore, step }) => notBefore <= now() && (connection.attachPdf || step.at !== 'wanted'))
    .toSorted((one, other) => one.notBefore - other.notBefore);
  if (due.length > 0) await onStart();
  let failedInARow = 0;
  for (const intent of due) {
    if (isStopped()) return err({ type: 'stoppedByUser' });
    const done = await attach(context, intent);
    if (done.ok) {
      failedInARow = 0;
      continue;
    }
    if (done.error.kind === 'stop') return done.error.cause === null ? ok(null) : err(done.error.cause);
    failedInARow += 1;
    await database.changePdfIntent(intent, { notBefore: now() + done.error.ms });
    if (failedInARow === MOST_IN_A_ROW) break;
  }
  return ok(null);
}

async function attach(context: SyncContext, intent: PdfIntent): Promise<Result<null, Problem>> {
  const { database, exact, now } = context;
  const { step, sentAt } = intent;
  if (step.at === 'documentSent' || step.at === 'fileSent') {
    // Its answer was lost: it is looked for before anything is sent a second time.
    const age = now() - sentAt;
    if (age < ANSWER_LOST_WAIT_MS) return err({ kind: 'wait', ms: ANSWER_LOST_WAIT_MS - age });
  }
  if (step.at === 'fileSent') {
    const has = await exact.hasAttachment(step.exactDocumentId);
    if (!has.ok) return err(problemOf(has.error, 'exact'));
    if (has.value) {
      await database.endWrite({ ...writeOf(intent, 'attachment'), outcome: { state: 'found' } }, { close: intent });
      return ok(null);
    }
  }
  const known =
    step.at === 'documentSent'
      ? await exact.documentOf(intent.entryId, subjectOf(intent))
      : ok('exactDocumentId' in step ? step.exactDocumentId : null);
  if (!known.ok) return err(problemOf(known.error, 'exact'));
  if (step.at === 'documentSent' && known.value !== null) {
    await database.endWrite(
      { ...writeOf(intent, 'document'), outcome: { state: 'found' }, exactId: known.value },
      { pdf: intent, change: { step: { at: 'documentMade', exactDocumentId: known.value } } },
    );
  }

  const file = await download(context, intent);
  if (!file.ok) return file;
  const exactDocumentId = known.value === null ? await makeDocument(context, intent) : ok(known.value);
  if (!exactDocumentId.ok) return exactDocumentId;

  const inExact = { exactDocumentId: exactDocumentId.value };
  const write = writeOf(intent, 'attachment');
  const at = now();
  await database.beginWrite(
    { ...write, name: intent.number, madeFor: null, at, exactId: exactDocumentId.value },
    { pdf: intent, change: { step: { at: 'fileSent', ...inExact }, sentAt: at } },
  );
  const added = await exact.addAttachment(exactDocumentId.value, { name: fileName(intent), bytes: file.value });
  if (added.ok) {
    await database.endWrite({ ...write, outcome: { state: 'done' } }, { close: intent });
    return ok(null);
  }
  const change = isInDoubt(added.error) ? {} : { step: { at: 'documentMade', ...inExact } as const };
  await database.endWrite({ ...write, outcome: writeOutcomeOf(added.error) }, { pdf: intent, change });
  return err(problemOf(added.error, 'exact'));
}

const writeOf = ({ connectionId, subject }: PdfIntent, written: 'document' | 'attachment') =>
  ({ connectionId, subject, written }) as const;

async function download({ teamleader, fetchFile }: SyncContext, { kind, subject }: PdfIntent) {
  const location = await teamleader.download(kind, subject);
  if (!location.ok) return err(problemOf(location.error, 'teamleader'));
  const file = await fetchFile(location.value);
  if (file.ok) return file;
  return err<Problem>({ kind: 'wait', ms: file.error === 'tooLarge' ? REFUSED_WAIT_MS : UNAVAILABLE_WAIT_MS });
}

async function makeDocument(context: SyncContext, intent: PdfIntent): Promise<Result<string, Problem>> {
  const { database, exact, now } = context;
  const type = await documentType(context);
  if (!type.ok) return type;
  const { date, entryId, number } = intent;
  const write = writeOf(intent, 'document');
  const at = now();
  await database.beginWrite(
    { ...write, name: number, madeFor: null, at, exactId: null },
    { pdf: intent, change: { step: { at: 'documentSent' }, sentAt: at } },
  );
  const made = await exact.createDocument({ subject: subjectOf(intent), type: type.value, date, entryId });
  if (made.ok) {
    await database.endWrite(
      { ...write, outcome: { state: 'done' }, exactId: made.value },
      { pdf: intent, change: { step: { at: 'documentMade', exactDocumentId: made.value } } },
    );
    return made;
  }
  const change = isInDoubt(made.error) ? {} : { step: { at: 'wanted' } as const };
  await database.endWrite({ ...write, outcome: writeOutcomeOf(made.error) }, { pdf: intent, change });
  return err(problemOf(made.error, 'exact'));
}

async function documentType({ connection, database, exact, now }: SyncContext): Promise<Result<number, Problem>> {
  const key = `documentType/${connection.division.code}`;
  const cached = await database.cached(key, documentTypeCacheSchema);
  if (cached !== null && isFresh(cached.at, now(), TYPE_HOLDS_MS)) return ok(cached.value);
  const read = await exact.salesDocumentType();
  if (!read.ok) return err(problemOf(read.error, 'exact'));
  if (read.value === null) return err({ kind: 'stop', cause: null });
  await database.cache(key, documentTypeCacheSchema, read.value, now());
  return ok(read.value);
}

const subjectOf = ({ number }: PdfIntent): string => `Teamleader ${number}`;

const fileName = ({ number }: PdfIntent): string => `${number.replace(/[^\p{L}\p{N}]+/gu, '-')}.pdf`;

/** Only what is said of this one document lets the others go on. */
const problemOf = (failure: Failure, service: Service): Problem =>
  failure.kind === 'refused'
    ? { kind: 'wait', ms: REFUSED_WAIT_MS }
    : { kind: 'stop', cause: causeOf(failure, service) };

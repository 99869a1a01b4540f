import { findBooked, indexEntries } from '../accounting/booked.ts';
import { doubleAccounts, doubleEntries } from '../accounting/doubles.ts';
import type { BookedEntry, DocumentHeader, DocumentKind } from '../accounting/facts.ts';
import { idsIn, lookup } from '../accounting/lookup.ts';
import { entriesIn, isWithin, type Period, reconcile } from '../accounting/reconcile.ts';
import type { Failure } from '../http/failure.ts';
import type { Cause, Service } from '../outcome.ts';
import type { ReportContent, ReportHead } from '../report.ts';
import { err, ok, type Result } from '../result.ts';
import { entriesCacheSchema } from '../store/records.ts';
import type { UnreadableDocument } from '../teamleader/read-document.ts';
import { causeOf } from './causes.ts';
import type { SyncContext } from './context.ts';
import { entriesKey, lookAtAccounts } from './look.ts';
import { type Patience, patiently } from './patience.ts';
import { readReference } from './reference.ts';
import { viewReport } from './report-view.ts';
import { slicesOf } from './slices.ts';

type Phase = Extract<ReportHead['state'], { is: 'working' }>['phase'];

export interface ReportWatch extends Patience {
  /** Told before each step. */
  onStep(progress: { readonly phase: Phase; readonly done: number; readonly total: number }): Promise<void>;
}

/**
 * Reads what was invoiced and what was booked in a period, and compares. It reads, and writes to neither service. What is
 * dated before the connection's start date is left alone, as ever.
 * @returns null where it was stopped
 */
export const makeReport = (
  context: SyncContext,
  period: Period,
  watch: ReportWatch,
): Promise<Result<ReportContent | null, Cause>> => new ReportRun(context, period, watch).make();

interface Settled {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly entryId: string;
}

class ReportRun {
  readonly #context: SyncContext;
  readonly #period: Period;
  readonly #watch: ReportWatch;
  readonly #slices: readonly Period[];
  #done = 0;

  constructor(context: SyncContext, period: Period, watch: ReportWatch) {
    this.#context = context;
    const { startDate } = context.connection;
    this.#period = { ...period, from: [startDate, period.from].sort().at(-1) ?? startDate };
    this.#watch = watch;
    this.#slices = slicesOf(this.#period);
  }

  async make(): Promise<Result<ReportContent | null, Cause>> {
    const { connection } = this.#context;
    const invoiced = await this.#invoiced();
    if (!invoiced.ok) return invoiced;
    const booked = await this.#booked();
    if (!booked.ok) return booked;
    await this.#step('accounts');
    if (this.#watch.isStopped()) return ok(null);
    const entries = await this.#withThoseElsewhere(invoiced.value.headers, booked.value);
    if (!entries.ok) return entries;
    const settled = await this.#settled();
    const others = await this.#documentsElsewhere(invoiced.value.headers, entries.value, settled);
    if (!others.ok) return others;
    const reference = await this.#patiently(() => readReference(this.#context, false));
    if (!reference.ok) return reference;
    const accounts = await this.#read('exact', () => lookAtAccounts(this.#context, connection.division.code));
    if (!accounts.ok) return accounts;

    const rates = new Map(reference.value.data.vatCodes.map(({ code, rate }) => [code, rate]));
    const ofOthers = new Set(others.value.filter((one) => !this.#isOurs(one)).map(({ id }) => id.toLowerCase()));
    const settledWith = lookup(settled, ({ entryId }) => [entryId]);
    const documentsOf = ({ id, link }: BookedEntry): readonly string[] => [
      ...idsIn(link),
      ...(settledWith.get(id) ?? []).map((one) => one.id.toLowerCase()),
    ];
    const own = entries.value.filter((entry) => !documentsOf(entry).some((id) => ofOthers.has(id)));
    const comparisons = reconcile(this.#period, {
      documents: [...invoiced.value.headers, ...others.value.filter((one) => this.#isOurs(one))],
      entries: own,
      rates,
      connection,
    });
    const sameAccounts = doubleAccounts(accounts.value);
    return ok(
      viewReport({
        period: this.#period,
        comparisons,
        rates,
        creditJournal: connection.journals.creditNotes,
        unreadable: invoiced.value.unreadable,
        accounts: accounts.value,
        doubleAccounts: sameAccounts,
        doubleEntries: doubleEntries(own, comparisons, sameAccounts),
      }),
    );
  }

  /** Another company entity may be booked into the same journals. */
  #isOurs({ companyEntityId }: DocumentHeader): boolean {
    return companyEntityId === this.#context.connection.companyEntity.id;
  }

  async #invoiced(): Promise<
    Result<{ readonly headers: DocumentHeader[]; readonly unreadable: UnreadableDocument[] }, Cause>
  > {
    const { teamleader, connection } = this.#context;
    const headers: DocumentHeader[] = [];
    const unreadable: UnreadableDocument[] = [];
    for (const kind of ['invoice', 'creditNote'] as const) {
      await this.#step('invoiced');
      const query = { kind, companyEntityId: connection.companyEntity.id, ...this.#period, updatedSince: null };
      const read = await this.#read('teamleader', () => teamleader.documents(query));
      if (!read.ok) return read;
      headers.push(...read.value.headers);
      unreadable.push(...read.value.unreadable);
    }
    return ok({ headers, unreadable });
  }

  /** In all sales journals: another integration, or an earlier set-up, may have booked in others. */
  async #booked(): Promise<Result<readonly BookedEntry[], Cause>> {
    const entries = new Map<string, BookedEntry>();
    for (const slice of this.#slices) {
      await this.#step('booked');
      if (this.#watch.isStopped()) break;
      const query = { journals: null, ...slice, modifiedAfter: null };
      const read = await this.#read('exact', () => this.#context.exact.salesEntries(query));
      if (!read.ok) return read;
      for (const entry of read.value.entries) entries.set(entry.id, entry);
    }
    return ok([...entries.values()]);
  }

  /** With entries of the period's documents that were seen elsewhere by an earlier sync, and are there still. */
  async #withThoseElsewhere(
    documents: readonly DocumentHeader[],
    booked: readonly BookedEntry[],
  ): Promise<Result<readonly BookedEntry[], Cause>> {
    const { database, connection, exact } = this.#context;
    const cached = await database.cached(entriesKey(connection), entriesCacheSchema);
    const read = new Set(booked.map(({ id }) => id));
    const elsewhere = (cached?.value.entries ?? []).filter(({ id }) => !read.has(id));
    const index = indexEntries([...booked, ...elsewhere]);
    const found = documents.flatMap((document) => entriesIn(findBooked(document, index, connection)));
    const ids = [...new Set(found.map(({ id }) => id))].filter((id) => !read.has(id));
    const still = await this.#read('exact', () => exact.salesEntriesByIds(ids));
    return still.ok ? ok([...booked, ...still.value]) : still;
  }

  /** What a sync has settled with an entry, for whichever connection into the same books. */
  async #settled(): Promise<readonly Settled[]> {
    const { database, connection, siblings } = this.#context;
    const records = await Promise.all([connection.id, ...siblings].map((id) => database.documents(id)));
    return records
      .flat()
      .flatMap(({ kind, id, outcome }) =>
        'entry' in outcome && outcome.entry !== null ? [{ kind, id, entryId: outcome.entry.id }] : [],
      );
  }

  /** Documents that are not of the period's list, and that entries within it bear the link of or were settled with. */
  async #documentsElsewhere(
    documents: readonly DocumentHeader[],
    entries: readonly BookedEntry[],
    settled: readonly Settled[],
  ): Promise<Result<readonly DocumentHeader[], Cause>> {
    const { connection, teamleader } = this.#context;
    const known = new Set(documents.map(({ id }) => id.toLowerCase()));
    const inside = entries.filter(({ date }) => isWithin(date, this.#period));
    const ids: Record<DocumentKind, Set<string>> = { invoice: new Set(), creditNote: new Set() };
    const journals = Object.values(connection.journals);
    for (const { link, journal } of inside.filter((entry) => journals.includes(entry.journal))) {
      const kind = journal === connection.journals.creditNotes ? 'creditNote' : 'invoice';
      for (const id of idsIn(link)) ids[kind].add(id);
    }
    const booking = new Set(inside.map(({ id }) => id));
    for (const { kind, id, entryId } of settled) {
      if (booking.has(entryId)) ids[kind].add(id);
    }
    const found: DocumentHeader[] = [];
    for (const kind of ['invoice', 'creditNote'] as const) {
      const missing = [...ids[kind]].filter((id) => !known.has(id.toLowerCase()));
      if (missing.length === 0) continue;
      const read = await this.#read('teamleader', () => teamleader.documentsByIds(kind, missing));
      if (!read.ok) return read;
      found.push(...read.value.headers);
    }
    return ok(found);
  }

  async #step(phase: Phase): Promise<void> {
    if (this.#watch.isStopped()) return;
    // Two lists of Teamleader, the parts of the period, and what belongs to it from elsewhere.
    await this.#watch.onStep({ phase, done: this.#done, total: this.#slices.length + 3 });
    this.#done += 1;
  }

  #read<T>(service: Service, call: () => Promise<Result<T, Failure>>): Promise<Result<T, Cause>> {
    return this.#patiently(async () => {
      const answer = await call();
      return answer.ok ? answer : err(causeOf(answer.error, service));
    });
  }

  #patiently<T>(ask: () => Promise<Result<T, Cause>>): Promise<Result<T, Cause>> {
    return patiently(ask, this.#watch, this.#context.now);
  }
}

import { z } from 'zod';
import type { Cause } from '../outcome.ts';
import { type PreviewDocument, type PreviewHead, previewDocumentSchema, previewHeadSchema } from '../preview.ts';
import { err, type Result } from '../result.ts';
import type { Database } from '../store/database.ts';
import type { Only } from '../store/records.ts';
import { troubleOf } from '../store/trouble.ts';
import type { SyncContext } from './context.ts';
import { type PreviewProgress, preview } from './preview.ts';

/** More documents at once than this are turned over like pages. */
const PAGE_SIZE = 50;

export interface PreviewerEnvironment {
  readonly database: Database;
  readonly now: () => number;
  readonly newId: () => string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Of each connection that can work now. */
  readonly contexts: () => Promise<readonly SyncContext[]>;
  /** Keeps the worker awake while the task runs. */
  readonly stayAlive: (task: () => Promise<void>) => Promise<void>;
  readonly onChange: () => void;
}

const STORED = 'preview/';
const HEAD = `${STORED}head`;
/** Under the preview's own id: one that was given up may still be writing. */
const pageKey = (id: string, page: number): string => `${STORED}page/${id}/${page}`;
const pageSchema = z.array(previewDocumentSchema);

/**
 * Makes previews, the newest in place of the one before, and keeps them: the user may read for longer than a worker lives,
 * and books what he has read.
 */
export class Previewer {
  readonly #environment: PreviewerEnvironment;
  /** The preview that is being made here, or null. */
  #current: string | null = null;

  constructor(environment: PreviewerEnvironment) {
    this.#environment = environment;
  }

  /** Resolves as soon as it is on its way. @param documents what it is about; null: all */
  async start(documents: Only | null): Promise<void> {
    const { database, now, newId, stayAlive } = this.#environment;
    const contexts = await this.#contextsOf(documents);
    const head: PreviewHead = {
      id: newId(),
      startedAt: now(),
      isWhole: documents === null,
      state: { is: 'working', phase: 'collecting' },
      ...NOTHING,
      bookedAt: null,
      pages: 0,
    };
    this.#current = head.id;
    await database.forgetCached(STORED);
    await this.#keep(head);
    void stayAlive(() => this.#make(contexts, head, documents)).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#current = null;
    const head = await this.head();
    if (head !== null) await this.#keep(head);
  }

  /** The last one. What nobody makes any more, since its worker died or it was given up, is told as stopped. */
  async head(): Promise<PreviewHead | null> {
    const stored = await this.#environment.database.cached(HEAD, previewHeadSchema);
    if (stored === null) return null;
    const isLeft = stored.value.state.is === 'working' && this.#current !== stored.value.id;
    return isLeft ? { ...stored.value, state: { is: 'stopped' } } : stored.value;
  }

  /** @param page from 0 */
  async page(page: number): Promise<readonly PreviewDocument[]> {
    const head = await this.head();
    return head === null ? [] : this.#pageOf(head, page);
  }

  /**
   * What is to be booked of the preview with that id, as it was shown, by connection. Empty where it is not the last one or
   * is being made still, and whenever it is asked for again.
   */
  async take(id: string): Promise<ReadonlyMap<string, Only>> {
    const head = await this.head();
    const taken = new Map<string, Only>();
    if (head === null || head.id !== id || head.state.is === 'working' || head.bookedAt !== null) return taken;
    // Noted first: who asks at the same time finds it taken.
    await this.#keep({ ...head, bookedAt: this.#environment.now() });
    for (let page = 0; page < head.pages; page += 1) {
      for (const { connectionId, kind, id: document, plan } of await this.#pageOf(head, page)) {
        if (plan.do !== 'book') continue;
        const shown = { kind, id: document, shown: plan.shown };
        taken.set(connectionId, [...(taken.get(connectionId) ?? []), shown]);
      }
    }
    return taken;
  }

  /** Nothing could be started for what was taken: it can be booked again. */
  async giveBack(id: string): Promise<void> {
    const head = await this.head();
    if (head?.id === id) await this.#keep({ ...head, bookedAt: null });
  }

  async #pageOf({ id }: PreviewHead, page: number): Promise<readonly PreviewDocument[]> {
    return (await this.#environment.database.cached(pageKey(id, page), pageSchema))?.value ?? [];
  }

  /** Those of the connections that know of the documents; all where none does. */
  async #contextsOf(documents: Only | null): Promise<readonly SyncContext[]> {
    const contexts = await this.#environment.contexts();
    if (documents === null) return contexts;
    const wanted = new Set<string | null>(documents.map(({ id }) => id));
    const knowing = await Promise.all(
      contexts.map(async (context) => {
        const records = await context.database.documents(context.connection.id);
        return records.some(({ id }) => wanted.has(id)) ? [context] : [];
      }),
    );
    const known = knowing.flat();
    return known.length === 0 ? contexts : known;
  }

  async #make(contexts: readonly SyncContext[], started: PreviewHead, only: Only | null): Promise<void> {
    const pages = new Pages(started.id, this.#environment);
    const isStopped = (): boolean => this.#current !== started.id;
    let head = started;
    let problem: Cause | null = null;
    for (const context of contexts) {
      const before: Progress = head;
      const made = await this.#previewOf(context, only, isStopped, async ({ phase, ...progress }, documents) => {
        if (isStopped()) return;
        await pages.add(documents);
        head = { ...head, ...together(before, progress), pages: pages.count, state: { is: 'working', phase } };
        await this.#keep(head);
      });
      if (!made.ok) problem ??= made.error;
    }
    if (isStopped()) return;
    this.#current = null;
    await this.#keep({ ...head, state: problem === null ? { is: 'done' } : { is: 'failed', problem } });
  }

  #previewOf(
    context: SyncContext,
    only: Only | null,
    isStopped: () => boolean,
    onStep: (progress: PreviewProgress, documents: readonly PreviewDocument[]) => Promise<void>,
  ): Promise<Result<null, Cause>> {
    const { sleep } = this.#environment;
    return preview(context, only, { isStopped, sleep, onStep }).catch((error: unknown) => err(troubleOf(error)));
  }

  async #keep(head: PreviewHead): Promise<void> {
    const { database, now, onChange } = this.#environment;
    await database.cache(HEAD, previewHeadSchema, head, now());
    onChange();
  }
}

type Progress = Pick<PreviewHead, 'done' | 'total' | 'counts' | 'totals'>;

const NOTHING: Progress = {
  done: 0,
  total: 0,
  counts: { book: 0, adopt: 0, waiting: 0, blocked: 0, unchanged: 0 },
  totals: [],
};

/** Connections are previewed one after another. */
const together = (one: Progress, other: Progress): Progress => ({
  done: one.done + other.done,
  total: one.total + other.total,
  counts: {
    book: one.counts.book + other.counts.book,
    adopt: one.counts.adopt + other.counts.adopt,
    waiting: one.counts.waiting + other.counts.waiting,
    blocked: one.counts.blocked + other.counts.blocked,
    unchanged: one.counts.unchanged + other.counts.unchanged,
  },
  totals: [...one.totals, ...other.totals],
});

/** Stores documents page by page, as they come. */
class Pages {
  readonly #id: string;
  readonly #environment: PreviewerEnvironment;
  #full = 0;
  /** The last one, as long as it has room. */
  #open: readonly PreviewDocument[] = [];

  /** @param id the preview's */
  constructor(id: string, environment: PreviewerEnvironment) {
    this.#id = id;
    this.#environment = environment;
  }

  get count(): number {
    return this.#full + (this.#open.length > 0 ? 1 : 0);
  }

  async add(documents: readonly PreviewDocument[]): Promise<void> {
    const { database, now } = this.#environment;
    let rest = [...this.#open, ...documents];
    while (rest.length > 0) {
      const page = rest.slice(0, PAGE_SIZE);
      await database.cache(pageKey(this.#id, this.#full), pageSchema, page, now());
      if (page.length < PAGE_SIZE) break;
      rest = rest.slice(PAGE_SIZE);
      this.#full += 1;
    }
    this.#open = rest;
  }
}

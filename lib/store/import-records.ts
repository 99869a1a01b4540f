/** What is kept of imports: the user's answers, and a journal of what was sent to Teamleader. */
import type { IDBPDatabase } from 'idb';
import { z } from 'zod';
import type { ImportAnswer } from '../accounting/import-plan.ts';
import { customerTypeSchema, importAnswerSchema } from '../import-answer.ts';
import { causeSchema } from '../outcome.ts';
import type { Schema } from './schema.ts';

/** The import of one division's customers, whatever connections it has. */
export const importHeadSchema = z.object({
  division: z.number().int(),
  /** The user's answer in the set-up. */
  choice: z.enum(['yes', 'no']).nullable(),
  unnumberedAs: customerTypeSchema,
  /** What is to be done, also by a worker that starts after this one has died; null: nothing, or it is paused. */
  wants: z.enum(['plan', 'run']).nullable(),
  /** When both sides were read to show the plan, in epoch milliseconds. */
  plannedAt: z.number().nullable(),
  /** When the user started it last, in epoch milliseconds as everywhere here. */
  startedAt: z.number().nullable(),
  /** When the first of those was sent that are counted as done. */
  runningSince: z.number().nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** How many of those that are done Teamleader refused. */
  failed: z.number().int(),
  /** The plan that was made last has nothing left to create or to ask. */
  isComplete: z.boolean(),
  /** Why it stopped; with a time where it goes on by itself then. */
  problem: causeSchema.nullable(),
  /** When it goes on by itself, in epoch milliseconds. */
  until: z.number().nullable(),
});
export type ImportHead = z.infer<typeof importHeadSchema>;

const stateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('open') }),
  /** It may stand in Teamleader. */
  z.object({ kind: z.literal('sent'), sentAt: z.number() }),
  z.object({
    kind: z.literal('made'),
    customer: z.string(),
    /** Somebody else made one too, at the same moment. */
    twin: z.string().nullable(),
  }),
  z.object({ kind: z.literal('failed'), cause: causeSchema }),
]);

/** One account of which something is known beside what both sides tell. */
const importRowSchema = z.object({
  division: z.number().int(),
  accountId: z.string(),
  /** As the account was called then. */
  code: z.string(),
  name: z.string(),
  answer: importAnswerSchema.nullable(),
  state: stateSchema,
  /** Every call that was to create it, and how it ended. Feature D10. */
  log: z.array(
    z.object({
      at: z.number(),
      /** `found`: an answer that was lost, and stands there all the same. */
      outcome: z.enum(['made', 'found', 'lost', 'refused']),
      type: customerTypeSchema,
      /** Teamleader's id. */
      customerId: z.string().nullable(),
    }),
  ),
});
export type ImportRow = z.infer<typeof importRowSchema>;
export type ImportLogLine = ImportRow['log'][number];

/** A row that another version wrote in a form which this one cannot read: it may have been sent. */
const unreadableRowSchema = z.object({
  division: z.number().int(),
  accountId: z.string(),
  code: z.string().catch(''),
  name: z.string().catch(''),
});

export const newHead = (division: number): ImportHead => ({
  division,
  choice: null,
  unnumberedAs: 'contact',
  wants: null,
  plannedAt: null,
  startedAt: null,
  runningSince: null,
  done: 0,
  total: 0,
  failed: 0,
  isComplete: false,
  problem: null,
  until: null,
});

/** Nothing is left to do: all is there, or it is not wanted. */
export const isImportDone = ({ choice, isComplete }: ImportHead): boolean =>
  choice === 'no' || (choice === 'yes' && isComplete);

export class ImportRecords {
  readonly #open: () => Promise<IDBPDatabase<Schema>>;

  constructor(open: () => Promise<IDBPDatabase<Schema>>) {
    this.#open = open;
  }

  async head(division: number): Promise<ImportHead> {
    const stored = importHeadSchema.safeParse(await (await this.#open()).get('imports', division));
    return stored.success ? stored.data : newHead(division);
  }

  async heads(): Promise<ImportHead[]> {
    const stored = await (await this.#open()).getAll('imports');
    return stored.flatMap((value) => importHeadSchema.safeParse(value).data ?? []);
  }

  /** Reads, changes and writes with no other change in between. */
  async changeHead(division: number, edit: (head: ImportHead) => ImportHead): Promise<ImportHead> {
    const transaction = (await this.#open()).transaction('imports', 'readwrite');
    const stored = importHeadSchema.safeParse(await transaction.store.get(division));
    const head = edit(stored.success ? stored.data : newHead(division));
    await Promise.all([transaction.store.put(head), transaction.done]);
    return head;
  }

  /** By the account's id. @param now epoch milliseconds */
  async rows(division: number, now: number): Promise<Map<string, ImportRow>> {
    const stored = await (await this.#open()).getAllFromIndex('importRows', 'division', division);
    const rows = new Map<string, ImportRow>();
    for (const value of stored) {
      const row = importRowSchema.safeParse(value).data ?? (await this.#doubt(value, now));
      if (row !== null) rows.set(row.accountId, row);
    }
    return rows;
  }

  /** Whom the import has made, or the user has linked: `company/<id>` or `contact/<id>` to an account's id. */
  async links(division: number): Promise<ReadonlyMap<string, string>> {
    const stored = await (await this.#open()).getAllFromIndex('importRows', 'division', division);
    return new Map(
      stored.flatMap((value): [string, string][] => {
        const { accountId = '', answer = null, state = null } = importRowSchema.safeParse(value).data ?? {};
        if (state?.kind === 'made') return [[state.customer, accountId]];
        return answer?.do === 'link' ? [[answer.customer, accountId]] : [];
      }),
    );
  }

  async #doubt(value: unknown, now: number): Promise<ImportRow | null> {
    const met = unreadableRowSchema.safeParse(value);
    if (!met.success) return null;
    const row: ImportRow = { ...met.data, answer: null, state: { kind: 'sent', sentAt: now }, log: [] };
    await this.putRow(row);
    return row;
  }

  async putRow(row: ImportRow): Promise<void> {
    await (await this.#open()).put('importRows', row);
  }

  /** The answer to a question, or null to ask again; what is under way or done stays as it is. */
  async answer(
    account: Pick<ImportRow, 'division' | 'accountId' | 'code' | 'name'>,
    answer: ImportAnswer | null,
  ): Promise<void> {
    const transaction = (await this.#open()).transaction('importRows', 'readwrite');
    const stored = importRowSchema.safeParse(await transaction.store.get([account.division, account.accountId]));
    const row: ImportRow = stored.data ?? { ...account, answer, state: { kind: 'open' }, log: [] };
    const writes = row.state.kind === 'sent' ? [] : [transaction.store.put({ ...row, answer })];
    await Promise.all([...writes, transaction.done]);
  }
}

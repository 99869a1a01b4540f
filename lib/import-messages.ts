/** The part of the protocol that is about bringing Exact's customers into Teamleader. */
import { z } from 'zod';
import type { ImportAnswer } from './accounting/import-plan.ts';
import { customerTypeSchema, importAnswerSchema } from './import-answer.ts';
import type { Cause } from './outcome.ts';

/** An import is of a division's customers, whatever connections book into it. */
const division = z.number().int().positive();

export const IMPORT_FILTERS = ['ask', 'create', 'known', 'left', 'made', 'failed'] as const;
export type ImportFilter = (typeof IMPORT_FILTERS)[number];

export const importRequestSchemas = [
  z.object({ type: z.literal('import/view'), division }),
  /** Import or not? */
  z.object({ type: z.literal('import/choose'), division, choice: z.enum(['yes', 'no']) }),
  /** What accounts without a number become. */
  z.object({ type: z.literal('import/unnumbered'), division, as: customerTypeSchema }),
  /** Reads both sides and plans; creates nothing. */
  z.object({ type: z.literal('import/plan'), division }),
  z.object({ type: z.literal('import/start'), division }),
  z.object({ type: z.literal('import/pause'), division }),
  z.object({
    type: z.literal('import/items'),
    division,
    sought: z.string().max(100),
    filter: z.enum(IMPORT_FILTERS).nullable(),
  }),
  /** Null: to be asked again. */
  z.object({
    type: z.literal('import/answer'),
    division,
    accountId: z.string().max(64),
    answer: importAnswerSchema.nullable(),
  }),
  z.object({ type: z.literal('import/history'), division }),
] as const;

export interface ImportView {
  readonly choice: 'yes' | 'no' | null;
  readonly unnumberedAs: 'company' | 'contact';
  /** `unplanned`: both sides are still to be read; `pausing`: what was under way at the pause comes to its end. */
  readonly state: 'unplanned' | 'reading' | 'planned' | 'running' | 'waiting' | 'pausing' | 'paused' | 'done';
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly secondsLeft: number | null;
  /** Why it stopped, or waits. */
  readonly problem: Cause | null;
  /** What the plan says; null while both sides are still to be read, or it runs. */
  readonly counts: ImportCounts | null;
}

export interface ImportCounts {
  readonly companies: number;
  readonly contacts: number;
  /** Of those that are to be created, how many bear no number: what they become is for the user to say. */
  readonly unnumbered: number;
  readonly known: number;
  readonly made: number;
  readonly left: number;
  readonly ask: number;
  readonly failed: number;
  /** Made by two browsers at the same moment. */
  readonly twice: number;
}

export interface ImportCustomerView {
  /** `company/<id>` or `contact/<id>`. */
  readonly key: string;
  readonly name: string;
  readonly place: string | null;
  readonly webUrl: string | null;
}

export type ImportStanding =
  | { readonly is: 'create'; readonly as: 'company' | 'contact' }
  | {
      readonly is: 'known';
      readonly customer: ImportCustomerView;
      readonly by: 'mark' | 'answer' | 'vatNumber' | 'companyNumber' | 'name';
    }
  /** Exact has it twice: by the name of the other account. */
  | { readonly is: 'sameAs'; readonly account: string }
  | { readonly is: 'left'; readonly why: 'notCustomer' | 'blocked' | 'noName' | 'answer' }
  | {
      readonly is: 'ask';
      readonly why: 'nameKnown' | 'nameTwice' | 'gone';
      readonly candidates: readonly ImportCustomerView[];
      readonly account: string | null;
    }
  | { readonly is: 'made'; readonly customer: ImportCustomerView; readonly twin: ImportCustomerView | null }
  | { readonly is: 'inDoubt' }
  | { readonly is: 'failed'; readonly cause: Cause };

export interface ImportItemView {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly place: string | null;
  readonly vatNumber: string | null;
  /** Teamleader takes no numbers of a contact. */
  readonly mayBeContact: boolean;
  readonly answer: ImportAnswer | null;
  readonly standing: ImportStanding;
}

export interface ImportItemsView {
  /** The first of those found. */
  readonly items: readonly ImportItemView[];
  readonly found: number;
}

export interface ImportLogView {
  readonly at: number;
  readonly outcome: 'made' | 'found' | 'lost' | 'refused';
  readonly type: 'company' | 'contact';
  readonly code: string;
  readonly name: string;
  readonly accountId: string;
  readonly customerId: string | null;
}

export interface ImportAnswers {
  'import/view': ImportView;
  'import/choose': ImportView;
  'import/unnumbered': ImportView;
  'import/plan': ImportView;
  'import/start': ImportView;
  'import/pause': ImportView;
  'import/answer': ImportView;
  'import/items': ImportItemsView;
  'import/history': readonly ImportLogView[];
}

/**
 * What a page of Teamleader asks of the background, and what it is told. A request is a claim by someone who may be
 * hostile: it can ask for what to show, start a sync of what the user set up, and choose among the actions that the
 * background offers for a document; it never gets a token or a key.
 */
import { z } from 'zod';

const kindSchema = z.enum(['invoice', 'creditNote']);

const rowReferenceSchema = z.object({
  /** The page's own name for the row; the answer's badges carry it. */
  key: z.string().max(200),
  kind: kindSchema,
  /** What the row shows of itself: an id in its link (UUID, or digits of the old API), or its number. */
  id: z.string().max(64).nullable(),
  number: z.string().max(64).nullable(),
});
export type RowReference = z.infer<typeof rowReferenceSchema>;

/** A screen shows fewer rows than this. */
const MOST_ROWS = 1000;
const rowsSchema = z.array(rowReferenceSchema).max(MOST_ROWS);
const languageSchema = z.string().max(35);

/** How the page was read, told for the diagnostics. */
const readingSchema = z.object({
  page: z.enum(['list', 'detail']),
  kind: kindSchema,
  /** The strategy that held; null: none, though the address says that documents are listed. */
  strategy: z
    .enum(['links', 'gridNumbers', 'tableNumbers', 'headers', 'roles', 'loneNumbers', 'taught', 'empty', 'title'])
    .nullable(),
  rows: z.number().int().min(0),
});
export type Reading = z.infer<typeof readingSchema>;
export type StrategyName = NonNullable<Reading['strategy']>;

/**
 * Where numbers stand in a list, as the user has shown it: names of tags and places, so that it can name elements of the
 * page and nothing else.
 */
export const taughtSchema = z.object({
  kind: kindSchema,
  /** Tags from the body down to the rows; `#` leads into an element's shadow root. */
  rows: z
    .array(z.string().regex(/^(?:#|[a-z][a-z0-9._-]{0,60})$/))
    .min(1)
    .max(80),
  /** From a row down to the number: which child at each step; -1 leads into a shadow root. */
  cell: z.array(z.number().int().min(-1).max(500)).max(40),
  /** The number's form: each run of digits is a `9`. */
  form: z.string().max(40),
});
export type Taught = z.infer<typeof taughtSchema>;

export const pageRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('page/view'), language: languageSchema, rows: rowsSchema, reading: readingSchema }),
  z.object({
    type: z.literal('page/sync'),
    language: languageSchema,
    rows: rowsSchema,
    reading: readingSchema,
    /** The rows that are ticked; null: everything. */
    only: rowsSchema.min(1).nullable(),
  }),
  z.object({
    type: z.literal('page/detail'),
    language: languageSchema,
    row: rowReferenceSchema,
    reading: readingSchema,
  }),
  /** One of the actions that the row's detail offers; any other is refused in silence. */
  z.object({
    type: z.literal('page/act'),
    language: languageSchema,
    row: rowReferenceSchema,
    reading: readingSchema,
    action: z.string().max(40),
  }),
  /** The user has shown where numbers stand, or (null) wants that forgotten. */
  z.object({ type: z.literal('page/teach'), kind: kindSchema, taught: taughtSchema.nullable() }),
  /** The set-up, for who clicks the symbol before it is done; the options page, where a result leads to it. */
  z.object({ type: z.literal('page/open'), what: z.enum(['setup', 'options']) }),
]);
export type PageRequest = z.infer<typeof pageRequestSchema>;

export type Tone = 'neutral' | 'busy' | 'good' | 'attention';
export type BadgeIcon =
  | 'outOfScope'
  | 'waiting'
  | 'booking'
  | 'booked'
  | 'partlyPaid'
  | 'paid'
  | 'attention'
  | 'changed'
  | 'removed';

export interface BadgeView {
  readonly key: string;
  readonly icon: BadgeIcon;
  readonly tone: Tone;
  readonly text: string;
  /** Entry number and date, or the cause and its fix. */
  readonly title: string;
}

export interface ButtonView {
  readonly state: 'idle' | 'working' | 'done' | 'attention' | 'notSetUp';
  readonly label: string;
  readonly title: string;
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** Rows of texts under headings: lines, totals, differences side by side. */
export interface TableView {
  readonly heading: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Something that is done when the user clicks it: by the background, but for what the page does by itself. */
export interface ActionView {
  readonly id: string;
  readonly label: string;
  /** `main` for what the user most probably wants. */
  readonly tone: Tone | 'main' | '';
}

/** All that can be said beside the list. The page draws it and decides nothing. */
export interface SheetView {
  readonly title: string;
  readonly tone: Tone | '';
  readonly notes: readonly { readonly text: string; readonly tone: Tone | '' }[];
  /** Name and text; with an address, the text is a link there. */
  readonly facts: readonly {
    readonly name: string;
    readonly text: string;
    readonly href: string | null;
    readonly tone: Tone | '';
  }[];
  /** What is in the way, with the cause and its fix; with an address, the title is a link there. */
  readonly quotes: readonly {
    readonly title: string;
    readonly href: string | null;
    readonly text: string;
    readonly fix: string;
  }[];
  readonly tables: readonly TableView[];
  readonly actions: readonly ActionView[];
  readonly closeLabel: string;
  /** A question stands until it is answered, whatever is news meanwhile. */
  readonly stays?: true;
}

/** The result of a run that this browser has seen end; what it offers is the options page. */
export interface ResultView extends SheetView {
  readonly runId: string;
}

/** What the page says by itself, in its language. `{count}` and `{examples}` are for the page to fill. */
export interface PageWords {
  readonly reload: string;
  readonly selected: string;
  readonly selectedOne: string;
  readonly teach: string;
  readonly teachAsk: string;
  readonly teachFound: string;
  readonly teachFailed: string;
  readonly teachKeep: string;
  readonly teachAgain: string;
  readonly teachCancel: string;
}

/** All that the invoice list shows, in the page's language. */
export interface PageView {
  readonly button: ButtonView;
  readonly badges: readonly BadgeView[];
  readonly result: ResultView | null;
  /** For a list that is not recognised; its actions are the page's own: `syncAll`, `teach`. */
  readonly unread: SheetView;
  readonly words: PageWords;
  /** For the kind of document that was asked about. */
  readonly taught: Taught | null;
}

export interface PageAnswers {
  'page/view': PageView;
  'page/sync': PageView;
  /** What a badge opens: one document, with what the user can do about it. Null while nothing is set up. */
  'page/detail': SheetView | null;
  'page/act': SheetView | null;
  'page/teach': null;
  'page/open': null;
}

import { z } from 'zod';
import {
  type Connection,
  type ConnectionDraft,
  connectionSchema,
  draftOf,
  regionSchema,
  storedDraftSchema,
} from '../connection.ts';
import { EMPTY_DRAFT, NEW_DRAFT } from '../connection-draft.ts';
import { HISTORY_MONTHS, type HistoryMonths } from '../history-kept.ts';
import { NOTIFY } from '../notify.ts';
import { NewerVersionError } from './trouble.ts';

/** As much of `browser.storage.StorageArea` as is used here. */
export interface StorageArea {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The user's own app at a service; without a secret the implicit grant is used. */
const appKeysSchema = z.object({ clientId: z.string(), clientSecret: z.string().nullable() });
export type AppKeys = z.infer<typeof appKeysSchema>;
const keysSchema = z.object({ teamleader: appKeysSchema.nullable(), exact: appKeysSchema.nullable() });

/** Who is logged in, as the service names him. An earlier version kept the name alone. */
const userSchema = z.union([
  z.string().transform((name) => ({ id: null, name })),
  z.object({ id: z.string().nullable(), name: z.string() }),
]);
export type User = z.infer<typeof userSchema>;

/** Of whom nothing is known, nothing can be said. */
export const isSomebodyElse = (known: User['id'], now: User['id']): boolean =>
  known !== null && now !== null && known !== now;

const VERSION = 2;
const laterSchema = z.object({ version: z.number().gt(VERSION) });

/**
 * A connection that was removed, or that another entity or division took the place of. What it noted as written may
 * still come to stand, so the same entity and division, set up again, are the same connection.
 */
const formerConnectionSchema = z.object({
  id: z.uuid(),
  companyEntity: z.object({ id: z.string(), name: z.string() }),
  division: z.object({ code: z.number().int(), name: z.string() }),
});
export type FormerConnection = z.infer<typeof formerConnectionSchema>;

const HISTORY_KEPT_FIRST: HistoryMonths = 24;

const settingsSchema = z.object({
  version: z.literal(VERSION),
  region: regionSchema.default('nl'),
  keys: keysSchema,
  /** A secret that the user typed for a client id that the company presets, beside the keys of his own. */
  typedForPreset: keysSchema.default({ teamleader: null, exact: null }),
  users: z.object({ teamleader: userSchema.nullable(), exact: userSchema.nullable() }),
  connections: z.array(connectionSchema),
  former: z.array(formerConnectionSchema),
  /** By the id of the connection that it changes; under another key, what is no connection yet. */
  drafts: z.record(z.string(), storedDraftSchema),
  /** The key of the draft that the set-up shows. */
  editing: z.string(),
  notify: z.enum(NOTIFY).default('all'),
  /** Of each invoice that is set as paid, too. */
  notifyPaid: z.boolean().default(false),
  /** How long the history is kept. */
  historyMonths: z.literal(HISTORY_MONTHS).nullable().default(HISTORY_KEPT_FIRST),
});
export type Settings = z.infer<typeof settingsSchema>;

export const EMPTY_SETTINGS: Settings = {
  version: VERSION,
  region: 'nl',
  keys: { teamleader: null, exact: null },
  typedForPreset: { teamleader: null, exact: null },
  users: { teamleader: null, exact: null },
  connections: [],
  former: [],
  drafts: {},
  editing: NEW_DRAFT,
  notify: 'all',
  notifyPaid: false,
  historyMonths: HISTORY_KEPT_FIRST,
};

/** What stands in the set-up under the key: what was changed, else what is saved, else nothing yet. */
export function draftIn({ drafts, connections }: Settings, key: string): ConnectionDraft {
  const saved = connections.find(({ id }) => id === key);
  return drafts[key] ?? (saved === undefined ? EMPTY_DRAFT : draftOf(saved));
}

/** Drafts that no connection has come of yet. */
export const unsavedKeys = ({ drafts, connections }: Settings): string[] =>
  Object.keys(drafts).filter((key) => connections.every(({ id }) => id !== key));

/** Those that know of the same entity and division, or of other ids of the same division. */
export const siblingsOf = ({ connections, former }: Settings, { id, division }: Connection): string[] =>
  [...connections, ...former]
    .filter((other) => other.id !== id && other.division.code === division.code)
    .map((other) => other.id);

/** A value of the extension's own storage, parsed whenever it is read; one writer at a time. */
export interface Item<T> {
  read(): Promise<T>;
  /** Reads, changes and writes with no other change in between; gives what was written. */
  change(edit: (value: T) => T): Promise<T>;
  forget(): Promise<void>;
}

/** @param lock runs its task while no other holder of the name runs (Web Locks). */
export type Lock = <T>(name: string, task: () => Promise<T>) => Promise<T>;

export function storedItem<T>(area: StorageArea, lock: Lock, key: string, schema: z.ZodType<T>, absent: T): Item<T> {
  const read = async (): Promise<T> => {
    const stored = (await area.get(key))[key];
    return stored === undefined ? absent : schema.parse(stored);
  };
  return {
    read,
    change: (edit) =>
      lock(`storage/${key}`, async () => {
        const value = edit(await read());
        await area.set({ [key]: value });
        return value;
      }),
    forget: () => lock(`storage/${key}`, () => area.remove(key)),
  };
}

/** Settings of a later version are neither guessed at nor written over: reading them rejects with NewerVersionError. */
export const storedSettings = (area: StorageArea, lock: Lock): Item<Settings> =>
  storedItem(area, lock, 'settings', z.preprocess(toCurrent, settingsSchema), EMPTY_SETTINGS);

function toCurrent(stored: unknown): unknown {
  if (laterSchema.safeParse(stored).success) throw new NewerVersionError();
  const first = firstVersionSchema.safeParse(stored);
  return first.success ? fromFirst(first.data) : stored;
}

/** There was one connection then, and one draft, which was its own. */
const firstVersionSchema = z.looseObject({
  version: z.literal(1),
  draft: z.unknown(),
  connections: z.array(z.looseObject({ id: z.string() })),
});

function fromFirst({ draft, ...rest }: z.infer<typeof firstVersionSchema>) {
  const key = rest.connections[0]?.id ?? NEW_DRAFT;
  return { ...rest, version: VERSION, former: [], drafts: { [key]: draft }, editing: key };
}

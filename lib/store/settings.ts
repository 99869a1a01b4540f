import { z } from 'zod';
import { connectionSchema, EMPTY_DRAFT, regionSchema, storedDraftSchema } from '../connection.ts';
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

/** Who is logged in, as the service names him. An earlier version kept the name alone. */
const userSchema = z.union([
  z.string().transform((name) => ({ id: null, name })),
  z.object({ id: z.string().nullable(), name: z.string() }),
]);
export type User = z.infer<typeof userSchema>;

const VERSION = 1;
const laterSchema = z.object({ version: z.number().gt(VERSION) });

const settingsSchema = z.object({
  version: z.literal(VERSION),
  region: regionSchema.default('nl'),
  keys: z.object({ teamleader: appKeysSchema.nullable(), exact: appKeysSchema.nullable() }),
  users: z.object({ teamleader: userSchema.nullable(), exact: userSchema.nullable() }),
  draft: storedDraftSchema,
  connections: z.array(connectionSchema),
  notify: z.enum(NOTIFY).default('all'),
});
export type Settings = z.infer<typeof settingsSchema>;

export const EMPTY_SETTINGS: Settings = {
  version: VERSION,
  region: 'nl',
  keys: { teamleader: null, exact: null },
  users: { teamleader: null, exact: null },
  draft: EMPTY_DRAFT,
  connections: [],
  notify: 'all',
};

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
  storedItem(area, lock, 'settings', z.preprocess(refuseLater, settingsSchema), EMPTY_SETTINGS);

function refuseLater(stored: unknown): unknown {
  if (laterSchema.safeParse(stored).success) throw new NewerVersionError();
  return stored;
}

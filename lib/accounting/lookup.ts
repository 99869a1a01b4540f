/** Items under the keys that they can be found by. */
export type Lookup<T> = ReadonlyMap<string, readonly T[]>;

/** @param keysOf the keys of an item; an empty one finds nothing */
export function lookup<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Lookup<T> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === '') continue;
      const there = found.get(key);
      if (there === undefined) found.set(key, [item]);
      else there.push(item);
    }
  }
  return found;
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** Teamleader's ids in a text that we left in Exact: a link, or an account's remarks. */
export const idsIn = (text: string | null): readonly string[] => text?.match(UUID)?.map((id) => id.toLowerCase()) ?? [];

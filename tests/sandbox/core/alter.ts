interface Node {
  readonly path: string;
  readonly holder: object;
  readonly key: string;
}

/** Every value in the JSON and where it hangs; of a list the first one alone. */
function nodesOf(value: unknown, path = ''): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? Object.keys(value).slice(0, 1) : Object.keys(value);
  return keys.flatMap((key) => [
    { path: `${path}/${key}`, holder: value, key },
    ...nodesOf(Reflect.get(value, key), `${path}/${key}`),
  ]);
}

const UNKNOWN = 'zzz';

/** The text with one of its values changed, and which one that was; null where it has no such node. */
export function alter(
  text: string,
  node: number,
  to: 'absent' | 'null' | 'unknown',
): { readonly text: string; readonly path: string } | null {
  const json: unknown = JSON.parse(text);
  const found = nodesOf(json)[node];
  if (found === undefined) return null;
  const { holder, key, path } = found;
  if (to !== 'absent') Reflect.set(holder, key, to === 'null' ? null : UNKNOWN);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return { text: JSON.stringify(json), path };
}

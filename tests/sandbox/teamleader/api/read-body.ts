import type { z } from 'zod';
import type { ApiError } from '../answers.ts';

export type ReadBody<Body> =
  | { readonly ok: true; readonly body: Body; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly errors: readonly ApiError[]; readonly ignored: readonly string[] };

/**
 * Reads a body as Teamleader does: what it does not know it ignores (and it is named in `ignored`),
 * a wrong value in what it knows is an error.
 */
export function readBody<Schema extends z.ZodType>(schema: Schema, given: unknown): ReadBody<z.output<Schema>> {
  const body = withSplitIncludes(given);
  const first = schema.safeParse(body);
  if (first.success) return { ok: true, body: first.data, ignored: [] };

  const unknown = first.error.issues.flatMap((issue) => unknownParts(issue, body));
  const ignored = unknown.map(({ label }) => label);
  const second = schema.safeParse(
    without(
      body,
      unknown.map(({ path }) => path),
    ),
  );
  return second.success
    ? { ok: true, body: second.data, ignored }
    : { ok: false, errors: second.error.issues.map(apiError), ignored };
}

type Path = readonly PropertyKey[];

interface UnknownPart {
  readonly path: Path;
  readonly label: string;
}

function unknownParts(issue: z.core.$ZodIssue, body: unknown): readonly UnknownPart[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const kind = path[0] === 'filter' ? 'filter' : 'field';
    const parents = kind === 'filter' ? path.slice(1) : path;
    return issue.keys.map((key) => ({
      path: [...path, key],
      label: `unknown ${kind} '${[...parents, key].join('.')}'`,
    }));
  }
  const value = valueAt(body, path);
  if (issue.code !== 'invalid_value' || typeof value !== 'string') return [];
  const [parent, index, leaf] = path;
  if (parent === 'sort' && index !== undefined && leaf === 'field') {
    return [{ path: [parent, index], label: `unknown sort field '${value}'` }];
  }
  return parent === 'includes' ? [{ path, label: `unknown include '${value}'` }] : [];
}

function withSplitIncludes(body: unknown): unknown {
  if (!isRecord(body) || body['includes'] === undefined) return body;
  const { includes } = body;
  return { ...body, includes: typeof includes === 'string' ? includes.split(',').map((name) => name.trim()) : null };
}

function without(value: unknown, paths: readonly Path[]): unknown {
  const keep = (key: PropertyKey) => !paths.some((path) => path.length === 1 && path[0] === key);
  const inside = (key: PropertyKey) => paths.filter((path) => path[0] === key).map((path) => path.slice(1));
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => (keep(index) ? [without(item, inside(index))] : []));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (keep(key) ? [[key, without(item, inside(key))]] : [])),
  );
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isIndexable(inner) ? inner[String(key)] : undefined), value);
}

const isIndexable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  isIndexable(value) && !Array.isArray(value);

function apiError(issue: z.core.$ZodIssue): ApiError {
  const field = issue.path.join('.');
  return field === '' ? { title: issue.message } : { title: `${field}: ${issue.message}`, meta: { field } };
}

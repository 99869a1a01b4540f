import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
import { parseJson } from './json.ts';
import type { ApiRequest, Requester } from './request.ts';

/** Parses an answer's text. */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): Result<T, Failure> {
  const json = readJson(text);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err({ kind: 'notUnderstood', detail: detailOf(parsed.error) });
}

/**
 * What does not parse is told by the path of a field and the kind of fault, never by its content: it may be somebody's
 * data.
 */
export function detailOf({ issues }: z.ZodError): string {
  const [fault] = issues.flatMap(faultsOf).toSorted((a, b) => b.path.length - a.path.length);
  return `${fault?.path.join('.') || 'answer'}: ${fault?.code ?? 'unknown'}`;
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

/** Of shapes that were tried in vain, the one that fits furthest tells best what is wrong. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path: issue.path, code: issue.code }];
  return issue.errors
    .flat()
    .flatMap(faultsOf)
    .map(({ path, code }) => ({ path: [...issue.path, ...path], code }));
}

function readJson(text: string): Result<unknown, Failure> {
  try {
    return ok(parseJson(text));
  } catch {
    return err({ kind: 'notUnderstood', detail: 'answer: not JSON' });
  }
}

/** Sends a request and parses the answer to it. */
export async function ask<T>(
  requester: Requester,
  request: ApiRequest,
  schema: z.ZodType<T>,
): Promise<Result<T, Failure>> {
  const answer = await requester.send(request);
  return answer.ok ? readAnswer(answer.value.text, schema) : answer;
}

import type { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
import { parseJson } from './json.ts';
import type { ApiRequest, Requester } from './request.ts';

/**
 * Parses an answer's text. What does not parse is told by the path of its first field and the kind of fault,
 * never by its content: it may be somebody's data.
 */
export function readAnswer<T>(text: string, schema: z.ZodType<T>): Result<T, Failure> {
  const json = readJson(text);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const detail = issue === undefined ? 'unknown fault' : `${issue.path.join('.') || 'answer'}: ${issue.code}`;
  return err({ kind: 'notUnderstood', detail });
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

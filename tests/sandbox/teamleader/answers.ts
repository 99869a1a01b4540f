import type { SandboxAnswer } from '../contract.ts';

type Headers = NonNullable<SandboxAnswer['headers']>;

export const API_VERSION = '2023-09-26';

export function json(status: number, value: unknown, headers: Headers = {}): SandboxAnswer {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

export const data = (value: unknown): SandboxAnswer => json(200, { data: value });

export const noContent: SandboxAnswer = { status: 204 };

export interface ApiError {
  readonly title: string;
  readonly meta?: Readonly<Record<string, string>>;
}

/** Teamleader's error envelope; only `title` is guaranteed by its documentation. */
export function refusal(status: number, ...errors: readonly ApiError[]): SandboxAnswer {
  return json(status, { errors: errors.map((error) => ({ ...error, status })) });
}

/** 303, so that the browser goes on with GET whatever it came with. */
export function redirect(location: string, headers: Headers = {}): SandboxAnswer {
  return { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } };
}

export function text(status: number, body: string): SandboxAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

export function withHeaders(answer: SandboxAnswer, headers: Headers): SandboxAnswer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

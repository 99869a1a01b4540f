import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { TEAMLEADER_APP } from '../../sandbox/credentials.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/sandbox.ts';

export const WEB = 'https://focus.teamleader.eu';
export const API = 'https://api.focus.teamleader.eu';

const record = z.record(z.string(), z.unknown());
const envelope = z.object({
  data: z.unknown().optional(),
  meta: z.unknown().optional(),
  errors: z.array(z.looseObject({ title: z.string() })).optional(),
});

export interface Answer extends z.output<typeof envelope> {
  readonly status: number;
  readonly headers: Headers;
}

export interface World extends Sandbox {
  /** Calls the API as the product should: POST, JSON, version and token. */
  call(method: string, body?: unknown): Promise<Answer>;
  /** Gets a page with the cookie of a logged-in session, without following redirects. */
  page(path: string): Promise<Response>;
  readonly token: string;
  readonly cookie: string;
}

/** A sandbox with a log-in at Teamleader and a token of the implicit grant. */
export async function openWorld(options: SandboxOptions = {}): Promise<World> {
  const sandbox = await startSandbox(options);
  const cookie = await logIn(sandbox);
  const page = (path: string) => sandbox.fetch(`${WEB}${path}`, { headers: { cookie }, redirect: 'manual' });
  await postForm(sandbox.fetch, authorizeAddress('code'), { decision: 'allow' }, { cookie });
  const granted = await page(authorizeAddress('token'));
  const token = fragmentOf(granted).get('access_token') ?? '';
  return {
    ...sandbox,
    cookie,
    token,
    page,
    call: async (method, body = {}) => {
      const response = await sandbox.fetch(`${API}/${method}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-api-version': '2023-09-26',
        },
        body: JSON.stringify(body),
      });
      return readAnswer(response);
    },
  };
}

/** The same for one test, which closes it. */
export async function worldForTest(options: SandboxOptions = {}): Promise<World> {
  const world = await openWorld(options);
  onTestFinished(() => world.close());
  return world;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  return { ...envelope.parse(text === '' ? {} : JSON.parse(text)), status: response.status, headers: response.headers };
}

/** The cookie of a new session. */
export async function logIn({ fetch, business }: Sandbox): Promise<string> {
  const { email, password } = business.users.teamleader;
  const answer = await postForm(fetch, '/login', { email, password, return: '/' });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

export function postForm(
  fetch: Sandbox['fetch'],
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${WEB}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
}

export function authorizeAddress(responseType: string, changes: Record<string, string> = {}): string {
  const asked = {
    client_id: TEAMLEADER_APP.clientId,
    redirect_uri: TEAMLEADER_APP.redirectUri,
    response_type: responseType,
    state: 'the-state',
  };
  return `/oauth2/authorize?${new URLSearchParams({ ...asked, ...changes })}`;
}

export const locationOf = (response: Response): string => response.headers.get('location') ?? '';
export const fragmentOf = (response: Response): URLSearchParams =>
  new URLSearchParams(new URL(locationOf(response)).hash.slice(1));

export const recordOf = (answer: Answer): Record<string, unknown> => record.parse(answer.data);
export const rowsOf = (answer: Answer): Record<string, unknown>[] => z.array(record).parse(answer.data);
export const idsOf = (answer: Answer): unknown[] => rowsOf(answer).map(({ id }) => id);

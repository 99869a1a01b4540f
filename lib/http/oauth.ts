import { z } from 'zod';
import type { LoginProblem } from '../messages.ts';
import { err, ok, type Result } from '../result.ts';
import { readAnswer } from './answer.ts';
import type { HeldBack } from './failure.ts';
import { integer } from './json.ts';
import type { RefusalGuard } from './refusals.ts';
import { withoutSecrets } from './without-secrets.ts';

export const tokensSchema = z.object({
  accessToken: z.string().min(1),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  /** Null with the implicit grant; an earlier version has put it away so before it was sent. */
  refreshToken: z.string().min(1).nullable(),
  /** Epoch milliseconds. */
  obtainedAt: z.number(),
});
export type Tokens = z.infer<typeof tokensSchema>;

/** What a service's log-in page sends back: a code to be exchanged, or at once a token. */
export type Grant =
  | { readonly type: 'code'; readonly code: string }
  | { readonly type: 'token'; readonly accessToken: string; readonly expiresInSeconds: number };

/**
 * Why there are no tokens: the service says no to what was to be spent, or to the keys (which says nothing of the
 * other), or that it was asked too early or too often, or it says nothing that is understood.
 */
export type TokenProblem =
  | { readonly kind: 'refused' | 'wrongKeys'; readonly text: string; readonly code?: string }
  | { readonly kind: 'notNow' | 'noAnswer'; readonly detail: string };

export interface AuthorizeRequest {
  readonly endpoint: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly responseType: 'code' | 'token';
}

/** The address of the log-in page. */
export function authorizeUrl({ endpoint, clientId, redirectUri, state, responseType }: AuthorizeRequest): string {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: responseType,
    state,
  }).toString();
  return url.href;
}

/** In OAuth's words, the page itself does not work just now. */
const NOT_OF_KEYS: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable']);

/**
 * Reads the address to which the log-in page sent the user back.
 * @param state the one that was sent along: any other belongs to a log-in that is not ours
 */
export function readRedirect(url: string, state: string): Result<Grant, LoginProblem> {
  const { searchParams, hash } = new URL(url);
  // A code and an error come in the query, a token (and by some its error) in the fragment.
  const answer = new URLSearchParams([...searchParams, ...new URLSearchParams(hash.slice(1))]);
  const error = answer.get('error');
  if (error === 'access_denied') return err({ type: 'loginRefused' });
  if (error !== null && NOT_OF_KEYS.has(error)) return err({ type: 'loginPageFailed', text: error });
  if (error !== null) return err({ type: 'wrongKeys', text: answer.get('error_description') ?? error });
  if (answer.get('state') !== state) return err({ type: 'loginPageFailed', text: 'state' });
  const code = answer.get('code');
  if (code !== null) return ok({ type: 'code', code });
  const accessToken = answer.get('access_token');
  const expiresIn = integer.safeParse(answer.get('expires_in'));
  return accessToken !== null && expiresIn.success
    ? ok({ type: 'token', accessToken, expiresInSeconds: expiresIn.data })
    : err({ type: 'loginPageFailed', text: 'token' });
}

export const tokensOfGrant = (grant: Extract<Grant, { type: 'token' }>, now: number): Tokens => ({
  accessToken: grant.accessToken,
  expiresAt: now + grant.expiresInSeconds * 1000,
  refreshToken: null,
  obtainedAt: now,
});

/** The token endpoint of a service, and who asks there. */
export interface TokenClient {
  readonly fetch: typeof fetch;
  readonly endpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Exchanges the code of a log-in.
 * @param noteRefusal where the service rations them
 */
export const exchange = (
  client: TokenClient,
  code: string,
  redirectUri: string,
  noteRefusal?: () => Promise<void>,
): Promise<Result<Tokens, TokenProblem>> =>
  askForTokens(client, { grant_type: 'authorization_code', code, redirect_uri: redirectUri }, code, noteRefusal);

/**
 * Renews. The refresh token is spent by an answer, whether it was heard or not.
 * @param refusals where the service rations them
 */
export async function refresh(
  client: TokenClient,
  refreshToken: string,
  refusals?: RefusalGuard,
): Promise<Result<Tokens, TokenProblem | HeldBack>> {
  const allowed = (await refusals?.check(client.endpoint)) ?? ok(null);
  if (!allowed.ok) return allowed;
  const grant = { grant_type: 'refresh_token', refresh_token: refreshToken };
  return askForTokens(client, grant, refreshToken, async () => refusals?.note(client.endpoint));
}

const TIMEOUT_MS = 60_000;

const tokenAnswerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: integer,
  refresh_token: z.string().min(1).nullish(),
});

async function askForTokens(
  { fetch, endpoint, clientId, clientSecret, now }: TokenClient,
  grant: Readonly<Record<string, string>>,
  spent: string,
  noteRefusal?: () => Promise<void>,
): Promise<Result<Tokens, TokenProblem>> {
  let status: number;
  let text: string;
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...grant, client_id: clientId, client_secret: clientSecret }).toString(),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    status = response.status;
    // Whatever it says, the service has counted it.
    if (status >= 400 && status < 500) await noteRefusal?.();
    text = await response.text();
  } catch (error) {
    return err({ kind: 'noAnswer', detail: error instanceof Error ? error.name : 'unknown' });
  }
  const refusal = refusalIn(status, withoutSecrets(text, [clientSecret, spent]));
  if (refusal !== null && NOT_NOW.test(refusal.text)) return err({ kind: 'notNow', detail: refusal.text });
  if (refusal !== null) return err({ kind: isOfKeys(refusal) ? 'wrongKeys' : 'refused', ...refusal });
  const answer = readAnswer(text, tokenAnswerSchema);
  if (status !== 200 || !answer.ok) return err({ kind: 'noAnswer', detail: String(status) });
  const obtainedAt = now();
  return ok({
    accessToken: answer.value.access_token,
    expiresAt: obtainedAt + answer.value.expires_in * 1000,
    refreshToken: answer.value.refresh_token ?? null,
    obtainedAt,
  });
}

/** The two forms in which a token is refused: OAuth's own, and the service's list of errors. */
const refusalSchema = z.union([
  z
    .object({ error: z.string(), error_description: z.string().nullish() })
    .transform(({ error, error_description }) => ({ text: error_description ?? error, code: error })),
  z
    .object({ errors: z.tuple([z.object({ title: z.string() })], z.unknown()) })
    .transform(({ errors: [{ title }] }) => ({ text: title, code: title })),
]);

type Refusal = z.output<typeof refusalSchema>;

/** By which a service refuses a token, whatever the form of its answer; by any other it does not, whatever it says. */
const REFUSALS: ReadonlySet<number> = new Set([400, 401]);
/** So it says that it was asked too early or too often: whoever asked has lost nothing. */
const NOT_NOW = /rate limit|too many/i;

/** Null where the answer is none to the question: of a proxy, say, or of a service that is being mended. */
function refusalIn(status: number, text: string): Refusal | null {
  if (!REFUSALS.has(status)) return null;
  const told = readAnswer(text, refusalSchema);
  return told.ok ? told.value : { text: String(status), code: String(status) };
}

/** In OAuth's own words or in the service's. */
const isOfKeys = ({ code, text }: Refusal): boolean =>
  /(invalid|unauthorized)_client|client authentication/i.test(`${code} ${text}`);

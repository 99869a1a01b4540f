import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
import type { Pacer, Urgency } from './pacer.ts';
import type { RefusalGuard } from './refusals.ts';
import type { Session } from './session.ts';
import { withoutSecrets } from './without-secrets.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  /** How the call is named to people. */
  readonly endpoint: string;
  /** A write is never sent again after an answer that was lost; a read is. */
  readonly effect: 'reads' | 'writes';
  readonly body?: string;
  readonly urgency: Urgency;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends the API calls of one service, with all that every call needs: token, turn, patience. */
export interface Requester {
  /** An answer other than 2xx is a failure. */
  send(request: ApiRequest): Promise<Result<ApiAnswer, Failure>>;
}

export interface RequesterOptions {
  readonly fetch: typeof fetch;
  readonly session: Session;
  readonly pacer: Pacer;
  /** Where refusals are rationed too. */
  readonly refusals?: RefusalGuard;
  /** Waits some milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Sent with every call, beside the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** The service's own words in the body of a refusal, for display. */
  readonly errorText: (body: string) => string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 60_000;
/** A read whose answer was lost, and whatever got no token, is sent again after each of these waits, in milliseconds. */
const SEND_AGAIN_AFTER_MS = [500, 2_000];
/** A call that was turned away for the ration (429) is sent again at most this often. */
const MOST_TURNED_AWAY = 3;
const REFUSALS: ReadonlySet<number> = new Set([400, 401, 403, 404]);

export function createRequester(options: RequesterOptions): Requester {
  const { pacer, session, refusals, sleep, errorText } = options;

  async function send(request: ApiRequest): Promise<Result<ApiAnswer, Failure>> {
    let renewed = false;
    let lost = 0;
    for (let turnedAway = 0; ; ) {
      const answer = await sendOnce(request);
      if (!answer.ok) {
        if (!isToSendAgain(answer.error, request)) return answer;
        const pause = SEND_AGAIN_AFTER_MS[lost];
        if (pause === undefined) return answer;
        lost += 1;
        await sleep(pause);
        continue;
      }
      const { status, text } = answer.value;
      if (status >= 200 && status < 300) return ok(answer.value);
      // Both of these say that nothing was done, so that even a write may be sent again.
      if (status === 401 && !renewed) {
        renewed = true;
        continue;
      }
      if (status === 429 && turnedAway < MOST_TURNED_AWAY) {
        turnedAway += 1;
        continue;
      }
      return err(failureOf(status, text, request, options));
    }
  }

  /** One call: waits for its turn, and tells the answer to all who learn from it. */
  async function sendOnce(request: ApiRequest): Promise<Result<ApiAnswer, Failure>> {
    const allowed = (await refusals?.check(request.url)) ?? ok(null);
    if (!allowed.ok) return allowed;
    const turn = await pacer.enter(request.urgency);
    if (!turn.ok) return turn;
    const answer = await sendInTurn(request);
    if (!answer.ok) return answer;
    const { status } = answer.value;
    if (REFUSALS.has(status)) await refusals?.note(request.url);
    if (status === 401) await session.invalidate(answer.value.token);
    if (status === 408 || status >= 500) {
      return err({ kind: 'noAnswer', detail: `${status} ${errorText(answer.value.text)}`.trim() });
    }
    return answer;
  }

  /** The turn is given back whatever breaks, as where a new token finds no room in the storage. */
  async function sendInTurn(request: ApiRequest): Promise<Result<ApiAnswer & { readonly token: string }, Failure>> {
    let told: ApiAnswer | null = null;
    try {
      const token = await session.accessToken();
      if (!token.ok) return token;
      const answer = await fetchText(request, token.value, options);
      if (!answer.ok) return answer;
      told = answer.value;
      return ok({ ...told, token: token.value });
    } finally {
      await pacer.leave(told);
    }
  }

  return { send };
}

/** What was surely not sent may be sent again, and so may a read in any case. */
const isToSendAgain = ({ kind }: Failure, { effect }: ApiRequest): boolean =>
  kind === 'noToken' || (kind === 'noAnswer' && effect === 'reads');

async function fetchText(
  { method, url, body }: ApiRequest,
  token: string,
  { fetch, headers, timeoutMs = TIMEOUT_MS }: RequesterOptions,
): Promise<Result<ApiAnswer, Failure>> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        Authorization: `Bearer ${token}`,
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = withoutSecrets(await response.text(), [token]);
    return ok({ status: response.status, headers: response.headers, text });
  } catch (error) {
    return err({ kind: 'noAnswer', detail: error instanceof Error ? error.name : 'unknown' });
  }
}

function failureOf(status: number, body: string, request: ApiRequest, options: RequesterOptions): Failure {
  switch (status) {
    case 401:
      return { kind: 'loginNeeded' };
    case 403:
      return { kind: 'forbidden', endpoint: request.endpoint };
    case 429:
      return { kind: 'limited', until: options.pacer.blockedUntil() };
    default:
      return { kind: 'refused', status, text: options.errorText(body) };
  }
}

/** Tells which of client id, secret and redirect URL is wrong before anybody logs in: by what a service refuses. */
import type { KeyVerdict } from '../key-verdict.ts';
import { err, ok, type Result } from '../result.ts';
import type { Failure } from './failure.ts';
import { authorizeUrl, exchange } from './oauth.ts';
import { type RefusalGuard, TRIES_OF_KEYS } from './refusals.ts';

/** What the token endpoint says of client id and secret; `untold`: without a secret it is not asked. */
export type PairAnswer = 'accepted' | 'refused' | 'untold';
/** What the log-in page says, to somebody who is not logged in, of an app and its redirect URL. */
export type PageAnswer = 'noObjection' | 'refused' | 'redirectUrlRefused' | 'clientIdRefused';

export interface KeyFindings {
  readonly pair: PairAnswer;
  readonly page: PageAnswer;
  /** Does the page refuse an app that there cannot be? One that does not says nothing by its silence. */
  readonly doesPageCheck: boolean;
}

export function verdictOf({ pair, page, doesPageCheck }: KeyFindings): KeyVerdict {
  switch (page) {
    case 'redirectUrlRefused':
      return 'redirectUrlWrong';
    case 'clientIdRefused':
      return 'clientIdWrong';
    case 'refused':
      if (pair === 'untold') return 'idOrRedirectUrlWrong';
      return pair === 'accepted' ? 'redirectUrlWrong' : 'clientIdWrong';
    case 'noObjection':
      if (pair === 'refused') return doesPageCheck ? 'secretWrong' : 'idOrSecretWrong';
      if (doesPageCheck) return 'right';
      return pair === 'accepted' ? 'redirectUrlUnknown' : 'unknown';
  }
}

export interface KeyTest {
  readonly fetch: typeof fetch;
  readonly authorize: string;
  readonly token: string;
  readonly redirectUri: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Where the service rations them. */
  readonly refusals?: RefusalGuard | undefined;
}

export async function testKeys(test: KeyTest): Promise<Result<KeyVerdict, Failure>> {
  const { clientId, redirectUri, refusals } = test;
  const allowed = (await refusals?.check(TRIES_OF_KEYS)) ?? ok(null);
  if (!allowed.ok) return allowed;
  const nobody = crypto.randomUUID();
  try {
    const [page, ofNobody] = await Promise.all([
      askPage(test, clientId, redirectUri),
      askPage(test, nobody, `https://${nobody}.example/`),
    ]);
    // Asked last, and only by a test that comes to an end: its answer is a refusal, and the service counts those.
    const pair = await askPair(test);
    if (!pair.ok) return pair;
    return ok(verdictOf({ pair: pair.value, page, doesPageCheck: ofNobody !== 'noObjection' }));
  } catch (error) {
    return err({ kind: 'noAnswer', detail: error instanceof Error ? error.name : 'unknown' });
  }
}

/** With a code that was never given, a right pair is told that the code is wrong, and a wrong one that it is wrong itself. */
async function askPair(test: KeyTest): Promise<Result<PairAnswer, Failure>> {
  const { fetch, token, redirectUri, clientId, clientSecret, now, refusals } = test;
  if (clientSecret === null) return ok('untold');
  // Before it is sent: the service counts it, though its answer be lost.
  await refusals?.note(TRIES_OF_KEYS);
  const client = { fetch, endpoint: token, clientId, clientSecret, now };
  const answer = await exchange(client, crypto.randomUUID(), redirectUri);
  if (answer.ok) return ok('accepted');
  const { error } = answer;
  if ('detail' in error) return err({ kind: 'noAnswer', detail: error.detail });
  return ok(pairAnswerIn(`${error.code} ${error.text}`));
}

/** In OAuth's own words or in the service's: `invalid_grant`, or "Client authentication failed". */
function pairAnswerIn(refusal: string): PairAnswer {
  if (/grant/i.test(refusal)) return 'accepted';
  return /client|401/i.test(refusal) ? 'refused' : 'untold';
}

const TIMEOUT_MS = 30_000;

async function askPage({ fetch, authorize }: KeyTest, clientId: string, redirectUri: string): Promise<PageAnswer> {
  const state = crypto.randomUUID();
  const url = authorizeUrl({ endpoint: authorize, clientId, redirectUri, state, responseType: 'code' });
  const response = await fetch(url, {
    // Led on to the log-in: no objection. To where it leads is nobody's business.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
  if (response.status < 400) return 'noObjection';
  const text = await response.text();
  if (/redirect/i.test(text)) return 'redirectUrlRefused';
  return /client.?id/i.test(text) ? 'clientIdRefused' : 'refused';
}

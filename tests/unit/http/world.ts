/** A connected client's surroundings: tokens and rations in memory, a person who logs in, the sandbox's clock. */
import type { Login, LoginKeys, LoginTools } from '../../../lib/http/login.ts';
import type { Tokens } from '../../../lib/http/oauth.ts';
import { createPacer, type PacerState, type ReadRates } from '../../../lib/http/pacer.ts';
import { createRefusalGuard, type Refusals } from '../../../lib/http/refusals.ts';
import { createRequester, type Requester } from '../../../lib/http/request.ts';
import { createSession, type Session } from '../../../lib/http/session.ts';
import type { LoginProblem } from '../../../lib/messages.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** What a person enters into the forms of the log-in and consent pages, by the name of a field. */
export type Entries = Readonly<Record<string, string>>;

const MOST_PAGES = 10;

/** A browser in small, and a person before it: follows redirects, keeps cookies, fills in forms. */
export function personLoggingIn(sandbox: Sandbox, entries: Entries): LoginTools['openLogin'] {
  const cookies = new Map<string, string>();

  async function open(url: URL, form: URLSearchParams | null): Promise<Response> {
    const answer = await sandbox.fetch(url.href, {
      method: form === null ? 'GET' : 'POST',
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      ...(form === null ? {} : { body: form.toString() }),
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return answer;
  }

  return async (address, interactive): Promise<Result<string, LoginProblem>> => {
    let url = new URL(address);
    let form: URLSearchParams | null = null;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const answer = await open(url, form).catch(() => null);
      if (answer === null) return err({ type: 'loginPageFailed', text: 'no answer' });
      const location = answer.headers.get('location');
      if (location !== null) {
        url = new URL(location, url);
        form = null;
        if (url.hostname.endsWith('.chromiumapp.org')) return ok(url.href);
        continue;
      }
      const html = await answer.text();
      if (answer.status !== 200) return err({ type: 'loginPageFailed', text: String(answer.status) });
      if (!interactive) return err({ type: 'loginCancelled' });
      form = filledIn(html, entries);
      url = new URL(unescaped(/<form[^>]* action="([^"]*)"/.exec(html)?.[1] ?? url.href), url);
    }
    return err({ type: 'loginPageFailed', text: 'no end of pages' });
  };
}

function filledIn(html: string, entries: Entries): URLSearchParams {
  const form = new URLSearchParams();
  for (const [tag] of html.matchAll(/<(input|button)\b[^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name === undefined) continue;
    const entered = entries[name] ?? / type="hidden".* value="([^"]*)"/.exec(tag)?.[1];
    if (entered !== undefined) form.set(name, unescaped(entered));
  }
  return form;
}

const unescaped = (html: string): string =>
  html
    .replace(/&#x?([0-9a-f]+);/gi, (entity, code: string) =>
      String.fromCodePoint(Number.parseInt(code, entity.startsWith('&#x') ? 16 : 10)),
    )
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');

export interface Connected {
  readonly requester: Requester;
  readonly session: Session;
  /** Its tokens, as they stand in storage. */
  tokens(): Tokens | null;
  /** As after a restart of the browser: only what is in storage is known. */
  reopened(): Connected;
}

type Tools = Omit<LoginTools, 'redirectUri'>;

export interface ServiceParts {
  /** Of the person who logs in. */
  readonly entries: Entries;
  readonly login: (tools: Tools) => Login;
  readonly keys: LoginKeys;
  readonly readRates: ReadRates;
  readonly headers: Readonly<Record<string, string>>;
  readonly errorText: (body: string) => string;
  readonly parallel: number;
  readonly guarded: boolean;
  /** Really waits, where it is not told otherwise. */
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
  /** The browser's clock, which may be another than the services'. Epoch milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly timeoutMs?: number | undefined;
}

interface Storage {
  tokens: Tokens | null;
  pacing: PacerState | null;
  refusals: Refusals;
}

/** Logs in and wires up all that a client's requests need. */
export async function connect(sandbox: Sandbox, parts: ServiceParts): Promise<Connected> {
  const tools = {
    fetch: sandbox.fetch,
    openLogin: personLoggingIn(sandbox, parts.entries),
    now: parts.now ?? (() => sandbox.clock.now()),
    randomState: () => crypto.randomUUID(),
  };
  const loggedIn = await parts.login(tools).logIn(parts.keys);
  if (!loggedIn.ok) throw new Error(`The log-in failed: ${JSON.stringify(loggedIn.error)}`);
  return wire(sandbox, parts, tools, { tokens: loggedIn.value, pacing: null, refusals: {} });
}

const reallyWait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

function wire(sandbox: Sandbox, parts: ServiceParts, tools: Tools, storage: Storage): Connected {
  let lastRenewal: Promise<unknown> = Promise.resolve();
  const { sleep = reallyWait } = parts;
  const { now } = tools;

  const guard = createRefusalGuard({
    now,
    load: async () => storage.refusals,
    save: async (saved) => {
      storage.refusals = saved;
    },
  });
  const login = parts.login(parts.guarded ? { ...tools, refusals: guard } : tools);
  const session = createSession({
    load: async () => storage.tokens,
    replace: async (accessToken, tokens) => {
      if (storage.tokens?.accessToken === accessToken) storage.tokens = tokens;
    },
    lock: (task) => {
      const turn = lastRenewal.then(task);
      lastRenewal = turn.catch(() => null);
      return turn;
    },
    renew: (old) => login.renew(parts.keys, old),
    isOnline: () => true,
    now,
  });
  const pacer = createPacer({
    now,
    sleep,
    load: async () => storage.pacing,
    save: async (saved) => {
      storage.pacing = saved;
    },
    readRates: parts.readRates,
    parallel: parts.parallel,
  });
  const requester = createRequester({
    fetch: sandbox.fetch,
    session,
    pacer,
    ...(parts.guarded ? { refusals: guard } : {}),
    sleep,
    headers: parts.headers,
    errorText: parts.errorText,
    ...(parts.timeoutMs === undefined ? {} : { timeoutMs: parts.timeoutMs }),
  });
  return { requester, session, tokens: () => storage.tokens, reopened: () => wire(sandbox, parts, tools, storage) };
}

/** The value, or the failure as an error that ends the test. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../lib/http/pacer.ts';
import { createRefusalGuard, type Refusals } from '../../../lib/http/refusals.ts';
import { type ApiRequest, createRequester } from '../../../lib/http/request.ts';
import type { Session } from '../../../lib/http/session.ts';
import { err, ok } from '../../../lib/result.ts';

type Scripted = Response | 'cut';

function world(answers: readonly Scripted[], { withGuard = false, loggedIn = true, tokensFrom = 0, full = 0 } = {}) {
  const left = [...answers];
  const sent: { url: string; init: RequestInit | undefined }[] = [];
  const invalidated: string[] = [];
  const slept: number[] = [];
  let now = Date.UTC(2026, 5, 1, 12);
  let saved: Refusals = {};
  /** So many new tokens and rations find no room in the storage. */
  let noRoomFor = full;
  const store = async () => {
    noRoomFor -= 1;
    if (noRoomFor >= 0) throw new Error('quota exceeded');
  };
  const session: Session = {
    accessToken: async () => {
      await store();
      if (slept.length < tokensFrom) return err({ kind: 'noToken', detail: '503' });
      return loggedIn ? ok(`token-${invalidated.length}`) : err({ kind: 'loginNeeded' });
    },
    invalidate: async (token) => {
      invalidated.push(token);
    },
  };
  const sleep = async (ms: number) => {
    slept.push(ms);
    now += ms;
  };
  const pacer = createPacer({
    now: () => now,
    sleep,
    load: async () => null,
    save: async () => {},
    readRates: (headers) => {
      const seconds = headers.get('reset-in');
      return seconds === null
        ? []
        : [{ window: 'minute', limit: 60, remaining: 0, resetAt: now + Number(seconds) * 1000 }];
    },
    parallel: 3,
  });
  const guard = createRefusalGuard({
    now: () => now,
    load: async () => saved,
    save: async (refusals) => {
      saved = refusals;
    },
  });
  const requester = createRequester({
    fetch: async (input, init) => {
      sent.push({ url: String(input), init });
      const answer = left.shift();
      if (answer === undefined) throw new Error('more calls than expected');
      if (answer === 'cut') throw new TypeError('Failed to fetch');
      return answer;
    },
    session,
    pacer,
    ...(withGuard ? { refusals: guard } : {}),
    sleep,
    headers: { Accept: 'application/json' },
    errorText: (body) => `said: ${body}`,
  });
  return { requester, sent, invalidated, slept, pass: (ms: number) => (now += ms), now: () => now, left };
}

const read: ApiRequest = {
  method: 'GET',
  url: 'https://api.example/v1/7/things?x=1',
  endpoint: 'things',
  effect: 'reads',
  urgency: 'user',
};
const write: ApiRequest = { ...read, method: 'POST', effect: 'writes', body: '{}' };
const status = (code: number, body = '', headers: Record<string, string> = {}) =>
  new Response(code === 204 ? null : body, { status: code, headers });

describe('a call', () => {
  it('carries the token and what the service wants, and nothing of the browser', async () => {
    const { requester, sent } = world([status(200, 'answer')]);
    const answer = await requester.send(write);
    expect(answer.ok && answer.value.text).toBe('answer');
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{}',
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', Authorization: 'Bearer token-0' },
    });
  });

  it('is sent once more with a new token after a 401, and then needs a log-in', async () => {
    const { requester, sent, invalidated } = world([status(401), status(200), status(401), status(401)]);
    expect((await requester.send(write)).ok).toBe(true);
    expect(sent[1]?.init?.headers).toMatchObject({ Authorization: 'Bearer token-1' });
    expect(await requester.send(write)).toEqual({ ok: false, error: { kind: 'loginNeeded' } });
    expect(invalidated).toEqual(['token-0', 'token-1', 'token-2']);
  });

  it('that got no token was not sent: it is tried again, though it writes', async () => {
    const soon = world([status(200)], { tokensFrom: 2 });
    expect((await soon.requester.send(write)).ok).toBe(true);
    expect(soon.sent).toHaveLength(1);
    const away = world([], { tokensFrom: 9 });
    expect(await away.requester.send(write)).toEqual(err({ kind: 'noToken', detail: '503' }));
    expect(away.slept).toEqual([500, 2_000]);
  });

  it('waits out a short 429, even a write, and gives a long one back', async () => {
    const short = world([status(429, '', { 'reset-in': '5' }), status(201)]);
    expect((await short.requester.send(write)).ok).toBe(true);
    expect(short.slept).toEqual([5_000]);

    const long = world([status(429, '', { 'reset-in': '45' })]);
    expect(await long.requester.send(read)).toEqual({
      ok: false,
      error: { kind: 'limited', until: long.now() + 45_000 },
    });
    expect(long.sent).toHaveLength(1);
  });

  it('does not go on for ever against 429', async () => {
    const again = () => status(429, '', { 'reset-in': '1' });
    const { requester, sent } = world([again(), again(), again(), again()]);
    const answer = await requester.send(read);
    expect(answer.ok ? null : answer.error.kind).toBe('limited');
    expect(sent).toHaveLength(4);
  });

  it.each(['cut', status(503), status(500), status(408)] as const)('that reads is sent again (%#)', async (failure) => {
    const { requester, slept } = world([failure, status(200)]);
    expect((await requester.send(read)).ok).toBe(true);
    expect(slept).toEqual([500]);
  });

  it('that reads is given up after two more tries', async () => {
    const { requester, sent } = world(['cut', 'cut', status(502, 'x')]);
    expect(await requester.send(read)).toEqual({ ok: false, error: { kind: 'noAnswer', detail: '502 said: x' } });
    expect(sent).toHaveLength(3);
  });

  it.each(['cut', status(503), status(500), status(408)] as const)(
    'that writes is never sent again when its answer is lost (%#)',
    async (failure) => {
      const { requester, sent } = world([failure]);
      const answer = await requester.send(write);
      expect(answer.ok ? null : answer.error.kind).toBe('noAnswer');
      expect(sent).toHaveLength(1);
    },
  );

  it('that is refused in words that repeat the token tells them without it', async () => {
    const { requester } = world([status(400, 'bad token-0!')]);
    const answer = await requester.send(read);
    expect(answer).toEqual({ ok: false, error: { kind: 'refused', status: 400, text: 'said: bad …!' } });
  });

  it('that is refused says why', async () => {
    const { requester } = world([status(403), status(400, 'no'), status(404, 'none'), status(422, 'odd')]);
    expect(await requester.send(read)).toEqual({ ok: false, error: { kind: 'forbidden', endpoint: 'things' } });
    for (const [code, text] of [
      [400, 'said: no'],
      [404, 'said: none'],
      [422, 'said: odd'],
    ]) {
      expect(await requester.send(read)).toEqual({ ok: false, error: { kind: 'refused', status: code, text } });
    }
  });

  it('frees its place when its new token cannot be stored', async () => {
    const { requester, sent } = world([status(200)], { full: 4 });
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => requester.send(read)));
    expect(answers.map((answer) => answer.status)).toEqual(Array(4).fill('rejected'));
    expect((await requester.send(read)).ok).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('frees its place when there is no token', async () => {
    const { requester, sent } = world([], { loggedIn: false });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => requester.send(read)));
    expect(answers.map((answer) => answer.ok || answer.error.kind)).toEqual(Array(5).fill('loginNeeded'));
    expect(sent).toEqual([]);
  });
});

describe('the ration of refusals', () => {
  it('is kept below: the fifth call in an hour is not sent, whatever its query', async () => {
    const { requester, sent, pass, now } = world(
      [
        ...Array(4)
          .fill(0)
          .map(() => status(400)),
        status(200),
      ],
      { withGuard: true },
    );
    const first = now();
    for (let n = 0; n < 4; n += 1) {
      await requester.send({ ...write, url: `https://api.example/v1/7/things(guid'${n}')` });
      pass(60_000);
    }
    expect(await requester.send(read)).toEqual({
      ok: false,
      error: { kind: 'heldBack', errors: 4, until: first + 3_600_000 },
    });
    expect(sent).toHaveLength(4);
    pass(56 * 60_000);
    expect((await requester.send(read)).ok).toBe(true);
  });

  it('is counted for each endpoint and division of its own', async () => {
    const { requester } = world(
      [
        ...Array(4)
          .fill(0)
          .map(() => status(404)),
        status(200),
      ],
      { withGuard: true },
    );
    for (let n = 0; n < 4; n += 1) await requester.send(read);
    expect((await requester.send({ ...read, url: 'https://api.example/v1/8/things' })).ok).toBe(true);
  });

  it('forgets what a clock that was ahead had noted', async () => {
    const guard = createRefusalGuard({
      now: () => 1_000_000,
      load: async () => ({ '/v1/7/things': [9_000_000, 9_000_001, 9_000_002, 9_000_003] }),
      save: async () => undefined,
    });
    expect(await guard.check(read.url)).toEqual({ ok: true, value: null });
  });

  it('is remembered after a restart', async () => {
    let saved: Refusals = {};
    const now = () => 1_000_000;
    const guard = () =>
      createRefusalGuard({
        now,
        load: async () => saved,
        save: async (refusals) => {
          saved = refusals;
        },
        limit: 2,
      });
    const before = guard();
    await before.note(read.url);
    await before.note(read.url);
    expect(await guard().check(read.url)).toEqual({
      ok: false,
      error: { kind: 'heldBack', errors: 2, until: 1_000_000 + 3_600_000 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { TokenProblem, Tokens } from '../../../lib/http/oauth.ts';
import { createSession } from '../../../lib/http/session.ts';
import { err, ok, type Result } from '../../../lib/result.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const LIFE = 600_000;

const tokens = (change: Partial<Tokens> = {}): Tokens => ({
  accessToken: 'old',
  obtainedAt: NOW,
  expiresAt: NOW + LIFE,
  refreshToken: 'refresh-1',
  ...change,
});

/** Web Locks in small: one holder after another. */
function queueLock() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task);
    last = turn.catch(() => null);
    return turn;
  };
}

interface Setup {
  stored?: Tokens | null;
  now?: number;
  online?: boolean;
  renew?: (tokens: Tokens) => Promise<Result<Tokens, TokenProblem>>;
}

function world({ stored = tokens(), now = NOW, online = true, renew }: Setup) {
  const world = {
    now,
    online,
    stored: stored as Tokens | null,
    /** What stood in the store when the service was asked. */
    storedWhenAsked: [] as (Tokens | null)[],
    spent: [] as (string | null)[],
  };
  const lock = queueLock();
  const context = () =>
    createSession({
      load: async () => world.stored,
      save: async (saved) => {
        world.stored = saved;
      },
      lock,
      renew: async (given) => {
        world.storedWhenAsked.push(world.stored);
        world.spent.push(given.refreshToken);
        return renew === undefined
          ? ok(
              tokens({
                accessToken: 'new',
                refreshToken: 'refresh-2',
                obtainedAt: world.now,
                expiresAt: world.now + LIFE,
              }),
            )
          : renew(given);
      },
      isOnline: () => world.online,
      now: () => world.now,
      earliestRenewal: ({ obtainedAt, expiresAt }) => obtainedAt + (expiresAt - obtainedAt) * 0.95,
    });
  return { world, context };
}

const LOGIN_NEEDED = { ok: false, error: { kind: 'loginNeeded' } };

describe('a session', () => {
  it('uses its token while it holds, and renews it not a moment before it may', async () => {
    const { world: state, context } = world({});
    const session = context();
    state.now = NOW + 569_999;
    expect(await session.accessToken()).toEqual(ok('old'));
    state.now = NOW + 570_000;
    expect(await session.accessToken()).toEqual(ok('new'));
    expect(state.spent).toEqual(['refresh-1']);
    expect(state.stored?.refreshToken).toBe('refresh-2');
  });

  it('is renewed once, however many ask', async () => {
    const { world: state, context } = world({ now: NOW + LIFE });
    const answers = await Promise.all([context(), context(), context()].map((session) => session.accessToken()));
    expect(answers).toEqual([ok('new'), ok('new'), ok('new')]);
    expect(state.spent).toEqual(['refresh-1']);
  });

  it('puts the refresh token away as spent before it is sent', async () => {
    const { world: state, context } = world({ now: NOW + LIFE });
    await context().accessToken();
    expect(state.storedWhenAsked.map((stored) => stored?.refreshToken)).toEqual([null]);
  });

  it('ends in one log-in when the answer to a renewal is lost', async () => {
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: async () => err({ kind: 'noAnswer', detail: 'TimeoutError' }),
    });
    const session = context();
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(state.spent).toEqual(['refresh-1']);
    expect(state.stored).toBeNull();
  });

  it('ends in one log-in when the renewal is refused', async () => {
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: async () => err({ kind: 'refused', text: 'Old refresh token used.' }),
    });
    expect(await context().accessToken()).toEqual(LOGIN_NEEDED);
    expect(state.stored).toBeNull();
  });

  it('without a refresh token stays and tries again when a renewal brought no answer', async () => {
    const silent = tokens({ refreshToken: null });
    const { world: state, context } = world({
      stored: silent,
      now: NOW + LIFE,
      renew: async () => err({ kind: 'noAnswer', detail: 'page' }),
    });
    expect(await context().accessToken()).toEqual(err({ kind: 'noAnswer', detail: 'page' }));
    expect(state.stored).toEqual(silent);
  });

  it('risks no refresh token while offline', async () => {
    const { world: state, context } = world({ now: NOW + LIFE, online: false });
    const session = context();
    expect(await session.accessToken()).toEqual(err({ kind: 'noAnswer', detail: 'offline' }));
    state.online = true;
    expect(await session.accessToken()).toEqual(ok('new'));
  });

  it.each([
    [null, LOGIN_NEEDED],
    [tokens({ accessToken: 'of another user' }), ok('of another user')],
  ])('gives way when the user logs out or in anew while it is renewed (%#)', async (meanwhile, answer) => {
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: async () => {
        state.stored = meanwhile;
        return ok(tokens({ accessToken: 'new' }));
      },
    });
    expect(await context().accessToken()).toEqual(answer);
    expect(state.stored).toEqual(meanwhile);
  });

  it('needs a log-in where there is none', async () => {
    const { context } = world({ stored: null });
    expect(await context().accessToken()).toEqual(LOGIN_NEEDED);
  });

  it('keeps a shorter margin for a token that lives shortly', async () => {
    const { world: state, context } = world({ stored: tokens({ expiresAt: NOW + 30_000 }) });
    state.now = NOW + 28_000;
    expect(await context().accessToken()).toEqual(ok('old'));
    state.now = NOW + 28_500;
    expect(await context().accessToken()).toEqual(ok('new'));
  });
});

describe('a token that was turned away', () => {
  it('is renewed where the service may be asked again', async () => {
    const { context } = world({ now: NOW + 570_000 });
    const session = context();
    await session.invalidate('old');
    expect(await session.accessToken()).toEqual(ok('new'));
  });

  it('is taken for revoked where it is too early to ask: that needs a log-in', async () => {
    const { world: state, context } = world({ now: NOW + 100_000 });
    const session = context();
    await session.invalidate('old');
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(state.spent).toEqual([]);
  });

  it('changes nothing when somebody has renewed it meanwhile', async () => {
    const { world: state, context } = world({ stored: tokens({ accessToken: 'newer' }) });
    await context().invalidate('old');
    expect(state.stored?.accessToken).toBe('newer');
  });
});

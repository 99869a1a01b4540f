import { describe, expect, it, vi } from 'vitest';
import type { HeldBack } from '../../../lib/http/failure.ts';
import type { TokenProblem, Tokens } from '../../../lib/http/oauth.ts';
import { createSession } from '../../../lib/http/session.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { storedLogin } from '../../../lib/setup/stored-login.ts';
import { EMPTY_SETTINGS, storedSettings } from '../../../lib/store/settings.ts';

const NOW = Date.UTC(2026, 5, 1, 12);
const LIFE = 600_000;
const DAY = 24 * 60 * 60_000;

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
  renew?: (tokens: Tokens) => Promise<Result<Tokens, TokenProblem | HeldBack>>;
}

function world({ stored = tokens(), now = NOW, online = true, renew }: Setup) {
  const world = {
    now,
    online,
    isFull: false,
    stored: stored as Tokens | null,
    spent: [] as (string | null)[],
  };
  const locks = queueLock();
  /** @param lock of a browser in which the holder died, where it is another */
  const context = (lock = locks) =>
    createSession({
      load: async () => world.stored,
      replace: async (accessToken, saved) => {
        if (world.isFull) throw new Error('quota exceeded');
        if (world.stored?.accessToken === accessToken) world.stored = saved;
      },
      lock,
      renew: async (given) => {
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

  it('keeps its refresh token, and asks again after a while, where a renewal brings no answer', async () => {
    let isAway = true;
    const fresh = tokens({
      accessToken: 'new',
      refreshToken: 'refresh-2',
      obtainedAt: NOW + LIFE,
      expiresAt: NOW + DAY,
    });
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: async () => (isAway ? err({ kind: 'noAnswer', detail: '503' }) : ok(fresh)),
    });
    const session = context();
    const asked: number[] = [];
    for (const seconds of [0, 0.5, 2, 3, 11.5, 12.5, 20, 3_600]) {
      state.now = NOW + LIFE + seconds * 1000;
      expect(await session.accessToken()).toEqual(err({ kind: 'noToken', detail: '503' }));
      if (state.spent.length > asked.length) asked.push(seconds);
      expect(state.stored).toEqual(tokens());
    }
    expect(asked).toEqual([0, 2, 12.5, 3_600]);
    isAway = false;
    // The clock is put back.
    state.now -= 600_000;
    expect(await session.accessToken()).toEqual(ok('new'));
    expect(new Set(state.spent)).toEqual(new Set(['refresh-1']));
    expect(state.stored).toEqual(fresh);
  });

  it('is renewed again after the worker that did it has died', async () => {
    let isFirst = true;
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: () => {
        const hasDied = isFirst;
        isFirst = false;
        return hasDied ? new Promise(() => undefined) : Promise.resolve(ok(tokens({ accessToken: 'new' })));
      },
    });
    void context().accessToken();
    await vi.waitFor(() => expect(state.spent).toHaveLength(1));
    expect(await context(queueLock()).accessToken()).toEqual(ok('new'));
    expect(state.spent).toEqual(['refresh-1', 'refresh-1']);
  });

  it('ends in one log-in where the answer was lost and the service had given new tokens', async () => {
    const answers: readonly Result<Tokens, TokenProblem>[] = [
      err({ kind: 'noAnswer', detail: '503' }),
      err({ kind: 'refused', text: 'Old refresh token used.' }),
    ];
    const { world: state, context } = world({
      now: NOW + LIFE,
      renew: async () => answers[state.spent.length - 1] ?? ok(tokens()),
    });
    const session = context();
    expect(await session.accessToken()).toEqual(err({ kind: 'noToken', detail: '503' }));
    state.now += 1_000;
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(state.spent).toHaveLength(2);
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

  it.each<[TokenProblem | HeldBack, unknown]>([
    [{ kind: 'wrongKeys', text: 'invalid_client' }, LOGIN_NEEDED],
    [{ kind: 'heldBack', errors: 4, until: NOW + DAY }, err({ kind: 'heldBack', errors: 4, until: NOW + DAY })],
  ])('keeps its refresh token where it was not that which was refused (%#)', async (problem, answer) => {
    const { world: state, context } = world({ now: NOW + LIFE, renew: async () => err(problem) });
    expect(await context().accessToken()).toEqual(answer);
    expect(state.stored).toEqual(tokens());
  });

  it('without a refresh token stays and tries again when a renewal brought no answer', async () => {
    const silent = tokens({ refreshToken: null });
    const { world: state, context } = world({
      stored: silent,
      now: NOW + LIFE,
      renew: async () => err({ kind: 'noAnswer', detail: 'page' }),
    });
    expect(await context().accessToken()).toEqual(err({ kind: 'noToken', detail: 'page' }));
    expect(state.stored).toEqual(silent);
  });

  it('goes on with its token where the service says that it holds still, until it is turned away', async () => {
    const { world: state, context } = world({
      now: NOW + DAY,
      renew: async () => err({ kind: 'notNow', detail: 'not expired' }),
    });
    const session = context();
    expect(await Promise.all([session.accessToken(), session.accessToken()])).toEqual([ok('old'), ok('old')]);
    expect(state.spent).toHaveLength(1);
    expect(state.stored).toEqual(tokens({ obtainedAt: NOW + DAY, expiresAt: NOW + DAY + LIFE }));
    await session.invalidate('old');
    expect(await session.accessToken()).toEqual(err({ kind: 'limited', until: NOW + DAY + 200_000 }));
  });

  it('keeps new tokens for which there is no room in the storage until there is', async () => {
    const { world: state, context } = world({ now: NOW + LIFE });
    const session = context();
    state.isFull = true;
    for (let click = 0; click < 3; click += 1) await expect(session.accessToken()).rejects.toThrow('quota exceeded');
    state.isFull = false;
    expect(await session.accessToken()).toEqual(ok('new'));
    expect(state.stored?.refreshToken).toBe('refresh-2');
    expect(state.spent).toEqual(['refresh-1']);
  });

  it('risks no refresh token while offline', async () => {
    const { world: state, context } = world({ now: NOW + LIFE, online: false });
    const session = context();
    expect(await session.accessToken()).toEqual(err({ kind: 'noToken', detail: 'offline' }));
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
  it.each([-DAY, 100_000, 570_000])('is renewed, however old it seems to be (%i ms)', async (age) => {
    const { context } = world({ now: NOW + age });
    const session = context();
    await session.invalidate('old');
    expect(await session.accessToken()).toEqual(ok('new'));
  });

  it('ends its log-in where the service refuses to renew it', async () => {
    const { world: state, context } = world({ renew: async () => err({ kind: 'refused', text: 'revoked' }) });
    const session = context();
    await session.invalidate('old');
    expect(await session.accessToken()).toEqual(LOGIN_NEEDED);
    expect(state.stored).toBeNull();
  });

  it('waits where it is too early to ask, and is asked for once by all who want it', async () => {
    const { world: state, context } = world({ renew: async () => err({ kind: 'notNow', detail: 'not expired' }) });
    const session = context();
    await Promise.all([1, 2, 3].map(() => session.invalidate('old')));
    const limited = err({ kind: 'limited', until: NOW + 200_000 });
    expect(await Promise.all([1, 2, 3].map(() => session.accessToken()))).toEqual([limited, limited, limited]);
    state.now += 199_999;
    expect(await session.accessToken()).toEqual(limited);
    expect(state.spent).toHaveLength(1);
    state.now += 1;
    expect(await session.accessToken()).toEqual(err({ kind: 'limited', until: NOW + 400_000 }));
    expect(state.stored?.refreshToken).toBe('refresh-1');
  });

  it('changes nothing when somebody has renewed it meanwhile', async () => {
    const { world: state, context } = world({ stored: tokens({ accessToken: 'newer' }) });
    await context().invalidate('old');
    expect(state.stored?.accessToken).toBe('newer');
  });
});

describe('a log-in as it is stored', () => {
  const KEYS = { clientId: 'mine', clientSecret: 'secret' };
  const MADE_WITH = { clientId: 'mine', region: 'be' } as const;
  const NEW = tokens({ accessToken: 'new', refreshToken: 'refresh-2', expiresAt: NOW + DAY });
  const ANEW = tokens({ accessToken: 'anew', refreshToken: 'of another log-in', expiresAt: NOW + DAY });

  interface Meanwhile {
    /** While the service is asked. */
    readonly asked?: () => Promise<unknown>;
    /** Just before it is written what came of it. */
    readonly answered?: () => Promise<unknown>;
  }

  async function stored() {
    const items: Record<string, unknown> = {};
    const area = {
      get: async (key: string) => ({ [key]: items[key] }),
      set: async (changed: Record<string, unknown>) => void Object.assign(items, changed),
      remove: async (key: string) => void delete items[key],
    };
    const settings = storedSettings(area, (_name, task) => task());
    const setKeys = (exact: typeof KEYS | null) =>
      settings.change(() => ({ ...EMPTY_SETTINGS, region: 'be', keys: { teamleader: null, exact } }));
    await setKeys(KEYS);
    const login = storedLogin(area, (_name, task) => task(), 'exact', settings);
    await login.begin(tokens(), MADE_WITH);
    const session = (answer: Result<Tokens, TokenProblem>, now: number, { asked, answered }: Meanwhile) =>
      createSession({
        load: login.read,
        replace: async (...change) => {
          await answered?.();
          return login.renew(...change);
        },
        lock: (task) => task(),
        renew: async () => {
          await asked?.();
          return answer;
        },
        isOnline: () => true,
        now: () => now,
      });
    return { login, setKeys, session };
  }

  it('has its new tokens, though the keys were away for the moment when they were given', async () => {
    const { login, setKeys, session } = await stored();
    const renewing = session(ok(NEW), NOW + LIFE, { asked: () => setKeys(null) });
    expect(await renewing.accessToken()).toEqual(LOGIN_NEEDED);
    await setKeys(KEYS);
    expect(await login.read()).toEqual(NEW);
  });

  const ANSWERS: readonly Result<Tokens, TokenProblem>[] = [ok(NEW), err({ kind: 'refused', text: 'used' })];

  it.each(ANSWERS)('holds where it begins as the renewal of the one before is answered (%#)', async (answer) => {
    const { login, session } = await stored();
    const begin = () => login.begin(ANEW, MADE_WITH);
    expect(await session(answer, NOW + LIFE, { answered: begin }).accessToken()).toEqual(ok('anew'));
    expect(await login.read()).toEqual(ANEW);
  });

  it.each([0, LIFE])('holds where it begins as a token of the one before is turned away (after %i ms)', async (age) => {
    const { login, session } = await stored();
    await session(ok(NEW), NOW + age, { answered: () => login.begin(ANEW, MADE_WITH) }).invalidate('old');
    expect(await login.read()).toEqual(ANEW);
  });
});

import { describe, expect, it } from 'vitest';
import { ofSameUser } from '../../../entrypoints/background/identify.ts';
import { err, ok } from '../../../lib/result.ts';

const FRESH = { accessToken: 'fresh', expiresAt: 2, refreshToken: null, obtainedAt: 1 };
const AN = { id: 'an', name: 'An' };

describe('a token that was renewed for whoever is logged in by then', () => {
  it('is taken where it is the same user, whatever he is called now', async () => {
    const asked: string[] = [];
    const taken = await ofSameUser(FRESH, AN, async (token) => {
      asked.push(token);
      return ok({ id: 'an', name: 'An Maes' });
    });
    expect(taken).toEqual(ok(FRESH));
    expect(asked).toEqual(['fresh']);
  });

  it('is refused where it is somebody else', async () => {
    const refused = await ofSameUser(FRESH, AN, async () => ok({ id: 'bo', name: 'An' }));
    expect(refused).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });

  it('is asked for again where it cannot be told', async () => {
    const unknown = await ofSameUser(FRESH, AN, async () => err({ kind: 'noAnswer', detail: '503' }));
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'noAnswer' } });
  });

  it('is taken where an earlier version has not kept who it was', async () => {
    const nobody = async () => err({ kind: 'noAnswer', detail: 'not asked' } as const);
    expect(await ofSameUser(FRESH, { id: null, name: 'An' }, nobody)).toEqual(ok(FRESH));
    expect(await ofSameUser(FRESH, null, nobody)).toEqual(ok(FRESH));
  });
});

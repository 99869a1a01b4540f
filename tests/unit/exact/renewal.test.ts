/** What becomes of a log-in is what Exact says of it, whatever the browser's clock says. */
import { describe, expect, it } from 'vitest';
import { createExact, type Exact } from '../../../lib/exact/client.ts';
import { must } from '../http/world.ts';
import { clientSecret, type World, world } from './world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A browser whose clock can be put. */
async function browser() {
  const clock = { ahead: 0 };
  const connected = await world({}, clientSecret, () => clock.ahead);
  return { clock, connected, sandbox: connected.sandbox };
}

/** In a worker that knows only what is stored. */
const anew = ({ reopened, sandbox }: World): Exact =>
  createExact(reopened().requester, sandbox.business.country === 'BE' ? 'be' : 'nl');

const asked = ({ sandbox }: World): number[] =>
  sandbox.log.calls.flatMap(({ name, status }) => (name === 'token' ? [status] : [])).slice(1);

describe.each([2 * MINUTE, HOUR, 24 * HOUR, 400 * 24 * HOUR])('a clock that is put by %i ms', (by) => {
  it('forward costs one question that came too early, and no log-in', async () => {
    const { clock, connected, sandbox } = await browser();
    sandbox.clock.advance(9 * MINUTE);
    clock.ahead = by;
    for (let click = 0; click < 4; click += 1) must(await anew(connected).me());
    expect(asked(connected)).toEqual([400]);
    for (let minutes = 0; minutes < 60; minutes += 5) {
      sandbox.clock.advance(5 * MINUTE);
      must(await anew(connected).me());
    }
    expect(asked(connected).filter((status) => status !== 200)).toEqual([400]);
  });

  it('back costs no log-in', async () => {
    const { clock, connected, sandbox } = await browser();
    clock.ahead = -by;
    for (let minutes = 0; minutes < 60; minutes += 3) {
      sandbox.clock.advance(3 * MINUTE);
      must(await anew(connected).me());
    }
    expect(new Set(asked(connected))).toEqual(new Set([200]));
  });
});

describe('a token that is turned away before another is given', () => {
  it('waits for the next one, and asks no more often than it may be refused', async () => {
    const { connected, sandbox } = await browser();
    sandbox.clock.advance(MINUTE);
    sandbox.faults.order({ service: 'exact', call: 'GET Me', fault: { kind: 'status', status: 401, when: 'before' } });
    const { exact } = connected;
    for (let click = 0; click < 5; click += 1) expect(await exact.me()).toMatchObject({ error: { kind: 'limited' } });
    expect(asked(connected)).toEqual([400]);
    for (let tries = 0; tries < 3; tries += 1) {
      sandbox.clock.advance(200_000);
      await exact.me();
    }
    must(await exact.me());
    expect(asked(connected)).toEqual([400, 400, 400, 200]);
  });
});

/** Every call that wrote has its line in the history: what, when, why, how it ended, and the ids on both sides. D10. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WriteRecord } from '../../../lib/store/write-record.ts';
import { run, startWorld, type World } from './world.ts';

const MINUTE = 60_000;
let world: World;
afterEach(() => world.sandbox.close());

const WRITING = /^(POST|PUT|DELETE) /;

const callsThatWrote = (): number =>
  Object.entries(world.sandbox.log.counts('exact'))
    .filter(([name]) => WRITING.test(name))
    .reduce((sum, [, count]) => sum + count, 0);

const lines = (): Promise<WriteRecord[]> => world.context.database.writes(world.context.connection.id);

describe('the history of writes', () => {
  it('has one line for each call, with the ids on both sides', async () => {
    world = await startWorld();
    const context = { ...world.context, connection: { ...world.context.connection, attachPdf: true } };
    await run(context);
    const written = await lines();
    expect(written).toHaveLength(callsThatWrote());
    expect(new Set(written.map((line) => line.written))).toEqual(
      new Set(['salesEntry', 'account', 'bankAccount', 'document', 'attachment']),
    );
    const { entries, accounts } = world.sandbox.exact.ledger;
    for (const { written: kind, outcome, exactId, subject, name } of written) {
      if (outcome.state === 'refused') continue;
      expect(outcome.state).toBe('done');
      expect(name).not.toBe('');
      if (kind === 'salesEntry') expect(entries.get(exactId ?? '')?.link).toContain(subject);
      if (kind === 'account') expect(accounts.has(exactId ?? '')).toBe(true);
    }
    expect(written.filter(({ outcome }) => outcome.state === 'done').length).toBeGreaterThan(30);
    const made = written.find((line) => line.written === 'account');
    expect(made?.madeFor).toMatch(/\d/);
    expect(written.map(({ id }) => id)).toEqual(written.map(({ id }) => id).toSorted((a, b) => b - a));
  });

  it('tells an answer that was lost, and that its entry was found afterwards', async () => {
    world = await startWorld();
    const fault = { kind: 'cut', when: 'after' } as const;
    world.sandbox.faults.order({ service: 'exact', call: 'POST salesentry/SalesEntries', skip: 5, fault });
    await run(world.context);
    const states = async () => (await lines()).filter(({ written }) => written === 'salesEntry');
    expect((await states()).filter(({ outcome }) => outcome.state === 'lost')).toHaveLength(1);
    world.sandbox.clock.advance(7 * MINUTE);
    await run(world.context);
    const found = (await states()).filter(({ outcome }) => outcome.state === 'found');
    expect(found).toHaveLength(1);
    expect(world.sandbox.exact.ledger.entries.has(found[0]?.exactId ?? '')).toBe(true);
    expect(await lines()).toHaveLength(callsThatWrote());
  });

  it('keeps a refusal in the service’s own words', async () => {
    world = await startWorld();
    world.sandbox.exact.order({ order: 'closePeriodsBefore', date: '2100-01-01' });
    await run(world.context);
    const refused = (await lines()).filter(({ outcome }) => outcome.state === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    for (const { outcome } of refused) expect(outcome).toMatchObject({ text: expect.stringMatching(/\w/) });
  });
});

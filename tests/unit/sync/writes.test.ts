/** Every call that wrote has its line in the history: what, when, why, how it ended, and the ids on both sides. D10. */
import { afterEach, describe, expect, it } from 'vitest';
import type { WriteRecord } from '../../../lib/store/write-record.ts';
import { knownCustomer } from './known-customer.ts';
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

describe('the history of a customer’s details that were changed', () => {
  const CALL = { service: 'exact', call: 'PUT crm/Accounts' } as const;
  const NEW_EMAIL = 'nieuw@klant.example';

  const changes = async () => (await lines()).filter(({ written }) => written === 'accountChange');
  const states = async () => (await changes()).map(({ outcome }) => outcome.state);
  const sent = () => world.sandbox.log.counts('exact')['PUT crm/Accounts'] ?? 0;

  /** In Teamleader, after the account was in Exact. */
  async function changeDetails() {
    world = await startWorld();
    const known = knownCustomer(world.sandbox);
    world.sandbox.clock.advance(MINUTE);
    world.sandbox.teamleader.ledger.updateCustomer(known.customer.id, {
      emails: [{ type: 'primary', email: NEW_EMAIL }],
    });
    return known;
  }
  const emailOf = (accountId: string) => world.sandbox.exact.ledger.accounts.get(accountId)?.fields['Email'];

  it('has one line for each change, which says of whom, for which document, and of which account', async () => {
    const { customer, account } = await changeDetails();
    const before = world.sandbox.clock.now();
    await run(world.context);
    expect(emailOf(account.id)).toBe(NEW_EMAIL);
    expect(await changes()).toHaveLength(sent());
    const ofThis = (await changes()).filter(({ subject }) => subject === `${customer.type}/${customer.id}`);
    expect(ofThis).toHaveLength(1);
    const [line] = ofThis;
    expect(line).toMatchObject({ name: customer.name, exactId: account.id, outcome: { state: 'done' } });
    expect(line?.at).toBeGreaterThanOrEqual(before);
    const numbers = world.sandbox.business.documents.flatMap((document) =>
      document.customerId === customer.id ? [document.number] : [],
    );
    expect(numbers).toContain(line?.madeFor);

    await run(world.context);
    expect(await changes()).toHaveLength(sent());
  });

  it('has none where nothing was to be changed', async () => {
    world = await startWorld();
    await run(world.context);
    expect(await changes()).toEqual([]);
    expect(sent()).toBe(0);
  });

  it('keeps a refusal in the service’s own words, once', async () => {
    const { account, one } = await changeDetails();
    const body = '{"error":{"message":{"value":"Ongeldig: E-mail"}}}';
    world.sandbox.faults.order({ ...CALL, fault: { kind: 'status', status: 400, when: 'before', body } });
    await run(world.context, one);
    await run(world.context);
    expect((await changes()).map(({ outcome, exactId }) => ({ outcome, exactId }))).toEqual([
      { outcome: { state: 'refused', text: 'Ongeldig: E-mail' }, exactId: account.id },
    ]);
    expect(emailOf(account.id)).not.toBe(NEW_EMAIL);
  });

  it('tells of each call whose answer was lost, and of the one that made it good', async () => {
    const { account } = await changeDetails();
    world.sandbox.faults.order({ ...CALL, fault: { kind: 'cut', when: 'before' } });
    await run(world.context);
    expect(await states()).toEqual(['lost']);
    world.sandbox.clock.advance(7 * MINUTE);
    await run(world.context);
    expect(await states()).toEqual(['done', 'lost']);
    expect(emailOf(account.id)).toBe(NEW_EMAIL);
  });

  it('has one line where the answer was lost after Exact had done it, which says so once it was looked for', async () => {
    const { account } = await changeDetails();
    world.sandbox.faults.order({ ...CALL, fault: { kind: 'cut', when: 'after' } });
    await run(world.context);
    expect(await states()).toEqual(['lost']);
    world.sandbox.clock.advance(7 * MINUTE);
    await run(world.context);
    expect(emailOf(account.id)).toBe(NEW_EMAIL);
    expect((await changes()).map(({ outcome, exactId }) => ({ outcome, exactId }))).toEqual([
      { outcome: { state: 'found' }, exactId: account.id },
    ]);
    expect(sent()).toBe(1);
  });

  it('keeps a refusal where the bookkeeper has since entered the same himself', async () => {
    const { account, one } = await changeDetails();
    const body = '{"error":{"message":{"value":"Ongeldig: E-mail"}}}';
    world.sandbox.faults.order({ ...CALL, fault: { kind: 'status', status: 400, when: 'before', body } });
    await run(world.context, one);
    expect(await states()).toEqual(['refused']);
    world.sandbox.exact.ledger.putAccount(account.id, { Email: NEW_EMAIL });
    await run(world.context);
    expect(await states()).toEqual(['refused']);
  });

  it('has no line for a call that was never let through', async () => {
    await changeDetails();
    world.sandbox.faults.order({
      ...CALL,
      fault: { kind: 'status', status: 429, when: 'before', headers: { 'X-RateLimit-Reset': '0' } },
      times: 9,
    });
    await run(world.context);
    expect(await states()).toEqual([]);
  });

  it('says that it may have been broken off where the worker died under it, until it is found', async () => {
    await changeDetails();
    const { exact } = world.context;
    const changeAccount: typeof exact.changeAccount = async (...given) => {
      await exact.changeAccount(...given);
      throw new Error('dead');
    };
    await expect(run({ ...world.context, exact: { ...exact, changeAccount } })).rejects.toThrow('dead');
    expect(await states()).toEqual(['sent']);
    await run(world.reopened());
    expect(await states()).toEqual(['found']);
    expect(sent()).toBe(1);
  });

  it('does not tell as found what is not there', async () => {
    const { account } = await changeDetails();
    world.sandbox.faults.order({ ...CALL, fault: { kind: 'cut', when: 'before' } });
    await run(world.context);
    expect(await states()).toEqual(['lost']);
    world.sandbox.clock.advance(7 * MINUTE);
    world.sandbox.exact.ledger.putAccount(account.id, { Phone: '+32 3 123 45 67' });
    await run(world.context);
    expect(emailOf(account.id)).not.toBe(NEW_EMAIL);
    expect(await states()).toEqual(['lost']);
  });
});

/** Several connections in one browser, each into its own books: against the stand-ins over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SyncContext } from '../../../lib/sync/context.ts';
import type { Ledger } from '../../sandbox/exact/ledger.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

const MINUTE = 60_000;

/** The business's two company entities, the second into the same division and journals unless told otherwise. */
async function start(divisionOfSecond: 'same' | 'practice') {
  const made = await startWorld({ documents: 120 });
  world = made;
  const { business, exact } = made.sandbox;
  const { code } = business.division;
  const { id, name } = business.otherCompanyEntity;
  const second = made.beside({
    companyEntity: { id, name },
    entrySeries: 1,
    ...(divisionOfSecond === 'practice'
      ? { division: { ...exact.practiceLedger.books.division, currency: 'EUR' } }
      : {}),
  });
  const isSame = second.connection.division.code === code;
  const first: SyncContext = { ...made.context, siblings: isSame ? [second.connection.id] : [] };
  return { made, first, second: { ...second, siblings: isSame ? [first.connection.id] : [] } };
}

const inScope = ({ sandbox }: World) =>
  sandbox.business.documents.filter(
    ({ companyEntityId, number }) => number !== null && companyEntityId === sandbox.business.otherCompanyEntity.id,
  );

/** Document id to the numbers of its entries in the books. */
const entriesOf = (ledger: Ledger, documents: readonly { readonly id: string }[]) =>
  new Map(
    documents.map(({ id }) => [
      id,
      [...ledger.entries.values()].filter(({ link }) => link?.includes(id)).map(({ entryNumber }) => entryNumber),
    ]),
  );

const accountNames = (ledger: Ledger): string[] =>
  [...ledger.accounts.values()].map(({ fields }) => String(fields['Name']));

describe('two company entities in one division and the same journals', () => {
  it('are each booked whole and once, with numbers of their own, and share the customers', async () => {
    const { made, first, second } = await start('same');
    const { ledger } = made.sandbox.exact;
    const before = accountNames(ledger).length;
    expect(await run(first)).toMatchObject({ problem: null });
    const customers = accountNames(ledger);
    const calls = made.sandbox.log.calls.length;
    expect(await run(second)).toMatchObject({ problem: null, counts: { blocked: 0 } });

    const theirs = inScope(made);
    expect(theirs.length).toBeGreaterThan(3);
    for (const [, numbers] of entriesOf(ledger, theirs)) {
      expect(numbers).toHaveLength(1);
      expect(String(numbers[0])).toMatch(/^126\d{6}$/);
    }
    expect(await tallyOf(made, first)).toMatchObject({ duplicates: 0, missing: 0, unexpected: [] });
    // Customers of both have one account; the division's lists were read once.
    const added = accountNames(ledger).slice(customers.length);
    expect(customers.length).toBeGreaterThan(before);
    expect(added.filter((name) => customers.slice(before).includes(name))).toEqual([]);
    const read = Object.keys(made.sandbox.log.counts('exact', calls));
    expect(read.filter((name) => /Journals|VATCodes|GLAccounts|PaymentConditions|FinancialPeriods/.test(name))).toEqual(
      [],
    );

    // Neither takes the other's entries for its own, or for strangers, in any later run.
    expect(await run(first)).toMatchObject({ counts: { booked: 0, adopted: 0 } });
    expect(await run(second)).toMatchObject({ counts: { booked: 0, adopted: 0, unchanged: theirs.length } });
  });

  it('do not make a customer that the other may have just made', async () => {
    const { made, first, second } = await start('same');
    const { database, connection } = first;
    const { sandbox } = made;
    const known = sandbox.business.customers.filter(({ inExact }) => inExact === 'no');
    const [document] = inScope(made).filter(({ customerId }) => known.some(({ id }) => id === customerId));
    if (document === undefined) throw new Error('The other company entity has no new customer.');
    const customer = known.find(({ id }) => id === document.customerId);
    const subject = `${customer?.type}/${customer?.id}`;
    // The worker died right after it had noted the account.
    await database.putIntent({ type: 'account', connectionId: connection.id, subject, sentAt: second.now() });

    await run(second);
    const outcomeOf = async () =>
      (await database.documents(second.connection.id)).find(({ id }) => id === document.id)?.outcome;
    expect(await outcomeOf()).toMatchObject({ state: 'waiting', cause: { type: 'answerLost' } });
    expect(accountNames(sandbox.exact.ledger)).not.toContain(customer?.name);
    sandbox.clock.advance(7 * MINUTE);
    await run(second);
    expect(await outcomeOf()).toMatchObject({ state: 'booked' });
    expect(accountNames(sandbox.exact.ledger).filter((name) => name === customer?.name)).toHaveLength(1);
  });
});

describe('two company entities in two divisions', () => {
  it('are each booked into their own, with accounts of their own', async () => {
    const { made, first, second } = await start('practice');
    const { ledger, practiceLedger } = made.sandbox.exact;
    expect(await run(first)).toMatchObject({ problem: null });
    expect(await run(second)).toMatchObject({ problem: null, counts: { blocked: 0 } });
    const theirs = inScope(made);
    expect([...entriesOf(practiceLedger, theirs).values()].every(({ length }) => length === 1)).toBe(true);
    expect([...entriesOf(ledger, theirs).values()].every(({ length }) => length === 0)).toBe(true);
    expect(practiceLedger.entries.size).toBe(theirs.length);
    expect(practiceLedger.accounts.size).toBe(new Set(theirs.map(({ customerId }) => customerId)).size);
    expect(await tallyOf(made, first)).toMatchObject({ duplicates: 0, missing: 0, unexpected: [] });
    expect(await run(second)).toMatchObject({ counts: { booked: 0, unchanged: theirs.length } });
  });
});

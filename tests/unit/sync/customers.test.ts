/** Each customer one account, with what Teamleader tells of it: against the stand-ins over real HTTP. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { nextWake } from '../../../lib/sync/wake.ts';
import type { Fields, LedgerRecord } from '../../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { knownCustomer } from './known-customer.ts';
import { run, startWorld, tallyOf, type World } from './world.ts';

let world: World | null = null;

async function start(options: SandboxOptions = {}): Promise<World> {
  world = await startWorld(options);
  return world;
}

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

const MINUTE = 60_000;

const accountsOf = ({ sandbox }: World): LedgerRecord[] => [...sandbox.exact.ledger.accounts.values()];
const textIn = ({ fields }: LedgerRecord, name: string): string => String(fields[name] ?? '');

/** The accounts that we have made bear their customer's id. */
function madeFor(made: World): Map<string, LedgerRecord> {
  const { customers } = made.sandbox.business;
  return new Map(
    customers.flatMap(({ id }) => {
      const account = accountsOf(made).find((one) => textIn(one, 'Remarks').includes(id));
      return account === undefined ? [] : [[id, account]];
    }),
  );
}

const bankAccountsOf = ({ sandbox }: World, { id }: LedgerRecord): string[] =>
  [...sandbox.exact.ledger.bankAccounts.values()]
    .filter(({ fields }) => fields['Account'] === id)
    .map((one) => textIn(one, 'BankAccount'));

function expectBankAccounts(made: World): void {
  const accounts = madeFor(made);
  expect(accounts.size).toBeGreaterThan(3);
  for (const [customerId, account] of accounts) {
    const iban = made.sandbox.business.customers.find(({ id }) => id === customerId)?.iban;
    expect(bankAccountsOf(made, account)).toEqual(iban ? [iban] : []);
  }
}

describe('the bank account of a new customer', () => {
  it('follows its account, once', async () => {
    const made = await start();
    await run(made.context);
    expectBankAccounts(made);
    await run(made.context);
    expectBankAccounts(made);
    expect(await made.context.database.intents(made.context.connection.id)).toEqual([]);
  });

  it.each(['before', 'after'] as const)('is added once when the answer is lost %s Exact has done it', async (when) => {
    const made = await start();
    made.sandbox.faults.order({
      service: 'exact',
      call: 'POST crm/BankAccounts',
      skip: 1,
      fault: { kind: 'cut', when },
    });
    const halted = await run(made.context);
    expect(halted.problem).toEqual({ type: 'unreachable', service: 'exact' });
    expect(halted.counts.waiting).toBe(0);
    // Nobody needs to ask for the rest.
    const { connection, database } = made.context;
    expect(await nextWake(database, connection, [halted], halted.endedAt ?? 0)).toMatchObject({ trigger: 'resume' });
    await run(made.context);
    made.sandbox.clock.advance(7 * MINUTE);
    await run(made.context);
    expectBankAccounts(made);
  });

  it('is not forgotten when the worker dies right after the account was made', async () => {
    const made = await start();
    const { exact } = made.context;
    const dying: SyncContext = {
      ...made.context,
      exact: {
        ...exact,
        createAccount: async (draft) => {
          await exact.createAccount(draft);
          throw new Error('dead');
        },
      },
    };
    await expect(run(dying)).rejects.toThrow('dead');
    await run(made.context);
    made.sandbox.clock.advance(7 * MINUTE);
    await run(made.context);
    expectBankAccounts(made);
  });

  it('that Exact refuses holds nothing back and is not sent again', async () => {
    const made = await start();
    made.sandbox.faults.order({
      service: 'exact',
      call: 'POST crm/BankAccounts',
      fault: { kind: 'status', status: 400, when: 'before', body: '{"error":{"message":{"value":"Invalid: Bank"}}}' },
    });
    await run(made.context);
    await run(made.context);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
    const wanted = [...madeFor(made).keys()].filter(
      (id) => made.sandbox.business.customers.find((customer) => customer.id === id)?.iban,
    );
    expect(made.sandbox.log.counts('exact')['POST crm/BankAccounts']).toBe(wanted.length);
  });
});

describe('a customer that is known', () => {
  const fieldsNow = (made: World, { id }: LedgerRecord): Fields =>
    made.sandbox.exact.ledger.accounts.get(id)?.fields ?? {};

  it('keeps what the bookkeeper has changed since', async () => {
    const made = await start();
    const { account } = knownCustomer(made.sandbox);
    made.sandbox.clock.advance(MINUTE);
    made.sandbox.exact.ledger.putAccount(account.id, { Email: 'boekhouding@klant.example' });
    await run(made.context);
    expect(fieldsNow(made, account)['Email']).toBe('boekhouding@klant.example');
  });

  it('gets what was changed in Teamleader since', async () => {
    const made = await start();
    const { account, customer } = knownCustomer(made.sandbox);
    made.sandbox.clock.advance(MINUTE);
    made.sandbox.teamleader.ledger.updateCustomer(customer.id, {
      emails: [{ type: 'primary', email: 'nieuw@klant.example' }],
    });
    await run(made.context);
    expect(fieldsNow(made, account)['Email']).toBe('nieuw@klant.example');
  });

  it('is booked all the same where Exact refuses the change, and the change is not tried again that day', async () => {
    const made = await start();
    const { customer, one } = knownCustomer(made.sandbox);
    made.sandbox.clock.advance(MINUTE);
    made.sandbox.teamleader.ledger.updateCustomer(customer.id, {
      emails: [{ type: 'primary', email: 'nieuw@klant.example' }],
    });
    made.sandbox.faults.order({
      service: 'exact',
      call: 'PUT crm/Accounts',
      times: 9,
      fault: { kind: 'status', status: 400, when: 'before', body: '{"error":{"message":{"value":"Invalid: E-mail"}}}' },
    });
    await run(made.context, one);
    expect(made.sandbox.log.counts('exact')['PUT crm/Accounts']).toBe(1);
    await run(made.context);
    expect(made.sandbox.log.counts('exact')['PUT crm/Accounts']).toBe(1);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
  });
});

describe('accounts that Exact refuses for one cause', () => {
  const refusal = (call: string) =>
    ({
      service: 'exact',
      call,
      times: 100,
      fault: { kind: 'status', status: 400, when: 'before', body: '{"error":{"message":{"value":"Verplicht"}}}' },
    }) as const;

  it('are not tried one after another, and hold back their own documents only', async () => {
    const made = await start();
    made.sandbox.faults.order(refusal('POST crm/Accounts'));
    const { counts, problem } = await run(made.context);
    expect(made.sandbox.log.counts('exact')['POST crm/Accounts']).toBe(2);
    expect(problem).toBeNull();
    expect(counts.booked).toBeGreaterThan(0);
  });

  it('are changed no more that day, and hold nothing back', async () => {
    const made = await start();
    const { ledger } = made.sandbox.exact;
    for (const id of [...ledger.accounts.keys()]) ledger.putAccount(id, { Email: null });
    made.sandbox.faults.order(refusal('PUT crm/Accounts'));
    for (let runs = 0; runs < 3; runs += 1) await run(made.context);
    const { duplicates, missing } = await tallyOf(made, made.context);
    expect({ duplicates, missing }).toEqual({ duplicates: 0, missing: 0 });
    expect(made.sandbox.log.counts('exact')['PUT crm/Accounts']).toBe(2);
  });
});

describe('a customer with two accounts', () => {
  it('is asked for, and booked on the one that the user chooses', async () => {
    const made = await start({ documents: 200 });
    await run(made.context);
    const { database, connection } = made.context;
    const asked = (await database.documents(connection.id)).flatMap(({ id, outcome }) =>
      outcome.state === 'blocked' && outcome.cause.type === 'customerAmbiguous' ? [{ id, cause: outcome.cause }] : [],
    );
    expect(asked).toHaveLength(1);
    const [{ id, cause } = { id: '', cause: null }] = asked;
    expect(cause?.candidates).toHaveLength(2);
    const chosen = cause?.candidates[1]?.id ?? '';
    await run({
      ...made.context,
      connection: { ...connection, accountChoices: { [cause?.customer ?? '']: chosen } },
    });
    const entry = [...made.sandbox.exact.ledger.entries.values()].find(({ link }) => link?.includes(id));
    expect(entry?.customer).toBe(chosen);
  });
});

describe('a VAT number that only the invoice tells', () => {
  it('is the account’s too', async () => {
    const made = await start({ documents: 200 });
    await run(made.context);
    const trader = made.sandbox.business.customers.find(
      ({ type, vatNumber }) => type === 'contact' && vatNumber !== null,
    );
    const account = madeFor(made).get(trader?.id ?? '');
    expect(account?.fields['VATNumber']).toBe(trader?.vatNumber);
  });
});

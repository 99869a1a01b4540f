/** What the user wants done about payments is done, once, though the worker dies or a service is out of reach meanwhile. */
import { afterEach, describe, expect, it } from 'vitest';
import type { PaymentAction } from '../../../lib/payment.ts';
import type { SyncContext } from '../../../lib/sync/context.ts';
import { carryOutWishes, noteWish } from '../../../lib/sync/payment-actions.ts';
import { askFor, DAY, type Invoice, LATER, MINUTE, paymentsOf, stateOf, unpaid } from './invoices.ts';
import { run, startWorld, type World } from './world.ts';

let world: World | null = null;

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

/** An invoice about whose payments the user may ask for it. */
async function start(action: PaymentAction): Promise<{ made: World; invoice: Invoice; context: SyncContext }> {
  const made = await startWorld({ documents: 60 });
  world = made;
  const { context, sandbox } = made;
  await run(context);
  const invoice = unpaid(made);
  const { bookkeeper } = sandbox.exact;
  if (action === 'remove') bookkeeper.reconcile(invoice.entryId, DAY);
  else bookkeeper.pay(invoice.entryId, { amount: invoice.gross.minus('0.50').toFixed(2), date: DAY });
  await run(context);
  if (action === 'remove') bookkeeper.takeBack(invoice.entryId, LATER);
  else bookkeeper.writeOff(invoice.entryId, LATER);
  await run(context);
  return { made, invoice, context };
}

const note = ({ database, connection, now }: SyncContext, { id }: Invoice, action: PaymentAction): Promise<boolean> =>
  noteWish(database, { connectionId: connection.id, id }, action, now());

const intentsOf = ({ database, connection }: SyncContext) => database.intents(connection.id);

const callsOf = ({ sandbox }: World, call: string): number => sandbox.log.counts('teamleader')[call] ?? 0;

const register = ({ sandbox }: World, { id }: Invoice, amount: string): void =>
  void sandbox.teamleader.ledger.addPayment({
    ...{ invoiceId: id, currency: 'EUR', methodId: null },
    ...{ amount, paidAt: `${LATER}T12:00:00+00:00` },
  });

describe('the worker dies', () => {
  it.each(['remove', 'settle'] as const)('before anything is sent (%s): the next run does it', async (action) => {
    const { made, invoice, context } = await start(action);
    expect(await note(context, invoice, action)).toBe(true);
    await run(made.reopened(), [], 'resume');
    expect(paymentsOf(made, invoice)).toHaveLength(action === 'remove' ? 0 : 2);
    expect(await stateOf(made, invoice)).toMatchObject({ state: action === 'remove' ? 'open' : 'paid' });
    expect(await intentsOf(context)).toEqual([]);
  });

  it.each(['remove', 'settle'] as const)('after Teamleader has done it (%s): it is not done again', async (action) => {
    const { made, invoice, context } = await start(action);
    const { teamleader } = context;
    const dying: SyncContext = {
      ...context,
      teamleader: {
        ...teamleader,
        removePayments: async (id) => {
          await teamleader.removePayments(id);
          throw new Error('dead');
        },
        registerPayment: async (...payment) => {
          await teamleader.registerPayment(...payment);
          throw new Error('dead');
        },
      },
    };
    await note(context, invoice, action);
    await expect(carryOutWishes(dying)).rejects.toThrow('dead');
    const call = action === 'remove' ? 'invoices.removePayments' : 'invoices.registerPayment';
    const before = callsOf(made, call);
    await run(made.reopened(), [], 'resume');
    expect(callsOf(made, call)).toBe(before);
    expect(await stateOf(made, invoice)).toMatchObject({ state: action === 'remove' ? 'open' : 'paid' });
    expect(await intentsOf(context)).toEqual([]);
  });
});

it('what cannot be done for a while stays noted, and is tried by itself', async () => {
  const { made, invoice, context } = await start('remove');
  const removal = { service: 'teamleader', call: 'invoices.removePayments' } as const;
  made.sandbox.faults.order({ ...removal, fault: { kind: 'status', status: 503, when: 'before' } });
  expect(await askFor('remove', context, invoice.id)).toMatchObject({ type: 'unreachable' });
  expect(await intentsOf(context)).toMatchObject([{ type: 'paymentWish', action: 'remove' }]);
  made.sandbox.clock.advance(15 * MINUTE);
  await run(context, [], 'resume');
  expect(paymentsOf(made, invoice)).toEqual([]);
  expect(await intentsOf(context)).toEqual([]);
});

describe('what the user was not shown', () => {
  it('of what was paid since nothing is removed', async () => {
    const { made, invoice, context } = await start('remove');
    made.sandbox.teamleader.ledger.removePayments(invoice.id);
    register(made, invoice, '2');
    await run(context);
    await note(context, invoice, 'remove');
    register(made, invoice, '3');
    await carryOutWishes(context);
    expect(paymentsOf(made, invoice)).toHaveLength(2);
    expect(await intentsOf(context)).toEqual([]);
  });

  it('no more is set as paid than was asked for then', async () => {
    const { made, invoice, context } = await start('settle');
    await note(context, invoice, 'settle');
    made.sandbox.teamleader.ledger.removePayments(invoice.id);
    await carryOutWishes(context);
    expect(paymentsOf(made, invoice)).toEqual([]);
    expect(await intentsOf(context)).toEqual([]);
  });

  it('what agrees is not even noted', async () => {
    const { invoice, context } = await start('settle');
    expect(await note(context, invoice, 'remove')).toBe(false);
    expect(await intentsOf(context)).toEqual([]);
  });
});

/** Payments that Exact received come to Teamleader: once, to the cent, and in few calls. Against the stand-ins over HTTP. */
import Big from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { SyncContext } from '../../../lib/sync/context.ts';
import type { Switches } from '../../sandbox/contract.ts';
import { grossOf } from '../../sandbox/exact/ledger.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { askFor, DAY, LATER, MINUTE, paymentsOf, stateOf, unpaid } from './invoices.ts';
import { run, startWorld, type World } from './world.ts';

let world: World | null = null;

async function start(options: SandboxOptions = {}): Promise<World> {
  world = await startWorld({ documents: 60, ...options });
  await run(world.context);
  return world;
}

afterEach(async () => {
  await world?.sandbox.close();
  expect(world?.sandbox.defects).toEqual([]);
  world = null;
});

const part = (amount: Big | string | number): string => new Big(amount).toFixed(2);

describe('an invoice that Exact has as paid', () => {
  it('is set as paid with the day of the payment, once', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, DAY);
    expect((await run(made.context)).paid).toBe(1);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, invoice.gross.toString()]]);
    expect(made.sandbox.teamleader.ledger.invoices.get(invoice.id)?.status).toBe('matched');
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid', on: DAY });
    expect((await run(made.context)).paid).toBe(0);
    await made.context.database.reset();
    await run(made.context);
    expect(paymentsOf(made, invoice)).toHaveLength(1);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid', on: DAY });
  });

  it('in instalments: each as it came', async () => {
    const made = await start();
    const invoice = unpaid(made);
    const { bookkeeper } = made.sandbox.exact;
    bookkeeper.pay(invoice.entryId, { amount: '1.10', date: DAY });
    await run(made.context);
    expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '1.10' });
    bookkeeper.pay(invoice.entryId, { amount: '2.20', date: DAY });
    bookkeeper.reconcile(invoice.entryId, LATER);
    await run(made.context);
    const rest = invoice.gross.minus('3.30').toString();
    expect(paymentsOf(made, invoice)).toEqual([
      [DAY, '1.1'],
      [DAY, '2.2'],
      [LATER, rest],
    ]);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid', on: LATER });
  });

  it('in another currency, in instalments: each in its own', async () => {
    const made = await start();
    const invoice = unpaid(made, 0, (currency) => currency !== 'EUR' && currency !== 'JPY');
    const { bookkeeper } = made.sandbox.exact;
    bookkeeper.pay(invoice.entryId, { amount: '5.00', date: DAY, isConverted: true });
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '5']]);
    expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '5.00' });
    bookkeeper.pay(invoice.entryId, { amount: '2.35', date: LATER, isConverted: true });
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([
      [DAY, '5'],
      [LATER, '2.35'],
    ]);
    expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '7.35' });
  });

  it('and in Teamleader too is left alone', async () => {
    const made = await start();
    const invoice = unpaid(made);
    const { ledger } = made.sandbox.teamleader;
    const payment = { invoiceId: invoice.id, currency: 'EUR', methodId: null };
    ledger.addPayment({ ...payment, amount: invoice.gross.toString(), paidAt: `${LATER}T09:30:00+00:00` });
    await run(made.context);
    expect(await stateOf(made, invoice)).toEqual({ state: 'open' });
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, DAY);
    expect((await run(made.context)).paid).toBe(0);
    expect(paymentsOf(made, invoice)).toHaveLength(1);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid' });
  });

  it('of which a part was registered by hand gets the rest only', async () => {
    const made = await start();
    const invoice = unpaid(made);
    const payment = { invoiceId: invoice.id, currency: 'EUR', methodId: null };
    made.sandbox.teamleader.ledger.addPayment({ ...payment, amount: '4', paidAt: `${DAY}T09:30:00+00:00` });
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '4.00', date: LATER });
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '3.00', date: LATER });
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([
      [DAY, '4'],
      [LATER, '3'],
    ]);
  });

  it('with too much: the invoice is paid, and no more', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: part(invoice.gross.plus(5)), date: DAY });
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, invoice.gross.toString()]]);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid' });
  });
});

describe('what is owed in parts', () => {
  it('split and not paid is open', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.split(invoice.entryId, '3.00');
    await run(made.context);
    expect(await stateOf(made, invoice)).toEqual({ state: 'open' });
    expect(paymentsOf(made, invoice)).toEqual([]);
  });
});

describe('what is settled without money', () => {
  it.each(['entry', 'line'] as const)(
    'a difference that is written off (%s) needs the user',
    async (exactDifference) => {
      const made = await start({ switches: { exactDifference } });
      const invoice = unpaid(made);
      made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: part(invoice.gross.minus('0.50')), date: DAY });
      made.sandbox.exact.bookkeeper.writeOff(invoice.entryId, LATER);
      const { paid } = await run(made.context);
      expect(paid).toBe(0);
      expect(paymentsOf(made, invoice)).toEqual([[DAY, invoice.gross.minus('0.50').toString()]]);
      expect(await stateOf(made, invoice)).toEqual({
        state: 'attention',
        cause: { type: 'writtenOff', amount: '0.50', currency: 'EUR' },
        paid: part(invoice.gross.minus('0.50')),
      });
    },
  );

  it('a discount for paying early needs the user', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.payWithDiscount(invoice.entryId, '0.20', DAY);
    await run(made.context);
    expect(await stateOf(made, invoice)).toMatchObject({
      state: 'attention',
      cause: { type: 'discountTaken', amount: '0.20' },
    });
  });

  it('a credit note of the invoice, and the rest in money: it is paid', async () => {
    const made = await start({ documents: 200 });
    const { entries } = made.sandbox.exact.ledger;
    const { creditNotes, invoices, dueOf } = made.sandbox.teamleader.ledger;
    const pairs = [...creditNotes.values()].flatMap(({ id, creditsInvoiceId }) => {
      const invoice = invoices.get(creditsInvoiceId ?? '');
      const credit = [...entries.values()].find(({ link }) => link?.includes(id));
      const entry = [...entries.values()].find(({ link }) => invoice !== undefined && link?.includes(invoice.id));
      if (invoice === undefined || credit === undefined || entry === undefined) return [];
      return [{ invoice, credit, entry, due: dueOf(invoice) }];
    });
    const partly = pairs.find(({ due }) => due.gt(0));
    const wholly = pairs.find(({ due, invoice }) => due.eq(0) && invoice.status === 'outstanding');
    expect(partly ?? wholly).toBeDefined();
    for (const { credit, entry } of [partly, wholly].flatMap((one) => one ?? [])) {
      made.sandbox.exact.bookkeeper.setOff(entry.id, credit.id, DAY);
    }
    await run(made.context);
    for (const { invoice, entry } of [partly].flatMap((one) => one ?? [])) {
      expect(made.sandbox.teamleader.ledger.payments.get(invoice.id) ?? []).toEqual([]);
      made.sandbox.exact.bookkeeper.reconcile(entry.id, LATER);
    }
    await run(made.context);
    const records = await made.context.database.documents(made.context.connection.id);
    const payment = (id = '') => records.find((record) => record.id === id)?.payment;
    if (partly !== undefined) {
      const paid = made.sandbox.teamleader.ledger.payments.get(partly.invoice.id) ?? [];
      expect(paid.map(({ amount }) => amount)).toEqual([partly.due.toString()]);
      expect(payment(partly.invoice.id)).toMatchObject({ state: 'paid', on: LATER });
    }
    if (wholly !== undefined) expect(payment(wholly.invoice.id)).toEqual({ state: 'credited' });
  });

  it('a credit note that Teamleader does not have on the invoice needs the user', async () => {
    const made = await start();
    const invoice = unpaid(made);
    const { entries } = made.sandbox.exact.ledger;
    const credit = [...entries.values()].find((entry) => grossOf(entry).lt(0) && entry.currency === 'EUR');
    made.sandbox.exact.bookkeeper.setOff(invoice.entryId, credit?.id ?? '', DAY);
    await run(made.context);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'attention', cause: { type: 'settledOtherwise' } });
    expect(paymentsOf(made, invoice)).toEqual([]);
  });
});

describe('paid back to unpaid', () => {
  it.each(['takeBack', 'unmatch'] as const)('by %s: Teamleader stays as it is, and the state says so', async (how) => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, DAY);
    await run(made.context);
    made.sandbox.exact.bookkeeper[how](invoice.entryId, LATER);
    await run(made.context);
    expect(await stateOf(made, invoice)).toEqual({ state: 'paidBack', open: part(invoice.gross) });
    expect(paymentsOf(made, invoice)).toHaveLength(1);
    // It comes again.
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, LATER);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toHaveLength(1);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid' });
  });
});

describe('what the user has done', () => {
  it('after it was paid back: the payments are removed, and the invoice is open', async () => {
    const made = await start();
    const { context, sandbox } = made;
    const [invoice, other] = [unpaid(made, 0), unpaid(made, 1)];
    const { bookkeeper } = sandbox.exact;
    bookkeeper.reconcile(invoice.entryId, DAY);
    bookkeeper.reconcile(other.entryId, DAY);
    await run(context, null, 'automatic');
    bookkeeper.takeBack(invoice.entryId, LATER);
    await run(context, null, 'automatic');
    expect(await askFor('remove', context, invoice.id)).toBeNull();
    // Of what agrees nothing is removed, whoever asks.
    expect(await askFor('remove', context, other.id)).toBeNull();
    await run(context, null, 'automatic');
    expect(paymentsOf(made, invoice)).toEqual([]);
    expect(paymentsOf(made, other)).toHaveLength(1);
    expect(await stateOf(made, invoice)).toEqual({ state: 'open' });
    bookkeeper.reconcile(invoice.entryId, LATER);
    await run(context);
    expect(paymentsOf(made, invoice)).toEqual([[LATER, invoice.gross.toString()]]);
  });

  it('after a payment was registered twice: what was received is registered again', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.00', date: DAY });
    await run(made.context);
    const payment = { invoiceId: invoice.id, currency: 'EUR', methodId: null };
    made.sandbox.teamleader.ledger.addPayment({ ...payment, amount: '2', paidAt: `${DAY}T12:00:00+00:00` });
    await run(made.context);
    await askFor('remove', made.context, invoice.id);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
    expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '2.00' });
  });

  it('after a difference was written off: the rest is set as paid', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: part(invoice.gross.minus('0.50')), date: DAY });
    made.sandbox.exact.bookkeeper.writeOff(invoice.entryId, LATER);
    await run(made.context);
    expect(await askFor('settle', made.context, invoice.id)).toBeNull();
    expect(made.sandbox.teamleader.ledger.invoices.get(invoice.id)?.status).toBe('matched');
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid', byUs: false });
    await run(made.context);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid' });
    expect(paymentsOf(made, invoice)).toHaveLength(2);
  });

  it('has its line in the history, as each payment has', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.00', date: DAY });
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '3.00', date: DAY });
    await run(made.context);
    const lines = await made.context.database.writes();
    const ofInvoice = lines.filter(({ subject, written }) => subject === invoice.id && written === 'payment');
    expect(ofInvoice.map(({ outcome, exactId }) => [outcome.state, exactId])).toEqual([
      ['done', invoice.entryId],
      ['done', invoice.entryId],
    ]);
  });
});

describe('what is not sure of the services', () => {
  const ways: readonly Partial<Switches>[] = [
    { exactPartsAsRows: false },
    { exactPaymentsNameInvoice: false },
    { exactPartsAsRows: false, exactPaymentsNameInvoice: false },
    { exactListForm: 'array', exactTypeFromSign: false },
    { refusesOverpayment: false },
  ];

  it.each(ways)('%o: payments come all the same', async (switches) => {
    const made = await start({ switches });
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.50', date: DAY });
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2.5']]);
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, LATER);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([
      [DAY, '2.5'],
      [LATER, invoice.gross.minus('2.50').toString()],
    ]);
  });
});

describe('a lost answer', () => {
  const cut = (when: 'before' | 'after') =>
    ({ service: 'teamleader', call: 'invoices.registerPayment', fault: { kind: 'cut', when } }) as const;

  it('after Teamleader had done it: found, not sent again', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.00', date: DAY });
    made.sandbox.faults.order(cut('after'));
    await run(made.context);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
    expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '2.00' });
    expect(await made.context.database.intents(made.context.connection.id)).toEqual([]);
  });

  it('before Teamleader had done it: believed only after six minutes', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.00', date: DAY });
    made.sandbox.faults.order(cut('before'));
    await run(made.context);
    made.sandbox.clock.advance(5 * MINUTE);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([]);
    made.sandbox.clock.advance(2 * MINUTE);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
    expect(await made.context.database.intents(made.context.connection.id)).toEqual([]);
  });
});

describe('a death of the worker', () => {
  function dying(context: SyncContext, nth: number, when: 'before' | 'after'): SyncContext {
    let calls = 0;
    return {
      ...context,
      teamleader: {
        ...context.teamleader,
        registerPayment: async (...payment) => {
          calls += 1;
          if (calls === nth && when === 'before') throw new Error('dead');
          const answer = await context.teamleader.registerPayment(...payment);
          if (calls === nth) throw new Error('dead');
          return answer;
        },
      },
    };
  }

  it.each([1, 2, 3].flatMap((nth) => [[nth, 'before'] as const, [nth, 'after'] as const]))(
    'at payment %i, %s Teamleader has done it: each stands once',
    async (nth, when) => {
      const made = await start();
      const [one, other] = [unpaid(made, 0), unpaid(made, 1)];
      const { bookkeeper } = made.sandbox.exact;
      bookkeeper.pay(one.entryId, { amount: '2.00', date: DAY });
      bookkeeper.pay(one.entryId, { amount: '2.00', date: LATER });
      bookkeeper.pay(other.entryId, { amount: '3.00', date: DAY });
      await expect(run(dying(made.context, nth, when))).rejects.toThrow('dead');
      await run(made.context);
      made.sandbox.clock.advance(7 * MINUTE);
      await run(made.context);
      expect(paymentsOf(made, one)).toEqual([
        [DAY, '2'],
        [LATER, '2'],
      ]);
      expect(paymentsOf(made, other)).toEqual([[DAY, '3']]);
      expect(await made.context.database.intents(made.context.connection.id)).toEqual([]);
    },
  );
});

describe('the right to see what customers owe', () => {
  it('lacks: it is told beside what was booked, and asked for once a day or when the user asks', async () => {
    const made = await start();
    made.sandbox.exact.removeRight('debtorReports');
    const { problem, paymentsProblem } = await run(made.context, null, 'automatic');
    expect({ problem, paymentsProblem }).toMatchObject({ problem: null, paymentsProblem: { type: 'rightMissing' } });
    const before = made.sandbox.log.calls.length;
    expect(await run(made.context, null, 'automatic')).toMatchObject({ paymentsProblem: { type: 'rightMissing' } });
    expect(made.sandbox.log.counts('exact', before)).toEqual({});
    made.sandbox.exact.grantRight('debtorReports');
    expect((await run(made.context)).paymentsProblem).toBeNull();
  });
});

describe('an idle round', () => {
  it('by itself costs two calls of Teamleader and one of Exact', async () => {
    const made = await start({ documents: 200 });
    await run(made.context);
    made.sandbox.clock.advance(15 * MINUTE);
    const before = made.sandbox.log.calls.length;
    await run(made.context, null, 'automatic');
    expect(made.sandbox.log.counts('exact', before)).toEqual({ 'GET sync/Cashflow/PaymentTerms': 1 });
    expect(made.sandbox.log.counts('teamleader', before)).toEqual({ 'invoices.list': 1, 'creditNotes.list': 1 });
  });
});

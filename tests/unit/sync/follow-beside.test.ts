/** Payments of invoices at which somebody else is too, or at which an own write is still in doubt: each once. */
import Big from 'big.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Side, SyncContext } from '../../../lib/sync/context.ts';
import type { SandboxOptions } from '../../sandbox/sandbox.ts';
import { askFor, DAY, type Invoice, LATER, MINUTE, paymentsOf, stateOf, unpaid } from './invoices.ts';
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

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the random wait makes sure of: they do not look and send in the same moment. The second waits for the first. */
function apart(first: SyncContext, second: SyncContext): readonly [SyncContext, SyncContext] {
  const hasSent = Promise.withResolvers<void>();
  const registerPayment: typeof first.teamleader.registerPayment = (...payment) =>
    first.teamleader.registerPayment(...payment).finally(hasSent.resolve);
  return [
    { ...first, teamleader: { ...first.teamleader, registerPayment } },
    { ...second, standApart: () => hasSent.promise },
  ];
}

/** Of each of so many invoices two euros are received. */
function receive(made: World, howMany: number): Invoice[] {
  const invoices = Array.from({ length: howMany }, (_, nth) => unpaid(made, nth));
  for (const { entryId } of invoices) made.sandbox.exact.bookkeeper.pay(entryId, { amount: '2.00', date: DAY });
  return invoices;
}

function registerByColleague({ sandbox }: World, invoiceId: string): void {
  const payment = { invoiceId, currency: 'EUR', methodId: null };
  sandbox.teamleader.ledger.addPayment({ ...payment, amount: '2', paidAt: `${DAY}T12:00:00+00:00` });
}

/** Notes for which invoices a payment is sent. */
function listening(context: SyncContext, before: (id: string) => void = () => undefined) {
  const sent: string[] = [];
  const { teamleader } = context;
  const registerPayment: typeof teamleader.registerPayment = (id, ...payment) => {
    sent.push(id);
    before(id);
    return teamleader.registerPayment(id, ...payment);
  };
  return { sent, context: { ...context, teamleader: { ...teamleader, registerPayment } } };
}

describe('two browsers', () => {
  it.each(['a part', 'all'])('that find %s at once register it once', async (what) => {
    const made = await start({ switches: { refusesOverpayment: what === 'a part' } });
    const other = await made.anotherBrowser();
    await run(other);
    const invoices = [0, 1, 2].map((nth) => unpaid(made, nth));
    const { bookkeeper } = made.sandbox.exact;
    for (const { entryId } of invoices) {
      if (what === 'all') bookkeeper.reconcile(entryId, DAY);
      else bookkeeper.pay(entryId, { amount: '2.00', date: DAY });
    }
    await Promise.all(apart(made.context, other).map((context) => run(context)));
    // Who met the other has stood back.
    made.sandbox.clock.advance(3 * MINUTE);
    await Promise.all([run(made.context), run(other)]);
    for (const invoice of invoices) {
      expect(paymentsOf(made, invoice)).toHaveLength(1);
      const [mine, theirs] = [await stateOf(made, invoice), await stateOf(made, invoice, other)];
      expect(mine?.state).toBe(what === 'all' ? 'paid' : 'partlyPaid');
      expect(theirs?.state).toBe(mine?.state);
    }
  });

  it('in step, of which each sends the whole: Teamleader refuses the second, and nobody is asked', async () => {
    const made = await start();
    const other = await made.anotherBrowser();
    await run(other);
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.reconcile(invoice.entryId, DAY);
    await Promise.all([run(made.context), run(other)]);
    expect(paymentsOf(made, invoice)).toHaveLength(1);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid' });
    expect(await stateOf(made, invoice, other)).toMatchObject({ state: 'paid' });
  });

  it('that all the same sent the same twice: it is told', async () => {
    const made = await start();
    const invoice = unpaid(made);
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '2.00', date: DAY });
    await run(made.context);
    const payment = { invoiceId: invoice.id, currency: 'EUR', methodId: null };
    made.sandbox.teamleader.ledger.addPayment({ ...payment, amount: '2', paidAt: `${DAY}T12:00:00+00:00` });
    await run(made.context);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'attention', cause: { type: 'registeredTwice' } });
  });

  it('that catch up with one another: who finds the other has been there stands back, and each part stands once', async () => {
    const made = await start({ documents: 80 });
    const other = await made.anotherBrowser();
    await run(other);
    const invoices = receive(made, 10);
    const slow = (context: SyncContext): SyncContext => ({
      ...context,
      teamleader: {
        ...context.teamleader,
        payments: async (...asked) => {
          await wait(25);
          const read = await context.teamleader.payments(...asked);
          await wait(25);
          return read;
        },
        registerPayment: async (...payment) => {
          await wait(25);
          const sent = await context.teamleader.registerPayment(...payment);
          await wait(25);
          return sent;
        },
      },
    });
    await Promise.all(apart(slow(made.context), slow(other)).map((context) => run(context)));
    expect(invoices.map((invoice) => paymentsOf(made, invoice).length)).toEqual(invoices.map(() => 1));
  });

  it('of which one was first: the other sends nothing for 90 to 180 seconds, whoever asks, and then goes on', async () => {
    const made = await start();
    const invoices = receive(made, 3);
    const dry = listening(made.context);
    let first: string | undefined;
    const met: SyncContext = {
      ...dry.context,
      random: () => 0.5,
      teamleader: {
        ...dry.context.teamleader,
        payments: (id) => {
          first ??= id;
          return made.context.teamleader.payments(id);
        },
      },
      standApart: async () => registerByColleague(made, first ?? ''),
    };
    const { problem } = await run(met);
    const until = made.sandbox.clock.now() + 135_000;
    expect(problem?.type).toBe('colleagueBooking');
    expect(problem !== null && 'until' in problem && Math.abs((problem.until ?? 0) - until)).toBeLessThan(10_000);
    expect(dry.sent).toEqual([]);
    made.sandbox.clock.advance(MINUTE);
    expect((await run(dry.context)).problem?.type).toBe('colleagueBooking');
    expect(dry.sent).toEqual([]);
    made.sandbox.clock.advance(2 * MINUTE);
    expect((await run(dry.context)).problem).toBeNull();
    expect(dry.sent.toSorted()).toEqual(
      invoices
        .map(({ id }) => id)
        .filter((id) => id !== first)
        .toSorted(),
    );
    for (const invoice of invoices) {
      expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
      expect(await stateOf(made, invoice)).toEqual({ state: 'partlyPaid', paid: '2.00' });
    }
  });

  it('of which one has registered one part of two: the other part is left, and then comes once', async () => {
    const made = await start();
    const [invoice] = receive(made, 1);
    if (invoice === undefined) throw new Error('No invoice.');
    made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount: '3.00', date: LATER });
    await run({ ...made.context, standApart: async () => registerByColleague(made, invoice.id) });
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
    made.sandbox.clock.advance(3 * MINUTE);
    await run(made.context);
    expect(paymentsOf(made, invoice)).toEqual([
      [DAY, '2'],
      [LATER, '3'],
    ]);
  });

  it('in step: what stands there twice is told in the same run, which goes no further', async () => {
    const made = await start();
    receive(made, 3);
    const { sent, context } = listening(made.context, (id) => registerByColleague(made, id));
    expect((await run(context)).problem?.type).toBe('colleagueBooking');
    expect(sent).toHaveLength(1);
    const records = await context.database.documents(context.connection.id);
    expect(records.find(({ id }) => id === sent[0])?.payment).toMatchObject({
      state: 'attention',
      cause: { type: 'registeredTwice', amount: '2.00' },
    });
  });

  it('of which one meets the other after it has set an invoice as paid: that is told all the same', async () => {
    const made = await start();
    const [first, second] = [unpaid(made, 0), unpaid(made, 1)];
    for (const { entryId } of [first, second]) made.sandbox.exact.bookkeeper.reconcile(entryId, DAY);
    const { sent, context } = listening(made.context, (id) => {
      const other = id === first.id ? second : first;
      const payment = { invoiceId: other.id, currency: 'EUR', methodId: null };
      made.sandbox.teamleader.ledger.addPayment({ ...payment, amount: '2', paidAt: `${LATER}T12:00:00+00:00` });
    });
    expect(await run(context)).toMatchObject({ problem: { type: 'colleagueBooking' }, paid: 1 });
    expect(sent).toHaveLength(1);
  });

  it('in step, of which one has booked the invoice: he goes first, and the part stands once', async () => {
    const made = await start();
    const other = await made.anotherBrowser();
    await run(other);
    const [invoice] = receive(made, 1);
    if (invoice === undefined) throw new Error('No invoice.');
    const [bothAreThere, firstIsDone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const booker: SyncContext = { ...made.context, standApart: () => bothAreThere.promise };
    const standApart = (from: Side): Promise<void> => {
      bothAreThere.resolve();
      return from === 'other' ? firstIsDone.promise : Promise.resolve();
    };
    const [first, second] = await Promise.all([
      run(booker).finally(firstIsDone.resolve),
      run({ ...other, standApart }),
    ]);
    expect([first.problem, second.problem?.type]).toEqual([null, 'colleagueBooking']);
    expect(paymentsOf(made, invoice)).toEqual([[DAY, '2']]);
    made.sandbox.clock.advance(3 * MINUTE);
    await run(other);
    for (const by of [made.context, other]) {
      expect(await stateOf(made, invoice, by)).toEqual({ state: 'partlyPaid', paid: '2.00' });
    }
  });

  it('begin with what each has booked himself', async () => {
    const made = await start();
    const [mine, others] = [unpaid(made, 0), unpaid(made, 1)];
    const { database, connection } = made.context;
    await database.changeOutcome(connection.id, 'invoice', mine.id, (outcome) =>
      outcome.state === 'booked' ? { ...outcome, state: 'adopted' } : null,
    );
    for (const { entryId } of [mine, others]) made.sandbox.exact.bookkeeper.pay(entryId, { amount: '2.00', date: DAY });
    const { sent, context } = listening({ ...made.context, random: () => 0 });
    const sides: Side[] = [];
    await run({ ...context, standApart: async (from) => void sides.push(from) });
    expect(sent).toEqual([others.id, mine.id]);
    expect(sides).toEqual(['booker', 'other']);
  });

  it('begin at different places', async () => {
    const made = await start();
    receive(made, 3);
    const [one, other] = [listening(made.context), listening(await made.anotherBrowser())];
    const cut = (context: SyncContext, at: number): SyncContext => ({ ...context, random: () => at });
    await run(cut(other.context, 0.99));
    const { ledger } = made.sandbox.teamleader;
    for (const id of other.sent) ledger.removePayments(id);
    await run(cut(one.context, 0));
    expect(one.sent).toHaveLength(3);
    expect(other.sent).toEqual([one.sent[2], one.sent[0], one.sent[1]]);
  });
});

describe('what is set as paid by the user', () => {
  it('bears the day of the books, also in the hours in which it is yesterday elsewhere', async () => {
    const made = await start();
    const invoice = await writtenOff(made);
    const night = { ...made.context, now: () => Date.parse('2026-11-29T23:30:00Z') };
    expect(await askFor('settle', night, invoice.id)).toBeNull();
    expect(paymentsOf(made, invoice).at(-1)).toEqual(['2026-11-30', '0.5']);
    expect(await stateOf(made, invoice)).toMatchObject({ state: 'paid', on: '2026-11-30' });
  });

  it('while the answer to it was lost: it says until when it waits, and is not sent twice', async () => {
    const made = await start();
    const invoice = await writtenOff(made);
    made.sandbox.faults.order(cut('before'));
    expect(await askFor('settle', made.context, invoice.id)).toMatchObject({ type: 'unreachable' });
    const [intent] = await made.context.database.intents(made.context.connection.id);
    expect(await askFor('settle', made.context, invoice.id)).toEqual({
      type: 'answerLost',
      write: 'payment',
      until: (intent?.type === 'payment' ? intent.sentAt : 0) + 6 * MINUTE,
    });
    made.sandbox.clock.advance(7 * MINUTE);
    expect(await askFor('settle', made.context, invoice.id)).toBeNull();
    expect(paymentsOf(made, invoice)).toHaveLength(2);
  });
});

describe('a payment in flight', () => {
  it.each(['taken back', 'gone'] as const)(
    'keeps its six minutes where what was received is %s meanwhile',
    async (how) => {
      const made = await start();
      const { context, sandbox } = made;
      const invoice = unpaid(made);
      sandbox.exact.bookkeeper.reconcile(invoice.entryId, DAY);
      sandbox.faults.order(cut('before'));
      await run(context);
      const exact =
        how === 'gone'
          ? { ...context.exact, receivables: async () => ({ ok: true, value: [] }) as const }
          : context.exact;
      if (how === 'taken back') sandbox.exact.bookkeeper.unmatch(invoice.entryId);
      await run({ ...context, exact });
      expect(await context.database.intents(context.connection.id)).toHaveLength(1);
      sandbox.exact.bookkeeper.reconcile(invoice.entryId, LATER);
      await run(context);
      expect(paymentsOf(made, invoice)).toEqual([]);
      sandbox.clock.advance(7 * MINUTE);
      await run(context);
      expect(paymentsOf(made, invoice)).toHaveLength(1);
      expect(await context.database.intents(context.connection.id)).toEqual([]);
    },
  );

  it('is looked up before payments are removed', async () => {
    const made = await start();
    const { context, sandbox } = made;
    const [invoice] = receive(made, 1);
    if (invoice === undefined) throw new Error('No invoice.');
    await run(context);
    registerByColleague(made, invoice.id);
    await run(context);
    const [record] = (await context.database.documents(context.connection.id)).filter(({ id }) => id === invoice.id);
    expect(record?.payment?.state).toBe('attention');
    const sent = {
      type: 'payment',
      connectionId: context.connection.id,
      subject: invoice.id,
      sentAt: context.now(),
      losses: 1,
      date: LATER,
      amount: new Big(3),
      currency: 'EUR',
      paidBefore: new Big(4),
    } as const;
    await context.database.putIntent(sent);
    expect(await askFor('remove', context, invoice.id)).toMatchObject({ type: 'answerLost', write: 'payment' });
    const intents = await context.database.intents(context.connection.id);
    expect(intents.map(({ type }) => type).toSorted()).toEqual(['payment', 'paymentWish']);
    expect(paymentsOf(made, invoice)).toHaveLength(2);
    sandbox.clock.advance(7 * MINUTE);
    expect(await askFor('remove', context, invoice.id)).toBeNull();
    expect(paymentsOf(made, invoice)).toEqual([]);
    expect(await context.database.intents(context.connection.id)).toEqual([]);
  });
});

const cut = (when: 'before' | 'after') =>
  ({ service: 'teamleader', call: 'invoices.registerPayment', fault: { kind: 'cut', when } }) as const;

/** All but fifty cents was received, and these are written off. */
async function writtenOff(made: World): Promise<Invoice> {
  const invoice = unpaid(made);
  const amount = invoice.gross.minus('0.50').toFixed(2);
  made.sandbox.exact.bookkeeper.pay(invoice.entryId, { amount, date: DAY });
  made.sandbox.exact.bookkeeper.writeOff(invoice.entryId, LATER);
  await run(made.context);
  return invoice;
}

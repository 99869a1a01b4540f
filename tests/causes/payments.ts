/** What was received of an invoice, and does not agree with what Teamleader has of it. */
import type { SandboxOptions } from '../sandbox/sandbox.ts';
import { askFor, DAY, LATER } from '../unit/sync/invoices.ts';
import { run, type World } from '../unit/sync/world.ts';
import { type Case, type CaseName, runTells } from './case.ts';
import { byHand, documentIn, entryIn, sale } from './sale.ts';

/** The invoice is booked; then its payments are seen to, and followed. */
const paid = (happen: (world: World) => void, options: SandboxOptions = sale()): Case => ({
  options,
  happen: async (world) => {
    await run(world.context);
    happen(world);
  },
});

const receive = (world: World, amount: string, isConverted = false): void =>
  world.sandbox.exact.bookkeeper.pay(entryIn(world).id, { amount, date: DAY, isConverted });

function registerByHand(world: World, amount: string): void {
  const { id: invoiceId, currency } = documentIn(world);
  const paidAt = `${DAY}T12:00:00+00:00`;
  world.sandbox.teamleader.ledger.addPayment({ invoiceId, currency, methodId: null, amount, paidAt });
}

function receiveAndWriteOff(world: World): void {
  receive(world, '120.50');
  world.sandbox.exact.bookkeeper.writeOff(entryIn(world).id, LATER);
}

const cutOff = ({ sandbox }: World): void =>
  sandbox.faults.order({
    service: 'teamleader',
    call: 'invoices.registerPayment',
    fault: { kind: 'cut', when: 'before' },
  });

/** A credit note that Exact alone knows. */
const CREDITED_BY_HAND = sale({
  bookedByHand: (document) => [
    byHand(document, {
      journal: '71',
      yourRef: 'Commerciële geste',
      lines: [{ glAccountCode: '700000', vatCode: '4', net: '-10.00', vat: '-2.10' }],
    }),
  ],
});

export const PAYMENTS = {
  writtenOff: paid(receiveAndWriteOff),
  discountTaken: paid((world) => world.sandbox.exact.bookkeeper.payWithDiscount(entryIn(world).id, '2.00', DAY)),
  settledOtherwise: paid((world) => {
    const { bookkeeper, ledger } = world.sandbox.exact;
    const credit = [...ledger.entries.values()].find(({ journal }) => journal === '71');
    bookkeeper.setOff(entryIn(world).id, credit?.id ?? '', DAY);
  }, CREDITED_BY_HAND),
  registeredTwice: paid((world) => {
    receive(world, '20.00');
    registerByHand(world, '20');
    registerByHand(world, '20');
  }),
  paidInOtherCurrency: paid(
    (world) => receive(world, '50.00', true),
    sale({ document: { currency: 'USD', exchangeRate: '0.9214' } }, { switches: { exactPartsAsRows: false } }),
  ),
  amountsDiffer: paid((world) => {
    const { id, totals } = documentIn(world);
    world.sandbox.teamleader.ledger.updateInvoice(id, { totals: { ...totals, gross: '121.50' } });
    receive(world, '20.00');
  }),
  paymentRefused: paid((world) => {
    receive(world, '20.00');
    const body = JSON.stringify({ errors: [{ title: 'The invoice is locked', status: 400 }] });
    const fault = { kind: 'status', status: 400, when: 'before', body } as const;
    world.sandbox.faults.order({ service: 'teamleader', call: 'invoices.registerPayment', times: 5, fault });
  }),
  'answerLost payment': {
    options: sale(),
    tried: async (context, world) => {
      await run(context);
      receiveAndWriteOff(world);
      await run(context);
      cutOff(world);
      await askFor('settle', context, documentIn(world).id);
      const again = await askFor('settle', context, documentIn(world).id);
      return again === null ? [] : [again];
    },
  },
  // Between the look and the write of ours a colleague registers the payment.
  'colleagueBooking payment': {
    options: sale(),
    tried: async (context, world) => {
      await run(context);
      receive(world, '20.00');
      return runTells({ ...context, standApart: async () => registerByHand(world, '20') });
    },
  },
} satisfies Partial<Record<CaseName, Case>>;

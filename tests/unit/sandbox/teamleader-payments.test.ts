import { Big } from 'big.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusinessDocument } from '../../sandbox/business/business.ts';
import { openWorld, recordOf, type World } from './teamleader-world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ documents: 150 });
});
afterAll(() => world.close());

const PAID_AT = '2026-11-19T10:00:00+00:00';
let taken = 0;

/** An outstanding invoice that no other test uses and that no credit note touches. */
function untouched(): BusinessDocument {
  const { invoices, creditNotes } = world.teamleader.ledger;
  const credited = new Set([...creditNotes.values()].map(({ creditsInvoiceId }) => creditsInvoiceId));
  const free = world.business.documents.filter(
    ({ id, kind, status, totals }) =>
      kind === 'invoice' && status === 'outstanding' && Number(totals.gross) > 10 && !credited.has(id),
  );
  const invoice = invoices.get(free[taken]?.id ?? '');
  taken += 1;
  if (invoice === undefined) throw new Error('The business has no such invoice left');
  return invoice;
}

const pay = (id: string, amount: number, currency: string) =>
  world.call('invoices.registerPayment', { id, payment: { amount, currency }, paid_at: PAID_AT });
const details = async (id: string) => recordOf(await world.call('invoices.info', { id }));

describe('registerPayment', () => {
  test('of what is due settles the invoice', async () => {
    const { id, currency, totals } = untouched();
    expect((await pay(id, Number(totals.gross), currency)).status).toBe(204);
    expect(await details(id)).toMatchObject({
      status: 'matched',
      paid: true,
      paid_at: PAID_AT,
      total: { due: { amount: 0, currency } },
      payments: [{ paid_at: PAID_AT, payment: { amount: Number(totals.gross), currency } }],
    });
    expect(world.teamleader.ledger.payments.get(id)).toHaveLength(1);
  });

  test('of a part leaves the rest, and twice adds up', async () => {
    const { id, currency, totals } = untouched();
    await pay(id, 1.1, currency);
    await pay(id, 2.2, currency);
    const left = Number(new Big(totals.gross).minus('3.3').toString());
    expect(await details(id)).toMatchObject({
      status: 'outstanding',
      paid: false,
      paid_at: null,
      total: { due: { amount: left } },
    });
    expect((await pay(id, left, currency)).status).toBe(204);
    expect(await details(id)).toMatchObject({ status: 'matched' });
  });

  test('makes the invoice a changed one', async () => {
    const { id, currency, updatedAt } = untouched();
    await pay(id, 1, currency);
    expect(Date.parse(String((await details(id))['updated_at']))).toBeGreaterThan(Date.parse(updatedAt));
  });

  test('of more than is due, of nothing, or in another currency is refused', async () => {
    const { id, currency, totals } = untouched();
    expect((await pay(id, Number(totals.gross) + 0.01, currency)).status).toBe(400);
    expect((await pay(id, 0, currency)).status).toBe(400);
    expect((await pay(id, 1, currency === 'EUR' ? 'USD' : 'EUR')).status).toBe(400);
    expect((await pay(id, 1, 'XXX')).status).toBe(400);
    expect(await details(id)).toMatchObject({ payments: [], total: { due: { amount: Number(totals.gross) } } });
  });

  test('on a draft is refused', async () => {
    const draft = world.business.documents.find(({ kind, status }) => kind === 'invoice' && status === 'draft');
    const answer = await pay(draft?.id ?? '', 1, draft?.currency ?? '');
    expect(answer).toMatchObject({ status: 400, errors: [{ title: 'A draft invoice cannot be paid' }] });
  });

  test('with a bare date, or without one, is refused', async () => {
    const { id, currency } = untouched();
    const payment = { amount: 1, currency };
    expect((await world.call('invoices.registerPayment', { id, payment, paid_at: '2026-11-19' })).status).toBe(400);
    expect((await world.call('invoices.registerPayment', { id, payment })).status).toBe(400);
  });

  test('under a wrong name for the date is refused and noted', async () => {
    const { id, currency } = untouched();
    const body = { id, payment: { amount: 1, currency }, payment_date: PAID_AT };
    expect((await world.call('invoices.registerPayment', body)).status).toBe(400);
    expect(world.defects).toContain("teamleader invoices.registerPayment: unknown field 'payment_date'");
  });
});

test('removePayments removes all of them and makes the invoice outstanding', async () => {
  const { id, currency, totals } = untouched();
  await pay(id, 1, currency);
  await pay(id, Number(new Big(totals.gross).minus(1).toString()), currency);
  expect((await world.call('invoices.removePayments', { id })).status).toBe(204);
  expect(await details(id)).toMatchObject({
    status: 'outstanding',
    paid: false,
    payments: [],
    total: { due: { amount: Number(totals.gross) } },
  });
});

test('an invoice that was settled before the story begins is paid by a payment', async () => {
  const { ledger } = world.teamleader;
  const settled = [...ledger.invoices.values()].find(
    (invoice) => invoice.status === 'matched' && ledger.payments.has(invoice.id),
  );
  const info = await details(settled?.id ?? '');
  expect(info).toMatchObject({ paid: true, total: { due: { amount: 0 } } });
  expect(info['payments']).toHaveLength(1);
});

test('a credit note lessens what is due', async () => {
  const invoice = untouched();
  const creditNote: BusinessDocument = {
    ...invoice,
    id: crypto.randomUUID(),
    kind: 'creditNote',
    number: '2026/999',
    totals: { ...invoice.totals, gross: '1.00' },
    creditsInvoiceId: invoice.id,
  };
  world.teamleader.ledger.addDocument(creditNote);
  const due = Number(new Big(invoice.totals.gross).minus(1).toString());
  expect(await details(invoice.id)).toMatchObject({ total: { due: { amount: due } } });
  expect(recordOf(await world.call('creditNotes.info', { id: creditNote.id }))).toMatchObject({
    credit_note_number: '2026/999',
    invoice: { type: 'invoice', id: invoice.id },
  });
});

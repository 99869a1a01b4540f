import { expect, it } from 'vitest';
import type { PaymentState } from '../../../lib/payment.ts';
import { type DocumentRecord, NOT_FOLLOWED, type RunRecord } from '../../../lib/store/records.ts';
import { paidNotices } from '../../../lib/views/paid-notices.ts';

const RUN: RunRecord = {
  id: 'run',
  connectionId: 'c',
  startedAt: 1000,
  endedAt: 2000,
  trigger: 'automatic',
  round: null,
  only: null,
  phase: 'ended',
  done: 0,
  total: 0,
  secondsLeft: null,
  counts: { booked: 0, adopted: 0, unchanged: 1, waiting: 0, blocked: 0 },
  problem: null,
  paid: 1,
  paymentsProblem: null,
};

const record = (id: string, payment: PaymentState | null, connectionId = 'c'): DocumentRecord => ({
  connectionId,
  kind: 'invoice',
  id,
  number: `2026 / ${id}`,
  date: '2026-03-14',
  customer: 'Peeters BV',
  currency: 'EUR',
  net: '1.00',
  vat: '0.21',
  gross: '1.21',
  webUrl: null,
  updatedAt: '2026-03-14T09:00:00+00:00',
  ...NOT_FOLLOWED,
  outcome: { state: 'waiting', cause: null, until: null },
  payment,
});

const paid = (since: number, byUs = true): PaymentState => ({ state: 'paid', on: '2026-03-20', since, byUs });

it('tells of each invoice that this run has set as paid, and of no other', () => {
  const records = [
    record('1', paid(1500)),
    record('2', paid(500)),
    record('3', paid(1500, false)),
    record('4', { state: 'partlyPaid', paid: '1.00' }),
    record('5', paid(1500), 'other'),
    record('6', null),
  ];
  expect(paidNotices(RUN, records, 'en')).toEqual([
    { id: 'paid/1', title: 'Boekbrug: paid', message: 'Invoice 2026 / 1 of Peeters BV is paid, on 20/03/2026.' },
  ]);
});

it('tells of many in one', () => {
  const records = Array.from({ length: 6 }, (_, at) => record(String(at), paid(1500)));
  expect(paidNotices(RUN, records, 'nl')).toEqual([
    { id: 'paid/run', title: 'Boekbrug: betaald', message: '6 facturen zijn in Teamleader op betaald gezet.' },
  ]);
});

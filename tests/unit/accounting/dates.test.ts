/** A day in the books is the same day wherever the browser stands, and on the days when clocks change. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SalesDocument } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import { readSalesEntry } from '../../../lib/exact/read-facts.ts';
import { salesEntrySchema } from '../../../lib/exact/schemas.ts';
import { salesEntryBody } from '../../../lib/exact/write-bodies.ts';
import { readAnswer } from '../../../lib/http/answer.ts';
import { readCreditNote, readInvoice } from '../../../lib/teamleader/read-document.ts';
import { creditNoteSchema, invoiceSchema } from '../../../lib/teamleader/schemas.ts';
import { CONNECTION, must, REFERENCE, surroundings } from './builders.ts';

/** With the minutes that a clock there is behind UTC on the first of January 2026. */
const ZONES = [
  ['Pacific/Kiritimati', -840],
  ['Europe/Brussels', -60],
  ['UTC', 0],
  ['America/Sao_Paulo', 180],
  ['Pacific/Pago_Pago', 660],
] as const;

/** A leap day, both ends of a year, and where Europe's clocks change. */
const DAYS = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-03-29', '2026-10-25'] as const;

const ACCOUNT = 'a1a2b3c4-3333-4333-8333-33333333abcd';
const money = (amount: number) => ({ amount, currency: 'EUR' });

/** What Teamleader tells of either kind. */
const told = {
  id: 'd1a2b3c4-1111-4111-8111-11111111abcd',
  department: { type: 'department', id: 'entity' },
  invoicee: {
    name: 'Peeters BV',
    vat_number: null,
    customer: { type: 'company', id: 'c1a2b3c4-2222-4222-8222-22222222abcd' },
  },
  updated_at: '2026-03-02T10:00:00+00:00',
  total: {
    tax_exclusive: money(100),
    tax_inclusive: money(121),
    taxes: [{ rate: 0.21, taxable: money(100), tax: money(21) }],
  },
  grouped_lines: [
    {
      section: { title: '' },
      line_items: [
        {
          description: 'Hours',
          quantity: 1,
          tax: { type: 'taxRate', id: 'rate-21' },
          total: { tax_exclusive: money(100) },
        },
      ],
    },
  ],
};

const answer = (change: object): string => JSON.stringify({ ...told, ...change });
const invoiceOf = (day: string): SalesDocument | null =>
  readInvoice(must(readAnswer(answer({ invoice_number: '2026 / 27', invoice_date: day, due_on: day }), invoiceSchema)));
const creditNoteOf = (day: string): SalesDocument | null =>
  readCreditNote(must(readAnswer(answer({ credit_note_number: '2026 / 5', credit_note_date: day }), creditNoteSchema)));

function bodyOf(document: SalesDocument | null) {
  if (document === null) throw new Error('Expected a document');
  const reference = { ...REFERENCE, financialPeriods: [{ from: '2024-01-01', to: '2026-12-31' }] };
  return salesEntryBody(must(planEntry(document, reference, CONNECTION, surroundings())), ACCOUNT);
}

/** How Exact tells an entry of the day: its midnight in UTC. */
const inExact = (day: string) => ({
  EntryID: 'e1a2b3c4-4444-4444-8444-44444444abcd',
  EntryNumber: 26_000_027,
  Journal: '70',
  Customer: ACCOUNT,
  EntryDate: `/Date(${Date.parse(`${day}T00:00:00Z`)})/`,
  Currency: 'EUR',
  AmountFC: 121,
  AmountDC: 121,
  VATAmountFC: 21,
  Modified: '/Date(1767225600000)/',
  SalesEntryLines: { __deferred: {} },
});

const own = process.env['TZ'];
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

describe.each(ZONES)('in %s', (zone, behind) => {
  it.each(DAYS)('%s stays that day, from Teamleader into the entry and back', (day) => {
    process.env['TZ'] = zone;
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(behind);

    const invoice = invoiceOf(day);
    expect(invoice).toMatchObject({ date: day, dueOn: day });
    expect(bodyOf(invoice)).toMatchObject({ EntryDate: `${day}T00:00:00`, DueDate: `${day}T00:00:00` });

    const creditNote = creditNoteOf(day);
    expect(creditNote).toMatchObject({ date: day, dueOn: null });
    expect(bodyOf(creditNote)).toMatchObject({ EntryDate: `${day}T00:00:00` });

    expect(readSalesEntry(must(readAnswer(JSON.stringify(inExact(day)), salesEntrySchema))).date).toBe(day);
  });
});

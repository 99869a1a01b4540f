/** A day in the books is the same day wherever the browser stands, and on the days when clocks change. */
import { afterEach, describe, expect, it } from 'vitest';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import { dateInBody, odataDate, odataMoment } from '../../../lib/exact/odata.ts';
import { salesEntryBody } from '../../../lib/exact/write-bodies.ts';
import { invoiceHeaderSchema } from '../../../lib/teamleader/schemas.ts';
import { CONNECTION, must, plainInvoice, REFERENCE, surroundings } from '../accounting/builders.ts';

/** With the minutes that a clock there is behind UTC on the first of January. */
const ZONES = [
  ['Pacific/Kiritimati', -840],
  ['Europe/Brussels', -60],
  ['UTC', 0],
  ['America/Sao_Paulo', 180],
  ['Pacific/Pago_Pago', 660],
] as const;

const DAYS = ['2026-01-01', '2026-02-28', '2026-03-29', '2026-07-01', '2026-10-25', '2026-12-31'] as const;

const own = process.env['TZ'];
afterEach(() => {
  if (own === undefined) delete process.env['TZ'];
  else process.env['TZ'] = own;
});

describe.each(ZONES)('in %s', (zone, behind) => {
  it.each(DAYS)('%s stays that day, from the invoice into the entry and back', (day) => {
    process.env['TZ'] = zone;
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset()).toBe(behind);
    const entry = must(planEntry(plainInvoice({ date: day, dueOn: day }), REFERENCE, CONNECTION, surroundings()));
    const body = salesEntryBody(entry, 'account');
    expect(body).toMatchObject({ EntryDate: dateInBody(day), DueDate: dateInBody(day) });
    expect(JSON.stringify(body['EntryDate'])).toContain(day);
    // Exact tells the day as the midnight of it, in UTC.
    expect(odataDate.parse(`/Date(${Date.parse(`${day}T00:00:00Z`)})/`)).toBe(day);
  });
});

describe('a date of Exact', () => {
  it.each([
    ['/Date(1767222000000+0100)/', '2026-01-01'],
    ['/Date(1767243600000-0500)/', '2026-01-01'],
    ['/Date(1767225600000)/', '2026-01-01'],
    ['/Date(-86400000)/', '1969-12-31'],
  ])('%s is %s', (text, day) => {
    expect(odataDate.parse(text)).toBe(day);
  });

  it('is a moment in UTC where it tells one', () => {
    expect(odataMoment.parse('/Date(1767222000000+0100)/')).toBe('2025-12-31T23:00:00.000Z');
  });

  it.each(['2026-01-01', '/Date()/', '/Date(1767222000000+01)/'])('is not %s', (text) => {
    expect(odataDate.safeParse(text).success).toBe(false);
  });
});

describe('a date of Teamleader', () => {
  const dated = invoiceHeaderSchema.pick({ invoice_date: true });

  it.each(['2026-02-30', '14/03/2026', '2026-03-14T00:00:00+01:00'])('is not %s', (text) => {
    expect(dated.safeParse({ invoice_date: text }).success).toBe(false);
  });
});

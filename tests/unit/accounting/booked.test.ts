import { describe, expect, it } from 'vitest';
import { findBooked, indexEntries } from '../../../lib/accounting/booked.ts';
import type { BookedEntry, SalesDocument } from '../../../lib/accounting/facts.ts';
import { planEntry } from '../../../lib/accounting/sales-entry.ts';
import { big, CONNECTION, must, plainInvoice, REFERENCE, standing, surroundings } from './builders.ts';

const OTHER_LINK = 'https://focus.teamleader.eu/invoice_detail.php?id=99999999-9999-4999-8999-999999999999';

const DOCUMENT = plainInvoice();
const ours = (document: SalesDocument = DOCUMENT, change: Partial<BookedEntry> = {}) =>
  standing(must(planEntry(document, REFERENCE, CONNECTION, surroundings())), change);
/** As somebody types it. */
const byHand = (change: Partial<BookedEntry> = {}) =>
  ours(DOCUMENT, { id: 'hand', entryNumber: 26_700_001, link: null, yourRef: null, description: null, ...change });

const find = (entries: readonly BookedEntry[], document: SalesDocument = DOCUMENT) =>
  findBooked(document, indexEntries(entries), CONNECTION);

describe('findBooked', () => {
  it('finds nothing among the entries of others', () => {
    expect(find([])).toEqual({ kind: 'none' });
    expect(find([byHand(), byHand({ yourRef: '2026 / 270' })])).toEqual({ kind: 'none' });
  });

  it('finds what we wrote by its link, whatever became of the rest', () => {
    const entry = ours(DOCUMENT, { yourRef: null, entryNumber: 5, gross: big(1), journal: '75' });
    expect(find([byHand(), entry])).toEqual({ kind: 'one', entry });
  });

  it('finds a link in capitals', () => {
    const entry = ours(DOCUMENT, { link: ours().link?.toUpperCase() ?? null });
    expect(find([entry])).toEqual({ kind: 'one', entry });
  });

  it.each<[string, Partial<BookedEntry>]>([
    ['reference', { yourRef: '2026/27' }],
    ['reference among other words', { yourRef: 'INV 2026/27' }],
    ['description', { description: 'Factuur 2026 / 27 Peeters' }],
    ['entry number', { entryNumber: 26_000_027 }],
    ['reference, with a link of another kind', { yourRef: '2026/27', link: 'https://example.org' }],
    ['reference, with the other sign', { yourRef: 'INV 2026/27', gross: big(-121) }],
  ])('finds what was booked by hand, by its %s', (_, change) => {
    const entry = byHand(change);
    expect(find([entry])).toEqual({ kind: 'one', entry });
  });

  it.each<[string, Partial<BookedEntry>]>([
    ['amount', { description: 'Factuur 2026/27', gross: big('121.01') }],
    ['currency', { yourRef: '2026/27', currency: 'USD' }],
    ['journal', { yourRef: '2026/27', journal: '71' }],
    ['document', { yourRef: '2026/27', link: OTHER_LINK }],
  ])('does not take an entry of another %s', (_, change) => {
    expect(find([byHand(change)])).toEqual({ kind: 'none' });
  });

  it('finds the very number on the very day with another amount, for the caller to compare', () => {
    const entry = byHand({ yourRef: '2026/27', gross: big('112') });
    expect(find([entry])).toEqual({ kind: 'one', entry });
    expect(find([{ ...entry, date: '2026-03-15' }])).toEqual({ kind: 'none' });
  });

  it('finds a credit note in its own journal', () => {
    const creditNote = plainInvoice({ kind: 'creditNote', number: '2026/27', webUrl: null });
    const entry = ours(creditNote, { link: null });
    expect(find([entry], creditNote)).toEqual({ kind: 'one', entry });
    expect(find([entry])).toEqual({ kind: 'none' });
  });

  it('finds both of two, ours first', () => {
    const entry = ours();
    const second = byHand({ yourRef: '2026/27' });
    expect(find([second, entry])).toEqual({ kind: 'several', entries: [entry, second] });
    expect(find([second, { ...second, id: 'third' }])).toMatchObject({ kind: 'several' });
  });

  it.each<[string, Partial<BookedEntry>]>([
    ['an advance', { yourRef: 'Voorschot', gross: big(50) }],
    ['another document of ours', { link: OTHER_LINK }],
  ])('sees that %s has the number', (_, change) => {
    const entry = byHand({ entryNumber: 26_000_027, ...change });
    expect(find([entry])).toEqual({ kind: 'numberTaken', entry });
    expect(find([{ ...entry, journal: '71' }])).toEqual({ kind: 'none' });
  });

  it('takes no number for a document whose number is of another form', () => {
    expect(find([byHand({ entryNumber: 0 })], plainInvoice({ number: 'F27' }))).toEqual({ kind: 'none' });
  });
});

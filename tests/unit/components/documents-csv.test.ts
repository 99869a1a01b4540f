import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { documentsCsv } from '../../../entrypoints/options/documents-csv.ts';
import { textsFor } from '../../../lib/i18n/tables.ts';
import type { DocumentView } from '../../../lib/messages.ts';

const entry = { id: 'e1', entryNumber: 26000027, journal: '70', date: '2026-03-01', division: 1 };

const document = (change: Partial<DocumentView> = {}): DocumentView => ({
  connectionId: 'c',
  kind: 'invoice',
  id: 'd1',
  number: '2026 / 27',
  date: '2026-03-01',
  customer: 'Peeters; Zonen "BV"',
  currency: 'EUR',
  net: '1000.00',
  vat: '210.00',
  gross: '1210.00',
  webUrl: 'https://focus.teamleader.eu/invoice_detail.php?id=d1',
  payment: null,
  wish: null,
  outcome: { state: 'booked', entry },
  drift: null,
  look: null,
  actions: [],
  ...change,
});

const rowsOf = (documents: readonly DocumentView[]): string[][] =>
  Papa.parse<string[]>(documentsCsv(documents, textsFor('nl'), 'nl-BE').replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  }).data;

const withComma = (amount = ''): string => amount.replace('.', ',');

describe('the file of documents', () => {
  it('begins as spreadsheets want it, with semicolons between its columns', () => {
    expect(documentsCsv([], textsFor('nl'), 'nl-BE')).toMatch(/^\uFEFFSoort;Nummer;Datum;Klant;Munt;/);
  });

  it('has a column for every fact, with a comma in amounts, whatever stands in a name', () => {
    const [head = [], row = []] = rowsOf([document()]);
    expect(row).toHaveLength(head.length);
    expect(row.slice(0, 12)).toEqual([
      'Factuur',
      '2026 / 27',
      '2026-03-01',
      'Peeters; Zonen "BV"',
      'EUR',
      '1000,00',
      '210,00',
      '1210,00',
      'Geboekt',
      '26000027',
      '70',
      '2026-03-01',
    ]);
    expect(row.slice(-3)).toEqual(['d1', 'e1', 'https://focus.teamleader.eu/invoice_detail.php?id=d1']);
  });

  it('says what holds a document back, and what to do', () => {
    const held = document({ outcome: { state: 'blocked', cause: { type: 'noLines' }, entry: null } });
    const [, row = []] = rowsOf([held]);
    expect(row[8]).toBe('Vraagt aandacht');
    expect(row[15]).not.toBe('');
    expect(row[16]).not.toBe('');
  });

  it('says what was received, and when', () => {
    const payments = [
      document({ payment: { state: 'paid', on: '2026-03-20', since: 1, byUs: true } }),
      document({ payment: { state: 'partlyPaid', paid: '3.50' } }),
      document({ payment: { state: 'open' } }),
      document({
        payment: { state: 'attention', cause: { type: 'writtenOff', amount: '0.50', currency: 'EUR' }, paid: '1.00' },
      }),
    ];
    const [, ...rows] = rowsOf(payments);
    expect(rows.map((row) => row.slice(12, 15))).toEqual([
      ['Betaald', withComma(payments[0]?.gross), '2026-03-20'],
      ['Deels betaald', '3,50', ''],
      ['', '', ''],
      ['Betaling?', '1,00', ''],
    ]);
    expect(rows[3]?.[15]).toContain('afgeboekt');
  });

  it.each(['=1+1', '+1', '-cmd', '@SUM(A1)'])('leaves no formula to a spreadsheet: %s', (customer) => {
    const [, row = []] = rowsOf([document({ customer })]);
    expect(row[3]).toBe(`'${customer}`);
  });

  it('leaves amounts below zero numbers', () => {
    const [, row = []] = rowsOf([document({ kind: 'creditNote', net: '-10.00', vat: '-2.10', gross: '-12.10' })]);
    expect(row.slice(5, 8)).toEqual(['-10,00', '-2,10', '-12,10']);
  });
});

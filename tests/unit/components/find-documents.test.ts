import { describe, expect, it } from 'vitest';
import { type DocumentFilter, findDocuments } from '../../../entrypoints/options/find-documents.ts';
import type { DocumentView } from '../../../lib/messages.ts';
import type { Outcome } from '../../../lib/outcome.ts';

const entry = { id: 'e', entryNumber: 1, journal: '70', date: '2026-01-01', division: 1 };
const blocked: Outcome = { state: 'blocked', cause: { type: 'noLines' }, entry: null };
const waiting: Outcome = { state: 'waiting', cause: null, until: null };

const document = (number: string, date: string, customer: string, outcome: Outcome): DocumentView => ({
  connectionId: 'c',
  kind: 'invoice',
  id: number,
  number,
  date,
  customer,
  currency: 'EUR',
  net: '100',
  vat: '21',
  gross: '121',
  webUrl: null,
  payment: null,
  wish: null,
  outcome,
  drift: null,
  look: null,
  actions: [],
});

const documents = [
  document('2026 / 1', '2026-01-01', 'Studio Noord', { state: 'booked', entry }),
  document('2026 / 2', '2026-01-02', 'Café ’t Hoekje', waiting),
  document('2026 / 3', '2026-01-03', 'Peeters', { state: 'adopted', entry }),
  document('2026 / 4', '2026-01-01', 'Peeters', blocked),
];

const found = (search: string, filter: DocumentFilter | null) =>
  findDocuments(documents, search, filter).map(({ number }) => number);

describe('finding documents', () => {
  it('puts first what needs the user, then what waits, then the newest', () => {
    expect(found('', null)).toEqual(['2026 / 4', '2026 / 2', '2026 / 3', '2026 / 1']);
  });

  it.each([
    ['attention', ['2026 / 4']],
    ['waiting', ['2026 / 2']],
    ['booked', ['2026 / 3', '2026 / 1']],
  ] as const)('shows by state: %s', (filter, numbers) => {
    expect(found('', filter)).toEqual(numbers);
  });

  it('searches numbers and customers, whatever the blanks and capitals', () => {
    expect(found('2026/3', null)).toEqual(['2026 / 3']);
    expect(found('peeters', 'attention')).toEqual(['2026 / 4']);
    expect(found(' studio  noord ', null)).toEqual(['2026 / 1']);
    expect(found('nobody', null)).toEqual([]);
  });

  it('shows those of one connection', () => {
    const theirs = documents.map((one, index) => ({ ...one, connectionId: index === 1 ? 'd' : 'c' }));
    expect(findDocuments(theirs, '', null, 'd').map(({ number }) => number)).toEqual(['2026 / 2']);
    expect(findDocuments(theirs, '', null, null)).toHaveLength(4);
  });
});

import { describe, expect, it } from 'vitest';
import { actionsFor } from '../../../lib/document-action.ts';
import { needsUser, type Outcome } from '../../../lib/outcome.ts';
import { accepted, type Standing, withDocument, withEntry } from '../../../lib/standing.ts';
import { type DocumentRecord, NOT_FOLLOWED } from '../../../lib/store/records.ts';
import { viewDocument } from '../../../lib/views/history-view.ts';

const entry = { id: 'e', entryNumber: 26000027, journal: '70', date: '2026-03-14', division: 1 };
const standing: Standing = {
  document: {
    booked: {
      number: '2026 / 27',
      date: '2026-03-14',
      customer: 'company/c',
      customerName: 'Peeters',
      currency: 'EUR',
      net: '100.00',
      vat: '21.00',
      gross: '121.00',
      taxes: [],
    },
    now: null,
  },
  entry: {
    booked: {
      entryNumber: 26000027,
      journal: '70',
      date: '2026-03-14',
      accountId: 'a',
      currency: 'EUR',
      vat: '21.00',
      gross: '121.00',
      taxes: null,
    },
    now: null,
  },
  isFinal: null,
};
const booked = (now: Standing): Outcome => ({ state: 'booked', entry, standing: now });
const changed = withDocument(standing, { ...standing.document.booked, gross: '242.00' });
const removed = withEntry(standing, 'removed');

describe('what may be asked for a document', () => {
  it.each<[string, Outcome, readonly string[], boolean]>([
    ['waits', { state: 'waiting', cause: null, until: null }, ['preview', 'syncThis'], false],
    ['is held', { state: 'blocked', cause: { type: 'noLines' }, entry: null }, ['preview', 'syncThis'], true],
    ['is booked', booked(standing), ['lookAgain'], false],
    ['was booked by an earlier version', { state: 'booked', entry }, [], false],
    ['was changed since', booked(changed), ['lookAgain', 'accept'], true],
    ['has no entry any more', booked(removed), ['bookAgain', 'lookAgain', 'accept'], true],
    ['has none, and the user knows', booked(accepted(removed)), ['bookAgain', 'lookAgain'], false],
  ])('that %s', (_, outcome, actions, isForUser) => {
    expect(actionsFor(outcome)).toEqual(actions);
    expect(needsUser(outcome)).toBe(isForUser);
  });
});

it('a document’s view tells what differs, and not all that is kept of it', () => {
  const record: DocumentRecord = {
    ...NOT_FOLLOWED,
    connectionId: 'c',
    kind: 'invoice',
    id: 'd',
    number: '2026 / 27',
    date: '2026-03-14',
    customer: 'Peeters',
    currency: 'EUR',
    net: '200.00',
    vat: '42.00',
    gross: '242.00',
    webUrl: null,
    updatedAt: '2026-03-14T09:00:00+00:00',
    outcome: booked(changed),
  };
  expect(viewDocument(record, null)).toMatchObject({
    outcome: { state: 'booked', entry },
    drift: { kind: 'changed', differences: [{ field: 'gross', booked: '121.00', now: '242.00' }] },
    actions: ['lookAgain', 'accept'],
  });
  expect(JSON.stringify(viewDocument(record, null))).not.toContain('standing');
});

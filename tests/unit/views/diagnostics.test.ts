import { expect, it } from 'vitest';
import { type DocumentRecord, NOT_FOLLOWED } from '../../../lib/store/records.ts';
import { EMPTY_SETTINGS } from '../../../lib/store/settings.ts';
import { diagnostics } from '../../../lib/views/diagnostics.ts';
import { CONNECTION } from '../accounting/builders.ts';

const NOW = Date.UTC(2026, 2, 1);

const record = (number: string, outcome: DocumentRecord['outcome']): DocumentRecord => ({
  connectionId: CONNECTION.id,
  kind: 'invoice',
  id: `id-of-${number}`,
  number,
  date: '2026-02-01',
  customer: 'Bakkerij De Vries',
  currency: 'EUR',
  net: '1234.50',
  vat: '259.25',
  gross: '1493.75',
  webUrl: null,
  updatedAt: '2026-02-01T00:00:00+00:00',
  ...NOT_FOLLOWED,
  outcome,
});

it('the diagnostics file counts what went how, and names nobody and nothing', () => {
  const text = diagnostics({
    version: '1.2.3',
    browser: 'Chrome',
    language: 'nl',
    granted: ['storage'],
    settings: {
      ...EMPTY_SETTINGS,
      keys: { teamleader: { clientId: 'the-id', clientSecret: 'the-secret' }, exact: null },
      users: { teamleader: { id: 'u', name: 'An Peeters' }, exact: null },
      connections: [CONNECTION],
    },
    records: [
      record('2026 / 7', { state: 'blocked', cause: { type: 'noLines' }, entry: null }),
      record('2026 / 8', { state: 'blocked', cause: { type: 'noLines' }, entry: null }),
      record('2026 / 9', { state: 'waiting', cause: null, until: null }),
    ],
    intents: [{ type: 'account', connectionId: CONNECTION.id, subject: 'company/1', sentAt: 1 }],
    runs: [
      {
        id: 'run-1',
        connectionId: CONNECTION.id,
        startedAt: NOW,
        endedAt: NOW,
        trigger: 'click',
        round: null,
        only: null,
        phase: 'ended',
        done: 0,
        total: 3,
        secondsLeft: null,
        counts: { booked: 0, adopted: 0, unchanged: 0, waiting: 1, blocked: 2 },
        paid: 0,
        paymentsProblem: null,
        problem: { type: 'unexpected', detail: 'TypeError: De Vries is not a customer' },
      },
    ],
    pages: [{ page: 'list', kind: 'invoice', strategy: 'links', rows: 25, at: NOW }],
    now: NOW,
  });
  expect(JSON.parse(text)).toMatchObject({
    version: '1.2.3',
    madeAt: '2026-03-01T00:00:00.000Z',
    keys: { teamleader: { hasId: true, hasSecret: true }, exact: { hasId: false, hasSecret: false } },
    documents: { 'blocked noLines': 2, waiting: 1 },
    doubtful: { account: 1 },
    runs: [{ problem: 'unexpected (TypeError)', counts: { blocked: 2 } }],
  });
  for (const word of ['Vries', 'Peeters', 'the-id', 'the-secret', '2026 / 7', '1493.75', CONNECTION.id, 'run-1']) {
    expect(text).not.toContain(word);
  }
  expect(text).not.toContain(CONNECTION.companyEntity.name);
});

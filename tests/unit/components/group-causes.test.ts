import { expect, it } from 'vitest';
import { groupCauses } from '../../../entrypoints/options/group-causes.ts';
import type { DocumentView } from '../../../lib/messages.ts';
import type { Cause } from '../../../lib/outcome.ts';

const held = (number: string, cause: Cause): DocumentView => ({
  connectionId: 'c',
  kind: 'invoice',
  id: number,
  number,
  date: '2026-02-01',
  customer: 'Bakkerij De Vries',
  currency: 'EUR',
  net: '1',
  vat: '0',
  gross: '1',
  webUrl: null,
  outcome: { state: 'blocked', cause, entry: null },
});

it('documents with one cause stand together, those of the commonest first; what waits needs nobody', () => {
  const waiting: DocumentView = {
    ...held('9', { type: 'noLines' }),
    outcome: { state: 'waiting', cause: null, until: null },
  };
  const groups = groupCauses([
    held('1', { type: 'journalMissing', journal: '70' }),
    waiting,
    held('2', { type: 'noLines' }),
    held('3', { type: 'journalMissing', journal: '71' }),
    held('4', { type: 'noLines' }),
  ]);
  expect(groups.map(({ cause, documents }) => [cause.type, documents.map(({ number }) => number)])).toEqual([
    ['noLines', ['2', '4']],
    ['journalMissing', ['1']],
    ['journalMissing', ['3']],
  ]);
});

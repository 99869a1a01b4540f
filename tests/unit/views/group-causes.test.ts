import { expect, it } from 'vitest';
import type { DocumentView } from '../../../lib/messages.ts';
import type { Cause } from '../../../lib/outcome.ts';
import { groupCauses } from '../../../lib/views/group-causes.ts';

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
  payment: null,
  wish: null,
  outcome: { state: 'blocked', cause, entry: null },
  drift: null,
  look: null,
  actions: [],
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

it('a closed period is one cause for all that is dated in it', () => {
  const groups = groupCauses([
    held('1', { type: 'periodClosed', date: '2026-01-03' }),
    held('2', { type: 'periodClosed', date: '2026-01-31' }),
    held('3', { type: 'periodClosed', date: '2026-02-01' }),
    held('4', { type: 'financialYearMissing', date: '2027-01-01' }),
    held('5', { type: 'financialYearMissing', date: '2027-12-31' }),
  ]);
  expect(groups.map(({ documents }) => documents.map(({ number }) => number))).toEqual([['1', '2'], ['4', '5'], ['3']]);
  expect(groups.map(({ lastDate }) => lastDate)).toEqual(['2026-01-31', '2027-12-31', null]);
});

it('a group names its days from the first to the last, whatever order they come in', () => {
  const closed = (...days: string[]) =>
    groupCauses(days.map((date, index) => held(String(index), { type: 'periodClosed', date }))).map(
      ({ cause, lastDate }) => [cause, lastDate],
    );
  const from = (date: string): Cause => ({ type: 'periodClosed', date });
  expect(closed('2026-01-27', '2026-01-03', '2026-01-10')).toEqual([[from('2026-01-03'), '2026-01-27']]);
  expect(closed('2026-01-03', '2026-01-27', '2026-01-10')).toEqual([[from('2026-01-03'), '2026-01-27']]);
  expect(closed('2026-01-03', '2026-01-03')).toEqual([[from('2026-01-03'), null]]);
});
